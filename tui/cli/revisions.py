"""A model as it stands in a revision of a git repository, read without checking anything out.

Git's own plumbing tells what a revision holds; the files are written to a directory of our own and read from there.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence

import attrs

from tiers.model import Graph, Mistake, ModelError, load

from .failure import Failure
from .model import wrong_model

_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_LITERAL_PATHSPECS": "1"}
_FILE_MODES = frozenset((b"100644", b"100755"))


def load_revision(revision: str, paths: Sequence[str]) -> Graph:
    """Return the model in paths as a git revision has it.

    Raises:
        Failure: Git is missing, a path is in no repository, or the revision has no such model or a wrong one.
    """
    if revision.startswith("-"):
        raise Failure(f"`{revision}` cannot be a git revision", hint="a revision never begins with a hyphen")
    with tempfile.TemporaryDirectory(prefix="tiers-") as directory:
        written = [_written(revision, path, directory, number) for number, path in enumerate(paths)]
        try:
            return load(*(each.target for each in written))
        except ModelError as error:
            mistakes = [_in_words(each, written, revision) for each in error.mistakes]
            raise wrong_model(mistakes) from None


def is_revision(revision: str, paths: Iterable[str]) -> bool:
    """Whether a repository that holds one of some paths knows a revision."""
    if revision.startswith("-"):
        return False
    return any(_commit(revision, _folder(path)) is not None for path in paths)


@attrs.frozen
class _Written:
    """A path of a model as it was written out.

    Attributes:
        path: As the person named it.
        target: Where it was written.
    """

    path: str
    target: str


def _written(revision: str, path: str, directory: str, number: int) -> _Written:
    folder = _folder(path)
    if _git(folder, "rev-parse", "--is-inside-work-tree") is None:
        raise Failure(f"`{path}` is in no git repository", hint="`--model` names a model that is in one")
    commit = _commit(revision, folder)
    if commit is None:
        raise Failure(f"git knows no revision `{revision}`", hint="`git log --oneline` lists revisions")
    is_file = not os.path.isdir(path)
    inside = os.path.basename(os.path.abspath(path)) if is_file else "."
    listed = _git(folder, "ls-tree", "-r", "-z", commit, "--", *([inside] if is_file else []))
    found = [(name, blob) for name, blob in _files(listed or b"") if is_file or name.endswith(".toml")]
    if not found:
        raise Failure(f"`{path}` holds no model in the revision `{revision}`", hint="was it elsewhere then?")
    root = os.path.join(directory, str(number))
    for (name, _), text in zip(found, _texts(folder, [blob for _, blob in found]), strict=True):
        target = os.path.join(root, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(text)
    return _Written(path, os.path.join(root, inside) if is_file else root)


def _files(listed: bytes) -> Iterator[tuple[str, str]]:
    """Yield the plain files of a listing, each with its blob; links and submodules are no files of a model."""
    for entry in filter(None, listed.split(b"\0")):
        described, _, name = entry.partition(b"\t")
        mode, _, blob = described.split(b" ")
        if mode in _FILE_MODES:
            yield os.fsdecode(name), blob.decode("ascii")


def _texts(folder: str, blobs: Sequence[str]) -> Iterator[bytes]:
    """Yield the contents of blobs, read by one process."""
    answer = _git(folder, "cat-file", "--batch", asked="".join(f"{blob}\n" for blob in blobs).encode()) or b""
    at = 0
    for blob in blobs:
        line = answer.index(b"\n", at)
        size = int(answer[at:line].rpartition(b" ")[2])
        if not answer.startswith(blob.encode(), at):
            raise Failure(f"git does not give the file `{blob}` of the repository")
        yield answer[line + 1 : line + 1 + size]
        at = line + 1 + size + 1


def _commit(revision: str, folder: str) -> str | None:
    name = f"{revision}^{{commit}}"
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    return None if not found else found.decode("ascii", "replace").split()[-1]


def _folder(path: str) -> str:
    absolute = os.path.abspath(path)
    while not os.path.isdir(absolute) and absolute != os.path.dirname(absolute):
        absolute = os.path.dirname(absolute)
    return absolute


def _git(folder: str, *words: str, asked: bytes = b"") -> bytes | None:
    """Return what git answers; `None` where its answer is no."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and a revision never stands where an option could
            ["git", "-C", folder, *words],  # noqa: S607 - the git that the person uses
            input=asked,
            capture_output=True,
            env={**os.environ, **_QUIET},
            check=False,
        )
    except OSError:
        raise Failure(
            "git cannot be run", hint="a revision needs the program `git`; `path:` names a directory instead"
        ) from None
    return done.stdout if done.returncode == 0 else None


def _in_words(mistake: Mistake, written: Iterable[_Written], revision: str) -> Mistake:
    """Return a mistake with its file as the person knows it, at the revision."""
    for each in written:
        if mistake.file.startswith(each.target):
            rest = mistake.file.removeprefix(each.target)
            return attrs.evolve(mistake, file=f"{revision}:{each.path}{rest}")
    return mistake

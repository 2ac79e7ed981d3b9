"""A model as it stands in a revision of a git repository, read without checking anything out.

Git's own plumbing tells what a revision holds; the files are read into memory, and nothing is written.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Graph, ModelError, load_texts

from .failure import Failure
from .model import wrong_model
from .tree_names import fault_of, shortened, twins

_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
    "GIT_LITERAL_PATHSPECS": "1",
    # a missing object is not fetched: that would run a program which the repository names
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # for releases of git that do not know the former
}
_NO_BARE = ("-c", "safe.bareRepository=explicit")
"""A bare repository inside a clone came with the clone, its configuration too."""
_FILE_MODES = frozenset((b"100644", b"100755"))


def load_revision(revision: str, paths: Sequence[str]) -> Graph:
    """Return the model in paths as a git revision has it.

    Raises:
        Failure: Git is missing, a path is in no repository, or the revision has no such model or a wrong one.
    """
    if revision.startswith("-"):
        raise Failure(f"`{revision}` cannot be a git revision", hint="a revision never begins with a hyphen")
    texts: dict[str, bytes] = {}
    for path in paths:
        texts.update(_texts_in(revision, path))
    try:
        return load_texts(texts)
    except ModelError as error:
        raise wrong_model(error.mistakes) from None


def is_revision(revision: str, paths: Iterable[str]) -> bool:
    """Whether a repository that holds one of some paths knows a revision."""
    if revision.startswith("-"):
        return False
    return any(_commit(revision, _folder(path)) is not None for path in paths)


def _texts_in(revision: str, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield each file of a model as a revision has it: its name after the revision, and its bytes.

    Nothing is written: a name in a revision is a stranger's word.
    """
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
    for name, _ in found:
        fault = fault_of(name)
        if fault:
            raise Failure(
                f"the revision `{revision}` has a file that no model can have: `{shortened(name)}`; {fault}",
                hint="look at who made this repository; nothing was read or written",
            )
    pair = twins(name for name, _ in found)
    if pair is not None:
        one, other = map(shortened, pair)
        raise Failure(
            f"the revision `{revision}` has two files that cannot stand beside each other: `{one}` and `{other}`",
            hint="one of them has to be called otherwise",
        )
    for (name, _), text in zip(found, _texts(folder, [blob for _, blob in found]), strict=True):
        yield f"{revision}:{path if is_file and name == inside else os.path.join(path, name)}", text


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
        line = answer.find(b"\n", at)
        head = answer[at:line].split(b" ")
        if line < 0 or head[:2] != [blob.encode(), b"blob"]:
            raise Failure(
                f"the repository lacks the object `{blob}`", hint="`git fsck` tells what else it lacks"
            )
        size = int(head[2])
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
            ["git", *_NO_BARE, "-C", folder, *words],  # noqa: S607 - the git that the person uses
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

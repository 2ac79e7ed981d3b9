"""A model in a revision of a git repository, or as git would commit it now.

tiers reads git's objects itself, into memory. No program is run, nothing is written, and neither settings nor
variables of git are followed.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from tiers.model import Graph, Mistake, ModelError, load_texts
from tiers.model.reading.files import bounded, find_files, read_files

from ..wording.safe_text import safe
from .failure import Failure, say
from .model import wrong_model
from .repository.finding import repository_of


def load_revision(revision: str, paths: Sequence[str]) -> Graph:
    """Return the model in paths as of a git revision.

    Raises:
        Failure: A path is in no repository, or the revision has no such model or an invalid one.
    """
    if revision.startswith("-"):
        raise Failure(
            f"`{revision}` cannot be a git revision", hint="a revision does not begin with a hyphen"
        )
    return _graph((each for path in paths for each in _texts_in(revision, path)), [])


def load_worktree(paths: Sequence[str]) -> Graph:
    """Return the model in paths as git would commit it now; outside a repository, as it is on the disk.

    Raises:
        Failure: It cannot be read, or has mistakes.
    """
    mistakes: list[Mistake] = []
    return _graph((each for path in paths for each in _uncommitted(path, mistakes)), mistakes)


def is_revision(revision: str, paths: Iterable[str]) -> bool:
    """Whether a repository of one of some paths knows a revision."""
    if revision.startswith("-"):
        return False
    return any(_knows(path, revision) for path in paths)


def _graph(texts: Iterable[tuple[str, bytes]], mistakes: list[Mistake]) -> Graph:
    try:
        return load_texts(dict(bounded(texts, mistakes)), mistakes)
    except ModelError as error:
        raise wrong_model(error.mistakes) from None


def _knows(path: str, revision: str) -> bool:
    from .repository.objects import Objects  # noqa: PLC0415 - only a revision pays for it
    from .repository.spelling import commit_of  # noqa: PLC0415 - only a revision pays for it

    repository = repository_of(path)
    if repository is None:
        return False
    with closing(Objects(repository)) as objects:
        return commit_of(repository, objects, revision) is not None


def _texts_in(revision: str, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield each file of a model in a revision: its name after the revision, and its bytes."""
    from .repository.objects import Objects  # noqa: PLC0415 - only a revision pays for it
    from .repository.spelling import commit_of, tree_of  # noqa: PLC0415 - only a revision pays for it
    from .repository.trees import model_files  # noqa: PLC0415 - only a revision pays for it

    repository = repository_of(path)
    if repository is None:
        raise Failure(
            f"`{path}` is in no git repository", hint="use `--model` for a model in a git repository"
        )
    inside = os.path.relpath(os.path.realpath(path), repository.top)
    parts = [] if inside == "." else inside.split(os.sep)
    with closing(Objects(repository)) as objects:
        commit = commit_of(repository, objects, revision)
        if commit is None:
            raise Failure(f"git knows no revision `{revision}`", hint="`git log --oneline` lists revisions")
        found = model_files(objects, tree_of(objects, commit), parts, revision)
        if not found:
            raise Failure(
                f"`{path}` holds no model in the revision `{revision}`",
                hint="the model may have been in another folder then",
            )
        for name, blob in found:
            yield f"{revision}:{os.path.join(path, name) if name else path}", objects.read(blob)[1]


def _uncommitted(path: str, mistakes: list[Mistake]) -> Iterator[tuple[str, bytes]]:
    repository = repository_of(path)
    if repository is None:
        yield from read_files(find_files([path], mistakes), mistakes)
        return
    from .repository.objects import Objects  # noqa: PLC0415 - only what is uncommitted pays for it
    from .repository.worktree import committed_files  # noqa: PLC0415 - only what is uncommitted pays for it

    with closing(Objects(repository)) as objects:
        for each in committed_files(repository, objects, path, mistakes):
            if each.filter:
                say(
                    f"note: `{safe(each.name)}` has changed and is read as it is on the disk: "
                    f"the filter `{safe(each.filter)}` of git is not run\n"
                )
            yield each.name, each.data

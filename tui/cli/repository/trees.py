"""Finds the files of a model in a tree of a repository, without writing any, and checks their names."""

import os
import re
from collections.abc import Iterator, Sequence

import attrs

from ..failure import Failure
from .objects import Objects
from .tree_names import NAME_LIMIT, fault_of, shortened, twins

ENTRY_LIMIT = 500_000
"""The largest number of files and folders that are visited in a tree: trees that name each other can have very many."""

_ENTRY = re.compile(rb"([0-7]{5,6}) ([^\0]*)\0")
_HIDDEN = re.compile(r"\.(?!\.?(?:[/\\]|$))")
_KIND, _FOLDER, _FILE = 0o170000, 0o040000, 0o100000


@attrs.frozen
class Entry:
    """One entry of a tree.

    Attributes:
        mode: Its type, as git writes it.
        name: Its name, which may be any text.
        object: The blob or tree.
    """

    mode: int
    name: str
    object: str


def model_files(objects: Objects, tree: str, parts: Sequence[str], revision: str) -> list[tuple[str, str]]:
    """Return the files of a model in a tree, sorted: the name of each below a path, and its blob.

    Args:
        objects: The objects of the repository.
        tree: The tree.
        parts: The folders and the last name of the path.
        revision: The revision, for messages.

    Raises:
        Failure: A name cannot be that of a file, or there are too many files.
    """
    start = Entry(_FOLDER, "", tree)
    for part in parts:
        below = _entries(objects, start.object) if start.mode & _KIND == _FOLDER else []
        named = [each for each in below if each.name == part]
        if not named:
            return []
        start = named[0]
    if start.mode & _KIND != _FOLDER:
        return [("", start.object)] if start.mode & _KIND == _FILE else []
    found = []
    for names, blob in _walked(objects, start.object, revision):
        fault = fault_of(names)
        if fault:
            raise _refused(revision, "/".join(names), fault)
        found.append(("/".join(names), blob))
    pair = twins(name for name, _ in found)
    if pair is not None:
        one, other = map(shortened, pair)
        raise Failure(
            f"the revision `{revision}` has two files that cannot stand beside each other: `{one}` and `{other}`",
            hint="give one of them another name",
        )
    return sorted(found)


def _walked(objects: Objects, tree: str, revision: str) -> Iterator[tuple[list[str], str]]:
    """Yield each `*.toml` below a tree that is not hidden, as its folders and name, and its blob."""
    waiting: list[tuple[list[str], str]] = [([], tree)]
    seen = 0
    while waiting:
        above, at = waiting.pop()
        for entry in _entries(objects, at):
            seen += 1
            if seen > ENTRY_LIMIT:
                raise Failure(
                    f"the revision `{revision}` has more than {ENTRY_LIMIT:,} files and folders",
                    hint="use `--model` for one folder of it",
                )
            names = [*above, entry.name]
            if _HIDDEN.match(entry.name):
                continue
            if entry.mode & _KIND == _FOLDER:
                if sum(map(len, names)) + len(names) > NAME_LIMIT:
                    raise _refused(revision, "/".join(names), fault_of(names))
                waiting.append((names, entry.object))
            elif entry.mode & _KIND == _FILE and entry.name.endswith(".toml"):
                yield names, entry.object


def _entries(objects: Objects, tree: str) -> Iterator[Entry]:
    kind, data = objects.read(tree)
    size = objects.digits // 2
    at = 0 if kind == "tree" else len(data)
    while at < len(data):
        found = _ENTRY.match(data, at)
        if found is None or found.end() + size > len(data):
            raise Failure(f"the tree `{tree}` of the repository is damaged", hint="`git fsck` gives details")
        end = found.end()
        yield Entry(int(found[1], 8), os.fsdecode(found[2]), data[end : end + size].hex())
        at = end + size


def _refused(revision: str, name: str, fault: str) -> Failure:
    return Failure(
        f"the revision `{revision}` has a file that no model can have: `{shortened(name)}`; {fault}",
        hint="look at who made this repository; nothing was read or written",
    )

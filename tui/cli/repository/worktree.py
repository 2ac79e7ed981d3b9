"""The files of a model as git would commit them now, found without running git or a filter.

Links are not files of a model, a submodule is another repository, and ignored files are not committed. A file
that the index calls unchanged has its old contents; a changed one has those on the disk.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import attrs

from tiers.model import Mistake
from tiers.model.reading.files import read_file, walk

from ..failure import Failure
from .attributes import GitRules
from .finding import Repository, read_regular
from .objects import Objects

if TYPE_CHECKING:
    from dulwich.index import SerializedIndexEntry

_KIND, _FILE, _LINK = 0o170000, 0o100000, 0o120000
_ASSUMED = 0x8000
_NOT_CHECKED_OUT = 0x4000
_SIZES = 2**32


@attrs.frozen
class Index:
    """The index of git: the files that are checked out.

    Attributes:
        entries: The entry of each file by its name below the top.
        time: When it was written, in nanoseconds; a file that changed since then may look unchanged.
    """

    entries: dict[str, SerializedIndexEntry]
    time: int


@attrs.frozen
class Committed:
    """A file as git would commit it.

    Attributes:
        name: Its path, as the person named the model.
        data: Its bytes.
        filter: The filter through which git would pass it, and which was not run; empty for none.
    """

    name: str
    data: bytes
    filter: str = ""


def committed_files(
    repository: Repository, objects: Objects, path: str, mistakes: list[Mistake]
) -> Iterator[Committed]:
    """Yield the files of a model in a path, sorted by name; unreadable ones are added to `mistakes`.

    Raises:
        Failure: The index is damaged, or lacks an object.
    """
    index = _index(repository, objects)
    rules = GitRules(repository)
    real = os.path.realpath(path)
    names = _on_disk(path, mistakes) if os.path.isdir(path) else {path}
    below = os.path.relpath(real, repository.top)
    for name, entry in index.entries.items():
        if _is_hidden_change(entry) and os.path.basename(name).endswith(".toml"):
            rest = os.path.relpath(name, below)
            if rest == ".":
                names.add(path)
            elif not rest.startswith("."):
                names.add(os.path.join(path, rest))
    found = False
    for name in sorted(names):
        inside = os.path.relpath(os.path.join(real, os.path.relpath(name, path)), repository.top)
        known = index.entries.get(inside)
        if rules.is_ignored(inside) if known is None else known.mode & _KIND == _LINK:
            continue
        found = True
        committed = _committed(rules, objects, name, inside, index, mistakes)
        if committed is not None:
            yield committed
    if not found:
        message = "git would commit no `*.toml` file of it"
        mistakes.append(
            Mistake("no-files", message, path, hint="`git status --ignored` lists what git leaves out")
        )


def _committed(
    rules: GitRules, objects: Objects, name: str, inside: str, index: Index, mistakes: list[Mistake]
) -> Committed | None:
    entry = index.entries.get(inside)
    if entry is not None and _is_hidden_change(entry):
        return Committed(name, objects.read(entry.sha.decode())[1])
    data = read_file(name, mistakes)
    if data is None:
        return None
    if entry is not None and objects.name("blob", data) == entry.sha.decode():
        return Committed(name, data)
    if entry is not None and _is_unchanged(entry, os.stat(name), index.time):
        return Committed(name, objects.read(entry.sha.decode())[1])
    return Committed(name, data, rules.filter_of(inside))


def _on_disk(path: str, mistakes: list[Mistake]) -> set[str]:
    """Return the `*.toml` files below a folder that are not hidden, not links and not in another repository."""
    found = set()
    for folder, folders, names in walk(path, mistakes):
        folders[:] = [each for each in folders if not os.path.lexists(os.path.join(folder, each, ".git"))]
        for name in names:
            file = os.path.join(folder, name)
            if name.endswith(".toml") and not os.path.islink(file):
                found.add(file)
    return found


def _is_unchanged(entry: SerializedIndexEntry, status: os.stat_result, written: int) -> bool:
    """Whether git would consider a file unchanged by its size and time alone, and it is not too recent for that."""
    seconds, part = divmod(status.st_mtime_ns, 10**9)
    same = stat.S_ISREG(status.st_mode) and entry.size == status.st_size % _SIZES
    return same and entry.mtime == (seconds, part) and status.st_mtime_ns < written


def _is_hidden_change(entry: SerializedIndexEntry) -> bool:
    """Whether git was told to consider a file unchanged, or not to check it out."""
    hidden = entry.flags & _ASSUMED or entry.extended_flags & _NOT_CHECKED_OUT
    return bool(hidden) and entry.mode & _KIND == _FILE


def _index(repository: Repository, objects: Objects) -> Index:
    from dulwich.index import read_index  # noqa: PLC0415 - only what is uncommitted pays for it

    path = os.path.join(repository.folder, "index")
    text = read_regular(path)
    if text is None:
        return Index({}, 0)
    try:
        entries = list(read_index(BytesIO(text), objects.format))
        return Index(
            {os.fsdecode(each.name): each for each in entries if each.stage().value == 0},
            os.stat(path).st_mtime_ns,
        )
    except Exception:  # noqa: BLE001 - what a damaged index makes the library raise is listed nowhere
        raise Failure(
            f"the index of the repository `{repository.top}` is damaged", hint="`git status` gives details"
        ) from None

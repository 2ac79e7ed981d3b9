"""Store compiled models in the cache, and open the stored model of the same files."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ..facts.ends import last_documents
from ..facts.graph import Graph
from ..facts.statements import Statements
from ..facts.stored import (
    array_store,
    otherwise,
    stored_index,
)
from ..format.errors import Mistake, ModelError
from ..model import Model
from .disk.code import fingerprint
from .disk.files import Given, Looked, Read, Stamp, StampedFile, look, stem_of
from .disk.mapped import DamagedError, Mapped, opened, pieces
from .disk.store import MODEL, directory, fetch, put, write, written_models

if TYPE_CHECKING:
    from .compiled.unwritten import Unwritten
    from .compiling.sections import Compiled

_STAMPS = "files"
"""The ending of the file that has later stamps of a model's files than its own."""

Build = Callable[[], tuple[list[bytes], Graph]]
"""Reads a model from its files; returns the sum of each beside it."""

_CHANGED = Mistake(
    "cannot-read",
    "the files of the model changed while they were read",
    hint="what was kept of them is damaged and was removed: give the command again",
)


class CacheEntry(NamedTuple):
    """The place of a model or a view in the cache.

    Attributes:
        path: The path of the file; that of a model is without its ending.
        token: Random bytes made when the model was stored; the model's views have the same bytes.
        files: The files of the model as they were when it was read or opened.
    """

    path: str
    token: bytes
    files: Sequence[StampedFile] = ()

    @property
    def name(self) -> str:
        """The name of the file in its directory."""
        return os.path.basename(self.path)


class Outdated(NamedTuple):
    """A compiled model of which some files have changed since it was compiled.

    Attributes:
        file: The model as it was compiled.
        looked: Its files as they are now.
    """

    file: Mapped
    looked: Looked


def recall(files: Given, read: Read, build: Build) -> Model | Outdated | None:
    """Return the cached model of files, or an outdated one; `None` if none was stored for these files by this code.

    Args:
        files: The files of the model.
        read: Reads a file.
        build: Reads the model from its files if the compiled one turns out to be damaged during use.
    """
    home, code = directory(), fingerprint()
    if home is None or code is None or not files:
        return None
    for path in written_models(home, stem_of([name for name, _ in files])):
        file = opened(path, code)
        if file is None:
            continue
        entry = CacheEntry(path.removesuffix(f".{MODEL}"), file.head["token"])
        looked = _look(files, file, entry, read)
        if looked is None:
            continue
        if looked.changed:
            return Outdated(file, looked)
        return _taken(file, entry._replace(files=looked.files), build)
    return None


def _taken(file: Mapped, entry: CacheEntry, build: Build) -> Model | None:
    afresh = partial(compiled_afresh, entry, file.head["files"], build)

    try:
        graph = model_of(file, afresh)
    except DamagedError:
        _forget(entry)
        return None
    note_entry(graph, entry)
    return graph


def compiled_afresh(entry: CacheEntry, files: Sequence[StampedFile], build: Build) -> Mapped:
    """Read the model of a damaged file again, and compile it in memory; the next start stores it again.

    Raises:
        ModelError: The files are not those from which it was compiled.
    """
    _forget(entry)
    sums, again = build()
    if sums != [each for *_, each in files]:
        raise ModelError([_CHANGED])
    return compiled(entry, files, again)


def model_of(file: "Mapped | Unwritten", afresh: Callable[[], Mapped]) -> Model:
    """Return the model in a compiled file, of which each record is made when it is looked at.

    Args:
        file: The compiled model.
        afresh: Compiles it once more from its files, where it turns out to be damaged.

    Raises:
        DamagedError: It is damaged.
    """
    from .compiled.noting import note_lookups  # noqa: PLC0415 - only when there is something to open
    from .compiled.numbers import note_numbers  # noqa: PLC0415 - as above
    from .compiled.records import Records, records_of  # noqa: PLC0415 - as above

    records = Records(file, afresh)
    graph = Model(
        records.entities,
        records.outgoing,
        records.incoming,
        _sorted=records.by_kind,
        _of_kinds=records.of_kinds,
    )
    note_numbers(graph, records)
    known: Records | None = records
    graph.note(records_of, known)
    note_lookups(graph, records)
    than: Callable[[Statements], Collection[str] | None] = partial(_ids_otherwise, graph)
    graph.note(otherwise, than)
    graph.note(last_documents, tuple(map(date.fromordinal, records.head["last documents"])))
    return graph


def _ids_otherwise(new: Statements, old: Statements) -> Collection[str] | None:
    from .compiling.comparing import ids_otherwise  # noqa: PLC0415 - only two versions of a model are compared

    return ids_otherwise(new, old)


def compiled(entry: CacheEntry, files: Sequence[StampedFile], graph: Graph) -> Mapped:
    """Return a graph compiled in memory."""
    from .compiling.whole import compile_graph  # noqa: PLC0415 - only what is damaged is compiled in memory

    data = b"".join(_pieces(entry, files, compile_graph(graph)))
    return Mapped(memoryview(data), f"{entry.name}.{MODEL}", fingerprint())


def _forget(entry: CacheEntry) -> None:
    """Remove a damaged model, so that the next start stores it again."""
    with suppress(OSError):
        os.unlink(f"{entry.path}.{MODEL}")


def _look(files: Given, file: Mapped, entry: CacheEntry, read: Read) -> Looked | None:
    """Compare files with those from which a model was compiled; note new stamps of unchanged files."""

    def later() -> Mapping[str, Stamp]:
        return fetch(f"{entry.path}.{_STAMPS}", entry.token) or {}

    looked = look(files, file.head["files"], later, read)
    if looked is not None and looked.is_touched and not looked.changed:
        stamps = {name: stamp for name, stamp, _ in looked.files if stamp}
        put(f"{entry.path}.{_STAMPS}", entry.token, {**later(), **stamps})
    return looked


def is_on() -> bool:
    """Return whether there is a cache, and files of this code can be distinguished from those of other code."""
    return directory() is not None and fingerprint() is not None


def store(files: Sequence[StampedFile], found: "Compiled", graph: Graph | None = None) -> CacheEntry | None:
    """Store a compiled model in the cache; return its place, or `None` if that fails.

    Args:
        files: Its files.
        found: The compiled model.
        graph: The graph for which the place is noted; `None` to note it for none.
    """
    home = directory()
    if home is None:
        return None
    token = os.urandom(16)
    stem = stem_of([name for name, *_ in files])
    entry = CacheEntry(os.path.join(home, f"{stem}.{token.hex()}"), token, files)
    if not write(f"{entry.path}.{MODEL}", _pieces(entry, files, found)):
        return None
    if graph is not None:
        note_entry(graph, entry)
    return entry


def _pieces(entry: CacheEntry, files: Sequence[StampedFile], found: "Compiled") -> list[bytes]:
    """Return the bytes of a compiled model."""
    folder = ""
    with suppress(OSError):  # it may have been removed
        folder = os.getcwd()
    head = {"token": entry.token, "files": files, "folder": folder, "model": found.head}
    name = f"{entry.name}.{MODEL}"
    return list(pieces(name, fingerprint(), head, found.whole, found.paged))


def _entry_of_model(_: Statements) -> list[CacheEntry]:
    """Return the list that holds the cache entry of a model, for all its dates; empty for one that is not in the cache."""
    return []


def note_entry(statements: Statements, kept: CacheEntry) -> None:
    """Note the cache entry of a model, for all its dates."""
    statements.once_for_all(_entry_of_model)[:] = [kept]
    statements.note(stored_index, partial(_index_store, kept, statements))
    statements.note(array_store, partial(_array_store, kept, statements))


def _index_store(entry: CacheEntry, statements: Statements) -> object:
    from .compiled.numbers import numbers_of  # noqa: PLC0415 - as above
    from .index.stored import CachedIndex  # noqa: PLC0415 - only a search pays for it

    return CachedIndex(f"{entry.path}.index", entry.token, numbers_of(statements))


def _array_store(entry: CacheEntry, statements: Statements) -> object:
    from .compiled.arrays import CachedArrays  # noqa: PLC0415 - most starts ask about no date
    from .compiled.numbers import numbers_of  # noqa: PLC0415 - as above

    return CachedArrays(entry.path, entry.token, statements, numbers_of(statements))


def entry_of(statements: Statements) -> CacheEntry | None:
    """Return the cache entry of a model; `None` for one that is not in the cache."""
    return next(iter(statements.once_for_all(_entry_of_model)), None)


def entry_beside(graph: Graph, ending: str) -> CacheEntry | None:
    """Return the place of a file beside a compiled model, by its ending; `None` if the model is not in the cache, or is at a date."""
    kept = None if graph.at is not None else entry_of(graph)
    return None if kept is None else CacheEntry(f"{kept.path}.{ending}", kept.token)

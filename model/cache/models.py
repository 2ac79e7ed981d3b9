"""Store compiled models in the cache, and open the stored model of the same files."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ..facts.ends import last_documents
from ..facts.graph import Graph
from ..facts.statements import Statements, bearers_of, otherwise, relations_naming, stored_index
from ..format.errors import Mistake, ModelError
from ..format.records import Entity
from ..model import Model
from ..reading.files import MODEL_SIZE_LIMIT
from .code import fingerprint
from .files import Given, Stamp, stamp_of, stem_of, sum_of
from .mapped import DamagedError, Mapped, opened, pieces
from .store import MODEL, directory, fetch, put, write, written_models

if TYPE_CHECKING:
    from ..reading.references import Tables
    from .sections import Compiled
    from .unwritten import Unwritten

_STAMPS = "files"
"""The ending of the file that has later stamps of a model's files than its own."""

Build = Callable[[], tuple[list[bytes], Graph]]
"""Reads a model from its files; returns the sum of each beside it."""

KeptFile = tuple[str, Stamp, bytes]
"""A file of a model: its name, its stamp, the sum of its bytes."""


class Looked(NamedTuple):
    """What files are beside those from which a model was compiled.

    Attributes:
        files: The files as they are.
        changed: The bytes of those that are otherwise, by name.
    """

    files: list[KeptFile]
    changed: dict[str, bytes]


_CHANGED = Mistake(
    "cannot-read",
    "the files of the model changed while they were read",
    hint="what was kept of them is damaged and was removed: give the command again",
)

Read = Callable[[str], bytes | None]
"""Returns the bytes of a file; `None` where it cannot be read."""


class CacheEntry(NamedTuple):
    """The place of a model or a view in the cache.

    Attributes:
        path: The path of the file; that of a model is without its ending.
        token: Random bytes made when the model was stored; the model's views have the same bytes.
    """

    path: str
    token: bytes

    @property
    def name(self) -> str:
        """The name of the file in its directory."""
        return os.path.basename(self.path)


def recall(files: Given, read: Read, build: Build) -> Model | None:
    """Return the cached model of files; `None` when none was stored for these files by this code.

    Where some of them have changed since, these alone are parsed and joined with the others as they were stored.

    Args:
        files: The files of the model.
        read: Reads one of them.
        build: Reads the model from them, where the compiled one turns out to be damaged while it is used.
    """
    home, code = directory(), fingerprint()
    if home is None or code is None or not files:
        return None
    for path in written_models(home, stem_of([name for name, _ in files])):
        file = opened(path, code)
        if file is None:
            continue
        entry = CacheEntry(path.removesuffix(f".{MODEL}"), file.told["token"])
        looked = _look(files, file, entry, read)
        if looked is None:
            continue
        if not looked.changed:
            return _taken(file, entry, build)
        from .renewing import renewed  # noqa: PLC0415 - only where something has changed

        return renewed(file, looked, build)
    return None


def _taken(file: Mapped, entry: CacheEntry, build: Build) -> Model | None:
    afresh = partial(compiled_afresh, entry, file.told["files"], build)

    try:
        graph = model_of(file, afresh)
    except DamagedError:
        _forget(entry)
        return None
    note_entry(graph, entry)
    return graph


def compiled_afresh(entry: CacheEntry, files: Sequence[KeptFile], build: Build) -> Mapped:
    """Return a damaged model, read once more and compiled in memory; it is removed, so that the next start stores it anew.

    Raises:
        ModelError: The files are not those that it was compiled from.
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
    from .numbers import note_numbers  # noqa: PLC0415 - only when there is something to open
    from .records import Records  # noqa: PLC0415 - as above

    records = Records(file, afresh)
    graph = Model(records.entities, records.outgoing, records.incoming)
    note_numbers(graph, records)
    graph.note(relations_naming, records.naming)
    bearers: Callable[[str], Collection[tuple[str, Entity]]] = records.bearers
    graph.note(bearers_of, bearers)
    than: Callable[[Statements], Collection[str] | None] = partial(_ids_otherwise, graph)
    graph.note(otherwise, than)
    graph.note(last_documents, tuple(map(date.fromordinal, records.told["last documents"])))
    return graph


def _ids_otherwise(new: Statements, old: Statements) -> Collection[str] | None:
    from .comparing import ids_otherwise  # noqa: PLC0415 - only two versions of a model are compared

    return ids_otherwise(new, old)


def compiled(entry: CacheEntry, files: Sequence[KeptFile], graph: Graph) -> Mapped:
    """Return a graph compiled in memory."""
    from .compiling import compile_graph  # noqa: PLC0415 - only what is damaged is compiled in memory

    data = b"".join(_pieces(entry, files, compile_graph(graph)))
    return Mapped(memoryview(data), f"{entry.name}.{MODEL}", fingerprint())


def _forget(entry: CacheEntry) -> None:
    """Remove a damaged model, so that the next start stores it again."""
    with suppress(OSError):
        os.unlink(f"{entry.path}.{MODEL}")


def _look(files: Given, file: Mapped, entry: CacheEntry, read: Read) -> Looked | None:
    """Return what files are beside those from which a model was compiled; `None` where they are others."""
    kept: Sequence[KeptFile] = file.told["files"]
    if [name for name, _, _ in kept] != [name for name, _ in files]:
        return None
    stamps = {name: stamp for name, stamp, _ in kept}
    now = {name: stamp_of(name) for name, data in files if data is None}
    if any(not stamp or stamp != stamps[name] for name, stamp in now.items()):
        stamps.update(fetch(f"{entry.path}.{_STAMPS}", entry.token) or {})
    looked, touched, size = Looked([], {}), False, 0
    for (name, data), (_, _, sum_before) in zip(files, kept, strict=True):
        stamp = now.get(name, ())
        if data is None and stamp and stamp == stamps[name]:
            size += stamp[2]
        else:
            found = read(name) if data is None else data
            if found is None:
                return None
            size += len(found)
            stamp = stamp if stamp and stamp == stamp_of(name) else ()
            is_same = sum_of(found) == sum_before
            touched = touched or (is_same and bool(stamp))
            if not is_same:
                looked.changed[name] = found
        looked.files.append(
            (name, stamp, sum_of(looked.changed[name]) if name in looked.changed else sum_before)
        )
    if touched and not looked.changed:
        stamps.update((name, stamp) for name, stamp, _ in looked.files if stamp)
        put(f"{entry.path}.{_STAMPS}", entry.token, stamps)
    return None if size > MODEL_SIZE_LIMIT else looked


def keep(
    files: Sequence[tuple[str, bytes]],
    stamps: Mapping[str, Stamp],
    graph: Graph,
    read: "Sequence[tuple[str, Tables]]",
) -> None:
    """Compile the graph of files and store it in the cache; where that fails, nothing is stored and no error is raised.

    Args:
        files: The files by name, with their bytes.
        stamps: What showed, when they were read, that they are the same.
        graph: The model that they are.
        read: What was read from each of them.
    """
    if not is_on() or not files:
        return
    from .renewing import compile_files  # noqa: PLC0415 - only when there is something to keep

    kept = [(name, stamps.get(name, ()), sum_of(data)) for name, data in files]
    store(kept, compile_files(read, graph), graph)


def is_on() -> bool:
    """Whether there is a cache, and what this code keeps can be told from what other code keeps."""
    return directory() is not None and fingerprint() is not None


def store(files: Sequence[KeptFile], found: "Compiled", graph: Graph | None = None) -> CacheEntry | None:
    """Store a compiled model in the cache; return where it is, `None` where that fails.

    Args:
        files: Its files.
        found: The compiled model.
        graph: The model, for which it is noted where it is.
    """
    home = directory()
    if home is None:
        return None
    token = os.urandom(16)
    stem = stem_of([name for name, *_ in files])
    entry = CacheEntry(os.path.join(home, f"{stem}.{token.hex()}"), token)
    if not write(f"{entry.path}.{MODEL}", _pieces(entry, files, found)):
        return None
    if graph is not None:
        note_entry(graph, entry)
    return entry


def _pieces(entry: CacheEntry, files: Sequence[KeptFile], found: "Compiled") -> list[bytes]:
    """Return the bytes of a compiled model."""
    folder = ""
    with suppress(OSError):  # it may have been removed
        folder = os.getcwd()
    told = {"token": entry.token, "files": files, "folder": folder, "model": found.told}
    name = f"{entry.name}.{MODEL}"
    return list(pieces(name, fingerprint(), told, found.whole, found.paged))


def _entry_of_model(_: Statements) -> list[CacheEntry]:
    """Return the list that holds the cache entry of a model, for all its dates; empty for one that is not in the cache."""
    return []


def note_entry(statements: Statements, kept: CacheEntry) -> None:
    """Note the cache entry of a model, for all its dates."""
    statements.once_for_all(_entry_of_model)[:] = [kept]
    statements.note(stored_index, partial(_index_store, kept, statements))


def _index_store(entry: CacheEntry, statements: Statements) -> object:
    from .indexes import CachedIndex  # noqa: PLC0415 - only a search pays for it
    from .numbers import numbers_of  # noqa: PLC0415 - as above

    return CachedIndex(f"{entry.path}.index", entry.token, numbers_of(statements))


def entry_of(statements: Statements) -> CacheEntry | None:
    """Return the cache entry of a model; `None` for one that is not in the cache."""
    return next(iter(statements.once_for_all(_entry_of_model)), None)

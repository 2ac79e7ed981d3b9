"""Stores compiled models in the cache, and opens them for the same files."""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import NamedTuple

from ..facts.ends import last_documents
from ..facts.graph import Graph
from ..facts.statements import Statements, array_store, bearers_of, relations_naming, stored_index
from ..format.errors import Mistake, ModelError
from ..format.records import Entity
from ..model import Model
from .code import fingerprint
from .files import Given, Stamp, stamp_of, stem_of, sum_of
from .mapped import DamagedError, Mapped, opened, pieces
from .store import MODEL, directory, fetch, put, write, written_models

_STAMPS = "files"
"""The ending of the file that has later stamps of a model's files than its own."""

Build = Callable[[], tuple[list[bytes], Graph]]
"""Reads a model from its files; returns the sum of each beside it."""

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
        path: Its file; for a model without the ending.
        token: Random bytes made when the model was stored, by which its views know that they belong to it.
    """

    path: str
    token: bytes

    @property
    def name(self) -> str:
        """The name of the file in its directory."""
        return os.path.basename(self.path)


def recall(files: Given, read: Read, build: Build) -> Model | None:
    """Return the cached model of files; `None` when none was stored for exactly these bytes by this code.

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
        if _are_same(files, file, entry, read):
            return _taken(file, entry, build)
    return None


def _taken(file: Mapped, entry: CacheEntry, build: Build) -> Model | None:
    def afresh() -> Mapped:
        _forget(entry)
        sums, again = build()
        if sums != [each for *_, each in file.told["files"]]:
            raise ModelError([_CHANGED])
        return compiled(entry, file.told["files"], again)

    try:
        graph = model_of(file, afresh)
    except DamagedError:
        _forget(entry)
        return None
    note_entry(graph, entry)
    return graph


def model_of(file: Mapped, afresh: Callable[[], Mapped]) -> Model:
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
    graph.note(last_documents, tuple(map(date.fromordinal, records.told["last documents"])))
    return graph


def compiled(entry: CacheEntry, files: Sequence[tuple[str, Stamp, bytes]], graph: Graph) -> Mapped:
    """Return a graph compiled in memory."""
    data = b"".join(_pieces(entry, files, graph))
    return Mapped(memoryview(data), f"{entry.name}.{MODEL}", fingerprint())


def _forget(entry: CacheEntry) -> None:
    """Remove a damaged model, so that the next start stores it anew."""
    with suppress(OSError):
        os.unlink(f"{entry.path}.{MODEL}")


def _are_same(files: Given, file: Mapped, entry: CacheEntry, read: Read) -> bool:
    """Return whether files have the bytes from which a model was compiled."""
    kept: Sequence[tuple[str, Stamp, bytes]] = file.told["files"]
    if [name for name, _, _ in kept] != [name for name, _ in files]:
        return False
    stamps = {name: stamp for name, stamp, _ in kept}
    now = {name: stamp_of(name) for name, data in files if data is None}
    if any(not stamp or stamp != stamps[name] for name, stamp in now.items()):
        stamps.update(fetch(f"{entry.path}.{_STAMPS}", entry.token) or {})
    changed = False
    for (name, data), (_, _, sum_before) in zip(files, kept, strict=True):
        stamp = now.get(name, ())
        if data is None and stamp and stamp == stamps[name]:
            continue
        found = read(name) if data is None else data
        if found is None or sum_of(found) != sum_before:
            return False
        if stamp and stamp == stamp_of(name):
            stamps[name], changed = stamp, True
    if changed:
        put(f"{entry.path}.{_STAMPS}", entry.token, stamps)
    return True


def keep(files: Sequence[tuple[str, bytes]], stamps: Mapping[str, Stamp], graph: Graph) -> None:
    """Compile the graph of files and store it in the cache; where that fails, nothing is stored and no error is raised.

    Args:
        files: The files by name, with their bytes.
        stamps: What showed, when they were read, that they are the same.
        graph: The model that they are.
    """
    home = directory()
    if home is None or fingerprint() is None or not files:
        return
    token = os.urandom(16)
    stem = stem_of([name for name, _ in files])
    entry = CacheEntry(os.path.join(home, f"{stem}.{token.hex()}"), token)
    kept = [(name, stamps.get(name, ()), sum_of(data)) for name, data in files]
    if write(f"{entry.path}.{MODEL}", _pieces(entry, kept, graph)):
        note_entry(graph, entry)


def _pieces(entry: CacheEntry, files: Sequence[tuple[str, Stamp, bytes]], graph: Graph) -> list[bytes]:
    """Return the bytes of a compiled model."""
    from .compiling import compile_graph  # noqa: PLC0415 - only when there is something to keep

    compiled = compile_graph(graph)
    folder = ""
    with suppress(OSError):  # it may have been removed
        folder = os.getcwd()
    told = {"token": entry.token, "files": files, "folder": folder, "model": compiled.told}
    name = f"{entry.name}.{MODEL}"
    return list(pieces(name, fingerprint(), told, compiled.whole, compiled.paged))


def _entry_of_model(_: Statements) -> list[CacheEntry]:
    """Return the list that holds the cache entry of a model, for all its dates; empty for one that is not in the cache."""
    return []


def note_entry(statements: Statements, kept: CacheEntry) -> None:
    """Note the cache entry of a model, for all its dates."""
    statements.once_for_all(_entry_of_model)[:] = [kept]
    statements.note(stored_index, partial(_index_store, kept, statements))
    statements.note(array_store, partial(_array_store, kept, statements))


def _index_store(entry: CacheEntry, statements: Statements) -> object:
    from .indexes import CachedIndex  # noqa: PLC0415 - only a search pays for it
    from .numbers import numbers_of  # noqa: PLC0415 - as above

    return CachedIndex(f"{entry.path}.index", entry.token, numbers_of(statements))


def _array_store(entry: CacheEntry, statements: Statements) -> object:
    from .arrays import CachedArrays  # noqa: PLC0415 - most starts ask about no date
    from .numbers import numbers_of  # noqa: PLC0415 - as above

    return CachedArrays(entry.path, entry.token, statements, numbers_of(statements))


def entry_of(statements: Statements) -> CacheEntry | None:
    """Return the cache entry of a model; `None` for one that is not in the cache."""
    return next(iter(statements.once_for_all(_entry_of_model)), None)

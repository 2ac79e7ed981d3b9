"""Stores models in the cache, and reads them back for the same files."""

import binascii
import os
from collections.abc import Sequence
from typing import NamedTuple

from ..facts.graph import Graph
from ..facts.statements import Statements
from ..model import Model
from .code import fingerprint
from .store import MODEL, directory, fetch, put

Files = Sequence[tuple[str, bytes]]


class CacheEntry(NamedTuple):
    """The place of a model or a view in the cache.

    Attributes:
        path: Its file; for a model without the ending.
        token: Random bytes made when the model was stored, by which its views know that they belong to it.
    """

    path: str
    token: bytes


def recall(files: Files) -> Model | None:
    """Return the cached model of files; `None` when none was stored for exactly these bytes by this code."""
    path, code = _path(files), fingerprint()
    if path is None or code is None:
        return None
    kept = fetch(f"{path}.{MODEL}", code)
    if kept is None or kept[0] != list(files):
        return None
    from .compiled import restore  # noqa: PLC0415 - only when there is something to restore

    _, token, rows = kept
    graph = restore(rows)
    note_entry(graph, CacheEntry(path, token))
    return graph


def keep(files: Files, graph: Graph) -> None:
    """Store the graph of files in the cache; where that fails, nothing is stored and no error is raised."""
    path, code = _path(files), fingerprint()
    if path is None or code is None:
        return
    from .compiled import compile_graph  # noqa: PLC0415 - only when there is something to keep

    token = os.urandom(16)
    if put(f"{path}.{MODEL}", code, (list(files), token, compile_graph(graph))):
        note_entry(graph, CacheEntry(path, token))


def _entry_of_model(_: Statements) -> list[CacheEntry]:
    """Return the list that holds the cache entry of a model, for all its dates; empty for one that is not in the cache."""
    return []


def note_entry(statements: Statements, kept: CacheEntry) -> None:
    """Note the cache entry of a model, for all its dates."""
    statements.once_for_all(_entry_of_model)[:] = [kept]


def entry_of(statements: Statements) -> CacheEntry | None:
    """Return the cache entry of a model; `None` for one that is not in the cache."""
    return next(iter(statements.once_for_all(_entry_of_model)), None)


def _path(files: Files) -> str | None:
    """Return the cache file of a model by its file names, without the ending; `None` where the cache is off."""
    home = directory()
    if home is None or not files:
        return None
    names = "\0".join(os.path.abspath(name) for name, _ in files)
    return os.path.join(home, f"{binascii.crc32(os.fsencode(names)):08x}-{len(files)}")

"""Models that were read before."""

import os
import zlib
from collections.abc import Sequence

import attrs

from ..facts.graph import Graph
from ..facts.statements import Statements
from ..model import Model
from .code import fingerprint
from .store import MODEL, directory, fetch, put

Files = Sequence[tuple[str, bytes]]


@attrs.frozen(eq=False, repr=False)
class Kept:
    """Where a graph is kept, and what tells it from every other that was ever kept there.

    Attributes:
        path: Its file without the ending.
        token: Bytes made when it was kept.
    """

    path: str
    token: bytes


def recall(files: Files) -> Model | None:
    """Return the graph kept for some files; `None` when there is none for these very bytes and this code."""
    path, code = _path(files), fingerprint()
    if path is None or code is None:
        return None
    kept = fetch(f"{path}.{MODEL}", code)
    if kept is None or kept[0] != list(files):
        return None
    from .compiled import restore  # noqa: PLC0415 - only when there is something to restore

    _, token, rows = kept
    graph = restore(rows)
    note_kept(graph, Kept(path, token))
    return graph


def keep(files: Files, graph: Graph) -> None:
    """Keep the graph of some files; where that cannot be done, nothing is kept and nothing said."""
    path, code = _path(files), fingerprint()
    if path is None or code is None:
        return
    from .compiled import compile_graph  # noqa: PLC0415 - only when there is something to keep

    token = os.urandom(16)
    if put(f"{path}.{MODEL}", code, (list(files), token, compile_graph(graph))):
        note_kept(graph, Kept(path, token))


@attrs.define(eq=False, repr=False)
class _Place:
    """Holds where a graph is kept.

    Attributes:
        kept: The place; `None` for a graph that is kept nowhere.
    """

    kept: Kept | None = None


def _place(_: Statements) -> _Place:
    return _Place()


def note_kept(statements: Statements, kept: Kept) -> None:
    """Note where a graph is kept, for all its dates."""
    statements.once_for_all(_place).kept = kept


def kept_as(statements: Statements) -> Kept | None:
    """Return where a graph is kept; `None` for one that is kept nowhere."""
    return statements.once_for_all(_place).kept


def _path(files: Files) -> str | None:
    home = directory()
    if home is None or not files:
        return None
    names = "\0".join(os.path.abspath(name) for name, _ in files)
    return os.path.join(home, f"{zlib.crc32(os.fsencode(names)):08x}-{len(files)}")

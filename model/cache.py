"""Models that were read before, kept ready: reading one again costs a tenth of parsing and checking it.

A model comes from the cache only when every byte of every file is as it was, by this version of tiers and of
Python; there is no clock and no time stamp in it. Whatever goes wrong with the cache, the model is read anew.
It lives in `$XDG_CACHE_HOME/tiers`, by default `~/.cache/tiers`; `TIERS_NO_CACHE=1` turns it off.
"""

import marshal
import os
import sys
import zlib
from collections.abc import Sequence

from .graph import Graph

FORMAT = 2
"""Raise it with every change of the records or of `compiled.py`."""

KEPT = 16
"""How many models are kept; the longest unused go first."""

Files = Sequence[tuple[str, bytes]]


def recall(files: Files) -> Graph | None:
    """Return the graph kept for some files; `None` when there is none for these very bytes."""
    path = _path(files)
    if path is None:
        return None
    try:
        with open(path, "rb") as stream:
            checksum, data = stream.read(4), stream.read()
        if zlib.crc32(data).to_bytes(4, "big") != checksum:
            return None
        stamp, kept, rows = marshal.loads(data)  # noqa: S302 - the user's own file, checked against its sum
    except (OSError, ValueError, EOFError, TypeError):
        return None
    if stamp != _stamp() or kept != list(files):
        return None
    from .compiled import restore  # noqa: PLC0415 - only when there is something to restore

    return restore(rows)


def keep(files: Files, graph: Graph) -> None:
    """Keep the graph of some files; where that cannot be done, nothing is kept and nothing said."""
    path = _path(files)
    if path is None:
        return
    from .compiled import compile_graph  # noqa: PLC0415 - only when there is something to keep

    data = marshal.dumps((_stamp(), list(files), compile_graph(graph)))
    directory = os.path.dirname(path)
    unfinished = f"{path}.{os.getpid()}"
    try:
        os.makedirs(directory, mode=0o700, exist_ok=True)
        try:
            with open(unfinished, "xb") as stream:
                stream.write(zlib.crc32(data).to_bytes(4, "big") + data)
            os.replace(unfinished, path)
        except BaseException:
            os.unlink(unfinished)
            raise
        _prune(directory)
    except OSError:
        return


def _stamp() -> tuple[int, str]:
    return FORMAT, sys.version


def _path(files: Files) -> str | None:
    if os.environ.get("TIERS_NO_CACHE") or not files:
        return None
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        home = os.path.expanduser("~")
        if not os.path.isabs(home):
            return None
        base = os.path.join(home, ".cache")
    names = "\0".join(os.path.abspath(name) for name, _ in files)
    return os.path.join(base, "tiers", f"{zlib.crc32(os.fsencode(names)):08x}-{len(files)}.model")


def _prune(directory: str) -> None:
    with os.scandir(directory) as found:
        models = sorted(
            (each.stat().st_mtime_ns, each.path) for each in found if each.name.endswith(".model")
        )
    for _, path in models[:-KEPT]:
        os.unlink(path)

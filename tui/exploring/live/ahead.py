"""Has another process make what the cache lacks of a large model, so that changing the view waits for nothing."""

import marshal
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import IO

from tiers.model import Graph
from tiers.model.cache.models import CacheEntry, entry_of
from tiers.model.reading.own_process import has_python, module_paths, started

_PROGRAM = (
    "import marshal, sys; sys.path[:], *asked = marshal.load(sys.stdin.buffer); "
    "from tiers.model.cache.background import main; main(*asked)"
)
"""The program of the process; it finds the package where this process found it, by the same paths."""


def can_be_made_ahead(graph: Graph) -> bool:
    """Whether another process can complete the cache of a model: it is in the cache, and there is a Python to start.

    A program that has its own Python inside has none.
    """
    return has_python() and entry_of(graph) is not None


class Ahead:
    """A process that completes the cache of a model. It ends with this one, however this one ends."""

    def __init__(self, graph: Graph, done: Callable[["Ahead"], object]) -> None:
        """Take a model.

        Args:
            graph: A model that is in the cache.
            done: Called with this in another thread when the process has ended by itself, or could not be started.
        """
        self._graph = graph
        self._done = done
        self._is_ended = False
        self._held: IO[bytes] | None = None

    def start(self) -> None:
        """Start the process, in a thread that waits for its end."""
        Thread(target=self._run, name="tiers-ahead", daemon=True).start()

    def end(self) -> None:
        """Let the process end, without waiting for it."""
        self._is_ended = True
        self._let_go()

    def _run(self) -> None:
        entry = entry_of(self._graph)
        process = None
        if entry is not None and not self._is_ended:
            with suppress(OSError):  # it cannot be started
                process = started(_PROGRAM, is_idle=True)
        if process is not None and entry is not None:
            self._held = process.stdin
            self._tell(entry)
            process.wait()
            self._let_go()
        if not self._is_ended:
            self._done(self)

    def _tell(self, entry: CacheEntry) -> None:
        """Tell the process where the package and the compiled model are, unless it is to end already."""
        if self._is_ended:
            self._let_go()
        if self._held is not None:
            with suppress(OSError, ValueError):  # it has ended, or `end` closes its input in this moment
                self._held.write(marshal.dumps((module_paths(), entry.path, entry.token)))
                self._held.flush()

    def _let_go(self) -> None:
        if self._held is not None:
            with suppress(OSError, ValueError):
                self._held.close()

"""The process in which the explorer has the cache completed: of the lowest priority, silent, gone when the explorer is gone.

The explorer holds the other end of its standard input, which closes however the explorer ends, also when it is
killed.
"""

import gc
import os
import signal
import sys
import time
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from .ahead import store_missing
from .disk.files import open_own
from .disk.processes import locked
from .disk.store import MODEL
from .models import CacheEntry

_LOWEST = 19
"""The lowest priority that POSIX has."""

_PATIENCE = 2.0
"""The seconds that the work has to remove an unfinished file before the process ends anyway."""

_BETWEEN = 0.5
"""The seconds between two looks whether another process still completes the cache of the same model."""


def main(path: str, token: bytes) -> None:
    """Complete the cache of a model, and end with the process that started this one.

    Args:
        path: The compiled model, without its ending.
        token: Its token.
    """
    if sys.platform != "win32":  # there it is started with the lowest priority
        os.nice(_LOWEST)
    gc.disable()  # little of what is made is garbage, and the search for it takes a third of the time
    signal.signal(signal.SIGTERM, _end)
    Thread(target=_end_with_the_explorer, daemon=True).start()
    entry = CacheEntry(path, token)
    with _one_at_a_time(entry):
        store_missing(entry)
    os._exit(0)  # to free all records one by one would take seconds


def _end(*_: object) -> None:
    raise SystemExit(1)


def _end_with_the_explorer() -> None:
    """Wait for the end of standard input, then end as on a signal, so that an unfinished file is removed."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    interrupt_main(signal.SIGTERM)
    time.sleep(_PATIENCE)
    os._exit(1)


@contextmanager
def _one_at_a_time(entry: CacheEntry) -> Iterator[None]:
    """Wait while another process is completing the cache of the same model; where the system has no file locks, do not wait."""
    try:
        descriptor = open_own(f"{entry.path}.{MODEL}")
    except OSError:  # it is gone already
        yield
        return
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    while True:
        try:
            locked(descriptor)
        except BlockingIOError:
            time.sleep(_BETWEEN)
        except OSError:  # its file system has no locks
            return
        else:
            return

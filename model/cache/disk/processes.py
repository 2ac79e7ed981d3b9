"""Whether the process that began to write a file still runs, so that the files of killed ones can be removed."""

import os
import sys


def is_running(process: int) -> bool:
    """Return whether a process with this number runs; always `False` on Windows.

    There an open file cannot be removed, and `os.kill` with the signal 0 would send Ctrl-C.
    """
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it belongs to another user
        return True
    return True


def locked(descriptor: int) -> None:
    """Lock an open file until it is closed; on Windows an open file cannot be removed anyway, and needs no lock.

    Raises:
        OSError: Another process has locked it, or its file system has no locks.
    """
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 - Windows has none

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

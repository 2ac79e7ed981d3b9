"""Whether a process runs that began to write a file, so that what a killed one left can be taken away."""

import os
import sys


def is_running(process: int) -> bool:
    """Return whether a process of this number runs; on Windows that is not asked, and `False` is returned.

    There a file that is open cannot be taken away, and `os.kill` with the signal 0 would send Ctrl-C.
    """
    if sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:  # it runs, for somebody else
        return True
    return True


def locked(descriptor: int) -> None:
    """Lock an open file until it is closed; on Windows an open file needs no lock to be safe from being taken away.

    Raises:
        OSError: Another process has locked it, or its file system has no locks.
    """
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 - Windows has none

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

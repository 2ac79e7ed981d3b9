"""Whether a file is open for writing; found by a read lease, which the system grants only if nobody writes."""

import os
import sys
from contextlib import suppress


def is_being_written(path: str) -> bool:
    """Return whether somebody has a file open for writing; false if the system cannot tell.

    The lease is given back at once. Somebody who opens the file in that moment waits for it, and this process
    gets a signal. It is one that does nothing, since the usual one would end the process.
    """
    if sys.platform != "linux":  # only Linux has leases
        return False
    import fcntl  # noqa: PLC0415 - Windows has none
    import signal  # noqa: PLC0415 - only here

    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return False
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return True
    except OSError:  # the file of another user, or a disk without leases
        return False
    else:
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        return False
    finally:
        os.close(descriptor)

"""Whether a file is open for writing: asked of the system where it tells, by a read lease, which it grants only if nobody writes."""

import os
import sys
from contextlib import suppress


def is_being_written(path: str) -> bool:
    """Return whether somebody has a file open for writing; false where the system does not say.

    The lease is given back at once. Who opens the file in that moment waits for it, and this process gets a signal, which
    is one that does nothing: the usual one would end it.
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
    except OSError:  # another's file, or a disk that has no leases
        return False
    else:
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        return False
    finally:
        os.close(descriptor)

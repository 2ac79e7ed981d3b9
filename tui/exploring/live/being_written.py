"""Whether a file is open for writing: asked of the system where it tells, by a read lease, which it grants only if nobody writes."""

import fcntl
import os
import signal
from contextlib import suppress

_ASKED = ("F_SETLEASE", "F_SETSIG", "F_RDLCK", "F_UNLCK")
_TELLS = all(hasattr(fcntl, each) for each in _ASKED)
"""Only Linux has leases."""


def is_being_written(path: str) -> bool:
    """Return whether somebody has a file open for writing; false where the system does not say.

    The lease is given back at once. Who opens the file in that moment waits for it, and this process gets a signal, which
    is one that does nothing: the usual one would end it.
    """
    if not _TELLS:
        return False
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return False
    try:
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)  # type: ignore[attr-defined,unused-ignore]
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)  # type: ignore[attr-defined,unused-ignore]
    except BlockingIOError:
        return True
    except OSError:  # another's file, or a disk that has no leases
        return False
    else:
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_UNLCK)  # type: ignore[attr-defined,unused-ignore]
        return False
    finally:
        os.close(descriptor)

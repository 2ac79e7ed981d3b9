"""The stamps by which files are recognised as unchanged: size, times and inode; their bytes where these may mislead.

A file that changed within two seconds before it was read may change again without a new stamp, since the
times of some file systems are no finer. It is recognised by the checksum of its bytes until it is read again
after that.
"""

import os
import time
from collections.abc import Sequence

Given = Sequence[tuple[str, bytes | None]]
"""Files by name, with their bytes if these are already read and not (or not yet) in a file of that name."""

Stamp = tuple[int, ...]
"""Device, inode, size and times of a file; empty if they do not show whether it is the same."""

TOO_NEW = 2 * 10**9


def stamp_of(name: str) -> Stamp:
    """Return the stamp of a file; empty if it has changed very recently or cannot be examined."""
    try:
        found = os.stat(name)
    except (OSError, ValueError):
        return ()
    times = (found.st_mtime_ns, found.st_ctime_ns)
    if max(times) > time.time_ns() - TOO_NEW:
        return ()
    return (found.st_dev, found.st_ino, found.st_size, *times)


def sum_of(data: bytes) -> bytes:
    """Return the checksum of the bytes of a file."""
    from hashlib import blake2b  # noqa: PLC0415 - most starts look at no byte

    return blake2b(data, digest_size=16).digest()


def stem_of(names: Sequence[str]) -> str:
    """Return the beginning of the names of cache files for a model with files of these names."""
    from binascii import crc32  # noqa: PLC0415

    joined = "\0".join(map(os.path.abspath, names))
    return f"{crc32(os.fsencode(joined)):08x}-{len(names)}"

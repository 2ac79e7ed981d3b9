"""What shows that the files of a model are those that were read: size, times and inode; where these may lie, their bytes.

A file that changed within two seconds of its reading may change again without a sign, since the times of some file
systems are no finer: it is told by the sum of its bytes, until it is read again after that.
"""

import os
import time
from collections.abc import Sequence

Given = Sequence[tuple[str, bytes | None]]
"""Files by name; with their bytes where these are at hand and not, or not yet, in a file of that name."""

Stamp = tuple[int, ...]
"""Device, inode, size and times of a file; empty where they do not show whether it is the same."""

TOO_NEW = 2 * 10**9


def stamp_of(name: str) -> Stamp:
    """Return the stamp of a file; empty where it has changed just now or cannot be looked at."""
    try:
        found = os.stat(name)
    except (OSError, ValueError):
        return ()
    times = (found.st_mtime_ns, found.st_ctime_ns)
    if max(times) > time.time_ns() - TOO_NEW:
        return ()
    return (found.st_dev, found.st_ino, found.st_size, *times)


def sum_of(data: bytes) -> bytes:
    """Return the sum of the bytes of a file."""
    from hashlib import blake2b  # noqa: PLC0415 - most starts look at no byte

    return blake2b(data, digest_size=16).digest()


def stem_of(names: Sequence[str]) -> str:
    """Return how the files of the cache begin that belong to a model with files of these names."""
    from binascii import crc32  # noqa: PLC0415

    joined = "\0".join(map(os.path.abspath, names))
    return f"{crc32(os.fsencode(joined)):08x}-{len(names)}"

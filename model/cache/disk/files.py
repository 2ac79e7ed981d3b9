"""The stamps by which files are recognised as unchanged: size, times and inode; their bytes where these may mislead.

A file that changed within two seconds before it was read may change again without a new stamp, since the
times of some file systems are no finer. It is recognised by the checksum of its bytes until it is read again
after that.
"""

import os
import stat
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ...reading.files import MODEL_SIZE_LIMIT

Given = Sequence[tuple[str, bytes | None]]
"""Files by name, with their bytes if these are already read and not (or not yet) in a file of that name."""

Stamp = tuple[int, ...]
"""Device, inode, size and times of a file; empty if they do not show whether it is the same."""

StampedFile = tuple[str, Stamp, bytes]
"""A file of a model as it was read: its name, its stamp, the sum of its bytes."""

Read = Callable[[str], bytes | None]
"""Returns the bytes of a file; `None` where it cannot be read."""

_OPENED = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC"))
"""How a file is opened: without waiting for the other end of a pipe, and not through a link."""

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

TOO_NEW = 2 * 10**9


class Looked(NamedTuple):
    """The files of a model, compared with those that were read.

    Attributes:
        files: The files as they are now.
        changed: The bytes of the files that changed, by name.
        is_touched: Whether an unchanged file has another stamp.
    """

    files: list[StampedFile]
    changed: dict[str, bytes]
    is_touched: bool


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


_SIZE = 2
"""The place of the size in a stamp."""


def sum_of(data: bytes) -> bytes:
    """Return the checksum of the bytes of a file."""
    from hashlib import blake2b  # noqa: PLC0415 - most starts look at no byte

    return blake2b(data, digest_size=16).digest()


def stem_of(names: Sequence[str]) -> str:
    """Return the beginning of the names of cache files for a model with files of these names."""
    from binascii import crc32  # noqa: PLC0415

    joined = "\0".join(map(os.path.abspath, names))
    return f"{crc32(os.fsencode(joined)):08x}-{len(names)}"


def look(
    files: Given, kept: Sequence[StampedFile], later: Callable[[], Mapping[str, Stamp]], read: Read
) -> Looked | None:
    """Compare files with those that were read; `None` if they are other files, or too large together.

    Args:
        files: The files.
        kept: The files that were read.
        later: Returns later stamps of these, if their own stamps do not show that they are unchanged.
        read: Reads a file.
    """
    if [name for name, _, _ in kept] != [name for name, _ in files]:
        return None
    stamps = {name: stamp for name, stamp, _ in kept}
    now = {name: stamp_of(name) for name, data in files if data is None}
    if any(not stamp or stamp != stamps[name] for name, stamp in now.items()):
        stamps.update(later())
    looked, changed, is_touched, size = list[StampedFile](), dict[str, bytes](), False, 0
    for (name, data), (_, _, known) in zip(files, kept, strict=True):
        stamp = now.get(name, ())
        if data is None and stamp and stamp == stamps[name]:
            looked.append((name, stamp, known))
            size += stamp[_SIZE]
            continue
        found = read(name) if data is None else data
        if found is None:
            return None
        size += len(found)
        stamp = stamp if stamp and stamp == stamp_of(name) else ()
        own = sum_of(found)
        looked.append((name, stamp, own))
        if own != known:
            changed[name] = found
        elif stamp:
            is_touched = True
    return None if size > MODEL_SIZE_LIMIT else Looked(looked, changed, is_touched)


def open_own(path: str) -> int:
    """Return the descriptor of a file that only this user can have written.

    A file of another user is not read: the directory may be shared, or left over from `sudo`. Nor is a pipe or a
    device, also behind a link: it would be waited for.

    Raises:
        OSError: It cannot be opened, or is not such a file.
    """
    descriptor = os.open(path, _OPENED)
    status = os.fstat(descriptor)
    own = not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE)
    if stat.S_ISREG(status.st_mode) and own:
        return descriptor
    os.close(descriptor)
    raise PermissionError(path)

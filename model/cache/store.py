"""Reads and writes the files of the cache: plain Python values, with a checksum, written whole or not at all."""

import binascii
import marshal
import os
import re
import stat
from contextlib import suppress
from typing import Any

MODEL = "model"
"""The ending of the file of a model; its views have the same name with other endings."""

KEPT = 16
"""How many models the cache keeps; the oldest are removed first, with their views."""

_OPENED = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC"))
"""How a file is opened: without waiting for the other end of a pipe, and not through a link."""

_UNFINISHED = r".+\.[0-9]{1,20}"
"""How an unfinished file is called: with the number of the process at its end."""

_OURS = r"([0-9a-f]{8}-[0-9]+)\..+"
"""The names of the cache's files; other files in the directory are not touched."""


def directory() -> str | None:
    """Return the directory of the cache; `None` when it is turned off or there is no home directory."""
    if os.environ.get("TIERS_NO_CACHE"):
        return None
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        home = os.path.expanduser("~")
        if not os.path.isabs(home):
            return None
        base = os.path.join(home, ".cache")
    return os.path.join(base, "tiers")


def fetch(path: str, token: Any) -> Any:
    """Return the value in a file; `None` when it is missing, damaged, or was stored by another name or with another token.

    A file of another user is not read: the directory may be shared, or left over from `sudo`. Nor is a pipe or a
    device, also behind a link: it would be waited for.
    """
    try:
        with open(os.open(path, _OPENED), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                return None
            if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
                return None
            checksum, data = stream.read(4), stream.read(status.st_size)
        if _sum(data) != checksum:
            return None
        (name, stored_with), value = marshal.loads(data)  # noqa: S302 - the user's own file, checked against its sum
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return value if (name, stored_with) == (os.path.basename(path), token) else None


def put(path: str, token: Any, value: Any) -> bool:
    """Write a value to a file, whole or not at all; where that fails, no error is raised.

    Args:
        path: The file.
        token: The value that must be given again to fetch it; first in the file in every version of the format.
        value: The value, made of plain Python values.

    Returns:
        Whether it was written.
    """
    data = marshal.dumps(((os.path.basename(path), token), value))
    home = os.path.dirname(path)
    unfinished = f"{path}.{os.getpid()}"
    try:
        os.makedirs(home, mode=0o700, exist_ok=True)
        try:
            with open(unfinished, "xb") as stream:
                stream.write(_sum(data) + data)
            os.replace(unfinished, path)
        except BaseException:
            os.unlink(unfinished)
            raise
    except OSError:
        return False
    if path.endswith(f".{MODEL}"):
        with suppress(OSError):
            _prune(home, os.path.basename(path).removesuffix(f".{MODEL}"))
    return True


def _sum(data: bytes) -> bytes:
    return binascii.crc32(data).to_bytes(4, "big")


def _prune(home: str, just_written: str) -> None:
    """Remove all but the latest models and their views, and half-written files of killed processes.

    The one just written stays whatever its time says: the clock may have been set back.
    """
    with os.scandir(home) as found:
        ours = [(each, match[1]) for each in found if (match := re.fullmatch(_OURS, each.name))]
    models = [
        (each.stat(follow_symlinks=False).st_mtime_ns, stem)
        for each, stem in ours
        if each.name == f"{stem}.{MODEL}" and stem != just_written
    ]
    kept = {just_written, *(stem for _, stem in sorted(models)[1 - KEPT :])}
    for each, stem in ours:
        if stem not in kept or _is_left(each.name):
            with suppress(OSError):
                os.unlink(each.path)


def _is_left(name: str) -> bool:
    """Whether a file is one that a process began to write which is no more."""
    if not re.fullmatch(_UNFINISHED, name):
        return False
    from .processes import is_running  # noqa: PLC0415 - only where something new is kept

    return not is_running(int(name.rpartition(".")[2]))

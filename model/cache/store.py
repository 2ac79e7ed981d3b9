"""The files of the cache: values of plain Python, whole or not there."""

import marshal
import os
import re
import stat
import zlib
from contextlib import suppress
from typing import Any

MODEL = "model"
"""The ending of a file that keeps a model; what was worked out from it has the same name and another ending."""

KEPT = 16
"""How many models are kept; those kept longest ago go first, with all that was worked out from them."""

_OPENED = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC"))
"""How a file is opened: without waiting for the other end of a pipe, and not through a link."""

_UNFINISHED = re.compile(r".+\.[0-9]{1,20}")
"""How an unfinished file is called: with the number of the process at its end."""

_OURS = re.compile(r"([0-9a-f]{8}-[0-9]+)\..+")
"""How the files of the cache are called; whatever else lies beside them is not touched."""


def directory() -> str | None:
    """Return where the cache lives; `None` when it is turned off or there is no place for it."""
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
    """Return the value in a file; `None` when there is none that is whole and was put there, by this name, with this token.

    What another user put there is not read: a cache may be shared, and `sudo` leaves it as it is. Nor is what is no
    file: a pipe or a device in its place, or behind a link, would be waited for.
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
        found = marshal.loads(data)  # noqa: S302 - the user's own file, checked against its sum
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return found[1] if found[0] == (os.path.basename(path), token) else None


def put(path: str, token: Any, value: Any) -> bool:
    """Put a value in a file, the whole of it or nothing; where that cannot be done, nothing is said.

    Args:
        path: The file.
        token: What must be the same when it is fetched: a plain value, first in the file in every version of it.
        value: The value, made of plain ones.

    Returns:
        Whether it was done.
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
            _prune(home)
    return True


def _sum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")


def _prune(home: str) -> None:
    """Leave the models kept last and what belongs to them; what a killed process left half written goes too."""
    with os.scandir(home) as found:
        ours = [(each, match[1]) for each in found if (match := _OURS.fullmatch(each.name))]
    models = [
        (each.stat(follow_symlinks=False).st_mtime_ns, stem)
        for each, stem in ours
        if each.name == f"{stem}.{MODEL}"
    ]
    kept = {stem for _, stem in sorted(models)[-KEPT:]}
    for each, stem in ours:
        if stem not in kept or _is_left(each.name):
            with suppress(OSError):
                os.unlink(each.path)


def _is_left(name: str) -> bool:
    """Whether a file is one that a process began to write which is no more."""
    if not _UNFINISHED.fullmatch(name):
        return False
    try:
        os.kill(int(name.rpartition(".")[2]), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        return False
    return False

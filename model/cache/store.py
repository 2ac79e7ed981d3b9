"""Reads and writes the files of the cache: plain Python values, with a checksum, written whole or not at all."""

import binascii
import marshal
import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from .mapped import open_own

MODEL = "model"
"""The ending of the file of a model; its views have the same name with other endings."""

KEPT = 16
"""How many models the cache keeps; the oldest are removed first, with their views."""

_UNFINISHED = r".+\.[0-9]{1,20}"
"""How an unfinished file is called: with the number of the process at its end."""

_OURS = r"(([0-9a-f]{8}-[0-9]+)(?:\.[0-9a-f]{32})?)\.(.+)"
"""The names of the cache's files: a model, its token, what it is; other files in the directory are not touched.

Before there were tokens the names had none.
"""


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
    """Return the value in a file; `None` when it is missing, damaged, or was stored by another name or with another token."""
    try:
        with open(open_own(path), "rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            checksum, data = stream.read(4), stream.read(size)
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
    return write(path, (_sum(data), data))


def write(path: str, pieces: Iterable[Any]) -> bool:
    """Write bytes to a file, whole or not at all; where that fails, no error is raised.

    Returns:
        Whether it was written, and is there: of several processes that read a model at once, one stores it.
    """
    home = os.path.dirname(path)
    unfinished = f"{path}.{os.getpid()}"
    try:
        os.makedirs(home, mode=0o700, exist_ok=True)
        descriptor = os.open(
            unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
        try:
            with open(descriptor, "wb") as stream:
                stream.writelines(pieces)
            os.replace(unfinished, path)
        except BaseException:
            os.unlink(unfinished)
            raise
    except OSError:
        return False
    if path.endswith(f".{MODEL}"):
        with suppress(OSError):
            return _prune(home, os.path.basename(path))
    return True


def written_models(home: str, stem: str) -> list[str]:
    """Return the files of a model, the latest first; there is one, unless several processes read it at once."""
    start, end = f"{stem}.", f".{MODEL}"
    found: list[tuple[int, str]] = []
    with suppress(OSError), os.scandir(home) as entries:
        found.extend(
            (each.stat(follow_symlinks=False).st_mtime_ns, each.path)
            for each in entries
            if each.name.startswith(start) and each.name.endswith(end)
        )
    return [path for _, path in sorted(found, reverse=True)]


def _sum(data: bytes) -> bytes:
    return binascii.crc32(data).to_bytes(4, "big")


def _prune(home: str, just_written: str) -> bool:
    """Remove all but the latest models and their views, and half-written files of killed processes.

    The model just written stays whatever its time says: the clock may have been set back. But where another process
    has written the same model since, that one stays.

    Returns:
        Whether the one just written stays.
    """
    with os.scandir(home) as found:
        ours = [(each, match[1], match[2]) for each in found if (match := re.fullmatch(_OURS, each.name))]
    models = {
        name: ((each.stat(follow_symlinks=False).st_mtime_ns, name), stem)
        for each, name, stem in ours
        if each.name == f"{name}.{MODEL}" and name != stem
    }
    own = just_written.removesuffix(f".{MODEL}")
    age, own_stem = models.pop(own, ((0, ""), ""))
    now = (time.time_ns(), "")
    newer = [each for each, stem in models.values() if stem == own_stem and age < each < now]
    others = sorted(each for each, stem in models.values() if stem != own_stem)
    last = max(newer, default=(0, own))[1]
    kept = {last, *(name for _, name in others[1 - KEPT :])}
    for each, name, _ in ours:
        if _is_left(each.name) if re.fullmatch(_UNFINISHED, each.name) else name not in kept:
            with suppress(OSError):
                os.unlink(each.path)
    return last == own


def _is_left(name: str) -> bool:
    """Whether the process that began to write a file is no more."""
    from .processes import is_running  # noqa: PLC0415 - only where something new is kept

    return not is_running(int(name.rpartition(".")[2]))

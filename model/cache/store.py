"""The files of the cache: values of plain Python, whole or not there."""

import marshal
import os
import zlib
from typing import Any

MODEL = "model"
"""The ending of a file that keeps a model; what was worked out from it has the same name and another ending."""

KEPT = 16
"""How many models are kept; those kept longest ago go first, with all that was worked out from them."""


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
    """Return the value in a file; `None` when there is none that is whole and was put there with this token."""
    try:
        with open(path, "rb") as stream:
            checksum, data = stream.read(4), stream.read()
        if _sum(data) != checksum:
            return None
        found = marshal.loads(data)  # noqa: S302 - the user's own file, checked against its sum
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return found[1] if found[0] == token else None


def put(path: str, token: Any, value: Any) -> bool:
    """Put a value in a file, the whole of it or nothing; where that cannot be done, nothing is said.

    Args:
        path: The file.
        token: What must be the same when it is fetched: a plain value, first in the file in every version of it.
        value: The value, made of plain ones.

    Returns:
        Whether it was done.
    """
    data = marshal.dumps((token, value))
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
        if path.endswith(f".{MODEL}"):
            _prune(home)
    except OSError:
        return False
    return True


def _sum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")


def _prune(home: str) -> None:
    with os.scandir(home) as found:
        files = [(each.stat().st_mtime_ns, each.name) for each in found]
    models = sorted(each for each in files if each[1].endswith(f".{MODEL}"))
    gone = {name.partition(".")[0] for _, name in models[:-KEPT]}
    for _, name in files:
        if name.partition(".")[0] in gone:
            os.unlink(os.path.join(home, name))

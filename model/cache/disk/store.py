"""Reads and writes the files of the cache: plain Python values with a checksum, written completely or not at all."""

import binascii
import marshal
import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, NamedTuple

from .files import open_own

MODEL = "model"
"""The extension of the file of a model; its views have the same name with other extensions."""

KEPT = 16
"""How many models the cache keeps; the oldest are removed first, with their views."""

KEPT_BYTES = 2 * 10**9
"""How many bytes the kept models may have with their views; the one written last stays, however large it is."""

SAME_BYTES = 2
"""The version of `marshal` that makes the same bytes of equal values; later ones refer back to what is one object."""

_UNFINISHED = r".+\.[0-9]{1,20}"
"""The name of an unfinished file, with the number of the process at its end."""

_OURS = r"(([0-9a-f]{8}-[0-9]+)(?:\.[0-9a-f]{32})?)\.(.+)"
"""The names of the cache's files: a model, its token, its type; other files in the directory are not touched.

The token is optional, since older versions did not write one.
"""


def directory() -> str | None:
    """Return the directory of the cache; `None` when it is turned off or there is no home directory."""
    return None if is_off() else location()


def is_off() -> bool:
    """Whether the variable TIERS_NO_CACHE turns the cache off."""
    return bool(os.environ.get("TIERS_NO_CACHE"))


def location() -> str | None:
    """Return the directory of the cache, even if it is turned off; `None` when there is no home directory."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        home = os.path.expanduser("~")
        if not os.path.isabs(home):
            return None
        base = os.path.join(home, ".cache")
    return os.path.join(base, "tiers")


def fetch(path: str, token: Any) -> Any:
    """Return the value in a file; `None` when it is missing, damaged, or was stored under another name or token."""
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
    """Write a value to a file, completely or not at all; on failure no error is raised.

    Args:
        path: The file.
        token: The value that must be given again to fetch it; first in the file in every version of the
            format.
        value: The value, made of plain Python values.

    Returns:
        Whether it was written.
    """
    data = marshal.dumps(((os.path.basename(path), token), value))
    return write(path, (_sum(data), data))


def write(path: str, pieces: Iterable[Any]) -> bool:
    """Write bytes to a file, completely or not at all; on failure no error is raised.

    What belongs to a model is not left without it: an explorer goes on after its model was cleared from the cache.

    Returns:
        Whether it was written and is still there: of several processes that read a model at once, one stores
        it.
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
    elif _lacks_its_model(path):
        with suppress(OSError):
            os.unlink(path)
        return False
    return True


def _lacks_its_model(path: str) -> bool:
    """Whether a file belongs to a model that is not in the cache any more."""
    home, name = os.path.split(path)
    match = re.fullmatch(_OURS, name)
    return match is not None and not os.path.exists(os.path.join(home, f"{match[1]}.{MODEL}"))


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


class OwnFile(NamedTuple):
    """A file of the cache.

    Attributes:
        path: Its path.
        model: The name of its model: stem and token.
        stem: The beginning of the names of all models of the same files.
        size: Its size in bytes; 0 when it has just disappeared.
        time: When it was written, in nanoseconds.
    """

    path: str
    model: str
    stem: str
    size: int
    time: int

    @property
    def is_model(self) -> bool:
        """Whether it is a compiled model, and not a file that belongs to one."""
        return self.path.endswith(f"{os.sep}{self.model}.{MODEL}") and self.model != self.stem

    @property
    def is_unfinished(self) -> bool:
        """Whether a process has begun to write it."""
        return re.fullmatch(_UNFINISHED, os.path.basename(self.path)) is not None

    @property
    def is_abandoned(self) -> bool:
        """Whether the process that began to write it is gone."""
        from .processes import is_running  # noqa: PLC0415 - only where something new is kept

        return self.is_unfinished and not is_running(int(self.path.rpartition(".")[2]))


def own_files(home: str) -> list[OwnFile]:
    """Return the files in a directory whose names are those of the cache.

    Raises:
        OSError: The directory cannot be listed.
    """
    with os.scandir(home) as entries:
        found = [(each, match[1], match[2]) for each in entries if (match := re.fullmatch(_OURS, each.name))]
    own = []
    for each, model, stem in found:
        size = time_written = 0
        with suppress(OSError):
            status = each.stat(follow_symlinks=False)
            size, time_written = status.st_size, status.st_mtime_ns
        own.append(OwnFile(each.path, model, stem, size, time_written))
    return own


def _sum(data: bytes) -> bytes:
    return binascii.crc32(data).to_bytes(4, "big")


def _prune(home: str, just_written: str) -> bool:
    """Remove all but the latest models and their views, and half-written files of killed processes.

    The model just written stays whatever its time, since the clock may have been set back. But if another
    process has written the same model since, that one stays.

    Returns:
        Whether the one just written stays.
    """
    ours = own_files(home)
    sizes: dict[str, int] = {}
    for each in ours:
        sizes[each.model] = sizes.get(each.model, 0) + each.size
    models = {each.model: ((each.time, each.model), each.stem) for each in ours if each.is_model}
    own = just_written.removesuffix(f".{MODEL}")
    age, own_stem = models.pop(own, ((0, ""), ""))
    now = (time.time_ns(), "")
    newer = [each for each, stem in models.values() if stem == own_stem and age < each < now]
    last = max(newer, default=(0, own))[1]
    kept, room = {last}, KEPT_BYTES - sizes.get(last, 0)
    for _, name in sorted((each for each, stem in models.values() if stem != own_stem), reverse=True)[
        : KEPT - 1
    ]:
        room -= sizes[name]
        if room < 0:
            break
        kept.add(name)
    for one in ours:
        if one.is_abandoned if one.is_unfinished else one.model not in kept:
            with suppress(OSError):
                os.unlink(one.path)
    return last == own

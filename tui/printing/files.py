"""Writing to a file so that there is either the whole new file or what was there before."""

import contextlib
import os
import stat
from collections.abc import Iterable

from ..safe_text import VISIBLE


class UnwritableError(Exception):
    """A file cannot be written; what was there before is as it was.

    Attributes:
        path: The file as it was named.
        reason: Why not, in small letters.
    """

    def __init__(self, path: str, error: OSError) -> None:
        self.path = path
        self.reason = (error.strerror or str(error)).lower()
        super().__init__(f"`{path}` cannot be written: {self.reason}")


def write_files(files: Iterable[tuple[str, Iterable[str]]], encoding: str = "utf-8") -> None:
    """Write several files: none of them is put in its place before all of them are written.

    Raises:
        UnwritableError: One of them cannot be written; what was there before is as it was.
    """
    with contextlib.ExitStack() as undone:
        finished: list[tuple[str, str]] = []
        for path, pieces in files:
            place = os.path.realpath(path)
            unfinished = f"{place}.{os.getpid()}.unfinished"
            try:
                mode = _mode(place)
                with open(unfinished, "x", encoding=encoding, errors=VISIBLE, newline="") as stream:
                    undone.callback(_remove, unfinished)
                    stream.writelines(pieces)
                    stream.flush()
                    os.fsync(stream.fileno())
                    if mode is not None:
                        os.fchmod(stream.fileno(), mode)
            except OSError as error:
                raise UnwritableError(path, error) from None
            finished.append((unfinished, path))
        for unfinished, path in finished:
            try:
                os.replace(unfinished, os.path.realpath(path))
            except OSError as error:
                raise UnwritableError(path, error) from None


def _mode(place: str) -> int | None:
    """Return the permissions of a file that is there; only a file can be replaced as a whole."""
    try:
        found = os.stat(place).st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found):
        raise IsADirectoryError(21, "it is a directory")
    if not stat.S_ISREG(found):
        raise OSError(22, "it is not a file")
    return stat.S_IMODE(found)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)

"""From paths to text: which files a model has, and reading them so that no file can hang or fill the memory."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from .errors import Mistake

SIZE_LIMIT = 512 * 1024 * 1024
"""The most bytes one file may have."""


def find_files(paths: Iterable[str | os.PathLike[str]], mistakes: list[Mistake]) -> Iterator[Path]:
    """Yield the TOML files of a model: each file named, and all `*.toml` below each directory, sorted.

    What cannot be found is added to `mistakes`.
    """
    seen: set[str] = set()
    for path in map(Path, paths):
        if path.is_dir():
            found = sorted(_below(path))
            if not found:
                mistakes.append(
                    Mistake(
                        "no-files",
                        "the directory has no `*.toml` file in it or below it",
                        str(path),
                        hint="name the directory or the file that has the model",
                    )
                )
        else:
            found = [path]
        for file in found:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _below(directory: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(directory):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if name.endswith(".toml") and not name.startswith("."):
                yield Path(folder, name)


def read_text(path: Path, mistakes: list[Mistake]) -> str | None:
    """Return the text of a regular file; `None`, with a mistake added, where it cannot be had.

    A FIFO or a device is refused before it is read, and a byte order mark is taken off.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor, not a path
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                mistakes.append(
                    Mistake(
                        "not-a-file",
                        f"this is {_sort_of(status.st_mode)}, not a file",
                        str(path),
                        hint="name a TOML file or a directory of them",
                    )
                )
                return None
            if status.st_size > SIZE_LIMIT:
                mistakes.append(
                    Mistake(
                        "too-large",
                        f"the file has {status.st_size:,} bytes; at most {SIZE_LIMIT:,} are read",
                        str(path),
                        hint="split the model into several files",
                    )
                )
                return None
            data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "check the path" if isinstance(error, FileNotFoundError) else ""
        mistakes.append(Mistake("cannot-read", f"cannot be read: {reason}", str(path), hint=hint))
        return None
    except ValueError as error:
        mistakes.append(Mistake("cannot-read", f"cannot be read: {error}", repr(str(path))))
        return None
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        mistakes.append(
            Mistake(
                "not-utf-8",
                f"the byte 0x{data[error.start]:02x} is not valid UTF-8",
                str(path),
                before.count(b"\n") + 1,
                len(before[line_start:].decode("utf-8", "replace")) + 1,
                hint="save the file as UTF-8",
            )
        )
        return None


def _sort_of(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"

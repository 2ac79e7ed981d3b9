"""Finds and reads the files of a model; refuses pipes, devices and huge files, and decodes UTF-8."""

import os
import stat
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import tiers.data

if TYPE_CHECKING:
    from ..format.errors import Mistake

SIZE_LIMIT = 512 * 1024 * 1024
"""How many bytes one file may have."""

MODEL_SIZE_LIMIT = 2 * SIZE_LIMIT
"""How many bytes all files of a model may have together, since they are in memory together."""

ENTRY_LIMIT = 1_000_000
"""How many files and folders below a directory are visited at most, so that `--model /` ends with a message."""

_PIECE = 65536


def bundled() -> str:
    """Return the directory of the model bundled with the package."""
    return os.path.dirname(os.path.abspath(str(tiers.data.__file__)))


def find_files(paths: Iterable[str | os.PathLike[str]], mistakes: "list[Mistake]") -> Iterator[str]:
    """Yield the TOML files of a model: each file named, and all `*.toml` below each directory, sorted.

    A directory without such files is added to `mistakes`; a missing file is reported when it is read.
    """
    for file, _ in look_at_files(paths, mistakes):
        yield file


def look_at_files(
    paths: Iterable[str | os.PathLike[str]], mistakes: "list[Mistake]"
) -> Iterator[tuple[str, os.stat_result | None]]:
    """Yield the same files with their status; `None` for one that cannot be examined."""
    seen: set[tuple[int, int]] = set()
    for path in [os.fspath(each) for each in paths]:
        if os.path.isdir(path):
            before = len(mistakes)
            found = sorted(_below(path, mistakes))
            if not found and len(mistakes) == before:
                message = "the directory has no `*.toml` file in it or below it"
                hint = "name the directory or the file that has the model"
                mistakes.append(_mistake("no-files", message, path, hint=hint))
        else:
            found = [path]
        for file in found:
            try:
                status = os.stat(file)
            except (OSError, ValueError):  # reading it reports why
                yield file, None
                continue
            # by device and inode, since a file may be named twice, or reached through a link
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                yield file, status


def _below(directory: str, mistakes: "list[Mistake]") -> Iterator[str]:
    """Yield the TOML files below a directory, without hidden ones."""
    for folder, _, names in walk(directory, mistakes):
        opening = os.path.join(folder, "")
        for name in names:
            if name.endswith(".toml"):
                yield opening + name


def walk(directory: str, mistakes: "list[Mistake]") -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield each folder in and below a directory with the names of its folders and of its files, without hidden ones.

    It works like `os.walk`, and the caller may remove folders from the list; but `os.walk` skips unreadable
    folders, and fails a thousand levels down. Folders behind a link are not entered.
    """
    waiting, seen = [directory], 0
    while waiting:
        folder = waiting.pop()
        folders: list[str] = []
        names: list[str] = []
        try:
            with os.scandir(folder) as entries:
                for each in entries:
                    seen += 1
                    if seen > ENTRY_LIMIT:
                        message = f"the directory has more than {ENTRY_LIMIT:,} files and folders in it and below it"
                        hint = "name the directory or the file that has the model"
                        mistakes.append(_mistake("too-many", message, directory, hint=hint))
                        return
                    if not each.name.startswith("."):
                        is_folder = _is_folder(each)
                        if not is_folder or not each.is_symlink():
                            (folders if is_folder else names).append(each.name)
        except OSError as error:
            mistakes.append(_cannot_read(error, folder))
            continue
        yield folder, folders, names
        waiting.extend(os.path.join(folder, name) for name in folders)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of links, or a folder that has just disappeared
        return False


def read_files(paths: Iterable[str], mistakes: "list[Mistake]") -> Iterator[tuple[str, bytes]]:
    """Yield the files of a model with their bytes; unreadable ones are added to `mistakes`."""
    return bounded(
        ((path, data) for path in paths if (data := read_file(path, mistakes)) is not None), mistakes
    )


def bounded(files: Iterable[tuple[str, bytes]], mistakes: "list[Mistake]") -> Iterator[tuple[str, bytes]]:
    """Yield the files of a model until they have more bytes together than a model may have."""
    size = 0
    for path, data in files:
        size += len(data)
        if size > MODEL_SIZE_LIMIT:
            message = f"with this file the model has more than {MODEL_SIZE_LIMIT:,} bytes"
            hint = "split the model into several, or take out what need not be in it"
            mistakes.append(_mistake("too-large", message, path, hint=hint))
            return
        yield path, data


def read_file(path: str, mistakes: "list[Mistake]") -> bytes | None:
    """Return the bytes of a file; `None`, with a mistake added, where it cannot be read.

    A pipe or a device is refused before it is read, since reading could block or never end.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with open(descriptor, "rb") as stream:
            status = os.fstat(descriptor)
            refused = _refused(path, status)
            if refused is None:
                # by its size, since a buffer of the requested length is allocated; a file that has grown meanwhile is read on
                data = stream.read(status.st_size + 1)
                while len(data) <= SIZE_LIMIT and (more := stream.read(max(len(data), _PIECE))):
                    data += more
                refused = _too_large(path, len(data))
                if refused is None:
                    return data
            mistakes.append(refused)
    except OSError as error:
        mistakes.append(_cannot_read(error, path))
    except ValueError as error:  # a path with a null character
        mistakes.append(_mistake("cannot-read", f"cannot be read: {error}", repr(path)))
    return None


def _mistake(code: str, message: str, path: str, hint: str = "") -> "Mistake":
    from ..format.errors import Mistake  # noqa: PLC0415 - most models have no mistake

    return Mistake(code, message, path, hint=hint)


def _cannot_read(error: OSError, path: str) -> "Mistake":
    reason = (error.strerror or str(error)).lower()
    hint = "check the path" if isinstance(error, FileNotFoundError) else ""
    return _mistake("cannot-read", f"cannot be read: {reason}", path, hint=hint)


def _refused(path: str, status: os.stat_result) -> "Mistake | None":
    """Return the mistake of a path that is not a regular file or is too large; `None` where it can be read."""
    if not stat.S_ISREG(status.st_mode):
        message = f"this is {_type_of(status.st_mode)}, not a file"
        return _mistake("not-a-file", message, path, hint="name a TOML file or a directory of them")
    return _too_large(path, status.st_size)


def _too_large(path: str, size: int) -> "Mistake | None":
    if size <= SIZE_LIMIT:
        return None
    message = f"the file has {size:,} bytes; at most {SIZE_LIMIT:,} are read"
    return _mistake("too-large", message, path, hint="split the model into several files")


def decode(data: bytes, path: str, mistakes: "list[Mistake]") -> str | None:
    """Return the text of a UTF-8 file without byte order mark; `None`, with a mistake added, when it is not UTF-8."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        from .encodings import encoding_mistake  # noqa: PLC0415 - only a mistake pays for it

        mistakes.append(encoding_mistake(data, path, error))
        return None
    if "\0" in text:
        from .encodings import mistake_of_no_text  # noqa: PLC0415 - only a mistake pays for it

        mistake = mistake_of_no_text(data, path)
        if mistake is not None:
            mistakes.append(mistake)
            return None
    return text


def _type_of(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISSOCK(mode):
        return "a socket"
    return "a device"

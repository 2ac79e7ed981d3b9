"""Writes files atomically: either the whole new file is there, or the old file is unchanged."""

import contextlib
import os
import re
import signal
import stat
import sys
import threading
from collections.abc import Iterable, Iterator

from tiers.model.cache.disk.processes import is_running, locked

from ...wording.safe_text import VISIBLE
from .model_files import ModelFiles, real_path

_SHORT = 50
"""How much of a long name is part of an unfinished file's name, which must not be too long with its mark."""

_UNFINISHED = re.compile(r".+\.\d+\.(\d+)\.tiers-unfinished", re.DOTALL)
"""The name of an unfinished file, with the number of the process that writes it."""


class UnwritableError(Exception):
    """A file cannot be written; the old one is unchanged.

    Attributes:
        path: The path as it was given.
        reason: The reason, as the end of a sentence.
    """

    def __init__(self, path: str, error: OSError) -> None:
        self.path = path
        reason = error.strerror or str(error)
        self.reason = f"{reason[:1].lower()}{reason[1:]}"
        super().__init__(f"`{path}` cannot be written: {self.reason}")


class TakenError(UnwritableError):
    """A file that was to be new exists already, and is unchanged."""


def write_files(
    files: Iterable[tuple[str, Iterable[str]]],
    encoding: str = "utf-8",
    *,
    new: bool = False,
    model: Iterable[str] | None = None,
) -> None:
    """Write several files; no file is replaced before all of them are written.

    Unfinished files that a killed process left in the same directory are removed.

    Args:
        files: The path of each file as it was given, with its contents.
        encoding: The encoding; characters that it lacks are written visibly.
        new: Whether a file that exists is left alone, also one that was made in the meantime.
        model: The paths of the printed model: neither its files nor those of another model are replaced;
            `None` when the files to write are themselves a model.

    Raises:
        TakenError: A file exists that was to be new.
        UnwritableError: A file cannot be written; the old one is unchanged.
    """
    with contextlib.ExitStack() as undone:
        finished: list[tuple[str, str, str]] = []
        own = None if model is None else ModelFiles.of(model)
        tidied: set[str] = set()
        for path, pieces in files:
            place = real_path(path)
            directory, name = os.path.split(place)
            mark = f"{len(finished)}.{os.getpid()}.tiers-unfinished"
            unfinished = os.path.join(directory, f"{name[:_SHORT]}.{mark}")
            try:
                if path and own is not None:
                    own.refuse(place)
                mode = _mode(place if path else path)
                if new and mode is not None:
                    raise TakenError(path, FileExistsError(17, "file exists"))
                if directory not in tidied:
                    tidied.add(directory)
                    _tidy(directory)
                with open(unfinished, "x", encoding=encoding, errors=VISIBLE, newline="") as stream:
                    undone.callback(_remove, unfinished)
                    with contextlib.suppress(OSError):  # some file systems have no locks
                        locked(stream.fileno())
                    stream.writelines(pieces)
                    stream.flush()
                    os.fsync(stream.fileno())
                    if mode is not None:
                        os.chmod(unfinished if sys.platform == "win32" else stream.fileno(), mode)
            except OSError as error:
                raise UnwritableError(path, error) from None
            finished.append((unfinished, place, path))
        with undisturbed():
            for unfinished, place, path in finished:
                try:
                    (_add if new else os.replace)(unfinished, place)
                except FileExistsError as error:
                    raise TakenError(path, error) from None
                except OSError as error:
                    raise UnwritableError(path, error) from None


_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")
"""Names of the signals that end a program; not every system has all of them."""


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Delay Ctrl-C and other signals that end a program until the block is done, so that no file is left behind.

    Handlers delay them rather than a mask: with several threads, another thread would receive what this one
    has masked. Outside the main thread the block is run without this, since signals never arrive there.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    ending = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    taken = [each for each in ending if signal.getsignal(each) not in {signal.SIG_IGN, None}]
    before = {each: signal.signal(each, lambda number, _: heard.append(number)) for each in taken}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        for number in dict.fromkeys(heard):
            signal.raise_signal(number)


def _add(unfinished: str, place: str) -> None:
    """Give a finished file its name, unless that is taken: a link never replaces anything."""
    try:
        os.link(unfinished, place)
    except FileExistsError:
        raise
    except OSError:
        # on file systems without links an empty file takes the name first
        os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
        os.replace(unfinished, place)


def _mode(place: str) -> int | None:
    """Return the permissions of a file that exists; only a file that may be written can be replaced as a whole."""
    if not place:
        raise FileNotFoundError(2, "it has no name")
    try:
        found = os.stat(place)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(21, "it is a directory")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(22, "it is not a file")
    if any(_leads_to(stream, found) for stream in (1, 2)):
        raise OSError(22, "standard output or error goes there already")
    if not os.access(place, os.W_OK):
        # the error gives the reason, for example that the disk is read-only
        os.close(os.open(place, os.O_WRONLY))
        raise PermissionError(13, "permission denied")
    return stat.S_IMODE(found.st_mode)


def _leads_to(stream: int, found: os.stat_result) -> bool:
    """Whether a stream of this process writes to a file: `/dev/stdout` may be one, and must not be replaced."""
    try:
        return os.path.samestat(os.fstat(stream), found)
    except OSError:
        return False


def _tidy(directory: str) -> None:
    """Remove the unfinished files of processes that are gone; a lock shows it for those of other machines."""
    with contextlib.suppress(OSError), os.scandir(directory) as found:
        for each in found:
            writer = _UNFINISHED.fullmatch(each.name)
            if writer and each.is_file(follow_symlinks=False) and not is_running(int(writer[1])):
                with contextlib.suppress(OSError), open(each.path, "rb") as stream:
                    locked(stream.fileno())
                    _remove(each.path)


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.unlink(path)

"""The message for a fault in tiers itself, and the report, which contains nothing of the model."""

import os
import stat
import sys
import traceback
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version

from .failure import Failure, write_failure
from .table import COMMANDS

FAULT = 3
"""The exit status for a fault in tiers, rather than in the model or the arguments."""

_FOLDERS = (
    (os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", "..")) + os.sep, ""),
    (os.path.dirname(os.path.abspath(os.__file__)) + os.sep, "python/"),
)
"""The folders of the code of tiers and of Python, with the names that a report uses for them."""

_LIBRARIES = f"{os.sep}site-packages{os.sep}"
_NAMED = ("tiers", "textual", "rich", "attrs", "tomli", "rapidfuzz", "dulwich")


def write_report(error: BaseException, words: Sequence[str]) -> int:
    """Write the report of a fault and a message that says where it is; return the exit status.

    That the current directory was removed is no fault of tiers, and has a message of its own.

    Args:
        error: The exception.
        words: The arguments of the command line; only the name of the command is reported.
    """
    if isinstance(error, FileNotFoundError) and _is_nowhere():
        lost = Failure("the current directory was removed", hint="change to another directory")
        write_failure(lost)
        return lost.status
    lines = "".join(f"{line}\n" for line in report(error, words))
    path = _write(lines)
    if path is None:
        failure = Failure("tiers is at fault, not the model", details=(lines,), status=FAULT)
    else:
        hint = f"what went wrong is in `{path}`, without anything of the model; send it to the maintainers"
        failure = Failure("tiers is at fault, not the model", hint=hint, status=FAULT)
    write_failure(failure)
    return FAULT


def _is_nowhere() -> bool:
    """Whether the current directory was removed, so that no relative path leads anywhere."""
    try:
        os.getcwd()
    except OSError:
        return True
    return False


def report(error: BaseException, words: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a report: versions, the command, and the place in the code.

    It contains no message of an exception, no value and no path of the reader's, since any of them may hold
    text of a model.
    """
    command = next((word for word in words if word in COMMANDS), "open")
    yield f"command: {command}"
    yield f"python: {sys.version.split()[0]} on {sys.platform}"
    for name in _NAMED:
        yield f"{name}: {_version(name)}"
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        yield ""
        yield f"{type(each).__module__}.{type(each).__qualname__}"
        for frame in _ends(traceback.extract_tb(each.__traceback__)):
            yield (
                frame if isinstance(frame, str) else f"  {_file(frame.filename)}:{frame.lineno} {frame.name}"
            )
        each = each.__cause__ or each.__context__


def _ends(frames: Sequence[traceback.FrameSummary]) -> Iterator[traceback.FrameSummary | str]:
    """Yield the first and the last of many frames, since a recursion has a thousand similar ones."""
    few = 40
    if len(frames) <= 2 * few:
        yield from frames
        return
    yield from frames[:few]
    yield f"  ({len(frames) - 2 * few:,} more)"
    yield from frames[-few:]


def _file(path: str) -> str:
    """Return the name of a file of code without its folder on the disk."""
    _, found, inside = path.rpartition(_LIBRARIES)
    if found:
        return inside
    for folder, name in _FOLDERS:
        if path.startswith(folder):
            return name + path.removeprefix(folder)
    return "elsewhere"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _write(lines: str) -> str | None:
    """Return the path of the written report; `None` if it cannot be written anywhere.

    Its name is made from its contents, so that a fault that recurs leaves one file.
    """
    name = f"fault-{zlib.crc32(lines.encode()):08x}.txt"
    state = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(state):
        state = os.path.expanduser(os.path.join("~", ".local", "state"))
    from tempfile import gettempdir  # noqa: PLC0415 - slow to import

    for folder in (os.path.join(state, "tiers"), gettempdir()):
        path = os.path.join(folder, name)
        with suppress(OSError):
            os.makedirs(folder, mode=0o700, exist_ok=True)
            if _is_ours(path):
                return path
            # never through a link or into the file of somebody else: the second folder is shared by all users
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with open(handle, "w", encoding="utf-8") as file:
                    file.write(lines)
            except OSError:  # the disk is full: next time, a half-written report would be taken for this one
                os.unlink(path)
                raise
            return path
    return None


def _is_ours(path: str) -> bool:
    """Whether this user has already written a report with this name."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and (sys.platform == "win32" or status.st_uid == os.geteuid())

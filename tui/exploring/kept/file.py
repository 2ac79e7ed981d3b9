"""The file of the explorer's kept data; no state of the file can prevent a start or an exit."""

import contextlib
import errno
import json
import os
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from .records import Kept, NewerError, kept_of, values_of

_LARGEST = 4_000_000
"""The largest size in bytes of the file; a larger one was not written by tiers."""

_OPENED = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
"""The further flags for opening the file to read: without waiting for the other end of a pipe."""

_UNFINISHED = ".explorer-"
"""The beginning of the name of a file that is being written."""

_MOST_ASIDE = 20
"""How many unreadable files of one type are put aside; a further one replaces the last of them."""

_PATIENCE = 1.0
"""How many seconds to wait for another session that is writing, while no session finishes."""


def path_of_kept() -> Path:
    """Return the path of the file of kept data."""
    from platformdirs import user_state_path  # noqa: PLC0415 - only the explorer pays for it

    return user_state_path("tiers", appauthor=False) / "explorer.json"


def read_kept() -> tuple[Kept, str]:
    """Return the kept data, and a message if the file could not be read and was put aside; empty for none."""
    try:
        path = path_of_kept()
        data = _bytes_of(path)
    # there is no file, or no place for one
    except (FileNotFoundError, NotADirectoryError, RuntimeError, ValueError):
        return Kept(), ""
    except OSError:
        return Kept(), _put_aside(path, "unreadable", "it cannot be read")
    if len(data) > _LARGEST:
        return Kept(), _put_aside(path, "damaged", "it is too large")
    try:
        return kept_of(json.loads(data)), ""
    except NewerError:
        return Kept(), _put_aside(path, "newer", "a later tiers wrote it")
    except (ValueError, RecursionError):
        return Kept(), _put_aside(path, "damaged", "it is damaged")


def _bytes_of(path: Path) -> bytes:
    """Return the bytes of a file, or enough to show that it is too large; does not wait for a pipe."""
    handle = os.open(path, os.O_RDONLY | _OPENED)
    with open(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not a file")
        return file.read(_LARGEST + 1)


def write_kept(change: Callable[[Kept], Kept]) -> None:
    """Update the kept data in the file; if it cannot be written, nothing happens.

    The change is applied to the present contents, since another session may have written data of other
    models.
    """
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        path = path_of_kept()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _one_at_a_time(path.parent) as is_alone:
            if is_alone:
                for left in path.parent.glob(f"{_UNFINISHED}*"):  # left by a session that was killed
                    left.unlink()
            _write(path, change(read_kept()[0]))


def _write(path: Path, kept: Kept) -> None:
    text = json.dumps(values_of(kept), ensure_ascii=False, separators=(",", ":"))
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
        os.replace(unfinished, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise


@contextlib.contextmanager
def _one_at_a_time(folder: Path) -> Iterator[bool]:
    """Ensure that only one session writes at a time; otherwise each could lose what another has written.

    Several sessions end at once, for example, when their connection drops.

    Yields:
        Whether this is ensured. While other sessions finish, one after the other, they are waited for; for a
        session that does not finish only a second, since it may be suspended, and some file systems have no locks.
    """
    if sys.platform == "win32":  # this system cannot open a folder or lock one
        yield False
        return
    from tiers.model.cache.disk.processes import locked  # noqa: PLC0415 - only the end of a session pays for it

    handle = os.open(folder, os.O_RDONLY | _OPENED)
    try:
        changed, end, is_alone = 0, 0.0, False
        while not is_alone:
            now, before, changed = time.monotonic(), changed, os.fstat(handle).st_mtime_ns
            if changed != before:  # a session began or finished a file in the folder
                end = now + _PATIENCE
            elif now >= end:
                break
            try:
                locked(handle)
                is_alone = True
            except BlockingIOError:
                time.sleep(0.005)
            except OSError:
                break
        yield is_alone
    finally:
        os.close(handle)


def _put_aside(path: Path, why: str, words: str) -> str:
    """Rename a file that cannot be read, without replacing another such file, and return the message."""
    names = (f"explorer-{why}{f'-{number}' * (number > 1)}.json" for number in range(1, _MOST_ASIDE))
    free = (path.with_name(name) for name in names if not os.path.lexists(path.with_name(name)))
    aside = next(free, path.with_name(f"explorer-{why}-{_MOST_ASIDE}.json"))
    try:
        os.replace(path, aside)
    except OSError:
        return f"what was kept is not used: {words}"
    return f"what was kept is put aside as {aside.name}: {words}"

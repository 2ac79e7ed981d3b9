"""The file of what the explorer keeps: read and written so that nothing of it can stop a start or an end."""

import contextlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from .records import Kept, NewerError, kept_of, values_of

_LARGEST = 4_000_000
"""Most bytes of the file; a larger one is not ours."""


def path_of_kept() -> Path:
    """Return the file of what the explorer keeps."""
    from platformdirs import user_state_path  # noqa: PLC0415 - only the explorer pays for it

    return user_state_path("tiers", appauthor=False) / "explorer.json"


def read_kept() -> tuple[Kept, str]:
    """Return what is kept, and a message where the file could not be read and was put aside; empty for none."""
    try:
        path = path_of_kept()
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, RuntimeError, ValueError):  # there is none, or no place for one
        return Kept(), ""
    if len(data) > _LARGEST:
        return Kept(), _put_aside(path, "damaged", "it is too large")
    try:
        return kept_of(json.loads(data)), ""
    except NewerError:
        return Kept(), _put_aside(path, "newer", "a later tiers wrote it")
    except (ValueError, RecursionError):
        return Kept(), _put_aside(path, "damaged", "it is damaged")


def write_kept(change: Callable[[Kept], Kept]) -> None:
    """Write what is kept, changed from what is in the file by now; where it cannot be written, nothing happens.

    Another session may have written meanwhile; what it kept of other models stays.
    """
    with contextlib.suppress(OSError, RuntimeError, ValueError):
        path = path_of_kept()
        kept, _ = read_kept()
        text = json.dumps(values_of(change(kept)), ensure_ascii=False, separators=(",", ":"))
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".explorer-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                file.write(text)
            os.replace(unfinished, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(unfinished)
            raise


def _put_aside(path: Path, why: str, words: str) -> str:
    """Rename a file that cannot be read, and return the message."""
    aside = path.with_name(f"explorer-{why}.json")
    try:
        os.replace(path, aside)
    except OSError:
        return f"what was kept is not used: {words}"
    return f"what was kept is put aside as {aside.name}: {words}"

"""The fingerprint of the code that stored a cache entry, since another version of tiers might read the model differently."""

import os
import sys
from contextlib import suppress

Fingerprint = tuple[object, ...]

BEGAN: dict[str, Fingerprint] = {}
"""The fingerprint at the start of the process, by package: the process runs the code that the files had then."""

LIBRARIES = ("attr", "rapidfuzz", "tomli")
"""The packages of the libraries that take part in what is stored."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def fingerprint(package: str = PACKAGE, began: dict[str, Fingerprint] = BEGAN) -> Fingerprint | None:
    """Return the fingerprint of this Python, its libraries and this code: the size and time of every file of its directory.

    Python checks its compiled files by the same two. A version number would have to be raised by hand with
    every change of the code. Files that are not Python count too: the words and style sheets that the code reads.
    Of a library its first file counts, which every installation writes anew.

    Args:
        package: The directory of the code.
        began: The fingerprints at the start of the process; the first call for a package adds one.

    Returns:
        `None` if the files cannot be read, or have changed since the process began.
    """
    now = _look(package)
    return now if now is None or now == began.setdefault(package, now) else None


def _look(package: str) -> Fingerprint | None:
    """Return the present fingerprint of the files in a directory, without hidden and compiled ones; `None` if they cannot be read."""
    found: list[tuple[str, int, int]] = []
    waiting, has_code = [package], False
    try:
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for each in entries:
                    if each.name.startswith(".") or each.name == "__pycache__":
                        continue
                    if each.is_dir():
                        waiting.append(each.path)
                        continue
                    status = each.stat()
                    found.append((each.path, status.st_size, status.st_mtime_ns))
                    has_code = has_code or each.name.endswith(".py")
    except OSError:
        return None
    return (sys.version, sys.byteorder, *_libraries(), *sorted(found)) if has_code else None


def _libraries() -> list[tuple[str, int, int]]:
    """Return the first file of each library, with its size and time; from each directory of installed packages that has it."""
    found: list[tuple[str, int, int]] = []
    for each in (
        os.path.join(path, name, "__init__.py")
        for path in sys.path
        for name in LIBRARIES
        if path.endswith("-packages")
    ):
        with suppress(OSError):
            status = os.stat(each)
            found.append((each, status.st_size, status.st_mtime_ns))
    return found

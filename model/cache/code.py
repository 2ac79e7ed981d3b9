"""Which code kept something: another version of it might have worked it out otherwise."""

import os
import sys

_Fingerprint = tuple[object, ...]

_SEEN: dict[str, _Fingerprint] = {}
"""How the files were when this process first looked at them, as it begins: what it runs is what they were then."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def fingerprint() -> _Fingerprint | None:
    """Return what tells this Python and this code from others, by what Python itself goes by for its compiled files.

    That is the size and the time of every file of the code; so nobody has to remember to raise a number.

    Returns:
        `None` where the files cannot be looked at, or are no longer those this process began with.
    """
    now = _look()
    return now if now is None or now == _SEEN.setdefault(_PACKAGE, now) else None


def _look() -> _Fingerprint | None:
    found: list[tuple[str, int, int]] = []
    waiting = [_PACKAGE]
    try:
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for each in entries:
                    if each.name.endswith(".py"):
                        status = each.stat()
                        found.append((each.path, status.st_size, status.st_mtime_ns))
                    elif each.name != "__pycache__" and each.is_dir():
                        waiting.append(each.path)
    except OSError:
        return None
    return (sys.version, sys.byteorder, *sorted(found)) if found else None

"""Which code kept something: another version of it might have worked it out otherwise."""

import os
import sys

Fingerprint = tuple[object, ...]

BEGAN: dict[str, Fingerprint] = {}
"""How the files were when this process first looked at them, as it begins: what it runs is what they were then."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def fingerprint(package: str = PACKAGE, began: dict[str, Fingerprint] = BEGAN) -> Fingerprint | None:
    """Return what tells this Python and this code from others, by what Python itself goes by for its compiled files.

    That is the size and the time of every file of the code; so nobody has to remember to raise a number.

    Args:
        package: The directory of the code.
        began: What is known of how the files were when the process began; what is looked at first is added.

    Returns:
        `None` where the files cannot be looked at, or are no longer those this process began with.
    """
    now = _look(package)
    return now if now is None or now == began.setdefault(package, now) else None


def _look(package: str) -> Fingerprint | None:
    found: list[tuple[str, int, int]] = []
    waiting = [package]
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

"""Checks names of files in a git revision, which a stranger may have made up.

A tree of git can hold any bytes as a name. Names that lead out of a folder, or that some system reads as a
device or a drive, are refused on every system, so that a model that can be read here can be checked out
everywhere.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Sequence

PART_LIMIT = 255
"""The largest number of bytes that a file system allows in the name of one file or folder."""
NAME_LIMIT = 4096
"""The largest number of bytes that a system allows in a whole path."""

_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:[.:].*)?", re.IGNORECASE
)
_FIRST_PRINTED = " "
_SHOWN = 60


def fault_of(parts: Sequence[str]) -> str:
    """Return why a name, given as its folders and last part, cannot be a file of a model; empty if it can."""
    if sum(len(os.fsencode(each)) + 1 for each in parts) > NAME_LIMIT:
        return f"it is longer than {NAME_LIMIT:,} bytes"
    return next(filter(None, map(_fault_of_part, parts)), "")


def _fault_of_part(part: str) -> str:
    if not part:
        return "a folder in it has no name"
    if part.startswith("/"):
        return "it is an absolute path"
    if not {".", ".."}.isdisjoint(part.split("/")):
        return "a folder `.` or `..` in it leads elsewhere"
    if "/" in part:
        return "a name in it has a slash"
    if "\\" in part:
        return "it has a backslash"
    if min(part) < _FIRST_PRINTED:
        return "it has a control character"
    if _DRIVE.match(part):
        return "it begins with the letter of a drive"
    if _DEVICE.fullmatch(part):
        return f"`{shortened(part)}` is the name of a device"
    if len(os.fsencode(part)) > PART_LIMIT:
        return f"a name in it is longer than {PART_LIMIT} bytes"
    return ""


def twins(names: Iterable[str]) -> tuple[str, str] | None:
    """Return the first two names that cannot exist side by side; `None` if all can.

    They differ in capitals or accents only, or one is a file and a folder at once.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        key = unicodedata.normalize("NFC", name.casefold())
        other = files.get(key) or folders.get(key)
        if other is not None:
            return other, name
        files[key] = name
        while "/" in key:
            key = key.rpartition("/")[0]
            if key in files:
                return files[key], name
            if key in folders:
                break
            folders[key] = name
    return None


def shortened(name: str) -> str:
    """Return a name as a message shows it, with a long one cut in the middle."""
    return name if len(name) <= _SHOWN else f"{name[: _SHOWN // 2]}…{name[-_SHOWN // 2 :]}"

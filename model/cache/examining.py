"""Say whether this installation of tiers uses a compiled model on disk, and if not, why."""

import binascii
import marshal
import os
from typing import Any

from .disk.code import fingerprint
from .disk.mapped import FORM, DamagedError, Mapped, data_in

USED, OTHER_VERSION, DAMAGED, NOT_READ = "used", "other version", "damaged", "not read"

STATES = (USED, OTHER_VERSION, DAMAGED, NOT_READ)
"""The states of a compiled model: of this installation of tiers, of another one, damaged, or not opened.

A file is not opened if it belongs to another user, may have been written by others, or is no regular file.
"""


def examined(path: str) -> tuple[str, Any]:
    """Return the state of a compiled model, one of `STATES`, and what its head holds; `None` if not readable."""
    try:
        data = data_in(path)
    except OSError:
        return NOT_READ, None
    if data[:8] != FORM:
        return (OTHER_VERSION if _is_of_another_form(data) else DAMAGED), None
    head = None
    try:
        token, head = head_in(data)
        Mapped(data, os.path.basename(path), token).check()
    except (DamagedError, ValueError, EOFError, TypeError, KeyError):
        return DAMAGED, head
    return (USED if token == fingerprint() else OTHER_VERSION), head


def head_in(data: memoryview) -> tuple[object, Any]:
    """Return the token of a file in this form, whichever version of tiers wrote it, and the contents of its head.

    Raises:
        ValueError: Its head is damaged.
    """
    length, checksum = data[8:16].cast("I")
    packed = data[16 : 16 + length]
    if binascii.crc32(packed) != checksum:
        raise ValueError("damaged")
    (_, token), _, _, head = marshal.loads(packed)  # noqa: S302 - the user's own file, checked
    return token, head


def _is_of_another_form(data: memoryview) -> bool:
    """Whether a file has the form of another version: a later number in the form's name, or values after their sum."""
    return data[:7] == FORM[:7] or binascii.crc32(data[4:]).to_bytes(4, "big") == data[:4]

"""Reads standard input as a file of a model."""

import sys

from tiers.model.reading.files import SIZE_LIMIT

from .failure import Failure

_PIECE = 1 << 20
"""How many bytes are read at once; a buffer of that size is allocated."""


def read_standard_input(name: str) -> tuple[str, bytes]:
    """Return a name and all bytes of standard input.

    Raises:
        Failure: There is none, it cannot be read, or it has too many bytes.
    """
    if sys.stdin is None:
        raise Failure("standard input is closed")
    try:
        data = bytearray()
        while len(data) <= SIZE_LIMIT and (more := sys.stdin.buffer.read(_PIECE)):
            data += more
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"standard input cannot be read: {reason}") from None
    if len(data) > SIZE_LIMIT:
        raise Failure(
            f"standard input has more than {SIZE_LIMIT:,} bytes", hint="split the model into several files"
        )
    return name, bytes(data)

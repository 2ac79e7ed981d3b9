"""The declared size of an object in a pack, read from a few bytes, so that a bomb is refused before it is unpacked."""

import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from dulwich.objects import RawObjectID
    from dulwich.pack import Pack

_BY_OFFSET, _BY_NAME = 6, 7
_MORE, _LOW = 0x80, 0x7F
_CHAIN = 10_000
_HEAD = 1024
"""More bytes than the header of an object and the two sizes at the beginning of a delta can have."""


def largest(pack: "Pack", raw: "RawObjectID") -> int:
    """Return the largest number of bytes declared for an object of a pack, or for one that it is a delta of.

    Args:
        pack: The pack.
        raw: The name of the object, in bytes.

    Raises:
        KeyError: The pack has no such object.
        ValueError: The deltas form a ring, or a size is cut off.
    """
    most = 0
    with open(pack.data.path, "rb") as file:
        at: int | None = pack.index.object_offset(raw)
        for _ in range(_CHAIN):
            if at is None:
                return most
            sizes, at = _link(pack, file, at, len(raw))
            most = max(most, *sizes)
    raise ValueError("differences in a ring")


def _link(pack: "Pack", file: BinaryIO, at: int, digits: int) -> tuple[list[int], int | None]:
    """Return the declared sizes of an object, and the position of the one that it is a delta of."""
    file.seek(at)
    head = iter(file.read(_HEAD))
    first = next(head, 0)
    kind, size = first >> 4 & 7, first & 15
    if first & _MORE:
        size |= _number(head) << 4
    if kind == _BY_OFFSET:
        base: int | None = at - _distance(head)
    elif kind == _BY_NAME:
        base = pack.index.object_offset(cast("RawObjectID", bytes(next(head, 0) for _ in range(digits))))
    else:
        return [size], None
    begun = iter(zlib.decompressobj().decompress(bytes(head), _HEAD))
    return [size, _number(begun), _number(begun)], base


def _number(data: Iterator[int]) -> int:
    """Return the number at the beginning of some bytes, with seven bits in each byte, the lowest first."""
    found = shift = 0
    for byte in data:
        found |= (byte & _LOW) << shift
        shift += 7
        if not byte & _MORE:
            return found
    raise ValueError("a size is cut off")


def _distance(data: Iterator[int]) -> int:
    """Return the distance back to the base of a delta: seven bits in each byte, the highest first, without duplicates."""
    found = -1
    for byte in data:
        found = (found + 1) << 7 | byte & _LOW
        if not byte & _MORE:
            return found
    raise ValueError("a distance is cut off")

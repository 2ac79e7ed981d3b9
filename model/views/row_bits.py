"""Rows of a view as the bits of one number, the first row the highest: 600,000 rows are combined with others in 0.02 ms."""

from collections.abc import Collection, Iterator

_ONE = ord("1")
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_FLAGS = bytes.maketrans(b"01", b"\0\1")

_FEW = 16
"""If fewer than one row in this many is meant, their bits are set in bytes one by one.

A digit for each row of the view is set in a third of that time, but to read 600,000 digits as a number takes 2 ms.
"""

_BLOCK = 1 << 10
"""The number of rows whose bits are gone through together, divisible by eight."""


def bits_of_flags(flags: bytes | bytearray) -> int:
    """Return flags of 0 and 1 as the bits of one number, the first the highest."""
    return int(b"0" + flags.translate(_DIGITS), 2)


def flags_of_bits(bits: int, size: int) -> bytearray:
    """Return the lowest bits of a number as flags of 0 and 1, the highest of them first."""
    digits = bytearray(bin(1 << size | bits), "ascii")
    flags = digits.translate(_FLAGS)
    del flags[: len("0b1")]  # moves no byte
    return flags


def bits_of_rows(rows: Collection[int], size: int) -> int:
    """Return some rows of a view as one number with a bit for each of its `size` rows; the highest bit is the first row."""
    if len(rows) * _FEW < size:
        packed = bytearray((size + 7) >> 3)
        for row in rows:
            packed[row >> 3] |= 0x80 >> (row & 7)
        return int.from_bytes(packed, "big") >> -size % 8
    digits = bytearray(b"0") * (size + 1)
    for row in rows:
        digits[row] = _ONE
    return int(digits, 2) >> 1


def packed_bits(bits: int, size: int) -> bytes:
    """Return the bits of `size` rows in bytes, of which the first has those of the first eight rows."""
    return (bits << -size % 8).to_bytes((size + 7) >> 3, "big")


def rows_of_packed(packed: bytes | bytearray, first: int = 0) -> Iterator[int]:
    """Yield the rows whose bits are 1 in bytes of `packed_bits`, in order, from a row on."""
    for block in range(first // _BLOCK * _BLOCK, 8 * len(packed), _BLOCK):
        part = packed[block >> 3 : (block + _BLOCK) >> 3]
        bits, end = int.from_bytes(part, "big"), block + 8 * len(part)
        if block < first:
            bits &= (1 << max(end - first, 0)) - 1
        while bits:
            length = bits.bit_length()
            yield end - length
            bits ^= 1 << (length - 1)

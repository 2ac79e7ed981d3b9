"""Sets of entities as the bits of one integer: entity number 5 is in the set where bit 5 is 1.

`&`, `|` and `& ~` of sets of 100,000 entities take a microsecond each, where Python's `set` takes a millisecond.
Since entities are numbered in the order in which equal hits are listed, the lowest bits are the best hits.
"""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress, islice

from .table import Steps

_SHARDS = 64
"""How many dictionaries hold the numbers: as it grows, one of 300,000 ids would be copied for longer than a slice."""


class Numbers(Mapping[str, int]):
    """The numbers of entities by id."""

    def __init__(self) -> None:
        self._shards: list[dict[str, int]] = [{} for _ in range(_SHARDS)]

    def put(self, entity_id: str, number: int) -> None:
        """Store the number of an entity."""
        self._shards[hash(entity_id) % _SHARDS][entity_id] = number

    def put_each(self, ids: Iterable[str], first: int) -> None:
        """Store the numbers of entities that follow each other, from a first number on."""
        shards = self._shards
        for number, entity_id in enumerate(ids, first):
            shards[hash(entity_id) % _SHARDS][entity_id] = number

    def __getitem__(self, entity_id: str) -> int:
        return self._shards[hash(entity_id) % _SHARDS][entity_id]

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._shards[hash(entity_id) % _SHARDS]

    def get(self, entity_id: str, default: int | None = None) -> int | None:  # type: ignore[override] # no other default is needed
        """Return the number of an entity; `default` where it has none."""
        return self._shards[hash(entity_id) % _SHARDS].get(entity_id, default)

    def of(self, ids: Collection[str], default: int) -> list[int]:
        """Return the numbers of several entities; `default` for those without one. Many may be the same."""
        shards = self._shards
        known = {each: shards[hash(each) % _SHARDS].get(each, default) for each in set(ids)}
        return list(map(known.__getitem__, ids))

    def __iter__(self) -> Iterator[str]:
        for shard in self._shards:
            yield from shard

    def __len__(self) -> int:
        return sum(map(len, self._shards))


no_numbers: "Callable[[], array[int]]" = partial(array, "I")
"""Returns an empty array of numbers of entities."""


_FEW = 32
"""The density at which building and reading a set changes method: one number in this many.

A sparser set is built and read bit by bit, a denser one faster by way of a string of digits.
"""

_FIRST = 4
"""How many numbers of a set are read bit by bit in any case: most readers of many want the first alone."""

_SPARSE = 8
"""If a set has fewer than one number in this many, they are counted from gap to gap."""

_STEP = 1 << 12
"""How many numbers are added to a set in a step."""

_ONE = ord("1")
_FLAGS = bytes.maketrans(b"01", b"\x00\x01")


def bits_of(lists: Sequence[Sequence[int]], size: int) -> int:
    """Return the set of all numbers in some lists, each number below `size`."""
    total = sum(map(len, lists))
    if not total:
        return 0
    if total * _FEW < size:
        packed = bytearray((size >> 3) + 1)
        for numbers in lists:
            for number in numbers:
                packed[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(packed, "little")
    digits = bytearray(b"0") * size
    for numbers in lists:
        for number in numbers:
            digits[number] = _ONE
    digits.reverse()
    return int(digits, 2)


def bits_in_steps(numbers: Sequence[int], size: int) -> Steps[int]:
    """Return the set of some numbers, each below `size`, built in steps."""
    digits = bytearray(b"0") * size
    for start in range(0, len(numbers), _STEP):
        for number in numbers[start : start + _STEP]:
            digits[number] = _ONE
        yield
    digits.reverse()
    return int(digits, 2) if digits else 0


def flags_of(bits: int, size: int) -> bytes:
    """Return one byte for each number below `size`: 1 where it is in the set, else 0."""
    return bin(bits)[:1:-1].encode().ljust(size, b"0").translate(_FLAGS)


def every_number(bits: int) -> list[int]:
    """Return all numbers of a set, in order; the fastest way to get them."""
    size = bits.bit_length()
    if bits.bit_count() * _SPARSE > size:
        return list(compress(range(size), flags_of(bits, size)))
    found, number = [], size
    for gap in bin(bits).split("1")[1:]:
        number -= 1
        found.append(number)
        number -= len(gap)
    found.reverse()
    return found


def numbers_of(bits: int, limit: int | None = None) -> Iterator[int]:
    """Yield the numbers of a set, lowest first, at most `limit`."""
    left = _FIRST if limit is None or limit > _FEW else limit
    while bits and left > 0:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
        left -= 1
    if bits and (limit is None or limit > _FEW):
        size = bits.bit_length()
        further = None if limit is None else limit - _FIRST
        yield from islice(compress(range(size), flags_of(bits, size)), further)

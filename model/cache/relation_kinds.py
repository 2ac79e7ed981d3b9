"""Which kinds of relation an entity bears or is the object of, as bits: for most questions no relation need be made."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from .mapped import PAGE_BITS, Mapped

if TYPE_CHECKING:
    from .unwritten import Unwritten

OUT, IN = "kinds out", "kinds in"
"""The sections with the bits of each id, as many bytes for each as the kinds of the model need."""


class RelationKinds:
    """The bits of a compiled model."""

    __slots__ = ("_bits", "_pages", "_width")

    def __init__(self, file: "Mapped | Unwritten", names: Sequence[str]) -> None:
        """Take them up.

        Args:
            file: The compiled model.
            names: The kinds of relation in the order of the bits.
        """
        self._bits = {name: bit for bit, name in enumerate(names)}
        self._width = _width(names)
        self._pages = {each: file.pages(each) for each in (OUT, IN)}

    def has(self, side: str, number: int, kind: str) -> bool:
        """Return whether an id has a relation of a kind on a side.

        Raises:
            DamagedError: The bits are not those that were written.
        """
        bit = self._bits.get(kind)
        if bit is None or number < 0:
            return False
        place, pages = number * self._width + (bit >> 3), self._pages[side]
        if not pages.checked[place >> PAGE_BITS]:
            pages.part(place, place + 1)
        return pages.view[place] >> (bit & 7) & 1 == 1


def names_of(kinds: Iterable[str]) -> list[str]:
    """Return the kinds of some relations in the order of the bits."""
    return sorted(set(kinds))


def bits_of(
    subjects: Sequence[int], objects: Sequence[int], kinds: Sequence[str], size: int
) -> dict[str, Any]:
    """Return the sections of the bits.

    Args:
        subjects: The number of the subject of each relation.
        objects: The number of the object of each relation.
        kinds: The kind of each relation.
        size: How many ids there are.
    """
    names = names_of(kinds)
    width = _width(names)
    bits = {name: (bit >> 3, 1 << (bit & 7)) for bit, name in enumerate(names)}
    out, to = bytearray(width * size), bytearray(width * size)
    for subject, target, kind in zip(subjects, objects, kinds, strict=True):
        place, bit = bits[kind]
        out[subject * width + place] |= bit
        to[target * width + place] |= bit
    return {OUT: out, IN: to}


def _width(names: Sequence[str]) -> int:
    return (len(names) + 7) // 8 or 1

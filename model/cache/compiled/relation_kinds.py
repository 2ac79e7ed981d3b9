"""Keep as bits the kinds of relation that lead from and to an entity, so that most questions need read no relation."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..disk.mapped import PAGE_BITS, Mapped

if TYPE_CHECKING:
    from .unwritten import Unwritten

OUT, IN = "kinds out", "kinds in"
"""The sections with the bits of each id; each id has as many bytes as the kinds of the model need."""


class RelationKinds:
    """The bits of a compiled model."""

    __slots__ = ("_bits", "_pages", "_width")

    def __init__(self, file: "Mapped | Unwritten", names: Sequence[str]) -> None:
        """Open the bits of a compiled model.

        Args:
            file: The compiled model.
            names: The kinds of relation in the order of the bits.
        """
        self._bits = {name: bit for bit, name in enumerate(names)}
        self._width = _width(names)
        self._pages = {each: file.pages(each) for each in (OUT, IN)}

    def has_any(self, side: str, number: int, kinds: Iterable[str]) -> bool:
        """Return whether an id has a relation of one of some kinds on a side.

        Raises:
            DamagedError: The bits are damaged.
        """
        if number < 0:
            return False
        pages, start = self._pages[side], number * self._width
        for kind in kinds:
            bit = self._bits.get(kind)
            if bit is None:
                continue
            place = start + (bit >> 3)
            if not pages.checked[place >> PAGE_BITS]:
                pages.part(place, place + 1)
            if pages.view[place] >> (bit & 7) & 1:
                return True
        return False


def names_of(kinds: Iterable[str]) -> list[str]:
    """Return the kinds of some relations in the order of the bits."""
    return sorted(set(kinds))


def bits_of(
    subjects: Sequence[int], objects: Sequence[int], kinds: Sequence[str], size: int
) -> dict[str, Any]:
    """Return the sections with the bits.

    Args:
        subjects: The number of the subject of each relation.
        objects: The number of the object of each relation.
        kinds: The kind of each relation.
        size: The number of ids.
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

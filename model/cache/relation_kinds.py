"""Which kinds of relation an entity bears or is the object of, as bits: for most questions no relation need be made."""

from collections.abc import Iterable, Sequence
from typing import Any

from ..format.records import Relation
from .mapped import PAGE_BITS, Mapped

OUT, IN = "kinds out", "kinds in"
"""The sections with the bits of each id, as many bytes for each as the kinds of the model need."""


class RelationKinds:
    """The bits of a compiled model."""

    __slots__ = ("_bits", "_pages", "_width")

    def __init__(self, file: Mapped, names: Sequence[str]) -> None:
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


def kinds_of(relations: Iterable[Relation]) -> list[str]:
    """Return the kinds of some relations, each once."""
    return list(dict.fromkeys(each.kind for each in relations))


def bits_of(relations: Iterable[Relation], names: Sequence[str], ids: dict[str, int]) -> dict[str, Any]:
    """Return the sections of the bits.

    Args:
        relations: The relations of the model.
        names: Their kinds.
        ids: The numbers of the ids.
    """
    width = _width(names)
    bits = {name: divmod(bit, 8) for bit, name in enumerate(names)}
    out, to = bytearray(width * len(ids)), bytearray(width * len(ids))
    for each in relations:
        place, bit = bits[each.kind]
        out[ids[each.subject] * width + place] |= 1 << bit
        to[ids[each.object] * width + place] |= 1 << bit
    return {OUT: out, IN: to}


def _width(names: Sequence[str]) -> int:
    return (len(names) + 7) // 8 or 1

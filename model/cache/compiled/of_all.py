"""Counts the relations of all entities of a compiled model, and finds all ids in details: in blocks, not one by one."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..disk.mapped import Mapped
    from .records import Records
    from .unwritten import Unwritten


def link_counts(records: "Records", entity_ids: Sequence[str], start: int) -> Sequence[int]:
    """Return how many relations lead from and to each of some entities that follow each other.

    Args:
        records: The records of the model.
        entity_ids: The entities.
        start: The number of the first.
    """
    end = start + len(entity_ids)

    def look(file: "Mapped | Unwritten") -> Sequence[int]:
        pages = file.pages("first relations")
        firsts = pages.some(start, min(end + 1, len(pages.numbers))).tolist()
        if len(firsts) == end - start:  # the relations of the last id end with all relations
            firsts.append(len(file.pages("subjects").numbers))
        incoming = file.parts("incoming").lengths(start, end)
        return [
            after - first + (size >> 2)
            for first, after, size in zip(firsts, firsts[1:], incoming, strict=False)
        ]

    return records.look(look)


def all_named(records: "Records") -> Collection[str]:
    """Return all ids that relations name in their details."""

    def look(file: "Mapped | Unwritten") -> Sequence[int]:
        return file.parts("naming").lengths(0, len(file.pages("first relations").numbers))

    lengths = records.look(look)
    return [records.id(number) for number, length in enumerate(lengths) if length]

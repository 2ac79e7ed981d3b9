"""What a search finds."""

from collections.abc import Callable, Iterator, Sequence

import attrs

from .bits import flags_of, numbers_of


@attrs.frozen
class Hit:
    """One entity that a search finds.

    Attributes:
        id: The entity.
        score: How well it fits, from 1 for its id, code or acronym down to 0; never rises from hit to hit.
        matched: Why it was found, as a reader says it: `name`, `former name: ...`, `code: W2U3Z, ODS`.
    """

    id: str
    score: float
    matched: str


@attrs.frozen(eq=False, repr=False)
class Rank:
    """Hits that fit equally well.

    Attributes:
        score: How well.
        bits: The numbers of the entities.
        label: Why, where it is the same for all of them; empty where each has its own reason.
        words: The words looked for: for each word of the query those of the vocabulary it may stand for.
    """

    score: float
    bits: int
    label: str = ""
    words: "Sequence[Sequence[str]]" = ()


@attrs.frozen(eq=False, repr=False)
class Matches:
    """Everything that a query finds, best first.

    Attributes:
        ids: Every entity of the index by number.
        ranks: The hits, best first; no entity stands in two of them.
        bits: The numbers of all hits.
        explain: Says why an entity of a rank was found.
        numbers: The numbers of the entities by id.
    """

    ids: Sequence[str]
    ranks: Sequence[Rank]
    bits: int
    explain: Callable[[Rank, int], str]
    numbers: "dict[str, int]"

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __contains__(self, entity_id: object) -> bool:
        number = self.numbers.get(entity_id) if isinstance(entity_id, str) else None
        return number is not None and bool(self.bits >> number & 1)

    def __iter__(self) -> Iterator[str]:
        for rank in self.ranks:
            yield from (self.ids[number] for number in numbers_of(rank.bits))

    def flags(self) -> bytes:
        """Return one byte for each of `ids`, 1 where it is found."""
        return flags_of(self.bits, len(self.ids))

    def best(self, limit: int | None = None) -> list[Hit]:
        """Return the best hits, each with its reason."""
        found: list[Hit] = []
        for rank in self.ranks:
            left = None if limit is None else limit - len(found)
            found.extend(
                Hit(self.ids[number], rank.score, self.explain(rank, number))
                for number in numbers_of(rank.bits, left)
            )
        return found

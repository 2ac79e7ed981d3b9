"""The hits of a search: one entity (`Hit`), equally good ones (`Rank`), all hits of a query (`Matches`)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_

import attrs

from ..words.bits import every_number, numbers_of
from .senses import Sense


@attrs.frozen
class Hit:
    """One entity that a search finds.

    Attributes:
        id: The entity.
        score: How well it matches, from 1 for its id, code or acronym down to 0. Hits are sorted by it, best
            first.
        matched: Why it was found, in words: `name`, `former name: ...`, `code: W2U3Z, ODS`.
    """

    id: str
    score: float
    matched: str


@attrs.frozen(eq=False, repr=False)
class Rank:
    """Hits that match equally well.

    Attributes:
        score: How well they match; see `Hit`.
        bits: The set of the entities' numbers.
        label: Why they were found, where it is the same for all; empty where each has its own reason.
        senses: What each query word found, where single words were looked up.
        asked: The whole query as it is indexed, where that was looked up.
    """

    score: float
    bits: int
    label: str = ""
    senses: "tuple[Sense, ...]" = ()
    asked: tuple[str, ...] = ()


@attrs.frozen(eq=False, repr=False)
class Matches:
    """Everything that a query finds, best first.

    Attributes:
        ids: Every entity of the index, by number.
        ranks: The hits, best first; each entity is in one rank only.
        parts: A function that splits a rank: its current entities before those that have ended, near ones before far ones.
            Few of a large model's hits are listed, so that only their ranks are split.
        explain: A function that says why an entity of a rank was found.
        numbers: The numbers of the entities, by id.
        unknown: The query words that the model does not have; the hits are those of the other words.
        bits: The set of the numbers of all hits.
    """

    ids: Sequence[str]
    ranks: Sequence[Rank]
    parts: Callable[[Rank], Iterable[Rank]]
    explain: Callable[[Rank, int], str]
    numbers: Mapping[str, int]
    unknown: tuple[str, ...] = ()
    bits: int = attrs.field(init=False)

    @bits.default
    def _all(self) -> int:
        return reduce(or_, (rank.bits for rank in self.ranks), 0)

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __contains__(self, entity_id: object) -> bool:
        number = self.numbers.get(entity_id) if isinstance(entity_id, str) else None
        return number is not None and bool(self.bits >> number & 1)

    def __iter__(self) -> Iterator[str]:
        return map(self.ids.__getitem__, self.best_first())

    def best_first(self, among: int = -1) -> Iterator[int]:
        """Yield the numbers of all entities found, best first, or only of those in a set of numbers."""
        for rank in self.ranks:
            if rank.bits & among:
                for part in self.parts(rank):
                    yield from numbers_of(part.bits & among)

    def in_order(self) -> Iterator[Rank]:
        """Yield the ranks, each split by `parts`."""
        for rank in self.ranks:
            yield from self.parts(rank)

    def why(self, entity_id: str) -> str:
        """Return why an entity was found, in the words of `Hit.matched`; empty when it was not found."""
        number = self.numbers.get(entity_id, -1)
        ranks = (rank for rank in self.ranks if number >= 0 and rank.bits >> number & 1)
        return next((self.explain(rank, number) for rank in ranks), "")

    def by_number(self) -> list[str]:
        """Return all entities found, in the order of `ids`, not of ranks."""
        return [self.ids[number] for number in self.all_numbers()]

    def all_numbers(self) -> list[int]:
        """Return the numbers of all entities found, in order."""
        return every_number(self.bits)

    def best(self, limit: int | None = None) -> list[Hit]:
        """Return the best hits, each with its reason."""
        found: list[Hit] = []
        for rank in self.in_order():
            left = None if limit is None else limit - len(found)
            found.extend(
                Hit(self.ids[number], rank.score, self.explain(rank, number))
                for number in numbers_of(rank.bits, left)
            )
            if len(found) == limit:
                break
        return found

"""One thing that a model does not say, with the question to ask."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from ...format.records import Evidence, Relation


@attrs.frozen(repr=False)
class Gap:
    """One thing that a model does not say.

    Attributes:
        code: The sort of gap, one of `SORTS`.
        id: The entity it is a gap of.
        question: The question to ask, in plain words.
        note: What a reader must know to ask it rightly; empty for nothing.
        raised_by: Who raised it; ids, empty where the model itself shows it.
        raised_by_reading: Those of them of whom that they raised it is our reading.
        evidence: Where its absence, or the question, is to be seen.
    """

    code: str
    id: str
    question: str
    evidence: Evidence
    note: str = ""
    raised_by: tuple[str, ...] = ()
    raised_by_reading: frozenset[str] = frozenset()


Relations = Callable[[str], Sequence[Relation]]
"""Gives the relations of an entity in one direction: `Statements.outgoing` or `Statements.incoming`."""


def having(kind: str, relations: Relations, ids: Iterable[str]) -> Iterator[str]:
    """Yield those of some entities that have a relation of a kind, whatever its dates."""
    for each in ids:
        for relation in relations(each):
            if relation.kind == kind:
                yield each
                break

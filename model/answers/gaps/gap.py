"""The record of one gap: what the documents do not state, with the question to ask."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from ...format.dates import Date
from ...format.records import Evidence, Relation

NOT_RECORDED = "Not recorded."
"""The note of a gap that shows because nothing is written, not because documents are silent."""


@attrs.frozen(repr=False)
class Gap:
    """A gap: one thing that the documents do not state.

    Attributes:
        code: The type of gap, one of `SORTS`.
        id: The entity it is about.
        question: The question to ask, in plain words.
        note: A note for the reader; empty for none.
        raised_by: Who raised it: ids, empty where nobody did and the model itself shows it.
        raised_by_reading: The ids of those of them who raised it by an inferred relation.
        due: The day for which an answer is promised; `None` for none.
        evidence: The evidence of the gap or the question.
    """

    code: str
    id: str
    question: str
    evidence: Evidence
    note: str = ""
    raised_by: tuple[str, ...] = ()
    raised_by_reading: frozenset[str] = frozenset()
    due: Date | None = None

    def __repr__(self) -> str:
        return f"<Gap {self.code} of {self.id}: {self.question!r}>"


Relations = Callable[[str], Sequence[Relation]]
"""Gives the relations of an entity in one direction: `Statements.outgoing` or `Statements.incoming`."""


def having(kind: str, relations: Relations, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that have a relation of a kind, whatever its dates."""
    for each in ids:
        for relation in relations(each):
            if relation.kind == kind:
                yield each
                break

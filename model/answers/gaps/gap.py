"""The record of one gap: what the documents do not state, with the question to ask."""

from collections.abc import Iterable

import attrs

from ...facts.graph import Graph
from ...facts.holding import PLANNED, state_of
from ...format import OPEN, UNKNOWN
from ...format.dates import Date
from ...format.records import Evidence, Relation

NOT_KNOWN = "A document states that it is not known."
NOT_RECORDED = "Not recorded."
"""How the note begins where nothing is recorded; elsewhere the gap is that the documents do not state it."""

SILENCES = ("", NOT_KNOWN, NOT_RECORDED)
"""How documents are silent, by the beginning of a gap's note: they do not state it, state it to be unknown, or record nothing."""


@attrs.frozen(repr=False)
class Gap:
    """A gap: one thing that the documents do not state.

    Attributes:
        code: The type of gap, one of `HEADINGS`.
        id: The entity that the gap is about.
        question: The question to ask, in plain words.
        note: A note for the reader; empty for none.
        raised_by: The ids of the people and bodies that raised it; empty where only the model shows it.
        raised_by_reading: The ids among these that raised it by an inferred relation.
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


def silence_of(note: str) -> str:
    """Return which of `SILENCES` the note of a gap says."""
    return NOT_RECORDED if note.startswith(NOT_RECORDED) else NOT_KNOWN if note.startswith(NOT_KNOWN) else ""


def note_of(graph: Graph, relation: Relation) -> str:
    """Return the note of a gap of a relation: that the relation is only planned, followed by its author's note."""
    state, day = state_of(graph, relation)
    planned = (
        f"{day.after('Planned for')}; no document says that it happened." if state == PLANNED and day else ""
    )
    unknown = NOT_KNOWN if UNKNOWN in {relation.subject, relation.object} else ""
    return " ".join(filter(None, (unknown, planned, relation.evidence.note)))


def open_note(value: object, note: str = "") -> str:
    """Return the note of a gap: `Not recorded.` or that a source states it to be unknown, then the author's note.

    Args:
        value: The recorded value, such as `unknown`; `None` where nothing is recorded.
        note: The author's note; empty for none.
    """
    said = NOT_RECORDED if value is None else NOT_KNOWN if value == UNKNOWN else ""
    return " ".join(
        filter(None, (said, note if not said or not note.startswith(said) else note[len(said) :].strip()))
    )


def unsaid_note(graph: Graph, relations: Iterable[Relation]) -> str:
    """Return the note of the first relation recorded as not stated; without one, that nothing is recorded."""
    unsaid = next((each for each in relations if {each.subject, each.object} & {*OPEN}), None)
    return NOT_RECORDED if unsaid is None else note_of(graph, unsaid)


def now(graph: Graph, relations: Iterable[Relation]) -> list[Relation]:
    """Return relations without those that are only planned, which do not answer a question about today."""
    return [each for each in relations if state_of(graph, each)[0] != PLANNED]


def planned_word(graph: Graph, relations: Iterable[Relation], said: str) -> str:
    """Return a sentence that names who or what is only planned; empty where nothing is.

    Args:
        graph: The model, at its date.
        relations: The relations; the subject of the first planned one is named.
        said: The sentence up to the day, with `{}` for the name.
    """
    for each in relations:
        state, day = state_of(graph, each)
        if state == PLANNED and day is not None and each.subject in graph:
            return f"{said.format(graph.name(each.subject))}, {day.after('planned for')}; no document says that it happened."
    return ""

"""One thing that happened or is due."""

import attrs

from ...facts.graph import Graph
from ...format import RELATIONS
from ...format.dates import Date
from ...format.records import Evidence, Relation

HAPPENED, BEGAN, ENDED, PLANNED, DUE = "happened", "began", "ended", "planned", "due"
UNKNOWN_WHETHER = "unknown whether"
_ORDER = (HAPPENED, ENDED, BEGAN, PLANNED, DUE)


@attrs.frozen(eq=False, repr=False)
class Item:
    """One thing that happened or is due.

    Attributes:
        date: When; `None` where no document gives a day.
        id: The entity it is told of.
        state: `happened`, `began`, `ended`, each after `unknown whether` where its time had begun and not passed at
            the date; `planned`, `due`; or the state that a dated report gives.
        evidence: What it rests on.
        report: Whether it is a dated report of how a commitment or a piece of work stands.
        note: What is known of what became of it, in words; empty for nothing.
        relation: The relation that begins or ends; `None` where it is the entity itself.
    """

    date: Date | None
    id: str
    state: str
    evidence: Evidence
    report: bool = False
    note: str = ""
    relation: Relation | None = None

    def name(self, graph: Graph) -> str:
        """Return the name of the entity, with its relation in words where that is what begins or ends."""
        name = graph.name(self.id)
        if self.relation is None:
            return name
        return f"{name} {RELATIONS[self.relation.kind].out} {graph.name(self.relation.object)}"

    @property
    def said(self) -> str:
        """The state as a reader says it."""
        if self.report and self.state != "not seen since":
            return f"reported {self.state}"
        return self.state

    def place(self, graph: Graph) -> tuple[object, ...]:
        """Return the key by which items stand in the order of time; those without a day last."""
        rank = _ORDER.index(self.state) if self.state in _ORDER and not self.report else len(_ORDER)
        rest = (rank, self.state, graph.name(self.id).casefold(), self.id)
        if self.date is None:
            return (True, *rest)
        return (False, self.date.first, self.date.last, *rest)

"""One thing that happened or is due."""

import attrs

from ...facts.graph import Graph
from ...format.dates import Date
from ...format.records import Evidence, Relation
from ...structure.membership import reading

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
        return f"{name} {reading(self.relation)} {graph.name(self.relation.object)}"

    @property
    def said(self) -> str:
        """The state as a reader says it."""
        if self.report and self.state != "not seen since":
            return f"reported {self.state}"
        return self.state

    def place(self, graph: Graph) -> tuple[object, ...]:
        """Return the key by which items stand in the order of time; those without a day last."""
        rank = _ORDER.index(self.state) if self.state in _ORDER and not self.report else len(_ORDER)
        rest = (rank, self.state, graph.name(self.id).casefold(), self.id, *self._told(graph))
        if self.date is None:
            return (True, *rest)
        return (False, self.date.first, self.date.last, *rest)

    def _told(self, graph: Graph) -> tuple[str, ...]:
        """Return what tells two items of one entity and one day apart, whichever is written first."""
        cited = str([str(each) for each in self.evidence.citations])
        relation = self.relation
        if relation is None:
            return "", self.note, cited
        return (
            relation.kind,
            graph.name(relation.object).casefold(),
            relation.object,
            str(relation.details),
            cited,
        )

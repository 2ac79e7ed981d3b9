"""The record of one item of the timeline."""

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
    """An item of the timeline: something that happened, is planned or is due.

    Attributes:
        date: Its date; `None` where no document gives one.
        id: The entity that it belongs to.
        state: `happened`, `began` or `ended`, with `unknown whether` before it where an inexact date had begun and not
            passed; `planned` or `due`; or the state that a dated report gives.
        evidence: Its evidence.
        report: Whether it is a dated report on a commitment or a piece of work.
        note: What came of it, in words; empty for nothing known.
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
        """Return the name of the entity, with the relation in words where the item is about one."""
        name = graph.name(self.id)
        if self.relation is None:
            return name
        said = f"{name} {reading(self.relation)} {graph.name(self.relation.object)}"
        function = self.relation.details.get("function")
        return f"{said} for {graph.name(str(function))}" if function in graph else said

    @property
    def said(self) -> str:
        """The state in words."""
        if self.report and self.state != "not seen since":
            return f"reported {self.state}"
        return self.state

    def place(self, graph: Graph) -> tuple[object, ...]:
        """Return the sort key of the item: by date; items without a date come last."""
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

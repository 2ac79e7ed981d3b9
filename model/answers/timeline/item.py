"""The record of one item of the timeline."""

import attrs

from ...facts.ends import has_passed
from ...facts.graph import Graph
from ...format.dates import Date
from ...format.records import Evidence, Relation
from ...format.tenses import doing as as_gerund
from ...format.tenses import to_come
from ...structure.membership import reading

HAPPENED, BEGAN, ENDED, PLANNED, DUE = "happened", "began", "ended", "planned", "due"
UNKNOWN_WHETHER = "unknown whether"
RENAMED, STATUS_CHANGED, VACANT = "renamed", "status changed", "vacant"
REVIEW, TERM, START, END = "review", "term", "start", "end"
NEVER_SEEN = "no document says it happened"
_VERBS = {BEGAN: "started", ENDED: "stopped", START: "is to start", END: "is to stop"}
_ORDER = {state: rank for rank, state in enumerate((HAPPENED, ENDED, BEGAN, PLANNED, DUE))}


@attrs.frozen(eq=False, repr=False)
class Item:
    """An item of the timeline: something that happened, is planned or is due.

    Attributes:
        date: Its date; `None` where no document gives one.
        id: The entity that it belongs to.
        state: `happened`, `began`, `ended`, `renamed`, `status changed`, `vacant`, `planned`, `due`, or the
            state that a dated report gives. `unknown whether` precedes the first three while an inexact date
            has begun and not passed.
        evidence: Its evidence.
        report: Whether it is a dated report on a commitment or a piece of work.
        note: What came of it, in words; empty for nothing known.
        relation: The relation that begins, ends or runs out; `None` where the item is about the entity
            itself.
        what: What is due or to come, one of `REVIEW`, `TERM`, `START`, `END`; empty for the entity itself.
    """

    date: Date | None
    id: str
    state: str
    evidence: Evidence
    report: bool = False
    note: str = ""
    relation: Relation | None = None
    what: str = ""

    def name(self, graph: Graph, doing: str = "") -> str:
        """Return the name of the entity, with the relation in words where the item is about one.

        Args:
            graph: The model, at its date.
            doing: The predicate of the relation, if `doing` has given it before.
        """
        name = graph.name(self.id)
        if self.relation is None:
            return f"{self.what} of {name}" if self.what else name
        if self.what == TERM:
            return f"{TERM} of {name} {self.running_out(graph)}"
        return f"{name} {doing or self.doing(graph)}"

    def running_out(self, graph: Graph) -> str:
        """Return the words for a term that runs out or ran out: `on Place Board runs out`."""
        passed = self.date is not None and has_passed(graph, self.date, graph.at)
        body = "" if self.relation is None else graph.name(self.relation.object)
        return f"on {body} {'ran' if passed else 'runs'} out"

    def doing(self, graph: Graph) -> str:
        """Return the predicate of the relation: `is to hold the post Chair`, `stopped holding the post Chair`; empty for none."""
        if self.relation is None:
            return ""
        said = reading(self.relation)
        verb = _VERBS.get(self.what or self.state)
        if verb is not None and as_gerund(said):
            said = f"{verb} {as_gerund(said)}"
        elif self.state == PLANNED and as_gerund(said):
            said = to_come(said)
        function = self.relation.details.get("function")
        about = f" for {graph.name(str(function))}" if function in graph else ""
        return f"{said} {graph.name(self.relation.object)}{about}"

    @property
    def is_told(self) -> bool:
        """Whether the words for the relation already say that it began or ended, so that the state would repeat it."""
        if self.relation is None or (self.what or self.state) not in _VERBS:
            return False
        return bool(as_gerund(reading(self.relation)))

    @property
    def said(self) -> str:
        """The state in words; empty where the name already says it."""
        if self.state != PLANNED and self.is_told:
            return ""
        if self.report and self.state != "not seen since":
            return f"reported {self.state}"
        return self.state

    def place(self, graph: Graph) -> tuple[object, ...]:
        """Return the sort key of the item: its date; items without a date come last."""
        rank = len(_ORDER) if self.report else _ORDER.get(self.state, len(_ORDER))
        rest = (rank, self.state, graph.name(self.id).casefold(), self.id, _Tie(self, graph))
        if self.date is None:
            return (True, *rest)
        return (False, self.date.first, self.date.last, *rest)

    def tie_breaker(self, graph: Graph) -> tuple[str, ...]:
        """Return a sort key for items of one entity and day, independent of the order in the file."""
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


class _Tie:
    """The last part of an item's sort key; it is computed only if two items have the same day, state and kind."""

    __slots__ = ("_graph", "_item")

    def __init__(self, item: Item, graph: Graph) -> None:
        self._item = item
        self._graph = graph

    def _key(self) -> tuple[str, ...]:
        return self._item.tie_breaker(self._graph)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tie) and self._key() == other._key()

    def __lt__(self, other: "_Tie") -> bool:
        return self._key() < other._key()

    def __hash__(self) -> int:
        return hash(self._key())

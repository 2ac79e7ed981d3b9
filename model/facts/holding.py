"""Who is, was or is planned to be responsible for a function, and which relation says so."""

from collections.abc import Iterable, Iterator

from ..format import OPEN, RELATIONS
from ..format.dates import Date
from ..format.groups import OFFICES
from ..format.modes import Mode, mode_of, order_of
from ..format.records import Relation
from ..format.unchanging import Value
from .claims import first_of, has_lapsed, over_before, planned_for, was_documented, what_came_of
from .columns import may_say_when
from .ends import is_over
from .functions import IN_HAND, mode_in
from .graph import Graph
from .replacing import LASTING
from .role_disputes import RoleDispute, role_disputes_of, role_of
from .standing import ENDED as OVER
from .standing import MAY_HAVE_BEGUN, NOT_YET_DUE
from .standing import NOT_YET as LATER
from .standing import PLANNED as AWAITED
from .times import COMING

NOW, PLANNED, ENDED, NOT_YET = "now", "planned", "ended", "not yet"
"""The state of a relation at a date: it holds, is only planned, has ended, or is not known yet."""

PRESENT = (NOW, MAY_HAVE_BEGUN)
"""The states that answer who does it: now, or by one of two documents that disagree since when."""

STATES = (*PRESENT, PLANNED, ENDED)
"""The states that a reader is told about, present ones first."""

_AWAITED = frozenset((AWAITED, NOT_YET_DUE))
PROPOSED = "proposed"
_SHADOW = "shadow"


class Holding(Value):
    """A present, planned or past role of an entity in a function.

    Attributes:
        id: The id of the entity.
        function: The function, or the service that it provides.
        relation: The relation that gives it the role.
        state: `now`, `planned` or `ended`; `unknown whether begun` where documents disagree about the first
            day.
        date: The day for which it is planned or may have begun, or its last day; `None` where no document
            gives one.
        disputes: The disagreements of documents about it, each with the side that is followed at the date.
    """

    id: str
    function: str
    relation: Relation
    state: str
    date: Date | None = None
    disputes: tuple[RoleDispute, ...] = ()

    @property
    def undecided(self) -> bool:
        """Whether documents disagree about the role and no side is followed."""
        return any(not each.follows for each in self.disputes)

    @property
    def settled(self) -> bool:
        """Whether no documents disagree about the role, or it is the side that is followed."""
        mode = self.mode.name
        return all(each.follows and each.follows_role(self.id, self.function, mode) for each in self.disputes)

    @property
    def rejected(self) -> bool:
        """Whether documents disagree about it, and another side is followed."""
        return not self.settled and not self.undecided

    @property
    def told(self) -> bool:
        """Whether a document states the role, or documents disagree and it is the side that is followed."""
        sides = (each.side(self.id, self.function, self.mode.name) for each in self.disputes)
        return not self.inferred or (self.settled and any(sides))

    @property
    def mode(self) -> Mode:
        """The role: decides, oversees, delivers or another."""
        return mode_in(self.relation)

    @property
    def inferred(self) -> bool:
        """Whether the role is our reading."""
        return self.relation.evidence.inferred


def state_of(graph: Graph, relation: Relation) -> tuple[str, Date | None]:
    """Return the state of a relation at the date of a graph, and the day that belongs to the state."""
    day = None if graph.at is None else graph.at.last
    end, start = relation.end_date, relation.start_date
    if day is None and end is None and start is None and relation.expected_date is None:
        return NOW, None  # a shortcut: most relations have no date
    if is_over(graph, end, graph.at) and not has_lapsed(graph, relation, graph.at):
        return ENDED, end
    if day is not None:
        first = start or (None if over_before(graph, relation) else first_of(graph, relation.evidence))
        if first is not None and first.first > day:
            foretold = start is not None and was_documented(graph, relation.evidence, graph.at)
            return (PLANNED, start) if foretold else (NOT_YET, None)
    planned = planned_for(graph, relation)
    if planned is None or what_came_of(graph, relation, graph.at) is not None:
        return NOW, None
    return PLANNED, planned


def state_with_subject(graph: Graph, relation: Relation) -> tuple[str, Date | None]:
    """Return whether a relation is planned, holds or has ended, and since when; for one that holds, the same of its subject."""
    state, date = state_of(graph, relation)
    return (
        state_of_entity(graph, relation.subject)
        if state == NOW and relation.subject in graph
        else (state, date)
    )


def holdings_of(graph: Graph, function: str, kind: str = IN_HAND) -> list[Holding]:
    """Return the present, planned and past roles in a function: present ones first, among these deciders first.

    Args:
        graph: The model, at its date.
        function: The function, or a service.
        kind: The kind of relation that gives the roles.
    """
    relations = [each for each in graph.every_relation(function, kind, "in") if each.subject in graph]
    found = list(_holdings(graph, with_role(graph, relations)))
    return sorted(
        found,
        key=lambda each: (
            STATES.index(each.state),
            order_of(each.mode),
            graph.name(each.id).casefold(),
            each.id,
        ),
    )


def powers_of(graph: Graph, entity_id: str) -> list[Holding]:
    """Return the functions that an entity is stated to decide about now, or to hold by delegation.

    A disputed role is among them where no side is followed, or where it is the side that is.
    """
    relations = [each for each in graph.every_relation(entity_id, IN_HAND, "out") if each.object in graph]
    found = [
        each
        for each in _holdings(graph, with_role(graph, relations))
        if each.state in PRESENT and each.mode.empowers and each.told and not each.rejected
    ]
    return sorted(
        found, key=lambda each: (order_of(each.mode), graph.name(each.function).casefold(), each.function)
    )


def with_role(graph: Graph, relations: Iterable[Relation]) -> list[Relation]:
    """Return relations without those that give no role in a function, where another one between the same ends does.

    So a body that is accountable for a function and holds it by delegation has one role in it. A planned or
    past role does not replace a present one without a role. A planned relation that came about is left out;
    the later one is returned.
    """
    found = [each for each in relations if what_came_of(graph, each, graph.at) is None]
    named = {
        _part(graph, each) for each in found if each.kind == IN_HAND and each.details.get("mode") not in OPEN
    }
    return [each for each in found if each.details.get("mode") not in OPEN or _part(graph, each) not in named]


def _part(graph: Graph, relation: Relation) -> tuple[str, str, str]:
    return relation.subject, relation.object, state_of(graph, relation)[0]


def _holdings(graph: Graph, relations: Iterable[Relation]) -> Iterator[Holding]:
    for relation in relations:
        state, date = state_of_role(graph, relation)
        if state != NOT_YET and not _is_nobody_yet(graph, relation, state, date):
            yield _holding(graph, relation, state, date)


def _holding(graph: Graph, relation: Relation, state: str, date: Date | None = None) -> Holding:
    disputes = (
        each.by_then(_sides_known(graph, each)) if graph.at is not None and each.follows else each
        for each in role_disputes_of(graph, relation)
    )
    return Holding(relation.subject, relation.object, relation, state, date, tuple(disputes))


def is_rejected(graph: Graph, relation: Relation) -> bool:
    """Return whether documents disagree about the role that a relation gives, and another side is followed."""
    return _holding(graph, relation, NOW).rejected


def _sides_known(graph: Graph, dispute: RoleDispute) -> Iterator[str]:
    """Yield the sides of a disagreement that a document gives by the date."""
    for each in (one for end in (*dispute.agents, *dispute.functions) for one in graph.every_relation(end)):
        agent, function, role = each.subject, each.object, role_of(each)
        touched = RELATIONS[each.kind].entrusts and dispute.touches(agent, function, role)
        if touched and state_of_role(graph, each)[0] != NOT_YET:
            yield dispute.side(agent, function, role)


def state_of_role(graph: Graph, relation: Relation) -> tuple[str, Date | None]:
    """Return the state of a role in a function: that of its relation, limited by both ends and the delegators."""
    state, date = state_of(graph, relation)
    for end in (relation.object, relation.subject):
        if state == NOW and end in graph:
            state, date = state_of_entity(graph, end)
    return _by_givers(graph, relation) if state == NOW else (state, date)


def state_between(graph: Graph, relation: Relation) -> tuple[str, Date | None]:
    """Return the state of a relation, limited by its two ends: nobody still sits on a body that has ended.

    Relations that mention something past, or are about something, have their own state only.
    """
    return (state_of_role if relation.kind in LASTING else state_of)(graph, relation)


def _by_givers(graph: Graph, relation: Relation) -> tuple[str, Date | None]:
    """Return the state of a role that rests on delegations alone: that of the delegations, the most present first."""
    if not mode_of(relation.details.get("mode")).delegated:
        return NOW, None
    given = [
        each
        for each in graph.every_relation(relation.subject, "delegates_to", "in")
        if each.details.get("function") == relation.object
    ]
    cited = {citation for each in given for citation in each.evidence.citations}
    if not given or not cited.issuperset(relation.evidence.citations):
        return NOW, None  # another document says it of the holder itself
    states = [state_with_subject(graph, each) for each in given]
    counted = [each for each in states if each[0] in STATES]
    if any(state in PRESENT for state, _ in counted):
        return NOW, None  # a doubtful start of the giver is shown at the giver
    return min(counted, key=lambda each: (STATES.index(each[0]), _latest_first(each[1])), default=(NOW, None))


def _latest_first(day: Date | None) -> int:
    return 0 if day is None else -day.last.toordinal()


def _is_nobody_yet(graph: Graph, relation: Relation, state: str, date: Date | None) -> bool:
    """Whether the subject is a post planned for no stated day and role, so that nobody is named yet."""
    if state != PLANNED or date is not None or graph.kind(relation.subject) not in OFFICES:
        return False
    return relation.details.get("mode") in OPEN


def state_of_entity(graph: Graph, entity_id: str) -> tuple[str, Date | None]:
    """Return the state of an entity in the words for relations, and its day; a plan for no given day has no day."""
    standing = graph.standing(entity_id)
    if standing.state == OVER:
        return ENDED, standing.date
    if standing.state in _AWAITED:
        return PLANNED, standing.date
    if standing.state == MAY_HAVE_BEGUN:
        return MAY_HAVE_BEGUN, standing.date
    if standing.state == LATER and was_documented(graph, graph.entity(entity_id).evidence, graph.at):
        return PLANNED, standing.date  # named before its start, so it is to come
    if not graph.shown(entity_id):
        return NOT_YET, None
    return (PLANNED if is_planned(graph, entity_id) else NOW), None


def coming_word(graph: Graph, entity_id: str) -> str:
    """Return `proposed` or `planned` for an entity of which no document shows more; empty for any other."""
    if not is_planned(graph, entity_id):
        return ""
    return PROPOSED if graph.value(entity_id, "status") == PROPOSED else PLANNED


def doubt_word(graph: Graph, entity_id: str) -> str:
    """Return that an entity is in shadow form, or that it is unknown whether it had begun; empty for any other."""
    if graph.standing(entity_id).state == MAY_HAVE_BEGUN:
        return MAY_HAVE_BEGUN
    return _SHADOW if graph.value(entity_id, "status") == _SHADOW else ""


def with_doubt(graph: Graph, entity_id: str) -> str:
    """Return the name of an entity; in brackets if it is in shadow form, or if it is unknown whether it had begun."""
    word = doubt_word(graph, entity_id)
    return f"{graph.name(entity_id)} ({word})" if word else graph.name(entity_id)


def is_planned(graph: Graph, entity_id: str) -> bool:
    """Whether documents show nothing of an entity but that it is planned; never true of a type of body."""
    if not may_say_when(graph, entity_id) or graph.kind(entity_id) == "type":
        return False
    return graph.value(entity_id, "status") in COMING or graph.standing(entity_id).state == AWAITED

"""`tiers matters`: questions and promises to follow up: asked, answered, promised, due, and reported since."""

from datetime import date
from operator import itemgetter

import attrs

from ..facts.claims import first_of, latest_of
from ..facts.graph import Graph
from ..facts.stored import in_passing
from ..format import NONE, NOT_STATED, UNKNOWN, keys_of
from ..format.attributes import STATES as REPORTED
from ..format.dates import Date
from ..format.records import Claim, Evidence, Relation
from .followed_up import documented_value, followed_up

NOT_SEEN_SINCE = "not seen since"
_FIRST = (NOT_SEEN_SINCE, "promised", "open", "not answered", "on hold", "stood down")
_LAST = ("answered in part", "answered", "noted", "live", "completed")
_EVERY = (
    *(key.choices for key in keys_of("issue").values() if key.name == "state"),
    REPORTED,
    (NOT_STATED, UNKNOWN),
)
STATES: tuple[str, ...] = tuple(
    dict.fromkeys((*_FIRST, *(each for states in _EVERY for each in states if each not in _LAST), *_LAST))
)
"""The states of a matter in the order of following up: promises not seen, open, under way, settled."""


@attrs.frozen(eq=False, repr=False)
class Matter:
    """A question, a promise or a piece of work to follow up.

    Attributes:
        id: The id of the question, promise or piece of work.
        asked: The question; `None` for a promise that nobody asked for.
        asking: The relations to those who asked.
        answered: The answers, in order.
        answering: The relations to those who answered.
        promised: The promise, or a word such as `not_stated`; `None` where nothing is recorded.
        making: The relations to those who made the promise.
        doing: The relations to those who are to carry it out.
        promised_on: The day of the promise; `None` where a document only reports on it.
        due: The day on which it is due: a date, `not_stated`, or `unknown` where a source says so; `None`
            where nothing is recorded.
        due_before: The days on which it was due by earlier documents, in order.
        seen_since: What later documents report about it, in order.
        state: Its state by the last document.
        question: The question to ask now; empty if none is recorded.
        inferred: The attributes with a value that is our reading, although the question or promise itself is
            stated.
    """

    id: str
    state: str
    asked: str | None = None
    asking: tuple[Relation, ...] = ()
    answered: tuple[Claim, ...] = ()
    answering: tuple[Relation, ...] = ()
    promised: str | None = None
    making: tuple[Relation, ...] = ()
    doing: tuple[Relation, ...] = ()
    promised_on: Date | None = None
    due: Date | str | None = None
    due_before: tuple[Claim, ...] = ()
    seen_since: tuple[Claim, ...] = ()
    question: str = ""
    inferred: frozenset[str] = frozenset()

    @property
    def asked_by(self) -> tuple[str, ...]:
        """The ids of those who asked, or `not_stated` or `unknown`."""
        return tuple(each.object for each in self.asking)

    @property
    def answered_by(self) -> tuple[str, ...]:
        """The ids of those who answered, or `not_stated` or `unknown`."""
        return tuple(each.object for each in self.answering)

    @property
    def made_by(self) -> tuple[str, ...]:
        """Those who made the promise: ids, or `not_stated` or `unknown`."""
        return tuple(each.object for each in self.making)

    @property
    def commits(self) -> tuple[str, ...]:
        """Those who are to carry out the promise: ids, or `not_stated` or `unknown`."""
        return tuple(each.object for each in self.doing)

    @property
    def promising(self) -> tuple[Relation, ...]:
        """The relations to those who are to carry out the promise; if none are recorded, to those who made it."""
        return self.doing or self.making

    @property
    def promised_by(self) -> tuple[str, ...]:
        """Those who are to carry out the promise, else those who made it: ids, `not_stated` or `unknown`."""
        return tuple(each.object for each in self.promising)

    @property
    def unkept(self) -> bool:
        """Whether the promise is recorded as not kept: by its state, or by `none` in `seen_since`."""
        return self.state == NOT_SEEN_SINCE or (
            self.state == "promised" and any(each.value == NONE for each in self.seen_since)
        )

    @property
    def stands(self) -> str:
        """Its state, one of `STATES`; a promise that a later document shows was not kept is `not seen since`."""
        return NOT_SEEN_SINCE if self.unkept else self.state


def matters(graph: Graph, within: str | None = None, *, state: str = "") -> list[Matter]:
    """Return the questions and promises known at the date of the graph, by state.

    First come promises not seen since, then other promises, open questions, matters under way, and answered
    or done ones. Within a state questions come before promises that nobody asked for, each with the oldest
    first.

    Args:
        graph: The model, at its date.
        within: Only matters of or about this entity, or asked, answered or promised by it or in it.
        state: Only matters in this state, one of `STATES`; empty for all.
    """
    found: list[tuple[tuple[object, ...], Matter]] = []
    for each in in_passing(graph, followed_up(graph, within)):
        matter = matter_of(graph, each)
        if state in {"", matter.state, matter.stands}:
            found.append((_sort_key(graph, matter), matter))
    return [matter for _, matter in sorted(found, key=itemgetter(0))]


def matter_of(graph: Graph, entity_id: str) -> Matter:
    """Return the matter of a question, a promise or a piece of work."""
    return _question(graph, entity_id) if graph.kind(entity_id) == "issue" else _promise(graph, entity_id)


def evidence_of(graph: Graph, matter: Matter) -> list[Evidence]:
    """Return the evidence of a matter, its answers and later reports, each once."""
    parts = [graph.entity(matter.id).evidence]
    parts.extend(each.evidence for each in (*matter.answered, *matter.seen_since, *matter.due_before))
    due = graph.claim(matter.id, "due") if matter.due_before else None
    parts.extend([] if due is None else [due.evidence])
    return list(dict.fromkeys(parts))


def _question(graph: Graph, entity_id: str) -> Matter:
    """Return the matter of a question."""
    return Matter(
        entity_id,
        state=str(documented_value(graph, entity_id, "state") or NOT_STATED),
        asked=graph.name(entity_id),
        asking=_ends(graph, entity_id, "raised_by"),
        answered=_known(graph, entity_id, "answers"),
        answering=_ends(graph, entity_id, "answered_by"),
        promised=_text(documented_value(graph, entity_id, "promised")),
        due=_due(graph, entity_id),
        due_before=_due_before(graph, entity_id),
        seen_since=_known(graph, entity_id, "seen_since"),
        question=graph.text(entity_id, "question"),
        inferred=_readings(graph, entity_id, "name", "state", "promised", "due"),
    )


def _promise(graph: Graph, entity_id: str) -> Matter:
    """Return the matter of a promise or a piece of work."""
    reports = _known(graph, entity_id, "reports")
    promised = latest_of(graph, graph.entity(entity_id).evidence)
    first = min((latest_of(graph, each.evidence) for each in reports), default=date.min)
    # a promise in one document that another document reports on
    first = promised if date.min < promised < first else first
    later = tuple(
        each for each in reports if latest_of(graph, each.evidence) > first or each.value == NOT_SEEN_SINCE
    )
    latest = max(reversed(reports), key=lambda each: latest_of(graph, each.evidence), default=None)
    return Matter(
        entity_id,
        state=NOT_STATED if latest is None else str(latest.value),
        promised=graph.name(entity_id),
        making=_ends(graph, entity_id, "made_by"),
        doing=_ends(graph, entity_id, "commits"),
        promised_on=_day(graph, entity_id, "promised_on"),
        due=_due(graph, entity_id),
        due_before=_due_before(graph, entity_id),
        seen_since=later,
        inferred=_readings(graph, entity_id, "name", "promised_on", "due")
        | (frozenset() if latest is None or not latest.evidence.inferred else {"state"}),
    )


def _due(graph: Graph, entity_id: str) -> Date | str | None:
    due = documented_value(graph, entity_id, "due")
    return due if isinstance(due, Date) else _text(due)


def _due_before(graph: Graph, entity_id: str) -> tuple[Claim, ...]:
    """Return the due dates that earlier documents gave, to be shown beside the present one."""
    now = graph.claim(entity_id, "due")
    if now is None:
        return ()
    day = latest_of(graph, now.evidence)
    earlier = [each for each in _known(graph, entity_id, "due") if latest_of(graph, each.evidence) < day]
    by_value = {
        each.value: each for each in earlier if isinstance(each.value, Date) and each.value != now.value
    }
    return tuple(sorted(by_value.values(), key=lambda each: latest_of(graph, each.evidence)))


def later_answers(graph: Graph, matter: Matter) -> tuple[Claim, ...]:
    """Return the answers that were given in a later document than the question."""
    asked = first_of(graph, graph.entity(matter.id).evidence) if matter.answered else None
    if asked is None:
        return ()
    return tuple(each for each in matter.answered if latest_of(graph, each.evidence) > asked.last)


def is_reported(graph: Graph, matter: Matter) -> bool:
    """Return whether a document later than that of a promise or question reports on it or answers it."""
    return bool(matter.seen_since or later_answers(graph, matter))


def _day(graph: Graph, entity_id: str, attribute: str) -> Date | None:
    day = documented_value(graph, entity_id, attribute)
    return day if isinstance(day, Date) else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _known(graph: Graph, entity_id: str, attribute: str) -> tuple[Claim, ...]:
    claims = graph.entity(entity_id).claims(attribute)
    return tuple(each for each in claims if graph.was_documented(each.evidence))


def _ends(graph: Graph, entity_id: str, kind: str) -> tuple[Relation, ...]:
    """Return the relations to those who asked, answered or promised, one for each; a stated one if there is one."""
    found: dict[str, Relation] = {}
    for each in graph.relations(entity_id, kind, "out"):
        known = found.get(each.object)
        if each.object != NONE and (known is None or known.evidence.inferred):
            found[each.object] = each
    return tuple(found[each] for each in sorted(found))


def _readings(graph: Graph, entity_id: str, *attributes: str) -> frozenset[str]:
    """Return the attributes among some whose value is our reading although the entity itself is stated."""
    own = graph.entity(entity_id).evidence
    claims = ((each, graph.claim(entity_id, each)) for each in attributes)
    return frozenset(
        each
        for each, claim in claims
        if claim is not None and claim.evidence.inferred and claim.evidence != own
    )


def _sort_key(graph: Graph, matter: Matter) -> tuple[object, ...]:
    """Return the sort key of a matter: by how urgent its state is, then the oldest first."""
    first = first_of(graph, graph.entity(matter.id).evidence)
    day = date.max if first is None else first.first
    rank = STATES.index(matter.stands)
    return (rank, matter.asked is None, day, graph.name(matter.id).casefold(), matter.id)

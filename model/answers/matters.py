"""`tiers matters`: the questions and promises to follow up: asked, answered, promised, due, seen since."""

from collections.abc import Iterable
from datetime import date

import attrs

from ..facts.claims import first_of, latest_of
from ..facts.graph import Graph
from ..format import NONE, NOT_STATED
from ..format.dates import Date
from ..format.groups import FOLLOWED_UP, WORK
from ..format.keys import NOBODY
from ..format.records import Claim, Evidence
from ..structure.placing import concerning

_SILENT = frozenset(NOBODY)
_LATER = ("not seen since", "on hold", "stood down")
_DONE = ("completed", "live")
_ISSUES = ("open", "promised", "answered", "noted")


@attrs.frozen(eq=False, repr=False)
class Matter:
    """A question, a promise or a piece of work to follow up.

    Attributes:
        id: The id of the question, promise or piece of work.
        asked: What was asked; `None` for a promise that nobody asked for.
        asked_by: Who asked: ids, `not_stated` or `unknown`.
        answered: The answers, in order.
        answered_by: Who answered, likewise.
        promised: What was promised, or a word such as `not_stated`; `None` where nothing is recorded.
        promised_by: Who promised, likewise.
        promised_on: When it was promised; `None` where a document only reports on it.
        due: When it is due: a date, `not_stated`, or `unknown` where a source says so; `None` where nothing is recorded.
        seen_since: What later documents report about it, in order.
        state: Its state by the last document.
        question: The question to ask now; empty for none recorded.
    """

    id: str
    state: str
    asked: str | None = None
    asked_by: tuple[str, ...] = ()
    answered: tuple[Claim, ...] = ()
    answered_by: tuple[str, ...] = ()
    promised: str | None = None
    promised_by: tuple[str, ...] = ()
    promised_on: Date | None = None
    due: Date | str | None = None
    seen_since: tuple[Claim, ...] = ()
    question: str = ""

    @property
    def unkept(self) -> bool:
        """Whether a later document reports that the promise has not been seen kept."""
        return self.state == "not seen since" or (
            self.state == "promised" and any(each.value not in _SILENT for each in self.seen_since)
        )


def matters(graph: Graph, within: str | None = None) -> list[Matter]:
    """Return the questions, promises and dated work to follow up, as known at the date of the graph.

    Promises not seen since come first, then open questions, then work under way, then what is answered or done; of each
    the oldest first.

    Args:
        graph: The model, at its date.
        within: Only those that belong to an entity or are about it.
    """
    ids: Iterable[str] = graph if within is None else concerning(graph, within)
    found = [matter_of(graph, each) for each in ids if _is_matter(graph, each)]
    return sorted(found, key=lambda matter: _sort_key(graph, matter))


def matter_of(graph: Graph, entity_id: str) -> Matter:
    """Return the matter made of a question, a promise or a piece of work."""
    return _question(graph, entity_id) if graph.kind(entity_id) == "issue" else _promise(graph, entity_id)


def _is_matter(graph: Graph, entity_id: str) -> bool:
    """Return whether an entity is to be followed up: a question, a promise, or work with a date of its own."""
    kind = graph.kind(entity_id)
    if kind in FOLLOWED_UP:
        return graph.shown(entity_id)
    return kind in WORK and graph.shown(entity_id) and _has_own_date(graph, entity_id)


def evidence_of(graph: Graph, matter: Matter) -> list[Evidence]:
    """Return the evidence of a matter without duplicates: of the question or promise, the answers, later reports."""
    parts = [graph.entity(matter.id).evidence]
    parts.extend(each.evidence for each in (*matter.answered, *matter.seen_since))
    return list(dict.fromkeys(parts))


def _question(graph: Graph, entity_id: str) -> Matter:
    """Return the matter of a question."""
    return Matter(
        entity_id,
        state=str(_value(graph, entity_id, "state") or NOT_STATED),
        asked=graph.name(entity_id),
        asked_by=_ends(graph, entity_id, "raised_by"),
        answered=_known(graph, entity_id, "answers"),
        answered_by=_ends(graph, entity_id, "answered_by"),
        promised=_text(_value(graph, entity_id, "promised")),
        due=_due(graph, entity_id),
        seen_since=_known(graph, entity_id, "seen_since"),
        question=graph.text(entity_id, "question"),
    )


def _promise(graph: Graph, entity_id: str) -> Matter:
    """Return the matter of a promise or a piece of work."""
    reports = _known(graph, entity_id, "reports")
    first = min((latest_of(graph, each.evidence) for each in reports), default=date.min)
    later = tuple(
        each for each in reports if latest_of(graph, each.evidence) > first or each.value == "not seen since"
    )
    makers = _ends(graph, entity_id, "commits") or _ends(graph, entity_id, "made_by")
    latest = max(reversed(reports), key=lambda each: latest_of(graph, each.evidence), default=None)
    return Matter(
        entity_id,
        state=NOT_STATED if latest is None else str(latest.value),
        promised=graph.name(entity_id),
        promised_by=makers,
        promised_on=_day(graph, entity_id, "promised_on"),
        due=_due(graph, entity_id),
        seen_since=later,
    )


def _due(graph: Graph, entity_id: str) -> Date | str | None:
    due = _value(graph, entity_id, "due")
    return due if isinstance(due, Date) else _text(due)


def _day(graph: Graph, entity_id: str, attribute: str) -> Date | None:
    day = _value(graph, entity_id, attribute)
    return day if isinstance(day, Date) else None


def _has_own_date(graph: Graph, entity_id: str) -> bool:
    """Return whether a piece of work has a date of its own, and no commitment about it has the same."""
    due = _value(graph, entity_id, "due")
    return isinstance(due, Date) and all(
        _value(graph, each.subject, "due") != due for each in graph.relations(entity_id, "about", "in")
    )


def _value(graph: Graph, entity_id: str, attribute: str) -> object:
    claim = graph.claim(entity_id, attribute)
    return claim.value if claim is not None and graph.was_documented(claim.evidence) else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _known(graph: Graph, entity_id: str, attribute: str) -> tuple[Claim, ...]:
    claims = graph.entity(entity_id).claims(attribute)
    return tuple(each for each in claims if graph.was_documented(each.evidence))


def _ends(graph: Graph, entity_id: str, kind: str) -> tuple[str, ...]:
    return tuple(sorted({each.object for each in graph.relations(entity_id, kind, "out")} - {NONE}))


def _sort_key(graph: Graph, matter: Matter) -> tuple[object, ...]:
    """Return the sort key of a matter: by how urgent its state is, then the oldest first."""
    asked = matter.asked is not None
    if matter.unkept:
        rank = 0 if asked else 1
    elif asked and matter.state in _ISSUES:
        rank = (2, 2, 5, 6)[_ISSUES.index(matter.state)]
    elif matter.state in _LATER:
        rank = 3
    else:
        rank = 7 if matter.state in _DONE else 4
    first = first_of(graph, graph.entity(matter.id).evidence)
    return (rank, date.max if first is None else first.first, graph.name(matter.id).casefold(), matter.id)

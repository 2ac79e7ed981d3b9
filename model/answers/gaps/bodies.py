"""Gaps of bodies, workstreams and posts: unknown members, chairs, leads, accountable bodies and holders."""

import re
from collections.abc import Iterable, Iterator

from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format import NONE, OPEN
from ...format.groups import STAFFED
from ...format.nouns import reads_plural
from ...format.records import Relation
from ...format.relations import ANSWERING
from ...structure.membership import MEMBERSHIP, capacity_of, counts_as_member, seats_of
from .gap import NOT_RECORDED, Gap, note_of, now, planned_word, unsaid_note

_CHAIRING_WORDS = ("chair",)
_VICE = re.compile(r"\b(?:vice|deputy)[- ]chair")
_LEADING = ("chair", "lead", "convenor", "director", "manager")


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    return (each for each in ids if statements.kind(each) in STAFFED)


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield gaps: bodies without members or chair, workstreams without lead or body above, posts without holder."""
    for each in ids:
        kind = graph.kind(each)
        if kind == "body":
            yield from _body(graph, each)
        elif kind == "workstream":
            yield from _workstream(graph, each)
        elif kind == "post":
            yield from _post(graph, each)


def _body(graph: Graph, entity_id: str) -> Iterator[Gap]:
    """Yield the gaps of a body: members or chair not stated."""
    name = graph.name(entity_id)
    seats = graph.relations(entity_id, MEMBERSHIP, "in")
    if _has_none(seats):
        return
    unnamed = list(_unnamed(graph, entity_id, seats))
    yield from unnamed
    if unnamed and not any(graph.shown(each.subject) for each in seats):
        return
    if not any(graph.shown(each.subject) and counts_as_member(each) for each in now(graph, seats)):
        note = planned_word(graph, seats, "{} is to sit there") or unsaid_note(graph, seats)
        yield _gap(graph, "body-members", entity_id, f"Who sits on {name}?", note)
    elif not _is_led(graph, entity_id, now(graph, seats), _CHAIRING_WORDS):
        coming = (each for each in seats if _names(each, _CHAIRING_WORDS))
        note = planned_word(graph, coming, "{} is to be in the chair") or NOT_RECORDED
        yield _gap(graph, "body-chair", entity_id, f"Who chairs {name}?", note)


def _unnamed(graph: Graph, entity_id: str, seats: Iterable[Relation]) -> Iterator[Gap]:
    """Yield a gap for each seat that is described, but whose holder is not named."""
    for each in seats:
        role = str(each.details.get("role") or each.details.get("capacity") or "")
        if each.subject in OPEN and role:
            verb = "are" if reads_plural(role) or seats_of(each)[1] > 1 else "is"
            question = f"Who {verb} {role} on {graph.name(entity_id)}?"
            yield Gap("body-members", entity_id, question, each.evidence, note_of(graph, each))


def _workstream(graph: Graph, entity_id: str) -> Iterator[Gap]:
    """Yield the gaps of a workstream: lead or accountable body not stated."""
    name = graph.name(entity_id)
    seats = graph.relations(entity_id, MEMBERSHIP, "in")
    if not _has_none(seats) and not _is_led(graph, entity_id, now(graph, seats), _LEADING):
        coming = (each for each in seats if _names(each, _LEADING))
        note = planned_word(graph, coming, "{} is to lead it") or unsaid_note(graph, seats)
        yield _gap(graph, "workstream-lead", entity_id, f"Who leads the workstream {name}?", note)
    above = [each for kind in ANSWERING for each in graph.relations(entity_id, kind, "out")]
    planned = [each.object for each in above if each.object in graph]
    known = [each for each in now(graph, above) if each.object in graph]
    nobody = any(_says_none(each, each.object) for each in above)
    if not nobody and not any(not each.evidence.inferred for each in known):
        note = unsaid_note(graph, above)
        if known:
            note = f"That it answers to {graph.name(known[0].object)} is inferred."
        elif planned:
            note = f"That it is to answer to {graph.name(planned[0])} is only planned."
        yield _gap(
            graph, "workstream-accountable", entity_id, f"To whom does the workstream {name} answer?", note
        )


def _post(graph: Graph, entity_id: str) -> Iterator[Gap]:
    """Yield the gap of a post whose holder is not stated."""
    holders = graph.relations(entity_id, "holds", "in")
    if not any(each.subject in graph or _says_none(each, each.subject) for each in now(graph, holders)):
        question, coming = (
            f"Who holds this post: {graph.name(entity_id)}?",
            planned_word(graph, holders, "{} is to hold it"),
        )
        unsaid = next((each for each in holders if each.subject in OPEN), None)
        if unsaid is None or coming:
            yield _gap(graph, "post-holder", entity_id, question, coming or NOT_RECORDED)
        else:
            yield Gap("post-holder", entity_id, question, unsaid.evidence, note_of(graph, unsaid))


def _says_none(relation: Relation, end: str) -> bool:
    """Whether a source states that there is nobody at an end of a relation, which is an answer and not a gap."""
    return end == NONE and not relation.evidence.inferred


def _has_none(seats: Iterable[Relation]) -> bool:
    """Whether a source states that there are no members at all; one that names a role speaks of that seat only."""
    return any(_says_none(each, each.subject) and not capacity_of(each) for each in seats)


def _is_led(graph: Graph, entity_id: str, seats: Iterable[Relation], words: tuple[str, ...]) -> bool:
    """Whether a body has a chair or lead, as a seat or a post, even if a source states that it is vacant."""
    led = (each for each in seats if graph.shown(each.subject) or _says_none(each, each.subject))
    return any(_names(each, words) for each in led) or _posts(graph, entity_id, words)


def _names(seat: Relation, words: tuple[str, ...]) -> bool:
    """Whether the capacity or the role of a seat has one of some words, such as `chair`; see `_says`."""
    return _says(f"{capacity_of(seat)} {seat.details.get('role', '')}", words)


def _posts(graph: Graph, entity_id: str, words: tuple[str, ...]) -> bool:
    """Whether a body or workstream has a post with one of some words in its name, such as `chair`; see `_says`."""
    posts = (each.subject for each in graph.relations(entity_id, "post_in", "in"))
    return any(_says(graph.name(each), words) for each in posts)


def _says(text: str, words: tuple[str, ...]) -> bool:
    """Whether a word of a text begins with one of some words: `Chairman` with `chair`, but not `Vice-chair` or `wheelchair`."""
    said = _VICE.sub("", text.casefold())
    return any(re.search(rf"\b{word}", said) for word in words)


def _gap(graph: Graph, code: str, entity_id: str, question: str, note: str = "") -> Gap:
    return Gap(code, entity_id, question, graph.entity(entity_id).evidence, note)

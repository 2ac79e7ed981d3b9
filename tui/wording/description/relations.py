"""The relations of an entity in a description: a section for each wording such as `is part of`, a line for each relation."""

from collections.abc import Iterator, Mapping

from tiers.model import Entity, Graph, Relation
from tiers.model.answers.succession import successors
from tiers.model.facts.claims import first_of, has_lapsed, over_before
from tiers.model.facts.holding import ENDED as OVER
from tiers.model.facts.holding import is_planned, state_between, state_of, with_role
from tiers.model.facts.posts import is_unfilled
from tiers.model.facts.relation_disputes import disputed_words
from tiers.model.facts.standing import ENDED, MAY_HAVE_BEGUN, NOT_YET_DOCUMENTED, UNKNOWN_WHETHER
from tiers.model.facts.tense import in_tense
from tiers.model.format import KINDS, NOT_STATED, RELATIONS, UNKNOWN
from tiers.model.format.details import LEGAL_BASIS, LIMIT
from tiers.model.format.groups import ISSUES
from tiers.model.format.keys import NOBODY
from tiers.model.format.kinds import capitalised
from tiers.model.structure.layers import limit_words
from tiers.model.structure.limits import limit_between
from tiers.model.structure.membership import (
    ATTENDANCES,
    MEMBERSHIP,
    attendance_of,
    is_counted,
    members_words,
    reading,
)
from tiers.model.structure.order import sibling_key
from tiers.model.structure.seats import PLANNED_THROUGH, READ_THROUGH, THROUGH, seats_through, way_words

from ..labels import holder_words, standing_words
from ..relation_words import relation_words
from ..safe_text import safe
from .footnotes import Footnotes
from .line import Line
from .values import joined, not_yet, word_in

_MEMBERS = "Members"
_FORMER, _INTENDED = "Former members", "Planned members"
_LATER = "Not members yet"
_UNTOLD = "Members not yet documented"
_FIRST = (_MEMBERS, _FORMER, _INTENDED, _LATER, _UNTOLD, *(each.heading for each in ATTENDANCES.values()))
"""The headings that come before those of the vocabulary."""

_SITS = {THROUGH: "Sits through", PLANNED_THROUGH: "Is to sit through", READ_THROUGH: "Sits through"}
"""The words for a way to a seat when it is a heading."""

_DOUBTFUL = frozenset((MAY_HAVE_BEGUN, UNKNOWN_WHETHER))
_FEW = 7

_Ends = list[tuple[Relation, str]]
"""Relations, each with its other end."""


def groups(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[list[Line]]:
    """Yield a section for each kind and direction of relation: members first, then as in the model format; without parts."""
    found: dict[str, _Ends] = {}
    followed = {each.id for each in successors(graph, entity.id)}  # shown under what became of it
    known = {each.kind for each in graph.every_relation(entity.id)}  # most entities have few of the kinds
    for name in filter(known.__contains__, RELATIONS):
        for relation in _now_first(graph, entity.id, name, "out"):
            found.setdefault(_out(graph, relation), []).append((relation, relation.object))
        if name == "part_of":
            continue
        for relation in _now_first(graph, entity.id, name, "in"):
            if name == "about" and _kind(graph, relation.subject) in ISSUES:
                continue
            if RELATIONS[name].past and relation.subject in followed and not relation.evidence.note:
                continue
            found.setdefault(_back(graph, relation), []).append((relation, relation.subject))
    through = list(_through(graph, entity, footnotes))
    seats = [each for each in found if each in _FIRST or found[each][0][0].kind == MEMBERSHIP]
    for heading in sorted(found, key=lambda each: _FIRST.index(each) if each in _FIRST else len(_FIRST)):
        if heading not in seats:
            yield from through
            through = []
        said = _counted(graph, entity) if heading == _MEMBERS else heading
        yield list(_group(graph, entity, said, found[heading], footnotes))
    yield from through


def _through(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[list[Line]]:
    """Yield a section for each other entity through which an entity has seats, such as its leader, a post or a label."""
    for (by, said), seats in seats_through(graph, entity.id):
        heading = way_words(graph, (by, _SITS.get(said, said)))
        labels = [each for each in graph.relations(by, "stands_for", "out") if each.object == entity.id]
        read = said == READ_THROUGH or (bool(labels) and all(each.evidence.inferred for each in labels))
        if read and not all(each.evidence.inferred for each in seats):
            heading = f"{heading}, inferred"
        yield list(_group(graph, entity, safe(heading), [(each, each.object) for each in seats], footnotes))


def _now_first(graph: Graph, entity_id: str, kind: str, direction: str) -> list[Relation]:
    """Return the relations of an entity of one kind and direction: members' seats first, ended relations last."""
    found = with_role(graph, graph.every_relation(entity_id, kind, direction))
    return sorted(found, key=lambda each: (_presence(each), state_between(graph, each)[0] == OVER))


def _out(graph: Graph, relation: Relation) -> str:
    """Return the heading for a relation from its subject; in the past tense if it or an end of it is over."""
    return capitalised(in_tense(graph, relation, reading(relation)))


def _presence(relation: Relation) -> int:
    """Return the rank of a seat: 0 for a member, then one for each way of attending; all other relations share a rank."""
    attendance = attendance_of(relation)
    return 0 if attendance is None else _FIRST.index(attendance.heading)


def _back(graph: Graph, relation: Relation) -> str:
    """Return the heading for a relation from its object; members who do not count at the date have their own heading."""
    attendance = attendance_of(relation)
    if attendance is not None:
        return attendance.former if state_between(graph, relation)[0] == OVER else attendance.heading
    if relation.kind != MEMBERSHIP:
        return capitalised(in_tense(graph, relation, reading(relation, back=True)))
    if graph.standing(relation.object).state == ENDED:
        return _INTENDED if graph.standing(relation.object).dropped else _FORMER
    if graph.holds(relation) and (relation.subject not in graph or graph.shown(relation.subject)):
        return _MEMBERS
    if has_lapsed(graph, relation, graph.at):
        return _INTENDED
    ended = state_of(graph, relation)[0] == OVER
    gone = relation.subject in graph and graph.standing(relation.subject).state == ENDED
    if ended or gone:
        return _FORMER
    return _LATER if graph.was_documented(relation.evidence) else _UNTOLD


def _counted(graph: Graph, entity: Entity) -> str:
    """Return the heading of the members of an entity, with their number at the date, voting ones and attendees."""
    seats = graph.relations(entity.id, MEMBERSHIP, "in")
    known = [each for each in seats if each.subject not in graph or graph.shown(each.subject)]
    if not any(each.subject in graph or is_counted(graph, each) for each in known):
        return _MEMBERS
    return f"{_MEMBERS}: {members_words(graph, entity.id, seats)}"


def parts(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[list[Line]]:
    """Yield the sections of the parts of an entity: one section where they are few, else one for each kind."""
    ends = [(each, each.subject) for each in graph.every_relation(entity.id, "part_of", "in")]
    whole = capitalised(RELATIONS["part_of"].back)
    by_kind: dict[str, _Ends] = {kind: [] for kind in KINDS}
    for relation, other in ends:
        by_kind.setdefault(_kind(graph, other), []).append((relation, other))
    found = {kind: inside for kind, inside in by_kind.items() if inside}
    if len(ends) <= _FEW or len(found) == 1:
        if ends:
            yield list(_group(graph, entity, whole, ends, footnotes))
        return
    for kind, inside in found.items():
        plural = KINDS[kind].plural if kind in KINDS else ""
        heading = f"{whole}: {plural}" if plural else whole
        yield list(_group(graph, entity, heading, inside, footnotes))


def _group(
    graph: Graph, entity: Entity, heading: str, relations: _Ends, footnotes: Footnotes
) -> Iterator[Line]:
    """Yield a group of relations; what all of them share comes first: sources, inference, notes."""
    known = [relation for relation, other in relations if other not in NOBODY]
    inferred = bool(known) and all(each.evidence.inferred for each in known)
    relations.sort(key=lambda each: (not graph.holds(each[0]), *sibling_key(graph, each[1])))
    notes = [footnotes.of(relation.evidence) for relation, _ in relations]
    details = [tuple(_details(graph, entity, relation)) for relation, _ in relations]
    shared_notes = notes[0] if len(notes) > 1 and len(set(notes)) == 1 else ()
    shared_details = details[0] if len(details) > 1 and len(set(details)) == 1 else ()
    yield Line("heading", f"{heading}, inferred" if inferred else heading, notes=shared_notes)
    for text in shared_details:
        yield Line("note", safe(text), indent=1)
    for (relation, other), own_notes, own_details in zip(relations, notes, details, strict=True):
        words = _words(graph, entity.id, relation, other)
        if relation.evidence.inferred and not inferred:
            words.append("inferred")
        name = word_in(graph, other, relation.evidence) or graph.name(other)
        yield Line(
            "relation",
            safe(joined(name, *words)),
            target=other if other in graph else None,
            notes=() if shared_notes else own_notes,
            indent=1,
        )
        for text in () if shared_details else own_details:
            yield Line("note", safe(text), indent=2)


def _words(graph: Graph, entity_id: str, relation: Relation, other: str) -> list[str]:
    """Return the details of a relation in words, the holder of a post that sits, and the state of the other end."""
    words = relation_words(graph, relation, other)
    if relation.kind == MEMBERSHIP and other != entity_id and graph.holds(relation):
        words[:0] = holder_words(graph, other)
    gone = not_shown_words(graph, other)
    standing = graph.standing(other) if gone else None
    if standing is not None and standing.state == NOT_YET_DOCUMENTED and standing.date is not None:
        # the statement itself may be documented later than what it names
        reported = first_of(graph, relation.evidence)
        if reported is not None and reported.first > standing.date.first:
            gone = not_yet(graph, relation.evidence) or gone
    if gone:
        return [*words, gone]
    if _to_come(graph, relation):
        return [*words, not_yet(graph, relation.evidence)]
    if other in graph and (
        is_planned(graph, other)
        or is_unfilled(graph, other, graph.at)
        or graph.standing(other).state in _DOUBTFUL
    ):
        words.extend(each for each in standing_words(graph, other) if each not in words)
    return words


def not_shown_words(graph: Graph, entity_id: str) -> str:
    """Return the state, such as `ended`, of an entity that views do not show at the date; empty for any other."""
    if entity_id not in graph or graph.standing(entity_id).shown:
        return ""
    return graph.standing(entity_id).words()


def _to_come(graph: Graph, relation: Relation) -> bool:
    """Whether a relation without a start, planned or not, is only documented later than the date of the graph."""
    known = relation.start_date or over_before(graph, relation)
    return not known and not graph.was_documented(relation.evidence)


def _details(graph: Graph, entity: Entity, relation: Relation) -> Iterator[str]:
    """Yield the other details and the note of a relation, unless the entity has the same note.

    For a function they include the extent and limit of its delegation, which the delegation gives.
    """
    details, said = relation.details, entity.evidence.note
    if relation.kind == "delegates_to":
        yield from delegation_details(graph, relation)
    elif "text" in details:
        yield str(details["text"])
    if relation.object == entity.id:
        far = limit_between(graph, relation)
        if far:
            yield far
    if relation.evidence.note not in {"", said}:
        yield relation.evidence.note


def delegation_details(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield the extent, function, legal basis and accountability of a delegation, then which of them are not stated."""
    details = relation.details
    silent: list[str] = []
    extent = details.get("extent")
    if isinstance(extent, Mapping):
        yield _extent(extent.get("agreed"), str(extent.get("text", NOT_STATED)))
    limit = details.get("limit")
    undecided_limit = disputed_words(graph, relation, LIMIT.name)
    if undecided_limit:
        yield f"limit: {undecided_limit}"
    elif isinstance(limit, Mapping):
        yield f"limit: {limit_words(graph, limit)}"
    for key, known, unknown in (
        ("function", "what is delegated: {}", "what is delegated"),
        ("legal_basis", "legal basis: {}", "the legal basis"),
        ("accountable", "{} stays accountable", "who stays accountable"),
    ):
        value = details.get(key)
        if value == NOT_STATED:
            silent.append(unknown)
        elif value == UNKNOWN:
            yield f"{unknown}: unknown (stated)"
        elif value is not None:
            yield known.format(value if key == LEGAL_BASIS.name else graph.name(str(value)))
    if silent:
        yield f"not stated: {', '.join(silent)}"


def _extent(agreed: object, text: str) -> str:
    if text == UNKNOWN:
        return "its extent is stated to be unknown"
    if agreed is False:
        return "extent: none is agreed" if text == NOT_STATED else f"extent, not agreed: {text}"
    if text != NOT_STATED:
        return f"extent: {text}"
    return "extent: agreed, but not stated" if agreed is True else "extent: not stated"


def _kind(graph: Graph, entity_id: str) -> str:
    entity = graph.find(entity_id)
    return "" if entity is None else entity.kind

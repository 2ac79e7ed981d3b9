"""The relations of a description: in both directions, one group a reading, one a line."""

from collections.abc import Iterable, Iterator, Mapping

from tiers.model import Entity, Graph, Relation
from tiers.model.facts.disputes import undecided
from tiers.model.format import KINDS, RELATIONS
from tiers.model.format.groups import ISSUES
from tiers.model.structure.order import sibling_key

from ..labels import relation_words
from ..safe_text import safe
from .footnotes import Footnotes
from .line import Line
from .values import NONE, SILENT, followed_side, inferred_word, joined, not_yet

_SILENT = {"unknown": SILENT, "none": NONE}
_MEMBERS = "Members"
_FEW = 7

_Ends = list[tuple[Relation, str]]
"""Relations, each with its other end."""


def groups(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[list[Line]]:
    """Yield a section for each reading: members first, then in the order of the vocabulary, without the parts."""
    found: dict[str, _Ends] = {}
    for name, kind in RELATIONS.items():
        for relation in graph.every_relation(entity.id, name, "out"):
            found.setdefault(_capitalised(kind.out), []).append((relation, relation.object))
        if name == "part_of":
            continue
        for relation in graph.every_relation(entity.id, name, "in"):
            if name == "about" and _kind(graph, relation.subject) in ISSUES:
                continue
            reading = _MEMBERS if name == "member_of" else _capitalised(kind.back)
            found.setdefault(reading, []).append((relation, relation.subject))
    for reading in sorted(found, key=lambda each: each != _MEMBERS):
        yield list(_group(graph, entity, reading, found[reading], footnotes))


def parts(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[list[Line]]:
    """Yield the sections of what is part of an entity: one where the parts are few, else one a kind."""
    ends = [(each, each.subject) for each in graph.every_relation(entity.id, "part_of", "in")]
    reading = _capitalised(RELATIONS["part_of"].back)
    by_kind: dict[str, _Ends] = {kind: [] for kind in KINDS}
    for relation, other in ends:
        by_kind.setdefault(_kind(graph, other), []).append((relation, other))
    found = {kind: inside for kind, inside in by_kind.items() if inside}
    if len(ends) <= _FEW or len(found) == 1:
        if ends:
            yield list(_group(graph, entity, reading, ends, footnotes))
        return
    for kind, inside in found.items():
        plural = KINDS[kind].plural if kind in KINDS else ""
        heading = f"{reading}: {plural}" if plural else reading
        yield list(_group(graph, entity, heading, inside, footnotes))


def _group(
    graph: Graph, entity: Entity, reading: str, relations: _Ends, footnotes: Footnotes
) -> Iterator[Line]:
    """What all relations of a group share is said once, above: their sources, that they are inferred, their notes."""
    known = [relation for relation, other in relations if other not in _SILENT]
    inferred = bool(known) and all(each.evidence.inferred for each in known)
    relations.sort(key=lambda each: (not graph.holds(each[0]), *sibling_key(graph, each[1])))
    notes = [footnotes.of(relation.evidence) for relation, _ in relations]
    details = [tuple(_details(graph, relation, entity.evidence.note)) for relation, _ in relations]
    shared_notes = notes[0] if len(notes) > 1 and len(set(notes)) == 1 else ()
    shared_details = details[0] if len(details) > 1 and len(set(details)) == 1 else ()
    yield Line("heading", f"{reading}, inferred" if inferred else reading, notes=shared_notes)
    for text in shared_details:
        yield Line("note", safe(text), indent=1)
    for (relation, other), own_notes, own_details in zip(relations, notes, details, strict=True):
        words = relation_words(graph, relation, other)
        gone = _not_shown(graph, other)
        if gone:
            words.append(gone)
        elif _to_come(graph, relation):
            words.append(not_yet(graph, relation.evidence))
        if relation.evidence.inferred and not inferred:
            words.append("inferred")
        if relation.subject == entity.id and undecided(graph, entity.id, relation.kind):
            words.append("undecided, the documents disagree")
        name = _SILENT.get(other) or graph.name(other)
        yield Line(
            "relation",
            safe(joined(name, *words)),
            target=other if other in graph else None,
            notes=() if shared_notes else own_notes,
            indent=1,
        )
        for text in () if shared_details else own_details:
            yield Line("note", safe(text), indent=2)


def _not_shown(graph: Graph, entity_id: str) -> str:
    """Say of an entity that does not stand in trees at the date how it stands; empty for any other."""
    if entity_id not in graph or graph.standing(entity_id).shown:
        return ""
    return graph.standing(entity_id).words()


def _to_come(graph: Graph, relation: Relation) -> bool:
    """Whether a relation is only documented later than the date; its own dates, where it has some, say so already."""
    dated = relation.start_date or relation.expected_date or relation.end_date
    return dated is None and not graph.holds(relation)


def _details(graph: Graph, relation: Relation, said: str) -> Iterator[str]:
    """Yield what else a relation says; not a note that is said of the whole entity already."""
    details = relation.details
    if relation.kind == "delegates_to":
        yield from delegation_details(graph, relation)
    elif "text" in details:
        yield str(details["text"])
    if relation.evidence.note not in {"", said}:
        yield relation.evidence.note


def delegation_details(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield what is said of a delegation, and at the end what is not."""
    details = relation.details
    silent: list[str] = []
    extent = details.get("extent")
    if isinstance(extent, Mapping):
        yield _extent(extent.get("agreed"), str(extent.get("text", "unknown")))
    for key, known, unknown in (
        ("function", "what is delegated: {}", "what is delegated"),
        ("legal_basis", "legal basis: {}", "the legal basis"),
        ("accountable", "{} stays accountable", "who stays accountable"),
    ):
        value = details.get(key)
        if value == "unknown":
            silent.append(unknown)
        elif value is not None:
            yield known.format(graph.name(str(value)))
    if silent:
        yield f"not stated: {', '.join(silent)}"


def _extent(agreed: object, text: str) -> str:
    if text != "unknown":
        return f"extent: {text}"
    return "a level is agreed, its extent is not stated" if agreed is True else "its extent is not stated"


def _kind(graph: Graph, entity_id: str) -> str:
    entity = graph.find(entity_id)
    return "" if entity is None else entity.kind


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def issues(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[list[Line]]:
    """Yield the sections of the questions about an entity and of the decided disagreements about it."""
    about = [each.subject for each in graph.every_relation(entity.id, "about", "in") if each.subject in graph]
    about.sort(key=lambda each: sibling_key(graph, each))
    asked = list(_questions(graph, (each for each in about if _kind(graph, each) == "issue"), footnotes))
    if asked:
        yield [Line("heading", "Questions and gaps"), *asked]
    opened_with = undecided(graph, entity.id)
    decided = (each for each in about if _kind(graph, each) == "conflict" and each not in opened_with)
    disputed = list(_conflicts(graph, decided, footnotes))
    if disputed:
        yield [Line("heading", "The documents disagree"), *disputed]


def _questions(graph: Graph, ids: Iterable[str], footnotes: Footnotes) -> Iterator[Line]:
    for each in ids:
        state = graph.text(each, "state")
        yield Line(
            "relation",
            safe(joined(graph.name(each), _not_shown(graph, each) or state)),
            target=each,
            notes=footnotes.of(graph.entity(each).evidence),
            indent=1,
        )
        for attribute, said in (("question", "to ask: {}"), ("promised", "promised: {}")):
            text = graph.text(each, attribute)
            if text and text not in _SILENT:
                yield Line("note", safe(said.format(text)), indent=2)


def _conflicts(graph: Graph, ids: Iterable[str], footnotes: Footnotes) -> Iterator[Line]:
    for each in ids:
        entity = graph.entity(each)
        yield Line("relation", safe(joined(graph.name(each), _not_shown(graph, each))), target=each, indent=1)
        for claim in entity.claims("positions"):
            notes = footnotes.of(claim.evidence)
            text = joined(str(claim.value), inferred_word(claim.evidence), not_yet(graph, claim.evidence))
            yield Line("note", safe(text), notes=notes, indent=2)
        reason = graph.text(each, "reason")
        said = f"the trees follow {followed_side(graph, graph.text(each, 'follows'))}"
        yield Line("note", safe(f"{said}: {reason}" if reason else said), indent=2)

"""Gaps of membership: members in no layer, layers with non-members, expected participants not found."""

from collections.abc import Iterable, Iterator

from ...facts.graph import Graph
from ...facts.statements import Statements
from ...format import RELATIONS
from ...format.groups import MEMBERS
from ...format.records import Relation
from ...format.text import fold
from ...structure.layers import members_of_layer, ordered_layers
from ...structure.membership import MEMBERSHIP, counts_as_member
from ...structure.order import by_sibling
from .gap import Gap, note_of

_BEING = frozenset(name for name, kind in RELATIONS.items() if kind.says_what)
"""The relations that say what something is or what it belongs to."""


def may_have(statements: Statements, ids: Iterable[str]) -> Iterator[str]:
    """Yield the entities that may have such a gap at some date."""
    return (
        each
        for each in ids
        if statements.is_end_of(each, (MEMBERSHIP,), "in")
        and (statements.is_end_of(each, ("of",), "in") or statements.is_end_of(each, ("instance_of",), "out"))
    )


def find(graph: Graph, ids: Iterable[str]) -> Iterator[Gap]:
    """Yield gaps where the members and the layers of a partnership do not match, and for expected participants."""
    for each in ids:
        members = {
            one.subject: one
            for one in graph.relations(each, MEMBERSHIP, "in")
            if graph.shown(one.subject) and counts_as_member(one)
        }
        if members:
            yield from _layers(graph, each, members)
            yield from _missing_participants(graph, each, members)


def _layers(graph: Graph, partnership: str, members: dict[str, Relation]) -> Iterator[Gap]:
    """Yield gaps: members in no layer of a partnership, and entities in a layer that are not members."""
    standing: dict[str, Relation] = {}
    for layer in ordered_layers(graph, partnership):
        standing.update(members_of_layer(graph, layer))
    if not standing:
        return
    name = graph.name(partnership)
    placed = set(standing) | {one for each in standing for one in _named_objects(graph, each)}
    for each in by_sibling(graph, members):
        if each not in placed and not _named_objects(graph, each) & placed:
            question = f"Where does the member {graph.name(each)} stand in the decision making of {name}?"
            yield Gap(
                "member-without-layer", each, question, members[each].evidence, note_of(graph, members[each])
            )
    meant = set(members) | {one for each in members for one in _named_objects(graph, each)}
    for each in by_sibling(graph, standing):
        if graph.kind(each) in MEMBERS and each not in meant and not _named_objects(graph, each) & meant:
            question = (
                f"Is {graph.name(each)}, which stands in the decision making of {name}, a member of it?"
            )
            yield Gap(
                "layer-without-membership",
                each,
                question,
                standing[each].evidence,
                note_of(graph, standing[each]),
            )


def _named_objects(graph: Graph, entity_id: str) -> set[str]:
    """Return the entities that a collective label stands for."""
    return {each.object for each in graph.relations(entity_id, "stands_for", "out")}


def _missing_participants(graph: Graph, entity_id: str, members: dict[str, Relation]) -> Iterator[Gap]:
    """Yield a gap for each participant that the type of a body expects and that no member is said or named to be.

    A member counts as the participant if it is that entity, is of its type or belongs to it. A member with
    half of the words in its name leaves it open: the question then asks which of those members it is.
    """
    types = [
        each.object for each in graph.relations(entity_id, "instance_of", "out") if graph.shown(each.object)
    ]
    included = [
        (each, relation) for each in types for relation in graph.relations(each, "may_include", "out")
    ]
    words = {each: _words(graph, each) for each in members} if included else {}
    for each, relation in included:
        wanted = relation.object
        if wanted not in graph or any(
            _is_related(graph, wanted, one) or _is_named(graph, wanted, words[one]) for one in members
        ):
            continue
        name, body = graph.name(wanted), graph.name(entity_id)
        likely = [one for one in by_sibling(graph, members) if _is_likely(graph, wanted, words[one])]
        note = f"A body of the type {graph.name(each)} may include it; "
        if likely:
            question = f"Which members of {body}, if any, are meant by {name}?"
            note += f"by their names it could be {', '.join(map(graph.name, likely))}."
        else:
            question = f"Does anybody take part in {body} for {name}?"
            note += "no member is said to be it, nor is named so, by our comparison of names."
        yield Gap("participant-lacking", entity_id, question, relation.evidence, note)


def _is_related(graph: Graph, wanted: str, member: str) -> bool:
    """Whether a relation in either direction says that a member is, or is one of, the expected participant."""
    return member == wanted or any(
        each.kind in _BEING and wanted in (each.subject, each.object) for each in graph.relations(member)
    )


def _is_likely(graph: Graph, wanted: str, words: frozenset[str]) -> bool:
    """Whether the words of a member include half of those of the expected participant, so that it could be the same."""
    expected = set(_stems(graph.name(wanted)))
    return len(expected) > 1 and 2 * len(expected & words) >= len(expected)


def _words(graph: Graph, member: str) -> frozenset[str]:
    """Return the words of a member's names, classification, topics and type, in the singular."""
    entity = graph.entity(member)
    texts = [graph.name(member), graph.text(member, "classification"), *entity.texts("topics")]
    texts.extend(str(claim.value) for claim in entity.claims("other_names"))
    texts.extend(graph.name(each.object) for each in graph.relations(member, "instance_of", "out"))
    return frozenset(_stems(" ".join(texts)))


def _is_named(graph: Graph, wanted: str, words: frozenset[str]) -> bool:
    """Return whether the words of a member include all words of a name of the expected participant."""
    names = [graph.name(wanted), *(str(each.value) for each in graph.entity(wanted).claims("other_names"))]
    return any(set(_stems(name)) <= words for name in names)


def _stems(text: str) -> list[str]:
    """Return the words of a text in the singular; a rough rule, good enough to compare names."""
    return [_singular(word) for word in fold(text).split() if word != "the"]


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word if word.endswith("ss") else word.removesuffix("s")

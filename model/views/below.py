"""What is directly below an entity, for the views to choose from."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from ..graph import Graph
from ..placing import placements, standing_home
from ..records import Relation
from ..standing import holds
from ..vocabulary import KINDS
from .layout import Branch, by_sibling, group, sibling_key

_NOTHING: Mapping[str, Relation] = {}


def below_of(graph: Graph, entity_id: str) -> Mapping[str, Relation]:
    """Return the entities directly below one in trees at the date, each with the relation that puts it there."""
    index: dict[str, dict[str, Relation]] | None = graph.memo.get("below")
    if index is None:
        index = {}
        for each in graph.entities:
            if graph.shown(each):
                for relation in placements(graph, each):
                    home = standing_home(graph, relation.object)
                    if home is not None:
                        index.setdefault(home, {}).setdefault(each, relation)
        graph.memo["below"] = index
    return index.get(entity_id, _NOTHING)


def members_of(graph: Graph, entity_id: str) -> Sequence[Relation]:
    """Return the memberships in an entity of others that stand in trees at the date, in the order of siblings."""
    index: dict[str, list[Relation]] | None = graph.memo.get("members")
    if index is None:
        index = {}
        for whole, relations in graph.incoming.items():
            found = [
                each
                for each in relations
                if each.kind == "member_of"
                and each.subject != whole
                and graph.shown(each.subject)
                and holds(graph, each)
            ]
            if found:
                found.sort(
                    key=lambda each: (sibling_key(graph, each.subject), str(each.details.get("role", "")))
                )
                index[whole] = found
        graph.memo["members"] = index
    return index.get(entity_id, ())


def by_kind(graph: Graph, entity_id: str) -> Mapping[str, list[str]]:
    """Return what is directly below an entity by kind, each list in the order of siblings."""
    found: dict[str, list[str]] = {}
    for each in below_of(graph, entity_id):
        found.setdefault(graph.entities[each].kind, []).append(each)
    return {kind: by_sibling(graph, ids) for kind, ids in found.items()}


def of_kinds(graph: Graph, entity_id: str, kinds: Iterable[str]) -> list[str]:
    """Return what is directly below an entity and of one of the kinds, in the order of siblings."""
    below = below_of(graph, entity_id)
    return by_sibling(graph, (each for each in below if graph.entities[each].kind in kinds)) if below else []


def branches(
    graph: Graph,
    entity_id: str,
    below: Iterable[str],
    inside: Callable[[Graph, str], Iterable[Branch]] | None = None,
) -> list[Branch]:
    """Return a branch for each of some entities that are directly below one.

    Args:
        graph: The graph.
        entity_id: What they are below.
        below: Their ids, in the order to stand in.
        inside: Gives what is below each of them; without it they are leaves.
    """
    relations = below_of(graph, entity_id)
    return [entity(graph, each, relations.get(each), inside) for each in below]


def entity(
    graph: Graph,
    entity_id: str,
    relation: Relation | None = None,
    inside: Callable[[Graph, str], Iterable[Branch]] | None = None,
) -> Branch:
    """Return the branch of one entity."""
    deeper = None if inside is None else lambda: inside(graph, entity_id)
    return Branch(entity_id, graph.entities[entity_id].kind, graph.name(entity_id), deeper, relation)


def classified(graph: Graph, ids: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return ids by classification, delivery before enabling, each with the classification; the unclassified last."""
    found: dict[str, list[str]] = {}
    for each in ids:
        found.setdefault(graph.text(each, "classification"), []).append(each)
    order = ("delivery", "enabling")
    rank = {name: (order.index(name) if name in order else len(order), not name, name) for name in found}
    return [(name, found[name]) for name in sorted(found, key=rank.__getitem__)]


def heading(kind: str) -> str:
    """Return the heading of a group of one kind."""
    return capitalised(KINDS[kind].plural)


def capitalised(words: str) -> str:
    """Return words with a capital first letter and the rest as it is."""
    return words[:1].upper() + words[1:]


def groups_of(
    graph: Graph,
    entity_id: str,
    kinds: Iterable[str],
    inside: Callable[[Graph, str], Iterable[Branch]] | None = None,
) -> list[Branch]:
    """Return a group row for each kind of which there is something directly below an entity."""
    rows: list[Branch] = []
    for kind in kinds:
        rows.extend(
            group(heading(kind), branches(graph, entity_id, of_kinds(graph, entity_id, (kind,)), inside))
        )
    return rows

"""The decision-making layers of a partnership, their members, and the delegations between them."""

from collections.abc import Iterator, Mapping

from ..facts.graph import Graph
from ..format import NOT_STATED, UNKNOWN
from ..format.records import Relation
from .order import by_sibling
from .placing import placements


def ordered_layers(graph: Graph, owner: str) -> list[str]:
    """Return the decision-making layers of a partnership, from the top: those that stand below it in trees at the date."""
    found = (each for each in graph.incoming(owner, "of") if graph.shown(each.subject))
    return by_sibling(
        graph,
        {each.subject for each in found if graph.holds(each) or each in placements(graph, each.subject)},
    )


def members_of_layer(graph: Graph, layer: str) -> dict[str, Relation]:
    """Return the entities in a decision-making layer at the date, each with the relation that says so."""
    found = graph.relations(layer, "in_layer", "in")
    return {each.subject: each for each in found if graph.shown(each.subject)}


def layers_of(graph: Graph, entity_id: str) -> dict[str, Relation]:
    """Return the decision-making layers that an entity is in, each with the relation that says so."""
    found = graph.relations(entity_id, "in_layer", "out")
    return {each.object: each for each in found if graph.shown(each.object)}


def delegations_to(graph: Graph, entity_id: str) -> Iterator[Relation]:
    """Yield the delegations to an entity, or to a layer that it is in, ordered by who delegates."""
    takers = (entity_id, *layers_of(graph, entity_id))
    found = [each for taker in takers for each in graph.relations(taker, "delegates_to", "in")]
    yield from sorted(found, key=lambda each: (each.subject, each.object, str(each.details.get("function"))))


def delegation_words(graph: Graph, relation: Relation) -> str:
    """Return the row text of a delegation below its giver: `delegates to X, extent: Y`."""
    return f"delegates to {graph.name(relation.object)}, {extent_words(graph, relation)}"


def extent_words(graph: Graph, relation: Relation) -> str:
    """Return the extent of a delegation in words, and its limit where it has one."""
    limit = relation.details.get("limit")
    words = [limit_words(graph, limit)] if isinstance(limit, Mapping) else []
    extent = relation.details.get("extent")
    text = extent.get("text") if isinstance(extent, Mapping) else None
    if text is None:
        return ", ".join(words or ["extent not recorded"])
    if text == NOT_STATED:
        return ", ".join(["extent not stated", *words])
    return ", ".join([f"extent {text}" if text == UNKNOWN else f"extent: {text}", *words])


def limit_words(graph: Graph, limit: Mapping[str, object], above: str = "above it") -> str:
    """Return the limit of a delegation in words: `up to £75,000; above it Place Board`."""
    words: list[str] = []
    amount, unit, higher = limit.get("up_to"), str(limit.get("unit", "")), limit.get("above")
    if isinstance(amount, int | float):
        words.append(f"up to {_amount(f'{amount:,}', unit)}")
    if higher is not None:
        words.append(f"{above} {graph.name(str(higher))}")
    if "text" in limit:
        words.append(str(limit["text"]))
    return "; ".join(words)


def _amount(number: str, unit: str) -> str:
    """Return an amount with its unit: `£75,000 a year`, `12 beds`."""
    return f"£{number}{unit[1:]}" if unit.startswith("£") else f"{number} {unit}".rstrip()

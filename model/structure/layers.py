"""The decision-making layers of a partnership, their members, and the delegations between them."""

from collections.abc import Iterator, Mapping

from ..facts.graph import Graph
from ..facts.holding import coming_word
from ..facts.relation_disputes import disputed_words
from ..facts.vacant import stated_word
from ..format import NONE, NOT_STATED, OPEN, UNKNOWN
from ..format.amounts import amount
from ..format.details import LIMIT
from ..format.records import Relation
from .order import by_sibling
from .placing import placements


def ordered_layers(graph: Graph, owner: str) -> list[str]:
    """Return the decision-making layers of a partnership that are below it in trees at the date, from the top."""
    found = (each for each in graph.incoming(owner, "of") if graph.shown(each.subject))
    return by_sibling(
        graph,
        {each.subject for each in found if graph.holds(each) or each in placements(graph, each.subject)},
    )


def members_of_layer(graph: Graph, layer: str) -> dict[str, Relation]:
    """Return the entities in a decision-making layer at the date, each with the relation that puts it there."""
    found = graph.relations(layer, "in_layer", "in")
    return {each.subject: each for each in found if graph.shown(each.subject)}


def layers_of(graph: Graph, entity_id: str) -> dict[str, Relation]:
    """Return the decision-making layers that an entity is in, each with the relation that puts it there."""
    found = graph.relations(entity_id, "in_layer", "out")
    return {each.object: each for each in found if graph.shown(each.object)}


def delegations_to(graph: Graph, entity_id: str, *, over: bool = False) -> Iterator[Relation]:
    """Yield the delegations to an entity, or to a layer that it is in, ordered by who delegates.

    Args:
        graph: The model, at its date.
        entity_id: The entity to which is delegated.
        over: Whether to include delegations that have ended.
    """
    takers = (entity_id, *layers_of(graph, entity_id))
    relations = graph.every_relation if over else graph.relations
    found = [each for taker in takers for each in relations(taker, "delegates_to", "in")]
    yield from sorted(found, key=lambda each: (each.subject, each.object, str(each.details.get("function"))))


def delegation_words(graph: Graph, relation: Relation) -> str:
    """Return the row text of a delegation below its giver: `delegates Beds to Ward Group, extent: Y`."""
    if relation.object == NONE:
        return f"delegates to: {stated_word(graph, NONE, relation.evidence)}"
    what = _delegated(graph, relation)
    return f"delegates{f' {what}' if what else ''}{_onward(graph, relation, bare=not what)}"


def named_delegation_words(graph: Graph, relation: Relation) -> str:
    """Return the row text of a delegation that names its giver: `delegation of Beds from Council to Ward Group, extent: Y`."""
    giver = graph.name(relation.subject)
    if relation.object == NONE:
        return f"delegation from {giver}: {stated_word(graph, NONE, relation.evidence)}"
    what = _delegated(graph, relation)
    return f"delegation{f' of {what}' if what else ''} from {giver}{_onward(graph, relation)}"


def arrow_words(graph: Graph, relation: Relation) -> str:
    """Return the text at the arrow of a delegation from its giver to its taker: `delegates Beds, extent: Y`."""
    return f"{f'delegates {_delegated(graph, relation)}'.rstrip()}, {extent_words(graph, relation)}"


def _onward(graph: Graph, relation: Relation, *, bare: bool = False) -> str:
    """Return to whom and how far something is delegated; a bare verb is not followed by a comma before `to whom`."""
    taker = relation.object
    if taker not in graph:
        return f"{'' if bare else ','} to whom is not stated, {extent_words(graph, relation)}"
    coming = coming_word(graph, taker)
    name = f"{graph.name(taker)} ({coming})" if coming else graph.name(taker)
    return f" to {name}, {extent_words(graph, relation)}"


def taking_words(graph: Graph, relation: Relation) -> str:
    """Return the row text of a delegation below its taker: `has Beds delegated to it, extent: Y, by Director`."""
    giver = f"by {graph.name(relation.subject)}" if relation.subject in graph else "by whom is not stated"
    what = _delegated(graph, relation) or "authority"
    return f"has {what} delegated to it, {extent_words(graph, relation)}, {giver}"


def _delegated(graph: Graph, relation: Relation) -> str:
    """Return the name of the delegated function; empty where none is stated."""
    function = relation.details.get("function")
    return graph.name(str(function)) if function in graph else ""


def is_agreed(relation: Relation) -> bool:
    """Return whether a delegation may have an agreed extent: all do, but for those that a source says have none."""
    extent = relation.details.get("extent")
    return not isinstance(extent, Mapping) or extent.get("agreed") is not False


def extent_words(graph: Graph, relation: Relation) -> str:
    """Return the extent and the limit of a delegation in words; where documents disagree about the limit, each side."""
    undecided = disputed_words(graph, relation, LIMIT.name)
    if undecided:
        return f"limit {undecided}"
    limit = relation.details.get("limit")
    words = [limit_words(graph, limit)] if isinstance(limit, Mapping) else []
    extent = relation.details.get("extent")
    text = extent.get("text") if isinstance(extent, Mapping) else None
    if not is_agreed(relation):
        said = "no extent is agreed" if text in {None, *OPEN} else f"extent, not agreed: {text}"
        return ", ".join([said, *words])
    if text is None:
        return ", ".join(words or ["extent not recorded"])
    if text == NOT_STATED:
        return ", ".join(["extent not stated", *words])
    return ", ".join([f"extent {text}" if text == UNKNOWN else f"extent: {text}", *words])


def limit_words(graph: Graph, limit: Mapping[str, object], above: str = "above it") -> str:
    """Return the limit of a delegation in words: `up to £75,000; above it Place Board`."""
    words: list[str] = []
    number, unit, higher = limit.get("up_to"), str(limit.get("unit", "")), limit.get("above")
    if isinstance(number, int | float):
        words.append(f"up to {amount(number, unit)}")
    if higher is not None:
        words.append(f"{above} {graph.name(str(higher))}")
    if "text" in limit:
        words.append(str(limit["text"]))
    return "; ".join(words)

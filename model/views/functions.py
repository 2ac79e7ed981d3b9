"""View 7: function by function who decides, holds it delegated, oversees, delivers, and what is not said."""

from collections.abc import Iterator

from ..graph import Graph
from ..records import Relation
from ..vocabulary import UNKNOWN
from .below import entity, of_kinds
from .decisions import extent_words
from .forest import Forest
from .layout import DELEGATION, GROUP, Branch, by_sibling, lay_out, sibling_key

MODES = {
    "decides": "who decides",
    "delegated": "who holds it delegated",
    "oversees": "who oversees it",
    "delivers": "who delivers it",
}
"""The ways of having a function in hand, each with the question it answers, in the order of the view."""


def make(graph: Graph) -> Forest:
    """Return the view of a graph at its date."""
    functions = {each for each, one in graph.entities.items() if one.kind == "function" and graph.shown(each)}
    owners = [
        each
        for each, one in graph.entities.items()
        if one.kind != "function" and graph.shown(each) and of_kinds(graph, each, ("function",))
    ]
    owned = {each for owner in owners for each in of_kinds(graph, owner, ("function",))}
    rows = [entity(graph, each, None, _owner) for each in by_sibling(graph, owners)]
    rows.extend(entity(graph, each, None, _function) for each in by_sibling(graph, functions - owned))
    return lay_out("functions", rows)


def silent(graph: Graph, function: str) -> list[str]:
    """Return what the documents do not say of who has a function in hand, in words."""
    modes = {each.details.get("mode") for each in _holders(graph, function)}
    return [words for mode, words in MODES.items() if mode not in modes]


def _owner(graph: Graph, entity_id: str) -> list[Branch]:
    return [entity(graph, each, None, _function) for each in of_kinds(graph, entity_id, ("function",))]


def _function(graph: Graph, function: str) -> list[Branch]:
    rows = [entity(graph, each.subject, each) for each in _holders(graph, function)]
    rows.extend(_delegations(graph, function))
    unsaid = silent(graph, function)
    if unsaid:
        rows.append(Branch(None, GROUP, f"not said: {', '.join(unsaid)}"))
    return rows


def _holders(graph: Graph, function: str) -> list[Relation]:
    """Return who has a function in hand at the date, those that decide first."""
    order = (*MODES, UNKNOWN)
    found = [each for each in graph.relations(function, "responsible_for", "in") if graph.shown(each.subject)]
    return sorted(
        found,
        key=lambda each: (
            order.index(str(each.details.get("mode", UNKNOWN))),
            sibling_key(graph, each.subject),
        ),
    )


def _delegations(graph: Graph, function: str) -> Iterator[Branch]:
    for relation in _delegated(graph).get(function, ()):
        if relation.object in graph.entities and graph.shown(relation.object):
            giver = (
                graph.name(relation.subject) if relation.subject in graph.entities else "by whom is unknown"
            )
            how = f"delegated to {graph.name(relation.object)}, {extent_words(relation)}"
            by = f"by {giver}" if relation.subject in graph.entities else giver
            yield Branch(None, DELEGATION, f"{how}, {by}", None, relation)


def _delegated(graph: Graph) -> dict[str, list[Relation]]:
    """Return by function the delegations that name it and hold at the date."""
    known: dict[str, list[Relation]] | None = graph.memo.get("delegated functions")
    if known is None:
        known = {}
        for subject in graph.outgoing:
            for relation in graph.relations(subject, "delegates_to", "out"):
                known.setdefault(str(relation.details.get("function")), []).append(relation)
        for found in known.values():
            found.sort(key=lambda each: (each.subject, each.object))
        graph.memo["delegated functions"] = known
    return known

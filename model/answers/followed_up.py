"""Which entities `tiers matters` follows up, in the whole model or within an entity."""

from collections.abc import Iterator, Sequence

from ..facts.columns import PROMISED, features_of, kinds_of, with_kind
from ..facts.graph import IN, OUT, Graph
from ..facts.stored import is_large_part
from ..format.dates import Date
from ..format.groups import FOLLOWED_UP, WORK
from ..structure.inside import below, with_what_is_about


def followed_up(graph: Graph, within: str | None = None) -> Iterator[str]:
    """Yield the entities in the trees that are followed up: questions, promises, and work with a date of its own.

    Args:
        graph: The model, at its date.
        within: Only those of or about this entity, or with a relation to it or to a descendant.
    """
    ids = list(graph) if within is None else _of_or_in(graph, within)
    for each, kind, features in zip(ids, kinds_of(graph, ids), features_of(graph, ids), strict=True):
        if kind in FOLLOWED_UP:
            is_matter = True
        else:
            is_matter = kind in WORK and bool(features & PROMISED) and _has_own_date(graph, each)
        if is_matter and graph.shown(each):
            yield each


def _of_or_in(graph: Graph, entity_id: str) -> Sequence[str]:
    """Return what is of or about an entity, and the questions and promises with a relation to it or to a descendant."""
    inside = below(graph, entity_id)
    if is_large_part(len(inside), len(graph)):
        related = (
            each
            for each in with_kind(graph, FOLLOWED_UP)
            if any(relation.object in inside for relation in graph.relations(each, direction=OUT))
        )
    else:
        relations = (relation for each in inside for relation in graph.relations(each, direction=IN))
        related = (each.subject for each in relations if graph.kind(each.subject) in FOLLOWED_UP)
    return list(with_what_is_about(graph, inside).union(related))


def _has_own_date(graph: Graph, entity_id: str) -> bool:
    """Return whether a piece of work has a due date that no commitment about it has too."""
    due = documented_value(graph, entity_id, "due")
    return isinstance(due, Date) and all(
        documented_value(graph, each.subject, "due") != due
        for each in graph.relations(entity_id, "about", "in")
    )


def documented_value(graph: Graph, entity_id: str, attribute: str) -> object:
    """Return the value of an attribute at the date; `None` if none is recorded, or only documents after the date give it."""
    claim = graph.claim(entity_id, attribute)
    return claim.value if claim is not None and graph.was_documented(claim.evidence) else None

"""The entities whose text may change from one date to the next, so that a page with many dates is made quickly."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from tiers.model import Date, Graph
from tiers.model.facts.change_dates import changes
from tiers.model.facts.turning_days import turning_days
from tiers.model.structure.placing import below

MOST_DATES = 60
"""How many dates a reader can choose: each of them makes the page larger and slower to make."""


def dates_of(graph: Graph) -> tuple[Date, ...]:
    """Return the dates that a reader can choose: the days of change, or if there are too many, those with most changes."""
    found = changes(graph)
    if len(found) > MOST_DATES:
        most = sorted(found, key=lambda each: (-sum(map(len, each.reasons.values())), each.date.last))
        chosen = {each.date.text for each in most[:MOST_DATES]}
        found = tuple(each for each in found if each.date.text in chosen)
    return tuple(each.date for each in found)


def changed_between(
    graph: Graph, one: Date, other: Date, naming: Mapping[str, Collection[str]]
) -> frozenset[str]:
    """Return the entities that may read differently at two dates.

    They are the entities that change, those that name one that changes, and those below it or related to it,
    directly or through one other.

    Args:
        graph: The model.
        one: One date.
        other: The other date.
        naming: The entities that name an entity, by the named one.
    """
    changed = turning_days(graph).between(one, other)
    near = changed.union(_related(graph, changed), *(below(graph, each) for each in changed))
    return near.union(
        _related(graph, near),
        *(naming.get(each, ()) for each in changed),
    )


def _related(graph: Graph, ids: Iterable[str]) -> Iterator[str]:
    for each in ids:
        for relation in graph.every_relation(each):
            yield from (end for end in (relation.subject, relation.object) if end in graph)

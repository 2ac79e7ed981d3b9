"""Stores laid-out views in the cache, and reads them back; only views of a model in its last known state."""

from array import array
from itertools import chain

from ..facts.graph import Graph
from ..format.records import Relation
from ..views import Forest, View
from .code import fingerprint
from .models import CacheEntry, entry_of
from .store import fetch, put

_SEPARATOR = "\0"
"""Separates two names; no name has it, since the reader refuses control characters."""


def forest_of(graph: Graph, view: View) -> Forest:
    """Return the rows of a view from the cache; where they are not there, lay them out and store them."""
    forest = recall(graph, view.name)
    if forest is None:
        forest = view.make(graph)
        keep(graph, forest)
    return forest


def recall(graph: Graph, view: str) -> Forest | None:
    """Return the cached view of a graph; `None` when there is none, or the graph is at a date."""
    place = _entry_of_view(graph, view)
    kept = None if place is None else fetch(place.path, place.token)
    if kept is None:
        return None
    numbers, kinds, by_number, names, relations, parents, ends, depths, repeats = kept
    entities: list[str | None] = [*graph, None]  # -1 is the last
    every: list[Relation | None] = [*chain.from_iterable(graph.relations_by_subject()), None]
    return Forest(
        view,
        list(map(entities.__getitem__, array("i", numbers))),
        list(map(kinds.__getitem__, by_number)),
        names.split(_SEPARATOR) if by_number else [],
        list(map(every.__getitem__, array("i", relations))),
        array("i", parents),
        array("i", ends),
        array("i", depths),
        bytearray(repeats),
    )


def keep(graph: Graph, forest: Forest) -> None:
    """Store a view of a graph in the cache; where that fails, nothing is stored and no error is raised."""
    place = _entry_of_view(graph, forest.view)
    names = _SEPARATOR.join(forest.names)
    if place is None or fingerprint() is None or names.count(_SEPARATOR) != max(len(forest) - 1, 0):
        return  # no fingerprint: the code has changed since the process began, and may lay out the view otherwise
    entities: dict[str | None, int] = {each: number for number, each in enumerate(graph)}
    entities[None] = -1
    every = {
        id(each): number for number, each in enumerate(chain.from_iterable(graph.relations_by_subject()))
    }
    every[id(None)] = -1
    kinds = list(dict.fromkeys(forest.kinds))
    by_kind = {kind: number for number, kind in enumerate(kinds)}
    put(
        place.path,
        place.token,
        (
            array("i", map(entities.__getitem__, forest.ids)).tobytes(),
            kinds,
            bytes(map(by_kind.__getitem__, forest.kinds)),
            names,
            array("i", (every[id(each)] for each in forest.relations)).tobytes(),
            forest.parents.tobytes(),
            forest.ends.tobytes(),
            forest.depths.tobytes(),
            bytes(forest.repeats),
        ),
    )


def _entry_of_view(graph: Graph, view: str) -> CacheEntry | None:
    """Return the cache entry of a view; `None` when the model is not in the cache, or is at a date."""
    kept = None if graph.at is not None else entry_of(graph)
    return None if kept is None else CacheEntry(f"{kept.path}.{view}", kept.token)

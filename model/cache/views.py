"""Views that were laid out before, of models in their last known state."""

from array import array
from itertools import chain

from ..facts.graph import Graph
from ..format.records import Relation
from ..views import Forest, View
from .code import fingerprint
from .models import Kept, kept_as
from .store import fetch, put

_BETWEEN = "\0"
"""Stands between two names; a model that the loader has read has it in none."""


def forest_of(graph: Graph, view: View) -> Forest:
    """Return the rows of a view, from the cache where they were laid out before, else they are kept there."""
    forest = recall(graph, view.name)
    if forest is None:
        forest = view.make(graph)
        keep(graph, forest)
    return forest


def recall(graph: Graph, view: str) -> Forest | None:
    """Return a view kept for a graph; `None` when there is none, or the graph is seen at a date."""
    place = _place(graph, view)
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
        names.split(_BETWEEN) if by_number else [],
        list(map(every.__getitem__, array("i", relations))),
        array("i", parents),
        array("i", ends),
        array("i", depths),
        bytearray(repeats),
    )


def keep(graph: Graph, forest: Forest) -> None:
    """Keep a view of a graph; where that cannot be done, nothing is kept and nothing said."""
    place = _place(graph, forest.view)
    names = _BETWEEN.join(forest.names)
    if place is None or fingerprint() is None or names.count(_BETWEEN) != max(len(forest) - 1, 0):
        return  # what replaced code lays out is not to be taken for what the code that kept the model would
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


def _place(graph: Graph, view: str) -> Kept | None:
    """Return where a view of a graph is kept; `None` when it is not."""
    kept = None if graph.at is not None else kept_as(graph)
    return None if kept is None else Kept(f"{kept.path}.{view}", kept.token)

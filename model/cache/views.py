"""Views that were laid out before, of models in their last known state."""

from array import array
from itertools import chain

from ..graph import Graph
from ..records import Relation
from ..views.forest import Forest
from .code import fingerprint
from .models import Kept
from .store import fetch, put

_BETWEEN = "\0"
"""Stands between two names; a model that the loader has read has it in none."""


def recall(graph: Graph, view: str) -> Forest | None:
    """Return a view kept for a graph; `None` when there is none, or the graph is seen at a date."""
    path = _path(graph, view)
    kept = None if path is None else fetch(path, graph.shared[Kept].token)
    if kept is None:
        return None
    numbers, kinds, by_number, names, relations, parents, ends, depths, repeats = kept
    entities: list[str | None] = [*graph.entities, None]  # -1 is the last
    every: list[Relation | None] = [*chain.from_iterable(graph.outgoing.values()), None]
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
    path = _path(graph, forest.view)
    names = _BETWEEN.join(forest.names)
    if path is None or fingerprint() is None or names.count(_BETWEEN) != max(len(forest) - 1, 0):
        return  # what replaced code lays out is not to be taken for what the code that kept the model would
    entities: dict[str | None, int] = {each: number for number, each in enumerate(graph.entities)}
    entities[None] = -1
    every = {id(each): number for number, each in enumerate(chain.from_iterable(graph.outgoing.values()))}
    every[id(None)] = -1
    kinds = list(dict.fromkeys(forest.kinds))
    by_kind = {kind: number for number, kind in enumerate(kinds)}
    put(
        path,
        graph.shared[Kept].token,
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


def _path(graph: Graph, view: str) -> str | None:
    kept: Kept | None = graph.shared.get(Kept)
    return None if kept is None or graph.at is not None else f"{kept.path}.{view}"

"""Which rows of a view `tiers print` writes: turned over, on the way to an entity, without some."""

import argparse
from collections.abc import Iterable

import attrs

from tiers.model.views import Forest
from tiers.model.views.selecting import both, upside_down, way_to, without

from ..printing import Subtree
from .failure import NO, Failure
from .model import entity_named


def turned_over(forest: Forest, options: argparse.Namespace, entity_id: str | None) -> Forest:
    """Return the view, upside down where that is asked for.

    Raises:
        Failure: It is asked for of no entity.
    """
    if not options.invert:
        return forest
    if entity_id is None:
        message = "`--invert` wants a NODE to begin at"
        raise Failure(message, hint="`tiers print NODE --invert`")
    return upside_down(forest, entity_id)


def selected(subtree: Subtree, options: argparse.Namespace) -> Subtree:
    """Return the part of a subtree that is asked for.

    Raises:
        Failure: Nothing is left of it.
    """
    graph, forest = subtree.graph, subtree.forest
    kept: bytearray | None = None
    cut: dict[int, int] = {}
    if options.path_to is not None:
        targets = _rows(subtree, entity_named(graph, options.path_to, "print … --path-to"))
        if not targets:
            raise Failure(_not_there(subtree, options.path_to), status=NO)
        kept = way_to(forest, targets)
        cut = {row: forest.ends[row] - row - 1 for row in targets if not _leads_on(kept, forest, row)}
    if options.prune:
        named = [entity_named(graph, node, "print … --prune") for node in options.prune]
        taken = _outermost(forest, (row for each in named for row in _rows(subtree, each)))
        if subtree.first in taken and subtree.root >= 0:
            name = forest.names[subtree.first]
            raise Failure(f"nothing is left of {name} without {name}", status=NO)
        for row in taken if kept is None else ():
            parent = forest.parents[row]
            cut[parent] = cut.get(parent, 0) + forest.ends[row] - row
        kept = both(kept, without(forest, taken))
    if kept is not None and not any(kept[subtree.first : subtree.end]):
        raise Failure("nothing is left to print", hint="`--prune` takes out too much", status=NO)
    return attrs.evolve(subtree, kept=kept, cut=cut)


def _rows(subtree: Subtree, entity_id: str) -> list[int]:
    return [row for row in subtree.forest.rows_of(entity_id) if subtree.first <= row < subtree.end]


def _leads_on(kept: bytearray, forest: Forest, row: int) -> bool:
    return any(kept[row + 1 : forest.ends[row]])


def _outermost(forest: Forest, rows: Iterable[int]) -> list[int]:
    """Return rows in order, without those that are below another of them."""
    found: list[int] = []
    for row in sorted(set(rows)):
        if not found or row >= forest.ends[found[-1]]:
            found.append(row)
    return found


def _not_there(subtree: Subtree, node: str) -> str:
    if subtree.root < 0:
        return f"{node} is not in the view `{subtree.forest.view}`"
    return f"{node} is not below {subtree.forest.names[subtree.first]} in the view `{subtree.forest.view}`"

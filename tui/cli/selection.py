"""The rows that `tiers print` writes (`--invert`, `--path-to`, `--prune`), and the failure if there are none."""

import argparse
from collections.abc import Iterable

from tiers.model import Graph
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS, Forest
from tiers.model.views.selecting import both, upside_down, way_to, without

from ..printing import Subtree
from .failure import NO, Failure
from .model import entity_named


def turned_over(graph: Graph, forest: Forest, options: argparse.Namespace, entity_id: str | None) -> Forest:
    """Return the view, inverted if `--invert` is given.

    Raises:
        Failure: It is given without an entity.
    """
    if not options.invert:
        return forest
    if entity_id is None:
        message = "`--invert` needs a NODE to begin at"
        raise Failure(message, hint="`tiers print NODE --invert`")
    return upside_down(graph, forest, entity_id)


def selected(subtree: Subtree, options: argparse.Namespace) -> Subtree:
    """Return the part of a subtree that `--path-to` and `--prune` leave.

    Raises:
        Failure: Nothing is left.
    """
    graph, forest = subtree.graph, subtree.forest
    kept: bytearray | None = None
    cut: dict[int, int] = {}
    if options.path_to is not None:
        target = entity_named(graph, options.path_to, "print … --path-to")
        targets = _rows(subtree, target)
        if not targets:
            raise _no_way(subtree, target, options)
        kept = way_to(forest, targets)
        cut = {row: forest.ends[row] - row - 1 for row in targets if not _leads_on(kept, forest, row)}
    if options.prune:
        named = [entity_named(graph, node, "print … --prune") for node in options.prune]
        taken = _outermost(forest, (row for each in named for row in _rows(subtree, each)))
        if subtree.first in taken and subtree.root >= 0:
            name = forest.names[subtree.first]
            raise Failure(f"nothing of {name} is left to print", status=NO)
        for row in taken if kept is None else ():
            parent = forest.parents[row]
            cut[parent] = cut.get(parent, 0) + forest.ends[row] - row
        kept = both(kept, without(forest, taken))
    if kept is not None and not any(kept[subtree.first : subtree.end]):
        raise Failure("nothing is left to print", hint="`--prune` leaves out every row", status=NO)
    return subtree.but(kept=kept, cut=cut)


def _rows(subtree: Subtree, entity_id: str) -> list[int]:
    return [row for row in subtree.forest.rows_of(entity_id) if subtree.first <= row < subtree.end]


def _leads_on(kept: bytearray, forest: Forest, row: int) -> bool:
    return any(kept[row + 1 : forest.ends[row]])


def _outermost(forest: Forest, rows: Iterable[int]) -> list[int]:
    """Return rows in order, without those that are below another one of them."""
    found: list[int] = []
    for row in sorted(set(rows)):
        if not found or row >= forest.ends[found[-1]]:
            found.append(row)
    return found


def absent(graph: Graph, entity_id: str, view: str) -> Failure:
    """Return the failure for an entity without a row: not shown at the date, or shown in other views only."""
    at = graph.at
    message = f"{graph.name(entity_id)} is not in the view `{view}`"
    if at is not None:
        message += f" as of {at.words()}"
    hint = f"`tiers show {entity_id}` shows what is documented about it"
    standing = graph.standing(entity_id)
    if not standing.shown:
        return Failure(f"{message}: {standing.words()}", hint=hint, status=NO)
    others = [each for each in VIEWS if each != view and forest_of(graph, VIEWS[each]).rows_of(entity_id)]
    if others:
        hint = f"it is in the view `{others[0]}`: `tiers print {entity_id} --view {others[0]}{_dated(graph)}`"
    return Failure(message, hint=hint, status=NO)


def _no_way(subtree: Subtree, target: str, options: argparse.Namespace) -> Failure:
    """Return the failure for an entity that is not below NODE (with `--invert` not above it), or not in the view."""
    graph, view = subtree.graph, options.view
    if not forest_of(graph, VIEWS[view]).rows_of(target):
        return absent(graph, target, view)
    name = subtree.forest.names[subtree.first]
    message = (
        f"{graph.name(target)} is not {'above' if options.invert else 'below'} {name} in the view `{view}`"
    )
    command = f"tiers print --view {view} --path-to {target}{_dated(graph)}"
    return Failure(message, hint=f"`{command}` shows where it is", status=NO)


def _dated(graph: Graph) -> str:
    """Return ` --as-of DATE` for the date of the graph; empty without one."""
    return "" if graph.at is None else f" --as-of {graph.at.text}"

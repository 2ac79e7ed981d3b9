"""Takes the state of a view over to other rows of it: at another date, after a save, or with a part completed."""

from tiers.model import Graph
from tiers.model.views.forest import Forest

from ..search.finding import Finder
from .folding import Folding
from .opening import OpenRows, first_row
from .outline import Outline
from .trail import row_nearest, trail_of
from .walk import Walk


def walk_over(graph: Graph, forest: Forest, finder: Finder, folding: Folding, old: Walk | None) -> Walk:
    """Return the walk of a view over its rows at the date of a graph.

    Args:
        graph: The model at its date.
        forest: The rows.
        finder: Finds rows.
        folding: The folding of the view for all dates.
        old: The walk so far, at another date; `None` when the view is first shown.
    """
    outline = Outline(forest, None if old is None else old.outline)
    opens = OpenRows(graph, forest)
    if old is None:
        folding.fold(outline, opens)
    else:
        folding.carry(old.outline, outline, opens)
    walk = Walk(outline, finder)
    if old is None or not carry(old, walk):
        walk.cursor = first_row(graph, forest)
    return walk


def carry(old: Walk, new: Walk) -> bool:
    """Copy the root and the cursor of a walk to another walk of the same view; return whether the cursor has a row there."""
    for root in old.roots:
        row = row_of(new.forest, old.forest, root)
        if row >= 0:
            new.cursor = row
            new.root_here()
    row, _ = row_nearest(new.forest, trail_of(old.forest, old.cursor))
    new.put(row)
    return row >= 0


def relaid(old: Walk, finder: Finder) -> Walk:
    """Return a walk over changed rows of a view, with the same folding, root, cursor and query.

    Args:
        old: The walk so far.
        finder: Finds rows among the changed ones.
    """
    outline, folding = Outline(finder.forest), Folding()
    folding.keep(old.outline)
    folding.fold(outline, ())
    walk = Walk(outline, finder, old.cursor)
    carry(old, walk)
    carry_matches(old, walk)
    return walk


def carry_matches(old: Walk, new: Walk) -> None:
    """Repeat the search of a walk in another walk of the same view, with the matches folded as they are there."""
    if old.found is None:
        return
    row = new.cursor
    new.carry_on_finding(old.found.query, filtering=old.filtering)
    folded = ((row_of(new.forest, old.forest, each), is_open) for each, is_open in old.folded_matches)
    new.fold_matches(folded, row)


def row_of(new: Forest, old: Forest, row: int) -> int:
    """Return the row of a forest with the same trail as a row of another forest; -1 for none."""
    if new is old:
        return row
    found, left = row_nearest(new, trail_of(old, row))
    return -1 if left else found


def row_within(walk: Walk, whole: Forest, row: int) -> int:
    """Return the row of a walk for a row of its whole view; one within the root if the entity is there."""
    entity_id = whole.ids[row] if whole is not walk.forest and row >= 0 else None
    rows = () if entity_id is None else walk.forest.rows_of(entity_id)
    inside = (each for each in rows if walk.outline.first <= each < walk.outline.end)
    return next(inside, row_of(walk.forest, whole, row))

"""Forests written by hand, and the shown rows of one, as plain values."""

from array import array

from hypothesis import strategies as st

from tiers.model import Entity, Evidence, Graph
from tiers.model.views.forest import Forest
from tiers.tui.exploring.search.finding import Finder
from tiers.tui.exploring.search.meaning import QueryMeanings
from tiers.tui.exploring.tree.outline import Outline
from tiers.tui.exploring.tree.walk import Walk


def forest_of(drawn: str, view: str = "drawn") -> Forest:
    """Return a forest from indented names, two spaces for each level; a name in brackets is that of a group."""
    lines = [line for line in drawn.splitlines() if line.strip()]
    margin = min(len(line) - len(line.lstrip()) for line in lines)
    depths = [(len(line) - len(line.lstrip()) - margin) // 2 for line in lines]
    return forest_from([line.strip() for line in lines], depths, view)


def forest_from(names: list[str], depths: list[int], view: str = "drawn") -> Forest:
    """Return a forest of names at depths; a name that was there before is a further place of the same entity."""
    parents, ends = [-1] * len(names), [len(names)] * len(names)
    for row, depth in enumerate(depths):
        above = [each for each in range(row) if depths[each] < depth]
        parents[row] = above[-1] if above else -1
        ends[row] = next((each for each in range(row + 1, len(names)) if depths[each] <= depth), len(names))
    groups = [name.startswith("[") for name in names]
    return Forest(
        view=view,
        ids=[None if group else name.lower() for name, group in zip(names, groups, strict=True)],
        kinds=["group" if group else "body" for group in groups],
        names=[name.strip("[]") for name in names],
        relations=[None] * len(names),
        parents=array("i", parents),
        ends=array("i", ends),
        depths=array("i", depths),
        repeats=bytearray(len(names)),
    )


def finder_of(forest: Forest) -> Finder:
    """Return a finder in a forest, of a model that has its entities and nothing else."""
    named = {each: name for each, name in zip(forest.ids, forest.names, strict=True) if each is not None}
    entities = {each: Entity(each, "body", {"name": name}, Evidence()) for each, name in named.items()}
    return Finder(forest, QueryMeanings(Graph.of(entities, ())))


@st.composite
def forests(draw: st.DrawFn, most: int = 40) -> Forest:
    """Draw a forest of any shape."""
    size = draw(st.integers(1, most))
    depths = [0]
    for _ in range(size - 1):
        depths.append(draw(st.integers(0, depths[-1] + 1)))
    return forest_from([f"Row {number}" for number in range(size)], depths)


def shown(outline: Outline) -> list[str]:
    """Return the rows an outline shows, each as deep as it stands, with how it is folded."""
    rows = outline.shown.rows(0, len(outline.forest))
    return [f"{'  ' * outline.depth(row)}{_mark(outline, row)}{outline.forest.names[row]}" for row in rows]


def walked(walk: Walk) -> list[str]:
    """Return the rows a walk shows, `>` before the one of the cursor."""
    rows = walk.outline.shown.rows(0, len(walk.forest))
    return [
        f"{'>' if row == walk.cursor else ' '}{line}"
        for row, line in zip(rows, shown(walk.outline), strict=True)
    ]


def _mark(outline: Outline, row: int) -> str:
    if not outline.has_children(row):
        return ""
    return "- " if outline.is_open(row) else "+ "

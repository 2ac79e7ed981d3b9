"""From branches to rows: lays out any view in preorder, each entity's children at its first place only."""

from array import array
from collections.abc import Callable, Iterable

import attrs

from ..graph import Graph
from ..records import Relation
from .forest import Forest

GROUP = "group"
DELEGATION = "delegation"


@attrs.frozen(eq=False, repr=False)
class Branch:
    """A row to be, with a way to what is below it.

    Attributes:
        id: The entity; `None` for a group or a delegation.
        kind: Its kind, `group` or `delegation`.
        name: What it is called.
        below: Gives the branches below it when it is laid out; `None` for a leaf.
        relation: The relation that puts it here, where there is one.
    """

    id: str | None
    kind: str
    name: str
    below: "Callable[[], Iterable[Branch]] | None" = None
    relation: Relation | None = None


def lay_out(view: str, roots: Iterable[Branch]) -> Forest:
    """Return the forest of a view; it ends even where entities are below one another in a ring."""
    rows: list[Branch] = []
    parents, ends, depths = array("i"), array("i"), array("i")
    repeats = bytearray()
    seen: set[str] = set()
    waiting: list[Branch | int] = list(roots)
    waiting.reverse()
    parent, depth = -1, 0
    while waiting:
        branch = waiting.pop()
        if isinstance(branch, int):  # all below that row has been laid out
            ends[branch] = len(rows)
            parent, depth = parents[branch], depth - 1
            continue
        row = len(rows)
        repeat = branch.id in seen
        rows.append(branch)
        parents.append(parent)
        ends.append(row + 1)
        depths.append(depth)
        repeats.append(repeat)
        if branch.id is not None:
            seen.add(branch.id)
        if branch.below is not None and not repeat:
            inside = list(branch.below())
            if inside:
                waiting.append(row)
                inside.reverse()
                waiting += inside
                parent, depth = row, depth + 1
    return Forest(
        view,
        [branch.id for branch in rows],
        [branch.kind for branch in rows],
        [branch.name for branch in rows],
        [branch.relation for branch in rows],
        parents,
        ends,
        depths,
        repeats,
    )


def sibling_key(graph: Graph, entity_id: str) -> tuple[bool, int, str, str]:
    """Return the key by which siblings stand: `order`, then case-folded name, then id; `unknown` has one too."""
    entity = graph.entities.get(entity_id)
    order = None if entity is None else entity.values.get("order")
    name = graph.name(entity_id).casefold()
    return (False, order, name, entity_id) if isinstance(order, int) else (True, 0, name, entity_id)


def by_sibling(graph: Graph, ids: Iterable[str]) -> list[str]:
    """Return ids without doubles in the order of siblings."""
    found = list(dict.fromkeys(ids))
    return sorted(found, key=lambda each: sibling_key(graph, each)) if len(found) > 1 else found


def group(name: str, branches: Iterable[Branch]) -> list[Branch]:
    """Return one group row over branches; nothing when there are none."""
    inside = list(branches)
    return [Branch(None, GROUP, name, lambda: inside)] if inside else []

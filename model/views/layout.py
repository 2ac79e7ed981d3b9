"""Lays out the rows of any view as a forest; an entity's children are shown at its first row only."""

from array import array
from collections.abc import Callable, Container, Iterable, Iterator

import attrs

from ..facts.graph import Graph, kind_teller, name_teller
from ..format.records import Relation
from .forest import MENTION, REPEAT, Forest

GROUP = "group"
DELEGATION = "delegation"
SEAT = "seat"
"""The kind of a row for a seat without a named holder: a membership with its role, but no entity."""

Inside = Callable[[Graph, str], "Iterable[Row]"]
"""A function that gives the rows directly below an entity; called when the entity is laid out."""


@attrs.frozen(eq=False, repr=False)
class Heading:
    """A row that is not an entity: a group, a delegation or a seat without a named holder.

    Attributes:
        name: The text of the row.
        rows: The rows below it.
        kind: `group`, `delegation` or `seat`.
        relation: The delegation, or the membership.
    """

    name: str
    rows: "Iterable[Row]" = ()
    kind: str = GROUP
    relation: Relation | None = None


Row = Heading | tuple[str, Relation | None, Inside | None]
"""A row before layout: a heading, or an entity with the relation that puts it there and the function for rows below."""


def lay_out(
    view: str, graph: Graph, roots: Iterable[Row], *, leading: Container[str] | None = None
) -> Forest:
    """Return the forest of a view; a cycle of entities below one another is followed once.

    Args:
        view: The name of the view.
        graph: The model, at its date.
        roots: The rows at the top.
        leading: The entities that may have rows below them, so that others are not asked; `None` for all.
    """
    kind_of, name_of = kind_teller(graph), name_teller(graph)
    ids: list[str | None] = []
    kinds: list[str] = []
    names: list[str] = []
    relations: list[Relation | None] = []
    parents, ends, depths = array("i"), array("i"), array("i")
    repeats = bytearray()
    places: dict[str, int] = {}
    mentioned: set[str] = set()
    # A stack of iterators instead of recursion, for chains deeper than Python's recursion limit. Each iterator has the
    # remaining rows at one depth; children are put on top, so that they come before the next sibling.
    begun: list[Iterator[Row]] = [iter(roots)]
    parent = -1
    while begun:
        for each in begun[-1]:
            row = first = len(ids)
            below: Iterable[Row] = ()
            if isinstance(each, tuple):
                entity_id, relation, inside = each
                first = places.setdefault(entity_id, row)  # its earlier row, if any, where its children are
                ids.append(entity_id)
                relations.append(relation)
                kinds.append(kind_of(entity_id) if first == row else kinds[first])
                names.append(name_of(entity_id) if first == row else names[first])
                if inside is not None and (first == row or entity_id in mentioned):
                    below = inside(graph, entity_id) if leading is None or entity_id in leading else ()
                    if first != row:  # the earlier row is a mention only
                        mentioned.discard(entity_id)
                        repeats[first], first = MENTION, row
                elif inside is None and first == row:
                    mentioned.add(entity_id)
            else:
                ids.append(None)
                kinds.append(each.kind)
                names.append(each.name)
                relations.append(each.relation)
                below = each.rows
            parents.append(parent)
            ends.append(row + 1)
            depths.append(len(begun) - 1)
            repeats.append(
                0 if first == row else MENTION if isinstance(each, tuple) and each[2] is None else REPEAT
            )
            if below:
                begun.append(iter(below))
                parent = row
                break
        else:  # all rows below `parent` are laid out
            begun.pop()
            if parent >= 0:
                ends[parent] = len(ids)
                parent = parents[parent]
    return Forest(view, ids, kinds, names, relations, parents, ends, depths, repeats)


def group(name: str, rows: Iterable[Row]) -> list[Row]:
    """Return one group row above rows, in a list; an empty list when there are no rows."""
    inside = rows if isinstance(rows, list) else list(rows)
    return [Heading(name, inside)] if inside else []

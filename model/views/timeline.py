"""The timeline view (5): what happened and what is due, by year and day; ended entities are shown too."""

from ..answers.timeline import Item, timeline
from ..answers.timeline.item import TERM
from ..facts.graph import Graph
from ..format.kinds import capitalised
from .forest import Forest
from .layout import Row, group, lay_out


def make(graph: Graph) -> Forest:
    """Return the timeline view of a graph at its date: years, below them days with their state, below these the entities."""
    years: dict[tuple[int, int], dict[str, list[Item]]] = {}
    undated: dict[str, list[Item]] = {}
    for item in timeline(graph):
        day = item.date
        if day is None:
            undated.setdefault(capitalised(item.said), []).append(item)
        else:
            year = years.setdefault((day.first.year, day.last.year), {})
            year.setdefault(f"{day.words()}: {_said(graph, item)}", []).append(item)
    rows: list[Row] = []
    for (first, last), days in sorted(years.items()):
        rows.extend(group(str(first) if first == last else f"{first} to {last}", _days(days)))
    rows.extend(group("No date is documented", _days(undated)))
    return lay_out("timeline", graph, rows)


def _said(graph: Graph, item: Item) -> str:
    """Return the heading of an item: its state, and the relation where it is about one."""
    if item.relation is None:
        return f"{item.what} {item.said}" if item.what else item.said
    if item.what == TERM:
        return f"{TERM} {item.running_out(graph)}"
    return ": ".join(filter(None, (item.said, item.doing(graph))))


def _days(days: dict[str, list[Item]]) -> list[Row]:
    """Return a group row for each day and state, with the entities below it."""
    rows: list[Row] = []
    for heading, items in days.items():
        unique = {(item.id, id(item.relation)): item for item in items}
        rows.extend(group(heading, [(item.id, item.relation, None) for item in unique.values()]))
    return rows

"""The timeline view (5): what happened and what is due, by year and day; ended entities are shown too."""

from ..answers.timeline import Item, timeline
from ..answers.timeline.item import HAPPENED, TERM
from ..facts.graph import Graph
from ..format.kinds import capitalised
from .forest import Forest
from .layout import Row, group, lay_out


def make(graph: Graph) -> Forest:
    """Return the timeline view of a graph at its date: years, below them days with a state, below these the entities.

    If there is one item for a day and state, the row of the day names it.
    """
    years: dict[tuple[int, int], dict[str, list[Item]]] = {}
    undated: dict[str, list[Item]] = {}
    for item in timeline(graph):
        day = item.date
        if day is None:
            undated.setdefault(capitalised(item.said), []).append(item)
        else:
            year = years.setdefault((day.first.year, day.last.year), {})
            year.setdefault(f"{day.words()}: {_item_heading(graph, item)}", []).append(item)
    rows: list[Row] = []
    for (first, last), days in sorted(years.items()):
        rows.extend(group(str(first) if first == last else f"{first} to {last}", _days(graph, days)))
    rows.extend(group("No date is documented", _days(graph, undated)))
    return lay_out("timeline", graph, rows)


def _item_heading(graph: Graph, item: Item) -> str:
    """Return the heading of an item: its state, and the relation where it is about one."""
    if item.relation is None:
        return f"{item.what} {item.said}" if item.what else item.said
    if item.what == TERM:
        return f"{TERM} {item.running_out(graph)}"
    return ": ".join(filter(None, (item.said, item.doing(graph))))


def _days(graph: Graph, days: dict[str, list[Item]]) -> list[Row]:
    """Return a group row for each day and state, with the entities below it."""
    rows: list[Row] = []
    for heading, items in days.items():
        unique = {(item.id, id(item.relation)): item for item in items}
        said = _day_heading(graph, items[0], heading) if len(unique) == 1 else heading
        rows.extend(group(said, [(item.id, item.relation, None) for item in unique.values()]))
    return rows


def _day_heading(graph: Graph, item: Item, heading: str) -> str:
    """Return the heading of a day with one item: `25 Nov 2020, planned: Approval of the merger`.

    The state `happened` is left out.
    """
    name = item.name(graph)
    if item.date is None:
        return f"{heading}: {name}"
    state = f", {item.said}" if item.said not in {"", HAPPENED} else ""
    return f"{item.date.words()}{state}: {name}"

"""The timeline view (5): what happened and what is due, by year and day; ended entities are shown too."""

from typing import NamedTuple

from ..answers.timeline import Item, timeline
from ..answers.timeline.item import HAPPENED, TERM
from ..facts.graph import Graph
from ..format.kinds import capitalised
from .forest import Forest
from .layout import Row, group, lay_out


class _Worded(NamedTuple):
    """An item with the words that the headings of its state and of its day both have, so that they are made once.

    Attributes:
        item: The item.
        said: Its state in words.
        doing: The predicate of its relation; empty for an item without one, or whose heading does not have it.
    """

    item: Item
    said: str
    doing: str


def make(graph: Graph) -> Forest:
    """Return the timeline view of a graph at its date: years, below them days with a state, below these the entities.

    If there is one item for a day and state, the row of the day names it.
    """
    years: dict[tuple[int, int], dict[str, list[_Worded]]] = {}
    undated: dict[str, list[_Worded]] = {}
    for item in timeline(graph):
        day = item.date
        worded = _Worded(item, item.said, "" if day is None or item.what == TERM else item.doing(graph))
        if day is None:
            undated.setdefault(capitalised(worded.said), []).append(worded)
        else:
            year = years.setdefault((day.first.year, day.last.year), {})
            year.setdefault(f"{day.words()}: {_item_heading(graph, worded)}", []).append(worded)
    rows: list[Row] = []
    for (first, last), days in sorted(years.items()):
        rows.extend(group(str(first) if first == last else f"{first} to {last}", _days(graph, days)))
    rows.extend(group("No date is documented", _days(graph, undated)))
    return lay_out("timeline", graph, rows)


def _item_heading(graph: Graph, worded: _Worded) -> str:
    """Return the heading of an item: its state, and the relation where it is about one."""
    item, said, doing = worded
    if item.relation is None:
        return f"{item.what} {said}" if item.what else said
    if item.what == TERM:
        return f"{TERM} {item.running_out(graph)}"
    return ": ".join(filter(None, (said, doing)))


def _days(graph: Graph, days: dict[str, list[_Worded]]) -> list[Row]:
    """Return a group row for each day and state, with the entities below it."""
    rows: list[Row] = []
    for heading, items in days.items():
        unique = {(item.id, id(item.relation)): item for item, _, _ in items}
        said = _day_heading(graph, items[0], heading) if len(unique) == 1 else heading
        rows.extend(group(said, [(item.id, item.relation, None) for item in unique.values()]))
    return rows


def _day_heading(graph: Graph, worded: _Worded, heading: str) -> str:
    """Return the heading of a day with one item: `25 Nov 2020, planned: Approval of the merger`.

    The state `happened` is left out.
    """
    item, said, doing = worded
    name = item.name(graph, doing)
    if item.date is None:
        return f"{heading}: {name}"
    state = f", {said}" if said not in {"", HAPPENED} else ""
    return f"{item.date.words()}{state}: {name}"

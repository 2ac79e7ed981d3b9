"""The columns of the view `timeline` in `csv` and `jsonl`: the day of a row, and what happened or is due on it."""

from collections.abc import Mapping

from tiers.model import Date, Graph
from tiers.model.answers.timeline import timeline
from tiers.model.answers.timeline.item import HAPPENED

from .places import Place
from .subtree import Subtree

DAY_COLUMNS = ("day", "what")
"""The columns: a date, and words such as `began` or `review due`."""

_NO_DAY: Mapping[str, object] = dict.fromkeys(DAY_COLUMNS)


def day_of(subtree: Subtree, place: Place) -> Mapping[str, object]:
    """Return the values of the heading above a row, by column; empty for a row that is not below a day."""
    above = subtree.forest.parents[place.row]
    if above < 0 or subtree.forest.ids[above] is not None:
        return _NO_DAY
    heading = subtree.forest.names[above]
    words, _, what = heading.partition(": ")
    named, _, state = words.partition(
        ", "
    )  # where a day has one thing, its row names that: `1 Apr 2021, began: Board`
    days = subtree.graph.once(_days)
    day = days.get(words) or days.get(named)
    if day is None:
        state = f"{words[:1].lower()}{words[1:]}"
    if what == place.name or not what:
        what = state or HAPPENED
    elif state:
        what = f"{state}: {what}"
    return {"day": day, "what": what}


def _days(graph: Graph) -> Mapping[str, Date]:
    """Return the dates of the timeline by their words."""
    return {each.date.words(): each.date for each in timeline(graph) if each.date is not None}

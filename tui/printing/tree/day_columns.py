"""The columns of the view `timeline` in `csv` and `jsonl`: the day of a row, and what happened or is due on it."""

from collections.abc import Mapping

from tiers.model import Date, Graph
from tiers.model.answers.timeline import timeline

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
    day = subtree.graph.once(_days).get(words) if what else None
    return {"day": day, "what": what if day is not None else heading}


def _days(graph: Graph) -> Mapping[str, Date]:
    """Return the dates of the timeline by their words."""
    return {each.date.words(): each.date for each in timeline(graph) if each.date is not None}

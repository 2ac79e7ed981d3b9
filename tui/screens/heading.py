"""The two lines at the top of the explorer: the path, the date, the views."""

from tiers.model import Date
from tiers.model.facts.evidence import evidence_span

from ..exploring.exploration import Exploration
from ..widgets.masthead import Heading
from ..wording.at_date import seen_words
from ..wording.safe_text import safe


def heading_of(exploration: Exploration) -> Heading:
    """Return the heading for the present state."""
    walk, graph = exploration.walk, exploration.graph
    crumbs = [(row, safe(walk.forest.names[row])) for row in walk.path]
    if exploration.visiting is not None:
        crumbs = [(walk.cursor, safe(graph.name(exploration.visiting)))]
    views = [(view.number, view.name, view.title) for view in exploration.views.values()]
    return Heading(
        tuple(crumbs), date_words(exploration), tuple(views), exploration.view, _legend(exploration)
    )


def _legend(exploration: Exploration) -> str:
    """Return the marks of differences with their meaning while two dates are compared; else an empty text."""
    if exploration.against is None:
        return ""
    from ..wording.legend import DIFFERENCES, in_a_line  # noqa: PLC0415 - paid for when dates are compared

    return in_a_line(DIFFERENCES)


def last_evidence(exploration: Exploration) -> Date | None:
    """Return the last evidence date of the present entity; `None` where there is none."""
    subject = exploration.concerned
    return None if subject is None else evidence_span(exploration.graph, subject).last


def date_words(exploration: Exploration) -> str:
    """Return the date of the model in words: `latest`, or `as of` the chosen date.

    A date of comparison is added with an arrow from the earlier to the later date.
    """
    graph, differences = exploration.graph, exploration.differences
    return seen_words(graph) if differences is None else differences.dates

"""What stands above: the path, the date, the views."""

from tiers.model.standing import evidence_span

from ..exploring.exploration import Exploration
from ..safe_text import safe
from ..widgets.masthead import Heading


def heading_of(exploration: Exploration) -> Heading:
    """Return what stands above where a reader is."""
    walk, graph = exploration.walk, exploration.graph
    crumbs = [(row, safe(walk.forest.names[row])) for row in walk.path]
    if exploration.visiting is not None:
        crumbs = [(walk.cursor, safe(graph.name(exploration.visiting)))]
    views = [(view.number, view.name, view.title) for view in exploration.views.values()]
    return Heading(tuple(crumbs), date_words(exploration), tuple(views), exploration.view)


def date_words(exploration: Exploration) -> str:
    """Return as of when the reader sees what they look at: the date chosen, else that of its last evidence."""
    graph, walk = exploration.graph, exploration.walk
    if graph.at is not None:
        return f"as of {graph.at.words()}"
    subject = exploration.subject
    if subject is None:
        above = (walk.forest.ids[row] for row in reversed(walk.path))
        subject = next((each for each in above if each is not None), None)
    last = None if subject is None else evidence_span(graph, subject).last
    return "last known" if last is None else f"last known, {last.words()}"

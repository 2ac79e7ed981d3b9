"""The parts of the page that answer a question about the whole model, and the lines of each at the date of a graph."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from tiers.model import Graph
from tiers.model.answers.gaps import gaps
from tiers.model.answers.glossary import glossary
from tiers.model.answers.matters import matters
from tiers.model.answers.timeline import timeline
from tiers.model.answers.who import who
from tiers.model.structure.order import by_kind

from ....wording.description.disputes import undecided_lines
from ....wording.description.footnotes import Footnotes
from ....wording.description.gaps import describe_gaps
from ....wording.description.glossary import describe_glossary
from ....wording.description.line import Line
from ....wording.description.matters import describe_matters
from ....wording.description.timeline import describe_timeline
from ....wording.description.who_gist import gist_lines
from ....wording.readings import disputed
from ....wording.safe_text import safe

Lines = Iterable[Line]


def _who(graph: Graph) -> Iterator[Line]:
    """Yield the summary of who decides, for each function of the model."""
    for each in by_kind(graph, (entity.id for entity in graph.entities_of_kind("function"))):
        if graph.shown(each):
            yield Line("heading", safe(graph.name(each)), target=each)
            yield from gist_lines(graph, who(graph, each))


def _disagreements(graph: Graph) -> Iterator[Line]:
    """Yield the undecided disagreements of the documents, entity by entity."""
    footnotes = Footnotes(graph)
    concerned = graph.once_for_all(disputed)
    for entity in filter(lambda each: each.id in concerned, graph.every_entity()):
        lines = list(undecided_lines(graph, entity, footnotes))
        if lines:
            yield Line("heading", safe(graph.name(entity.id)), target=entity.id)
            yield from lines
    yield Line("heading", "Sources")
    yield from footnotes.lines()


def _sources(graph: Graph) -> Iterator[Line]:
    """Yield each source with its address, where it has one."""
    for each in by_kind(graph, (entity.id for entity in graph.entities_of_kind("source"))):
        yield Line("relation", safe(graph.name(each)), target=each)
        address = graph.text(each, "url")
        if address:
            yield Line("address", safe(address))


QUESTIONS: Mapping[str, tuple[str, Callable[[Graph], Lines]]] = MappingProxyType(
    {
        "_who": ("Who decides", _who),
        "_promises": (
            "Questions and promises",
            lambda graph: describe_matters(graph, matters(graph)),
        ),
        "_gaps": ("What no document says", lambda graph: describe_gaps(graph, gaps(graph))),
        "_disagreements": ("Where the documents disagree", _disagreements),
        "_timeline": ("Timeline", lambda graph: describe_timeline(graph, timeline(graph))),
        "_glossary": ("Words explained", lambda graph: describe_glossary(graph, glossary(graph))),
        "_sources": ("Sources", _sources),
    }
)
"""The questions by anchor, which cannot be the id of an entity, each with its heading and its lines."""

"""The answer of `tiers path` as lines: how two entities are connected."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.paths import Way
from tiers.model.answers.succession import begins_early, is_line

from ..labels import relation_words, standing_words
from ..safe_text import safe
from ..signs import SIGNS
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import inferred_word, joined


def describe_paths(graph: Graph, ways: Iterable[Way]) -> tuple[Line, ...]:
    """Return each path as a heading and a line for each relation, worded in the direction it is followed; then the sources.

    A line of successions is told in one line first.
    """
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    for way in ways:
        length = "1 relation" if len(way) == 1 else f"{len(way)} relations"
        lines.extend((*((BLANK,) if lines else ()), Line("heading", length)))
        lines.extend(_succession(graph, way))
        lines.append(Line("relation", safe(_named(graph, way[0].start)), target=way[0].start, indent=1))
        for hop in way:
            words = relation_words(graph, hop.relation, hop.end)
            inferred = inferred_word(hop.relation.evidence)
            said = joined(f"{graph.name(hop.start)} {hop.label} {_named(graph, hop.end)}", *words, inferred)
            notes = footnotes.of(hop.relation.evidence)
            lines.append(Line("relation", safe(said), target=hop.end, notes=notes, indent=2))
    return (*lines, *bibliography(graph, footnotes))


def _succession(graph: Graph, way: Way) -> Iterator[Line]:
    """Yield what followed what in one line, the earliest first, where a path is a line of successions of several."""
    relations = [each.relation for each in way]
    if len(way) > 1 and is_line(graph, relations, (way[0].start, way[-1].end)):
        passed = [way[0].start, *(each.end for each in way)]
        names = [graph.name(each) for each in passed if graph.kind(each) != "event"]
        if not begins_early(relations[0], passed[0]):
            names.reverse()
        yield Line("text", safe(f"in order of time: {' > '.join(names)}"), indent=1)


def _named(graph: Graph, entity_id: str) -> str:
    """Return a name with the kind, and how the entity stands where it is planned or over."""
    words = (SIGNS[graph.kind(entity_id)].word, *standing_words(graph, entity_id))
    return f"{graph.name(entity_id)} ({', '.join(words)})"

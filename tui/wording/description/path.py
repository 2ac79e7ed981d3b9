"""The answer of `tiers path` as lines: how two entities are connected."""

from collections.abc import Iterable

from tiers.model import Graph
from tiers.model.answers.paths import Way

from ..labels import relation_words
from ..safe_text import safe
from ..signs import SIGNS
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import inferred_word, joined


def describe_paths(graph: Graph, ways: Iterable[Way]) -> tuple[Line, ...]:
    """Return each path as a heading and a line for each relation, worded in the direction it is followed; then the sources."""
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    for way in ways:
        length = "1 relation" if len(way) == 1 else f"{len(way)} relations"
        lines.extend((*((BLANK,) if lines else ()), Line("heading", length)))
        lines.append(Line("relation", safe(_named(graph, way[0].start)), target=way[0].start, indent=1))
        for hop in way:
            words = relation_words(graph, hop.relation, hop.end)
            inferred = inferred_word(hop.relation.evidence)
            said = joined(f"{graph.name(hop.start)} {hop.label} {_named(graph, hop.end)}", *words, inferred)
            notes = footnotes.of(hop.relation.evidence)
            lines.append(Line("relation", safe(said), target=hop.end, notes=notes, indent=2))
    return (*lines, *bibliography(graph, footnotes))


def _named(graph: Graph, entity_id: str) -> str:
    return f"{graph.name(entity_id)} ({SIGNS[graph.kind(entity_id)].word})"

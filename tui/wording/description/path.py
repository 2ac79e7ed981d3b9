"""The answer of `tiers path` as lines: how two entities are connected."""

from collections.abc import Iterable
from itertools import takewhile

from tiers.model import Date, Graph
from tiers.model.answers.paths import Way
from tiers.model.answers.succession import SUCCESSIONS
from tiers.model.format import RELATIONS
from tiers.model.structure.placing import RANKS

from ..labels import standing_words
from ..relation_words import relation_words
from ..safe_text import safe
from ..signs import SIGNS
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import inferred_word, joined


def describe_paths(graph: Graph, ways: Iterable[Way], until: Date | None = None) -> tuple[Line, ...]:
    """Return each path as a heading and a line for each relation, worded in the direction of the path; then the sources.

    Args:
        graph: The model, at its date.
        ways: The paths.
        until: The last day on which they connected the two; `None` for paths that hold at the date.
    """
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    for way in ways:
        heading = heading_words(graph, way, until)
        lines.extend((*((BLANK,) if lines else ()), Line("heading", safe(heading))))
        lines.append(Line("relation", safe(named_words(graph, way[0].start)), target=way[0].start, indent=1))
        for hop in way:
            words = relation_words(graph, hop.relation, hop.end)
            inferred = inferred_word(hop.relation.evidence)
            said = joined(
                f"{graph.name(hop.start)} {hop.words(graph)} {named_words(graph, hop.end)}", *words, inferred
            )
            notes = footnotes.of(hop.relation.evidence)
            lines.append(Line("relation", safe(said), target=hop.end, notes=notes, indent=2))
    return (*lines, *bibliography(graph, footnotes))


def heading_words(graph: Graph, way: Way, until: Date | None) -> str:
    """Return the heading of a path: its length or its names, and for a path that has ended its last day."""
    over = () if until is None else (f"connected {until.after('until')}",)
    return joined(_heading(graph, way), *over)


def _heading(graph: Graph, way: Way) -> str:
    """Return the length of a path; for a line of successions its names, earliest first, without the events between.

    If the line leads to an entity within the end of the path, the end is named as well.
    """
    line = [*takewhile(lambda hop: hop.relation.kind in SUCCESSIONS, way)]
    if line and len(line) < len(way) and all(hop.relation.kind in RANKS for hop in way[len(line) :]):
        return f"{_heading(graph, tuple(line))} · within {graph.name(way[-1].end)}"
    if all(hop.relation.kind in SUCCESSIONS for hop in way):
        ids = [way[0].start, *(hop.end for hop in way)]
        if (way[0].direction == "in") != RELATIONS[way[0].relation.kind].past:
            ids.reverse()
        names = " > ".join(graph.name(each) for each in ids if graph.kind(each) != "event")
        return joined(
            f"Succession: {names}", "inferred" if any(hop.relation.evidence.inferred for hop in way) else ""
        )
    return "1 relation" if len(way) == 1 else f"{len(way)} relations"


def named_words(graph: Graph, entity_id: str) -> str:
    """Return a name with its kind, and with its state if it is planned or over."""
    words = (SIGNS[graph.kind(entity_id)].word, *standing_words(graph, entity_id))
    return f"{graph.name(entity_id)} ({', '.join(words)})"

"""The words for a value on which documents disagree, where no side is followed."""

from collections.abc import Iterator

from tiers.model import Claim, Entity, Graph
from tiers.model.facts.disputes import UNDECIDED, sides_of, undecided
from tiers.model.facts.relation_disputes import not_yet_mark

from ..safe_text import safe
from .footnotes import Footnotes
from .line import Line
from .values import inferred_word, joined, not_yet, readable, word_in


def undecided_words(graph: Graph, entity_id: str, attribute: str) -> str:
    """Return the value of an attribute by each side of an undecided disagreement; empty where nothing is undecided."""
    sides = dict.fromkeys(_side(graph, each) for each in sides_of(graph, entity_id, attribute))
    return f"{UNDECIDED}, the documents disagree: {'; or '.join(sides)}" if sides else ""


def undecided_lines(
    graph: Graph, entity: Entity, footnotes: Footnotes, *, later: bool = False
) -> Iterator[Line]:
    """Yield each undecided disagreement about an entity with all its sides, for the beginning of a description.

    `later` yields only disagreements without a side that is documented by the date; otherwise only the others
    are.
    """
    who = "Later documents" if later else "The documents"
    for each in undecided(graph, entity.id):
        positions = graph.entity(each).claims("positions")
        if any(graph.was_documented(side.evidence) for side in positions) is later:
            continue
        said = safe(f"{who} disagree, undecided: {graph.name(each)}")
        yield Line("relation", said, target=each, indent=int(later))
        for side in positions:
            text = joined(str(side.value), inferred_word(side.evidence), not_yet(graph, side.evidence))
            yield Line("note", safe(text), notes=footnotes.of(side.evidence), indent=1 + later)
        reason = graph.text(each, "reason")
        if reason:
            yield Line("note", safe(reason), indent=1 + later)


def _side(graph: Graph, side: Claim) -> str:
    value = side.details.get("value")
    if value is None:
        said = str(side.value)
    else:
        said = word_in(graph, value, side.evidence) or readable(graph, str(value))
    return f"{said}{' (inferred)' if side.evidence.inferred else ''}{not_yet_mark(graph, side)}"

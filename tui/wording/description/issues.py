"""The sections for the questions about an entity, and for decided disagreements about it."""

from collections.abc import Iterable, Iterator

from tiers.model import Date, Entity, Graph
from tiers.model.facts.disputes import undecided
from tiers.model.format.keys import NOBODY
from tiers.model.structure.order import sibling_key

from ..safe_text import safe
from .disputes import undecided_lines
from .footnotes import Footnotes
from .line import Line
from .relations import not_shown_words
from .values import followed_side, from_when, inferred_word, joined, not_yet


def issues(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[list[Line]]:
    """Yield the sections for the questions about an entity, for decided disagreements about it and for later ones."""
    about = [each.subject for each in graph.every_relation(entity.id, "about", "in") if each.subject in graph]
    about.sort(key=lambda each: sibling_key(graph, each))
    asked = list(_questions(graph, (each for each in about if graph.kind(each) == "issue"), footnotes))
    if asked:
        yield [Line("heading", "Questions and gaps"), *asked]
    opened_with = undecided(graph, entity.id)
    decided = (each for each in about if graph.kind(each) == "disagreement" and each not in opened_with)
    disputed = list(_disagreements(graph, decided, footnotes))
    if disputed:
        yield [Line("heading", "The documents disagree"), *disputed]
    later = list(undecided_lines(graph, entity, footnotes, later=True))
    if later:
        yield [Line("heading", "Disagreements of later documents"), *later]


def _questions(graph: Graph, ids: Iterable[str], footnotes: Footnotes) -> Iterator[Line]:
    for each in ids:
        state = graph.text(each, "state")
        yield Line(
            "relation",
            safe(joined(graph.name(each), not_shown_words(graph, each) or state)),
            target=each,
            notes=footnotes.of(graph.entity(each).evidence),
            indent=1,
        )
        for attribute, said in (("question", "question to ask: {}"), ("promised", "promised: {}")):
            text = graph.text(each, attribute)
            if text and text not in NOBODY:
                yield Line("note", safe(said.format(text)), indent=2)
        due = graph.value(each, "due")
        if isinstance(due, Date):
            yield Line("note", f"due: {due.words()}", indent=2)


def _disagreements(graph: Graph, ids: Iterable[str], footnotes: Footnotes) -> Iterator[Line]:
    for each in ids:
        entity = graph.entity(each)
        yield Line(
            "relation", safe(joined(graph.name(each), not_shown_words(graph, each))), target=each, indent=1
        )
        for claim in entity.claims("positions"):
            notes = footnotes.of(claim.evidence)
            text = joined(str(claim.value), inferred_word(claim.evidence), not_yet(graph, claim.evidence))
            yield Line("note", safe(text), notes=notes, indent=2)
        reason = graph.text(each, "reason")
        said = f"the trees follow {followed_side(graph, each)}{from_when(graph, each)}"
        yield Line("note", safe(f"{said}: {reason}" if reason else said), indent=2)

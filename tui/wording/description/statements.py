"""The middle of a description: attributes with several values at once, and values given at different times."""

from collections.abc import Iterator

from tiers.model import Claim, Entity, Graph
from tiers.model.format import OPEN, in_detail, keys_of
from tiers.model.format.keys import SECTION

from ..safe_text import safe
from .footnotes import Footnotes
from .line import Line
from .values import claim_words, expansion_words, inferred_word, joined, not_yet, readable, when


def side_by_side(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[list[Line]]:
    """Yield a section for each attribute that has several values at once."""
    for key in in_detail(entity.kind):
        claims = entity.claims(key.name) if key.detail == SECTION else ()
        if claims:
            lines = [Line("heading", key.label)]
            for claim in claims:
                lines.extend(_statement(graph, claim, footnotes))
            yield lines


def _statement(graph: Graph, claim: Claim, footnotes: Footnotes) -> Iterator[Line]:
    dated = (
        claim.attribute in {"values", "reports"} or claim.evidence.as_at or claim.start_date or claim.end_date
    )
    text = joined(
        _words(graph, claim),
        when(graph, claim) if dated else not_yet(graph, claim.evidence),
        inferred_word(claim.evidence),
    )
    yield Line("text", safe(text), notes=footnotes.of(claim.evidence), indent=1)
    if claim.evidence.note:
        yield Line("note", safe(claim.evidence.note), indent=2)
    bearers = claim.details.get("bearers")
    for each in bearers if isinstance(bearers, tuple) else ():
        yield Line("relation", safe(graph.name(each)), target=each if each in graph else None, indent=2)


def _words(graph: Graph, claim: Claim) -> str:
    details = claim.details
    words = claim_words(graph, claim)
    if claim.attribute == "reports" and "text" in details:
        return f"{words}: {details['text']}"
    if claim.attribute == "positions" and "value" in details:
        return f"{words} ({readable(graph, str(details['value']))})"
    if claim.attribute == "meanings":
        expansion, tier = str(details.get("expansion", "")), str(details.get("tier", ""))
        if expansion in OPEN:
            return joined(words, expansion_words(expansion), tier)
        return joined(f"{expansion}: {words}" if expansion else words, tier)
    return words


def over_time(graph: Graph, entity: Entity, footnotes: Footnotes) -> list[Line]:
    """Return a section with every value of the attributes that changed over time; empty where none did."""
    lines: list[Line] = []
    for name, key in keys_of(entity.kind).items():
        claims = entity.claims(name)
        if key.claims != "one" or len(claims) <= 1 or name == "name":
            continue
        for claim in claims:
            words = joined(
                claim_words(graph, claim), when(graph, claim, "as at"), inferred_word(claim.evidence)
            )
            lines.append(
                Line(
                    "field",
                    safe(words),
                    label=key.label,
                    notes=footnotes.of(claim.evidence),
                    indent=1,
                )
            )
            if claim.evidence.note:
                lines.append(Line("note", safe(claim.evidence.note), indent=2))
    return [Line("heading", "Values given at different times"), *lines] if lines else []

"""The top of a description: name, what and where it is, summary, names, codes and single values."""

from collections.abc import Iterator

from tiers.model import Claim, Date, Entity, Graph
from tiers.model.placing import place_of, tier_of, ways_up
from tiers.model.standing import DOCUMENTED, PLANNED, end_of, evidence_span, start_of
from tiers.model.vocabulary import keys_of

from ..labels import standing_words
from ..safe_text import safe
from ..signs import SIGNS
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import amount_words, joined, value_words, when

LABELS = {
    "classification": "Sort",
    "decides": "Decides",
    "legal_form": "Legal form",
    "date": "Date",
    "outcome": "Outcome",
    "state": "State",
    "question": "To ask",
    "promised": "Promised",
    "due": "Due",
    "seen_since": "Seen since",
    "usual_population": "Usual population",
    "start_date": "Began",
    "end_date": "Ended",
    "expected_date": "Expected",
    "presented": "Presented",
    "written": "Written",
    "publisher": "Published by",
    "licence": "Licence",
    "aliases": "Also cited as",
    "attribute": "They differ on",
    "follows": "The trees follow",
    "reason": "Why",
    "status": "Status",
    "tier": "Tier",
    "name": "Name",
    "summary": "Summary",
    "topics": "Look for it by",
}
"""The attributes that are said on one line each, in the order in which a reader wants them, with their names."""

_ELSEWHERE = frozenset(("status", "tier", "name", "summary"))
_USES = {"acronym": "Acronym", "short": "Short name", "former": "Earlier name"}


def title(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[Line]:
    """Yield the name, what and where it is and how it stands, and its summary."""
    yield Line("title", safe(graph.name(entity.id)), notes=footnotes.of(entity.evidence))
    place = place_of(graph, entity.id)
    words = [SIGNS[entity.kind].word, tier_of(graph, entity.id) or "", graph.name(place) if place else ""]
    standing = graph.standing(entity.id)
    words.extend(standing_words(graph, entity.id))
    if standing.state == DOCUMENTED:
        words.append(_documented(graph, entity.id))
    if entity.evidence.inferred:
        words.append("inferred")
    yield Line("subtitle", safe(joined(*words)))
    summary = graph.text(entity.id, "summary")
    if summary:
        yield BLANK
        yield Line("text", safe(summary))


def _documented(graph: Graph, entity_id: str) -> str:
    span = evidence_span(graph, entity_id)
    if span.first is None or span.last is None:
        return "no date is documented"
    if graph.at is None:
        return f"last documented {span.last.words()}"
    if span.first == span.last:
        return f"documented {span.last.words()}"
    return f"documented {span.first.words()} to {span.last.words()}"


def fields(graph: Graph, entity: Entity, footnotes: Footnotes, *, ways: bool) -> list[Line]:
    """Return a line for each further name, each code and each single value."""
    lines = [*_names(graph, entity, footnotes), *_codes(graph, entity, footnotes)]
    if ways:
        lines.extend(_ways(graph, entity))
    known = keys_of(entity.kind)
    for attribute, label in LABELS.items():
        if attribute in _ELSEWHERE or attribute not in known:
            continue
        lines.extend(_field(graph, entity, attribute, label, footnotes))
    span = evidence_span(graph, entity.id)
    if span.first is not None and span.last is not None and span.first != span.last:
        lines.append(Line("field", f"{span.first.words()} to {span.last.words()}", label="Documented"))
    return lines


def _ways(graph: Graph, entity: Entity) -> Iterator[Line]:
    """Yield each way down to the entity that is longer than the one place that is said under its name."""
    ways = ways_up(graph, entity.id)
    for way in ways:
        if len(way) > 1 or len(ways) > 1:
            yield Line("field", safe(" \u203a ".join(map(graph.name, way))), label="Within")


def _names(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[Line]:
    current = graph.claim(entity.id, "name")
    past = True
    for claim in entity.claims("name"):
        if claim == current:
            past = False
        if current is not None and claim.value == current.value:
            yield from _note(claim)
            continue
        text = joined(str(claim.value), when(graph, claim))
        yield Line(
            "field",
            safe(text),
            label="Earlier name" if past else "Later name",
            notes=footnotes.of(claim.evidence),
        )
        yield from _note(claim)
    for claim in entity.claims("other_names"):
        dated = claim.start_date or claim.end_date
        text = joined(str(claim.value), when(graph, claim) if dated else "", _inferred(claim))
        label = _USES.get(str(claim.details.get("use")), "Other name")
        yield Line("field", safe(text), label=label, notes=footnotes.of(claim.evidence))
        yield from _note(claim)


def _codes(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[Line]:
    for claim in entity.claims("identifiers"):
        dated = claim.start_date or claim.end_date
        text = joined(str(claim.value), when(graph, claim) if dated else "", _inferred(claim))
        label = f"{claim.details.get('scheme', '')} code".lstrip()
        yield Line("field", safe(text), label=safe(label), notes=footnotes.of(claim.evidence))
        yield from _note(claim)


def _field(graph: Graph, entity: Entity, attribute: str, label: str, footnotes: Footnotes) -> Iterator[Line]:
    claim = graph.claim(entity.id, attribute)
    if claim is None:
        yield from _from_event(graph, entity.id, attribute, label)
        return
    own = claim.evidence != entity.evidence
    words = amount_words(claim.details) if claim.value is None else value_words(graph, claim.value)
    if attribute == "expected_date" and graph.standing(entity.id).state == PLANNED:
        words += ", no document says it happened"
    yield Line(
        "field",
        safe(joined(words, _inferred(claim) if own else "")),
        label=label,
        notes=footnotes.of(claim.evidence) if own else (),
    )
    yield from _note(claim) if own else ()


def _from_event(graph: Graph, entity_id: str, attribute: str, label: str) -> Iterator[Line]:
    date: Date | None = None
    if attribute == "start_date":
        date = start_of(graph, entity_id)
    elif attribute == "end_date":
        date = end_of(graph, entity_id)
    if date is not None:
        yield Line("field", joined(date.words(), "by a change event"), label=label)


def _inferred(claim: Claim) -> str:
    return "inferred" if claim.evidence.inferred else ""


def _note(claim: Claim) -> Iterator[Line]:
    if claim.evidence.note:
        yield Line("note", safe(claim.evidence.note), indent=1)

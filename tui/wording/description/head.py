"""The top of a description: name, kind, tier, place, summary, other names, codes and attributes with one value."""

from collections.abc import Iterator
from datetime import date

from tiers.model import Claim, Date, Entity, Graph
from tiers.model.facts.claims import counts_at_every_date, is_to_come
from tiers.model.facts.disputes import sides_of
from tiers.model.facts.ends import is_over
from tiers.model.facts.evidence import evidence_span
from tiers.model.facts.planned import is_planned_end
from tiers.model.facts.reports import last_report
from tiers.model.facts.standing import DOCUMENTED, NOT_YET_DUE, PLANNED
from tiers.model.facts.times import COMING, end_of, start_of
from tiers.model.format import every_key, in_detail
from tiers.model.format.attributes import STOOD_DOWN
from tiers.model.format.dates import documented
from tiers.model.format.keys import EXPECTED_DATE, LINE
from tiers.model.structure.placing import place_of, tier_of, ways_up

from ..labels import standing_words
from ..safe_text import safe
from ..signs import SIGNS
from .disputes import undecided_lines, undecided_words
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import FOLLOWS, claim_words, inferred_word, joined, not_yet, side_followed, when

_USES = {"acronym": "Acronym", "short": "Short name", "former": "Earlier name"}


def title(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[Line]:
    """Yield the name; the kind, tier, place and state; and the summary."""
    yield Line("title", safe(graph.name(entity.id)), notes=footnotes.of(entity.evidence))
    place = place_of(graph, entity.id)
    words = [SIGNS[entity.kind].word, tier_of(graph, entity.id) or "", graph.name(place) if place else ""]
    standing = graph.standing(entity.id)
    words.extend(standing_words(graph, entity.id))
    report = last_report(graph, entity.id, graph.at)
    if report is not None and report[0].value != STOOD_DOWN and COMING.intersection(words):
        words.append(f"reported {report[0].value} {report[1].words()}")
    if standing.state == DOCUMENTED and graph.source_date(entity.id) is None:
        words.append(_documented(graph, entity.id))
    if entity.evidence.inferred:
        words.append("inferred")
    yield Line("subtitle", safe(joined(*words)))
    disagreements = list(undecided_lines(graph, entity, footnotes))
    if disagreements:
        yield BLANK
        yield from disagreements
    summary = graph.text(entity.id, "summary")
    if summary or entity.evidence.note:
        yield BLANK
    if summary:
        yield Line("text", safe(summary))
    if entity.evidence.note:
        yield Line("note", safe(entity.evidence.note))


def _documented(graph: Graph, entity_id: str) -> str:
    span = evidence_span(graph, entity_id)
    if span.first is None or span.last is None:
        return "no date is documented"
    if graph.at is None:
        return f"last documented {span.last.words()}"
    if span.first.first > graph.at.last:
        return f"first documented {span.first.words()}"
    said = documented(span.first, span.last)
    return (
        f"first documented {said.removeprefix('first ')}"
        if said.startswith("first ")
        else f"documented {said}"
    )


def fields(graph: Graph, entity: Entity, footnotes: Footnotes, *, ways: bool) -> list[Line]:
    """Return a line for each other name, each code and each attribute with one value."""
    lines = [*_names(graph, entity, footnotes), *_codes(graph, entity, footnotes)]
    if ways:
        lines.extend(_ways(graph, entity))
    for key in in_detail(entity.kind):
        if key.detail == LINE or _tier_is_read(graph, entity, key.name):
            lines.extend(_field(graph, entity, key.name, key.label, footnotes))
    span = evidence_span(graph, entity.id)
    if span.first is not None and span.last is not None and span.first != span.last:
        lines.append(Line("field", documented(span.first, span.last), label="Documented"))
    return lines


def _tier_is_read(graph: Graph, entity: Entity, attribute: str) -> bool:
    """Whether an attribute is the tier and inferred, which the line below the name does not say."""
    claim = graph.claim(entity.id, "tier") if attribute == "tier" else None
    return claim is not None and claim.evidence.inferred and claim.evidence != entity.evidence


def _ways(graph: Graph, entity: Entity) -> Iterator[Line]:
    """Yield each path from the top down to the entity, unless it only repeats the place named below its name."""
    ways = ways_up(graph, entity.id)
    for way in ways:
        if len(way) > 1 or len(ways) > 1:
            yield Line("field", safe(" \u203a ".join(map(graph.name, way))), label="Within")


def _own_names(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[Line]:
    """Yield each name with sources of its own, the earliest first; other names are in the title already."""
    current = graph.claim(entity.id, "name")
    if current is None or isinstance(entity.values.get("name"), str):
        return
    claims = sorted(entity.claims("name"), key=lambda claim: _day(graph, claim))
    place = claims.index(current)
    for number, claim in enumerate(claims):
        same = claim.value == current.value
        label = "Name" if same else "Earlier name" if number < place else "Later name"
        dated = when(graph, claim) if len(claims) > 1 else ""
        notes = footnotes.of(claim.evidence)
        yield Line(
            "field",
            safe(joined(str(claim.value), dated, inferred_word(claim.evidence))),
            label=label,
            notes=notes,
        )
        yield from _note(claim)


def _day(graph: Graph, claim: Claim) -> date:
    """Return the first day on which a claim may hold."""
    dates = graph.dates_of(claim.evidence) if claim.start_date is None else (claim.start_date,)
    return min((each.first for each in dates), default=date.min)


def _names(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[Line]:
    yield from _own_names(graph, entity, footnotes)
    for claim in entity.claims("other_names"):
        text = joined(str(claim.value), _held(graph, entity, claim), inferred_word(claim.evidence))
        label = _USES.get(str(claim.details.get("use")), "Other name")
        yield Line("field", safe(text), label=label, notes=footnotes.of(claim.evidence))
        yield from _note(claim)


def _codes(graph: Graph, entity: Entity, footnotes: Footnotes) -> Iterator[Line]:
    for claim in entity.claims("identifiers"):
        text = joined(str(claim.value), _held(graph, entity, claim), inferred_word(claim.evidence))
        label = f"{claim.details.get('scheme', '')} code".lstrip()
        yield Line("field", safe(text), label=safe(label), notes=footnotes.of(claim.evidence))
        yield from _note(claim)


def _field(graph: Graph, entity: Entity, attribute: str, label: str, footnotes: Footnotes) -> Iterator[Line]:
    claim = graph.claim(entity.id, attribute)
    if claim is None:
        yield from _from_event(graph, entity.id, attribute, label)
        yield from _at_other_times(graph, entity, attribute, label, footnotes)
        return
    own = claim.evidence != entity.evidence
    sides = undecided_words(graph, entity.id, attribute)
    if sides:
        notes = (
            number for side in sides_of(graph, entity.id, attribute) for number in footnotes.of(side.evidence)
        )
        yield Line("field", safe(sides), label=label, notes=tuple(dict.fromkeys(notes)))
        return
    words = claim_words(graph, claim)
    if attribute == FOLLOWS:
        words = side_followed(graph, entity.id)
    if isinstance(claim.value, Date):
        label = _in_tense(graph, attribute, label, claim.value)
    if attribute == "end_date" and is_planned_end(graph, entity.id, claim):
        label = "Planned end"
    if _is_awaited(graph, entity.id, claim):
        words += ", no document says it happened"
        label = every_key()[EXPECTED_DATE.name].label
    yield Line(
        "field",
        safe(joined(words, _later(graph, entity, claim), inferred_word(claim.evidence) if own else "")),
        label=label,
        notes=footnotes.of(claim.evidence) if own else (),
    )
    yield from _note(claim) if own else ()


def _in_tense(graph: Graph, attribute: str, label: str, day: Date) -> str:
    """Return the label of a start or an end; `Begins` or `Ends` if the day has not come at the date."""
    if attribute == "end_date" and not is_over(graph, day, graph.at):
        return "Ends"
    later = graph.at is not None and day.first > graph.at.last
    return "Begins" if attribute == "start_date" and later else label


def _is_awaited(graph: Graph, entity_id: str, claim: Claim) -> bool:
    """Whether a claim gives the day for which an entity is planned: an expected day, or a foretold start or date."""
    standing = graph.standing(entity_id)
    if claim.attribute == EXPECTED_DATE.name:
        return standing.state == PLANNED
    return (
        standing.state in {PLANNED, NOT_YET_DUE} and claim.value is not None and claim.value == standing.date
    )


def _at_other_times(
    graph: Graph, entity: Entity, attribute: str, label: str, footnotes: Footnotes
) -> Iterator[Line]:
    """Yield a line for each value that an attribute had before the date or will have after it."""
    for claim in entity.claims(attribute):
        start, at = claim.start_date, graph.at
        foretold = start is not None and is_to_come(graph, claim.evidence, start)
        later = start is not None and at is not None and start.first > at.last and not foretold
        days = f"not yet: begins {start.words()}" if later and start is not None else when(graph, claim)
        words = joined(claim_words(graph, claim), days, inferred_word(claim.evidence))
        said = f"{label}, earlier" if is_over(graph, claim.end_date, at) else label
        yield Line("field", safe(words), label=said, notes=footnotes.of(claim.evidence))


def _held(graph: Graph, entity: Entity, claim: Claim) -> str:
    """Return the period of a name or a code where a source gives one, else that it is only documented later."""
    dated = claim.start_date or claim.end_date
    return when(graph, claim) if dated else _later(graph, entity, claim)


def _later(graph: Graph, entity: Entity, claim: Claim) -> str:
    """Return `not yet documented` words for a claim whose own sources are later than the date; empty for others."""
    day = claim.value if counts_at_every_date(claim.attribute) else None
    to_come = graph.at is not None and isinstance(day, Date) and day.first > graph.at.last
    return "" if to_come or claim.evidence == entity.evidence else not_yet(graph, claim.evidence)


def _from_event(graph: Graph, entity_id: str, attribute: str, label: str) -> Iterator[Line]:
    day: Date | None = None
    if attribute == "start_date":
        day = start_of(graph, entity_id)
    elif attribute == "end_date":
        day = end_of(graph, entity_id)
    if day is not None:
        yield Line(
            "field",
            joined(day.words(), "from a change event"),
            label=_in_tense(graph, attribute, label, day),
        )


def _note(claim: Claim) -> Iterator[Line]:
    if claim.evidence.note:
        yield Line("note", safe(claim.evidence.note), indent=1)

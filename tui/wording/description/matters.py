"""Questions and promises as lines: the answer of `tiers matters`, and a part of that of `tiers who`."""

from collections.abc import Iterable, Iterator

from tiers.model import Claim, Date, Graph
from tiers.model.answers.matters import Matter
from tiers.model.format import NONE, NOT_STATED, UNKNOWN
from tiers.model.structure.placing import place_of

from ..safe_text import safe
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import SILENT, inferred_word, joined, when

_SAID = {NOT_STATED: SILENT, UNKNOWN: "unknown", NONE: "none"}
NOTHING_SINCE = "nothing in these documents"
_NOT_TOLD = "progress not stated"
_NOT_SEEN = "not seen since"


def describe_matters(graph: Graph, matters: Iterable[Matter]) -> tuple[Line, ...]:
    """Return matters as lines, each with what was asked, answered, promised, due and seen since, then the sources."""
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    for matter in matters:
        lines.extend((*((BLANK,) if lines else ()), *describe_matter(graph, matter, footnotes)))
    return (*lines, *bibliography(graph, footnotes))


def describe_matter(graph: Graph, matter: Matter, footnotes: Footnotes) -> Iterator[Line]:
    """Yield one matter: its name and state, then a line each for who asked, the answers, the promise and so on."""
    place = place_of(graph, matter.id)
    state = _NOT_TOLD if matter.state == NOT_STATED else matter.state
    words = joined(graph.name(matter.id), state, graph.name(place) if place is not None else "")
    notes = footnotes.of(graph.entity(matter.id).evidence)
    yield Line("relation", safe(words), target=matter.id, notes=notes, indent=1)
    yield from _said(graph, matter, footnotes)
    dated = _dated(graph, matter)
    if dated:
        yield _note(dated)
    if matter.due is not None:
        yield _note(f"due: {due_words(matter)}")
    for claim in matter.seen_since:
        yield _note(f"seen since: {seen_words(graph, claim)}", footnotes.of(claim.evidence))
    if not matter.seen_since:
        yield _note(f"seen since: {NOTHING_SINCE}")
    if matter.question:
        yield _note(f"question to ask: {matter.question}")


def _said(graph: Graph, matter: Matter, footnotes: Footnotes) -> Iterator[Line]:
    """Yield who asked, what was answered and promised; for a promise nobody asked for, who is to keep it."""
    if matter.asked is None:
        if matter.promised_by:
            yield _note(f"to be done by: {names(graph, matter.promised_by)}")
        return
    yield _note(f"asked by: {names(graph, matter.asked_by) or 'not recorded'}")
    for claim in matter.answered:
        yield _note(f"answered: {claim.value}", footnotes.of(claim.evidence))
    if matter.answered_by:
        yield _note(f"answered by: {names(graph, matter.answered_by)}")
    if matter.promised is not None:
        yield _note(f"promised: {silent(matter.promised)}")


def names(graph: Graph, ids: Iterable[str]) -> str:
    """Return the names of entities in a line; words such as `not_stated` as they read."""
    return ", ".join(_SAID.get(each) or graph.name(each) for each in ids)


def silent(word: str) -> str:
    """Return words such as `not_stated` as they read, anything else as it is."""
    return _SAID.get(word, word)


def due_words(matter: Matter) -> str:
    """Return when a matter is due, in words; empty where nothing is recorded."""
    if isinstance(matter.due, Date):
        return matter.due.words()
    return "" if matter.due is None else silent(matter.due)


def seen_words(graph: Graph, claim: Claim) -> str:
    """Return what a later document shows, with its date and whether it is inferred."""
    text = claim.details.get("text")
    state = "not seen" if claim.value == _NOT_SEEN else silent(str(claim.value))
    said = state if text is None else f"{state}: {text}"
    dated = when(graph, claim) if claim.value not in _SAID else ""
    return joined(said, dated, inferred_word(claim.evidence))


def when_words(graph: Graph, matter: Matter) -> str:
    """Return when it was asked or promised, or when a document reports on it; empty where there is no date."""
    if matter.promised_on is not None:
        return matter.promised_on.words()
    dates = graph.dates_of(graph.entity(matter.id).evidence)
    if not dates:
        return ""
    day = min(dates, key=lambda each: each.first)
    return day.words() if matter.asked is not None else _reported(day)


def _reported(day: Date) -> str:
    """Return when a document reports on something: `reported on 22 Feb 2022`, `reported about Jun 2021`."""
    said = day.words()
    if said.startswith(("about ", "between ")):
        return f"reported {said}"
    return f"reported {'on' if day.first == day.last else 'in'} {said}"


def _dated(graph: Graph, matter: Matter) -> str:
    said = when_words(graph, matter)
    if said and matter.asked is not None:
        return f"asked: {said}"
    return f"promised: {said}" if matter.promised_on is not None else said


def _note(text: str, notes: tuple[int, ...] = ()) -> Line:
    return Line("note", safe(text), notes=notes, indent=2)

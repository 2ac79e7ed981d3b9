"""Questions and promises as lines: the answer of `tiers matters`, and a part of the answer of `tiers who`."""

from collections.abc import Iterator, Sequence

from tiers.model import Claim, Date, Graph, Relation
from tiers.model.answers.matters import NOT_SEEN_SINCE, Matter, later_answers
from tiers.model.answers.matters_by_state import ListedMatters, MattersByState
from tiers.model.answers.who.ended import entity_ended
from tiers.model.facts.standing import ENDED
from tiers.model.format import NONE, NOT_STATED, OPEN, UNKNOWN
from tiers.model.format.keys import SAID_NOT_STATED
from tiers.model.structure.placing import place_of

from ..marks import marks, planned_words
from ..safe_text import safe
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import inferred_word, joined, when, word_in

_SAID = {NOT_STATED: SAID_NOT_STATED, UNKNOWN: "unknown", NONE: "none"}
_HERE = "in these documents"
NOTHING_SINCE = f"nothing {_HERE}"
_NOT_TOLD = "progress not stated"


def describe_matters(
    graph: Graph, matters: Sequence[Matter] | MattersByState, most: int | None = None
) -> tuple[Line, ...]:
    """Return matters by state, each with question, answer, promise, due date and later reports; then the sources.

    The first line says how many matters are in each state, and how many have no later report.

    Args:
        graph: The model, at its date.
        matters: The matters; in numbers, only those that are listed are made.
        most: How many of each state to list before `and N more`; `None` for all.
    """
    by_state = ListedMatters(graph, matters) if isinstance(matters, Sequence) else matters
    footnotes = Footnotes(graph)
    counts = by_state.counts
    labels = {state: SAID_NOT_STATED if state == NOT_STATED else state for state in counts}
    said = ", ".join(f"{count:,} {labels[state]}" for state, count in counts.items())
    unseen = by_state.unreported
    later = f"; of {unseen:,} nothing is reported later {_HERE}" if unseen else ""
    lines: list[Line] = [Line("text", safe(f"{said}{later}"))] if counts else []
    for state, count in counts.items():
        words = labels[state]
        lines.extend((BLANK, Line("heading", safe(f"{words[:1].upper()}{words[1:]} ({count:,})"))))
        for number, matter in enumerate(by_state.in_state(state, most)):
            lines.extend((*((BLANK,) if number else ()), *describe_matter(graph, matter, footnotes)))
        lines.extend(more(count, most, "`p` at a place for its own questions and promises"))
    return (*lines, *bibliography(graph, footnotes))


def describe_matter(graph: Graph, matter: Matter, footnotes: Footnotes) -> Iterator[Line]:
    """Yield one matter: its name and state, then lines for who asked, the answers, the promise and so on."""
    place = place_of(graph, matter.id)
    own = graph.entity(matter.id).evidence
    words = joined(
        graph.name(matter.id),
        _read(matter, "state", _NOT_TOLD if matter.state == NOT_STATED else matter.state),
        graph.name(place) if place is not None else "",
        *marks(graph, matter.id),
        "name inferred" if "name" in matter.inferred else "",
    )
    yield Line("relation", safe(words), target=matter.id, notes=footnotes.of(own), indent=1)
    stands = graph.claim(matter.id, "state")
    if stands is not None and state_note(graph, matter):
        yield _note(state_note(graph, matter), footnotes.of(stands.evidence))
    yield from _asked_and_promised(graph, matter, footnotes)
    dated = _dated(graph, matter)
    if dated:
        yield _note(_read(matter, "promised_on", dated))
    if matter.due is not None:
        due = graph.claim(matter.id, "due") if matter.due_before else None
        days = (*matter.due_before, *([due] if due is not None else []))
        cited = dict.fromkeys(number for each in days for number in footnotes.of(each.evidence))
        yield _note(f"due: {due_words(graph, matter)}", tuple(cited))
    for claim in matter.seen_since:
        yield _note(f"seen since: {seen_words(graph, claim)}", footnotes.of(claim.evidence))
    if not matter.seen_since:
        yield _note(f"seen since: {nothing_seen_words(graph, matter)}")
    if matter.question:
        yield _note(f"question to ask: {matter.question}")


def state_note(graph: Graph, matter: Matter) -> str:
    """Return the author's note on the state of a matter, such as what was left unanswered; empty for none."""
    claim = graph.claim(matter.id, "state")
    own = graph.entity(matter.id).evidence.note
    return "" if claim is None or claim.evidence.note == own else claim.evidence.note


def _asked_and_promised(graph: Graph, matter: Matter, footnotes: Footnotes) -> Iterator[Line]:
    """Yield who asked, the answers and promises; for a promise nobody asked for, who made it and who is to keep it."""
    if matter.asked is None:
        yield from map(_note, promisers(graph, matter))
        return
    yield _note(f"asked by: {ends(graph, matter.asking) or 'not recorded'}")
    for claim in matter.answered:
        yield _note(f"answered: {answer_words(claim)}", footnotes.of(claim.evidence))
    if matter.answering:
        yield _note(f"answered by: {ends(graph, matter.answering)}")
    if matter.promised is not None:
        yield _note(f"promised: {promised_words(graph, matter)}")


def promisers(graph: Graph, matter: Matter) -> Iterator[str]:
    """Yield who made a promise, then who is to carry it out, each after a word for it; of whom has ended also what followed."""
    if matter.making:
        yield f"made by: {ends(graph, matter.making)}"
    if matter.doing:
        over = (entity_ended(graph, each) for each in doers_ended(graph, matter))
        yield "; ".join((f"to be done by: {ends(graph, matter.doing)}", *over))


def doers_ended(graph: Graph, matter: Matter) -> list[str]:
    """Return those who are to carry out a promise and have ended."""
    found = dict.fromkeys(each.object for each in matter.doing if each.object in graph)
    return [each for each in found if graph.standing(each).state == ENDED]


def ends(graph: Graph, relations: Sequence[Relation]) -> str:
    """Return who asked, answered or is to act, in one line, marked where it is our reading."""
    return ", ".join(dict.fromkeys(_end(graph, each) for each in relations))


def _end(graph: Graph, relation: Relation) -> str:
    """Return the other end of a relation; an unnamed person in the words of the document.

    A person without a recorded office is described by type, such as a speaker whose role is not stated.
    """
    note = relation.evidence.note
    if relation.object in OPEN and note and note != graph.entity(relation.subject).evidence.note:
        return joined(f"{note} (not named)", inferred_word(relation.evidence))
    return _named(graph, relation.object, is_read=relation.evidence.inferred)


def _named(graph: Graph, entity_id: str, *, is_read: bool) -> str:
    planned = planned_words(graph, entity_id) if entity_id in graph else ()
    words = [_without_office(graph, entity_id), *planned, "inferred" if is_read else ""]
    said = "; ".join(filter(None, words))
    name = _SAID.get(entity_id) or graph.name(entity_id)
    return f"{name} ({said})" if said else name


def _without_office(graph: Graph, entity_id: str) -> str:
    """Return the type of a person who holds no post at the date; empty for any other."""
    if graph.kind(entity_id) != "person" or graph.relations(entity_id, "holds", "out"):
        return ""
    return graph.text(entity_id, "classification")


def answer_words(claim: Claim) -> str:
    """Return an answer, marked where it is our reading."""
    return joined(str(claim.value), inferred_word(claim.evidence))


def promised_words(graph: Graph, matter: Matter) -> str:
    """Return what was promised, marked where it is our reading; empty where nothing is recorded."""
    claim = graph.claim(matter.id, "promised")
    if claim is None or matter.promised is None:
        return ""
    return _read(matter, "promised", word_in(graph, claim.value, claim.evidence) or matter.promised)


def _read(matter: Matter, attribute: str, words: str) -> str:
    return f"{words} (inferred)" if attribute in matter.inferred else words


def silent(word: str) -> str:
    """Return words such as `not_stated` in plain words, any other text unchanged."""
    return _SAID.get(word, word)


def due_words(graph: Graph, matter: Matter) -> str:
    """Return when a matter is due, in words; empty where nothing is recorded."""
    if matter.due is None:
        return ""
    claim = graph.claim(matter.id, "due")
    word = "" if claim is None else word_in(graph, claim.value, claim.evidence)
    due = _read(
        matter, "due", matter.due.words() if isinstance(matter.due, Date) else word or silent(matter.due)
    )
    before = [each.value.words() for each in matter.due_before if isinstance(each.value, Date)]
    return f"{due}; before that {', then '.join(before)}" if before else due


def nothing_seen_words(graph: Graph, matter: Matter) -> str:
    """Return the words for a matter without a recorded report: that it was answered later, or that nothing is recorded."""
    answered = dict.fromkeys(when(graph, each) for each in later_answers(graph, matter))
    return joined("answered", *answered) if answered else NOTHING_SINCE


def seen_words(graph: Graph, claim: Claim) -> str:
    """Return what a later document reports, with its date and whether it is inferred."""
    text = claim.details.get("text")
    state = "not seen" if claim.value == NOT_SEEN_SINCE else silent(str(claim.value))
    said = state if text is None else f"{state}: {text}"
    dated = when(graph, claim) if claim.value not in _SAID else ""
    return joined(said, dated, inferred_word(claim.evidence))


def when_words(graph: Graph, matter: Matter) -> str:
    """Return when a matter was asked or promised, or when a document reports on it; empty without a date."""
    if matter.promised_on is not None:
        return matter.promised_on.words()
    dates = graph.dates_of(graph.entity(matter.id).evidence)
    if not dates:
        return ""
    day = min(dates, key=lambda each: each.first)
    return day.words() if matter.asked is not None else f"reported {day.on()}"


def _dated(graph: Graph, matter: Matter) -> str:
    said = when_words(graph, matter)
    if said and matter.asked is not None:
        return f"asked: {said}"
    return f"promised: {said}" if matter.promised_on is not None else said


def more(count: int, most: int | None, where: str) -> Iterator[Line]:
    """Yield a line that says how many are not listed, and which key lists them; none where all are.

    Args:
        count: How many there are.
        most: How many are listed at most; `None` for all.
        where: The key, and what it shows where.
    """
    if most is not None and count > most:
        yield Line("note", f"and {count - most:,} more; press {where}", indent=1)


def _note(text: str, notes: tuple[int, ...] = ()) -> Line:
    return Line("note", safe(text), notes=notes, indent=2)

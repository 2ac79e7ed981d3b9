"""The answer of `tiers gaps` as lines: an agenda of what no document says."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import zip_longest

import attrs

from tiers.model import Graph
from tiers.model.answers.gaps import SORTS, Gap
from tiers.model.answers.gaps.gap import NOT_KNOWN, NOT_RECORDED
from tiers.model.answers.gaps.missing import ASKED, missing
from tiers.model.structure.order import by_kind

from ..marks import all_marked, marks
from ..safe_text import safe
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .matters import ends, more
from .values import joined

_SORTS_OF_SILENCE = {"": "", NOT_KNOWN: " (stated to be unknown)", NOT_RECORDED: " (not recorded)"}
"""The words after a missing fact, by the beginning of the gap's note."""

_OWN = "`u` at a place for its own gaps"
_MISSING = "What is not stated or not recorded"


def describe_gaps(
    graph: Graph, gaps: Sequence[Gap], most: int | None = None, *, questions: bool = True
) -> tuple[Line, ...]:
    """Return gaps as lines, followed by the sources.

    Questions and disagreements come first, one by one. Then each body has one line with all its missing
    facts, and below it the questions to ask.

    Args:
        graph: The model, at its date.
        gaps: The gaps.
        most: How many bodies, and how many gaps of one type, to list before `and N more`; `None` for all.
        questions: Whether to list below each body the questions to ask, with their sources.
    """
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    for code in ASKED:
        found = [each for each in gaps if each.code == code]
        if found:
            lines.extend((*((BLANK,) if lines else ()), Line("heading", f"{SORTS[code]} ({len(found)})")))
            lines.extend(line for each in found[:most] for line in _gap(graph, each, footnotes))
            lines.extend(more(len(found), most, _OWN))
    by_body = gaps_by_body(graph, gaps)
    if by_body and not questions:
        lines.extend((*((BLANK,) if lines else ()), Line("heading", f"{_MISSING} ({len(by_body):,})")))
    told = list(by_body)[:most]
    for each, name in zip(told, all_marked(graph, told), strict=True):
        found = by_body[each]
        said = safe(f"{name}: {missing_words(found)}")
        if not questions:
            lines.append(Line("relation", said, target=each, indent=1))
            continue
        lines.extend((*((BLANK,) if lines else ()), Line("heading", said, target=each)))
        for gap, after in zip_longest(found, found[1:]):
            # the note that several gaps share comes below the last of them
            repeated = after is not None and after.note == gap.note
            lines.extend(_gap(graph, attrs.evolve(gap, note="") if repeated else gap, footnotes))
    lines.extend(more(len(by_body), most, _OWN))
    return (*lines, *bibliography(graph, footnotes))


def gaps_by_body(graph: Graph, gaps: Iterable[Gap]) -> dict[str, list[Gap]]:
    """Return the missing facts by entity, without questions and disagreements, in reading order."""
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        if gap.code not in ASKED:
            found.setdefault(gap.id, []).append(gap)
    return {each: found[each] for each in by_kind(graph, found)}


def missing_words(gaps: Iterable[Gap]) -> str:
    """Return the missing facts of a body in one line: not stated, stated to be unknown, or not recorded."""
    return _words_of_missing(tuple([(gap.code, _sort_of_silence(gap.note)) for gap in gaps]))


def _sort_of_silence(note: str) -> str:
    """Return the beginning of the note of a gap: not stated, stated to be unknown, or not recorded."""
    return NOT_RECORDED if note.startswith(NOT_RECORDED) else NOT_KNOWN if note.startswith(NOT_KNOWN) else ""


@cache
def _words_of_missing(gaps: tuple[tuple[str, str], ...]) -> str:
    """Return `missing_words` for codes with the beginnings of their notes; many bodies of a large model lack the same."""
    words: dict[str, dict[str, int]] = {"": {}, NOT_KNOWN: {}, NOT_RECORDED: {}}
    for code, silence in gaps:
        counts, noun = words[silence], missing(code)
        counts[noun] = counts.get(noun, 0) + 1
    said = [
        joined_nouns + _SORTS_OF_SILENCE[note]
        for note, counts in words.items()
        if (
            joined_nouns := ", ".join(
                f"{noun} ({count})" if count > 1 else noun for noun, count in counts.items()
            )
        )
    ]
    return "; also ".join(said)


def _gap(graph: Graph, gap: Gap, footnotes: Footnotes) -> Iterator[Line]:
    numbers = footnotes.of(gap.evidence)
    yield Line("relation", safe(question_words(graph, gap)), target=gap.id, notes=numbers, indent=1)
    if gap.raised_by:
        yield Line("note", safe(f"raised by: {raised_words(graph, gap)}"), indent=2)
    if gap.due is not None:
        yield Line("note", safe(f"an answer is due: {gap.due.words()}"), indent=2)
    if gap.note not in {"", NOT_RECORDED}:
        yield Line("note", safe(gap.note), indent=2)


def question_words(graph: Graph, gap: Gap) -> str:
    """Return the question to ask, with a note, for example that it rests on our reading."""
    if gap.code in ASKED:
        return joined(gap.question, *marks(graph, gap.id))
    own = gap.evidence == graph.entity(gap.id).evidence  # it is already said beside the name
    return joined(gap.question, "inferred" if gap.evidence.inferred and not own else "")


def raised_words(graph: Graph, gap: Gap) -> str:
    """Return who raised a question; an unnamed person in the words of the document."""
    asking = [each for each in graph.relations(gap.id, "raised_by", "out") if each.object in gap.raised_by]
    return ends(graph, sorted(asking, key=lambda each: each.object))

"""The answer of `tiers gaps` as lines: an agenda of what no document says."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

import attrs

from tiers.model import Graph
from tiers.model.answers.gaps import HEADINGS, Gap
from tiers.model.answers.gaps.counted import CountedGaps, Lacks, ListedGaps, lacks_of
from tiers.model.answers.gaps.gap import NOT_KNOWN, NOT_RECORDED, SILENCES
from tiers.model.answers.gaps.missing import ASKED, missing

from ..marks import all_marked, marks
from ..safe_text import all_safe, safe
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .matters import ends, more
from .values import joined

_SILENCES_IN_WORDS = {"": "", NOT_KNOWN: " (stated to be unknown)", NOT_RECORDED: " (not recorded)"}
"""The words after a missing fact, by the beginning of the gap's note."""

_OWN = "`u` at a place for its own gaps"
_MISSING = "What is not stated or not recorded"


def describe_gaps(
    graph: Graph, gaps: Sequence[Gap] | CountedGaps, most: int | None = None, *, questions: bool = True
) -> tuple[Line, ...]:
    """Return gaps as lines, followed by the sources.

    Questions and disagreements come first, one by one. Then each body has one line with all its missing
    facts, and below it the questions to ask.

    Args:
        graph: The model, at its date.
        gaps: The gaps; in numbers, only those that are listed are made.
        most: How many bodies, and how many gaps of one type, to list before `and N more`; `None` for all.
        questions: Whether to list below each body the questions to ask, with their sources.
    """
    counted = ListedGaps(graph, gaps) if isinstance(gaps, Sequence) else gaps
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    for code in ASKED:
        count, found = counted.asked(code, most)
        if count:
            lines.extend((*((BLANK,) if lines else ()), Line("heading", f"{HEADINGS[code]} ({count:,})")))
            lines.extend(line for each in found for line in _gap(graph, each, footnotes))
            lines.extend(more(count, most, _OWN))
    bodies = counted.bodies
    listed = bodies[:most]
    if questions:
        lines.extend(_with_questions(graph, counted, listed, footnotes, is_first=not lines))
    elif bodies:
        lines.extend((*((BLANK,) if lines else ()), Line("heading", f"{_MISSING} ({len(bodies):,})")))
        lines.extend(_one_line_each(graph, counted, listed))
    lines.extend(more(len(bodies), most, _OWN))
    return (*lines, *bibliography(graph, footnotes))


def _one_line_each(graph: Graph, counted: CountedGaps, bodies: Sequence[str]) -> Iterator[Line]:
    """Yield a line for each body with all its missing facts."""
    names = all_safe(list(all_marked(graph, bodies)))
    for each, name, lacks in zip(bodies, names, counted.lacks(bodies), strict=True):
        # a colon joins no marks of letters, so both sides are as safe apart as together
        yield Line("relation", f"{name}: {_safe_words_of_missing(lacks)}", target=each, indent=1)


def _with_questions(
    graph: Graph, counted: CountedGaps, bodies: Sequence[str], footnotes: Footnotes, *, is_first: bool
) -> Iterator[Line]:
    """Yield for each body a line that names it and what no document says of it, then the questions to ask about it."""
    every = zip(bodies, all_marked(graph, bodies), counted.of_bodies(bodies), strict=True)
    for number, (each, name, found) in enumerate(every):
        if number or not is_first:
            yield BLANK
        yield Line("heading", safe(f"{name}: {_words_of_missing(lacks_of(found))}"), target=each)
        for gap, after in zip_longest(found, found[1:]):
            # the note that several gaps share comes below the last of them
            repeated = after is not None and after.note == gap.note
            yield from _gap(graph, attrs.evolve(gap, note="") if repeated else gap, footnotes)


@cache
def _safe_words_of_missing(lacks: Lacks) -> str:
    return safe(_words_of_missing(lacks))


@cache
def _words_of_missing(lacks: Lacks) -> str:
    """Return the missing facts of a body in one line: not stated, stated to be unknown, or not recorded.

    Many bodies of a large model lack the same.
    """
    words: dict[str, dict[str, int]] = {each: {} for each in SILENCES}
    for code, silence in lacks:
        counts, noun = words[silence], missing(code)
        counts[noun] = counts.get(noun, 0) + 1
    said = [
        joined_nouns + _SILENCES_IN_WORDS[silence]
        for silence, counts in words.items()
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

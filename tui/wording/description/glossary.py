"""Entries of the glossary as lines: what `tiers glossary` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.glossary import Entry, Meaning
from tiers.model.format import OPEN
from tiers.model.format.dates import documented, period
from tiers.model.structure.placing import place_of, tier_of

from ..safe_text import safe
from ..signs import SIGNS
from .footnotes import Footnotes
from .line import BLANK, Line
from .values import expansion_words, inferred_word, joined


def describe_glossary(graph: Graph, entries: Iterable[Entry]) -> tuple[Line, ...]:
    """Return entries as lines: each meaning with its tier, its period, the entities that it names, and its sources."""
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    for entry in entries:
        lines.extend((*((BLANK,) if lines else ()), Line("title", safe(entry.name), target=entry.id or None)))
        if entry.summary:
            lines.append(Line("text", safe(entry.summary)))
        several = len(entry.meanings) > 1
        for number, meaning in enumerate(entry.meanings, start=1):
            lines.append(BLANK)
            lines.extend(_meaning(graph, meaning, f"{number}. " if several else "", footnotes))
        if entry.also:
            borne = "Also the name of" if entry.meanings else "No glossary entry; it is the name of"
            lines.extend((BLANK, Line("heading", borne), *_bearers(graph, entry.also, 1)))
    sources = footnotes.lines()
    if sources:
        lines.extend((BLANK, Line("heading", "Sources"), *sources))
    return tuple(lines)


def entry_words(entry: Entry) -> tuple[str, str]:
    """Return a term with its long form and number of meanings, and its meanings, each in one line.

    Meanings that have an end come last, with their last day.
    """
    meanings = sorted(entry.meanings, key=lambda each: each.end_date is not None)
    spelt = dict.fromkeys(each.expansion.casefold() for each in meanings)
    words = [each for each in spelt if each not in {"", *OPEN, entry.name.casefold()}]
    first = {each.expansion.casefold(): _until(each, each.expansion) for each in reversed(meanings)}
    short = "; ".join(first[each] for each in words)
    count = f" ({len(entry.meanings)} meanings)" if len(entry.meanings) > 1 else ""
    said = entry.summary or "; ".join(_until(each, each.text) for each in meanings)
    return f"{entry.name}{f' = {short}' if short else ''}{count}", said


def _until(meaning: Meaning, text: str) -> str:
    """Return the words for a meaning, with its last day where it has one."""
    return text if meaning.end_date is None else f"{text} ({meaning.end_date.after('until')})"


def time_words(meaning: Meaning) -> str:
    """Return the stated period of a meaning, else the dates of the first and last documents that use it, in words."""
    if meaning.start_date is not None or meaning.end_date is not None:
        return period(meaning.start_date, meaning.end_date)
    if meaning.first is None or meaning.last is None:
        return ""
    return documented(meaning.first, meaning.last)


def _meaning(graph: Graph, meaning: Meaning, number: str, footnotes: Footnotes) -> Iterator[Line]:
    words = joined(
        expansion_words(meaning.expansion),
        meaning.tier,
        time_words(meaning),
        inferred_word(meaning.evidence),
    )
    yield Line("heading", safe(f"{number}{words}"), notes=footnotes.of(meaning.evidence))
    yield Line("text", safe(meaning.text), indent=1)
    if meaning.evidence.note:
        yield Line("note", safe(meaning.evidence.note), indent=1)
    yield from _bearers(graph, meaning.bearers, 1)


def _bearers(graph: Graph, ids: Iterable[str], indent: int) -> Iterator[Line]:
    for each in ids:
        known = each in graph
        place = place_of(graph, each) if known else None
        words = (
            graph.name(each),
            SIGNS[graph.kind(each)].word if known else "",
            (tier_of(graph, each) or "") if known else "",
            graph.name(place) if place is not None else "",
        )
        yield Line("relation", safe(joined(*words)), target=each if known else None, indent=indent)

"""A subtree as a document: its title, which of its rows are headings, and what comes at its end.

The first level is a heading, and so is the level below it where any of its rows has rows below it;
everything deeper is a list. A delegation between two headings is a paragraph.
"""

from collections.abc import Iterator

import attrs

from tiers.model.facts.evidence import evidence_span
from tiers.model.views import VIEWS
from tiers.model.views.layout import DELEGATION

from ...wording.at_date import seen_words
from ...wording.safe_text import safe
from .notes import Notes
from .subtree import Subtree

HEADING = "heading"
PARAGRAPH = "paragraph"
ITEM = "item"


@attrs.frozen(eq=False, repr=False)
class Part:
    """A row of a document.

    Attributes:
        row: The row.
        kind: Its kind.
        role: `heading`, `paragraph` or `item`.
        depth: For a heading its rank, 1 for the title; for an item its depth in the list, from 0.
        name: The name; a delegation also names its giver.
        words: The further words.
        numbers: The numbers of its sources.
    """

    row: int
    kind: str
    role: str
    depth: int
    name: str
    words: tuple[str, ...]
    numbers: tuple[int, ...]


def title_of(subtree: Subtree) -> str:
    """Return the title of a document: the name of its only first row, else of the view."""
    if has_one_root(subtree):
        return safe(subtree.forest.names[subtree.first])
    return VIEWS[subtree.forest.view].title


def setting_of(subtree: Subtree) -> str:
    """Return the view of a document and its date; without a date, when its contents were last documented."""
    view = VIEWS[subtree.forest.view]
    when = _latest(subtree) if subtree.graph.at is None else seen_words(subtree.graph)
    return f"{view.title}: {view.meaning}; {when}"


def _latest(subtree: Subtree) -> str:
    graph, ids = subtree.graph, subtree.forest.ids
    inside = {ids[row] for row, _, _ in subtree.rows()} - {None}
    days = [evidence_span(graph, each).last for each in inside if each is not None]
    last = max((each for each in days if each is not None), key=lambda each: each.last, default=None)
    return "latest known state" if last is None else f"latest known state; last documented {last.words()}"


def parts_of(subtree: Subtree, notes: Notes | None) -> Iterator[Part]:
    """Yield the rows in order, each with its role."""
    forest = subtree.forest
    rank = 1 if has_one_root(subtree) else 2
    sectioned = False
    for row, level, given, words, numbers in subtree.entries(notes):
        kind, name = forest.kinds[row], subtree.full(row, given)
        if not level:
            sectioned = any(any(True for _ in subtree.children(each)) for each in subtree.children(row))
            yield Part(row, kind, HEADING, rank, name, words, numbers)
        elif level > 1 or not sectioned:
            depth = level - 2 if sectioned else level - 1
            yield Part(row, kind, ITEM, depth, name, words, numbers)
        elif kind == DELEGATION:
            yield Part(row, kind, PARAGRAPH, 0, name, words, numbers)
        else:
            yield Part(row, kind, HEADING, rank + 1, name, words, numbers)


def has_one_root(subtree: Subtree) -> bool:
    """Whether the first level has only one row, whose name is then the title."""
    return subtree.root >= 0 or 0 < subtree.end == subtree.forest.ends[0]

"""The page that explains words (key `t`): the visible terms, or a typed one, from `tiers glossary`."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tiers.model.answers.glossary import look_up, nearest_terms, terms_in

from ...wording.description import Line
from ...wording.description.glossary import describe_glossary, entry_words
from ...wording.description.line import BLANK
from ...wording.safe_text import safe
from ..exploration import Exploration
from .page import ENTITY, Page

_ROWS = 200
"""How many rows of the tree are searched for words to explain."""


class WordsPage(Page):
    """Explanations of terms.

    Attributes:
        term: The term or acronym; empty for the visible ones.
    """

    asks = "explain "
    wants = "a word or an acronym"

    term: str = ""

    @property
    def is_fixed(self) -> bool:
        """Whether it is about a term that was typed."""
        return bool(self.term)

    def asked(self, typed: str) -> "WordsPage":
        """Return the page about a term."""
        return WordsPage(typed.strip())

    def lines(self, exploration: Exploration) -> Sequence[Line]:
        """Return the answer of `tiers glossary` about the term, or about each visible term."""
        return self._one(exploration) if self.term else _in_sight(exploration)

    def _one(self, exploration: Exploration) -> Sequence[Line]:
        graph = exploration.graph
        entries = look_up(graph, self.term)
        known = [each for each in entries if each.meanings or not each.id]
        if known:
            return describe_glossary(graph, known)
        by_then = "" if graph.at is None else f" up to {graph.at.words()}"
        text = f"No document{by_then} uses `{self.term}` as a term of the glossary."
        lines = [Line("title", safe(self.term)), BLANK, Line("text", safe(text))]
        near = [entry for name in nearest_terms(graph, self.term) for entry in look_up(graph, name)[:1]]
        if near:
            lines += [BLANK, Line("heading", "The nearest")]
        lines += [Line("relation", safe(each.name), target=each.id, indent=1) for each in near if each.id]
        return tuple(lines)


def _in_sight(exploration: Exploration) -> Sequence[Line]:
    entries = terms_in(exploration.graph, _texts(exploration))
    count = (
        f"{len(entries)} term{'' if len(entries) == 1 else 's'} of the glossary in the tree and the detail"
    )
    if not entries:
        count = "no term of the glossary in the tree or the detail"
    lines = [Line("title", "Words on this page"), Line("subtitle", count)]
    for each in entries:
        name, said = entry_words(each)
        lines += [BLANK, Line("relation", safe(name), target=each.id), Line("text", safe(said), indent=1)]
    return tuple(lines)


def _texts(exploration: Exploration) -> Iterator[str]:
    """Yield the visible texts: the names of rows of the tree and the lines about the entity."""
    walk = exploration.walk
    yield from (walk.forest.names[row] for row in islice(walk.outline.shown.rows(0, _ROWS), _ROWS))
    for line in ENTITY.lines(exploration):
        yield line.label
        yield line.text

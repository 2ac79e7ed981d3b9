"""Why a search found an entity, in words: `name`, `former name: ...`, `topic: ...`."""

from collections.abc import Iterator, Sequence
from itertools import chain

import attrs

from ..facts.graph import Graph
from ..format.dates import period
from ..format.records import Claim, Relation
from ..format.text import compounds, initials
from .corpus import Corpus
from .ranking.hits import Rank
from .ranking.senses import Sense
from .words.relation_texts import LIMIT, NOTE, notes_and_limits
from .words.spelling import key, keys, stem
from .words.texts import SAID, above, around, codes_of, names_of, said

_NAMES = frozenset(
    (
        "name",
        "acronym",
        "short name",
        "former name",
        "later name",
        "other name",
        "named",
        "short for",
        "glossary",
    )
)
_SHORTEST = frozenset(("name", NOTE, LIMIT, *SAID.values()))
"""Labels that are enough without the text."""


@attrs.frozen(eq=False, repr=False)
class Reason:
    """One text by which an entity can be found.

    Attributes:
        label: What the text is, such as `former name`.
        said: Label and text in words.
        folded: The text as it is indexed.
        words: Its words as they are indexed.
    """

    label: str
    said: str
    folded: str
    words: frozenset[str]

    @classmethod
    def of(cls, label: str, text: str, more: str = "") -> "Reason":
        folded = " ".join(keys(text))
        words = frozenset((*folded.split(), *map(key, compounds(text))))
        return cls(label, label if label in _SHORTEST else f"{label}: {text}{more}", folded, words)

    def match_words(self, sense: Sense) -> "tuple[str, str] | None":
        """Return the reason in words, and the word that the query word was read as; `None` if the text lacks the word.

        The second is empty where the query word was not mistyped.
        """
        if self.label == "code":
            return (self.said, "") if self.folded.replace(" ", "").startswith(sense.word) else None
        if " " in sense.word and f" {sense.word}" in f" {self.folded}":
            return self.said, ""
        shared = self.words & sense.words
        if shared:
            return self.said, _read_as(sense.word, shared)
        if self.label in _NAMES and sense.word in key(initials(self.folded)):
            return f"initials: {sense.word.upper()}", ""
        return None


def explain(corpus: Corpus, rank: Rank, number: int) -> str:
    """Return why an entity was found: `name`, `former name: ...`, `code: W2U3Z, ODS`.

    Where several texts have the query words, the strongest text comes first.
    """
    entity_id = corpus.names.ids[number]
    if rank.label == "id":
        return f"id: {entity_id}"
    if rank.label == "initials":
        return f"initials: {rank.asked[-1].upper()}"
    if rank.label == "filter":
        return " ".join(rank.asked)
    if rank.label == "name":
        return rank.label
    reasons = list(_reasons(corpus, entity_id, number))
    if rank.asked:
        wanted = {*rank.asked, *(each.replace(" ", "") for each in rank.asked)}
        return next((each.said for each in reasons[1:] if each.folded in wanted), "")
    found = [_first(sense, reasons) for sense in rank.senses]
    said = "; ".join(dict.fromkeys(text for _, text, _ in sorted(found) if text))
    pairs = list(zip(rank.senses, found, strict=True))
    terms = [f"term: {sense.means}" for sense, (_, why, text) in pairs if sense.means and (text or not why)]
    read = " ".join(_misread(corpus, rank, found).values())
    return ", ".join(filter(None, (said, *terms, f"read as `{read}`" if read else "")))


def read_as(corpus: Corpus, rank: Rank, number: int) -> dict[str, str]:
    """Return for each mistyped word, as it is indexed, the word of the model by which an entity was found."""
    if not rank.senses:
        return {}
    reasons = list(_reasons(corpus, corpus.names.ids[number], number))
    return _misread(corpus, rank, [_first(sense, reasons) for sense in rank.senses])


def _misread(corpus: Corpus, rank: Rank, found: Sequence[tuple[int, str, str]]) -> dict[str, str]:
    """Return for each mistyped word the word that it was read as; words that stand for a term are not mistyped."""
    pairs = zip(rank.senses, found, strict=True)
    spellings = corpus.names.spellings
    return {
        sense.word: spellings.get(text, text) for sense, (_, _, text) in pairs if text and not sense.means
    }


def _first(sense: Sense, reasons: Sequence[Reason]) -> tuple[int, str, str]:
    """Return the first text with a query word: its position among the texts, and the result of `match_words`."""
    matches = ((at, reason.match_words(sense)) for at, reason in enumerate(reasons))
    return next(((at, *said) for at, said in matches if said is not None), (len(reasons), "", ""))


def _read_as(word: str, shared: frozenset[str]) -> str:
    """Return the word that a mistyped query word was read as; empty when it was not mistyped."""
    parts = word.split()
    if any(each.startswith(part) or stem(each) == stem(part) for each in shared for part in parts):
        return ""
    return min(shared)


def _reasons(corpus: Corpus, entity_id: str, number: int) -> Iterator[Reason]:
    """Yield all texts by which an entity can be found, the strongest first."""
    graph = corpus.graph
    entity = graph.entity(entity_id)
    yield Reason.of("name", graph.name(entity_id))
    for label, text, source in names_of(graph, entity):
        yield Reason.of(label, text, _when(graph, source))
    for term in corpus.names.glossary_terms.get(number, ()):
        yield Reason.of("glossary", term)
    for code, scheme in codes_of(entity.values):
        yield Reason.of("code", code, f", {scheme}" if scheme else "")
    for _, label, text in around(graph, entity):
        yield Reason.of(label, text)
    for each in above(graph, entity_id):
        yield Reason.of("in", graph.name(each))
    for _, label, text in chain(said(entity.values), notes_and_limits(graph, entity)):
        yield Reason.of(label, text)


def _when(graph: Graph, source: Claim | Relation) -> str:
    """Return in brackets the period of a name, else the day of the last document that uses it; empty for neither."""
    held = period(source.start_date, source.end_date)
    if held:
        return f" ({held})"
    dates = graph.dates_of(source.evidence)
    return f" ({max(dates, key=lambda each: each.last).words()})" if dates else ""

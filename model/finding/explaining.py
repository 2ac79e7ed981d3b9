"""Why an entity was found, as a reader says it."""

from collections.abc import Iterator, Sequence

import attrs

from ..facts.graph import Graph
from ..format.dates import period
from ..format.records import Claim, Relation
from ..format.text import compounds, fold, initials
from .corpus import Corpus
from .ranking.hits import Rank
from .ranking.senses import Sense
from .words.spelling import key, stem
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
_SHORTEST = frozenset(("name", *SAID.values()))
"""Labels that say enough without the text."""


@attrs.frozen(eq=False, repr=False)
class Reason:
    """One text that an entity can be found by.

    Attributes:
        label: What the text is.
        said: How a reader says it.
        folded: The text as it is compared.
        words: Its words.
    """

    label: str
    said: str
    folded: str
    words: frozenset[str]

    @classmethod
    def of(cls, label: str, text: str, more: str = "") -> "Reason":
        folded = key(fold(text))
        words = frozenset((*folded.split(), *map(key, compounds(text))))
        return cls(label, label if label in _SHORTEST else f"{label}: {text}{more}", folded, words)

    def speaks_of(self, sense: Sense) -> "tuple[str, str] | None":
        """Return how a reader says that this text bears a word of the query, and as what the word was read.

        The second is empty where the word was not mistyped; `None` when the text does not bear it.
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
    """Return why an entity stands in a rank: `name`, `former name: ...`, `code: W2U3Z, ODS`.

    Where the words of a query are found in several texts, the strongest comes first.
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
    read = " ".join(corpus.names.spelt.get(text, text) for _, _, text in found if text)
    return f"{said}, read as `{read}`" if read else said


def _first(sense: Sense, reasons: Sequence[Reason]) -> tuple[int, str, str]:
    """Return the first text that bears a word of the query: its place among the texts and `speaks_of`."""
    spoken = ((at, reason.speaks_of(sense)) for at, reason in enumerate(reasons))
    return next(((at, *said) for at, said in spoken if said is not None), (len(reasons), "", ""))


def _read_as(word: str, shared: frozenset[str]) -> str:
    """Return the word that a word of the query was read as; empty when it is the same word."""
    parts = word.split()
    if any(each.startswith(part) or stem(each) == stem(part) for each in shared for part in parts):
        return ""
    return min(shared)


def _reasons(corpus: Corpus, entity_id: str, number: int) -> Iterator[Reason]:
    graph = corpus.graph
    entity = graph.entity(entity_id)
    yield Reason.of("name", graph.name(entity_id))
    for label, text, source in names_of(graph, entity):
        yield Reason.of(label, text, _when(graph, source))
    for term in corpus.names.glossed.get(number, ()):
        yield Reason.of("glossary", term)
    for code, scheme in codes_of(entity):
        yield Reason.of("code", code, f", {scheme}" if scheme else "")
    for _, label, text in around(graph, entity):
        yield Reason.of(label, text)
    for each in above(graph, entity_id):
        yield Reason.of("in", graph.name(each))
    for _, label, text in said(entity):
        yield Reason.of(label, text)


def _when(graph: Graph, source: Claim | Relation) -> str:
    """Return the dates a name was held, as far as they are known, in brackets."""
    held = period(source.start_date, source.end_date)
    if held:
        return f" ({held})"
    dates = graph.dates_of(source.evidence)
    return f" ({max(dates, key=lambda each: each.last).words()})" if dates else ""

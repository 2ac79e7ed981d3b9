"""Why an entity was found, as a reader says it."""

from collections.abc import Iterator

import attrs

from ..folding import compounds, fold, initials
from ..graph import Graph
from ..records import Claim, Relation
from ..vocabulary import KINDS
from .corpus import Corpus
from .hits import Rank
from .senses import Sense
from .spelling import key, stem
from .texts import around, codes_of, names_of, said

_LONG = frozenset(
    ("summary", "described as", "point", "question", "answer", "promise", "outcome", "position", "meaning")
)
"""Labels of long texts, which say enough without the text."""


@attrs.frozen(eq=False, repr=False)
class Reason:
    """One text that an entity can be found by.

    Attributes:
        said: How a reader says it.
        folded: The text as it is compared.
        words: Its words.
    """

    said: str
    folded: str
    words: frozenset[str]

    @classmethod
    def of(cls, said: str, text: str) -> "Reason":
        folded = key(fold(text))
        return cls(said, folded, frozenset((*folded.split(), *map(key, compounds(text)))))


def explain(corpus: Corpus, rank: Rank, number: int) -> str:
    """Return why an entity stands in a rank: `name`, `former name: ...`, `code: W2U3Z, ODS`."""
    entity_id = corpus.names.ids[number]
    if rank.label in {"name", "filter"}:
        return rank.label
    if rank.label == "id":
        return f"id: {entity_id}"
    if rank.label == "initials":
        return f"initials: {rank.asked[-1].upper()}"
    reasons = list(_reasons(corpus, entity_id, number))
    if rank.asked:
        wanted = {*rank.asked, *(each.replace(" ", "") for each in rank.asked)}
        return next((each.said for each in reasons if each.folded in wanted and each.said != "name"), "name")
    found = dict.fromkeys(reason for sense in rank.senses if (reason := _reason(corpus, sense, reasons)))
    return "; ".join(found)


def _reason(corpus: Corpus, sense: Sense, reasons: list[Reason]) -> str:
    for reason in reasons:
        if " " in sense.word and f" {sense.word}" in f" {reason.folded}":
            return reason.said
        if reason.said.startswith("code: "):
            if reason.folded.replace(" ", "").startswith(sense.word):
                return reason.said
            continue
        shared = reason.words & sense.words
        if shared:
            return reason.said + _read_as(sense.word, shared)
        if reason.said in _NAMES or reason.said.partition(":")[0] in _NAMES:
            letters = key(initials(reason.folded))
            if sense.word in letters:
                return f"initials: {sense.word.upper()}"
    return ""


_NAMES = frozenset(
    ("name", "acronym", "short name", "former name", "other name", "named", "short for", "glossary")
)


def _read_as(word: str, shared: frozenset[str]) -> str:
    """Return what to add when a word was read as another one."""
    parts = word.split()
    if any(each.startswith(part) or stem(each) == stem(part) for each in shared for part in parts):
        return ""
    return f", `{word}` read as `{min(shared)}`"


def _reasons(corpus: Corpus, entity_id: str, number: int) -> Iterator[Reason]:
    graph = corpus.graph
    entity = graph.entities[entity_id]
    name = corpus.names.shown[number]
    yield Reason.of("name", name)
    for label, text, source in names_of(graph, entity, name):
        yield Reason.of(f"{label}: {text}{_when(graph, source)}", text)
    for label, text in corpus.names.glossed.get(number, ()):
        yield Reason.of(f"{label}: {text}", text)
    for code, scheme in codes_of(entity):
        yield Reason.of(f"code: {code}, {scheme}" if scheme else f"code: {code}", code)
    for _, label, text in around(graph, entity):
        yield Reason.of(f"{label}: {KINDS[entity.kind].name if label == 'kind' else text}", text)
    for _, label, text in said(entity):
        yield Reason.of(label if label in _LONG else f"{label}: {text}", text)


def _when(graph: Graph, source: Claim | Relation | None) -> str:
    """Return the dates a name was held, as far as they are known, in brackets."""
    if source is None:
        return ""
    if source.start_date is not None and source.end_date is not None:
        return f" ({source.start_date.words()} to {source.end_date.words()})"
    if source.end_date is not None:
        return f" (until {source.end_date.words()})"
    if source.start_date is not None:
        return f" (from {source.start_date.words()})"
    dates = graph.dates_of(source.evidence)
    return f" ({max(dates, key=lambda each: each.last).words()})" if dates else ""

"""`tiers glossary`: terms of art in plain words, with every meaning, its tier, dates and the entities it names."""

from collections.abc import Iterable, Iterator

import attrs

from ..facts.graph import Graph
from ..facts.statements import ids_of_kind
from ..facts.stored import bearers_of
from ..format import KINDS, OPEN
from ..format.dates import Date
from ..format.records import Claim, Entity, Evidence
from ..format.text import fold, nearest

_DOCUMENT = "source"
"""The kind of documents, which have short names too, such as SoRD and ToR."""


@attrs.frozen(eq=False, repr=False)
class Meaning:
    """One meaning of a term.

    Attributes:
        text: The meaning, in plain words.
        expansion: The long form of an abbreviation; `unknown` where no document gives it, empty for other
            terms.
        tier: The tier at which the term has this meaning; empty where that is not stated.
        first: The day of the first document that uses the term in this meaning.
        last: The day of the last such document; at a date, of the last one by then.
        start_date: The first day of the meaning, where a source states it.
        end_date: The last day of the meaning, where a source states it.
        bearers: The ids of the entities that the term names in this meaning.
        evidence: The evidence of the meaning.
    """

    text: str
    expansion: str
    tier: str
    first: Date | None
    last: Date | None
    bearers: tuple[str, ...]
    evidence: Evidence
    start_date: Date | None = None
    end_date: Date | None = None


@attrs.frozen(eq=False, repr=False)
class Entry:
    """A term of the glossary, or a word that is only a name of some entity.

    Attributes:
        id: The id of the term; empty where the word is only a name.
        name: The term.
        summary: Its summary, in plain words.
        meanings: Every meaning at the date of the graph, in the order written; without a date also ended
            ones.
        also: The ids of further entities that have the word as a name.
        ended: The last day of the term's meanings, where all have ended by the date; else `None`.
    """

    id: str
    name: str
    summary: str
    meanings: tuple[Meaning, ...]
    also: tuple[str, ...]
    ended: Date | None = None


def glossary(graph: Graph) -> list[Entry]:
    """Return every term that has a meaning at the date of the graph, in alphabetical order."""
    entries = (_entry(graph, each) for each in _terms(graph))
    return sorted((each for each in entries if each.meanings), key=lambda each: (fold(each.name), each.id))


def look_up(graph: Graph, word: str) -> list[Entry]:
    """Return the glossary entries that a word matches; without any, the entities that have it as a name.

    A word matches a term by name, long form, part of the name, plain words for it or explanation. Case,
    accents, punctuation and a plural `s` are ignored. Only meanings in use at the date of the graph are
    returned.
    """
    folded = fold(word)
    for wanted in filter(None, (folded, folded.removesuffix("s"))):
        named = [each for each in _terms(graph) if wanted in _names(graph, each)]
        named = named or [each for each in _terms(graph) if wanted in _expansions(graph, each)]
        named = named or [each for each in _terms(graph) if _has_words(_names(graph, each), wanted)]
        named = named or [each for each in _terms(graph) if wanted in _plain_words(graph, each)]
        if named:
            return [_entry(graph, each, bearing=True) for each in named]
    also = tuple(_bearers(graph, folded)) if folded else ()
    if not also and folded:
        explained = [each for each in _terms(graph) if _has_words(_explanations(graph, each), folded)]
        if explained:
            return [_entry(graph, each, bearing=True) for each in explained]
    return [Entry("", word.strip(), "", (), also)] if also else []


def terms_in(graph: Graph, texts: Iterable[str]) -> list[Entry]:
    """Return the terms that some texts mention by name, other name or long form, in alphabetical order."""
    words = " ".join(f" {fold(each)} " for each in texts)
    return [
        each
        for each in glossary(graph)
        if any(f" {name} " in words for name in _names(graph, each.id) | _expansions(graph, each.id) if name)
    ]


def nearest_terms(graph: Graph, word: str) -> list[str]:
    """Return the names of the terms most similar to a word, at most three."""
    spelt: dict[str, str] = {}
    for each in _terms(graph):
        for text in (graph.name(each), *_spelt_out(graph, each), *_texts(graph, each, "other_names")):
            spelt.setdefault(text, graph.name(each))
    found = dict.fromkeys(spelt[text] for text in nearest(word, spelt, limit=9, cutoff=45.0))
    return list(found)[:3]


def _terms(graph: Graph) -> list[str]:
    return list(ids_of_kind(graph, "term"))


def _names(graph: Graph, term: str) -> set[str]:
    """Return the names of a term, folded for comparison."""
    return {fold(text) for text in (graph.name(term), *_texts(graph, term, "other_names"))}


def _has_words(names: Iterable[str], wanted: str) -> bool:
    """Return whether one of some names contains the words of a text."""
    return any(f" {wanted} " in f" {name} " for name in names)


def _expansions(graph: Graph, term: str) -> set[str]:
    """Return the long forms of a term, folded."""
    return {fold(text) for text in _spelt_out(graph, term)}


def _plain_words(graph: Graph, term: str) -> set[str]:
    """Return the plain words that people use instead of a term, folded."""
    return {fold(text) for text in graph.entity(term).texts("plain_words")}


def _explanations(graph: Graph, term: str) -> set[str]:
    """Return the texts that explain a term: its summary and its meanings, folded."""
    return {fold(text) for text in (graph.text(term, "summary"), *_texts(graph, term, "meanings"))}


def _texts(graph: Graph, entity_id: str, attribute: str) -> list[str]:
    return [str(claim.value) for claim in graph.entity(entity_id).claims(attribute)]


def _spelt_out(graph: Graph, term: str) -> list[str]:
    spelt = (claim.details.get("expansion") for claim in graph.entity(term).claims("meanings"))
    return [str(each) for each in spelt if each is not None and each not in OPEN]


def _bearers(graph: Graph, folded: str) -> list[str]:
    """Return the ids of entities with a folded text as a name of any time; of documents, also as id or alias."""
    found = graph.once_for_all(bearers_of)(folded)
    return list(dict.fromkeys(each for each, one in found if folded in _called(one)))


def _called(one: Entity) -> Iterator[str]:
    """Yield the folded names of an entity."""
    if KINDS[one.kind].record and one.kind != _DOCUMENT:
        return
    claims = (claim for each in ("name", "other_names") for claim in one.claims(each))
    yield from (fold(str(each.value)) for each in claims)
    if one.kind == _DOCUMENT:
        yield from map(fold, (one.id, *one.texts("aliases")))


def _entry(graph: Graph, term: str, *, bearing: bool = False) -> Entry:
    """Return the glossary entry of a term; `bearing` adds the further entities with the name."""
    every = [_meaning(graph, claim) for claim in graph.entity(term).claims("meanings")]
    meanings = tuple(each for each in every if _in_use(graph, each))
    ends = [each.end_date for each in every if each.end_date is not None and _has_ended(graph, each)]
    named = {bearer for each in every for bearer in each.bearers}
    names = sorted(_names(graph, term)) if bearing else ()
    also = (each for name in names for each in _bearers(graph, name))
    return Entry(
        term,
        graph.name(term),
        graph.text(term, "summary"),
        meanings,
        tuple(each for each in dict.fromkeys(also) if each not in named),
        None if meanings else max(ends, key=lambda each: each.last, default=None),
    )


def _meaning(graph: Graph, claim: Claim) -> Meaning:
    """Return one meaning of a term, with the days of the documents that use it."""
    details = claim.details
    dates = graph.dates_of(claim.evidence)
    by_then = [each for each in dates if graph.at is None or each.first <= graph.at.last]
    bearers = details.get("bearers")
    return Meaning(
        str(claim.value),
        str(details.get("expansion", "")),
        str(details.get("tier", "")),
        min(dates, key=lambda each: (each.first, each.last), default=None),
        max(by_then or dates, key=lambda each: (each.last, each.first), default=None),
        bearers if isinstance(bearers, tuple) else (),
        claim.evidence,
        claim.start_date,
        claim.end_date,
    )


def _in_use(graph: Graph, meaning: Meaning) -> bool:
    """Return whether a meaning is in use at the date: begun or used by a document, and not ended.

    A meaning that had ended before its first document counts at every date up to its end, since its start is
    not stated.
    """
    if graph.at is None:
        return True
    if _has_ended(graph, meaning):
        return False
    begins, end = meaning.start_date or meaning.first, meaning.end_date
    if begins is None or begins.first <= graph.at.last:
        return True
    return meaning.start_date is None and end is not None and end.last < begins.first


def _has_ended(graph: Graph, meaning: Meaning) -> bool:
    end = meaning.end_date
    return graph.at is not None and end is not None and end.last < graph.at.last

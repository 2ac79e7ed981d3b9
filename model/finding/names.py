"""Looks up entities by code, name, other name or acronym, or former name; the first type with a match wins.

Without a match, a leading `NHS` or `the` may differ, and an acronym may stand for its glossary term.

Sources, terms and disagreements are found by id and alias only, so that `ICP` means the body and not its
glossary entry.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from ..facts.claims import first_of, in_period
from ..facts.graph import Graph
from ..facts.stored import bearers_of
from ..format import OPEN
from ..format.dates import Date
from ..format.kinds import RECORDS
from ..format.records import Claim, Entity
from ..format.text import OPENINGS, fold, nearest

CODE, NAME, OTHER_NAME, FORMER_NAME = "code", "name", "other name", "former name"


def look_up(graph: Graph, wanted: str) -> tuple[str, tuple[str, ...]]:
    """Return the type of match, such as `code` or `former name`, and the ids of the entities with that text.

    Both are empty where no entity matches.
    """
    folded = fold(wanted)
    if folded:
        ranks: tuple[tuple[str, Callable[[Graph, str], list[str]]], ...] = (
            (CODE, _by_code),
            (NAME, _by_name),
            (OTHER_NAME, _by_other_name),
            (FORMER_NAME, _by_former_name),
        )
        for rank, look in ranks:
            ids = look(graph, folded)
            if ids:
                return rank, tuple(sorted(ids))
        ids = _by_loose_name(graph, folded)
        if ids:
            return NAME, tuple(sorted(ids))
    return "", ()


def _bearers(graph: Graph, folded: str = "") -> Iterator[tuple[str, Entity]]:
    """Return the entities that can be found by name, or that may have a given folded name."""
    found = graph.once_for_all(bearers_of)(folded) if folded else graph.entities_by_id()
    return ((each, one) for each, one in found if one.kind not in RECORDS)


def texts_of(graph: Graph) -> Iterator[tuple[str, set[str]]]:
    """Yield each entity with its lookup texts, folded: codes, names at any date, and its name in loose form."""
    terms = dict(written_out(graph))
    for entity_id, entity in graph.entities_by_id():
        yield entity_id, names_and_codes(entity) | {loose_name(graph.name(entity_id), terms)}


_NAMING = ("name", "other_names", "identifiers")


def names_and_codes(entity: Entity) -> set[str]:
    """Return the folded codes and names of an entity, at any date, and the id of a document."""
    return set(map(fold, written_names(entity)))


def written_names(entity: Entity) -> list[str]:
    """Return the codes and names of an entity as they are written, at any date, and the id of a document."""
    found: list[str] = []
    values = entity.values
    for attribute in _NAMING:
        if attribute in values:
            value = values[attribute]
            if type(value) is str:  # a shortcut: nearly all names are plain, and no record is made of one
                found.append(value)
            else:
                found += [str(each.value) for each in entity.claims(attribute)]
    if "aliases" in values:
        found += entity.texts("aliases")
    if entity.kind in RECORDS:
        found.append(entity.id)  # the glossary finds a document by its id
    return found


def loose_name(name: str, terms: Mapping[str, str]) -> str:
    """Return the loose form of a name: without `NHS` or `the` at its beginning, and with terms written out."""
    return LOOSE + loose_form(fold(name), terms)


def loose_form(folded: str, terms: Mapping[str, str]) -> str:
    """Return the loose form of a folded name: without `NHS`, `the` or `and`, with acronyms written out."""
    for opening in OPENINGS:
        folded = folded.removeprefix(opening)
    if not terms and "and" not in folded:
        return folded
    return " ".join(terms.get(word, word) for word in folded.split() if word != "and")


def loose_lines(folded: Iterable[bytes]) -> list[bytes]:
    """Return the loose forms of many folded names, each as bytes, with acronyms as they are."""
    return [
        each if b"and" not in each and not each.startswith(_IN_BYTES) else _loose_line(each)
        for each in folded
    ]


def _loose_line(folded: bytes) -> bytes:
    for opening in _IN_BYTES:
        folded = folded.removeprefix(opening)
    return b" ".join([word for word in folded.split() if word != b"and"])


LOOSE = "~"
"""The mark before a loose name: one without `NHS` or `the`, with acronyms written out."""


def _by_code(graph: Graph, folded: str) -> list[str]:
    """Return the entities with a code or alias; where a code was passed on, the one that has it at the date."""
    bearers = [
        (claim, each)
        for each, one in graph.once_for_all(bearers_of)(folded)
        if "identifiers" in one.values
        for claim in one.claims("identifiers")
        if _has_name(claim, folded)
    ]
    aliases = [
        each
        for each, one in graph.once_for_all(bearers_of)(folded)
        if "aliases" in one.values and any(_folds_to(alias, folded) for alias in one.texts("aliases"))
    ]
    if len(bearers) <= 1:
        return [each for _, each in bearers] or aliases
    if graph.at is not None:
        current = [(claim, each) for claim, each in bearers if in_period(claim, graph.at.last)]
        bearers = current or bearers
    newest = max(_start(graph, claim, each) for claim, each in bearers)
    return sorted({each for claim, each in bearers if _start(graph, claim, each) == newest})


def _start(graph: Graph, claim: Claim, entity_id: str) -> date:
    start = claim.start_date or graph.value(entity_id, "start_date")
    day = start if isinstance(start, Date) else first_of(graph, claim.evidence)
    return date.min if day is None else day.first


def _by_name(graph: Graph, folded: str) -> list[str]:
    """Return the entities that have a name at the date."""
    return [each for each, _ in _bearers(graph, folded) if _folds_to(graph.name(each), folded)]


_IN_BYTES = tuple(map(str.encode, OPENINGS))


def _by_loose_name(graph: Graph, folded: str) -> list[str]:
    """Return the entities whose name at the date has the same loose form."""
    terms = dict(written_out(graph))
    wanted = loose_form(folded, terms)
    # the stored loose names are those of the last known state
    found = _bearers(graph, LOOSE + wanted if graph.at is None else "")
    return [each for each, _ in found if loose_form(fold(graph.name(each)), terms) == wanted]


def written_out(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield each glossary term that has one long form, with that form, both folded."""
    for term in graph.entities_of_kind("term"):
        said = {str(claim.details.get("expansion", "")) for claim in term.claims("meanings")}
        full = {fold(each) for each in said if each not in OPEN} - {""}
        if len(full) == 1:
            yield fold(graph.name(term.id)), full.pop()


def _by_other_name(graph: Graph, folded: str) -> list[str]:
    """Return the entities that have a text as acronym, short name or other name."""
    return [
        each
        for each, one in _bearers(graph, folded)
        if "other_names" in one.values
        and any(_is_short_or_other(claim) and _has_name(claim, folded) for claim in one.claims("other_names"))
    ]


def _by_former_name(graph: Graph, folded: str) -> list[str]:
    """Return the entities that had a name at some time."""
    return [
        each
        for each, one in _bearers(graph, folded)
        if any(
            _has_name(claim, folded)
            for attribute in ("name", "other_names")
            for claim in one.claims(attribute)
        )
    ]


def _is_short_or_other(claim: Claim) -> bool:
    return claim.details.get("use") != "former"


def _has_name(claim: Claim, folded: str) -> bool:
    return isinstance(claim.value, str) and _folds_to(claim.value, folded)


def _folds_to(text: str, folded: str) -> bool:
    """Return whether a text equals a folded one when folded itself."""
    # folding all names of the country would be slow; most differ in the first letter already
    first = text[:1]
    if first.isascii() and first.isalnum() and first.lower() != folded[0]:
        return False
    return fold(text) == folded


def most_similar(graph: Graph, wanted: str) -> tuple[str, ...]:
    """Return three entities whose names are like a text.

    Those whose name begins with it come first, else the most similar ones, with present entities before ended
    ones.
    """
    entity_by_name: dict[str, str] = {}
    folded = fold(wanted)
    found = [
        each
        for each, _ in _bearers(graph)
        if folded and f"{fold(graph.name(each))} ".startswith(f"{folded} ")
    ]
    found.sort(key=lambda each: (not graph.shown(each), len(graph.name(each)), each))
    for each, one in _bearers(graph):
        for text in (each, graph.name(each), *(str(claim.value) for claim in one.claims("other_names"))):
            entity_by_name.setdefault(text, each)
    for text in nearest(wanted, entity_by_name, limit=9, cutoff=45.0):
        if entity_by_name[text] not in found:
            found.append(entity_by_name[text])
    return tuple(found[:3])

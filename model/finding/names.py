"""Looks up entities by code, name, other name or acronym and former name, the first of which that fits wins.

Where none fits, a leading `NHS` or `the` may be otherwise, and a term of the glossary may stand for what it means.

Sources, terms and disagreements are found by id and alias only, so that `ICP` means the body and not its glossary entry.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ..facts.claims import first_of, in_period
from ..facts.graph import Graph
from ..facts.statements import bearers_of
from ..format import KINDS, OPEN
from ..format.dates import Date
from ..format.records import Claim, Entity
from ..format.text import fold, nearest

CODE, NAME, OTHER_NAME, FORMER_NAME = "code", "name", "other name", "former name"


def look_up(graph: Graph, wanted: str) -> tuple[str, tuple[str, ...]]:
    """Return what a text is of the entities that it names, and their ids; empty where it names none."""
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
    """Return the entities that can be found by name, all but sources, terms and disagreements; those that may bear a folded one."""
    found = graph.once_for_all(bearers_of)(folded) if folded else graph.entities_by_id()
    return ((each, one) for each, one in found if not KINDS[one.kind].record)


def texts_of(graph: Graph) -> Iterator[tuple[str, set[str]]]:
    """Yield the entities with all that they may be looked up by: codes, names at whatever date, and names without their opening."""
    terms = dict(_written_out(graph))
    for entity_id, entity in graph.entities_by_id():
        claims = (one for each in ("name", "other_names", "identifiers") for one in entity.claims(each))
        found = {fold(each.value) for each in claims if isinstance(each.value, str)}
        found.update(map(fold, entity.texts("aliases")))
        yield entity_id, found | {LOOSE + _loose(fold(graph.name(entity_id)), terms)}


LOOSE = "~"
"""What stands before a name without its opening, its terms written out."""


def _by_code(graph: Graph, folded: str) -> list[str]:
    """Return the entities with a code or alias; where a code has passed on, the one that has it at the date."""
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
    """Return the entities with a name at the date."""
    return [each for each, _ in _bearers(graph, folded) if _folds_to(graph.name(each), folded)]


_OPENINGS = ("nhs ", "the ")


def _by_loose_name(graph: Graph, folded: str) -> list[str]:
    """Return the entities whose name at the date differs by its opening only, or by a term written out."""
    terms = dict(_written_out(graph))
    wanted = _loose(folded, terms)
    # At another date a term may be written otherwise.
    found = _bearers(graph, LOOSE + wanted if graph.at is None else "")
    return [each for each, _ in found if _loose(fold(graph.name(each)), terms) == wanted]


def _written_out(graph: Graph) -> Iterator[tuple[str, str]]:
    """Yield each term of the glossary that is short for one thing, and what for, both folded."""
    for term in graph.entities_of_kind("term"):
        said = {str(claim.details.get("expansion", "")) for claim in term.claims("meanings")}
        full = {fold(each) for each in said if each not in OPEN} - {""}
        if len(full) == 1:
            yield fold(graph.name(term.id)), full.pop()


def _loose(folded: str, terms: Mapping[str, str]) -> str:
    """Return a folded name without its opening and its `and`, its acronyms written out."""
    for opening in _OPENINGS:
        folded = folded.removeprefix(opening)
    return " ".join(terms.get(word, word) for word in folded.split() if word != "and")


def _by_other_name(graph: Graph, folded: str) -> list[str]:
    """Return the entities with an acronym, short or other name."""
    return [
        each
        for each, one in _bearers(graph, folded)
        if "other_names" in one.values
        and any(_is_short_or_other(claim) and _has_name(claim, folded) for claim in one.claims("other_names"))
    ]


def _by_former_name(graph: Graph, folded: str) -> list[str]:
    """Return the entities that ever had a name."""
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
    """Return whether a text, once folded, is the same as a folded one."""
    # Folding every name of the country for one look-up would be slow: most differ in the first letter already.
    first = text[:1]
    if first.isascii() and first.isalnum() and first.lower() != folded[0]:
        return False
    return fold(text) == folded


def most_similar(graph: Graph, wanted: str) -> tuple[str, ...]:
    """Return three entities: those whose name begins with the text, what stands before what has ended, else the most similar."""
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

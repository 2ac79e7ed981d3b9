"""From what a person typed to the entity meant: the first rank that fits wins.

The ranks are id; code; name; other name or acronym; former name. Case, accents and punctuation are ignored.
Sources, terms and disagreements are found by their id and aliases only, so that `ICP` means its bearers and not its glossary entry.
"""

from collections.abc import Callable, Iterator
from datetime import date

import attrs

from ..facts.claims import first_of, in_period
from ..facts.graph import Graph
from ..format import KINDS
from ..format.dates import Date
from ..format.records import Claim, Entity
from ..format.text import fold, nearest

ID, CODE, NAME, OTHER_NAME, FORMER_NAME = "id", "code", "name", "other name", "former name"


@attrs.frozen
class Found:
    """What a text may mean.

    Attributes:
        ids: The entities it names: one when it is clear, several when it is not, none when nothing fits.
        rank: The rank that fitted; empty when none did.
        nearest: Up to three ids whose names are nearest, when nothing fits.
    """

    ids: tuple[str, ...]
    rank: str = ""
    nearest: tuple[str, ...] = ()


def find(graph: Graph, node: str) -> Found:
    """Return what a text names in a graph at its date; entities that have ended are found too."""
    wanted = node.strip()
    if wanted.lower() in graph:
        return Found((wanted.lower(),), ID)
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
                return Found(tuple(sorted(ids)), rank)
    return Found((), nearest=_nearest(graph, wanted))


def _bearers(graph: Graph) -> Iterator[tuple[str, Entity]]:
    return ((each, one) for each, one in graph.entities_by_id() if not KINDS[one.kind].record)


def _by_code(graph: Graph, folded: str) -> list[str]:
    bearers = [
        (claim, each)
        for each, one in graph.entities_by_id()
        if "identifiers" in one.values
        for claim in one.claims("identifiers")
        if _is(claim, folded)
    ]
    aliases = [
        each
        for each, one in graph.entities_by_id()
        if "aliases" in one.values and any(_reads(alias, folded) for alias in one.texts("aliases"))
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
    return [each for each, _ in _bearers(graph) if _reads(graph.name(each), folded)]


def _by_other_name(graph: Graph, folded: str) -> list[str]:
    return [
        each
        for each, one in _bearers(graph)
        if "other_names" in one.values
        and any(_other(claim) and _is(claim, folded) for claim in one.claims("other_names"))
    ]


def _by_former_name(graph: Graph, folded: str) -> list[str]:
    return [
        each
        for each, one in _bearers(graph)
        if any(_is(claim, folded) for attribute in ("name", "other_names") for claim in one.claims(attribute))
    ]


def _other(claim: Claim) -> bool:
    return claim.details.get("use") != "former"


def _is(claim: Claim, folded: str) -> bool:
    return isinstance(claim.value, str) and _reads(claim.value, folded)


def _reads(text: str, folded: str) -> bool:
    """Whether a text is the same when folded; few begin with the same letter, and only these are folded."""
    first = text[:1]
    if first.isascii() and first.isalnum() and first.lower() != folded[0]:
        return False
    return fold(text) == folded


def _nearest(graph: Graph, wanted: str) -> tuple[str, ...]:
    spelt: dict[str, str] = {}
    for each, one in _bearers(graph):
        for text in (each, graph.name(each), *(str(claim.value) for claim in one.claims("other_names"))):
            spelt.setdefault(text, each)
    found: list[str] = []
    for text in nearest(wanted, spelt, limit=9, cutoff=45.0):
        if spelt[text] not in found:
            found.append(spelt[text])
    return tuple(found[:3])

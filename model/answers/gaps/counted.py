"""The gaps of a model in numbers: how many there are, and what each entity lacks; a gap is made only where it is listed.

A large model has tens of thousands of gaps, of which a line names only the code, and a page lists a few hundred. Those of the
last known state are kept in the cache as lists of entities: one for each set of facts that entities lack.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from ...facts.entity_lists import EntityLists, FoundLists, entity_lists
from ...facts.graph import Graph
from ...facts.stored import stored_arrays
from ...structure.order import by_kind
from . import FINDERS, HEADINGS, Gap, alike_in_order, gaps, in_order, likely, questions
from .gap import SILENCES, silence_of
from .missing import ASKED

KEPT_GAPS = "gaps"
"""The name of the lists in the cache: by number, from 0 on, the entities that lack the same facts, which the words name.

By entity they have the other entities at which gaps of one were found.
"""

_BODIES = -1
"""The number of a further list: all entities that lack a fact, in reading order."""

_OF_CODE = {code: -2 - place for place, code in enumerate(ASKED)}
"""By the code of a question or disagreement, the number of the list that has its entities."""

Lacks = tuple[tuple[str, str], ...]
"""What no document says of an entity, in order: the code of each gap, such as `quorum`, and which of `SILENCES` its note begins with."""


class CountedGaps(Protocol):
    """The gaps of a model, or of a part of it, in numbers."""

    def __len__(self) -> int:
        """Return how many gaps there are."""

    @property
    def bodies(self) -> Sequence[str]:
        """The entities that lack a fact, in reading order; without questions and disagreements."""

    def lacks(self, bodies: Iterable[str]) -> Iterable[Lacks]:
        """Return what each of some entities lacks."""

    def of_bodies(self, bodies: Sequence[str]) -> Iterable[Sequence[Gap]]:
        """Return the missing facts of each of some entities."""

    def asked(self, code: str, most: int | None) -> tuple[int, Sequence[Gap]]:
        """Return how many questions or disagreements there are, and the first of them, or all if `most` is `None`."""


def counted_gaps(graph: Graph) -> CountedGaps:
    """Return all gaps at the date of the graph in numbers; those of the last known state from the cache, if there is one."""
    if graph.at is None and stored_arrays(graph) is not None:
        return KeptGaps(graph)
    return ListedGaps(graph, gaps(graph))


def gaps_by_body(graph: Graph, found: Iterable[Gap]) -> dict[str, list[Gap]]:
    """Return the missing facts by entity, without questions and disagreements, in reading order."""
    by_id: dict[str, list[Gap]] = {}
    for gap in found:
        if gap.code not in ASKED:
            by_id.setdefault(gap.id, []).append(gap)
    return {each: by_id[each] for each in by_kind(graph, by_id)}


def lacks_of(found: Iterable[Gap]) -> Lacks:
    """Return the facts that the gaps of an entity say are lacking."""
    return tuple([(each.code, silence_of(each.note)) for each in found])


class ListedGaps:
    """Gaps that were all made."""

    def __init__(self, graph: Graph, found: Sequence[Gap]) -> None:
        self._found = found
        self._by_body = gaps_by_body(graph, found)
        self.bodies: Sequence[str] = list(self._by_body)

    def __len__(self) -> int:
        return len(self._found)

    def lacks(self, bodies: Iterable[str]) -> Iterable[Lacks]:
        return (lacks_of(self._by_body[each]) for each in bodies)

    def of_bodies(self, bodies: Sequence[str]) -> Iterable[Sequence[Gap]]:
        return (self._by_body[each] for each in bodies)

    def asked(self, code: str, most: int | None) -> tuple[int, Sequence[Gap]]:
        found = [each for each in self._found if each.code == code]
        return len(found), found[:most]


class KeptGaps:
    """The gaps of the last known state, from the cache; found and stored when they are first asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._lists = _lists(graph)
        self._facts = list(map(_facts_in, self._lists.words))

    def __len__(self) -> int:
        of_code = sum(len(self._lists.of(number)) for number in _OF_CODE.values())
        facts = (len(each) * len(self._lists.of(number)) for number, each in enumerate(self._facts))
        return of_code + sum(facts)

    @property
    def bodies(self) -> Sequence[str]:
        return self._lists.of(_BODIES)

    def lacks(self, bodies: Iterable[str]) -> Iterable[Lacks]:
        found: dict[str, Lacks] = {}
        for number, each in enumerate(self._facts):
            found.update(dict.fromkeys(self._lists.of(number)[:], each))
        return map(found.__getitem__, bodies)

    def of_bodies(self, bodies: Sequence[str]) -> Iterable[Sequence[Gap]]:
        places = dict.fromkeys(chain(bodies, *map(self._lists.of_entity, bodies)))
        by_code: dict[str, dict[str, list[Gap]]] = {each: {} for each in bodies}
        for gap in _found_at(self._graph, list(places)):
            if gap.id in by_code and gap.code not in ASKED:
                by_code[gap.id].setdefault(gap.code, []).append(gap)
        for each in bodies:
            of_body = by_code[each]
            yield [gap for code in HEADINGS if code in of_body for gap in alike_in_order(of_body[code])]

    def asked(self, code: str, most: int | None) -> tuple[int, Sequence[Gap]]:
        every = self._lists.of(_OF_CODE[code])
        ids = dict.fromkeys(every[:most])
        found: dict[str, list[Gap]] = {each: [] for each in ids}
        # that they are in the trees was seen when they were kept
        for gap in questions.find(self._graph, ids):
            if gap.code == code:
                found[gap.id].append(gap)
        return len(every), [gap for each in ids for gap in alike_in_order(found[each])][:most]


def _found_at(graph: Graph, ids: Sequence[str]) -> Iterator[Gap]:
    """Yield the gaps that are found at some entities, which may be few."""
    for finder in FINDERS:
        yield from finder.find(graph, filter(graph.shown, finder.may_have(graph, ids)))


def _lists(graph: Graph) -> EntityLists:
    """Return the lists of the gaps in the last known state of a model; found once."""
    return entity_lists(graph, KEPT_GAPS, lambda: _find_lists(graph))


def _find_lists(graph: Graph) -> FoundLists:
    found_at: dict[str, dict[str, None]] = {}
    found = list(in_order(graph, _noting(graph, found_at)))
    lists = {number: [each.id for each in found if each.code == code] for code, number in _OF_CODE.items()}
    by_body = gaps_by_body(graph, found)
    lists[_BODIES] = list(by_body)
    alike: dict[Lacks, list[str]] = {}
    for each, missing in by_body.items():
        alike.setdefault(lacks_of(missing), []).append(each)
    lists.update(enumerate(alike.values()))
    return FoundLists(lists, list(map(_words, alike)), {each: list(at) for each, at in found_at.items()})


def _noting(graph: Graph, found_at: dict[str, dict[str, None]]) -> Iterator[Gap]:
    """Yield all gaps, and note for each entity at which others its gaps were found."""
    at = ""

    def taken(ids: Iterable[str]) -> Iterator[str]:
        nonlocal at
        for each in ids:
            at = each
            yield each

    for finder in FINDERS:
        for gap in finder.find(graph, taken(likely(graph, finder, graph))):
            if gap.id != at:
                found_at.setdefault(gap.id, {})[at] = None
            yield gap


def _words(lacks: Lacks) -> str:
    """Return codes of gaps and the places of their notes in `SILENCES` as one text, such as `quorum 0, meets 2`."""
    return ", ".join(f"{code} {SILENCES.index(silence)}" for code, silence in lacks)


def _facts_in(words: str) -> Lacks:
    """Return the facts in a text that `_words` made."""
    pairs = (each.split(" ") for each in words.split(", "))
    return tuple((code, SILENCES[int(number)]) for code, number in pairs)

"""The test of each filter: which entities match `kind:workstream` or `status:planned`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from types import MappingProxyType

from ...facts.evidence import evidence_of
from ...facts.functions import IN_HAND
from ...facts.graph import IN, Graph
from ...facts.holding import PLANNED as TO_COME
from ...facts.holding import state_with_subject
from ...facts.standing import ENDED, PLANNED
from ...format import COMMON, KINDS, OPEN, TIERS
from ...format.plain_dates import read_date
from ...format.records import Entity, Evidence
from ...format.text import fold, nearest
from ...structure.membership import MEMBERSHIP, counts_as_member
from ...structure.placing import tier_of
from ...structure.seats import ways_to_seats
from ..naming import find
from ..query import Filter, QueryError
from ..ranking.containment import Containment
from ..ranking.senses import Senses, all_words
from ..words.bits import numbers_of
from ..words.texts import OTHER

Test = Callable[[str], bool]
"""A function that says of an entity's id whether the entity matches."""

STATUSES = (*next(key.choices for key in COMMON if key.name == "status"), "ended", *OPEN)
"""The values of `status:`."""

_LISTED = 12
"""How many sources an error about a source names."""


def test_of(asked: Filter, senses: Senses, containment: Containment) -> Test:
    """Return the function that says whether an entity matches a filter.

    Raises:
        QueryError: The value does not exist; the hint says which do.
    """
    return _TESTS[asked.name](asked.value, senses, containment)


def _kind(value: str, senses: Senses, containment: Containment) -> Test:  # noqa: ARG001 - all are called alike
    names = {word: kind.name for kind in KINDS.values() for word in (kind.name, fold(kind.plural))}
    wanted = _choice("kind", value, names, KINDS)
    kind_of = senses.corpus.graph.kind
    return lambda each: kind_of(each) == wanted


def _tier(value: str, senses: Senses, containment: Containment) -> Test:  # noqa: ARG001
    wanted = _choice("tier", value, {tier: tier for tier in TIERS}, TIERS)
    graph = senses.corpus.graph
    return lambda each: tier_of(graph, each) == wanted


def _status(value: str, senses: Senses, containment: Containment) -> Test:  # noqa: ARG001
    wanted = _choice("status", value, {fold(word): word for word in STATUSES}, STATUSES)
    graph = senses.corpus.graph
    state = {"planned": PLANNED, "closed": ENDED, "ended": ENDED}.get(wanted)

    def fits(each: str) -> bool:
        return (
            graph.value(each, "status") == wanted
            or (state is not None and graph.standing(each).state == state)
            or (state == PLANNED and _is_to_be_given(graph, each))
        )

    return fits


def _is_to_be_given(graph: Graph, entity_id: str) -> bool:
    """Return whether a delegation to an entity, or the entity's role in a function by delegation, is only planned."""
    given = graph.relations(entity_id, "delegates_to", IN)
    held = graph.relations(entity_id, IN_HAND, "out")
    return any(state_with_subject(graph, each)[0] == TO_COME for each in (*given, *held))


def _choice(name: str, value: str, words: Mapping[str, str], allowed: Iterable[str]) -> str:
    found = words.get(fold(value))
    if found is None:
        listed = ", ".join(f"`{word}`" for word in allowed)
        near = nearest(fold(value), words)
        meant = f"did you mean `{words[near[0]]}`? " if near else ""
        raise QueryError(f"`{name}:` cannot be `{value}`", f"{meant}it is one of {listed}")
    return found


def _in(value: str, senses: Senses, containment: Containment) -> Test:
    numbers = senses.corpus.names.numbers
    wholes = senses.corpus.names.named_by(value)
    if not wholes:
        near = find(senses.corpus.graph, value).nearest
        meant = " or ".join(f"`{each}`" for each in near)
        raise QueryError(
            f"`in:` names `{value}`, and nothing has that name", f"did you mean {meant}?" if meant else ""
        )
    inside = reduce(or_, (containment.below(each) for each in wholes))
    return lambda each: bool(inside >> numbers[each] & 1)


def _source(value: str, senses: Senses, containment: Containment) -> Test:  # noqa: ARG001
    graph = senses.corpus.graph
    sources = {each.id: each for each in graph.entities_of_kind("source")}
    wanted = {
        each
        for each, entity in sources.items()
        if fold(value) in {fold(each), *map(fold, entity.texts("aliases"))}
    }
    if not wanted:
        raise _no_source(value, sources)
    return lambda each: any(
        citation.source in wanted for evidence in _evidence(graph, each) for citation in evidence.citations
    )


def _no_source(value: str, ids: Iterable[str]) -> QueryError:
    """Return the error for a value that is no source; it names the sources by id, of many the first."""
    known = sorted(ids)
    near = nearest(fold(value), known)
    meant = f"did you mean `{near[0]}`? " if near else ""
    listed = ", ".join(f"`{each}`" for each in known[:_LISTED])
    more = f" and {len(known) - _LISTED:,} more" if len(known) > _LISTED else ""
    return QueryError(f"`source:` cannot be `{value}`", f"{meant}it is one of {listed}{more}")


def _evidence(graph: Graph, entity_id: str) -> Iterator[Evidence]:
    yield from evidence_of(graph, entity_id)
    yield from (relation.evidence for relation in graph.incoming(entity_id))


def _member(value: str, senses: Senses, containment: Containment) -> Test:  # noqa: ARG001
    graph, names = senses.corpus.graph, senses.corpus.names
    members = set(names.named_by(value))
    # the value is a word of the names of members
    if not any(True for each in members for _ in ways_to_seats(graph, each)):
        words = [sense for word in value.split() if (sense := senses.of_written(word)) is not None]
        members |= (
            {names.ids[number] for number in numbers_of(all_words(words).own[OTHER])} if words else set()
        )
    if not members:
        raise QueryError(f"`member:` names `{value}`, and nobody is called so")
    through = {
        seat.object
        for member in members
        for _, seats in ways_to_seats(graph, member)
        for seat in seats
        if counts_as_member(seat) and seat.object != member
    }
    return lambda each: (
        each in through
        or any(
            one.subject in members and counts_as_member(one) for one in graph.relations(each, MEMBERSHIP, IN)
        )
    )


def _about(kinds: frozenset[str]) -> Callable[[Graph, Entity], bool]:
    def has(graph: Graph, entity: Entity) -> bool:
        about = (each for each in graph.incoming(entity.id) if each.kind == "about")
        return any(graph.kind(each.subject) in kinds for each in about)

    return has


def _unknown(graph: Graph, entity: Entity) -> bool:
    if any(graph.value(entity.id, attribute) in OPEN for attribute in entity.values):
        return True
    return any(each.object in OPEN or each.subject in OPEN for each in graph.relations(entity.id))


_ASKED, _DISPUTED = _about(frozenset(("issue",))), _about(frozenset(("disagreement",)))

HAVING: Mapping[str, Callable[[Graph, Entity], bool]] = MappingProxyType(
    {
        "gap": lambda graph, entity: _ASKED(graph, entity) or _unknown(graph, entity),
        "question": _ASKED,
        "disagreement": _DISPUTED,
        "unknown": _unknown,
        "member": lambda graph, entity: any(
            each.subject in graph and counts_as_member(each)
            for each in graph.relations(entity.id, MEMBERSHIP, IN)
        ),
        "code": lambda _, entity: bool(entity.claims("identifiers")),
        "summary": lambda _, entity: bool(entity.claims("summary")),
    }
)
"""The values of `has:`, each with its test."""


def _has(value: str, senses: Senses, containment: Containment) -> Test:  # noqa: ARG001
    words = {**{word: word for word in HAVING}, **{f"{word}s": word for word in HAVING}}
    wanted = HAVING[_choice("has", value, words, HAVING)]
    graph = senses.corpus.graph
    return lambda each: wanted(graph, graph.entity(each))


def _as_of(value: str, senses: Senses, containment: Containment) -> Test:  # noqa: ARG001
    try:
        day = read_date(value)
    except ValueError as error:
        raise QueryError(f"`as-of:` cannot be `{value}`", str(error)) from None
    return senses.corpus.graph.as_of(day).shown


_TESTS: Mapping[str, Callable[[str, Senses, Containment], Test]] = MappingProxyType(
    {
        "kind": _kind,
        "tier": _tier,
        "in": _in,
        "status": _status,
        "source": _source,
        "member": _member,
        "has": _has,
        "as-of": _as_of,
    }
)

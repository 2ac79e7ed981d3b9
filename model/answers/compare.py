"""`tiers compare`: what two places, or one place at two dates, have in common and where they differ."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from ..facts.disputes import undecided
from ..facts.evidence import evidence_span
from ..facts.graph import Graph
from ..facts.holding import PLANNED, state_of
from ..facts.vacant import stated_word
from ..format import KINDS, OPEN, RELATIONS, every_key
from ..format.groups import COMPARED
from ..format.kinds import heading
from ..format.records import Claim, Relation, Value
from ..format.text import fold
from ..structure.layers import ordered_layers
from ..structure.membership import (
    ATTENDANCES,
    MEMBERSHIP,
    Attendance,
    attendance_of,
    counts_as_member,
    names_nobody,
    seat_words,
)
from ..structure.order import by_sibling
from ..structure.placing import below, tier_of

_FACTS = tuple(name for name, key in every_key().items() if key.compared)
_MEMBERS = "Members: "
_RELATIONS = tuple((name, kind.out) for name, kind in RELATIONS.items() if kind.compared)


@attrs.frozen(repr=False)
class Fact:
    """One compared attribute, with its value for the first and for the second entity.

    Attributes:
        label: The attribute in words.
        one: The value of the first entity; `None` where it is not recorded.
        other: The value of the second entity.
        inferred: For each of the two, whether the value is our reading.
        undecided: For each of the two, whether documents disagree about the value and no side is followed.
    """

    label: str
    one: Value
    other: Value
    inferred: tuple[bool, bool] = (False, False)
    undecided: tuple[bool, bool] = (False, False)

    @property
    def same(self) -> bool:
        """Whether both values are equal; two values that are not stated or undecided do not count as equal."""
        return self.one == self.other and self.one not in {None, *OPEN} and not any(self.undecided)


Seats = Mapping[str, Sequence[Relation]]
_NO_SEATS: Seats = MappingProxyType({})
_SEAT_DETAILS = ("capacity", "role", "voting", "seats")
"""The details in which seats are compared."""


def _seat_details(seats: Sequence[Relation]) -> list[tuple[object, ...]]:
    """Return the compared details of some seats, sorted, so that two lists of seats can be compared."""
    told = [
        (*(each.details.get(name) for name in _SEAT_DETAILS), str(each.expected_date or "")) for each in seats
    ]
    return sorted(told, key=str)


@attrs.frozen(repr=False)
class Section:
    """The members, services or other entities of one type that two entities have.

    Attributes:
        title: The heading.
        both: Pairs of ids that both have: the same entity twice, or two entities with the same name.
        one: The ids that only the first entity has.
        other: The ids that only the second entity has.
        inferred: For each of the two, the ids that are inferred, or listed here by an inferred relation.
        seats: For each of the two, the seats of the listed members, by id; empty in other sections.
    """

    title: str
    both: tuple[tuple[str, str], ...]
    one: tuple[str, ...]
    other: tuple[str, ...]
    inferred: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    seats: tuple[Seats, Seats] = attrs.field(default=(_NO_SEATS, _NO_SEATS), eq=False)

    @property
    def differs(self) -> bool:
        """Whether only one of the two has some entry, or a shared member sits differently in the two."""
        return bool(self.one or self.other) or any(self.seats_differ(*each) for each in self.both)

    def seats_differ(self, one: str, other: str) -> bool:
        """Whether a shared member has another capacity or vote in the two, or a seat only planned in one."""
        return _seat_details(self.seats[0].get(one, ())) != _seat_details(self.seats[1].get(other, ()))


@attrs.frozen(repr=False)
class Comparison:
    """The answer of `tiers compare`: two entities side by side.

    Attributes:
        facts: The compared attributes.
        sections: Layers, members by kind, who attends, and descendants by kind; sections without entries are left out.
    """

    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]


def compare(one: Graph, one_id: str, other: Graph, other_id: str) -> Comparison:
    """Return the comparison of two entities, each at the date of its graph.

    For two different places, members and descendants count as the same when they have the same kind and name.
    Planned ones count too; their standing says that they are planned.
    """
    sections = (
        Section(
            title,
            *_paired(one, mine, other, theirs),
            (frozenset(_readings(one, one_id, mine)), frozenset(_readings(other, other_id, theirs))),
            (_seats(one, one_id, title, mine), _seats(other, other_id, title, theirs)),
        )
        for title, mine, theirs in _lists(one, one_id, other, other_id)
        if mine or theirs
    )
    return Comparison(tuple(_facts(one, one_id, other, other_id)), tuple(sections))


def _facts(one: Graph, one_id: str, other: Graph, other_id: str) -> Iterator[Fact]:
    """Yield the facts to compare: tier, attributes, relations, and seats whose holder is not named."""
    yield Fact("tier", tier_of(one, one_id), tier_of(other, other_id))
    documented = evidence_span(one, one_id).last, evidence_span(other, other_id).last
    if documented != (None, None):
        yield Fact("last documented", *documented)
    for attribute in _FACTS:
        values = one.value(one_id, attribute), other.value(other_id, attribute)
        if values != (None, None):
            claims = one.claim(one_id, attribute), other.claim(other_id, attribute)
            yield Fact(
                attribute.replace("_", " "),
                *values,
                inferred=(_is_read(claims[0]), _is_read(claims[1])),
                undecided=(
                    bool(undecided(one, one_id, attribute)),
                    bool(undecided(other, other_id, attribute)),
                ),
            )
    for kind, reading in _RELATIONS:
        yield Fact(
            reading,
            _names(one, one_id, kind),
            _names(other, other_id, kind),
            inferred=(_is_all_read(one, one_id, kind), _is_all_read(other, other_id, kind)),
            undecided=(bool(undecided(one, one_id, kind)), bool(undecided(other, other_id, kind))),
        )

    unnamed = _unnamed(one, one_id), _unnamed(other, other_id)
    if any(unnamed):
        mine, theirs = ("; ".join(each) or None for each in unnamed)
        yield Fact("seats that name nobody", mine, theirs)


def _unnamed(graph: Graph, entity_id: str) -> list[str]:
    """Return the seats on an entity whose holder is not named, by what they are: `lay member (not stated)`."""
    found = (each for each in graph.relations(entity_id, MEMBERSHIP, "in") if names_nobody(each))
    return sorted(f"{seat_words(each)} ({stated_word(graph, each.subject, each.evidence)})" for each in found)


def _is_read(claim: Claim | None) -> bool:
    return claim is not None and claim.evidence.inferred


def _is_all_read(graph: Graph, entity_id: str, kind: str) -> bool:
    found = graph.relations(entity_id, kind, "out")
    return bool(found) and all(each.evidence.inferred for each in found)


def _readings(graph: Graph, entity_id: str, ids: Iterable[str]) -> Iterator[str]:
    """Yield the ids that are our reading: the entity is inferred, or all its relations to the other are."""
    for each in ids:
        ties = [one for one in graph.relations(each, None, "out") if one.object == entity_id]
        if graph.entity(each).evidence.inferred or (ties and all(one.evidence.inferred for one in ties)):
            yield each


def _names(graph: Graph, entity_id: str, kind: str) -> Value:
    """Return the names of the entities that one kind of relation leads to, joined with commas.

    A name that is only planned is marked so. Where no entity is named, the first word such as `not_stated` is
    returned; `None` without any relation.
    """
    found = {each.object: state_of(graph, each)[0] for each in graph.relations(entity_id, kind, "out")}
    known = by_sibling(graph, (each for each in found if each in graph))
    names = (
        f"{graph.name(each)} (planned)" if found[each] == PLANNED else graph.name(each) for each in known
    )
    return ", ".join(names) or next(iter(found), None)


def _seats(graph: Graph, entity_id: str, title: str, ids: Iterable[str]) -> Seats:
    """Return the seats of some entities in a section of members or attendees, by id; empty for other sections."""
    heading_of = {each.heading: each for each in ATTENDANCES.values()}
    if title not in heading_of and not title.startswith(_MEMBERS):
        return _NO_SEATS
    wanted, found = set(ids), dict[str, list[Relation]]()
    for each in graph.relations(entity_id, MEMBERSHIP, "in"):
        if each.subject in wanted and attendance_of(each) is heading_of.get(title):
            found.setdefault(each.subject, []).append(each)
    return found


def _lists(
    one: Graph, one_id: str, other: Graph, other_id: str
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield the heading of each section, with the ids that the one and the other entity have for it."""
    gatherers: tuple[tuple[str, Callable[[Graph, str], Iterable[str]]], ...] = (
        ("Decision-making layers", ordered_layers),
        *((f"{_MEMBERS}{KINDS[kind].plural}", _members(kind)) for kind in KINDS),
        *((each.heading, _attending(each)) for each in ATTENDANCES.values()),
        *((heading(kind), _inside(kind)) for kind in COMPARED),
    )
    for title, gather in gatherers:
        yield title, by_sibling(one, gather(one, one_id)), by_sibling(other, gather(other, other_id))


def _members(kind: str) -> Callable[[Graph, str], Iterable[str]]:
    """Return a function that gives the members of one kind that an entity has."""
    return lambda graph, entity_id: (
        each.subject
        for each in graph.relations(entity_id, MEMBERSHIP, "in")
        if graph.kind(each.subject) == kind and graph.shown(each.subject) and counts_as_member(each)
    )


def _attending(attendance: Attendance) -> Callable[[Graph, str], Iterable[str]]:
    return lambda graph, entity_id: (
        each.subject
        for each in graph.relations(entity_id, MEMBERSHIP, "in")
        if graph.shown(each.subject) and attendance_of(each) is attendance
    )


def _inside(kind: str) -> Callable[[Graph, str], Iterable[str]]:
    """Return a function that gives the descendants of one kind that an entity has."""

    def gather(graph: Graph, entity_id: str) -> Iterable[str]:
        inside = below(graph, entity_id)
        return (
            each for each in inside if graph.kind(each) == kind and each != entity_id and graph.shown(each)
        )

    return gather


def _paired(
    one: Graph, mine: list[str], other: Graph, theirs: list[str]
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[str, ...]]:
    """Return the pairs of ids that both have, then the ids that only the first has, then those of the second."""
    named: Mapping[str, str] = {fold(other.name(each)): each for each in reversed(theirs)}
    there = set(theirs)
    pairs: list[tuple[str, str]] = []
    for each in mine:
        like = each if each in there else named.get(fold(one.name(each)))
        if like is not None and like in there:
            pairs.append((each, like))
            there.discard(like)
    taken = {each for each, _ in pairs}
    return (
        tuple(pairs),
        tuple(each for each in mine if each not in taken),
        tuple(each for each in theirs if each in there),
    )

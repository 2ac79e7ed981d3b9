"""`tiers compare`: what two places, or one place at two dates, have in common and where they differ."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from ..facts.graph import Graph
from ..facts.posts import holders_of
from ..format import KINDS
from ..format.groups import COMPARED
from ..format.kinds import heading
from ..format.records import Relation
from ..format.text import fold
from ..structure.inside import below
from ..structure.layers import ordered_layers
from ..structure.membership import (
    ATTENDANCES,
    MEMBERSHIP,
    Attendance,
    attendance_of,
    counts_as_member,
)
from ..structure.order import by_sibling
from .compared import Fact, facts, term_key

__all__ = ["Comparison", "Fact", "Section", "compare"]

_MEMBERS = "Members: "
Seats = Mapping[str, Sequence[Relation]]
_NO_SEATS: Seats = MappingProxyType({})


@attrs.frozen(repr=False)
class Section:
    """The members, services or other entities of one type that two entities have.

    Attributes:
        title: The heading.
        both: The ids that both have, as pairs: the same entity, or two with the same name.
        one: The ids that only the first entity has.
        other: The ids that only the second entity has.
        inferred: The ids of the first entity, and of the second, that are inferred or listed here by an
            inferred relation.
        seats: The seats by which a member is listed, by its id, for the first entity and the second; other
            sections have none.
        sat: What `show` says of these seats at the date, by id: capacity, role, vote, days, a term that ran
            out, who holds the post.
    """

    title: str
    both: tuple[tuple[str, str], ...]
    one: tuple[str, ...]
    other: tuple[str, ...]
    inferred: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    seats: tuple[Seats, Seats] = attrs.field(default=(_NO_SEATS, _NO_SEATS), eq=False)
    sat: tuple[Mapping[str, object], Mapping[str, object]] = attrs.field(default=({}, {}), eq=False)

    @property
    def differs(self) -> bool:
        """Whether only one of the two has some entry, or a shared member sits differently in the two."""
        return bool(self.one or self.other) or any(self.seats_differ(*each) for each in self.both)

    def seats_differ(self, one: str, other: str) -> bool:
        """Whether the two of a pair sit or vote in different capacities, or one of them is only planned."""
        return self.sat[0].get(one) != self.sat[1].get(other)


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
    sections = [
        _section(one, one_id, other, other_id, each)
        for each in _lists(one, one_id, other, other_id)
        if each[1] or each[2]
    ]
    listed = [frozenset(each for section in sections for each in _on_side(section, side)) for side in (0, 1)]
    found = facts(one, one_id, other, other_id, (listed[0], listed[1]))
    return Comparison(tuple(found), tuple(sections))


def _section(
    one: Graph, one_id: str, other: Graph, other_id: str, list_: tuple[str, list[str], list[str]]
) -> Section:
    title, mine, theirs = list_
    seats = _seats(one, one_id, title, mine), _seats(other, other_id, title, theirs)
    return Section(
        title,
        *_paired(one, mine, other, theirs),
        (frozenset(_readings(one, one_id, mine)), frozenset(_readings(other, other_id, theirs))),
        seats,
        (_seat_details(one, seats[0]), _seat_details(other, seats[1])),
    )


def _on_side(section: Section, side: int) -> Iterator[str]:
    """Yield the ids of a section that the first entity (side 0) or the second (side 1) has."""
    yield from (section.one, section.other)[side]
    yield from (each[side] for each in section.both)


def _seat_details(graph: Graph, seats: Seats) -> Mapping[str, object]:
    """Return by id the details that distinguish seats, in a fixed order, and who holds the post that has the seat."""
    return {
        each: (
            sorted((term_key(graph, seat) for seat in of_one), key=str),
            sorted(graph.name(holder) for holder in holders_of(graph, each, graph.at)),
        )
        for each, of_one in seats.items()
    }


def _readings(graph: Graph, entity_id: str, ids: Iterable[str]) -> Iterator[str]:
    """Yield the ids that are our reading: the entity is inferred, or all its relations to the other are."""
    for each in ids:
        ties = [one for one in graph.relations(each, None, "out") if one.object == entity_id]
        if graph.entity(each).evidence.inferred or (ties and all(one.evidence.inferred for one in ties)):
            yield each


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

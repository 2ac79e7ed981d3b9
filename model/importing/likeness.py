"""How surely a row of a sheet is a seat that is already in the model, in whatever form."""

from collections.abc import Collection, Iterator, Mapping

import attrs

from ..facts.graph import Graph
from ..format import NONE, RELATIONS
from ..format.details import ONLY_ONE
from ..format.keys import NOBODY
from ..format.text import fold
from .cells import Value, split_role
from .seat import ORDER, Seat
from .written import WrittenSeat, ids_of

NO, POSSIBLE, SURE, SAME = range(4)
"""The row is another seat; it may be this one; it is this one in another form; it names the holder of this one."""

_ALONE = frozenset((*RELATIONS["holds"].subjects, *RELATIONS["holds"].objects))
"""The kinds that have a single seat on a body."""

_OTHER = 3
"""The number of differences from which a seat without a holder is another one; role and capacity count as three each."""


@attrs.frozen(eq=False)
class Known:
    """A seat that is already written, with what the model says about its holder.

    Attributes:
        written: The seat.
        kind: The kind of the holder; empty if there is a word such as `not_stated` instead.
        people: The person who has the seat, or who holds the post that has it.
        homes: The possible organisations of the seat: its own, that of the post, the represented and the
            nominating one.
        titles: The role, and the names of the post, as `title_of` returns them.
        capacity: The capacity; empty for none.
        seats: How many equal seats it stands for.
        of_body: Whether a post of the body itself has it, such as that of its chair.
    """

    written: WrittenSeat
    kind: str
    people: frozenset[str]
    homes: frozenset[str]
    titles: frozenset[str]
    capacity: str
    seats: int
    of_body: bool

    @classmethod
    def of(cls, written: WrittenSeat, graph: Graph) -> "Known":
        """Return what a model says about a seat."""
        member, values = written.member, written.values
        kind = graph.kind(member) if member in graph else ""
        spoken, role = split_role(str(values.get("role", "")))
        capacity = str(values.get("capacity", "")) or spoken or ""
        titles = {title_of(role)} if role else set()
        people = {member} if kind == "person" else set()
        homes = {*ids_of(values.get("on_behalf_of")), *ids_of(values.get("nominated_by"))}
        if kind == "post":
            people |= {each.subject for each in graph.incoming(member, "holds")}
            homes.update(_homes(graph, member, written.committee))
            titles.add(title_of(graph.name(member)))
            titles.update(title_of(str(each.value)) for each in graph[member].claims("other_names"))
        elif kind and kind != "person":
            homes.add(member)
        seats = values.get("seats")
        return cls(
            written,
            kind,
            frozenset(people.difference(NOBODY)),
            frozenset(homes.difference(NOBODY)),
            frozenset(titles),
            capacity,
            seats if isinstance(seats, int) else 1,
            any(each.object == written.committee for each in graph.outgoing(member, "post_in")),
        )

    @property
    def is_organisation(self) -> bool:
        """Whether an organisation has the seat, so that no person can be written there."""
        return bool(self.kind) and self.kind not in _ALONE

    def changes(self, row: Seat) -> dict[str, Value]:
        """Return the values that a row changes in the seat; other forms of the same value stay as they are written."""
        found = self.written.differences(row)
        if title_of(str(found.get("role", ""))) in self.titles:
            del found["role"]
        if self.kind == "person" and not self.homes:
            found = with_home(row, found, self.written.values)
        if self.written.member in NOBODY and row.member not in NOBODY:
            return {"id": row.member, **with_home(row, found)}
        return found

    def holder(self, row: Seat) -> str:
        """Return the holder of the post that has the seat, from a row; empty if the row does not say or no post has it."""
        is_same = row.member == self.written.member or title_of(row.title) in self.titles
        is_chair = self.of_body and row.capacity in ONLY_ONE
        if self.kind != "post" or not (is_same or is_chair or row.person in self.people):
            return ""
        return NONE if row.vacant else row.holder or row.person

    def keys(self) -> Iterator[tuple[str, str]]:
        """Yield the keys by which the seat may be found."""
        yield "member", self.written.member
        for name, values in (("person", self.people), ("home", self.homes), ("title", self.titles)):
            for each in values:
                yield name, each
        if self.capacity in ONLY_ONE:
            yield "capacity", self.capacity


def with_home(row: Seat, values: Mapping[str, Value], written: Collection[str] = ()) -> dict[str, Value]:
    """Return the values of a person's seat with its organisation, unless they name a nominator or whom it is for."""
    known = {*values, *row.values, *written}
    if not row.home or not row.person or known & {"nominated_by", "on_behalf_of"}:
        return dict(values)
    new: dict[str, Value] = {**values, "nominated_by": (row.home,)}
    return {key: new[key] for key in (*ORDER, *new) if key in new}


def keys_of(row: Seat) -> Iterator[tuple[str, str]]:
    """Yield the keys by which a row may find a seat."""
    yield "member", row.member
    only = row.capacity if row.capacity in ONLY_ONE else ""
    title = title_of(row.title)
    for name, value in (("person", row.person), ("home", row.home), ("title", title), ("capacity", only)):
        if value:
            yield name, value


def _homes(graph: Graph, post: str, committee: str) -> Iterator[str]:
    """Yield the organisation of a post, and what that is part of; nothing for a post in the body itself."""
    for relation in graph.outgoing(post, "post_in"):
        if relation.object != committee:
            yield relation.object
            yield from (each.object for each in graph.outgoing(relation.object, "part_of"))


def title_of(text: str) -> str:
    """Return a role or the name of a post for comparison: without case, punctuation and plural `s`."""
    return " ".join(
        each[:-1] if len(each) > 3 and each[-1] == "s" and each[-2] != "s" else each  # noqa: PLR2004 - `has` stays
        for each in fold(text).split()
    )


def likeness(row: Seat, it: Known) -> int:
    """Return how surely a row is a written seat."""
    if "end_date" in it.written.values and "end_date" not in row.values:
        return NO
    if row.member == it.written.member:
        if it.kind in _ALONE:
            return SAME
        return _of_nobody(row, it) if row.member in NOBODY else _of_one_organisation(row, it)
    if row.person and row.person in it.people:
        return SURE
    others = bool(row.person and it.people)
    only = row.capacity in ONLY_ONE and row.capacity == it.capacity
    if others and it.kind == "person":
        return POSSIBLE if only else NO
    at_home = row.home in it.homes
    apart = bool(row.home and it.homes) and not at_home
    if title_of(row.title) in it.titles:
        return NO if apart else SURE
    if only:
        return POSSIBLE if apart or (others and not it.of_body) else SURE
    if not at_home or _differ(row, it):
        return NO
    return POSSIBLE


def _of_nobody(row: Seat, it: Known) -> int:
    return SURE if it.written.distance_from(row)[0] < _OTHER else NO


def _of_one_organisation(row: Seat, it: Known) -> int:
    """Return how surely a row with only an organisation is one of its seats: it is, unless some detail differs."""
    if title_of(row.title) in it.titles:
        return SURE
    if _differ(row, it):
        return NO
    if row.title or row.capacity:
        if row.title and it.titles:
            return POSSIBLE
        is_bare = not it.capacity and not it.titles
        return SURE if is_bare or (row.capacity and row.capacity == it.capacity) else POSSIBLE
    return SURE


def _differ(row: Seat, it: Known) -> bool:
    """Whether a seat of the same organisation is surely another one: by its title, or for one person by its capacity."""
    if row.title:
        return it.seats == 1 if it.titles else it.capacity in ONLY_ONE and row.capacity != it.capacity
    return it.kind in _ALONE and bool(row.capacity and it.capacity) and row.capacity != it.capacity

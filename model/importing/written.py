"""The seats that a file already has, written from either end, and those in other files of the model."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import attrs

from ..facts.graph import Graph
from ..format import NOT_STATED, RELATIONS, UNKNOWN
from ..format.dates import Date, parse_date
from ..structure.membership import MEMBERSHIP
from .cells import Value
from .seat import Seat
from .toml_file import Steps, TomlFile

HELD_BY = str(RELATIONS["holds"].inverse)
"""The key by which a post lists its holders."""

SEATS_HERE = str(RELATIONS[MEMBERSHIP].inverse)
"""The key with which a body lists its members."""


@attrs.frozen(eq=False)
class WrittenSeat:
    """A seat that is already written.

    Attributes:
        committee: The id of the body.
        member: The id of the member.
        values: Its keys as written.
        steps: Its place in the file; empty if it is in another file.
        alone: Whether it is written as an id and not as an inline table.
    """

    committee: str
    member: str
    values: Mapping[str, Any]
    steps: Steps = ()
    alone: bool = False

    def agrees(self, key: str, wanted: Value) -> bool:
        """Whether a key already has the value of a sheet."""
        return key in self.values and _plain(key, self.values[key]) == _plain(key, wanted)

    def differences(self, seat: Seat) -> dict[str, Value]:
        """Return the values of a row that the seat lacks; a role that is written as such stays one."""
        found = {key: value for key, value in seat.values.items() if not self.agrees(key, value)}
        written = self.values.get("role")
        if seat.role and isinstance(written, str) and written.casefold() == seat.role.casefold():
            found.pop("capacity", None)
            found.pop("role", None)
        return found

    @property
    def ends(self) -> tuple[str, str, str]:
        """The id of the entity in whose table the seat is, the key of its other end, and that end's id."""
        is_here = self.steps[2] == SEATS_HERE
        return (self.committee, "id", self.member) if is_here else (self.member, "to", self.committee)

    def is_replaced_by(self, changes: Mapping[str, Value], days: Sequence[Date]) -> bool:
        """Return whether the statement of another document replaces this one: it differs, or is of another time.

        Args:
            changes: The keys that the other document gives differently or in addition.
            days: The days of this statement.
        """
        differ = any(key in self.values and self.values[key] not in (NOT_STATED, UNKNOWN) for key in changes)
        start, end = (str(changes.get(each, "")) for each in ("start_date", "end_date"))
        day = max((each.last for each in days), default=None)
        is_later = day is not None and bool(start) and parse_date(start).first > day
        is_over = day is not None and bool(end) and parse_date(end).last < day
        return (
            differ
            or is_later
            or is_over
            or bool({"id"} & set(changes) or {"as_at", "basis"} & set(self.values))
        )

    def beside(self, seat: Seat) -> dict[str, Value]:
        """Return the keys for a statement beside this one: those that identify the seat, and shared ones of a row."""
        kept = {key: each for key, each in self.values.items() if key in _WHICH or key in seat.values}
        return {key: tuple(each) if isinstance(each, list) else each for key, each in kept.items()}

    def already_says(self, member: str, values: Mapping[str, Value], source: str | None) -> bool:
        """Return whether this is a seat of a member that has these values and cites a source itself."""
        return (
            self.member == member
            and source in ids_of(self.values.get("sources"))
            and all(self.agrees(key, each) for key, each in values.items())
        )

    def distance_from(self, seat: Seat) -> tuple[int, int]:
        """Return how far the seat is from a row: the weight of the keys that differ, and how many the row lacks."""
        differs = self.differences(seat)
        weight = sum(3 if key in {"role", "capacity"} else 1 for key in differs)
        return weight, len(self.values.keys() - seat.values.keys())


def _plain(key: str, value: Any) -> object:
    if key in _DATES and isinstance(value, str):
        try:
            return parse_date(value).text
        except ValueError:
            return value
    if isinstance(value, Date):
        return value.text
    if isinstance(value, list | tuple):
        return tuple(value)
    if isinstance(value, str):
        value = NOT_STATED if value == UNKNOWN else " ".join(value.split())
        return (value,) if key in _LISTS else value
    return value


def ids_of(value: Any) -> tuple[str, ...]:
    """Return the ids in a value: one, or a list of them."""
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list | tuple) else ()


_WHICH = frozenset(("role", "capacity", "as_named", "seats", "on_behalf_of", "nominated_by"))
"""The keys that distinguish the seats of a member."""

_DATES = frozenset(("start_date", "end_date", "term_ends"))
_LISTS = frozenset(part.name for part in RELATIONS[MEMBERSHIP].parts if part.type == "references")


def in_file(file: TomlFile) -> Iterator[WrittenSeat]:
    """Yield each seat that a file writes."""
    for _, steps, table in file.tables():
        own = table.get("id")
        if not isinstance(own, str):
            continue
        for key, end in ((SEATS_HERE, "id"), (MEMBERSHIP, "to")):
            for place, entry in _entries(table.get(key), (*steps, key)):
                values = entry if isinstance(entry, dict) else {end: entry}
                other = values.get(end)
                if isinstance(other, str):
                    pair = (own, other) if key == SEATS_HERE else (other, own)
                    details = {name: each for name, each in values.items() if name != end}
                    yield WrittenSeat(*pair, details, place, alone=not isinstance(entry, dict))


def _entries(raw: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if isinstance(raw, list):
        yield from (((*steps, number), each) for number, each in enumerate(raw))
    elif raw is not None:
        yield steps, raw


def elsewhere(graph: Graph, committee: str, own: Collection[tuple[str, str]]) -> Iterator[WrittenSeat]:
    """Yield the seats of a body that no table of the file has; `own` are the pairs of body and member that it has."""
    for relation in graph.incoming(committee, MEMBERSHIP):
        if (committee, relation.subject) not in own:
            days = {"start_date": relation.start_date, "end_date": relation.end_date}
            values = {**relation.details, **{key: day for key, day in days.items() if day is not None}}
            yield WrittenSeat(committee, relation.subject, values)

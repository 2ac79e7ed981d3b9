"""Seats in what meets: who counts as a member, who is only there, and how many vote."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from ..facts.claims import is_vacant
from ..facts.graph import Graph
from ..facts.holding import NOW, PLANNED, state_with_subject
from ..format import RELATIONS
from ..format.details import DISPUTED, SEATS, VOTING
from ..format.records import Relation

MEMBERSHIP = "member_of"
_VOTED = "body"
"""The kind of which a reader expects to hear whether its members vote."""


@attrs.frozen(eq=False, repr=False)
class Attendance:
    """A way of being at the table without being a member.

    Attributes:
        heading: The heading of those who are.
        several: What several are called, after their number.
        out: Reads from who is there to the body.
        back: Reads from the body to who is there.
        one: What one is called; by default as several.
    """

    heading: str
    several: str
    out: str
    back: str
    one: str = attrs.field()

    @one.default
    def _one(self) -> str:
        return self.several


ATTENDANCES: Mapping[str, Attendance] = MappingProxyType(
    {
        "in attendance": Attendance("In attendance", "in attendance", "attends", "has in attendance"),
        "observer": Attendance("Observers", "observers", "observes", "has as observer", "observer"),
        "deputy": Attendance("Deputies", "deputies", "is a deputy on", "has as deputy", "deputy"),
    }
)
"""By capacity, who is at the table and no member."""


def capacity_of(relation: Relation) -> str:
    """Return in what capacity somebody has a seat; where none is recorded, the role in the words of the source."""
    details = relation.details
    return str(details.get("capacity") or details.get("role") or "").casefold()


def attendance_of(relation: Relation) -> Attendance | None:
    """Return how the subject of a membership is there without being a member; `None` for a member."""
    return ATTENDANCES.get(capacity_of(relation)) if relation.kind == MEMBERSHIP else None


def counts_as_member(relation: Relation) -> bool:
    """Whether a membership makes a member: not who is in attendance, observes or stands in for a member."""
    return attendance_of(relation) is None


def reading(relation: Relation, *, back: bool = False) -> str:
    """Return how a relation reads from its subject, or back from its object."""
    attendance = attendance_of(relation)
    if attendance is not None:
        return attendance.back if back else attendance.out
    kind = RELATIONS[relation.kind]
    return kind.back if back else kind.out


def seats_of(relation: Relation) -> tuple[int, int]:
    """Return how many like seats a membership stands for; the least and the most where documents disagree."""
    said = _values(relation, SEATS.name)
    numbers = [each for each in said if isinstance(each, int)] or [1]
    return min(numbers), max(numbers)


def _values(relation: Relation, key: str) -> tuple[object, ...]:
    """Return the values of a detail: one, or those of each side where documents disagree."""
    disputed = relation.details.get(DISPUTED)
    sides = disputed.get(key) if isinstance(disputed, Mapping) else None
    return sides if isinstance(sides, tuple) else (relation.details.get(key),)


def _number(seats: Iterable[Relation]) -> str:
    """Return how many seats some memberships stand for: `3`, or `3 to 4` where documents disagree; empty for none."""
    ranges = [seats_of(each) for each in seats]
    least, most = sum(each for each, _ in ranges), sum(each for _, each in ranges)
    return "" if not most else str(least) if least == most else f"{least} to {most}"


def members_words(graph: Graph, entity_id: str, seats: Iterable[Relation]) -> str:
    """Return how many members an entity has, how many of them vote, and how many are there without being members.

    A seat of a vacant post and who is only to be a member are counted apart; who was one is not counted. That the votes are not stated is said of a
    body; what else has members hardly votes.
    """
    stands = [(each, state_with_subject(graph, each)[0]) for each in seats]
    now = [each for each, state in stands if state == NOW]
    found = [each for each in now if not is_vacant(graph, each.subject, graph.at)]
    members = [each for each in found if counts_as_member(each)]
    votes = [(each, _values(each, VOTING.name)) for each in members]
    unsaid = [each for each, said in votes if len(said) == 1 and not isinstance(said[0], bool)]
    said = _number(members) or "0"
    if members and len(unsaid) == len(members):
        said += ", voting not stated" if graph.kind(entity_id) == _VOTED else ""
    elif members:
        said += f", of them {_number(each for each, said in votes if said == (True,)) or 0} voting"
        said += f", voting of {_number(unsaid)} not stated" if unsaid else ""
        disputed = _number(each for each, said in votes if len(said) > 1)
        said += f", voting of {disputed} disputed" if disputed else ""
    vacant = _number(each for each in now if each not in found and counts_as_member(each))
    said += f"; {vacant} vacant" if vacant else ""
    for attendance in ATTENDANCES.values():
        number = _number(each for each in found if attendance_of(each) is attendance)
        if number:
            said += f"; {number} {attendance.one if number == '1' else attendance.several}"
    planned = _number(each for each, state in stands if state == PLANNED and counts_as_member(each))
    return f"{said}; {planned} planned" if planned else said

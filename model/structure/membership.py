"""Seats in what meets: who counts as a member, who is only there, and how many vote."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from ..facts.graph import Graph
from ..facts.holding import NOW, PLANNED, state_with_subject
from ..format import RELATIONS
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


def _seats(relation: Relation) -> int:
    """Return how many like seats a membership stands for."""
    number = relation.details.get("seats")
    return number if isinstance(number, int) else 1


def members_words(graph: Graph, entity_id: str, seats: Iterable[Relation]) -> str:
    """Return how many members an entity has, how many of them vote, and how many are there without being members.

    Who is only to be a member is counted apart; who was one is not counted. That the votes are not stated is said of a
    body; what else has members hardly votes.
    """
    stands = [(each, state_with_subject(graph, each)[0]) for each in seats]
    found = [each for each, state in stands if state == NOW]
    members = [each for each in found if counts_as_member(each)]
    votes = [each.details.get("voting") for each in members for _ in range(_seats(each))]
    voting = votes.count(True)
    unsaid = len(votes) - voting - votes.count(False)
    said = str(len(votes))
    if members and unsaid == len(votes):
        said += ", voting not stated" if graph.kind(entity_id) == _VOTED else ""
    elif members:
        said += f", of them {voting} voting"
        said += f", voting of {unsaid} not stated" if unsaid else ""
    for attendance in ATTENDANCES.values():
        number = sum(_seats(each) for each in found if attendance_of(each) is attendance)
        if number:
            said += f"; {number} {attendance.one if number == 1 else attendance.several}"
    planned = sum(_seats(each) for each, state in stands if state == PLANNED and counts_as_member(each))
    return f"{said}; {planned} planned" if planned else said

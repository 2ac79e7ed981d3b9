"""Seats in what meets: who counts as a member, who is only there, and how many vote."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from ..facts.claims import holder_left, is_vacant
from ..facts.graph import Graph
from ..facts.holding import ENDED, NOW, PLANNED, state_between, state_with_subject
from ..facts.standing import ENDED as OVER
from ..facts.standing import MAY_HAVE_BEGUN
from ..format import NONE, RELATIONS, UNKNOWN
from ..format.details import CHAIRING, DISPUTED, SEATS, VOTING
from ..format.keys import NOBODY
from ..format.nouns import reads_plural
from ..format.records import Relation
from ..format.structure import MEMBERSHIP as SEAT_KIND
from ..format.unchanging import Unchanging, following

MEMBERSHIP = SEAT_KIND
_VICE = "vice-chair"
_VOTED = "body"
"""The kind of which a reader expects to hear whether its members vote."""


class Attendance(Unchanging):
    """A way of being at the table without being a member.

    Attributes:
        heading: The heading of those who are.
        former: The heading of those who were.
        several: What several are called, after their number.
        out: Reads from who is there to the body.
        back: Reads from the body to who is there.
        one: What one is called; by default as several.
    """

    heading: str
    former: str
    several: str
    out: str
    back: str
    one: str = following(factory=lambda way: way.several)


ATTENDANCES: Mapping[str, Attendance] = MappingProxyType(
    {
        "in attendance": Attendance(
            "In attendance", "Formerly in attendance", "in attendance", "attends", "has in attendance"
        ),
        "observer": Attendance(
            "Observers", "Former observers", "observers", "observes", "has as observer", "observer"
        ),
        "deputy": Attendance(
            "Deputies", "Former deputies", "deputies", "is a deputy on", "has as deputy", "deputy"
        ),
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


def seat_rank(relation: Relation) -> int:
    """Return the rank of a seat where members are named: who is in the chair, who is vice-chair, who votes, any other."""
    capacity = capacity_of(relation)
    if capacity in (*CHAIRING, _VICE):
        return int(capacity == _VICE)
    return 2 if relation.details.get(VOTING.name) is True else 3


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


def number_of_seats(seats: Iterable[Relation]) -> str:
    """Return how many seats some memberships stand for: `3`, or `3 to 4` where documents disagree; empty for none."""
    ranges = [seats_of(each) for each in seats]
    least, most = sum(each for each, _ in ranges), sum(each for _, each in ranges)
    return "" if not most else str(least) if least == most else f"{least} to {most}"


def names_nobody(relation: Relation) -> bool:
    """Whether a membership is a seat of which it is said what it is, by role, capacity or number, and nobody is named who has it.

    `unknown` is one by itself: a source states that there is somebody, and that it is not known who. A bare silence is no seat.
    """
    if relation.kind != SEAT_KIND or relation.subject not in NOBODY:
        return False
    told = any(relation.details.get(key) is not None for key in ("role", "capacity", SEATS.name))
    return told or relation.subject == UNKNOWN


def seat_words(relation: Relation) -> str:
    """Return what is said of a seat that names nobody: the role in the words of the source, else the capacity, else `a seat`."""
    details = relation.details
    return str(details.get("role") or details.get("capacity") or "a seat")


def role_words(relation: Relation, role: str = "") -> str:
    """Return the role of a seat for a format that has one word for it: `public health (in attendance)`; empty for none.

    Args:
        relation: The membership.
        role: What stands for the role where the source has no words for it.
    """
    said = str(relation.details.get("role") or role)
    capacity = str(relation.details.get("capacity") or "")
    if not said or capacity.casefold() in said.casefold():
        return said or capacity
    return f"{said} ({capacity})"


def is_counted(graph: Graph, relation: Relation) -> bool:
    """Whether it is known how many seats a membership stands for: not where only `operational leads` is said of nobody named."""
    if relation.subject in graph or SEATS.name in relation.details:
        return True
    role = str(relation.details.get("role", ""))
    return bool(role or relation.details.get("capacity")) and not reads_plural(role)


def members_words(graph: Graph, entity_id: str, seats: Iterable[Relation]) -> str:
    """Return how many seats the members of an entity have, how many of them vote or are vacant, and how many are there without being members.

    For example `9, of them 6 voting; 2 in attendance`, `10 voting seats, 1 of them vacant`. Who is only to be a member is
    counted apart, and so is who has a seat and has ended; of those between whom documents disagree one is counted. That the votes are not stated is said of a body; what else has members hardly votes.

    Args:
        graph: The model, at its date.
        entity_id: What they are members of.
        seats: The memberships that hold; also of nobody named, which are counted where their number is stated.
    """
    from ..facts.relation_disputes import told_once  # noqa: PLC0415 - rows whose words are kept ask for none

    ended = graph.standing(entity_id).state == OVER  # then they are counted as they sat there at its end
    stand = state_with_subject if ended else state_between
    stands = [(each, stand(graph, each)[0]) for each in told_once(graph, seats) if each.subject != NONE]
    now = [each for each, state in stands if state == NOW]
    doubtful = [each for each, state in stands if state == MAY_HAVE_BEGUN and counts_as_member(each)]
    members = [each for each in now if counts_as_member(each)]
    counted = [each for each in members if is_counted(graph, each)]
    planned = [each for each, state in stands if state == PLANNED and counts_as_member(each)]
    said = _counted(graph, counted, body=graph.kind(entity_id) == _VOTED)
    if not said:
        said = "not stated" if members else "0" if planned or doubtful else "not recorded"
    elif len(counted) < len(members):
        said += "; others not stated"
    for attendance in ATTENDANCES.values():
        there = [each for each in now if attendance_of(each) is attendance]
        number = number_of_seats(there)
        if number:
            said += f"; {number} {attendance.one if number == '1' else attendance.several}"
            said += _unfilled(graph, there, number)
    for seats_apart, word in ((doubtful, MAY_HAVE_BEGUN), (planned, "planned")):
        number = number_of_seats(seats_apart)
        said += f"; {number} {word}" if number else ""
    over = number_of_seats(each for each, state in stands if state == ENDED and counts_as_member(each))
    return f"{said}; {over} more {'has' if over == '1' else 'have'} ended" if over else said


def _counted(graph: Graph, members: Sequence[Relation], *, body: bool) -> str:
    """Return the number of some seats, with how many of them vote and how many are vacant; empty without any."""
    number = number_of_seats(members)
    votes = [(each, _values(each, VOTING.name)) for each in members]
    unsaid = [each for each, said in votes if len(said) == 1 and not isinstance(said[0], bool)]
    unfilled = _unfilled(graph, members, number)
    if not members:
        return ""
    if len(unsaid) == len(members):
        return f"{number}{unfilled}{', voting not stated' if body else ''}"
    if all(said == (True,) for _, said in votes):
        return f"{number} voting {'seat' if number == '1' else 'seats'}{unfilled}"
    said = f"{number}, of them {number_of_seats(each for each, said in votes if said == (True,)) or 0} voting"
    said += unfilled.replace(" of them", "")
    said += f", voting of {number_of_seats(unsaid)} not stated" if unsaid else ""
    disputed = number_of_seats(each for each, said in votes if len(said) > 1)
    return f"{said}, voting of {disputed} disputed" if disputed else said


def _unfilled(graph: Graph, seats: Iterable[Relation], number: str) -> str:
    """Return how many of some seats are vacant, and of how many it is not stated who has them, after a comma; empty for none."""
    found = {"vacant": [], "without a stated holder": []}  # type: dict[str, list[Relation]]
    for each in seats:
        if is_vacant(graph, each.subject, graph.at):
            found["vacant"].append(each)
        elif each.subject not in graph or holder_left(graph, each.subject, graph.at) is not None:
            found["without a stated holder"].append(each)
    said = [(number_of_seats(alike), word) for word, alike in found.items() if alike]
    if number == "1":
        return "".join(f", {word}" for _, word in said)
    return "".join(f", {many}{'' if place else ' of them'} {word}" for place, (many, word) in enumerate(said))

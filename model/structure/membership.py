"""Seats in bodies and other groups: who counts as a member, who attends without being one, and how many vote."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from ..facts.columns import may_say_when
from ..facts.graph import Graph
from ..facts.holding import ENDED, NOW, PLANNED, state_between, state_with_subject
from ..facts.posts import holder_left, is_vacant
from ..facts.standing import ENDED as OVER
from ..facts.standing import MAY_HAVE_BEGUN
from ..format import NONE, RELATIONS, UNKNOWN
from ..format.details import CHAIRING, DISPUTED, SEATS, VOTING
from ..format.keys import NOBODY, SAID_NOT_RECORDED, SAID_NOT_STATED
from ..format.nouns import reads_plural
from ..format.records import Relation
from ..format.structure import MEMBERSHIP as SEAT_KIND
from ..format.unchanging import Unchanging, following

MEMBERSHIP = SEAT_KIND
_VICE = "vice-chair"
_VOTED = "body"
"""The kind of entity of which a reader expects to hear whether its members vote."""


class Attendance(Unchanging):
    """A way of attending a body without being a member.

    Attributes:
        heading: The heading above those who attend.
        former: The heading above those who attended.
        several: The plural noun for them, after their number.
        out: The words that lead from the attendee to the body.
        back: The words that lead from the body to the attendee.
        one: The singular noun; by default the plural one.
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
"""The ways of attending without being a member, by capacity."""


def capacity_of(relation: Relation) -> str:
    """Return the capacity of a seat in small letters; where none is recorded, its role in the words of the source."""
    return _capacity_in(relation.details)


def _capacity_in(details: Mapping[str, object]) -> str:
    return str(details.get("capacity") or details.get("role") or "").casefold()


def attendance_of(relation: Relation) -> Attendance | None:
    """Return how the subject of a membership attends without being a member; `None` for a member."""
    return attendance_in(relation.kind, relation.details)


def attendance_in(kind: str, details: Mapping[str, object]) -> Attendance | None:
    """Return what `attendance_of` returns, for the kind and the details of a relation without a record."""
    return ATTENDANCES.get(_capacity_in(details)) if kind == MEMBERSHIP else None


def seat_rank(relation: Relation) -> int:
    """Return the rank of a seat in a list of members: chair 0, vice-chair 1, voting member 2, any other 3."""
    capacity = capacity_of(relation)
    if capacity in (*CHAIRING, _VICE):
        return int(capacity == _VICE)
    return 2 if relation.details.get(VOTING.name) is True else 3


def counts_as_member(relation: Relation) -> bool:
    """Whether a membership makes somebody a member: not those in attendance, observers or deputies."""
    return attendance_of(relation) is None


def reading(relation: Relation, *, back: bool = False) -> str:
    """Return the words of a relation from its subject to its object, or back from its object."""
    attendance = attendance_of(relation)
    if attendance is not None:
        return attendance.back if back else attendance.out
    kind = RELATIONS[relation.kind]
    return kind.back if back else kind.out


def seats_of(relation: Relation) -> tuple[int, int]:
    """Return the least and the most seats that a membership stands for; they differ where documents disagree."""
    said = _values(relation, SEATS.name)
    numbers = [each for each in said if isinstance(each, int)] or [1]
    return min(numbers), max(numbers)


def _values(relation: Relation, key: str) -> tuple[object, ...]:
    """Return the values of a detail: one, or one for each side where documents disagree."""
    disputed = relation.details.get(DISPUTED)
    sides = disputed.get(key) if isinstance(disputed, Mapping) else None
    return sides if isinstance(sides, tuple) else (relation.details.get(key),)


def number_of_seats(seats: Iterable[Relation]) -> str:
    """Return the number of seats of some memberships: `3`, or `3 to 4` where documents disagree; empty for none."""
    ranges = [seats_of(each) for each in seats]
    least, most = sum(each for each, _ in ranges), sum(each for _, each in ranges)
    return "" if not most else str(least) if least == most else f"{least} to {most}"


def names_nobody(relation: Relation) -> bool:
    """Whether a membership is a seat described by role, capacity or number, whose holder is not named.

    The subject `unknown` suffices by itself: a source states that somebody sits there, but not who. The
    subject `not_stated` without any description is no seat.
    """
    if relation.kind != SEAT_KIND or relation.subject not in NOBODY:
        return False
    return is_described(relation) or relation.subject == UNKNOWN


def is_described(relation: Relation) -> bool:
    """Whether a membership has a role, a capacity or a number of seats."""
    return any(relation.details.get(key) is not None for key in ("role", "capacity", SEATS.name))


def seat_words(relation: Relation) -> str:
    """Return what an unnamed seat is: the role in the source's words, else the capacity, else `a seat`."""
    details = relation.details
    return str(details.get("role") or details.get("capacity") or "a seat")


def role_words(relation: Relation, role: str = "") -> str:
    """Return the role of a seat for a format with one field for it: `public health (in attendance)`; empty for none.

    Args:
        relation: The membership.
        role: The text to use where the source gives no role.
    """
    said = str(relation.details.get("role") or role)
    capacity = str(relation.details.get("capacity") or "")
    if not said or capacity.casefold() in said.casefold():
        return said or capacity
    return f"{said} ({capacity})"


def is_counted(graph: Graph, relation: Relation) -> bool:
    """Whether the number of seats of a membership is known: not for an unnamed plural such as `operational leads`."""
    if relation.subject in graph or SEATS.name in relation.details:
        return True
    role = str(relation.details.get("role", ""))
    return bool(role or relation.details.get("capacity")) and not reads_plural(role)


def members_words(graph: Graph, entity_id: str, seats: Iterable[Relation]) -> str:
    """Return the number of seats that the members of an entity have, of voting and vacant ones, and of attendees.

    For example `9, of them 6 voting; 2 in attendance` or `10 voting seats, 1 of them vacant`. Planned members,
    and those that have ended, are counted apart; of members between whom documents disagree one is counted.
    Only for a body does it say that votes are not stated, since members of other entities rarely vote.

    Args:
        graph: The model, at its date.
        entity_id: The entity that they are members of.
        seats: The memberships that hold; unnamed ones are counted where their number is stated.
    """
    by_state = _by_state(graph, seats)
    now = by_state[NOW]
    members = [each for each in now if counts_as_member(each)]
    counted = [each for each in members if is_counted(graph, each)]
    apart = [
        word
        for state, word in _APART
        for word in _number_apart(graph, filter(counts_as_member, by_state[state]), word)
    ]
    said = _counted(graph, counted, body=graph.kind(entity_id) == _VOTED)
    if not said:
        said = SAID_NOT_STATED if members else "0" if apart else SAID_NOT_RECORDED
    elif len(counted) < len(members):
        said += "; others not stated"
    for attendance in ATTENDANCES.values():
        there = [each for each in now if attendance_of(each) is attendance]
        number = number_of_seats(there)
        if number:
            said += f"; {number} {attendance.one if number == '1' else attendance.several}"
            said += _unfilled(graph, there, number)
    over = number_of_seats(filter(counts_as_member, by_state.get(ENDED, ())))
    more = " more" if counted else ""
    ended = [f"{over}{more} {'has' if over == '1' else 'have'} ended"] if over else []
    return "; ".join((said, *apart, *ended))


def group_number(graph: Graph, seats: Sequence[Relation]) -> str:
    """Return the number of seats of a group as members or others: held ones, then those in doubt, then planned ones.

    Of a group that lists only roles which nobody has, the members are not recorded.
    """
    by_state = _by_state(graph, seats)
    counted = [each for each in by_state[NOW] if is_counted(graph, each)]
    apart = [word for state, said in _APART for word in _number_apart(graph, by_state[state], said)]
    now = number_of_seats(counted)
    others = "others not stated" if len(counted) < len(by_state[NOW]) and (now or apart) else ""
    said = "; ".join(filter(None, (now, others, *apart)))
    return said or (SAID_NOT_RECORDED if all(each.subject == NONE for each in seats) else SAID_NOT_STATED)


_APART = ((MAY_HAVE_BEGUN, MAY_HAVE_BEGUN), (PLANNED, "planned"))
"""The states of seats that are counted separately, each with its word."""


def _by_state(graph: Graph, seats: Iterable[Relation]) -> dict[str, list[Relation]]:
    """Return seats by their state at the date, or at the end of a body that ended; who has two seats is there twice."""
    from ..facts.relation_disputes import once_per_dispute  # noqa: PLC0415 - rows whose words are kept ask for none

    found: dict[str, list[Relation]] = {NOW: [], MAY_HAVE_BEGUN: [], PLANNED: []}
    for each in once_per_dispute(graph, seats):
        if each.subject != NONE:
            found.setdefault(_state(graph, each), []).append(each)
    return found


def _state(graph: Graph, seat: Relation) -> str:
    """Return the state of a seat; for most, no attribute could change it, and their attributes are not read."""
    ends = [each for each in (seat.subject, seat.object) if each in graph]
    if (
        graph.at is None
        and seat.start_date is seat.end_date is seat.expected_date is None
        and not any(may_say_when(graph, each) for each in ends)
    ):
        return NOW
    ended = graph.standing(seat.object).state == OVER
    return (state_with_subject if ended else state_between)(graph, seat)[0]


def _number_apart(graph: Graph, seats: Iterable[Relation], word: str) -> Iterator[str]:
    """Yield the number of seats with a word such as `planned`, and that there are others without a stated number."""
    found = list(seats)
    counted = [each for each in found if is_counted(graph, each)]
    number = number_of_seats(counted)
    if number:
        yield f"{number} {word}"
    if len(counted) < len(found):
        yield f"{'others ' if number else ''}{word}, number not stated"


def _counted(graph: Graph, members: Sequence[Relation], *, body: bool) -> str:
    """Return the number of some seats, of voting ones and of vacant ones, in words; empty without any."""
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
    """Return how many seats are vacant, and of how many the holder is not stated, after a comma; empty for none."""
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

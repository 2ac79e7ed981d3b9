"""Rules about seats and posts: a seat written twice, two holders, two chairs or vice-chairs, `none` beside somebody."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ...format import NONE, NOT_STATED, RELATIONS
from ...format.details import CAPACITY, ONLY_ONE, SEATS
from ...format.errors import WARNING
from ...format.records import Relation
from ...format.structure import MEMBERSHIP
from ..code import Code, in_body
from ..joining import at_object
from ..report import Place, Report
from .overlapping import Seat, overlapping, period_of
from .written import Written, may_be_apart, said

_HOLDS = "holds"
_POST_IN = "post_in"
_COUNCIL = '[[organisation]]\nid = "council"\nname = "Council"\n\n'
_POST = (
    '[[post]]\nid = "director"\nname = "Director"\nheld_by = [{}]\n\n'
    '[[person]]\nid = "ann"\nname = "Ann"\n\n[[person]]\nid = "bo"\nname = "Bo"\n'
)
_TRUST = '[[organisation]]\nid = "trust"\nname = "Trust"\n\n'

CODES: Mapping[str, Code] = {
    "same-seat": Code(
        "One member has two seats on a body at one time, and nothing tells them apart: probably one seat that is written twice.",
        *in_body(
            'members = [{ id = "council", voting = true }, { id = "council", voting = false }]',
            'members = [{ id = "council", seats = 2 }]',
            _COUNCIL,
        ),
    ),
    "two-holders": Code(
        "Two people hold one post at one time. A post that is shared is rare; mostly one followed the other.",
        _POST.format('"ann", "bo"'),
        _POST.format('{ id = "ann", end_date = "2021" }, { id = "bo", start_date = "2022" }'),
    ),
    "two-chairs": Code(
        "A body has two chairs at one time. Who share the chair are co-chairs; who stands in is a vice-chair.",
        *in_body(
            'members = [{ id = "council", capacity = "chair" }, { id = "trust", capacity = "chair" }]',
            'members = [{ id = "council", capacity = "co-chair" }, { id = "trust", capacity = "co-chair" }]',
            _COUNCIL + _TRUST,
        ),
    ),
    "two-vice-chairs": Code(
        "A body has two vice-chairs at one time. Mostly one followed the other; where a document names both, allow it.",
        *in_body(
            'members = [{ id = "council", capacity = "vice-chair" }, { id = "trust", capacity = "vice-chair" }]',
            'members = [{ id = "council", capacity = "vice-chair" }, { id = "trust", capacity = "member" }]',
            _COUNCIL + _TRUST,
        ),
    ),
    "seat-of-post": Code(
        "An organisation and a post in it sit on one body, and nothing tells the two seats apart: probably one seat that is written twice.",
        *in_body(
            'members = ["council", "director"]',
            'members = ["director"]',
            _COUNCIL + '[[post]]\nid = "director"\nname = "Director"\npost_in = "council"\n\n',
        ),
    ),
    "none-beside": Code(
        "`none` says that a source states that there is nobody, and beside it somebody is named for the same time.",
        *in_body('members = ["none", "council"]', 'members = ["council"]', _COUNCIL),
    ),
}
"""The codes of this family."""


def check_seats(written: Written, report: Report) -> None:
    """Report seats written twice, posts and chairs with two holders, and `none` beside somebody."""
    seats: dict[tuple[str, str], list[Seat]] = {}
    posts: dict[str, set[str]] = {}
    holders: dict[str, list[Seat]] = {}
    nobody: dict[tuple[str, str, str], Seat] = {}
    for relation, place in written.relations():
        kind = RELATIONS[relation.kind]
        for end, other in ((relation.object, relation.subject), (relation.subject, relation.object)):
            if end == NONE and relation.end_date is None:
                nobody[relation.kind, "out" if end is relation.object else "in", other] = relation, place
        if relation.expected_date is not None or not _is_somebody(relation, written):
            continue
        if _is_foretold(relation, written):
            continue
        if CAPACITY in kind.parts:
            seats.setdefault((relation.subject, relation.object), []).append((relation, place))
        elif relation.kind == _POST_IN:
            posts.setdefault(relation.subject, set()).add(relation.object)
        elif relation.kind == _HOLDS:
            holders.setdefault(relation.object, []).append((relation, place))
    disputed = _disputed(written)
    _two_holders({each: found for each, found in holders.items() if (each, _HOLDS) not in disputed}, report)
    agreed = [found for (_, body), found in seats.items() if (body, MEMBERSHIP) not in disputed]
    _two_chairs(agreed, holders, report)
    _same_seats(seats.values(), written, report)
    _seats_of_posts(seats, posts, report)
    if nobody:
        _none_beside(nobody, written, report)


def _disputed(written: Written) -> set[tuple[str, str]]:
    """Return the posts and bodies about whose holders or members documents disagree, each with the kind of relation."""
    kinds = {name: kind.name for kind in RELATIONS.values() for name in (kind.name, kind.inverse) if name}
    found = set()
    for relation in written.tables.relations:
        about = written.entities.get(relation.subject)
        if RELATIONS[relation.kind].concerns and about is not None and "follows" in about.values:
            found.add((relation.object, kinds.get(str(about.plain("attribute")), "")))
    return found


def _is_foretold(relation: Relation, written: Written) -> bool:
    """Whether a relation begins later than all its documents: who has the post or the chair until then is another."""
    told = None if relation.start_date is None else written.day(relation.evidence)
    return told is not None and relation.start_date is not None and relation.start_date.first > told.last


def _is_somebody(relation: Relation, written: Written) -> bool:
    return relation.subject in written.entities and relation.object in written.entities


def _two_holders(holders: Mapping[str, Sequence[Seat]], report: Report) -> None:
    for post, seats in holders.items():
        for (relation, place), (earlier, other) in overlapping(seats) if len(seats) > 1 else ():
            if relation.subject != earlier.subject:
                report.add(
                    "two-holders",
                    f"the post `{post}` is held by `{relation.subject}`, and at the same time by `{earlier.subject}` at {{other}}",
                    place,
                    severity=WARNING,
                    hint="give the one who came first an `end_date`; for a post that is shared, allow it in `[file]`",
                    other=other,
                )


def _two_chairs(
    groups: Collection[Sequence[Seat]], holders: Mapping[str, Sequence[Seat]], report: Report
) -> None:
    """Report two people at the same time in a capacity that a body has once: two chairs, two vice-chairs."""
    for message, place, other in _two_in_capacity(ONLY_ONE[0], groups, holders):
        report.add(
            "two-chairs",
            message,
            place,
            severity=WARNING,
            hint="give the one who came first an `end_date`; who share the chair are each a `co-chair`",
            other=other,
        )
    for message, place, other in _two_in_capacity(ONLY_ONE[1], groups, holders):
        report.add(
            "two-vice-chairs",
            message,
            place,
            severity=WARNING,
            hint="give the one who came first an `end_date`; where a document names both, allow it in `[file]`",
            other=other,
        )


def _two_in_capacity(
    capacity: str, groups: Iterable[Sequence[Seat]], holders: Mapping[str, Sequence[Seat]]
) -> Iterator[tuple[str, Place, Place]]:
    """Yield, for each body with two in a capacity, the message and both places; a post and its holder count as one."""
    held = {(seat.subject, post) for post, seats in holders.items() for seat, _ in seats}
    of_bodies: dict[str, list[Seat]] = {}
    for seat in (each for group in groups for each in group):
        if seat[0].details.get(CAPACITY.name) == capacity:
            of_bodies.setdefault(seat[0].object, []).append(seat)
    for body, seats in of_bodies.items():
        for (relation, place), (earlier, other) in overlapping(seats) if len(seats) > 1 else ():
            one, two = relation.subject, earlier.subject
            if one != two and not {(one, two), (two, one)} & held:
                yield (
                    f"`{body}` has `{one}` as its {capacity}, and at the same time `{two}` at {{other}}",
                    place,
                    other,
                )


def _seats_of_posts(
    seats: Mapping[tuple[str, str], Sequence[Seat]], posts: Mapping[str, Collection[str]], report: Report
) -> None:
    """Report a plain seat of an organisation that is probably the seat of one of its posts."""
    for (post, body), of_post in seats.items():
        for whole in posts.get(post, ()):
            for relation, place in seats.get((whole, body), ()):
                if not _is_plain(relation):
                    continue
                for other_seat, other in of_post:
                    if _is_plain(other_seat) and not may_be_apart(period_of(relation), period_of(other_seat)):
                        report.add(
                            "seat-of-post",
                            f"`{whole}` sits on `{body}`, and so does its post `{post}` at {{other}}",
                            place,
                            severity=WARNING,
                            hint="write one seat, that of the post; where both sit there, give one a `role` or a `capacity`",
                            other=other,
                        )


def _is_plain(relation: Relation) -> bool:
    """Whether a relation is a single seat of a member without distinguishing details."""
    details = relation.details
    plain = all(details.get(name) in {None, NOT_STATED} for name in _DISTINGUISHING)
    return plain and details.get(CAPACITY.name) in {None, "member"} and details.get(SEATS.name) in {None, 1}


_DISTINGUISHING = ("role", "as_named", "on_behalf_of", "nominated_by")
"""Details that distinguish one seat of a member from another."""

_ONE_PERSON = frozenset((*RELATIONS[_HOLDS].subjects, *RELATIONS[_HOLDS].objects))
"""The kinds of which an entity sits in one capacity only: people and posts."""


def _same_seats(groups: Iterable[Sequence[Seat]], written: Written, report: Report) -> None:
    for seats in groups:
        if len(seats) < 2:  # noqa: PLR2004 - one seat is no pair
            continue
        alike: dict[tuple[object, ...], list[Seat]] = {}
        for seat in seats:
            alike.setdefault(_distinguishing_details(seat, written), []).append(seat)
        for group in alike.values():
            for (relation, place), (earlier, other) in overlapping(group) if len(group) > 1 else ():
                if _differ(relation, earlier, of_one_table=at_object(place) == at_object(other)):
                    report.add(
                        "same-seat",
                        f"{said(relation)} is written at {{other}} too, with other details",
                        place,
                        severity=WARNING,
                        hint="write one seat; several like seats are `seats = 2`, unlike ones have a `role` each",
                        other=other,
                    )


def _distinguishing_details(seat: Seat, written: Written) -> tuple[object, ...]:
    """Return the details that distinguish a member's seats; a person or a post's holder is not chair and member at once."""
    relation = seat[0]
    alone = written.entities[relation.subject].kind in _ONE_PERSON
    told = [relation.details.get(name) for name in (*_DISTINGUISHING, *(() if alone else (CAPACITY.name,)))]
    return tuple(None if value == NOT_STATED else value for value in told)


def _differ(one: Relation, other: Relation, *, of_one_table: bool) -> bool:
    """Whether two relations stay apart, rather than being joined or differing by end, which have warnings of their own."""
    same_days = (one.end_date, one.expected_date) == (other.end_date, other.expected_date)
    starts = {one.start_date, other.start_date} - {None}
    shared = one.details.keys() & other.details.keys()
    if not of_one_table:
        shared -= set(RELATIONS[one.kind].disputable)
    clash = any(
        one.details[key] != other.details[key] and NOT_STATED not in (one.details[key], other.details[key])
        for key in shared
    )
    return not same_days or len(starts) > 1 or clash


def _none_beside(nobody: Mapping[tuple[str, str, str], Seat], written: Written, report: Report) -> None:
    told: set[tuple[str, str, str]] = set()
    for relation, place in written.relations():
        if not _is_somebody(relation, written):
            continue
        for way, end in (("out", relation.subject), ("in", relation.object)):
            found = (relation.kind, way, end)
            none = nobody.get(found)
            if none is None or found in told or _at_different_times(none[0], relation, written):
                continue
            told.add(found)
            kind = RELATIONS[relation.kind]
            name = kind.name if way == "out" else kind.inverse or kind.name
            somebody = relation.object if way == "out" else relation.subject
            report.add(
                "none-beside",
                f"`{name}` of `{end}` names `none`, and beside it `{somebody}` at {{other}}",
                none[1],
                severity=WARNING,
                hint="take out the one that is wrong; where both were so, give each its dates",
                other=place,
            )


def _at_different_times(none: Relation, other: Relation, written: Written) -> bool:
    """Whether `none` and somebody refer to different times."""
    if other.expected_date is not None or may_be_apart(period_of(none), period_of(other)):
        return True
    one, two = written.day(none.evidence), written.day(other.evidence)
    return one is not None and two is not None and (one.last < two.first or two.last < one.first)

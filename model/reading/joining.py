"""Joins relations that are written more than once, or from both ends, into one with the evidence of all."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from types import MappingProxyType

from ..format import INVERSES, NOT_STATED, RELATIONS
from ..format.dates import earliest
from ..format.details import DISPUTED
from ..format.errors import WARNING
from ..format.records import NOTHING, Evidence, Relation, Value
from .references import Tables
from .report import Place, Report, steps_of

_BACK = {kind.name: key for key, kind in INVERSES.items()}


def join_relations(tables: Tables, report: Report) -> list[Relation]:
    """Return the relations in the order written, with equal ones joined; report each repetition.

    Two are equal if kind and both ends are the same, and they do not contradict each other in an end date,
    plan or detail. What only one of them has (a role, a start) is then true of both. The order in which they
    are written makes no difference.
    """
    return [each for each in relations_in_place(tables, report) if each is not None]


def relations_in_place(tables: Tables, report: Report) -> Sequence[Relation | None]:
    """Return the relations as written; equal ones are joined at their first place, with `None` at the others."""
    joined: list[Relation | None] = [*tables.relations]
    for numbers in _repeated(tables.relations):
        for group, rivals in _with_rivals(tables, _alike(tables.relations, numbers)):
            for each in filter(None, (group, rivals)):
                _warn(tables, each, report)
                for number in each:
                    joined[number] = None
            relation = _one_relation([tables.relations[number] for number in group])
            if rivals:
                _warn_of_rivals(tables, group, rivals, report)
                pair = [relation, _one_relation([tables.relations[number] for number in rivals])]
                relation = _disputed(*(pair if at_object(tables.relation_places[group[0]]) else pair[::-1]))
            joined[min(*group, *rivals, group[0])] = relation
    return joined


_SYMMETRIC = frozenset(name for name, kind in RELATIONS.items() if kind.is_symmetric)


def _repeated(relations: Sequence[Relation]) -> Iterable[Sequence[int]]:
    """Return the positions of relations that have the same kind and ends, if there are several; symmetric ones at either end."""
    ends = [
        (each.kind, each.subject, each.object)
        if each.kind not in _SYMMETRIC or each.subject <= each.object
        else (each.kind, each.object, each.subject)
        for each in relations
    ]
    last = dict(zip(ends, range(len(ends)), strict=True))
    if len(last) == len(ends):
        return ()
    first = [number for number, both in enumerate(ends) if last[both] != number]
    written: dict[tuple[str, str, str], list[int]] = {ends[number]: [] for number in first}
    for number, both in enumerate(ends):
        if both in written:
            written[both].append(number)
    return written.values()


def _alike(relations: Sequence[Relation], numbers: Sequence[int]) -> list[list[int]]:
    """Return groups of equal relations between the same ends, as positions.

    Relations with most details are grouped first, so that one with fewer details joins the same group in any
    order.
    """
    groups: list[list[int]] = []
    for number in sorted(numbers, key=lambda each: _place(relations[each])):
        for group in groups:
            if all(_agree(relations[number], relations[other]) for other in group):
                group.append(number)
                break
        else:
            groups.append([number])
    return [sorted(group) for group in groups]


def _with_rivals(tables: Tables, groups: list[list[int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield each group of equal relations with the group written at the other end that differs only in a disputable detail.

    Two entries of one table are two relations, such as two seats of a council; one entry at each end is one
    relation about which documents disagree.
    """
    relations = tables.relations
    taken: set[int] = set()
    for number, group in enumerate(groups):
        if number in taken:
            continue
        rival = next(
            (
                place
                for place in range(number + 1, len(groups))
                if place not in taken
                and _from_other_ends(tables, group, groups[place])
                and all(
                    _agree(relations[one], relations[other], but=RELATIONS[relations[one].kind].disputable)
                    for one in group
                    for other in groups[place]
                )
            ),
            None,
        )
        if rival is not None:
            taken.add(rival)
        yield group, [] if rival is None else groups[rival]


def _from_other_ends(tables: Tables, one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two groups are written at the two ends of a relation, each at one end only."""
    ends = [{at_object(tables.relation_places[number]) for number in group} for group in (one, other)]
    return all(len(each) == 1 for each in ends) and ends[0] != ends[1]


def at_object(place: Place) -> bool:
    """Whether the relation at a place is written in the table of its object."""
    _, steps = steps_of(place)
    return any(step in INVERSES for step in steps if isinstance(step, str))


def _place(relation: Relation) -> tuple[int, str, str]:
    told = {key: value for key, value in relation.details.items() if value != NOT_STATED}
    start = relation.start_date
    return (
        -len(told) - (start is not None),
        str(sorted(map(str, told.items()))),
        "" if start is None else start.text,
    )


def _agree(one: Relation, other: Relation, but: Collection[str] = ()) -> bool:
    if (one.end_date, one.expected_date) != (other.end_date, other.expected_date):
        return False
    if one.start_date != other.start_date and None not in {one.start_date, other.start_date}:
        return False
    apart = RELATIONS[one.kind].apart
    if any(one.details.get(key) != other.details.get(key) for key in apart):
        return False
    return all(
        one.details[key] == other.details[key] or NOT_STATED in (one.details[key], other.details[key])
        for key in one.details.keys() & other.details.keys()
        if key not in but
    )


def _disputed(one: Relation, other: Relation) -> Relation:
    """Return one relation for two that differ in disputable details: these have the values of both, none of them as true.

    Stated evidence counts more than inferred evidence.
    """
    joined = _one_relation([one, other])
    if one.evidence.inferred != other.evidence.inferred:
        stated, read = (other, one) if one.evidence.inferred else (one, other)
        return joined.but(details=MappingProxyType({**read.details, **stated.details}))
    differing = {
        key: (one.details[key], other.details[key])
        for key in RELATIONS[one.kind].disputable
        if key in one.details and key in other.details and one.details[key] != other.details[key]
    }
    details = {key: value for key, value in joined.details.items() if key not in differing}
    return joined.but(details=MappingProxyType({**details, DISPUTED: MappingProxyType(differing)}))


def _one_relation(alike: Sequence[Relation]) -> Relation:
    """Return one relation for several equal ones."""
    details: dict[str, Value] = {}
    for each in alike:
        for key, value in each.details.items():
            if details.get(key, NOT_STATED) == NOT_STATED:
                details[key] = value
    return alike[0].but(
        evidence=evidence_of_all([each.evidence for each in alike]),
        start_date=earliest(each.start_date for each in alike if each.start_date is not None),
        details=MappingProxyType(details) if details else NOTHING,
    )


def evidence_of_all(written: Sequence[Evidence]) -> Evidence:
    """Return the joined evidence of a repeated statement: stated where one of them is stated."""
    every = sorted(dict.fromkeys(written), key=lambda each: each.inferred)
    if len(every) == 1:
        return every[0]
    days = {each.as_at for each in every}
    return Evidence(
        every[0].basis,
        tuple(dict.fromkeys(citation for each in every for citation in each.citations)),
        every[0].as_at if len(days) == 1 else None,
        " ".join(dict.fromkeys(each.note for each in every if each.note)),
        tuple(every) if len(days) > 1 else (),
    )


def _warn(tables: Tables, group: Sequence[int], report: Report) -> None:
    first = group[0]
    for number in group[1:]:
        relation = tables.relations[number]
        if _of_joined_files(tables, first, number):
            continue
        report.add(
            "said-twice",
            f"that `{relation.subject}` {RELATIONS[relation.kind].out} `{relation.object}` is written at {{other}} too",
            tables.relation_places[number],
            severity=WARNING,
            hint=f"they count as one; write it once, with the sources of both{_either(relation)}",
            other=tables.relation_places[first],
        )


def _of_joined_files(tables: Tables, one: int, other: int) -> bool:
    """Whether two files describe an entity that is one by its code, each in its own words, which is no repetition."""
    relation = tables.relations[one]
    if relation.subject not in tables.joined and relation.object not in tables.joined:
        return False
    files = {steps_of(tables.relation_places[each])[0] for each in (one, other)}
    return len(files) > 1


def _warn_of_rivals(tables: Tables, group: Sequence[int], rivals: Sequence[int], report: Report) -> None:
    first, last = sorted((group[0], rivals[0]))
    relation, other = tables.relations[last], tables.relations[first]
    keys = [
        f"`{key}`"
        for key in RELATIONS[relation.kind].disputable
        if relation.details.get(key) != other.details.get(key)
    ]
    report.add(
        "ends-disagree",
        f"that `{relation.subject}` {RELATIONS[relation.kind].out} `{relation.object}` is written at {{other}} too, with another {' and '.join(keys)}",
        tables.relation_places[last],
        severity=WARNING,
        hint="they count as one about which the documents disagree; give them different `capacity` or `role` where there are two",
        other=tables.relation_places[first],
    )


def _either(relation: Relation) -> str:
    """Return the key of a relation for a message, or both keys where it has an inverse."""
    back = _BACK.get(relation.kind)
    return f": as `{relation.kind}` or as `{back}`, not as both" if back else ""

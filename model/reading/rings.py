"""Relations that form a ring: errors where that is impossible, warnings where a paper may say so."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from ..facts.columns import CHANGING
from ..format import RELATIONS
from ..format.errors import ERROR, WARNING
from ..format.records import Relation
from .references import Tables
from .report import Place, Report

_RING = 12
"""How many entities of a ring are named."""

Edges = Mapping[str, Sequence[str]]
"""The entities to which each entity leads."""


_CONTAINING = frozenset(name for name, kind in RELATIONS.items() if kind.containment)


def check_rings(tables: Tables, report: Report) -> None:
    """Report each impossible ring: of containment, at one of its entities, and of types."""
    size = len(tables.entities)
    order = {entity.id: number for number, (entity, _) in enumerate(tables.entities)}
    containing = [each for each in tables.relations if each.kind in _CONTAINING]
    # in every ring a part is written before its whole; what is not in the model comes after all parts and before all wholes
    before = [
        each.subject for each in containing if order.get(each.subject, size) <= order.get(each.object, -1)
    ]
    parents: defaultdict[str, list[str]] = defaultdict(list)
    for each in containing if before else ():
        if each.subject in order and each.object in order:
            parents[each.subject].append(each.object)
    if not any(rings_of(parents, lambda: False, before)):
        parents.clear()
    for ring in rings_of(parents, lambda: report.has_room("cycle")):
        report.add(
            "cycle",
            f"`{ring[0]}` is part of itself: {way_round(ring)}",
            (tables.entities[order[ring[0]]][1], "part_of"),
            hint="take one of these out",
        )
    check_kinds(tables, order, report, ERROR)


def check_kinds(tables: Tables, ids: Container[str], report: Report, severity: str) -> None:
    """Report rings, and entities related to themselves, for the kinds of relation in which these have a given severity."""
    groups: dict[tuple[object, ...], dict[tuple[str, str], int]] = {}
    ringed = {name for name, kind in RELATIONS.items() if kind.ring == severity}
    concerned = [
        (number, each)
        for number, each in enumerate(tables.relations)
        if each.kind in ringed or each.subject == each.object
    ]
    for number, relation in concerned:
        kind = RELATIONS[relation.kind]
        if kind.containment or relation.subject not in ids or relation.object not in ids:
            continue
        if relation.subject == relation.object:
            if kind.to_itself == severity:
                _to_itself(relation, tables.relation_places[number], report, severity)
        elif relation.end_date is None:
            told: tuple[object, ...] = (
                relation.kind,
                *(str(relation.details.get(part)) for part in kind.ring_by),
            )
            groups.setdefault(told, {}).setdefault((relation.subject, relation.object), number)
    code = "cycle" if severity == ERROR else "ring"
    for group, written in groups.items():
        edges: dict[str, list[str]] = {}
        for subject, target in written:
            edges.setdefault(subject, []).append(target)
        for ring in rings_of(edges, lambda: report.has_room(code, severity)):
            _ring(str(group[0]), ring, written, tables, report, severity)


def _ring(
    kind: str,
    ring: Sequence[str],
    written: Mapping[tuple[str, str], int],
    tables: Tables,
    report: Report,
    severity: str,
) -> None:
    last = written[ring[-2], ring[-1]]
    first = written.get((ring[0], ring[1]), last)
    message = f"`{kind}` leads from `{ring[0]}` back to it: {way_round(ring)}; the last step is at {{other}}"
    places = tables.relation_places
    if severity == ERROR:
        report.add("cycle", message, places[first], hint="take one of these out", other=places[last])
    else:
        hint = "take one of these out; where the papers do say so, allow it in `[file]`"
        report.add("ring", message, places[first], hint=hint, severity=WARNING, other=places[last])


def _to_itself(relation: Relation, place: Place, report: Report, severity: str) -> None:
    message = f"`{relation.subject}` {RELATIONS[relation.kind].out} itself"
    if severity == ERROR:
        report.add("to-itself", message, place, hint="name the other one, or take it out")
    else:
        hint = "name the other one; where the papers do say so, allow it in `[file]`"
        report.add("ring", message, place, hint=hint, severity=WARNING)


def check_changes(tables: Tables, report: Report) -> None:
    """Report an entity that a change event both ends and begins."""
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    concerned = [(number, each) for number, each in enumerate(tables.relations) if each.kind in CHANGING]
    for number, relation in concerned:
        kind, earlier = seen.setdefault((relation.subject, relation.object), (relation.kind, number))
        if kind != relation.kind:
            report.add(
                "changed-into-itself",
                f"`{relation.subject}` ends `{relation.object}` here, and at {{other}} it begins with it"
                if RELATIONS[relation.kind].past
                else f"`{relation.subject}` begins `{relation.object}` here, and at {{other}} it ends it",
                tables.relation_places[number],
                hint="what goes on under another name is a list of claims of its `name`; what is new has an id of its own",
                other=tables.relation_places[earlier],
            )


def rings_of(
    edges: Edges, has_room: Callable[[], bool], starts: Iterable[str] | None = None
) -> Iterator[list[str]]:
    """Yield each ring as its entities in order, with the first one repeated at the end; a single one if no more are listed.

    Args:
        edges: The entities to which each entity leads.
        has_room: Whether one more ring would be listed.
        starts: Entities of which every ring has one; `None` for all.
    """
    done: set[str] = set()
    for start in edges if starts is None else starts:
        if start in done:
            continue
        trail: list[str] = []
        on_trail: set[str] = set()
        # depth first with an explicit stack: a chain of 100,000 parents would exceed Python's recursion limit
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            node, leaving = waiting.pop()
            if leaving:
                trail.pop()
                on_trail.discard(node)
                done.add(node)
            elif node in on_trail:
                yield [*trail[trail.index(node) :], node] if has_room() else [node, trail[-1], node]
            elif node not in done:
                trail.append(node)
                on_trail.add(node)
                waiting.append((node, True))
                waiting.extend((each, False) for each in edges.get(node, ()))


def way_round(ids: Sequence[str]) -> str:
    """Return the entities of a ring in words; of a long one the beginning and the end."""
    told = [f"`{each}`" for each in ids]
    if len(told) > _RING:
        half = _RING // 2
        told[half:-half] = [f"({len(told) - 2 * half:,} more)"]
    return " > ".join(told)

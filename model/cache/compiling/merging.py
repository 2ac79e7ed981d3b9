"""Find the entities that several parts write, and the records that change by joining them.

Their codes show that they are one entity; see `reading.one_entity`.
"""

import marshal
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from ...format.records import Entity, Relation
from ...reading.one_entity import Joining, joined_entity
from ...reading.report import Place
from ...reading.shared_codes import groups_of_one, ids_kept
from ..compiled.making import Bytes
from .parts import Part
from .plain import evidence_row

Written = tuple[int, int]
"""A relation: the number of its part, and its number in that part."""


class NotJoinedError(Exception):
    """The files of a model may contradict each other or break a rule together."""


@attrs.define(eq=False)
class Merged:
    """The records that differ from those of the parts.

    Attributes:
        ids: The kept id for each replaced id.
        entities: The entities that differ, by id.
        relations: The relations that differ; `None` for one between two entities that are one.
        parts: The parts, with evidence that cites the kept ids.
        evidence: By part the evidence that differs, as its file has it.
    """

    parts: Sequence[Part]
    ids: Mapping[str, str] = attrs.field(factory=dict)
    entities: dict[str, Entity] = attrs.field(factory=dict)
    relations: dict[Written, Relation | None] = attrs.field(factory=dict)
    evidence: dict[int, dict[int, Bytes]] = attrs.field(factory=dict)


def merged(parts: Sequence[Part]) -> Merged:
    """Return the records that differ from those of each part, because some of their entities are one."""
    shared = _shared_texts(parts)
    if not shared:
        return Merged(parts)
    groups = groups_of_one(_bearers(parts, shared))
    if not groups:
        return Merged(parts)
    ids = ids_kept(groups)
    joining, found = Joining(ids), Merged(parts, ids)
    for group in groups:
        places: dict[str, Place] = {each.id: (None, 0) for each in group}
        one, _ = joined_entity(group, places)
        found.entities[one.id] = joining.entity(one)
    for number, part in enumerate(parts):
        _rename(number, part, joining, found)
    found.parts = [_citing(number, part, joining, found) for number, part in enumerate(parts)]
    return found


def _citing(number: int, part: Part, joining: Joining, found: Merged) -> Part:
    """Return a part with evidence that cites the kept ids, and note the evidence that differs as its file has it."""
    if not any(source in joining.ids for source, _ in part.keys.citations):
        return part
    evidence = list(part.evidence)
    before: dict[int, Bytes] = {}
    for each in range(len(evidence)):
        written = part.evidence_of(each)
        renamed = joining.evidence(written)
        if renamed is not written:
            before[each], evidence[each] = evidence[each], marshal.dumps(evidence_row(renamed))
    found.evidence[number] = before
    return part.citing(evidence)


def _rename(number: int, part: Part, joining: Joining, found: Merged) -> None:
    """Note the records of a part that name a replaced id."""
    tables, relations = _naming(part, joining.ids)
    for table in tables:
        entity_id = part.keys.ids[table]
        if entity_id not in joining.ids and entity_id not in found.entities:
            entity = part.entity(table)
            renamed = joining.entity(entity)
            if renamed is not entity:
                found.entities[entity_id] = renamed
    for each in relations:
        relation = part.relation(each)
        named = joining.relation(relation)
        if named is not relation:
            found.relations[number, each] = named


def _shared_texts(parts: Iterable[Part]) -> set[str]:
    """Return the texts of codes that entities of several parts have."""
    shared: set[str] = set()
    known: set[str] = set()
    for part in parts:
        own = set(part.keys.codes)
        shared |= known & own
        known |= own
    return shared


def _bearers(parts: Iterable[Part], texts: Collection[str]) -> Iterator[Entity]:
    """Yield the entities that have a code with one of some texts, in the order of the parts."""
    for part in parts:
        keys = part.keys
        having = {at for text, at in zip(keys.codes, keys.coded, strict=True) if text in texts}
        yield from map(part.entity, sorted(having))


def _naming(part: Part, ids: Mapping[str, str]) -> tuple[list[int], list[int]]:
    """Return the tables of a part that name one of some ids, and the relations that are written in them or lead to one."""
    keys = part.keys
    numbers = {number for number, each in enumerate(part.names) if each in ids}
    if not numbers:
        return [], []
    tables = {bisect_right(keys.reference_ends, each) - 1 for each in _places(keys.targets, numbers)}
    relations = {*_places(keys.subjects, numbers), *_places(keys.objects, numbers)}
    for each in tables:
        relations.update(range(keys.relation_ends[each], keys.relation_ends[each + 1]))
    return sorted(tables), sorted(relations)


def _places(numbers: Iterable[int], wanted: Collection[int]) -> list[int]:
    return [place for place, each in enumerate(numbers) if each in wanted]

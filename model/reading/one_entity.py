"""Joins tables of several files that describe one entity, with all their evidence, and redirects references to it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import compress
from operator import is_
from types import MappingProxyType
from typing import Any

import attrs

from ..format import RELATIONS, keys_of
from ..format.keys import Key
from ..format.records import NOTHING, Citation, Claim, Entity, Evidence, Relation, Value
from .joining import evidence_of_all
from .references import Tables
from .report import Place, table_of
from .shared_codes import groups_of_one, ids_kept

ALIASES = "aliases"
"""The attribute with the ids under which other files write the entity."""


def join_by_code(tables: Tables, entities: dict[str, Entity]) -> dict[str, Entity]:
    """Return the entities by id, with those that are one by their codes joined; `tables` is changed accordingly.

    Args:
        tables: The records of the files; they are replaced by those that use the ids that are kept.
        entities: The entities by id, as the files write them.
    """
    if len({each.file for each in entities.values()}) < 2:  # noqa: PLR2004 - within one file none are joined
        return entities
    groups = groups_of_one(entities.values())
    if not groups:
        return entities
    ids = ids_kept(groups)
    joining, references = Joining(ids), tables.references
    is_cited = any(citation.source in ids for citation, _ in tables.citations)
    numbers = [number for number, each in enumerate(references) if each.target in ids]
    naming = None if is_cited else {table_of(references[each].place) for each in numbers}
    _entities(tables, entities, groups, joining, naming)
    _relations(tables, joining, naming)
    for number in numbers:
        references[number] = references[number]._replace(target=ids[references[number].target])
    if is_cited:
        tables.citations[:] = [(joining.citation(each), place) for each, place in tables.citations]
    tables.partial.update((ids[each], key) for each, key in tuple(tables.partial) if each in ids)
    return entities


def _entities(
    tables: Tables,
    entities: dict[str, Entity],
    groups: Sequence[Sequence[Entity]],
    joining: "Joining",
    naming: Collection[Place] | None,
) -> None:
    """Replace the entities that are joined, or name one that is.

    Args:
        tables: The records of the files.
        entities: The entities by id.
        groups: The groups of entities that are one.
        joining: Replaces the ids.
        naming: The tables that name a replaced id; `None` if one is cited, so that any evidence may change.
    """
    several = {each.id for group in groups for each in group}
    # looked at first, as the hash of a place is computed from everything that the place is in
    at = {place[1] for place in naming or ()}
    numbers = [
        number
        for number, (entity, place) in enumerate(tables.entities)
        if naming is None or entity.id in several or (place[1] in at and place in naming)
    ]
    places: dict[str, Place] = {}
    for number in numbers:
        entity, place = tables.entities[number]
        places.setdefault(entity.id, place)
    for group in groups:
        joined, claims = joined_entity(group, places)
        entities[joined.id] = joined
        tables.joined[joined.id] = claims
    for each in joining.ids:
        del entities[each]
    for each in places.keys() - joining.ids.keys():
        entities[each] = joining.entity(entities[each])
    gone: list[int] = []
    for number in numbers:
        entity, place = tables.entities[number]
        if entity.id in joining.ids:
            gone.append(number)
        else:
            tables.entities[number] = entities[entity.id], place
    _leave_out(gone, tables.entities)


def _relations(tables: Tables, joining: "Joining", naming: Collection[Place] | None) -> None:
    """Replace the relations, without those between two entities that are now one.

    Args:
        tables: The records of the files.
        joining: Replaces the ids.
        naming: The tables that name a replaced id; `None` if one is cited, so that any evidence may change.
    """
    ids, relations, places = joining.ids, tables.relations, tables.relation_places
    gone: list[int] = []
    for number, relation in enumerate(relations):
        if (
            relation.subject in ids
            or relation.object in ids
            or naming is None
            or (relation.details is not NOTHING and table_of(places[number]) in naming)
        ):
            named = joining.relation(relation)
            if named is None:
                gone.append(number)
            else:
                relations[number] = named
    _leave_out(gone, relations, places)


def _leave_out(gone: Sequence[int], *lists: list[Any]) -> None:
    """Take from each of some lists the items at some positions."""
    if not gone:
        return
    stays = bytearray(b"\1") * len(lists[0])
    for number in gone:
        stays[number] = 0
    for each in lists:
        each[:] = compress(each, stays)


def joined_entity(
    group: Sequence[Entity], places: Mapping[str, Place]
) -> tuple[Entity, dict[str, list[Place]]]:
    """Return one entity for several, with the id and file of the first, and the places of its claims by attribute."""
    kept = group[0]
    # claims of the kept id come last: of equal claims the one written last holds
    evidence = evidence_of_all([each.evidence for each in reversed(group)])
    keys = keys_of(kept.kind)
    values: dict[str, Value | tuple[Claim, ...]] = {}
    claimed: dict[str, list[Place]] = {}
    for attribute in dict.fromkeys(name for each in group for name in each.values):
        having = [each for each in group if attribute in each.values]
        key = keys.get(attribute)
        if key is not None and key.claims == "no":
            values[attribute] = _plain([each.values[attribute] for each in having])
            continue
        claims = [
            (claim, (places[each.id], attribute), number)
            for each in reversed(having)
            for number, claim in enumerate(each.claims(attribute))
        ]
        values[attribute], claimed[attribute] = _claims(claims, evidence)
    others = [each.id for each in group[1:]]
    values[ALIASES] = (
        *kept.texts(ALIASES),
        *(alias for each in group[1:] for alias in each.texts(ALIASES)),
        *others,
    )
    return kept.but(values=values, evidence=evidence), claimed


def _plain(values: Sequence[Any]) -> Value:
    """Return one value for several without evidence of their own: lists and maps combined, else the first."""
    first = values[0]
    if isinstance(first, tuple):
        return tuple(dict.fromkeys(each for value in values for each in value))
    if isinstance(first, Mapping):
        return MappingProxyType({key: each for value in reversed(values) for key, each in value.items()})
    return first  # type: ignore[no-any-return] # a value


def _claims(
    claims: Iterable[tuple[Claim, Place, int]], evidence: Evidence
) -> tuple[Value | tuple[Claim, ...], list[Place]]:
    """Return claims, with equal ones joined; a plain value if there is one with the evidence of the entity."""
    alike: dict[object, list[tuple[Claim, Place, int]]] = {}
    for each in claims:
        claim = each[0]
        details = tuple(sorted((key, str(value)) for key, value in claim.details.items()))
        value = claim.value if isinstance(claim.value, str | int | float | bool) else str(claim.value)
        alike.setdefault((value, str(claim.start_date), str(claim.end_date), details), []).append(each)
    found = [
        same[-1][0].but(evidence=evidence_of_all([claim.evidence for claim, _, _ in same]))
        for same in alike.values()
    ]
    places: list[Place] = [(same[-1][1], same[-1][2]) for same in alike.values()]
    only = found[0]
    plain = only.start_date is None and only.end_date is None and not only.details and only.value is not None
    if len(found) == 1 and plain and only.evidence == evidence:
        return only.value, places
    return tuple(found), places


@attrs.define(eq=False)
class Joining:
    """Replaces in records the ids of entities that were joined with another.

    Attributes:
        ids: The kept id for each replaced id.
    """

    ids: Mapping[str, str]
    _evidence: dict[Evidence, Evidence | None] = attrs.field(factory=dict)

    def citation(self, citation: Citation) -> Citation:
        """Return a citation with its source replaced."""
        return (
            citation._replace(source=self.ids[citation.source]) if citation.source in self.ids else citation
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        """Return a piece of evidence with ids replaced; the same object if it cites none of them, as with all records."""
        if evidence not in self._evidence:
            self._evidence[evidence] = self._replaced(evidence)
        return self._evidence[evidence] or evidence

    def _replaced(self, evidence: Evidence) -> Evidence | None:
        citations, also = (
            list(map(self.citation, evidence.citations)),
            list(map(self.evidence, evidence.also)),
        )
        if all(map(is_, (*citations, *also), (*evidence.citations, *evidence.also))):
            return None
        return evidence.but(citations=tuple(dict.fromkeys(citations)), also=tuple(dict.fromkeys(also)))

    def entity(self, entity: Entity) -> Entity:
        """Return an entity with ids replaced."""
        keys = keys_of(entity.kind)
        values = {name: self._value(keys.get(name), value) for name, value in entity.values.items()}
        evidence = self.evidence(entity.evidence)
        if evidence is entity.evidence and all(values[name] is each for name, each in entity.values.items()):
            return entity
        return entity.but(values=values, evidence=evidence)

    def _value(self, key: Key | None, value: Any) -> Any:
        """Return the value of an attribute with ids replaced, in claims too."""
        if isinstance(value, tuple) and value and isinstance(value[0], Claim):
            claims = tuple([self._claim(key, each) for each in value])
            return value if all(map(is_, claims, value)) else claims
        return value if key is None else self._named(key, value)

    def _claim(self, key: Key | None, claim: Claim) -> Claim:
        evidence = self.evidence(claim.evidence)
        value = claim.value if key is None else self._named(key, claim.value)
        parts = () if key is None else key.parts
        details = self._details(parts, claim.details)
        if evidence is claim.evidence and value is claim.value and details is claim.details:
            return claim
        return claim.but(evidence=evidence, value=value, details=details)

    def relation(self, relation: Relation) -> Relation | None:
        """Return a relation with ids replaced; `None` if it says nothing more, being between two entities that are now one."""
        evidence = self.evidence(relation.evidence)
        subject, target = (self.ids.get(each, each) for each in (relation.subject, relation.object))
        if subject == target and relation.subject != relation.object:
            return None
        details = self._details(RELATIONS[relation.kind].parts, relation.details)
        if (
            evidence is relation.evidence
            and (subject, target) == (relation.subject, relation.object)
            and details is relation.details
        ):
            return relation
        return relation.but(subject=subject, object=target, evidence=evidence, details=details)

    def _details(self, parts: Iterable[Key], details: Mapping[str, Value]) -> Mapping[str, Value]:
        if not details:
            return NOTHING
        keys = {part.name: part for part in parts}
        named = {
            name: self._named(keys[name], each) if name in keys else each for name, each in details.items()
        }
        return details if all(map(is_, named.values(), details.values())) else MappingProxyType(named)

    def _named(self, key: Key, value: Any) -> Any:
        """Return a value with ids replaced by the ids that are kept."""
        if key.type == "reference" and isinstance(value, str):
            return self.ids.get(value, value)
        if key.type == "references" and isinstance(value, tuple) and not self.ids.keys().isdisjoint(value):
            return tuple(dict.fromkeys(self.ids.get(each, each) for each in value))
        if key.type == "table" and isinstance(value, Mapping):
            return self._details(key.parts, value)
        return value

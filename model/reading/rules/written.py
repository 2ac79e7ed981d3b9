"""The input of the rules: entities, claims and relations as written, each with its place in the files."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from ...format import RELATIONS
from ...format.dates import Date
from ...format.records import Claim, Entity, Evidence, Relation
from ..references import Tables
from ..report import Place

Dated = tuple[Date, Place]
"""A date with its place."""


@attrs.frozen(eq=False)
class Written:
    """A model as written.

    Attributes:
        tables: The records read from the files.
        entities: The entities by id.
        places: The place of each entity by id.
    """

    tables: Tables
    entities: Mapping[str, Entity]
    places: Mapping[str, Place]

    @classmethod
    def of(cls, tables: Tables, entities: Mapping[str, Entity]) -> "Written":
        places: dict[str, Place] = {}
        for entity, place in tables.entities:
            places.setdefault(entity.id, place)
        return cls(tables, entities, places)

    def relations(self) -> Iterator[tuple[Relation, Place]]:
        """Yield each relation with its place, except those with ids of no entity."""
        for relation, place in zip(self.tables.relations, self.tables.relation_places, strict=True):
            words = RELATIONS[relation.kind].words
            if all(end in self.entities or end in words for end in (relation.subject, relation.object)):
                yield relation, place

    def claims(self, entity: Entity, attribute: str) -> Sequence[tuple[Claim, Place]]:
        """Return the claims of an attribute written as a list, each with its place; empty if one of them is invalid."""
        value = entity.values.get(attribute)
        if not isinstance(value, tuple) or (entity.id, attribute) in self.tables.partial:
            return ()
        places = self.tables.joined.get(entity.id, {}).get(attribute)
        if places is not None:
            return [
                (each, place) for each, place in zip(value, places, strict=True) if isinstance(each, Claim)
            ]
        around = (self.places[entity.id], attribute)
        return [(each, (around, number)) for number, each in enumerate(value) if isinstance(each, Claim)]

    def all_claims(self, entity: Entity) -> Iterator[tuple[Claim, Place]]:
        """Yield the claims of all attributes written as lists, each with its place."""
        for attribute in entity.values:
            yield from self.claims(entity, attribute)

    def dates(self, entity: Entity, attribute: str) -> Sequence[Dated]:
        """Return the dates of an attribute, each with its place; empty if one of them is not known."""
        value = entity.values.get(attribute)
        if isinstance(value, Date):
            return [(value, (self.places[entity.id], attribute))]
        claims = self.claims(entity, attribute)
        known = [(each.value, (place, "value")) for each, place in claims if isinstance(each.value, Date)]
        return known if len(known) == len(claims) else []

    def start(self, entity: Entity) -> Dated | None:
        """Return the earliest start of an entity."""
        return min(self.dates(entity, "start_date"), key=lambda each: each[0].first, default=None)

    def end(self, entity_id: str) -> Dated | None:
        """Return the latest end of an entity; `None` if it has none or it is not known."""
        entity = self.entities.get(entity_id)
        if entity is None:
            return None
        return max(self.dates(entity, "end_date"), key=lambda each: each[0].last, default=None)

    def day(self, evidence: Evidence) -> Date | None:
        """Return the day that a statement speaks of: its own, else the latest day of its documents."""
        if evidence.as_at is not None:
            return evidence.as_at
        days = [day for each in evidence.citations if (day := self.document_day(each.source)) is not None]
        return max(days, key=lambda each: each.last, default=None)

    def document_day(self, source: str) -> Date | None:
        """Return the day on which a document was presented or written, whichever is later; `None` if neither is known."""
        entity = self.entities.get(source)
        days = [] if entity is None else [entity.plain("presented"), entity.plain("written")]
        return max((day for day in days if isinstance(day, Date)), key=lambda each: each.last, default=None)


def beside(place: Place, key: str) -> Place:
    """Return the place of another key in the inline table of a relation."""
    around = place[0]
    return place if around is None else (around, key)


def said(relation: Relation) -> str:
    """Return a relation in words for a message: that `a` is part of `b`."""
    return f"that `{relation.subject}` {RELATIONS[relation.kind].out} `{relation.object}`"


Period = tuple[Date | None, Date | None]
"""The start and the end of something; `None` for each that is not known."""


def may_be_apart(one: Period, other: Period) -> bool:
    """Whether one of two periods may have ended before the other began, as far as their dates are known."""
    return _may_precede(one, other) or _may_precede(other, one)


def _may_precede(one: Period, other: Period) -> bool:
    end, start = one[1], other[0]
    return end is not None and (start is None or end.first <= start.last)

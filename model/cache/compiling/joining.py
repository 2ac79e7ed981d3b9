"""Join the parts of a model into a compiled one, by numbers, as `reading.building` joins what it reads from all files.

Records are made only if they differ from those of a single file: entities and relations that several files
write, and what follows from several relations. Where there may be a mistake, all files are read again, which
reports it.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from ...facts.functions import IN_HAND, NAMING
from ...facts.replacing import CONCERNS, NOBODY, roles_of
from ...facts.statements import Entities, Statements
from ...format import INVERSES, RELATIONS
from ...format.records import Entity, Relation
from ...reading.building import ENTITY_LIMIT
from ...reading.joining import relations_in_place
from ...reading.references import Tables
from ...reading.report import Place, Report
from .merging import NotJoinedError, merged
from .parts import FROM_OBJECT, HAS_DETAILS, Part

_INVERSE = next(iter(INVERSES))
"""A key that is written in the table of the object."""


class Joined:
    """Parts that are joined.

    Attributes:
        parts: The parts.
        merged: The records that differ from the parts because some entities are one.
        ids: The ids of the model, those of entities first, then the words that relations have in place of an
            id.
        numbers: The number of each of these ids and words.
        kinds: The kind of each entity.
        size: The number of entities.
        lookups: For each part the numbers of its names in the joined model.
        starts: For each part the number of relations in the parts before it.
        subjects: The number of the subject of each relation; `objects` has the object's, and `relation_kinds`
            the number of its kind in `kind_names`, and `relation_features` the features that it gives its ends.
        changed: The relations that differ from their part, by number; `None` for a removed one.
        added: The relations that follow from others.
    """

    def __init__(self, parts: Sequence[Part], check: "Callable[[Joined], None]") -> None:
        """Join parts.

        Args:
            parts: The parts.
            check: Looks for mistakes once the relations of all parts are numbered, before they are joined.

        Raises:
            NotJoinedError: There may be a mistake in them.
        """
        ids = [each for part in parts for each in part.keys.ids]
        if not ids or len(set(ids)) != len(ids) or len(ids) > ENTITY_LIMIT:
            raise NotJoinedError
        self.merged = merged(parts)
        self.parts = parts = self.merged.parts
        gone = self.merged.ids
        kinds = [each for part in parts for each in part.keys.kinds]
        self.kinds = [kind for each, kind in zip(ids, kinds, strict=True) if each not in gone]
        self.ids = [each for each in ids if each not in gone]
        self.size = len(self.ids)
        self.numbers = dict(zip(self.ids, range(self.size), strict=True))
        self.lookups: list[list[int]] = []
        self.starts: list[int] = []
        self.subjects: list[int] = []
        self.objects: list[int] = []
        self.relation_kinds: list[int] = []
        self.kind_names: dict[str, int] = {}
        self._notes: list[int] = []
        self.relation_features: list[int] = []
        self.changed: dict[int, Relation | None] = {}
        self.added: list[Relation] = []
        for part in parts:
            self._number(part)
        for (number, each), relation in self.merged.relations.items():
            self.changed[self.starts[number] + each] = relation
        check(self)
        self._join_repeated()
        self._follow()

    def _number(self, part: Part) -> None:
        """Number the relations of a part and their ends."""
        numbers, gone, keys = self.numbers, self.merged.ids, part.keys
        lookup: list[int] = []
        for each in part.names:
            kept = gone.get(each, each)
            number = numbers.get(kept)
            if number is None:
                number = numbers[kept] = len(self.ids)
                self.ids.append(kept)
            lookup.append(number)
        self.lookups.append(lookup)
        self.starts.append(len(self.subjects))
        self.subjects += map(lookup.__getitem__, keys.subjects)
        self.objects += map(lookup.__getitem__, keys.objects)
        kinds = [self.kind_names.setdefault(each, len(self.kind_names)) for each in keys.kind_names]
        self.relation_kinds += map(kinds.__getitem__, keys.relation_kinds)
        self._notes += keys.notes
        self.relation_features += keys.relation_features

    def part_of(self, place: int) -> tuple[int, int]:
        """Return the number of a relation's part, and the relation's number in that part."""
        part = bisect_right(self.starts, place) - 1
        return part, place - self.starts[part]

    def relation(self, place: int) -> Relation:
        """Return the relation with a number, as changed by the joining."""
        known = self.changed.get(place)
        if known is not None:
            return known
        part, number = self.part_of(place)
        return self.parts[part].relation(number)

    @cached_property
    def written(self) -> dict[str, tuple[int, int]]:
        """The number of the part that writes an entity, and the entity's number there, by id."""
        return {
            each: (part, number)
            for part, one in enumerate(self.parts)
            for number, each in enumerate(one.keys.ids)
        }

    def entity(self, entity_id: str) -> Entity:
        """Return an entity, as changed by the joining."""
        known = self.merged.entities.get(entity_id)
        if known is not None:
            return known
        part, number = self.written[entity_id]
        return self.parts[part].entity(number)

    def places(self) -> Sequence[int]:
        """Return the numbers of the relations that were not removed."""
        every = range(len(self.subjects))
        gone = {place for place, relation in self.changed.items() if relation is None}
        return [each for each in every if each not in gone] if gone else every

    def _change(self, places: Sequence[int], before: Sequence[Any], after: Sequence[Relation | None]) -> None:
        for place, one, other in zip(places, before, after, strict=True):
            if other is not one:
                self.changed[place] = other

    def _join_repeated(self) -> None:
        """Join the relations that are written more than once."""
        symmetric = {number for name, number in self.kind_names.items() if RELATIONS[name].is_symmetric}
        places = self.places()
        size, written = len(self.ids), zip(self.relation_kinds, self.subjects, self.objects, strict=True)
        ends = [  # as one number each, which is hashed and compared faster than three
            (kind * size + one) * size + other
            if one <= other or kind not in symmetric
            else (kind * size + other) * size + one
            for kind, one, other in written
        ]
        last = dict(zip(map(ends.__getitem__, places), places, strict=True))
        if len(last) == len(places):
            return
        repeated = {ends[place] for place in places if last[ends[place]] != place}
        places = [place for place in places if ends[place] in repeated]
        relations = list(map(self.relation, places))
        tables = Tables(relations=relations, relation_places=list(map(self._place, places)))
        self._change(places, relations, relations_in_place(tables, Report()))

    def _place(self, place: int) -> Place:
        """Return a place in a file that shows whether the relation is written in the table of its object."""
        return (None, self.part_of(place)[0]), _INVERSE if self._notes[place] & FROM_OBJECT else ""

    def _follow(self) -> None:
        """Find what follows from several relations: when relations end, and who has a function."""
        words = {self.numbers[each] for each in NOBODY if self.numbers.get(each, -1) >= self.size}
        naming = {number for name, number in self.kind_names.items() if name in NAMING}
        there = self.places()
        nobodys = [
            each
            for each in (there if words else ())
            if self.subjects[each] in words or self.objects[each] in words
        ]
        deriving = any(
            self.relation_kinds[each] in naming and (each in self.changed or self._notes[each] & HAS_DETAILS)
            for each in (there if naming else ())
        )
        if not nobodys and not deriving:
            return
        roles = {
            (self.kind_names[role[0]], role[1], self.numbers[role[2]])
            for each in nobodys
            for role, _ in roles_of(self.relation(each))
        }
        wanted = {
            number
            for name, number in self.kind_names.items()
            if name in CONCERNS or (deriving and (name in NAMING or name == IN_HAND))
        }
        alone = set(nobodys)
        places = [
            each
            for each in there
            if (kind := self.relation_kinds[each]) in wanted
            or each in alone
            or (kind, False, self.subjects[each]) in roles
            or (kind, True, self.objects[each]) in roles
        ]
        relations = list(map(self.relation, places))
        followed = list(Statements(_Written(self), {}, {}).followed(relations))
        self._change(places, relations, followed[: len(places)])
        self.added = followed[len(places) :]


class _Written(Entities):
    """The entities of parts by id; a record is made when it is first asked for."""

    __slots__ = ("_joined",)

    def __init__(self, joined: Joined) -> None:
        self._joined = joined

    def __contains__(self, entity_id: object) -> bool:
        return self._joined.numbers.get(entity_id, self._joined.size) < self._joined.size  # type: ignore[call-overload, no-any-return] # no id is no key

    def __missing__(self, entity_id: str) -> Entity:
        if entity_id not in self:
            raise KeyError(entity_id)
        return self.setdefault(entity_id, self._joined.entity(entity_id))

    def get(self, entity_id: str, otherwise: Any = None) -> Any:
        try:
            return self[entity_id]
        except KeyError:
            return otherwise

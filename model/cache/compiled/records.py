"""Read the entities and relations that `compiling` wrote, each one when it is first asked for."""

from binascii import crc32
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from ...facts.statements import Statements
from ...facts.stored import is_large_part
from ...format.records import Entity, Relation
from ..disk.mapped import DamagedError, Mapped
from .lookups import AT_ONCE, CompiledEntities, Found, Incoming, Outgoing, kept
from .making import ENCODING, Making
from .relation_kinds import RelationKinds

if TYPE_CHECKING:
    from ...facts.statements import OfKind
    from .unwritten import Unwritten

_P = ParamSpec("_P")
_Found = TypeVar("_Found")


def _sound(
    look: "Callable[Concatenate[Records, _P], _Found]",
) -> "Callable[Concatenate[Records, _P], _Found]":
    """Return a lookup that reads the model from its files and looks again if the compiled one is damaged."""

    def looking(self: "Records", /, *asked: _P.args, **named: _P.kwargs) -> _Found:
        try:
            return look(self, *asked, **named)
        except DamagedError:
            self.mend()
            return look(self, *asked, **named)

    return looking


def records_of(_: Statements) -> "Records | None":
    """Return the records of a compiled model, which are read from a file; `None` for a model in memory."""
    return None


class Records:
    """The entities and relations of a compiled model, found by the numbers of their ids.

    Attributes:
        size: The number of entities.
        entities: The entities by id.
        outgoing: The relations by subject.
        incoming: The relations by object.
        naming: The relations by the entities that their details name.
        by_kind: The relations of entities with many, by kind.
        of_kinds: All relations of some kinds, by kind.
        known: The numbers of the ids that were read so far.
        head: The contents of the head of the compiled model.
        file: The compiled model.
        kind_names: The names of the kinds by number; `kind_numbers` has the kind's number for each entity.
    """

    def __init__(self, file: "Mapped | Unwritten", afresh: Callable[[], Mapped]) -> None:
        """Take up a compiled model.

        Args:
            file: The compiled model.
            afresh: Compiles it once more from the files of the model.
        """
        self._afresh = afresh
        self.known: dict[str, int] = {}
        self._id_of: dict[int, str] = {}
        self._take(file)
        self.entities = CompiledEntities(self)
        self.outgoing = Outgoing(self)
        self.incoming = Incoming(self)
        self.naming = Found(self.relations_naming)
        self.by_kind: dict[tuple[str, str], Mapping[str, Sequence[Relation]]] = {}
        self.of_kinds: dict[str, OfKind] = {}

    def _take(self, file: "Mapped | Unwritten") -> None:
        self.size: int
        self.kind_names: list[str]
        self._names: list[str]
        self.head = file.head["model"]
        self.size, self.kind_names, self._names = (self.head[each] for each in ("size", "kinds", "files"))
        self.file = file
        self._ids = file.parts("ids")
        self._parts_entities = file.parts("entities")
        self._parts_outgoing = file.parts("outgoing")
        self._parts_incoming = file.parts("incoming")
        self._naming = file.parts("naming")
        self._making = Making(file.parts("evidence").__getitem__)
        self._places, self._subjects = file.pages("places"), file.pages("subjects")
        self._firsts, self._file_of = file.pages("first relations"), file.pages("file of")
        self._bases: list[int] = self.head["bases"]
        self._last_place = len(self._places.numbers) - 1
        self.kind_numbers = file.whole("kinds")
        self.relation_kinds = RelationKinds(file, self.head["relation kinds"])

    def forget_evidence(self) -> None:
        """Let go of the evidence that no record has."""
        self._making.forget_evidence()

    def emptied(self) -> Sequence[dict[Any, Any]]:
        """Return what may be emptied at any time: further lists of relations, and the ids and numbers that were read."""
        return (self.incoming, self.naming, self.by_kind, self.of_kinds, self._id_of, self.known)

    def mend(self) -> None:
        """Replace a compiled model that turned out to be damaged by the model read from its files."""
        self._take(self._afresh())

    def look(self, look: "Callable[[Mapped | Unwritten], _Found]") -> _Found:
        """Return the result of a look-up; if the model is damaged, read it from its files and look again."""
        try:
            return look(self.file)
        except DamagedError:
            self.mend()
            return look(self.file)

    @_sound
    def has(self, entity_id: object) -> bool:
        """Return whether the model has an entity with this id."""
        return isinstance(entity_id, str) and 0 <= self._number(entity_id) < self.size

    @_sound
    def entity(self, entity_id: str) -> Entity:
        """Return the entity with an id.

        Raises:
            KeyError: No entity has the id.
        """
        number = self._number(entity_id)
        if not 0 <= number < self.size:
            raise KeyError(entity_id)
        return self._entity(number, entity_id, self._parts_entities[number])

    def some_ids(self, start: int) -> Sequence[str]:
        """Return the ids of a block of entities that begins with number `start`."""
        return self.ids(range(start, min(start + AT_ONCE, self.size)))

    @_sound
    def some_entities(self, start: int) -> list[tuple[str, Entity]]:
        """Return a block of entities that begins with number `start`; one that was read before is the same object."""
        made, found = self.entities, []
        end = min(start + AT_ONCE, self.size)
        rows, files = self._parts_entities.some(start, end), self._file_of.some(start, end)
        make, kinds, bases, names = self._making.entity, self.kind_names, self._bases, self._names
        every = zip(self.some_ids(start), rows, self.kind_numbers[start:end], files, strict=True)
        for entity_id, row, kind, file in every:
            known = dict.get(made, entity_id)
            if known is None:
                known = kept(made, entity_id, make(entity_id, kinds[kind], row, bases[file], names[file]))
            found.append((entity_id, known))
        return found

    @_sound
    def relations_from(self, subject: str) -> Sequence[Relation]:
        """Return the relations of a subject."""
        number = self._number(subject)
        return self.relations_of(number, subject) if number >= 0 else ()

    @_sound
    def count_from(self, subject: str) -> int:
        """Return the number of relations of a subject."""
        number, last = self._number(subject), len(self._firsts.numbers) - 1
        if number < 0:
            return 0
        end = self._firsts.number(number + 1) if number < last else len(self._subjects.numbers)
        return end - self._firsts.number(number)

    @_sound
    def some_relations(self, numbers: Sequence[int]) -> list[tuple[str, Sequence[Relation]]]:
        """Return the relations of some subjects, by their numbers, in blocks where these are near each other."""
        made, parts = self.outgoing, self._parts_outgoing
        first, end = min(numbers), max(numbers) + 1
        rows = parts.some(first, end) if end - first <= 2 * AT_ONCE else None
        found: list[tuple[str, Sequence[Relation]]] = []
        for number in numbers:
            subject = self._id_of.get(number) or self.id(number)
            known = dict.get(made, subject)
            if known is None:
                row = parts[number] if rows is None else rows[number - first]
                known = kept(made, subject, self._relations(number, subject, row))
            found.append((subject, known))
        return found

    @_sound
    def relations_to(self, target: str) -> Sequence[Relation]:
        """Return the relations of an object."""
        number = self._number(target)
        found = self._parts_incoming[number].cast("I") if number >= 0 else ()
        return [self._relation(each) for each in found]

    @_sound
    def relations_naming(self, entity_id: str) -> Sequence[Relation]:
        """Return the relations that name an entity in their details."""
        number = self._number(entity_id)
        return [self._relation(each) for each in self._naming[number].cast("I")] if number >= 0 else ()

    @_sound
    def relation(self, number: int) -> Relation:
        """Return the relation with a number."""
        return self._relation(number)

    @_sound
    def number(self, entity_id: str) -> int:
        """Return the number of an id; -1 for an id that the model does not have."""
        return self._number(entity_id)

    @_sound
    def numbers(self, entity_ids: Iterable[str]) -> Sequence[int]:
        """Return the numbers of several ids, each as `number`; if many were not read yet, all ids are read in blocks."""
        ids = list(entity_ids)
        found = list(map(self.known.get, ids))
        missed = found.count(None)
        if is_large_part(missed, self.size):
            for start in range(0, self.size, AT_ONCE):
                self.some_ids(start)
        return list(map(self._number, ids)) if missed else cast("list[int]", found)

    @_sound
    def first_relations(self, subjects: Iterable[str]) -> Sequence[int]:
        """Return the number of the first relation of each of some subjects; the numbers of its others follow."""
        firsts = self._firsts.some(0, len(self._firsts.numbers)).tolist()
        return [firsts[each] for each in self.numbers(subjects)]

    def id(self, number: int) -> str:
        """Return the id with a number."""
        known = self._id_of.get(number)
        if known is None:
            known = self._id_of.setdefault(number, self._read_id(number))
            self.known[known] = number
        return known

    @_sound
    def ids(self, numbers: Sequence[int]) -> Sequence[str]:
        """Return the ids with some numbers."""
        known = self._id_of
        found = list(map(known.get, numbers))
        unread = [number for number, each in zip(numbers, found, strict=True) if each is None]
        read: dict[int, str] = {}
        if unread:
            from .texts import texts_at  # noqa: PLC0415 - most starts read few ids, each alone

            read.update(zip(unread, texts_at(self._ids, unread), strict=True))
        known.update(read)
        self.known.update(zip(read.values(), read, strict=True))
        return [read[number] if each is None else each for number, each in zip(numbers, found, strict=True)]

    @_sound
    def _read_id(self, number: int) -> str:
        return str(self._ids[number], *ENCODING)

    @_sound
    def subjects(self) -> memoryview:
        """Return the numbers of the subjects of relations in the order of the model."""
        return self.file.whole("order").cast("I")

    @_sound
    def kind(self, entity_id: str) -> str:
        """Return the kind of an entity; empty for an id without an entity."""
        number = self._number(entity_id)
        return self.kind_names[self.kind_numbers[number]] if 0 <= number < self.size else ""

    @_sound
    def may_have(self, side: str, entity_id: str, kinds: Iterable[str]) -> bool:
        """Return whether an entity has a relation of one of some kinds on a side."""
        return self.relation_kinds.has_any(side, self._number(entity_id), kinds)

    def _number(self, entity_id: str) -> int:
        """Return the number of an id; -1 for an id that the model does not have."""
        known = self.known.get(entity_id)
        if known is not None:
            return known
        sought = entity_id.encode(*ENCODING)
        places, ids, last = self._places, self._ids, self._last_place
        place = crc32(sought) & last
        while number := places.number(place):
            if ids[number - 1] == sought:
                self.known[entity_id] = number - 1
                return number - 1
            place = (place + 1) & last
        return -1

    def _entity(self, number: int, entity_id: str, row: memoryview) -> Entity:
        kind, file = self.kind_names[self.kind_numbers[number]], self._file_of.number(number)
        return self._making.entity(entity_id, kind, row, self._bases[file], self._names[file])

    @_sound
    def relations_of(self, number: int, subject: str) -> Sequence[Relation]:
        """Return the relations of the subject that has a number."""
        return self._relations(number, subject, self._parts_outgoing[number])

    def _relations(self, number: int, subject: str, row: memoryview) -> Sequence[Relation]:
        if not row:
            return ()
        base = self._bases[self._file_of.number(number)] if number < self.size else 0
        return self._making.relations(subject, row, base)

    def _relation(self, number: int) -> Relation:
        subject = self._subjects.number(number)
        return self.outgoing.of_number(subject)[number - self._firsts.number(subject)]

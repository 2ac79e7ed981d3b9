"""Look up the entities and relations of a compiled model by id; a record is read when it is first asked for, then kept.

Where two threads ask for the same record at once, both get the one that was kept first. `LettingGo` drops
records that nobody else refers to, so that there is never a second object of one that is in use.
"""

from _thread import allocate_lock
from collections.abc import (
    Callable,
    Collection,
    ItemsView,
    Iterable,
    Iterator,
    KeysView,
    Sequence,
    ValuesView,
)
from sys import getrefcount
from typing import TYPE_CHECKING, Any, TypeVar

from ...facts.statements import Entities
from ...format.records import Entity, Relation
from .relation_kinds import IN, OUT

if TYPE_CHECKING:
    from typing import Protocol

    class Records(Protocol):
        """Reads an entity or a relation by its number, in the order of the files: what these use of `records.Records`.

        That class cannot be imported, since it makes these.
        """

        known: dict[str, int]
        kind_names: list[str]
        kind_numbers: memoryview[int]
        size: int

        def id(self, number: int) -> str: ...
        def has(self, entity_id: object) -> bool: ...
        def kind(self, entity_id: str) -> str: ...
        def entity(self, entity_id: str) -> Entity: ...
        def some_ids(self, start: int) -> Iterable[str]: ...
        def some_entities(self, start: int) -> Iterable[tuple[str, Entity]]: ...
        def ids(self, numbers: Sequence[int]) -> Sequence[str]: ...
        def subjects(self) -> Collection[int]: ...
        def relations_from(self, subject: str) -> Sequence[Relation]: ...
        def relations_to(self, target: str) -> Sequence[Relation]: ...
        def count_from(self, subject: str) -> int: ...
        def may_have(self, side: str, entity_id: str, kinds: Iterable[str]) -> bool: ...
        def relations_of(self, number: int, subject: str) -> Sequence[Relation]: ...
        def some_relations(self, numbers: Sequence[int]) -> Iterable[tuple[str, Sequence[Relation]]]: ...


KEEPING = allocate_lock()
"""Held while a record is kept or let go of."""


def references(found: list[Any]) -> int:
    """Return how many references Python counts to the first object of a list, with the ones that counting itself adds."""
    return getrefcount(found[0])


ALONE = references([object()])
"""The number of references to an object that is only in the list; it is measured, since it differs between versions of Python."""


AT_ONCE = 256
"""How many records are made at once where all are gone through: each alone takes twice as long."""

_Found = TypeVar("_Found")


def kept(known: dict[str, _Found], key: str, made: _Found) -> _Found:
    """Return the record in memory under a key; if there is none, put the given one there and return it."""
    with KEEPING:
        return known.setdefault(key, made)


class _Values(ValuesView[_Found]):
    _mapping: "CompiledEntities | Outgoing"

    def __iter__(self) -> Iterator[Any]:
        return (found for _, found in self._mapping.pairs())


class _Items(ItemsView[str, _Found]):
    _mapping: "CompiledEntities | Outgoing"

    def __iter__(self) -> Iterator[Any]:
        return self._mapping.pairs()


class CompiledEntities(Entities):
    """The entities by id."""

    __slots__ = ("_records",)

    def __init__(self, records: "Records") -> None:
        self._records = records

    def keys(self) -> KeysView[str]:  # type: ignore[override] # those of a mapping, not of a dictionary
        return KeysView(self)

    def values(self) -> ValuesView[Entity]:  # type: ignore[override] # as above
        return _Values(self)

    def items(self) -> ItemsView[str, Entity]:  # type: ignore[override] # as above
        return _Items(self)

    def ids_of_kinds(self, kinds: Collection[str]) -> Sequence[str]:
        wanted = [number for number, kind in enumerate(self._records.kind_names) if kind in kinds]
        every = bytes(self._records.kind_numbers) if wanted else b""
        found: list[int] = []
        if len(wanted) > 1:
            found = [number for number, kind in enumerate(every) if kind in wanted]
        for kind in wanted if len(wanted) == 1 else ():
            at = every.find(kind)
            while at >= 0:
                found.append(at)
                at = every.find(kind, at + 1)
        records = self._records
        return records.ids(found) if len(found) > AT_ONCE else list(map(records.id, found))

    def kind(self, entity_id: str) -> str:
        known = dict.get(self, entity_id)
        return self._records.kind(entity_id) if known is None else known.kind

    def __missing__(self, entity_id: str) -> Entity:
        return kept(self, entity_id, self._records.entity(entity_id))

    def __contains__(self, entity_id: object) -> bool:
        records = self._records
        number = records.known.get(entity_id)  # type: ignore[call-overload] # of nearly all it was read before
        return records.has(entity_id) if number is None else bool(number < records.size)

    def __len__(self) -> int:
        return self._records.size

    def __iter__(self) -> Iterator[str]:
        for start in range(0, self._records.size, AT_ONCE):
            yield from self._records.some_ids(start)

    def get(self, entity_id: str, otherwise: Any = None) -> Any:
        try:
            return self[entity_id]
        except KeyError:
            return otherwise

    def pairs(self) -> Iterator[tuple[str, Entity]]:
        for start in range(0, self._records.size, AT_ONCE):
            yield from self._records.some_entities(start)


class _AtOneEnd(dict[str, Sequence[Relation]]):
    """The relations by one of their ends; any other id has an empty sequence."""

    __slots__ = ("_records",)
    side = ""

    def __init__(self, records: "Records") -> None:
        self._records = records

    def get(self, entity_id: str, otherwise: Any = None) -> Any:
        return self[entity_id] or otherwise

    def may_have(self, entity_id: str, kinds: Iterable[str]) -> bool:
        """Whether there are relations of one of some kinds, or any that were made already: of those not made a bit is looked at."""
        return self.has_unmade(entity_id, kinds) is not False

    def has_unmade(self, entity_id: str, kinds: Iterable[str]) -> bool | None:
        """Return whether there are relations of one of some kinds, by a bit of each; `None` if the relations were made already.

        That they were made is asked once, since another thread may let go of them at any time.
        """
        return (
            None
            if dict.__contains__(self, entity_id)
            else self._records.may_have(self.side, entity_id, kinds)
        )


class Outgoing(_AtOneEnd):
    """The relations by subject."""

    __slots__ = ()
    side = OUT

    def values(self) -> ValuesView[Sequence[Relation]]:  # type: ignore[override] # those of a mapping
        return _Values(self)

    def __missing__(self, subject: str) -> Sequence[Relation]:
        return kept(self, subject, self._records.relations_from(subject))

    def __len__(self) -> int:
        return len(self._records.subjects())

    def __iter__(self) -> Iterator[str]:
        return map(self._records.id, self._records.subjects())

    def count(self, subject: str) -> int:
        """Return the number of relations of a subject."""
        known = dict.get(self, subject)
        return self._records.count_from(subject) if known is None else len(known)

    def of_number(self, number: int) -> Sequence[Relation]:
        """Return the relations of the subject that has a number."""
        subject = self._records.id(number)
        known = dict.get(self, subject)
        return kept(self, subject, self._records.relations_of(number, subject)) if known is None else known

    def pairs(self) -> Iterator[tuple[str, Sequence[Relation]]]:
        subjects = list(self._records.subjects())
        for start in range(0, len(subjects), AT_ONCE):
            yield from self._records.some_relations(subjects[start : start + AT_ONCE])


class Incoming(_AtOneEnd):
    """The relations by object."""

    __slots__ = ()
    side = IN

    def __missing__(self, target: str) -> Sequence[Relation]:
        return kept(self, target, self._records.relations_to(target))


class Found(dict[str, Sequence[Relation]]):
    """The relations by an entity that they name; any other id has an empty sequence."""

    __slots__ = ("_find",)

    def __init__(self, find: Callable[[str], Sequence[Relation]]) -> None:
        self._find = find

    def __missing__(self, entity_id: str) -> Sequence[Relation]:
        return kept(self, entity_id, self._find(entity_id))

    def get(self, entity_id: str, otherwise: Any = None) -> Any:
        return self[entity_id] or otherwise

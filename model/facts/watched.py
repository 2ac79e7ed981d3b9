"""A graph that records which entities it is asked about, so that an answer is made again only where it can differ.

`turning_days` has the days on which the description of an entity can change. An answer from a watched graph is
therefore the same at another date, unless one of the entities that it asked about has such a day in between.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from ..format.records import Claim, Entity, Relation, Value
from ..format.unchanging import following
from .graph import Graph
from .standing import Standing
from .statements import Statements

_Found = TypeVar("_Found")
_Relations = TypeVar("_Relations", bound=Sequence[Relation])


class Watched(Graph):
    """A graph at a date that records which entities it is asked about.

    It has memos of its own: a value from a shared memo would be used without its entities being recorded.

    Attributes:
        plain: The graph that answers; empty by default.
        asked: The ids of the entities it was asked about so far.
    """

    plain: Graph = following(factory=lambda _: Graph.of({}, ()))
    asked: set[str] = following(factory=lambda _: set())

    @classmethod
    def over(cls, plain: Graph) -> "Watched":
        """Return a watched graph with the statements and the date of another one."""
        values = {name: getattr(plain, name) for name in cls._names if hasattr(plain, name)}
        return cls(**values, plain=plain)

    def entity(self, entity_id: str) -> Entity:
        self.asked.add(entity_id)
        return self.plain.entity(entity_id)

    def find(self, entity_id: str) -> Entity | None:
        self.asked.add(entity_id)
        return self.plain.find(entity_id)

    def outgoing(self, entity_id: str, kind: str | None = None) -> Sequence[Relation]:
        self.asked.add(entity_id)
        return self.plain.outgoing(entity_id, kind)

    def incoming(self, entity_id: str, kind: str | None = None) -> Sequence[Relation]:
        return self._noted(entity_id, self.plain.incoming(entity_id, kind))

    def every_relation(
        self, entity_id: str, kind: str | None = None, direction: str | None = None
    ) -> tuple[Relation, ...]:
        return self._noted(entity_id, self.plain.every_relation(entity_id, kind, direction))

    def from_unknown(self, entity_id: str) -> list[Relation]:
        return self._noted(entity_id, self.plain.from_unknown(entity_id))

    def naming(self, entity_id: str) -> Sequence[Relation]:
        return self._noted(entity_id, self.plain.naming(entity_id))

    def claim(self, entity_id: str, attribute: str) -> Claim | None:
        self.asked.add(entity_id)
        return self.plain.claim(entity_id, attribute)

    def value(self, entity_id: str, attribute: str) -> Value:
        self.asked.add(entity_id)
        return self.plain.value(entity_id, attribute)

    def name(self, entity_id: str) -> str:
        self.asked.add(entity_id)
        return self.plain.name(entity_id)

    def standing(self, entity_id: str) -> Standing:
        self.asked.add(entity_id)
        return self.plain.standing(entity_id)

    def shown(self, entity_id: str) -> bool:
        self.asked.add(entity_id)
        return self.plain.shown(entity_id)

    def all_shown(self) -> Sequence[str]:
        return self.plain.all_shown()

    def once_for_all(self, function: Callable[[Statements], _Found]) -> _Found:
        return self.plain.once_for_all(function)

    def _noted(self, entity_id: str, found: _Relations) -> _Relations:
        """Record an entity, and the subjects of its relations, which have the days of these relations."""
        self.asked.add(entity_id)
        self.asked.update([each.subject for each in found])
        return found

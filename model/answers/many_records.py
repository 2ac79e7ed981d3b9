"""The records of a far diff, of which nearly all are told by no more than a day: each is made when it is asked for."""

from collections.abc import Iterator, Mapping

from ..facts.graph import Graph
from ..facts.told_by_day import ToldByDay
from .states import Record, record_at


class ManyRecords(Mapping[str, Record]):
    """The records of the entities that only one of two states has, by id, in the order of ids.

    Attributes:
        at_once: The entities that are new or gone, and of which no more than a day is told.
        others: The records of all others.
    """

    def __init__(
        self, graph: Graph, at_once: ToldByDay, numbers: frozenset[int], others: Mapping[str, Record]
    ) -> None:
        """Take up the entities.

        Args:
            graph: The model at the date of the state.
            at_once: The entities of which no more than a day is told, of both states.
            numbers: The numbers of those of this state.
            others: The records of all others.
        """
        self.at_once = at_once
        self.others = others
        self._graph = graph
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self.others) + len(self._numbers)

    def __contains__(self, entity_id: object) -> bool:
        if entity_id in self.others:
            return True
        return isinstance(entity_id, str) and self.at_once.number_of(entity_id) in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(sorted([*self.others, *map(self.at_once.id_of, self._numbers)]))

    def __getitem__(self, entity_id: str) -> Record:
        known = self.others.get(entity_id)
        if known is not None:
            return known
        if entity_id not in self:
            raise KeyError(entity_id)
        return record_at(self._graph, entity_id)

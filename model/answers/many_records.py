"""The records of the entities that only one of two far dates has: of nearly all, the record is made when it is asked for."""

from collections.abc import Iterator, Mapping

from ..facts.diff_days import DiffDays
from ..facts.graph import Graph
from .states import Record, record_at


class ManyRecords(Mapping[str, Record]):
    """The records of the entities that only one of two states has, by id, in the order of ids.

    Attributes:
        days: The entities of both states of which `diff` prints no more than one day.
        others: The records of the other entities of this state.
    """

    def __init__(
        self, graph: Graph, days: DiffDays, numbers: frozenset[int], others: Mapping[str, Record]
    ) -> None:
        """Take up the entities.

        Args:
            graph: The model at the date of the state.
            days: The entities of both states of which `diff` prints no more than one day.
            numbers: The numbers of those that this state has.
            others: The records of the other entities of this state.
        """
        self.days = days
        self.others = others
        self._graph = graph
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self.others) + len(self._numbers)

    def __contains__(self, entity_id: object) -> bool:
        if entity_id in self.others:
            return True
        return isinstance(entity_id, str) and self.days.number_of(entity_id) in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(sorted([*self.others, *map(self.days.id_of, self._numbers)]))

    def __getitem__(self, entity_id: str) -> Record:
        known = self.others.get(entity_id)
        if known is not None:
            return known
        if entity_id not in self:
            raise KeyError(entity_id)
        return record_at(self._graph, entity_id)

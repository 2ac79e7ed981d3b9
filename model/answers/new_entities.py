"""The new entities of a far diff, of which nearly all have only a first day: each is found when it is asked for."""

from collections.abc import Iterator, Mapping

from ..facts.first_told import FirstTold
from ..facts.graph import Graph
from .states import Record, record_at


class NewEntities(Mapping[str, Record]):
    """The entities that only the new state has, by id, in the order of ids.

    Attributes:
        first_told: Those of which nothing is told but their first day.
        others: All others.
    """

    def __init__(self, graph: Graph, first_told: FirstTold, others: Mapping[str, Record]) -> None:
        self._graph = graph
        self.first_told = first_told
        self.others = others

    def __len__(self) -> int:
        return len(self.others) + len(self.first_told)

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self.others or (isinstance(entity_id, str) and entity_id in self.first_told)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted([*self.others, *self.first_told.ids()]))

    def __getitem__(self, entity_id: str) -> Record:
        known = self.others.get(entity_id)
        if known is not None:
            return known
        if entity_id not in self.first_told:
            raise KeyError(entity_id)
        return record_at(self._graph, entity_id)

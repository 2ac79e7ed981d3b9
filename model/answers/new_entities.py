"""The new entities of a far diff, of which nearly all have no more than a day: each is found when it is asked for."""

from collections.abc import Iterator, Mapping

from ..facts.graph import Graph
from ..facts.new_between import NewBetween
from .states import Record, record_at


class NewEntities(Mapping[str, Record]):
    """The entities that only the new state has, by id, in the order of ids.

    Attributes:
        at_once: Those of which no more than a day is told.
        others: All others.
    """

    def __init__(self, graph: Graph, at_once: NewBetween, others: Mapping[str, Record]) -> None:
        self._graph = graph
        self.at_once = at_once
        self.others = others

    def __len__(self) -> int:
        return len(self.others) + len(self.at_once)

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self.others or (isinstance(entity_id, str) and entity_id in self.at_once)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted([*self.others, *self.at_once.ids()]))

    def __getitem__(self, entity_id: str) -> Record:
        known = self.others.get(entity_id)
        if known is not None:
            return known
        if entity_id not in self.at_once:
            raise KeyError(entity_id)
        return record_at(self._graph, entity_id)

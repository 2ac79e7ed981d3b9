"""The descendants of each entity at any date, for the filter `in:` and for nearness."""

import attrs

from ...facts.graph import Graph
from ...format.records import Relation
from ...structure.placing import RANKS
from ..words.bits import bits_of
from ..words.names import Names


@attrs.define(eq=False, repr=False)
class Containment:
    """Finds the descendants of an entity, each entity once.

    Attributes:
        graph: The graph.
        names: Gives the numbers of the entities.
    """

    graph: Graph
    names: Names
    _known: dict[str, int] = attrs.field(factory=dict)

    def below(self, entity_id: str) -> int:
        """Return an entity and its descendants, as a set of numbers."""
        known = self._known.get(entity_id)
        if known is None:
            seen = {entity_id}
            waiting = [entity_id]
            while waiting:
                for relation in self.graph.incoming(waiting.pop()):
                    if relation.subject not in seen and self._places(relation):
                        seen.add(relation.subject)
                        waiting.append(relation.subject)
            numbers = self.names.numbers
            found = [numbers[each] for each in seen if each in numbers]
            known = self._known[entity_id] = bits_of([found], len(numbers))
        return known

    def _places(self, relation: Relation) -> bool:
        """Return whether a relation places its subject in the trees: the subject has no relation of a stronger kind.

        So a system that is also in a layer of one of its places is not part of that place.
        """
        rank = RANKS.get(relation.kind)
        if not rank:
            return rank == 0
        others = self.graph.outgoing(relation.subject)
        return all(RANKS.get(each.kind, rank) >= rank for each in others)

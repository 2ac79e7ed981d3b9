"""What belongs to what, on every path, whatever the dates."""

import attrs

from ...facts.graph import Graph
from ...format.records import Relation
from ...structure.placing import RANKS
from ..words.bits import bits_of
from ..words.names import Names


@attrs.define(eq=False, repr=False)
class Containment:
    """Finds all that is directly or indirectly below an entity.

    Attributes:
        graph: The graph.
        names: Numbers the entities.
    """

    graph: Graph
    names: Names
    _known: dict[str, int] = attrs.field(factory=dict)

    def below(self, entity_id: str) -> int:
        """Return the set of an entity and all that belongs to it."""
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
        """Whether a relation is of the strongest kind of those that place its subject, as in the trees.

        A system that is also drawn in a layer of one of its places is no part of that place.
        """
        rank = RANKS.get(relation.kind)
        if not rank:
            return rank == 0
        others = self.graph.outgoing(relation.subject)
        return all(RANKS.get(each.kind, rank) >= rank for each in others)

"""Find the entities above one: to whom it answers, who delegates to it, what it is part of, its layers."""

from collections.abc import Callable, Collection, Iterable, Iterator

from ...facts.columns import may_say_ended
from ...facts.ends import is_over
from ...facts.graph import Graph
from ...facts.holding import ENDED, state_with_subject
from ...facts.standing import ENDED as OVER
from ...facts.times import end_of
from ...format import NONE, RELATIONS
from ...format.groups import AGENTS
from ...format.records import Relation
from ...format.relations import ANSWERING
from ...structure.layers import delegations_to, layers_of, members_of_layer, ordered_layers
from .steps import Link

_LEADING_UP = tuple(name for name, kind in RELATIONS.items() if kind.leads_up)
"""The relations upward that count where no document says to whom an entity is accountable."""

UPWARD = frozenset((*ANSWERING, *_LEADING_UP))
"""The relations by which one entity is above another."""

AUTHORITY = tuple(name for name, kind in RELATIONS.items() if kind.authority)
"""The relations that give an entity its authority, or by which it answers to another; reports alone do neither."""

Allowed = Callable[[Link], bool]


class Upward:
    """Finds the entities above others, for one question.

    Attributes:
        graph: The model, at its date.
        functions: The functions of the question: delegations of other functions, and accountability for them,
            are not followed; `None` to follow all.
    """

    def __init__(self, graph: Graph, functions: Collection[str] | None) -> None:
        self.graph = graph
        self.functions = functions
        self._edges: dict[str, tuple[Link, ...]] = {}

    def delegations(self, entity_id: str) -> list[Relation]:
        """Return the delegations to an entity that concern the functions: present, planned and uncertain ones."""
        return [
            one
            for one in delegations_to(self.graph, entity_id)
            if self._concerns(one) and state_with_subject(self.graph, one)[0] != ENDED
        ]

    def links(self, entity_id: str, allowed: Allowed) -> list[Link]:
        """Return the links from an entity upward, by the strongest sort of relation with an allowed link."""
        for found in (
            [*self._by_delegation(entity_id), *self._by_relation(entity_id, "accountable_to")],
            self._by_relation(entity_id, "reports_to"),
            self._by_layers(entity_id, allowed),
            self._by_part(entity_id),
        ):
            links = [each for each in found if allowed(each)]
            if links:
                return links
        return []

    def every_link(self, entity_id: str) -> tuple[Link, ...]:
        """Return the links from an entity by every relation, without those from a partnership into its own layers.

        An entity in a layer of a partnership is below the partnership, just as a part of it is.
        """
        if entity_id not in self._edges:
            found = [*self._by_delegation(entity_id)]
            for kind in (*ANSWERING, *_LEADING_UP):
                found += self._by_relation(entity_id, kind)
            for layer, standing_there in layers_of(self.graph, entity_id).items():
                owners = [each.object for each in self.graph.relations(layer, "of", "out")]
                found += [Link(entity_id, each, "layer", standing_there) for each in owners]
                found += [
                    each for owner in owners for each in self._next_layer(entity_id, owner, layer, _any)
                ]
            self._edges[entity_id] = tuple(found)
        return self._edges[entity_id]

    def silent(self, entity_id: str) -> Iterator[Relation]:
        """Yield the relations upward of an entity with another end that the sources do not give."""
        yield from (each for each in self.delegations(entity_id) if each.subject not in self.graph)
        answers = list(self._silent(entity_id, "accountable_to"))
        yield from answers
        if not any(self._by_relation(entity_id, "accountable_to")) and not any(
            self._by_delegation(entity_id)
        ):
            yield from self._silent(entity_id, "reports_to")

    def ended(self, entity_id: str) -> list[Relation]:
        """Return the relations to those that were above an entity until they ended, of the strongest sort."""
        for kinds in (("accountable_to",), ("reports_to",), _LEADING_UP):
            found = [
                each
                for kind in kinds
                for each in self.graph.every_relation(entity_id, kind, "out")
                if self._concerns(each) and self._ended_with(each)
            ]
            if found:
                return sorted(found, key=lambda each: (each.object, each.evidence.inferred))
        return []

    def _ended_with(self, relation: Relation) -> bool:
        """Whether the upper end of a relation has ended, and the relation did not end before it."""
        graph, above = self.graph, relation.object
        if above not in graph or graph.kind(above) not in AGENTS or not may_say_ended(graph, above):
            return False
        if graph.standing(above).state != OVER:
            return False
        end = end_of(graph, above)
        left = relation.end_date
        return graph.holds(relation) or (
            end is not None and left is not None and is_over(graph, left, graph.at) and left.last >= end.first
        )

    def _concerns(self, relation: Relation) -> bool:
        """Whether a relation counts in the chain of the functions: it names one of them, or none."""
        function = relation.details.get("function")
        return self.functions is None or function not in self.graph or function in self.functions

    def _silent(self, entity_id: str, kind: str) -> Iterator[Relation]:
        found = (each for each in self.graph.relations(entity_id, kind, "out") if self._concerns(each))
        return (each for each in found if each.object not in self.graph)

    def _by_delegation(self, entity_id: str) -> Iterator[Link]:
        for relation in self.delegations(entity_id):
            if relation.subject in self.graph:
                yield from self._through(entity_id, relation.subject, relation)

    def _by_relation(self, entity_id: str, kind: str) -> Iterator[Link]:
        found = [each for each in self.graph.relations(entity_id, kind, "out") if self._concerns(each)]
        for relation in sorted(
            found, key=lambda each: (each.object, each.evidence.inferred, each.evidence.note)
        ):
            above = relation.object
            if above in self.graph and self.graph.kind(above) in AGENTS and self.graph.shown(above):
                yield from self._through(entity_id, above, relation)

    def _by_part(self, entity_id: str) -> Iterator[Link]:
        """Yield links to the wholes of an entity, and by other relations upward if nothing says to whom it answers."""
        for kind in _LEADING_UP:
            yield from self._by_relation(entity_id, kind)

    def _through(self, below: str, above: str, relation: Relation) -> Iterator[Link]:
        """Yield a link to the entity above; where that is a layer, one to each entity in it."""
        standing_in = members_of_layer(self.graph, above) if self.graph.kind(above) == "layer" else {}
        for each in standing_in:
            yield Link(below, each, relation.kind, relation, above)
        if not standing_in and self.graph.shown(above):
            yield Link(below, above, relation.kind, relation)

    def _by_layers(self, entity_id: str, allowed: Allowed) -> Iterator[Link]:
        """Yield links to the next layer up; from the topmost layer, to wholes of the partnership outside that layer."""
        if self.graph.kind(entity_id) == "partnership":
            yield from self._into_own_layers(entity_id, allowed)
        for layer in layers_of(self.graph, entity_id):
            for owner in self.graph.relations(layer, "of", "out"):
                higher = list(self._next_layer(entity_id, owner.object, layer, allowed))
                yield from higher
                if not higher and owner.object in self.graph:
                    beside = members_of_layer(self.graph, layer)
                    wider = self._by_relation(owner.object, "part_of")
                    yield from (each for each in wider if each.above not in beside)

    def _next_layer(self, entity_id: str, owner: str, layer: str, allowed: Allowed) -> Iterator[Link]:
        """Yield links to all entities in the nearest layer above in which any entity is allowed."""
        standing_there = layers_of(self.graph, entity_id)[layer]
        layers = ordered_layers(self.graph, owner)
        above = layers[: layers.index(layer)] if layer in layers else []
        for higher in reversed(above):
            links = [
                Link(entity_id, each, "layer", standing_there, higher)
                for each in members_of_layer(self.graph, higher)
            ]
            found = [each for each in links if allowed(each)]
            if found:
                yield from found
                return

    def _into_own_layers(self, partnership: str, allowed: Allowed) -> Iterator[Link]:
        """Yield links to the lowest layer of a partnership that has more than workstreams, to those that may decide."""
        for layer in reversed(ordered_layers(self.graph, partnership)):
            links = [
                Link(partnership, each, "layer", relation, layer)
                for each, relation in members_of_layer(self.graph, layer).items()
                if self.graph.value(each, "decides") != NONE
            ]
            found = [each for each in links if allowed(each)]
            if any(self.graph.kind(each.above) != "workstream" for each in found):
                yield from found
                return


def _any(_: Link) -> bool:
    return True


def ids_above(links: Iterable[Link]) -> set[str]:
    """Return the ids of the entities to which links lead."""
    return {each.above for each in links}

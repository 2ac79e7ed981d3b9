"""A change of one attribute or kind of relation, as `tiers diff` tells it; also what new and gone entities change.

A new member would else take the change of the body along with it, and a body that ended that of its function.
"""

from collections.abc import Collection

import attrs

from ..facts.graph import Graph
from ..facts.stored import is_large_part
from .state_relations import facts_at_others, facts_from_many
from .states import Fact


@attrs.frozen(repr=False)
class Change:
    """One attribute or relation kind of an entity that differs.

    Attributes:
        id: The entity.
        attribute: The attribute or relation kind, as in `Record.facts`.
        old: The old facts; empty for none.
        new: The new facts; empty for none.
    """

    id: str
    attribute: str
    old: tuple[Fact, ...]
    new: tuple[Fact, ...]

    def __repr__(self) -> str:
        return f"<Change of {self.attribute} of {self.id}>"


def at_others(
    old: Graph,
    new: Graph,
    apart: tuple[Collection[str], Collection[str]],
    within: Collection[str] | None = None,
    *,
    evidence: bool,
    others: Collection[str] | None = None,
) -> tuple[Change, ...]:
    """Return a change for each entity of both states in which a new or a gone one had or has a part.

    Args:
        old: The old model.
        new: The new model.
        apart: The entities that only the old state has, and those that only the new one has.
        within: Only relations with an end among these entities; `None` for all.
        evidence: Whether evidence is part of the facts, as in `state_of`.
        others: The entities in the trees at both dates, if they are known.
    """
    gone, added = apart

    def is_other(entity_id: str) -> bool:
        if entity_id in gone or entity_id in added:
            return False
        return all(_is_there(one, entity_id, evidence=evidence) for one in (old, new))

    found: dict[tuple[str, str], tuple[list[Fact], list[Fact]]] = {}
    for side, (graph, ids) in enumerate(((old, gone), (new, added))):
        if others is not None:
            relations = facts_from_many(graph, ids, others)
        elif evidence or not is_large_part(len(ids), len(graph)):
            relations = facts_at_others(graph, ids, is_other, evidence=evidence)
        else:
            # those that both have are fewer, and have the same relations with the others
            found_others = [each for each in old.all_shown() if new.shown(each) and is_other(each)]
            relations = facts_from_many(graph, ids, found_others)
        for relation in relations:
            if within is None or relation.subject in within or relation.object in within:
                found.setdefault((relation.object, f"~{relation.kind}"), ([], []))[side].append(relation)
    return tuple(
        Change(other, attribute, tuple(before), tuple(after))
        for (other, attribute), (before, after) in sorted(found.items())
    )


def _is_there(graph: Graph, entity_id: str, *, evidence: bool) -> bool:
    """Whether an entity is in a version of a model, or in the trees at a date."""
    return entity_id in graph and (evidence or graph.shown(entity_id))

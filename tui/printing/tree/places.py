"""The entities of a subtree at each of their places, without headings: the records of `csv` and `jsonl`.

In views with columns for them, a delegation and a seat without a named holder are records too, without an id.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from tiers.model import Date, Evidence
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.holding import PLANNED, is_planned, state_between
from tiers.model.facts.planned import state_of_delegation
from tiers.model.facts.relation_disputes import relation_disputes
from tiers.model.facts.standing import DOCUMENTED
from tiers.model.facts.times import end_of, start_of
from tiers.model.format import INFERRED, STATED
from tiers.model.format.details import DISPUTED
from tiers.model.structure.placing import tier_of
from tiers.model.views.layout import DELEGATION, SEAT

from ...wording.description.footnotes import followed
from .subtree import Subtree

COLUMNS = ("depth", "path", "id", "name", "kind", "tier")
RESTS_ON = ("basis", "start_date", "end_date", "source", "standing", "disputed")
"""The columns for the evidence and state of a place; they come after those that describe the entity."""


TOLD: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "seats": frozenset((SEAT,)),
        "decisions": frozenset((DELEGATION,)),
        "functions": frozenset((DELEGATION,)),
    }
)
"""The rows without an entity that are records in a view, by view: those for which it has columns."""


@attrs.frozen(eq=False, repr=False)
class Place:
    """An entity at one of its places, or a delegation or a seat without a named holder.

    Attributes:
        row: Its row.
        path: The names of the entities above it, from the first row of the subtree.
        id: Its id; `None` for a delegation or a seat.
        name: Its name; for a delegation the text of the row.
        kind: Its kind, `delegation` or `seat`.
        tier: Its tier; `None` when none is recorded.
        below: The number of rows below it that are left out.
        repeat: Whether it was written before.
    """

    row: int
    path: tuple[str, ...]
    id: str | None
    name: str
    kind: str
    tier: str | None
    below: int
    repeat: bool


def evidence_of(subtree: Subtree, place: Place) -> tuple[Evidence, ...]:
    """Return the evidence of a place: that of the entity, and that of the relation that puts it there."""
    entity = None if place.id is None else subtree.graph.entity(place.id)
    relation = subtree.relation(place.row)
    return tuple(each.evidence for each in (entity, relation) if each is not None)


def basis_of(subtree: Subtree, place: Place) -> str:
    """Return `inferred` where the entity or its place is our reading, else `stated`."""
    return INFERRED if any(each.inferred for each in evidence_of(subtree, place)) else STATED


def dates_of(subtree: Subtree, place: Place) -> tuple[Date | None, Date | None]:
    """Return the first and the last day of the relation that puts an entity there, else of the entity itself."""
    relation = subtree.relation(place.row)
    if relation is not None and (relation.start_date is not None or relation.end_date is not None):
        return relation.start_date, relation.end_date
    if place.id is None:
        return None, None
    return start_of(subtree.graph, place.id), end_of(subtree.graph, place.id)


def standing_of(subtree: Subtree, place: Place) -> str:
    """Return the state of an entity at a place; `planned` also if only its status or its place is planned."""
    graph = subtree.graph
    relation = subtree.relation(place.row)
    state = state_of_delegation if place.kind == DELEGATION else state_between
    planned = relation is not None and state(graph, relation)[0] == PLANNED
    if place.id is None:
        return PLANNED if planned else DOCUMENTED
    standing = graph.standing(place.id)
    if not standing.shown:
        return standing.state
    return PLANNED if planned or is_planned(graph, place.id) else standing.state


def disputed_at(subtree: Subtree, place: Place) -> bool:
    """Return whether documents disagree about an entity, or about the relation that puts it at a place."""
    relation = subtree.relation(place.row)
    if place.id is not None and is_disputed(subtree.graph, place.id):
        return True
    return relation is not None and (
        DISPUTED in relation.details or bool(relation_disputes(subtree.graph, relation))
    )


def cited_in(subtree: Subtree, place: Place) -> list[str]:
    """Return the cited places for an entity and its place in the tree, each once."""
    found = (each for evidence in evidence_of(subtree, place) for each in followed(subtree.graph, evidence))
    return list(dict.fromkeys(map(str, found)))


def places(subtree: Subtree) -> Iterator[Place]:
    """Yield each place in preorder; with `once`, each entity only at its first place."""
    graph, forest = subtree.graph, subtree.forest
    above: list[tuple[int, str]] = []
    written: set[str] = set()
    delegated: set[int] = set()
    told = TOLD.get(forest.view, frozenset())
    for row, level, below in subtree.rows():
        while above and above[-1][0] >= level:  # also before a heading, whose rows are not below its sibling
            above.pop()
        entity_id, kind, name = forest.ids[row], forest.kinds[row], forest.names[row]
        if entity_id is None:
            if kind in told and id(forest.relations[row]) not in delegated:
                delegated.update([id(forest.relations[row])] if subtree.once else ())
                yield Place(
                    row, tuple(each for _, each in above), None, name, kind, None, below, repeat=False
                )
            continue
        repeat = bool(forest.repeats[row]) and entity_id in written
        if not (subtree.once and entity_id in written):
            path = tuple(name for _, name in above)
            yield Place(row, path, entity_id, name, kind, tier_of(graph, entity_id), below, repeat)
        written.add(entity_id)
        above.append((level, forest.names[row]))

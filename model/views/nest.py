"""Which entities are below which in trees at a date, and who sits on which; all views take their rows from here.

For a whole view everything is found in one pass over the model; `near` finds it for single entities.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import attrs

from ..facts.by_kind import of_kind, sort_by_kind
from ..facts.columns import CHANGING, kinds_of
from ..facts.functions import IN_HAND
from ..facts.graph import Graph, described
from ..format.groups import PLACES
from ..format.keys import NOBODY
from ..format.kinds import KINDS, RECORDS
from ..format.records import Relation
from ..structure.membership import MEMBERSHIP, names_nobody, seat_words
from ..structure.order import by_sibling, sibling_rank
from ..structure.placing import RANKS, is_lasting, nearest_shown, placements, weak_placements

Below = Mapping[str, Mapping[str, Relation]]
"""The children of an entity by kind, in the order of siblings, each with the relation that puts it there."""

Home = tuple[str, Relation]
"""A parent of an entity in trees, and the relation that says so."""


@attrs.frozen(eq=False, repr=False)
class Nest:
    """The parents and children of the entities in trees at a date.

    Attributes:
        below: The children by parent.
        loose: The entities without a parent, other than sources, terms and disagreements.
        further: Where several relations put an entity below the same parent, as where a body has two roles in
            a function: all but the first relation by entity, by parent.
    """

    below: Mapping[str, Below]
    loose: Sequence[str]
    further: Mapping[str, Mapping[str, Sequence[Relation]]]


class Children:
    """The children of one entity while they are collected."""

    __slots__ = ("by_kind", "further")

    def __init__(self) -> None:
        self.by_kind: dict[str, dict[str, Relation]] = {}
        self.further: dict[str, list[Relation]] = {}

    def add(self, home: str, kind: str, entity_id: str, relation: Relation) -> None:
        """Add a child; a second relation of its own that puts it there is a further one."""
        first = self.by_kind.setdefault(kind, {}).setdefault(entity_id, relation)
        if first is not relation and home in (relation.subject, relation.object):
            self.further.setdefault(entity_id, []).append(relation)

    def in_order(self, graph: Graph) -> Below:
        """Return the children by kind, those of each kind in the order of siblings."""
        for kind, found in self.by_kind.items():
            if len(found) > 1:
                self.by_kind[kind] = {each: found[each] for each in by_sibling(graph, found)}
        return self.by_kind


class Nesting:
    """The nesting and the members of a graph, found when they are first asked for, or put there by `near`.

    Attributes:
        nest: The parents and children.
        members: The memberships by body.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    @cached_property
    def nest(self) -> Nest:
        return find_nest(self._graph)

    @cached_property
    def members(self) -> Mapping[str, Sequence[Relation]]:
        return find_members(self._graph)


def nest_of(graph: Graph) -> Nest:
    """Return the nesting of the entities of a graph at its date."""
    return graph.once(Nesting).nest


def find_nest(graph: Graph) -> Nest:
    """Find the nesting of all entities in one pass."""
    found: dict[str, Children] = {}
    loose: list[str] = []
    # what most views ask for next; and so a compiled model reads all relations in blocks, in half the time
    sort_by_kind(
        graph, MEMBERSHIP, IN_HAND, "holds", "post_in", "stands_for", "in_layer", "delegates_to", *CHANGING
    )
    ids = graph.all_shown()
    kinds = described(graph).kinds or dict(zip(ids, kinds_of(graph, ids), strict=True))
    outgoing, homes_at_hand = graph.outgoing, kinds.get
    for each in ids:
        kind = kinds[each]
        homes: Sequence[Home]
        placed = [one for one in outgoing(each) if one.kind in RANKS]
        above = homes_at_hand(placed[0].object) if len(placed) == 1 and is_lasting(placed) else None
        if above is not None and above not in RECORDS:
            homes = ((placed[0].object, placed[0]),)  # a shortcut for nearly all; `_homes` finds the same
        else:
            homes, is_root = _homes(graph, each, kind, placements(graph, each))
            if is_root:
                loose.append(each)
        for home, relation in homes:
            children = found.get(home)
            if children is None:
                children = found[home] = Children()
            children.add(home, kind, each, relation)
    return Nest(
        {home: each.in_order(graph) for home, each in found.items()},
        loose,
        {home: each.further for home, each in found.items() if each.further},
    )


def homes_of(graph: Graph, entity_id: str) -> Sequence[Home]:
    """Return the parents of an entity in trees; weak ones only where no parent but records is recorded."""
    return _homes(graph, entity_id, graph.kind(entity_id), placements(graph, entity_id))[0]


def _homes(
    graph: Graph, entity_id: str, kind: str, placed: Iterable[Relation]
) -> tuple[Sequence[Home], bool]:
    """Return the parents of an entity in trees, and whether it has none but records and is none itself.

    Args:
        graph: The model, at its date.
        entity_id: The entity.
        kind: Its kind.
        placed: The relations that place it, see `placements`.
    """
    found = list(_moved_up(graph, ((each.object, each) for each in placed)))
    if not is_loose(graph, kind, found):
        return found, False
    weak = list(_weak_homes(graph, entity_id, kind))
    return [*found, *weak], not weak


def is_loose(graph: Graph, kind: str, homes: Iterable[Home]) -> bool:
    """Return whether an entity of a kind has no parent but records, and is no record itself."""
    return kind not in RECORDS and all(graph.kind(home) in RECORDS for home, _ in homes)


def _moved_up(graph: Graph, wholes: Iterable[Home]) -> Iterator[Home]:
    """Yield the parents of an entity, each moved up to the nearest one that is in the trees."""
    for whole, relation in wholes:
        # below an ended parent it would drop out of the tree, so it moves up to the parent's parent
        home = whole if graph.shown(whole) else nearest_shown(graph, whole)
        if home is not None:
            yield home, relation


def _weak_homes(graph: Graph, entity_id: str, kind: str) -> Iterator[Home]:
    """Yield the parents of an entity without a recorded one; none for places and members, which have rows elsewhere."""
    if kind not in PLACES and not is_seated(graph, entity_id):
        for home, relation in _moved_up(graph, weak_placements(graph, entity_id)):
            if home != entity_id and graph.kind(home) not in RECORDS:
                yield home, relation


def is_seated(graph: Graph, entity_id: str) -> bool:
    """Whether an entity is listed among the members of another."""
    return any(
        each.kind == MEMBERSHIP
        and each.object != entity_id
        and graph.shown(each.object)
        and graph.kind(each.object) not in RECORDS
        and graph.holds(each)
        for each in graph.outgoing(entity_id)
    )


def is_in_sight(graph: Graph, entity_id: str) -> bool:
    """Whether an entity of a kind that is filed away stays in sight at the date, as a post does that somebody holds."""
    kind = KINDS[graph.kind(entity_id)].in_sight if entity_id in graph else ""
    return bool(kind) and any(graph.shown(each.subject) for each in graph.relations(entity_id, kind, "in"))


def members_of(graph: Graph, entity_id: str) -> Sequence[Relation]:
    """Return the shown memberships in an entity at the date, in the order of siblings; seats without a named holder last."""
    return graph.once(Nesting).members.get(entity_id, ())


def find_members(graph: Graph) -> Mapping[str, Sequence[Relation]]:
    """Find the memberships of all bodies at the date."""
    found = {body: find_seats(graph, body, seats) for body, seats in of_kind(graph, MEMBERSHIP)[1].items()}
    return {body: seats for body, seats in found.items() if seats}


def find_seats(graph: Graph, body: str, every: Iterable[Relation]) -> Sequence[Relation]:
    """Return the shown memberships in a body at the date, as `members_of`.

    Args:
        graph: The model, at its date.
        body: The body.
        every: The memberships in it, whatever their dates.
    """
    seats: list[Relation] = []
    unnamed: list[Relation] = []
    shown, holds = graph.shown, graph.holds
    for seat in every:
        if seat.subject == body or not holds(seat):
            continue
        if shown(seat.subject):
            seats.append(seat)
        elif names_nobody(seat) and shown(body):
            unnamed.append(seat)
    if len(seats) > 1:
        rank = sibling_rank(graph)
        if len({seat.subject for seat in seats}) == len(seats):
            seats.sort(key=lambda each: rank(each.subject))
        else:  # two seats of the same member are in the order of their roles
            seats.sort(key=lambda each: (rank(each.subject), str(each.details.get("role", ""))))
    return [*seats, *sorted(unnamed, key=_unnamed_key)] if unnamed else seats


def _unnamed_key(seat: Relation) -> tuple[int, str]:
    """Return the sort key of a seat without a named holder: the word for its holder, then its own words."""
    return NOBODY.index(seat.subject), seat_words(seat).casefold()

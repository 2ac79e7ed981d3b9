"""The tiers view (1): entities nested by what they are part of, from national to neighbourhood."""

from collections.abc import Iterable, Mapping

from ..facts.claims import has_lapsed
from ..facts.ends import is_over
from ..facts.graph import Graph
from ..facts.statements import ids_of_kind
from ..format import KINDS
from ..format.groups import GROUPED, PLACES, STRANDS
from ..format.kinds import RECORDS, capitalised, heading
from ..format.records import Relation
from ..structure.layers import members_of_layer
from ..structure.membership import MEMBERSHIP
from ..structure.order import by_sibling
from ..structure.placing import tier_of
from .below import below_of, classified, every_row, of_kinds, rows, seat_groups
from .forest import Forest
from .layout import Row, group, lay_out
from .near import homes_near
from .nest import Below, Nesting, is_in_sight, is_loose, is_seated, members_of, nest_of
from .top import Top

NOT_PLACED = "Not placed in this model"
"""The heading for entities that no relation puts below another."""

ALSO_RECORDED = "Also recorded"
"""The heading for an entity's events, plans, functions and the like; the explorer opens with it closed."""

_REGION = "region"
_NATIONAL = "national"
_BETWEEN = "organisation"
"""The kind that may be between two tiers, such as a board between its region and its areas."""


_FORMER = "Former members"
_INTENDED, _LATER = "Planned members", "Documented later as members"
_GROUPED = (*GROUPED, *(kind for kind, each in KINDS.items() if not each.record and kind not in GROUPED))
_RANKS = {kind: rank for rank, kind in enumerate(_GROUPED)}


def make(graph: Graph) -> Forest:
    """Return the tiers view of a graph at its date."""
    nest, members = nest_of(graph), graph.once(Nesting).members
    roots = [each for each in nest.loose if not is_seated(graph, each)]
    layers = ids_of_kind(graph, "layer")
    leading = {*nest.below, *members, *layers}
    forest = lay_out("tiers", graph, _top_rows(graph, roots), leading=leading)
    rest = {each for each in graph.all_shown() if graph.kind(each) not in RECORDS}
    rest.difference_update(forest.ids)
    if not rest:
        return forest
    for first in sorted(rest):  # a cycle that nothing outside it leads to: its first entity is the root
        if first in rest:
            roots.append(first)
            rest.difference_update(lay_out("tiers", graph, [(first, None, _inside)], leading=leading).ids)
    return lay_out("tiers", graph, _top_rows(graph, roots), leading=leading)


def _is_root(graph: Graph, entity_id: str) -> bool:
    """Whether an entity in the trees is at the top, other than one of a ring."""
    homes = homes_near(graph, entity_id)
    return is_loose(graph, graph.kind(entity_id), homes) and not is_seated(graph, entity_id)


def _top_rows(graph: Graph, roots: Iterable[str]) -> list[Row]:
    """Return the rows of the roots: the places and what is national by itself, then what is placed nowhere, by kind.

    In a model without such a root its organisations are at the top: those of a federation, say, that has
    regions and teams and no area.
    """
    tops: list[Row] = []
    others: dict[str, list[Row]] = {}
    for each in by_sibling(graph, roots):
        kind = graph.kind(each)
        is_top = kind in PLACES or (kind == _BETWEEN and tier_of(graph, each) == _NATIONAL)
        (tops if is_top else others.setdefault(kind, [])).append((each, None, _inside))
    tops = tops or others.pop(_BETWEEN, [])
    elsewhere = [row for kind in KINDS if kind in others for row in group(heading(kind), others[kind])]
    return [*tops, *group(NOT_PLACED, elsewhere)]


def _inside(graph: Graph, entity_id: str) -> list[Row]:
    """Return the rows below an entity: the next tier down, its members, then groups by kind."""
    below, members = below_of(graph, entity_id), members_of(graph, entity_id)
    found = seat_groups(graph, members, _inside) if members else []
    kind = graph.kind(entity_id)
    if kind == "layer":
        return [*_layer(graph, entity_id, below), *found]
    if not below:
        return found
    below, absent = _by_membership(graph, below)
    for name, of_name in absent.items():
        found.extend(group(name, every_row(graph, entity_id, of_name, _inside)))
    direct = _direct(graph, entity_id, kind, below)
    if direct:
        found = [*rows(direct, _inside), *found]
    recorded: list[Row] = []
    for each in sorted(below.keys() & _RANKS.keys(), key=_RANKS.__getitem__):
        grouped = below[each]
        if direct:
            grouped = {one: relation for one, relation in grouped.items() if one not in direct}
        if each == "workstream":
            found.extend(_workstreams(graph, grouped))
            continue
        filed = _filed(graph, each, grouped) if not KINDS[kind].filed else {}
        sight = {one: grouped[one] for one in grouped if one not in filed} if filed else grouped
        found.extend(group(heading(each), every_row(graph, entity_id, sight, _inside)))
        if filed:
            recorded.extend(group(heading(each), every_row(graph, entity_id, filed, _inside)))
    return [*found, *group(ALSO_RECORDED, recorded)]


def _filed(graph: Graph, kind: str, below: Mapping[str, Relation]) -> Mapping[str, Relation]:
    """Return the children of a kind that belong in *Also recorded*: those of filed kinds that are not kept in sight."""
    if not KINDS[kind].filed:
        return {}
    return {each: relation for each, relation in below.items() if not is_in_sight(graph, each)}


def _by_membership(graph: Graph, below: Below) -> tuple[Below, Mapping[str, Mapping[str, Relation]]]:
    """Return what is below an entity without those who are no members at the date, and these by heading."""
    absent = {
        each: relation
        for of_kind in below.values()
        for each, relation in of_kind.items()
        if relation.kind == MEMBERSHIP
    }
    if not absent:
        return below, {}
    kept = {
        kind: {each: relation for each, relation in of_kind.items() if each not in absent}
        for kind, of_kind in below.items()
    }
    apart: dict[str, dict[str, Relation]] = {_FORMER: {}, _INTENDED: {}, _LATER: {}}
    for each in by_sibling(graph, absent):
        relation = absent[each]
        lapsed = has_lapsed(graph, relation, graph.at)
        over = is_over(graph, relation.end_date, graph.at)
        apart[_INTENDED if lapsed else _FORMER if over else _LATER][each] = relation
    return kept, apart


def _layer(graph: Graph, layer: str, below: Below) -> list[Row]:
    """Return the rows below a layer."""
    relations = members_of_layer(graph, layer)
    inside = by_sibling(graph, [*relations, *(each for of_kind in below.values() for each in of_kind)])
    return [(each, relations.get(each), _inside) for each in inside]


def _direct(graph: Graph, entity_id: str, kind: str, below: Below) -> Mapping[str, Relation]:
    """Return the children that are shown without a group row: the next tier down, and sub-groups.

    Organisations are among them where they lead on to a lower tier: the boards of a region, organisations
    with partnerships below them, and the regions of a federation.
    """
    if kind in STRANDS:
        return of_kinds(graph, entity_id, STRANDS)
    found = {
        each: relation
        for each, relation in below.get("area", {}).items()
        if "partnership" in below_of(graph, each) or _is_region(graph, each)
    }
    if kind in {*PLACES, _BETWEEN}:
        found = {**below.get("partnership", {}), **found}
    if kind in {*PLACES, _BETWEEN} and _BETWEEN in below:
        every = _is_region(graph, entity_id)
        organisations = below[_BETWEEN].items()
        found.update(each for each in organisations if every or _leads_down(graph, kind, each[0]))
    return found


def _leads_down(graph: Graph, kind: str, organisation: str) -> bool:
    """Whether an organisation below an entity of a kind leads on to a lower tier."""
    if kind in PLACES and "partnership" in below_of(graph, organisation):
        return True
    return _is_region(graph, organisation)


def _is_region(graph: Graph, entity_id: str) -> bool:
    """Whether an entity is a region with something below it."""
    return bool(below_of(graph, entity_id)) and graph.value(entity_id, "tier") == _REGION


def _workstreams(graph: Graph, below: Mapping[str, Relation]) -> list[Row]:
    return [
        row
        for name, inside in classified(graph, below)
        for row in group(capitalised(f"{name} workstreams".lstrip()), rows(inside, _inside))
    ]


TOP = Top(_is_root, _inside, rows=_top_rows, leading=("area", _BETWEEN), is_complete=True)
"""The top level of the view."""

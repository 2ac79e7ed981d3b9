"""The views: what they show, in which order, and that nothing is lost."""

import random
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model import Entity, Evidence, Graph, Relation
from tiers.model.views import VIEWS
from tiers.model.views.forest import Forest

from .shapes import graph, outline, parts

GraphOf = Callable[[str], Graph]

PLACE = """
[[area]]
id = "england"
name = "England"
tier = "national"
[[partnership]]
id = "system"
name = "System"
tier = "system"
part_of = "england"
[[partnership]]
id = "place"
name = "Place"
tier = "place"
part_of = "system"
members = ["council", { id = "ccg", role = "funder", on_behalf_of = ["system"] }]
[[organisation]]
id = "council"
name = "Council"
[[organisation]]
id = "ccg"
name = "CCG"
part_of = "system"
[[layer]]
id = "sovereign"
of = "place"
order = 1
name = "Sovereign"
delegates_to = [{ to = "board", extent = { agreed = true, text = "not_stated" } }]
[[layer]]
id = "joint"
of = "place"
order = 2
name = "Joint"
[[layer]]
id = "strands"
of = "place"
order = 3
name = "Strands"
[[collective]]
id = "authority"
name = "Local Authority"
in_layer = "sovereign"
stands_for = "council"
[[body]]
id = "board"
name = "Board"
part_of = "place"
in_layer = "joint"
delegates_to = [{ to = "strands" }]
[[body]]
id = "forum"
name = "Forum"
part_of = "place"
[[workstream]]
id = "estates"
name = "Estates"
classification = "enabling"
part_of = "place"
in_layer = "strands"
[[workstream]]
id = "frailty"
name = "Frailty"
order = 2
classification = "delivery"
part_of = "place"
in_layer = "strands"
[[workstream]]
id = "population"
name = "Population health"
order = 1
classification = "delivery"
part_of = "place"
in_layer = "strands"
[[body]]
id = "inequalities"
name = "Inequalities sub-group"
part_of = "population"
[[commitment]]
id = "model"
name = "New model"
part_of = "frailty"
[[type]]
id = "icb"
name = "Integrated care board"
"""


def test_tiers(graph_of: GraphOf) -> None:
    """View 1 nests what is part of what, places first, then members, decision layers, bodies, workstreams and the other kinds, and loses nothing."""
    assert outline(VIEWS["tiers"].make(graph_of(PLACE))) == [
        "area: England",
        "  partnership: System",
        "    partnership: Place",
        "      group: Members",
        "        organisation: CCG",
        "        organisation: Council",
        "      group: Layers",
        "        layer: Sovereign",
        "          collective: Local Authority",
        "        layer: Joint",
        "          body: Board",
        "        layer: Strands",
        "          workstream: Population health",
        "            body: Inequalities sub-group",
        "          workstream: Frailty",
        "            group: Also recorded",
        "              group: Commitments",
        "                commitment: New model",
        "          workstream: Estates",
        "      group: Bodies",
        "        body: Board again",
        "        body: Forum",
        "      group: Delivery workstreams",
        "        workstream: Population health again",
        "        workstream: Frailty again",
        "      group: Enabling workstreams",
        "        workstream: Estates again",
        "    group: Organisations",
        "      organisation: CCG again",
        "group: Not placed in this model",
        "  group: Types of body",
        "    type: Integrated care board",
    ]


def test_decisions(graph_of: GraphOf) -> None:
    """View 2 shows the layers in order, after each what is delegated from it, and what stands in no layer last."""
    assert outline(VIEWS["decisions"].make(graph_of(PLACE))) == [
        "partnership: Place",
        "  layer: Sovereign",
        "    collective: Local Authority",
        "  delegation: delegates to Board, extent not stated",
        "  layer: Joint",
        "    body: Board",
        "  delegation: delegation from Board to Strands, extent not recorded",
        "  layer: Strands",
        "    group: Delivery",
        "      workstream: Population health",
        "        body: Inequalities sub-group",
        "      workstream: Frailty",
        "    group: Enabling",
        "      workstream: Estates",
        "  group: In no documented layer",
        "    body: Forum",
    ]


def test_workstreams(graph_of: GraphOf) -> None:
    """View 3 shows delivery before enabling, sub-groups and what was promised."""
    assert outline(VIEWS["workstreams"].make(graph_of(PLACE))) == [
        "partnership: Place",
        "  group: Delivery",
        "    workstream: Population health",
        "      body: Inequalities sub-group",
        "    workstream: Frailty",
        "      group: Commitments",
        "        commitment: New model",
        "  group: Enabling",
        "    workstream: Estates",
    ]


def test_seats(graph_of: GraphOf) -> None:
    """View 4 shows what each sits on and for whom, and who sits on it, with the membership that says so."""
    forest = VIEWS["seats"].make(graph_of(PLACE))

    assert outline(forest) == [
        "organisation: CCG",
        "  partnership: Place again",
        "organisation: Council",
        "  partnership: Place again",
        "partnership: Place",
        "  group: Members",
        "    organisation: CCG again",
        "    organisation: Council again",
        "partnership: System",
        "  group: Through the organisation CCG",
        "    partnership: Place again",
    ]
    relation = forest.relations[1]
    assert relation is not None
    assert dict(relation.details) == {"role": "funder", "on_behalf_of": ("system",)}


@given(parts(), st.randoms())
def test_order_of_writing_is_nothing(
    drawn: tuple[list[Entity], list[Relation]], chance: random.Random
) -> None:
    """Whatever the order in which a model is written, every view is the same."""
    entities, relations = drawn
    before = [outline(view.make(graph(entities, relations))) for view in VIEWS.values()]
    chance.shuffle(entities)
    chance.shuffle(relations)

    assert [outline(view.make(graph(entities, relations))) for view in VIEWS.values()] == before


@given(parts())
def test_nothing_is_lost(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Whatever the model, view 1 shows every entity, and each one's children at its first place only."""
    forest = VIEWS["tiers"].make(graph(*drawn))

    assert {each for each in forest.ids if each is not None} == {each.id for each in drawn[0]}
    for row, entity_id in enumerate(forest.ids):
        if entity_id is not None:
            first = forest.rows_of(entity_id)[0]
            assert bool(forest.repeats[row]) == (row != first)
            assert row == first or forest.ends[row] == row + 1


def test_the_places_of_entities_are_there_all_at_once(graph_of: GraphOf) -> None:
    """Another thread, which prints the view, never sees the rows of some entities alone."""
    forest = VIEWS["tiers"].make(graph_of(PLACE))
    waiting: list[Forest] = []
    found: list[list[int]] = []

    class Watched(list[str | None]):
        def __iter__(self) -> Iterator[str | None]:
            for each in list.__iter__(self):
                yield each
                if waiting:
                    found.append(waiting.pop().rows_of("place"))

    watched = forest.but(ids=Watched(forest.ids))
    waiting.append(watched)
    assert watched.rows_of("england") == [0]
    assert found == [forest.rows_of("place")]
    assert watched.rows_of("place") == forest.rows_of("place")


@given(parts())
def test_rows_fit_together(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """In every view a row's subtree is the run of rows below it, one level deeper at each parent."""
    for view in VIEWS.values():
        forest = view.make(graph(*drawn))
        for row in range(len(forest)):
            parent = forest.parents[row]
            assert parent < row < forest.ends[row] <= len(forest)
            assert forest.depths[row] == (0 if parent < 0 else forest.depths[parent] + 1)
            assert parent < 0 or forest.ends[row] <= forest.ends[parent]
            assert [forest.parents[child] for child in forest.children(row)] == [row] * len(
                list(forest.children(row))
            )


def test_a_ring_below_a_record_is_not_lost() -> None:
    """Entities below one another in a ring stand in view 1, also where one of them is part of a term as well."""
    entities = [
        Entity("t", "term", {"name": "T"}, Evidence()),
        *(Entity(each, "body", {"name": each.upper()}, Evidence()) for each in ("a", "b")),
    ]
    ends = (("a", "b"), ("b", "a"), ("a", "t"))
    relations = [Relation("part_of", one, other, Evidence()) for one, other in ends]
    root = Entity("r", "body", {"name": "R"}, Evidence())
    relations.append(Relation("about", "t", "r", Evidence()))

    assert outline(VIEWS["tiers"].make(graph([*entities, root], relations))) == [
        "group: Not placed in this model",
        "  group: Bodies",
        "    body: A",
        "      body: B",
        "        body: A again",
        "    body: R",
    ]


def test_a_deep_chain() -> None:
    """A chain of 5,000 entities, each part of the one before, is laid out whole."""
    entities = [Entity(f"b{number}", "body", {"name": f"B{number}"}, Evidence()) for number in range(5000)]
    relations = [Relation("part_of", f"b{number}", f"b{number - 1}", Evidence()) for number in range(1, 5000)]
    forest = VIEWS["tiers"].make(graph(entities, relations))

    assert [each for each in forest.ids if each is not None] == [each.id for each in entities]
    assert forest.depths[-1] == 4999 + 2


def test_a_region_leads_to_its_boards_and_these_to_their_areas_and_networks(graph_of: GraphOf) -> None:
    """The tiers of a whole country come one below the other without a heading in between; what leads nowhere stays below its heading."""
    tables = (
        ("area", "England", "national", ""),
        ("area", "North", "region", "england"),
        ("area", "Empty", "region", "england"),
        ("organisation", "Board", "system", "north"),
        ("area", "Location", "", "board"),
        ("partnership", "Footprint", "system", "north"),
        ("organisation", "Group", "", "footprint"),
        ("organisation", "Other", "", "footprint"),
        ("partnership", "Network", "neighbourhood", "location"),
        ("partnership", "Old", "neighbourhood", "group"),
        ("organisation", "Practice", "", "network"),
    )
    text = "".join(
        f'[[{kind}]]\nid = "{name.lower()}"\nname = "{name}"\n'
        + (f'tier = "{tier}"\n' if tier else "")
        + (f'part_of = "{whole}"\n' if whole else "")
        for kind, name, tier, whole in tables
    )
    assert outline(VIEWS["tiers"].make(graph_of(text))) == [
        "area: England",
        "  area: North",
        "    partnership: Footprint",
        "      organisation: Group",
        "        partnership: Old",
        "      group: Organisations",
        "        organisation: Other",
        "    organisation: Board",
        "      area: Location",
        "        partnership: Network",
        "          group: Organisations",
        "            organisation: Practice",
        "  group: Areas",
        "    area: Empty",
    ]


FEDERATION = """
[[organisation]]
id = "federation"
name = "Rescue Federation"
{tier}
[[body]]
id = "board"
name = "Board"
part_of = "federation"
members = ["north"]
[[organisation]]
id = "north"
name = "Northern Region"
tier = "region"
part_of = "federation"
[[organisation]]
id = "team"
name = "Kestrel Team"
part_of = "north"
[[body]]
id = "loose"
name = "Loose Group"
"""


@pytest.mark.parametrize("tier", ['tier = "national"', ""])
def test_a_federation_is_at_the_top_with_its_regions_first(graph_of: GraphOf, tier: str) -> None:
    """An organisation above all others is not called placed nowhere; its regions come before the seats of its board."""
    graph = graph_of(FEDERATION.format(tier=tier))
    assert outline(VIEWS["tiers"].make(graph)) == [
        "organisation: Rescue Federation",
        "  organisation: Northern Region",
        "    organisation: Kestrel Team",
        "  group: Bodies",
        "    body: Board",
        "      group: Members",
        "        organisation: Northern Region again",
        "group: Not placed in this model",
        "  group: Bodies",
        "    body: Loose Group",
    ]

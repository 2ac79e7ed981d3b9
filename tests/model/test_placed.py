"""The places of entities for which no larger whole is written, and the group of those without a place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tiers.model import Entity, Evidence, Graph, Relation, bundled, load
from tiers.model.facts.holding import PLANNED, state_between
from tiers.model.format import RELATIONS
from tiers.model.structure.membership import seats_of
from tiers.model.structure.placing import parent_of
from tiers.model.views import VIEWS
from tiers.model.views.tiers import NOT_PLACED
from tiers.tui.wording.labels import names_its_only_row, row_label

from .shapes import outline

GraphOf = Callable[[str], Graph]

_BOARD = '[[partnership]]\nid = "place"\nname = "Place"\n[[body]]\nid = "board"\nname = "Board"\npart_of = "place"\n'
_POST = '[[post]]\nid = "p"\nname = "P"\npost_in = "board"\n'


@pytest.mark.parametrize(
    ("toml", "rows"),
    [
        (
            '[[organisation]]\nid = "x"\nname = "X"\nmember_of = [{ to = "board", end_date = "2023-01-01" }]\n',
            ["organisation: X"],
        ),
        (
            '[[organisation]]\nid = "x"\nname = "X"\npart_of = [{ to = "board", end_date = "2023-01-01" }]\n',
            ["organisation: X"],
        ),
        (
            '[[function]]\nid = "x"\nname = "X"\nin_hands_of = [{ id = "board", mode = "decides" }]\n',
            ["function: X"],
        ),
        ('[[plan]]\nid = "x"\nname = "X"\nmade_by = "board"\n', ["plan: X"]),
        ('[[commitment]]\nid = "x"\nname = "X"\ncommits = "board"\n', ["commitment: X"]),
        ('[[event]]\nid = "x"\nname = "X"\nresults = "board"\n', ["event: X"]),
        (
            f'{_POST}[[person]]\nid = "x"\nname = "X"\nholds = [{{ to = "p", end_date = "2020" }}]\n',
            ["post: P", "person: X"],
        ),
        (
            '[[event]]\nid = "e"\nname = "E"\npart_of = "board"\nparticipants = "x"\n[[person]]\nid = "x"\nname = "X"\n',
            ["event: E", "person: X"],
        ),
        (
            '[[event]]\nid = "e"\nname = "E"\npart_of = "board"\nresults = "x"\n[[body]]\nid = "x"\nname = "X"\n',
            ["event: E", "body: X"],
        ),
    ],
)
def test_what_something_places_stands_there(toml: str, rows: list[str], graph_of: GraphOf) -> None:
    """What was made by, is in the hands of, came from or was once part of something stands below it, and nowhere else."""
    drawn = outline(VIEWS["tiers"].make(graph_of(_BOARD + toml)))
    assert drawn[:3] == ["partnership: Place", "  group: Bodies", "    body: Board"]
    assert [each.strip() for each in drawn[3:] if "group: " not in each] == rows
    assert [each for each in drawn if each.startswith("group")] == []


def test_a_former_member_has_ended(graph_of: GraphOf) -> None:
    """A former member stands below what it was a member of, and its row says until when; at a date before, among the members."""
    toml = '[[organisation]]\nid = "x"\nname = "X"\nmember_of = [{ to = "board", end_date = "2023-01-01" }]\n'
    graph = graph_of(_BOARD + toml)
    forest = VIEWS["tiers"].make(graph)
    (row,) = forest.rows_of("x")
    assert row_label(graph, forest, row).words == ("organisation", "until 1 Jan 2023")
    assert outline(VIEWS["tiers"].make(graph.as_of("2022")))[3:] == [
        "      group: Members",
        "        organisation: X",
    ]


def test_a_member_documented_later_stands_there_before(graph_of: GraphOf) -> None:
    """Known at a date, but documented as a member only later: it stands below what it is a member of, in a group that says so."""
    toml = (
        '[[source]]\nid = "old"\nname = "Old"\npresented = "2020"\n[[source]]\nid = "new"\nname = "New"\npresented = "2022"\n'
        '[[organisation]]\nid = "x"\nname = "X"\nsources = ["old"]\nmember_of = [{ to = "board", sources = ["new"] }]\n'
    )
    forest = VIEWS["tiers"].make(
        graph_of(_BOARD.replace('part_of = "place"', 'part_of = "place"\nsources = ["old"]') + toml).as_of(
            "2021"
        )
    )
    assert outline(forest)[-2:] == [
        "      group: Documented later as members",
        "        organisation: X",
    ]


def test_a_member_elsewhere_is_no_former_member(graph_of: GraphOf) -> None:
    """Who sits somewhere today stands there alone."""
    toml = (
        '[[body]]\nid = "now"\nname = "Now"\npart_of = "place"\nmembers = ["x"]\n'
        '[[organisation]]\nid = "x"\nname = "X"\nmember_of = [{ to = "board", end_date = "2023-01-01" }]\n'
    )
    assert outline(VIEWS["tiers"].make(graph_of(_BOARD + toml))) == [
        "partnership: Place",
        "  group: Bodies",
        "    body: Board",
        "    body: Now",
        "      group: Members",
        "        organisation: X",
    ]


def test_the_rest_is_counted_by_entity(graph_of: GraphOf) -> None:
    """What nothing places is in one group, whose number is that of entities and not of the groups in it."""
    toml = '[[organisation]]\nid = "x"\nname = "X"\n[[body]]\nid = "y"\nname = "Y"\n[[body]]\nid = "z"\nname = "Z"\n'
    graph = graph_of(_BOARD + toml)
    forest = VIEWS["tiers"].make(graph)
    label = row_label(graph, forest, 3)
    assert (label.name, label.words) == ("Not placed in this model", ("3",))
    assert outline(forest)[3:] == [
        "group: Not placed in this model",
        "  group: Organisations",
        "    organisation: X",
        "  group: Bodies",
        "    body: Y",
        "    body: Z",
    ]
    assert [forest.ids[row] for row in forest.entities(3)] == ["x", "y", "z"]


def test_a_ring_of_former_members_is_lost_nowhere(graph_of: GraphOf) -> None:
    """Two that were once members of each other both stand in the tree."""
    toml = "".join(
        f'[[body]]\nid = "{one}"\nname = "{one}"\nmember_of = [{{ to = "{other}", end_date = "2020" }}]\n'
        for one, other in (("a", "b"), ("b", "a"))
    )
    forest = VIEWS["tiers"].make(graph_of(toml))
    assert {each for each in forest.ids if each is not None} == {"a", "b"}


def test_also_recorded(graph_of: GraphOf) -> None:
    """Catalogue kinds stand in one row below an entity; organisations, collectives and posts with a holder stay in sight."""
    toml = (
        '[[organisation]]\nid = "o"\nname = "O"\npart_of = "board"\n'
        '[[collective]]\nid = "c"\nname = "C"\npart_of = "board"\n'
        '[[post]]\nid = "held"\nname = "Held"\npost_in = "board"\nheld_by = "ann"\n'
        '[[post]]\nid = "empty"\nname = "Empty"\npost_in = "board"\nheld_by = "none"\n'
        '[[person]]\nid = "ann"\nname = "Ann"\n'
        '[[plan]]\nid = "plan"\nname = "Plan"\npart_of = "board"\n'
        '[[priority]]\nid = "first"\nname = "First"\npart_of = "plan"\n'
        '[[function]]\nid = "f"\nname = "F"\nin_hands_of = [{ id = "board", mode = "decides" }]\n'
    )
    forest = VIEWS["tiers"].make(graph_of(_BOARD + toml))
    assert outline(forest)[3:] == [
        "      group: Organisations",
        "        organisation: O",
        "      group: Collectives",
        "        collective: C",
        "      group: Posts",
        "        post: Held",
        "          group: People",
        "            person: Ann",
        "      group: Also recorded",
        "        group: Functions",
        "          function: F",
        "        group: Posts",
        "          post: Empty",
        "        group: Plans",
        "          plan: Plan",
        "            group: Priorities",
        "              priority: First",
    ]
    row = forest.names.index("Also recorded")
    assert [forest.ids[each] for each in forest.entities(row)] == ["f", "empty", "plan"]


def test_what_is_part_of_itself_belongs_to_the_other_whole() -> None:
    """In a graph made in Python, in whatever order both are said, the way up leads on and does not end at the entity itself."""
    entities = {
        "place": Entity("place", "partnership", {"name": "Place"}, Evidence()),
        "board": Entity("board", "body", {"name": "Board"}, Evidence()),
    }
    said = [Relation("part_of", "board", whole, Evidence()) for whole in ("board", "place")]
    for relations in (said, said[::-1]):
        assert parent_of(Graph.of(entities, relations), "board") == "place"


_MODELS = [
    Path(bundled()),
    *sorted(
        path for path in (Path(__file__).parent.parent / "models").iterdir() if path.name != "__pycache__"
    ),
]


@pytest.mark.parametrize("path", _MODELS, ids=lambda path: path.stem)
def test_what_is_not_placed_is_what_nothing_places(path: Path) -> None:
    """In each model no entity of the group is said to be part of, about, in the hands of, made by or once in anything shown."""
    graph = load(path)
    forest = VIEWS["tiers"].make(graph)
    (group,) = [row for row, name in enumerate(forest.names) if name == NOT_PLACED] or [-1]
    loose = [forest.ids[row] or "" for row in (forest.entities(group) if group >= 0 else ())]
    placing = [
        (relation.kind, each)
        for each in loose
        for relation in graph.every_relation(each)
        for kind in [RELATIONS[relation.kind]]
        if {relation.subject, relation.object} <= set(graph)
        if (kind.places is not None and relation.subject == each)
        or ((kind.places_object or kind.places_at_other_dates) and relation.object == each)
        or (kind.places_at_other_dates and relation.subject == each)
    ]
    assert placing == []


@pytest.mark.parametrize("path", _MODELS, ids=lambda path: path.stem)
def test_the_number_of_a_group_is_of_entities(path: Path) -> None:
    """In every view of each model a group says how many entities it has, each counted once; of members how many seats and how many are planned, of a group without any its rows."""
    graph = load(path)
    for view in VIEWS.values():
        forest = view.make(graph)
        for row, kind in enumerate(forest.kinds):
            if kind != "group" or forest.ends[row] == row + 1:
                continue
            if names_its_only_row(forest, row):
                assert row_label(graph, forest, row).words == ()
                continue
            above = [each for each in range(row + 1, forest.ends[row]) if forest.ids[each] is not None]
            own = {
                forest.ids[each]
                for each in above
                if next(up for up in forest.ancestors(each) if forest.ids[up] is not None or up == row) == row
            }
            said = str(len(own) or sum(1 for _ in forest.children(row)))
            if forest.names[row] == "Members":
                seats = [one for each in forest.children(row) if (one := forest.relations[each]) is not None]
                planned = sum(seats_of(each)[0] for each in seats if state_between(graph, each)[0] == PLANNED)
                now = sum(seats_of(each)[0] for each in seats) - planned
                said = "; ".join(([str(now)] if now else []) + ([f"{planned} planned"] if planned else []))
            words = row_label(graph, forest, row).words or (said,)  # the group of one alone has no number
            assert words[0] == said, (view.name, forest.names[row])

"""Which rows are open when a model is first shown."""

from tests.model.importing.lists import TWO, imported, model, tomls
from tests.model.test_patching import again
from tests.tui.driving import exploring
from tiers.model import load, load_texts
from tiers.model.views import VIEWS
from tiers.tui.exploring.tree.opening import OpenRows, first_row

NESTED = """
[[source]]
id = "paper"
name = "Paper"
presented = "2020-01-01"

[file]
sources = ["paper"]

[[partnership]]
id = "north"
name = "North"
tier = "system"

[[partnership]]
id = "west"
name = "West"
tier = "place"
part_of = "north"

[[partnership]]
id = "inner"
name = "Inner"
tier = "place"
part_of = "west"

[[partnership]]
id = "south"
name = "South"
tier = "system"

[[body]]
id = "board"
name = "Board"
part_of = "south"
start_date = "2021-01-01"

[[partnership]]
id = "far"
name = "Far"
tier = "place"
part_of = "board"
"""
"""Places in a system, in a place and in a board that begins later."""


def test_a_country_without_places_opens_as_far_as_there_is_room() -> None:
    """Where nothing is a place, as many levels are open as fit, from the top; the cursor is on the first row."""
    graph = model(tomls(imported(TWO)))
    forest = VIEWS["tiers"].make(graph)
    names = {forest.names[row] for row in OpenRows(graph, forest)}
    assert {"England", "Middle England", "NHS Elmshire Integrated Care Board"} <= names
    assert first_row(graph, forest) == 0


def test_a_place_in_it_is_led_to() -> None:
    """With a place in the model only the rows above places are open."""
    texts = {
        **tomls(imported(TWO)),
        "elm.toml": '[[partnership]]\nid = "elm"\nname = "Elm"\ntier = "place"\npart_of = "icb-qaa"\n',
    }
    graph = model(texts)
    forest = VIEWS["tiers"].make(graph)
    assert [forest.names[row] for row in sorted(OpenRows(graph, forest))] == [
        "England",
        "Middle England",
        "NHS Elmshire Integrated Care Board",
    ]
    assert forest.names[first_row(graph, forest)] == "Elm"


def test_only_what_is_above_a_topmost_place_is_open() -> None:
    """A place inside a place opens nothing; of rows laid out in part each is known without looking for the others."""
    graph = load_texts({"a.toml": NESTED.encode()})
    before, after = graph.as_of("2020-06-01"), graph.as_of("2021-06-01")
    forest = again("tiers", VIEWS["tiers"].make(before), before, after)
    assert forest is not None
    assert forest.is_patched
    opened = OpenRows(after, forest)
    asked = {row for row in range(len(forest)) if row in opened}
    assert {forest.names[row] for row in asked} == {"North", "South", "Bodies", "Board", "Partnerships"}
    assert asked == set(opened)


async def test_a_group_below_places_says_whose_it_is() -> None:
    """In the opening screen of 80 by 24 the members of the system cannot be taken for those of the place above them; right below its owner a group needs no more."""
    async with exploring(load(), size=(80, 24)) as driver:
        shown = [line[:40].rstrip(" │┃°≠") for line in driver.lines()]
        assert shown[7:9] == [
            "┃    ▸ ● Harrow Borough Based…   place",
            "     ▸ Members of NWL ICS     6",
        ]
        await driver.press("up", "right")
        assert driver.lines()[7][:40].rstrip(" │┃°≠") == "       ▸ Members              3"

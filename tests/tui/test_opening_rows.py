"""Which rows are open when a model is first shown."""

from tests.model.importing.lists import TWO, imported, model, tomls
from tests.tui.driving import exploring
from tiers.model import load
from tiers.model.views import VIEWS
from tiers.tui.exploring.tree.opening import first_row, opened


def test_a_country_without_places_opens_as_far_as_there_is_room() -> None:
    """Where nothing is a place, as many levels are open as fit, from the top; the cursor is on the first row."""
    graph = model(tomls(imported(TWO)))
    forest = VIEWS["tiers"].make(graph)
    names = {forest.names[row] for row in opened(graph, forest)}
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
    assert [forest.names[row] for row in sorted(opened(graph, forest))] == [
        "England",
        "Middle England",
        "NHS Elmshire Integrated Care Board",
    ]
    assert forest.names[first_row(graph, forest)] == "Elm"


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

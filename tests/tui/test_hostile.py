"""Text of a model that is not harmless."""

from collections.abc import Callable

import pytest

from tiers.model import Graph

from .driving import exploring

WICKED = [
    "[/b] closing",
    "[@click=app.quit]press[/]",
    "[red]red[/red] [link=x]",
    "{curly} %s \\\\x1b $ink",
    "zero\u200bwidth and \u202ebidi\u202c",
    "combining e\u0301\u0301\u0301 and 健康 🏥 👩‍⚕️",
    "escape \x1b[2J\x1b]52;c;eA==\x07 \x9b31m",
]
"""What markup, terminals and layouts take for a command."""

Model = Callable[[], Graph]


@pytest.fixture
def wicked(place: Graph) -> Graph:
    """Return the small model with wicked text in every name, past the loader, which would refuse some of it."""
    entities = {}
    for number, (entity_id, entity) in enumerate(place.entities_by_id()):
        text = WICKED[number % len(WICKED)]
        values = {**entity.values, "name": text, "summary": f"{text} {WICKED[-1]}", "decides": text}
        entities[entity_id] = type(entity)(entity.id, entity.kind, values, entity.evidence)
    relations = [relation for found in place.relations_by_subject() for relation in found]
    return Graph.of(entities, relations)


def seen(text: str) -> bool:
    """Whether every character of a text is one a reader sees."""
    return all(char.isprintable() or char == "\u00a0" for char in text)


@pytest.mark.parametrize("view", ["tiers", "decisions", "workstreams", "seats"])
async def test_nothing_of_a_model_reaches_the_screen_raw(wicked: Graph, view: str) -> None:
    """Names, summaries, paths, the palette, messages: no control, no bidi, no markup that acts."""
    async with exploring(wicked, view=view, size=(120, 40)) as driver:
        for keys in (
            ("e", "G"),
            ("g", "enter", "j", "j", "enter", "tab"),
            ("m", "a", "y", "p"),
            ("y", "n"),
            ("slash", *"[/b]", "enter"),
            ("colon", *"red"),
            ("escape", "escape", "slash", *"in:"),
            ("ctrl+u", *"zzzz<zw"),
            ("escape", "P", "down", "l", "l"),
            ("escape", "v"),
            ("escape", "4", "3"),
            ("1", "g", "j", "w"),
            ("u", "U", "s", "escape"),
            ("x", "k", "x"),
            ("escape", "x", "at", "home"),
            ("end", "enter", "d"),
            ("enter", "y", "c"),
        ):
            await driver.press(*keys)
            assert all(map(seen, driver.lines())), keys
        assert driver.app.is_running


async def test_markup_is_shown_as_it_is_written(wicked: Graph) -> None:
    """Brackets are brackets: in the tree, in the detail, above, below."""
    async with exploring(wicked, size=(120, 40)) as driver:
        await driver.press("e")
        for row, entity_id in enumerate(driver.screen.exploration.walk.forest.ids):
            if entity_id is not None and wicked.name(entity_id) == WICKED[1]:
                driver.screen.exploration.walk.put(row)
        driver.screen.show()
        await driver.press("y", "n")
        lines = driver.lines()
    assert sum(WICKED[1] in line for line in lines) >= 3
    assert WICKED[1] in lines[-1]

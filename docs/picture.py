"""Draw the pictures of the README and the pages with the real explorer on the bundled model: `python docs/picture.py`.

Run it after a change of the explorer's screens. A test fails if a picture shows other words than the
explorer.
"""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path

import attrs

from tiers.model import Graph, load
from tiers.tui.app import Explorer
from tiers.tui.exploring.kept.records import Kept
from tiers.tui.exploring.kept.session import Session

HOME = Path(__file__).parent
CELL = 12.2
"""The width of a character in a picture."""


@attrs.frozen
class Picture:
    """A picture of a screen.

    Attributes:
        name: The name of its file, without the ending.
        keys: The keys that are pressed before it is drawn.
        view: The view with which the explorer opens.
        node: The entity at which the explorer opens.
        theme: The theme.
        size: The columns and lines of the screen.
        at: The date of the model; without it, the last known state.
    """

    name: str
    keys: Sequence[str] = ()
    view: str | None = None
    node: str | None = None
    theme: str = "tiers-dark"
    size: tuple[int, int] = (100, 30)
    at: str | None = None


PICTURES = (
    Picture("screen", view="decisions", node="harrow-hce", size=(112, 34)),
    Picture("screen-layers", ("b", "up", "up"), node="harrow-hce", size=(90, 30)),
    Picture("screen-who", ("w", *"frailty", "enter"), node="harrow", theme="tiers-light"),
    Picture("screen-strip", ("T",), node="harrow", size=(90, 26), at="2021-12-01"),
)
"""All pictures."""


def explorer_of(graph: Graph, picture: Picture) -> Explorer:
    """Return the explorer, opened for a picture."""
    session = Session("", Kept(picture.theme, introduced=True), "")
    return Explorer(graph.as_of(picture.at), view=picture.view, node=picture.node, session=session)


async def drawn(graph: Graph, picture: Picture) -> str:
    """Return a picture as SVG."""
    explorer = explorer_of(graph, picture)
    async with explorer.run_test(size=picture.size) as pilot:
        await pilot.pause()
        await pilot.press(*picture.keys)
        await pilot.pause()
        found = explorer.export_screenshot(title="tiers")
    found = re.sub(r"\s*@font-face \{.*?\}", "", found, flags=re.DOTALL)  # no font from elsewhere
    return re.sub(
        r'x="([\d.]+)"( y="[\d.]+" textLength=)"([\d.]+)"([^>]*>)((?:&#160;)+)(?=[^&<])',
        _begin_at_the_word,
        found,
    )


def _begin_at_the_word(text: re.Match[str]) -> str:
    """Move a text's place to its first letter, because some programs drop the spaces before it."""
    x, between, length, rest, spaces = text.groups()
    indent = CELL * spaces.count("&#160;")
    return f'x="{float(x) + indent:g}"{between}"{float(length) - indent:g}"{rest}'


def path_of(picture: Picture) -> Path:
    """Return the path of a picture's file."""
    return HOME / f"{picture.name}.svg"


async def _draw_all() -> None:
    graph = load()
    for each in PICTURES:
        path_of(each).write_text(await drawn(graph, each), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(_draw_all())

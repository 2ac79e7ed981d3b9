"""Draw twelve screens of the explorer in every theme and three sizes: `python docs/pictures.py FOLDER`.

The pictures are for looking at, and are not committed. Each is an SVG file named after its screen, theme and
size.
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import attrs

from tiers.model import Graph, load
from tiers.tui.app import Explorer
from tiers.tui.exploring.kept.records import Kept
from tiers.tui.exploring.kept.session import Session
from tiers.tui.themes import THEMES

SIZES = ((80, 24), (120, 36), (200, 50))
"""The sizes, in columns and lines."""


@attrs.frozen
class Screen:
    """A screen to draw.

    Attributes:
        name: The name of the picture.
        keys: The keys that are pressed after the explorer opened.
        view: The view with which the explorer opens; without it, the first one.
        node: The entity at which the explorer opens; without it, the place about which most is recorded.
        first: Whether the screen is that of a first run.
    """

    name: str
    keys: Sequence[str] = ()
    view: str | None = None
    node: str | None = None
    first: bool = False


SCREENS = (
    Screen("opening", first=True),
    Screen("tiers", ("l",)),
    Screen("decisions", view="decisions"),
    Screen("seats", view="seats", node="harrow-council"),
    Screen("timeline", ("j", "j"), view="timeline"),
    Screen("functions", view="functions", node="harrow"),
    Screen("who", ("w",), node="harrow-frailty"),
    Screen("gaps", ("u",)),
    Screen("search", ("slash", *"frail")),
    Screen("differences", ("d", "enter"), view="decisions"),
    Screen("help", ("question_mark",)),
    Screen("print", ("P",)),
)
"""The twelve screens."""


async def draw(graph: Graph, screen: Screen, theme: str, size: tuple[int, int]) -> str:
    """Return the picture of a screen as SVG."""
    session = Session("", Kept(theme, introduced=not screen.first), "")
    explorer = Explorer(graph, view=screen.view, node=screen.node, session=session)
    async with explorer.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*screen.keys)
        await pilot.pause()
        return explorer.export_screenshot(title=f"tiers: {screen.name}")


async def _draw_all(folder: Path) -> None:
    graph = load()
    for screen in SCREENS:
        for theme in THEMES:
            for columns, lines in SIZES:
                name = f"{screen.name}-{theme.name.removeprefix('tiers-')}-{columns}x{lines}.svg"
                drawn = await draw(graph, screen, theme.name, (columns, lines))
                (folder / name).write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and its folder
        sys.exit("expected: python docs/pictures.py FOLDER")
    where = Path(sys.argv[1])
    where.mkdir(parents=True, exist_ok=True)
    asyncio.run(_draw_all(where))

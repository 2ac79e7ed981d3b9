"""The explorer driven by keys and clicks, and what it shows as plain values."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from tiers.model import Graph
from tiers.tui.app import Explorer
from tiers.tui.screens.explorer_screen import ExplorerScreen

from .shapes import walked

_SOON = 0.02
"""Seconds in which a timer that is soon due ends, such as the pause between two slices of indexing."""


class Driver:
    """Drives an explorer.

    Attributes:
        app: The explorer.
        pilot: What presses its keys.
    """

    def __init__(self, app: Explorer, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ExplorerScreen:
        """The explorer's own screen, whatever lies over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, ExplorerScreen)
        return screen

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def click(self, widget: str, x: int, y: int) -> None:
        """Click in a widget."""
        await self.pilot.click(widget, offset=(x, y))
        await self.pilot.pause()

    async def until(self, fits: Callable[[], bool]) -> None:
        """Wait until something has come about, which what works in another thread brings about.

        Raises:
            TimeoutError: It never does.
        """
        async with asyncio.timeout(120):
            while not fits():
                await self.pilot.pause(0.01)

    def lines(self) -> list[str]:
        """Return the lines on the screen, without spaces at their end."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    def told(self) -> list[str]:
        """Return what the detail says, line by line, seen or not."""
        lines = self.screen.detail.setting.lines
        return ["".join(text for text, _ in line.pieces).strip() for line in lines]

    def state(self) -> dict[str, Any]:
        """Return where the reader is: view, pane, subject, the rows with the cursor, the link, the last line."""
        screen = self.screen
        exploration, links = screen.exploration, screen.detail.setting.links
        return {
            "view": exploration.view,
            "pane": screen.pane,
            "subject": exploration.subject,
            "rows": walked(exploration.walk),
            "link": None if screen.detail.link is None else links[screen.detail.link].target,
            "last line": self.lines()[-1].strip(),
        }


async def at_rest(_: float = 0, longest: float = 30) -> None:
    """Wait until the explorer has nothing to do and no timer of it is due soon; for the longest, some seconds.

    It takes what Textual's `wait_for_idle` takes, which sleeps 20 ms at a time, three times a key, until the processor
    is idle: a process that waits for its turn on a busy machine looks idle to it.
    """
    loop: Any = asyncio.get_running_loop()
    end = loop.time() + longest
    while (now := loop.time()) < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        due = min((each.when() for each in loop._scheduled if not each.cancelled()), default=end)
        if due > now + _SOON:
            return
        await asyncio.sleep(max(due - now, 0))


@asynccontextmanager
async def exploring(
    graph: Graph, *, size: tuple[int, int] = (80, 24), view: str | None = None, node: str | None = None
) -> AsyncIterator[Driver]:
    """Explore a graph on a screen of columns and lines."""
    app = Explorer(graph, view=view, node=node)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Driver(app, pilot)

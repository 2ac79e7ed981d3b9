"""Draw `docs/screen.svg`, the picture in the README, from the real explorer on the bundled model.

Run it after a change of what the explorer looks like: `python docs/picture.py`.
"""

import asyncio
import re
from pathlib import Path

from tiers.model import load
from tiers.tui.app import Explorer

PICTURE = Path(__file__).parent / "screen.svg"
SIZE = (112, 34)
CELL = 12.2
"""The width of a character in the picture."""


async def _draw() -> str:
    explorer = Explorer(load(), view="decisions", node="harrow-hce")
    async with explorer.run_test(size=SIZE) as pilot:
        await pilot.pause()
        drawn = explorer.export_screenshot(title="tiers")
    drawn = re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL)  # no font from elsewhere
    return re.sub(
        r'x="([\d.]+)"( y="[\d.]+" textLength=)"([\d.]+)"([^>]*>)((?:&#160;)+)(?=[^&<])',
        _begin_at_the_word,
        drawn,
    )


def _begin_at_the_word(text: re.Match[str]) -> str:
    """Move a text to its first letter: some programs drop the spaces before it, and with them its place."""
    x, between, length, rest, spaces = text.groups()
    indent = CELL * spaces.count("&#160;")
    return f'x="{float(x) + indent:g}"{between}"{float(length) - indent:g}"{rest}'


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(_draw()), encoding="utf-8")

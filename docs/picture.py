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


async def _draw() -> str:
    explorer = Explorer(load(), view="decisions", node="harrow-hce")
    async with explorer.run_test(size=SIZE) as pilot:
        await pilot.pause()
        drawn = explorer.export_screenshot(title="tiers", simplify=True)
    return re.sub(r"\s*@font-face \{.*?\}", "", drawn, flags=re.DOTALL)  # no font from elsewhere


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(_draw()), encoding="utf-8")

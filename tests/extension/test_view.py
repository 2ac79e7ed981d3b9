"""A view is one file and one line of the table of views."""

import pytest

from tiers.model import views

from .copy_of_tiers import CopyOfTiers, copy

__all__ = ["copy"]

VIEW = """
from ..facts.graph import Graph
from .forest import Forest
from .layout import lay_out


def make(graph: Graph) -> Forest:
    return lay_out("codes", graph, [(each, None, None) for each in sorted(graph)])
"""

SWITCHED = """
import asyncio
import os

from tiers.model import load
from tiers.model.views import VIEWS
from tiers.tui.app import Explorer


async def main():
    app = Explorer(load(os.environ["TIERS_MODEL"]))
    async with app.run_test(size=(100, 90)) as pilot:
        await pilot.press(str(VIEWS["codes"].number))
        await pilot.pause()
        print(app.exploration.view)
        await pilot.press("question_mark")
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        shown = ["".join(part.text for part in strip) for strip in strips]
        print(any("every entity by its id" in line for line in shown))


asyncio.run(main())
"""


@pytest.fixture
def extended(copy: CopyOfTiers) -> CopyOfTiers:
    """Return a copy with a view more."""
    copy.add(views, "codes.py", VIEW)
    copy.add_line(views, "    View(7,", '    View(8, "codes", "Codes", "every entity by its id"),')
    return copy


def test_a_view_is_two_files_and_shows_everywhere(extended: CopyOfTiers) -> None:
    """It is printed, stands in the help and in the documentation, and the explorer has it on its key."""
    assert extended.changed == ["codes.py", "__init__.py"]
    printed = extended.tiers("print", "--view", "codes", "--format", "plain")
    assert len(printed.splitlines()) == int(
        extended.script(
            "import os\nfrom tiers.model import load\nprint(len(load(os.environ['TIERS_MODEL'])))"
        )[0]
    )
    for command in ("print", "open"):
        assert "  codes: every entity by its id" in extended.tiers(command, "--help")
    assert "| `codes` | every entity by its id |" in extended.documented("views")
    assert extended.script(SWITCHED) == ["codes", "True"]

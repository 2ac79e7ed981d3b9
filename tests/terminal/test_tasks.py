"""The ten things that a new user wants, each at 80x24 from a first start, in at most eight keys."""

import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import attrs
import pytest

from .tmux import Tmux, terminal

__all__ = ["terminal"]

MOST = 8
"""How many keys a task may take; what is typed as text is not counted, `/` and Enter are."""

RULE = 41
"""The column of the rule between tree and detail."""


@attrs.frozen
class Text:
    """A text that is typed, which is not counted."""

    text: str


@attrs.frozen
class Task:
    """A task: its keys, and what the screen then holds.

    Attributes:
        keys: The keys as tmux names them, and texts.
        shown: Patterns that the screen holds then, each on one line.
        told: What the detail then says, without regard to its lines.
    """

    keys: Sequence[str | Text]
    shown: Sequence[str] = ()
    told: Sequence[str] = ()


TASKS = {
    "who decides about frailty, and who sits there": Task(
        ("w", Text("frailty"), "Enter"),
        told=(
            "The documents do not say who decides about frailty; Frailty and care settings leads on it.",
            "Frailty and care settings > Health and Care Executive > Joint Management Board > 7 listed as",
            "Who decides: not stated",
            "Who sits on Frailty and care settings: nobody is named; members of Harrow Borough Based Partnership:",
        ),
    ),
    "Harrow's networks, and the practices of one": Task(
        ("Right", "/", Text("sphere"), "Enter", "Right"),
        shown=(r"● Sphere PCN.* nbhd", r"▾ Organisations +6", r"· GP Direct +nbhd"),
        told=("A group of doctors' practices in Harrow",),
    ),
    "what changed in Harrow from 2021 to 2022": Task(
        ("D", Text("2021 to 2022"), "Enter"),
        told=(
            "Harrow Borough Based Partnership what changed here, 2021 to 2022",
            "was Harrow Integrated Care Partnership is Harrow Borough Based Partnership",
        ),
    ),
    "what was promised and not seen": Task(
        ("p",),
        told=("3 not seen since", "Not seen since (3) Safeguarding is missing from the 100 Day Plan"),
    ),
    "what ICP means": Task(
        ("t", Text("ICP"), "Enter"),
        told=("Three letters that have named quite different things", "1. Integrated Care Partnership"),
    ),
    "all that Harrow Council sits on": Task(
        ("4", "/", Text("harrow council"), "Enter", "L"),
        shown=(
            r"^┃▾ · Harrow Council ",
            r"^ +● Harrow Borough",
            r"Through the collec.*London",
        ),
    ),
    "the decision layers as a Markdown file": Task(
        ("2", "P", "Down", "Right", "Right", "Right", "Enter"), shown=(r"written to `harrow-decisions\.md`",)
    ),
    "what stood on 2 Dec 2020": Task(
        ("@", Text("2 Dec 2020"), "Enter"), shown=(r"as of 2 Dec 2020$", r"^┃ +▸ ● Harrow Health and Car")
    ),
    "the citation of one statement": Task(
        ("Enter", "y", "c"),
        shown=(r"^ sent to the clipboard: Harrow Borough Based Partnership: The documents",),
    ),
    "Harrow beside Hammersmith & Fulham": Task(
        ("x", "k", "x"),
        shown=(r"^  Harrow Borough Based Partnership +Hammersmith & Fulham", "~ Name", "~ Type"),
    ),
}


def told(screen: str) -> str:
    """Return the words of the detail on one line."""
    lines = (line[RULE + 1 :].strip(" ┃") for line in screen.splitlines()[2:-1])
    return " ".join(" ".join(lines).split())


def fits(task: Task, screen: str) -> bool:
    """Whether a screen has the answer of a task."""
    found = all(re.search(each, screen, re.MULTILINE) for each in task.shown)
    return found and all(each in told(screen) for each in task.told)


@pytest.mark.parametrize("task", TASKS.values(), ids=list(TASKS))
def test_a_task_takes_few_keys(task: Task) -> None:
    """Each task of a new reader takes at most eight keys; text that is typed is not counted."""
    assert sum(isinstance(each, str) for each in task.keys) <= MOST


def test_a_stranger_finds_it(terminal: Tmux, tmp_path: Path) -> None:
    """Each task is begun as for the first time; its keys, one by one, lead to a screen that holds the answer."""
    for number, (name, task) in enumerate(TASKS.items()):
        start = f"clear; cd {tmp_path}; XDG_STATE_HOME={tmp_path}/{number} {sys.executable} -m tiers.tui\n"
        terminal.type(start)
        terminal.until(r"q quit\s*\Z")
        for key in task.keys:
            if isinstance(key, Text):
                terminal.type(key.text)
            else:
                terminal.press(key)
        terminal.until_fits(partial(fits, task), name)
        terminal.press("C-q")
        terminal.until(r"(?m)^ready>")
    layers = (tmp_path / "harrow-decisions.md").read_text(encoding="utf-8")
    assert "Sovereign Organisational Governance and Decision Making" in layers
    assert terminal.clipboard() == (
        "Harrow Borough Based Partnership: The documents disagree, undecided: How the Harrow partnership began: "
        "About June 2021: the partnership began as a 100-day programme of joint work that the Health and Care "
        "Executive set up: Progress of the Integrated Care Partnership in Harrow, Key point 2: how it began and "
        "what it became, about Jun 2021, https://moderngov.harrow.gov.uk/mgAi.aspx?ID=126067"
    )

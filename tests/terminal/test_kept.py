"""What the explorer keeps, in a terminal: when it is kept and when not."""

from pathlib import Path

import pytest

from .harness import Terminal, tiers


def kept(tmp_path: Path, *words: str, keys: str = "q", **environment: str) -> list[str]:
    """Return the files in the directory of states after an explorer was opened and left."""
    surroundings = {"XDG_STATE_HOME": str(tmp_path), "TIERS_NO_STATE": "", **environment}
    with Terminal(tiers(*words), columns=100, lines=30, environment=surroundings) as terminal:
        terminal.until("Harrow")
        terminal.settle()
        terminal.press(keys)
        assert terminal.end() == 0
    return sorted(each.name for each in tmp_path.rglob("*.json"))


@pytest.mark.parametrize(("words", "no_state"), [(("--no-state",), ""), ((), "1")])
def test_nothing_is_kept_where_nothing_is_wanted(
    tmp_path: Path, words: tuple[str, ...], no_state: str
) -> None:
    """By the option or by the variable."""
    assert kept(tmp_path, *words, TIERS_NO_STATE=no_state) == []


def test_a_session_is_kept_when_it_ends(tmp_path: Path) -> None:
    """When the explorer ends, the state directory has one file, `explorer.json`."""
    assert kept(tmp_path) == ["explorer.json"]


def test_the_lines_of_the_first_run_go_in_one_frame(tmp_path: Path) -> None:
    """With what the key itself does."""
    surroundings = {"XDG_STATE_HOME": str(tmp_path), "TIERS_NO_STATE": ""}
    with Terminal(tiers(), columns=100, lines=30, environment=surroundings) as terminal:
        terminal.until("Harrow")
        terminal.settle()
        before = terminal.frames
        terminal.press("2")
        assert terminal.frames - before == 1
        terminal.press("q")
        assert terminal.end() == 0

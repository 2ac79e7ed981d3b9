"""The words at the end of a print: each that was used and wants explaining, once."""

import pytest

from tiers.model import Graph
from tiers.tui.printing.tree.notes import Notes


@pytest.mark.parametrize(
    ("word", "explained"),
    [
        ("as NHS Ex Trust", ("as X", "the source says X for what it stands below")),
        (
            "in what way is not stated",
            ("in what way is not stated", "no source says whether it decides, oversees or delivers"),
        ),
        ("not yet: begins 1 Apr 2021", ("not yet", "a source says that it begins, or is to begin, later")),
        (
            "not yet documented: first documented 2022",
            ("not yet documented", "the first source that speaks of it is later"),
        ),
        ("also 3", ("also N", "stands at N other places of the view too")),
    ],
)
def test_a_word_that_is_not_plain_is_explained(word: str, explained: tuple[str, str]) -> None:
    """With what stands for its changing part, after the kinds."""
    notes = Notes(Graph.of({}, []), sources=False, legend=True)
    notes.of("body", ("body", word), None, None)
    notes.of("body", ("body", word), None, None)
    kind = ("body", "what meets or decides: a board, committee, executive, forum or group")
    assert notes.explained() == [kind, explained]

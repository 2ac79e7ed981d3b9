"""The words at the end of a print: each that was used and wants explaining, once."""

import pytest

from tiers.model import Graph
from tiers.tui.printing.tree.notes import Notes


@pytest.mark.parametrize(
    ("word", "explained"),
    [
        ("as NHS Ex Trust", ("as X", "the document uses the name X for what it is below")),
        (
            "role not stated",
            ("role not stated", "no document says whether it decides, oversees or delivers"),
        ),
        (
            "not yet: begins 1 Apr 2021",
            ("not yet", "a document says that it begins, or is planned to begin, later"),
        ),
        (
            "not yet documented: first documented 2022",
            ("not yet documented", "the first document that mentions it is later than this date"),
        ),
        ("also 3", ("also N", "also shown at N other places in this view")),
    ],
)
def test_a_word_that_is_not_plain_is_explained(word: str, explained: tuple[str, str]) -> None:
    """With what stands for its changing part, after the kinds."""
    notes = Notes(Graph.of({}, []), sources=False, legend=True)
    notes.of("body", ("body", word), None, None)
    notes.of("body", ("body", word), None, None)
    kind = ("body", "what meets or decides: a board, committee, executive, forum or group")
    assert notes.explained() == [kind, explained]

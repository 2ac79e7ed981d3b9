"""Pasted text, as the terminal sends it."""

from itertools import pairwise

import pytest
from textual import events

from tiers.tui.textual_fixes.pasting import Disarmed, PastingParser

BEGIN, END = "\x1b[200~", "\x1b[201~"
TEXT = "fra\x1b[2J\til\nq\x1b"
INPUT = f"\x1b[Aj{BEGIN}{TEXT}{END}k\x1b{BEGIN}x{END}{BEGIN}{END}\x1b"
OUTPUT = f"\x1b[Aj{BEGIN}fra[2J\til\nq{END}k\x1b{BEGIN}x{END}{BEGIN}{END}\x1b"


def fed(*cuts: int) -> str:
    """Return the rest of the input when it comes in pieces."""
    disarmed = Disarmed()
    return "".join(disarmed.feed(INPUT[start:end]) for start, end in pairwise([0, *cuts, len(INPUT)]))


def test_only_within_a_paste_escape_characters_are_left_out() -> None:
    """Keys are as they were, also an Esc at the very end, which must not wait; and several pastes are several."""
    assert fed() == OUTPUT


def test_it_may_come_in_any_two_pieces_or_three() -> None:
    """Wherever they end, within a mark too."""
    cuts = [(one, other) for other in range(len(INPUT) + 1) for one in range(other + 1)]
    assert {fed(*each) for each in cuts} == {OUTPUT}


def test_it_may_come_character_by_character() -> None:
    """Which is how a slow line brings it."""
    assert fed(*range(1, len(INPUT))) == OUTPUT


@pytest.mark.parametrize("size", [1, 4, 1000])
def test_a_paste_is_one_paste_and_no_key(size: int) -> None:
    """Whatever is in it; the keys before and after are keys."""
    parser = PastingParser()
    text = f"j{BEGIN}{TEXT}{END}k"
    found = [
        event for start in range(0, len(text), size) for event in parser.feed(text[start : start + size])
    ]
    told = [each.text if isinstance(each, events.Paste) else getattr(each, "key", each) for each in found]
    assert told == ["j", "fra[2J\til\nq", "k"]

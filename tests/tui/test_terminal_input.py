"""Any input that a terminal can send."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from tiers.tui.textual_fixes.pasting import PastingParser
from tiers.tui.textual_fixes.terminal_input import MOST_COLUMNS, MOST_LINES

QUIET = 30
"""More quiet moments than anything is waited for."""

REPLIES = ("\x1b[?2026;2$y", "\x1b[48;24;80;0;0t", "\x1b[<0;5;6M", "\x1b[<0;5;6m")
KEYS = ("\x1b[A", "\x1b[1;5C", "\x1bOP", "\x1b[3~", "\x1b[[A", "\x1b[97;5u", "\x1b[Z", "é", "q")


def told(message: Message) -> object:
    """Return the contents of a message: a key by its name, a click by its place, a size by its cells."""
    if isinstance(message, events.Key):
        return message.key
    if isinstance(message, events.MouseEvent):
        return (type(message).__name__, message.x, message.y)
    if isinstance(message, events.Resize):
        return tuple(message.size)
    return type(message).__name__


def read(pieces: Iterable[str], quiet: int = 0) -> list[object]:
    """Return the messages read from pieces; quiet moments follow each, and after the last as many as are waited for."""
    parser = PastingParser()
    found: list[Message] = []
    for piece in pieces:
        found.extend(parser.feed(piece))
        for _ in range(quiet):
            found.extend(parser.tick())
    for _ in range(QUIET):
        found.extend(parser.tick())
    return [told(each) for each in found]


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("\udcff", []),
        ("\x1b[1114112u", []),
        ("\x1b[99999999999999999999u", []),
        ("\x1b[97;1;1114112u", []),
        ("\x1b[55296u", []),
        ("\x1b[" + "9" * 5000 + "u", []),
        ("\x1b[48;0;0;0;0t", []),
        ("\x1b[48;99999;99999;1;1t", []),
        ("\x1b[48;24;80;0;0t\x1b[<0;5;6M", [(80, 24), ("MouseDown", 4, 5)]),
        ("\x1b[<0;99999;1M", []),
        ("\x1b[99;99z", []),
        ("\x1b[201~", []),
        ("\x1b[97~\x1b[97A\x1b[3~", ["delete"]),
        ("\x1b[I\x1b[O", ["AppFocus", "AppBlur"]),
        ("\x1b]11;rgb:0/0/0\x07\x1bP1$r\x1b\\k", ["k"]),
    ],
)
def test_what_makes_no_sense_is_passed_over(sent: str, meant: list[object]) -> None:
    """A byte that is no text, a number beyond what there is, a size of nothing or of 99,999, a reply nobody asked for."""
    assert read([sent, "j"]) == [*meant, "j"]


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ("\x1b[M !!", (0, 0)),
        ("\x1b[M \udc81!", (96, 0)),
        ("\x1b[M \udce0\udcc3", (191, 162)),
        ("\x1b[M é", (162, 136)),
        ("\x1b[32;101;3M", (100, 2)),
        ("\x1b[<0;201;3M", (200, 2)),
    ],
)
def test_a_click_is_one_however_a_terminal_tells_it(sent: str, place: tuple[int, int]) -> None:
    """By three bytes, also where they are not UTF-8 or happen to be a character, as rxvt does and as SGR has it."""
    assert read([sent, "q"]) == [("MouseDown", *place), "q"]


@pytest.mark.parametrize("letters", ["q", "j", "P", "O", "quit", "[", "]"])
def test_escape_and_what_is_typed_after_it_are_keys_of_their_own(letters: str) -> None:
    """Where both arrive at once, as over a slow line."""
    names = {"[": "left_square_bracket", "]": "right_square_bracket"}
    assert read([f"\x1b{letters}"]) == ["escape", *(names.get(each, each) for each in letters)]


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_may_come_in_two_pieces(reply: str) -> None:
    """Wherever it is cut, and with a pause between them: it is the reply, and no letter of it is typed."""
    whole = read([reply])
    assert len(whole) == 1
    for cut in range(1, len(reply)):
        for quiet in (0, 3):
            found = read([reply[:cut], reply[cut:]], quiet)
            assert found == (["escape", *whole] if cut == 1 and quiet else whole), (cut, quiet)


@pytest.mark.parametrize(
    "reply",
    [
        "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
        "\x1b]4;1;rgb:ff/00/00\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1bP>|tmux 3.4\x1b\\",
    ],
)
def test_a_colour_or_a_name_that_comes_in_two_pieces_is_no_key(reply: str) -> None:
    """Wherever it is cut, and with a pause between them, no letter of it is typed; only `Esc`, where it came alone before one."""
    for cut in range(1, len(reply)):
        for quiet in (0, 3):
            found = read([reply[:cut], f"{reply[cut:]}j"], quiet)
            alone = cut == 1 and quiet
            if alone and reply[1] == "P":  # `P` is a key: what was held for `Esc` cannot be told from it
                assert found[:2] == ["escape", "P"]
            else:
                assert found == (["escape", "j"] if alone else ["j"]), (cut, quiet)


@given(
    st.lists(st.sampled_from((*KEYS, *REPLIES, "\x1b[200~fra\nil\x1b[201~"))), st.lists(st.integers(0, 200))
)
def test_keys_and_replies_may_come_in_any_pieces(sent: list[str], cuts: list[int]) -> None:
    """Without a pause it makes no difference where they are cut."""
    text = "".join(sent)
    ends = sorted({0, len(text), *(each for each in cuts if each < len(text))})
    pieces = [text[start:end] for start, end in pairwise(ends)]
    assert read(pieces) == [each for one in sent for each in read([one])]


@given(
    st.lists(
        st.one_of(st.binary(max_size=12), st.sampled_from([b"\x1b[", b"\x1b[M", b"\x1b[<", b"\x1b[48;"]))
    )
)
def test_any_bytes_are_read_to_their_end(pieces: list[bytes]) -> None:
    """Nothing is raised; no size is beyond what is believed, no key has half a character, and a key after it all is heard."""
    parser = PastingParser()
    found: list[Message] = []
    for piece in pieces:
        found.extend(parser.feed(piece.decode("utf-8", "surrogateescape")) if piece else ())
        found.extend(parser.tick())
    for _ in range(QUIET):
        found.extend(parser.tick())
    for each in found:
        if isinstance(each, events.Resize):
            assert 0 < each.size.width <= MOST_COLUMNS
            assert 0 < each.size.height <= MOST_LINES
        if isinstance(each, events.Key):
            assert (each.character or "").encode().decode() == (each.character or "")
    assert told(list(parser.feed("\x1b[201~q"))[-1]) == "q"

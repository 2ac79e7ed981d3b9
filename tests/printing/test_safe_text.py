"""The one function that makes text fit for a terminal, a stream or a file."""

import codecs
import io
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.tui.wording.safe_text import VISIBLE, all_safe, carries, safe, set_up_streams

SPOILT = {
    "a control character": ("a\x1b[2Jb", "a\\u{1b}[2Jb"),
    "a C1 control character": ("a\x9b2Jb", "a\\u{9b}2Jb"),
    "DEL": ("a\x7fb", "a\\u{7f}b"),
    "a line break": ("a\nb\r\tc", "a\\u{a}b\\u{d}\\u{9}c"),
    "a line separator": ("a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"),
    "bidirectional controls": ("\u202ea\u2066b\u200f", "\\u{202e}a\\u{2066}b\\u{200f}"),
    "zero-width characters": ("a\u200bb\u200dc\ufeff", "a\\u{200b}b\\u{200d}c\\u{feff}"),
    "a soft hyphen": ("a\xadb", "a\\u{ad}b"),
    "a variation selector": ("a\ufe0fb\U000e0100", "a\\u{fe0f}b\\u{e0100}"),
    "a Hangul filler": ("a\u3164b\u115f", "a\\u{3164}b\\u{115f}"),
    "a tag character": ("a\U000e0041b", "a\\u{e0041}b"),
    "a lone surrogate": ("a\ud800b\udcffc", "a\\u{d800}b\\u{dcff}c"),
    "a private character": ("a\ue000b", "a\\u{e000}b"),
    "a character that is none": ("a\uffffb", "a\\u{ffff}b"),
}


@pytest.mark.parametrize("case", SPOILT, ids=str)
def test_what_acts_or_is_unseen_is_written_visibly(case: str) -> None:
    """A terminal has nothing to act on, and a reader sees what was there."""
    text, expected = SPOILT[case]
    assert safe(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Harrow",
        "St Luke's",
        "café",
        "Frailty \u2013 “homes”",
        "日本",
        "e\u0301",
        "a\xa0b\u2009c",
        "👍",
        "[/b]{x}\\u",
    ],
)
def test_what_a_reader_sees_stays_as_it_is(text: str) -> None:
    """Letters, marks, spaces, punctuation and markup that is none come out as they went in."""
    assert safe(text) == text


@given(
    st.lists(
        st.sampled_from(["Harrow", "café", "日本", "e" + "\u0301" * 5, "\u0301" * 5])
        | st.text(st.characters(codec=None)),
        max_size=200,
    )
)
def test_many_texts_are_made_safe_as_each_is(texts: list[str]) -> None:
    """Also where many are looked at as one text, and where marks of two that follow each other would be too many for one."""
    assert all_safe(texts) == list(map(safe, texts))


@given(st.text(st.characters(codec=None)))
def test_twice_is_the_same_as_once_and_nothing_acts(text: str) -> None:
    """The result has no control, format, separator or surrogate character in it, and is safe itself."""
    result = safe(text)
    assert safe(result) == result
    assert not [char for char in result if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}]


def test_streams_write_what_they_cannot_carry_visibly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both streams write every text, whatever their encoding."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    set_up_streams()
    for stream in (out, err):
        stream.write("café ├ \U0001f44d")
        stream.flush()
        assert stream.buffer.getvalue() == b"caf\\u{e9} \\u{251c} \\u{1f44d}"


def test_the_handler_is_for_writing_alone() -> None:
    """Bytes that are not text are no business of it."""
    set_up_streams()
    error = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid")
    with pytest.raises(UnicodeDecodeError):
        codecs.lookup_error(VISIBLE)(error)


def test_streams_know_what_they_carry() -> None:
    """A stream of ASCII does not carry the lines of a tree, one of UTF-8 does."""
    assert not carries(io.TextIOWrapper(io.BytesIO(), encoding="ascii"), "├")
    assert carries(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), "├")
    assert carries(io.StringIO(), "├")


def test_of_many_marks_eight_are_drawn() -> None:
    """Further ones are written by their number, so that they draw over no other line; of eight none is."""
    assert safe("e" + "\u0301" * 8) == "e" + "\u0301" * 8
    assert safe("e" + "\u0301" * 10 + "a") == "e" + "\u0301" * 8 + "\\u{301}\\u{301}a"
    assert len(safe("e" + "\u0316\u0301" * 500_000)) == 9 + 7 * 999_992

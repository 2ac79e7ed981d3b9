"""Descriptions set in lines."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tiers.model import Graph
from tiers.tui.exploring.detail.typesetting import Link, Setting, typeset, wrap
from tiers.tui.wording.description import Line, describe
from tiers.tui.wording.description.line import BLANK

LINES = (
    Line("title", "Ex Joint Board", notes=(1, 12)),
    BLANK,
    Line("text", "Where the leaders of the partners meet."),
    Line("field", "unknown", label="Decides", notes=(2,)),
    Line("field", "a b c d e f g h i j k l m n", label="Legal form"),
    Line("heading", "Members"),
    Line("relation", "Ex Council · co-chair · votes", target="council", notes=(1,), indent=1),
    Line("note", "As the slide names it.", indent=2),
    Line("relation", "unknown", indent=1),
    Line("source", "Minutes, item 4", label="12", target="minutes", indent=1),
)


def drawn(setting: Setting) -> list[str]:
    """Return the lines as they are drawn, spaces at the end left out."""
    return ["".join(text for text, _ in line.pieces).rstrip() for line in setting.lines]


def test_a_description_is_set_in_lines_of_its_width() -> None:
    """Text goes on in the next line, fields are aligned, what goes on hangs, marks stay with their word."""
    assert drawn(typeset(LINES, 30)) == [
        "Ex Joint Board ¹ ¹²".replace("d ¹", "d\u00a0¹").replace("¹ ¹²", "¹\u00a0¹²"),
        "",
        "Where the leaders of the",
        "partners meet.",
        "Decides     unknown\u00a0²",
        "Legal form  a b c d e f g h i",
        "            j k l m n",
        "Members",
        "  Ex Council · co-chair ·",
        "    votes\u00a0¹",
        "    As the slide names it.",
        "  unknown",
        "  ¹² Minutes, item 4",
    ]


def test_where_there_is_little_room_a_field_stands_below_its_name() -> None:
    """A name that would take more than its share stands alone."""
    lines = (Line("field", "unknown", label="Usual population"),)
    assert drawn(typeset(lines, 24)) == ["Usual population", "  unknown"]


def test_links_are_numbered_with_their_lines() -> None:
    """What can be followed or cited, where it stands, and which lines belong to it."""
    setting = typeset(LINES, 30)
    found = [(link.target, link.first, link.last) for link in setting.links]
    assert found == [(None, 0, 0), (None, 4, 4), ("council", 8, 9), ("minutes", 12, 12)]
    assert [line.link for line in setting.lines][8:] == [2, 2, None, None, 3]


def test_parts_of_a_relation_have_their_roles() -> None:
    """The name leads somewhere, what is said of it is quiet, the marks are marks."""
    assert typeset(LINES[6:7], 60).lines[0].pieces == (
        ("  ", "relation"),
        ("Ex Council", "relation"),
        (" · co-chair · votes", "words"),
        ("\u00a0¹", "marks"),
    )


def test_a_wide_word_is_broken_where_it_must_be() -> None:
    """A word of wide characters is broken by the cells that it takes, not by its characters."""
    text = "ab 健康健康健康健康 cd"
    assert [text[start:end] for start, end in wrap(text, 9)] == ["ab", "健康健康", "健康健康", "cd"]


TEXTS = st.text(st.sampled_from("ab é健\u00a0"), max_size=80)


@given(TEXTS, st.integers(1, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, width: int) -> None:
    """Only spaces between lines are left out."""
    spans = wrap(text, width)
    assert all(cell_len(text[start:end]) <= max(width, 8) for start, end in spans)
    left = "".join(text[end:start] for (_, end), (start, _) in pairwise(spans))
    assert (spans[0][0], spans[-1][1], left.strip(" ")) == (0, len(text), "")


@given(st.lists(st.sampled_from(("a", "be", "ended;", "Ex", "·", "31")), min_size=1), st.integers(8, 40))
def test_each_line_has_as_many_words_as_fit(words: list[str], width: int) -> None:
    """Each line has as many words as fit and is broken between words, as `textwrap` does it."""
    text = " ".join(words)
    assert [text[start:end] for start, end in wrap(text, width)] == textwrap.wrap(text, width)


@given(st.integers(1, 100))
def test_every_entity_can_be_set_in_any_width(width: int) -> None:
    """Wide or narrow, what is drawn is what is said."""
    setting = typeset(LINES, width)
    said = "".join(line.text for line in LINES).replace(" ", "")
    shown = "".join(
        text for line in setting.lines for text, role in line.pieces if role not in {"label", "marks"}
    )
    assert shown.replace(" ", "") == said


def test_every_entity_of_a_model_is_set(place: Graph) -> None:
    """Each description has its title first, and its links lead to entities."""
    for entity_id in place:
        setting = typeset(describe(place, entity_id), 40)
        assert setting.lines[0].pieces[0][1] == "title"
        assert {link.target for link in setting.links} <= {*place, None}


@given(TEXTS, TEXTS, st.integers(11, 100))
def test_a_pair_stands_side_by_side(one: str, other: str, width: int) -> None:
    """No line is too wide and nothing is lost; where there is no room for two columns, one below the other."""
    setting = typeset((Line("pair", other, one, target="ex"),), width)
    assert all(sum(cell_len(text) for text, _ in line.pieces) <= width for line in setting.lines)
    sides = (
        "".join(line.pieces[0][0] for line in setting.lines),
        "".join(line.pieces[-1][0] for line in setting.lines),
    )
    if width >= 44:
        assert [side.replace(" ", "") for side in sides] == [one.replace(" ", ""), other.replace(" ", "")]
    else:
        assert sides[0].replace(" ", "") == "AB"
        assert sides[1].replace(" ", "") == (one + other).replace(" ", "")
    links = [(link.target, link.first, link.last) for link in setting.links]
    assert links == [("ex", 0, len(setting.lines) - 1)]


def test_nothing_is_set_of_nothing() -> None:
    """An empty description has no lines."""
    setting = typeset((), 40)
    assert (setting.lines, setting.links) == ((), ())
    assert isinstance(typeset(LINES, 40).links[0], Link)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("first documented 22 Feb 2022, then", 20, ["first documented", "22 Feb 2022, then"]),
        ("2 Dec 2020 to 22 Feb 2022", 21, ["2 Dec 2020 to", "22 Feb 2022"]),
        ("in February 2020 it met", 14, ["in", "February 2020", "it met"]),
        ("June 2021 and 1 Jan 2022", 9, ["June 2021", "and 1 Jan", "2022"]),
        ("a co-production/engagement", 14, ["a", "co-production/", "engagement"]),
    ],
)
def test_no_line_breaks_inside_a_date(text: str, width: int, lines: list[str]) -> None:
    """Where the date has room on a line; a word too long for any is broken after a hyphen or a slash."""
    assert [text[slice(*each)] for each in wrap(text, width)] == lines

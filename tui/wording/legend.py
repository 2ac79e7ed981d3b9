"""Marks other than the symbols of kinds, each with its one meaning, and the legend of all marks."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .row_marks import row_marks
from .signs import SIGNS

NEW, GONE, MOVED, CHANGED, DOCUMENTED_OTHERWISE, INSIDE = "+", "-", ">", "~", "≈", "*"
SAME, NOT_STATED = "=", "∅"

DIFFERENCES: Mapping[str, str] = MappingProxyType(
    {
        NEW: "new",
        GONE: "gone",
        MOVED: "moved",
        CHANGED: "changed",
        DOCUMENTED_OTHERWISE: "evidence changed",
        INSIDE: "inside",
    }
)
"""The marks of rows that differ between two dates, each with its word."""

SIDE_BY_SIDE: Mapping[str, str] = MappingProxyType(
    {SAME: "the same", CHANGED: "different", NEW: "only one has it", NOT_STATED: "not stated for either"}
)
"""The marks of a comparison side by side: the same, changed, or only in one, as between two dates."""

BEGINS, ENDS, STANDS, SOME_TIME, ONE_DAY = ("╞", "╡", "═", "╌", "•")
DUE, COMING, EARLIER, LATER, DAY = ("◦", "┈", "←", "→", "┊")
STRIP: Mapping[str, str] = MappingProxyType(
    {
        BEGINS: "begins",
        ENDS: "ends",
        STANDS: f"stated or documented; without {ENDS} no end is stated",
        SOME_TIME: "some time in these days",
        ONE_DAY: "one day",
        DUE: "planned to begin or end that day",
        COMING: "only planned, as told in these days",
        EARLIER: "began before the strip",
        LATER: "goes on after it",
        DAY: "the date looked at; ▼ above, ╪ on a bar",
    }
)
"""The marks of the timeline strip, each with its words."""

BOXES: Mapping[str, str] = MappingProxyType(
    {
        "━": "an arrow: what is delegated, from who delegates to whom",
        "┉": "an arrow that is inferred or only planned",
        "─": "a border, or a line to what is below",
        "┄": "a border of what only stands there by inference",
    }
)
"""The marks of boxes and arrows, each with its words."""

OPEN, CLOSED, CURSOR, LEFT_OUT, NOTE = "▾", "▸", "┃", "…", "¹"

Section = tuple[str, list[tuple[str, str]]]
"""A heading with its marks and their meanings."""


def in_a_line(marks: Mapping[str, str]) -> str:
    """Return marks in one line, each before its word: `+ new  - gone`."""
    return "  ".join(f"{mark} {word}" for mark, word in marks.items())


def legend() -> Iterator[Section]:
    """Yield every mark with its meaning, section by section; a mark means the same everywhere."""
    yield (
        "Marks: the tree",
        [
            (CURSOR, "the row of the cursor"),
            (OPEN, "an open row"),
            (CLOSED, "a closed row"),
            (LEFT_OUT, "something is left out for want of room"),
        ],
    )
    rows = row_marks()
    explained = {mark for mark, _ in rows}
    yield ("Marks: beside a row", [*rows])
    kinds = [(sign.symbol, sign.word) for sign in SIGNS.values() if sign.symbol not in {"", *explained}]
    yield ("Marks: kinds", kinds)
    yield (
        "Marks: another date (d), a save, two side by side (x)",
        [(mark, _meaning(mark)) for mark in dict.fromkeys((*DIFFERENCES, *SIDE_BY_SIDE))],
    )
    yield ("Marks: boxes and arrows (b)", [*BOXES.items()])
    yield ("Marks: the timeline as a strip (T)", [*STRIP.items()])
    yield ("Marks: the detail", [(NOTE, "the number of a source, which stands below under Sources")])


def _meaning(mark: str) -> str:
    """Return the meaning of a mark between two dates, and in a side-by-side comparison if it is used there too."""
    words = dict.fromkeys(marks[mark] for marks in (DIFFERENCES, SIDE_BY_SIDE) if mark in marks)
    if mark == INSIDE:
        return "how many differ inside a closed row; at an open one: are gone, or to come"
    return ", or ".join(words)

"""Where the keys and values of a TOML file stand, as our own scanner finds them."""

import itertools
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiers.model.reading.nodes import BrokenError, Node
from tiers.model.reading.places import Lines, Places
from tiers.model.reading.report import HEADER, KEY, VALUE, Steps
from tiers.model.reading.scanner import scan

from .standard import cases

TEXT = """\
title = "Ex"
"quoted key".'a b' = 1

[file]
sources = ["paper#p2",
  "minutes"]

[[body]]
id = "board"
members.x = { to = "a",
  role = "chair" }
[body.extra]
k = 1

[[body]]
id = "Ω"  # the next
[[body.seats]]
n = [[1], {}]
"""


def place(steps: Steps, part: str) -> tuple[int, int] | None:
    places = Places.of(TEXT)
    span = places.span(steps, part)
    return None if span is None else places.lines.place(span[0])


@pytest.mark.parametrize(
    ("steps", "part", "expected"),
    [
        (("title",), KEY, (1, 1)),
        (("title",), VALUE, (1, 9)),
        (("quoted key",), KEY, (2, 1)),
        (("quoted key", "a b"), KEY, (2, 14)),
        (("quoted key", "a b"), VALUE, (2, 22)),
        (("file",), KEY, (4, 2)),
        (("file", "sources", 1), VALUE, (6, 3)),
        (("body",), KEY, (8, 3)),
        (("body", 0), HEADER, (8, 1)),
        (("body", 0, "members", "x"), KEY, (10, 9)),
        (("body", 0, "members"), VALUE, (10, 1)),
        (("body", 0, "members", "x", "role"), KEY, (11, 3)),
        (("body", 0, "members", "x", "role"), VALUE, (11, 10)),
        (("body", 0, "members", "x", "none"), KEY, (10, 9)),
        (("body", 0, "extra"), KEY, (12, 7)),
        (("body", 0, "extra"), VALUE, (12, 1)),
        (("body", 0, "extra", "k"), VALUE, (13, 5)),
        (("body", 1), HEADER, (15, 1)),
        (("body", 1, "seats", 0), HEADER, (17, 1)),
        (("body", 1, "seats", 0, "n", 0, 0), VALUE, (18, 7)),
        (("body", 1, "seats", 0, "n", 1), VALUE, (18, 11)),
        (("nowhere", 3), VALUE, None),
    ],
)
def test_every_part_has_its_own_place(steps: Steps, part: str, expected: tuple[int, int] | None) -> None:
    """A key, a value and a header are found at their own line and column, whichever way the table is written."""
    assert place(steps, part) == expected


def test_the_span_of_a_table_is_its_header_and_keys() -> None:
    """What stands below a header is one piece of the text, to the end of its last value, and no more."""
    span = Places.of(TEXT).span(("body", 1), HEADER)
    node = Places.of(TEXT).top.step("body")
    second = node.step(1) if node else None
    assert second is not None
    assert second.header == span
    assert second.value is not None
    assert TEXT[slice(*second.value)] == '[[body]]\nid = "Ω"'


def test_lines_end_as_the_file_has_them() -> None:
    """A line is shown without its end, LF or CR LF, and the last one need not have any."""
    lines = Lines.of("a = 1\r\nb = 2\nc")
    assert [lines.line(number) for number in (1, 2, 3)] == ["a = 1", "b = 2", "c"]
    assert [lines.place(offset) for offset in (0, 7, 13)] == [(1, 1), (2, 1), (3, 1)]


def test_a_very_long_line_is_cut_round_its_mark() -> None:
    """Of a line of a million characters only the part around the mark is kept."""
    text = f'a = "{"x" * 1_000_000}" b'
    excerpt = Lines.of(text).excerpt("f.toml", (1_000_007, 1_000_008))
    assert (excerpt.column, excerpt.start, excerpt.length) == (1_000_008, 1_000_007 - 60, 1)
    assert excerpt.text == "x" * 58 + '" b'
    assert not excerpt.cut
    assert Lines.of(text).excerpt("f.toml", (0, 1)).cut


def every(data: Any) -> Iterator[tuple[Steps, Any]]:
    """Yield each path into the data that tomli returns, with its value."""
    waiting: list[tuple[Steps, Any]] = [((), data)]
    while waiting:
        steps, value = waiting.pop()
        yield steps, value
        if isinstance(value, dict):
            waiting.extend(((*steps, key), each) for key, each in value.items())
        elif isinstance(value, list):
            waiting.extend(((*steps, number), each) for number, each in enumerate(value))


def check_places(text: str) -> None:
    """Hold the tree of places to what tomli gives: the same paths, and values that read the same out of the text."""
    top = scan(text)
    data = tomli.loads(text)
    for steps, value in every(data):
        node: Node | None = top
        for step in steps:
            node = node.step(step) if node else None
        assert node is not None, steps
        if isinstance(value, dict):
            assert isinstance(node.inside, dict)
            assert set(node.inside) == set(value), steps
        elif isinstance(value, list):
            assert isinstance(node.inside, list)
            assert len(node.inside) == len(value), steps
        if node.form == "value":
            assert node.value is not None
            read = tomli.loads(f"key = {text[slice(*node.value)]}")["key"]
            assert repr(read) == repr(value), steps
        if node.key is not None:
            name = next(iter(tomli.loads(f"{text[slice(*node.key)]} = 1")))
            assert name == next(step for step in reversed(steps) if isinstance(step, str)), steps


def test_every_valid_case_of_the_standard_has_its_places() -> None:
    """Every path of every valid case has a place, and its value reads the same out of the text."""
    found = 0
    for path in cases("valid"):
        check_places(path.read_bytes().decode("utf-8-sig"))
        found += 1
    assert found > 200


KEYS = st.sampled_from(["a", "b", "c-1", '"d e"', "'f.g'", '"\\u00e9"'])
SCALARS = st.sampled_from(
    ["1", "0x1f", "1.5", "true", "1979-05-27 07:32:00", '"x#y"', "'z\\'", '"""a\n"b""""', "'''c\n'''"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda each: f"[ # in a list\n{', '.join(each)}\n]"),
        st.lists(st.tuples(KEYS, inner), max_size=3).map(
            lambda each: "{ " + ",\n".join(f"{key} = {value}" for key, value in each) + " }"
        ),
    ),
    max_leaves=6,
)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(" . ".join)
LINES = st.one_of(
    st.tuples(DOTTED, VALUES).map(" = ".join),
    DOTTED.map("[{}]".format),
    DOTTED.map("[[{}]]".format),
    st.just("# nothing = here"),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINES, max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_the_scanner_agrees_with_tomli(lines: list[str], end: str) -> None:
    """Whatever tomli reads has all its places; whatever it refuses the scanner refuses too."""
    text = "\n".join(lines).replace("\n", end)
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError:
        with pytest.raises(BrokenError):
            scan(text, strict=True)
    else:
        check_places(text)
        scan(text, strict=True)


def test_no_depth_ends_the_process() -> None:
    """Nested tables with dotted keys and lists of any depth are scanned, or refused, without recursion."""
    key = ".".join("a" * 10)
    scan(f"a = {f'{{ {key} = ' * 2_000}1{'}' * 2_000}")
    with pytest.raises(BrokenError) as caught:
        scan("a = " + "[" * 100_000)
    assert (caught.value.why, caught.value.span) == ("unclosed", (100_003, 100_004))


def test_the_work_is_linear_in_the_text() -> None:
    """A text twice as long takes twice as many calls, for long keys, lists, tables and texts."""

    def counted(text: str) -> int:
        calls = itertools.count()
        sys.setprofile(lambda *_: next(calls))
        try:
            scan(text)
        finally:
            sys.setprofile(None)
        return next(calls)

    for one in ("[[a]]\nb.c = { d = [1, 2] }\n", "x{} = 1\n", "[t.{}]\n"):
        sizes = ["".join(one.replace("{}", str(number), 1) for number in range(size)) for size in (200, 400)]
        few, many = map(counted, sizes)
        assert many <= 2 * few + 20


def nodes(node: Node) -> int:
    """Return how many nodes there are in one, with itself."""
    inside = node.inside.values() if isinstance(node.inside, dict) else node.inside or ()
    return 1 + sum(nodes(each) for each in inside)


def test_only_the_inside_of_tables_with_a_mistake_is_kept() -> None:
    """Of 2,000 tables the two that are asked for are kept whole, and each other as one node, the last apart."""
    table = '[[body]]\nid = "b"\nname = "B"\nmembers = [{ id = "a", voting = true }]\n'
    top = scan(table * 2_000, kept={("body", 3), ("body", 700)})
    whole = nodes(scan(table)) - 2
    assert nodes(top) == 2 + 1_997 + 3 * whole
    kept = Places(Lines.of(table * 2_000), top)
    assert kept.span(("body", 700, "members", 0, "voting"), VALUE) is not None
    everything = Places.of(table * 2_000)
    for steps in (("body", 3, "name"), ("body", 700, "members", 0, "id")):
        assert kept.span(steps, VALUE) == everything.span(steps, VALUE)

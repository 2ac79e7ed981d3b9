"""The first and the last day of entities, and the strip on which they are drawn."""

from collections.abc import Callable

import pytest

from tests.model.fragments import EARLY_AND_LATE
from tiers.model import Graph, parse_date
from tiers.model.answers.periods import lasting, periods
from tiers.tui.printing.answers.strip import IN_ASCII, strip, write
from tiers.tui.wording.description.timeline import period_words
from tiers.tui.wording.legend import STRIP

MODEL = (
    EARLY_AND_LATE
    + """
[[partnership]]
id = "p"
name = "Place"
sources = ["early", "late"]

[[body]]
id = "board"
name = "Board that was set up and was dissolved again"
part_of = "p"
start_date = "2021-01-01"
end_date = "2022-01/2022-06"
sources = ["late"]

[[organisation]]
id = "old"
name = "Old Trust"
part_of = "p"
start_date = "1974-04-01"
sources = ["early"]

[[event]]
id = "vote"
name = "Vote"
about = "p"
date = "2021-07/2021-12"
part_of = "p"
sources = ["late"]

[[body]]
id = "new"
name = "New group"
part_of = "p"
status = "planned"
expected_date = "2023-04-01"
sources = ["late"]

[[term]]
id = "word"
name = "Word"
meanings = [{ text = "a word", sources = ["late"] }]
"""
)


@pytest.fixture
def graph(graph_of: Callable[[str], Graph]) -> Graph:
    """Return the model."""
    return graph_of(MODEL)


def test_periods_say_what_is_stated_planned_and_documented(graph: Graph) -> None:
    """The earliest first; an event ends on its day, a plan is one until a document shows it, a glossary entry has no period."""
    assert [(each.id, period_words(each)) for each in periods(graph, "p")] == [
        ("old", "since 1 Apr 1974; documented 2 Dec 2020"),
        ("p", "documented 2 Dec 2020 to 22 Feb 2022"),
        ("board", "from 1 Jan 2021 until some time between Jan and Jun 2022; documented 22 Feb 2022"),
        ("vote", "between Jul and Dec 2021; documented 22 Feb 2022"),
        ("new", "planned for 1 Apr 2023, no document says it happened; documented 22 Feb 2022"),
    ]
    assert [each.id for each in periods(graph, "board")] == ["board"]


def test_what_one_document_alone_mentions_is_counted_and_not_drawn(graph_of: Callable[[str], Graph]) -> None:
    """Beside what begins, ends, is planned or documented on several days; where there is nothing else it is drawn."""
    graph = graph_of(f'{MODEL}\n[[body]]\nid = "once"\nname = "Once"\npart_of = "p"\nsources = ["late"]\n')
    found = periods(graph, "p")
    assert {each.id for each in found} - {each.id for each in lasting(found)} == {"once"}
    assert lasting(periods(graph, "once")) == periods(graph, "once")
    told = "".join(write(strip(graph, lasting(found)), 80, 1))
    assert "\n1 more is documented on one day only\n" in told


def test_a_strip_begins_with_the_first_document_and_marks_the_date_looked_at(graph: Graph) -> None:
    """What began before is led in by an arrow; the date is a line through all; no name is cut, and no line is too long."""
    then = graph.as_of("2021-10-01")
    lines = "".join(write(strip(then, periods(then)), 80)).splitlines()
    assert lines == [
        "                                  2020       2021        2022       2023",
        "                                  ┴──────────┴────────▼──┴──────────┴───────────",
        "Old Trust                         ←══════════         ┊",
        "Place                                       ══════════╪════",
        "Board that was set up and was                ╞════════╪══╡╌╌╌╌╌",
        "  dissolved again                                     ┊",
        "Vote                                               ╌╌╌╌╌╌",
        "New group                                             ┊                ◦",
        "",
        "╞ begins  ╡ ends  ═ stated or documented; without ╡ no end is stated",
        "╌ some time in these days  • one day  ◦ planned to begin or end that day",
        "┈ only planned, as told in these days  ← began before the strip",
        "→ goes on after it  ┊ the date looked at; ▼ above, ╪ on a bar",
    ]


def test_a_strip_of_one_year_has_its_months(graph: Graph) -> None:
    """What goes on before or after it is led in or out by an arrow; what lies outside is left out."""
    year = parse_date("2021")
    found = periods(graph, since=year, until=year)
    assert strip(graph, found, 90, since=year, until=year).lines == [
        "                                    2021    Mar      May      Jul      Sep      Nov",
        "                                    ┴───────┴────────┴────────┴────────┴────────┴─────────",
        "Place                               ←════════════════════════════════════════════════════→",
        "Board that was set up and was       ╞════════════════════════════════════════════════════→",
        "  dissolved again",
        "Vote                                                          ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌→",
    ]


def test_in_ascii_a_strip_has_the_same_shape(graph: Graph) -> None:
    """Each sign has one of ASCII, and each sign of the legend means one thing."""
    drawn, plain = (strip(graph, periods(graph), 80, unicode=unicode).lines for unicode in (True, False))
    assert plain == [
        line.translate(str.maketrans("".join(IN_ASCII), "".join(IN_ASCII.values()))) for line in drawn
    ]
    assert all(line.isascii() for line in plain)
    assert set(STRIP) <= set(IN_ASCII)
    assert len({IN_ASCII[sign] for sign in STRIP}) == len(STRIP)


def test_what_is_only_planned_has_no_whole_bar(graph_of: Callable[[str], Graph]) -> None:
    """Of a body planned for no stated day the days on which it is told, of one for a time the days of that; both in a sign of their own."""
    graph = graph_of(
        '[[source]]\nid = "a"\nname = "A"\npresented = "2020-01-01"\n'
        '[[source]]\nid = "b"\nname = "B"\npresented = "2020-12-31"\n'
        '[[body]]\nid = "idea"\nname = "Idea"\nstatus = "planned"\nsources = ["a", "b"]\n'
        '[[body]]\nid = "pilot"\nname = "Pilot"\nstart_date = "2021-01-01"\nend_date = "2021-12-31"\nsources = ["a"]\n'
        '[[body]]\nid = "board"\nname = "Board"\nsources = ["a", "b"]\n'
    )
    found = periods(graph)
    assert strip(graph, found, 42).lines == [
        "       2020             2021",
        "       ┴────────────────┴─────────────────",
        "Board  ══════════════════",
        "Idea   ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
        "Pilot                   ◦┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈◦",
    ]
    assert [period_words(each) for each in found] == [
        "documented 1 Jan 2020 to 31 Dec 2020",
        "planned, day unknown, no document says it happened; documented 1 Jan 2020 to 31 Dec 2020",
        "planned for 1 Jan 2021 until 31 Dec 2021, no document says it happened; documented 1 Jan 2020",
    ]


def test_every_sign_of_a_strip_is_in_its_legend(graph: Graph) -> None:
    """Whatever is drawn right of the names, at a date and at none."""
    for then in (graph, graph.as_of("2021-10-01")):
        drawn = strip(then, periods(then), 80)
        legend = "".join(write(drawn, 80)).removeprefix("".join(f"{line}\n" for line in drawn.lines))
        signs = {char for line in drawn.lines for char in line if char in IN_ASCII and char not in "─┴"}
        assert {char for char in signs if char not in legend} == set()

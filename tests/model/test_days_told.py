"""The days that documents and change events give, and what is told on them."""

import itertools
from collections.abc import Callable

import pytest

from tests.model.fragments import disagreement, documents, named
from tiers.model import Graph, parse_date
from tiers.model.facts.change_dates import changes
from tiers.model.facts.ends import last_document
from tiers.model.facts.times import start_of, value_of
from tiers.model.facts.turning_days import turning_days
from tiers.model.format.dates import after_end
from tiers.model.format.plain_dates import read_date
from tiers.model.format.records import Citation, Entity, Evidence

GraphOf = Callable[[str], Graph]

PAPERS = documents("a", a=("Scheme", "2020-05-01"), b=("Minutes", "2023-06-01"))


def _event(day: str) -> str:
    return f'[[event]]\nid = "e"\nname = "Merger"\nresults = ["x"]\n{day}\n'


def test_an_event_of_an_unknown_day_begins_nothing_on_a_day(graph_of: GraphOf) -> None:
    """What another event began has the day of that one."""
    graph = graph_of(PAPERS + named("body", x="X") + _event('date = "unknown"'))
    assert start_of(graph, "x") is None
    second = '[[event]]\nid = "f"\nname = "Opening"\nresults = ["x"]\ndate = "2019"\n'
    graph = graph_of(PAPERS + named("body", x="X") + _event('date = "unknown"') + second)
    assert start_of(graph, "x") == parse_date("2019")


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ('date = [{ value = "2021-06", sources = ["b"] }]', None),
        ('date = [{ value = "2019-06", sources = ["a"] }]', "planned"),
    ],
)
def test_a_plan_is_over_once_a_later_document_tells_of_the_event_that_began_it(
    graph_of: GraphOf, day: str, status: str | None
) -> None:
    """One of the day of the plan does not tell."""
    graph = graph_of(PAPERS + named("body", x="X") + 'status = "planned"\n' + _event(day))
    assert value_of(graph, "x", "status", None) == status


@pytest.mark.parametrize(
    ("status", "states"),
    [
        ('"planned"', ["not yet documented", "not yet due", "not yet due", "planned"]),
        (
            '[{ value = "planned" }, { value = "closed", sources = ["b"] }]',
            ["not yet documented", "not yet due", "ended", "ended"],
        ),
    ],
)
def test_a_plan_that_was_given_up_is_over_before_its_day(
    graph_of: GraphOf, status: str, states: list[str]
) -> None:
    """From the document on that says so; until then it was not yet due."""
    graph = graph_of(f'{PAPERS}{named("body", x="X")}expected_date = "2030"\nstatus = {status}\n')
    days = ("2019", "2021", "2024", None)
    assert [graph.as_of(day).standing("x").state for day in days] == states


@pytest.mark.parametrize(
    ("papers", "last"),
    [
        ("", None),
        (named("source", c="Leaflet"), None),
        (PAPERS + named("source", c="Leaflet"), "2023-06-01"),
        (named("source", c="Leaflet") + PAPERS, "2023-06-01"),
    ],
)
def test_the_latest_document_is_the_latest_that_has_a_day(
    graph_of: GraphOf, papers: str, last: str | None
) -> None:
    """One without a day is not asked."""
    graph = graph_of(papers + named("body", x="X"))
    assert last_document(graph) == (None if last is None else parse_date(last).last)


@pytest.mark.parametrize("said", [True, False])
def test_what_an_event_of_a_disputed_day_began_turns_on_either_day(graph_of: GraphOf, *, said: bool) -> None:
    """Whether the event has a day of its own or only the sides give one."""
    sides = (
        '{ text = "In May.", value = "2021-05-01" }',
        '{ text = "In July.", value = "2022-07-01", sources = ["b"] }',
    )
    graph = graph_of(
        PAPERS
        + named("body", x="X")
        + _event('date = "2021-05-01"' if said else "")
        + disagreement("d", "When", *sides, about="e", attribute="date")
    )
    turning = turning_days(graph)
    days = ("2021-04-01", "2021-06-01", "2022-06-01", "2022-08-01")
    found = [
        "x" in turning.between(parse_date(one), parse_date(other), last_documented=False)
        for one, other in itertools.pairwise(days)
    ]
    assert found == [True, False, True]


def test_a_start_that_was_corrected_is_still_a_date_of_change(graph_of: GraphOf) -> None:
    """The body is told to begin on either day, since both were reported; a day that was only foretold is planned."""
    claims = '{ value = "2019" }, { value = "2018", sources = ["b"] }, { value = "2024", sources = ["b"] }'
    graph = graph_of(PAPERS + named("body", x="X") + f"start_date = [{claims}]\n")
    found = {
        str(each.date): {why: ids for why, ids in each.reasons.items() if "x" in ids}
        for each in changes(graph)
    }
    assert {day: list(why) for day, why in found.items() if day in {"2018", "2019", "2024"}} == {
        "2018": ["begins"],
        "2019": ["begins"],
        "2024": ["planned"],
    }


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("2024-08-31", "since 1 Sep 2024"),
        ("2024-08", "after Aug 2024"),
        ("2024-08-31~", "after about 31 Aug 2024"),
        ("2024-07/2024-08", "after some time between Jul and Aug 2024"),
        ("9999-12-31", "after 31 Dec 9999"),
    ],
)
def test_since_when_something_is_over(end: str, said: str) -> None:
    """The day after a last day, where that is known."""
    assert after_end(parse_date(end)) == said


@pytest.mark.parametrize(
    ("number", "month"),
    enumerate(
        (
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        1,
    ),
)
def test_a_month_is_read_by_its_name(number: int, month: str) -> None:
    """The whole name or its first three letters, in any case."""
    typed = (month, month[:3], month.upper())
    assert {str(read_date(f"2 {each} 2021")) for each in typed} == {f"2021-{number:02}-02"}


def test_what_nothing_is_said_of_is_empty() -> None:
    """A citation of a document alone has no place in it, and an entity made by a program has no file."""
    assert (Citation("a").locator, str(Citation("a")), str(Citation("a", "p2"))) == ("", "a", "a#p2")
    assert Entity("x", "body", {"name": "X"}, Evidence()).file == ""

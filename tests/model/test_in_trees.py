"""The days on which an entity is in the trees, and what is said about it before, during and after, day by day."""

from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest

from tests.model.fragments import EARLY_AND_LATE
from tiers.model import Graph
from tiers.model.answers.diff import diff_between_dates
from tiers.model.facts.change_dates import changes
from tiers.model.facts.reports import last_report
from tiers.model.facts.times import recorded_day

GraphOf = Callable[[str], Graph]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        pytest.param(
            'start_date = "2021-01-01"',
            {"2020-12-31": "not yet: begins 1 Jan 2021", "2021-01-01": "no date is documented"},
            id="from its first day on",
        ),
        pytest.param(
            'expected_date = "2023"',
            {
                "2022-12-31": "not yet: planned for 2023",
                "2023": "planned: due 2023, no document says it happened",
            },
            id="of a plan without a document nobody knows since when it is one",
        ),
        pytest.param(
            'expected_date = [{ value = "2023", sources = ["late"] }]',
            {
                "2022-02-21": "not yet documented: first documented 22 Feb 2022",
                "2022-02-22": "not yet: planned for 2023",
                "2023": "planned: due 2023, no document says it happened",
            },
            id="a plan is known from its document on",
        ),
        pytest.param(
            'start_date = [{ value = "2021-03", sources = ["early"] },'
            ' { value = "unknown", basis = "stated", sources = ["late"] }]',
            {
                "2020-12-01": "not yet documented: first documented 2 Dec 2020",
                "2020-12-02": "not yet: planned for Mar 2021",
                "2021-03": "planned: due Mar 2021, no document says it happened",
                "2022-02-22": "planned: for a day that is stated to be unknown, no document says it happened",
            },
            id="a start that slipped",
        ),
        pytest.param(
            'expected_date = [{ value = "2021-01", sources = ["early"] }]\nend_date = "2021-03"\n'
            'other_names = [{ name = "B", sources = ["late"] }]',
            {
                "2021-01-01": "planned: due Jan 2021, first documented 22 Feb 2022",
                "2022-02-21": "planned: due Jan 2021, first documented 22 Feb 2022",
                "2022-02-22": "ended Mar 2021",
            },
            id="a plan until a document shows that it was over",
        ),
    ],
)
def test_what_is_said_day_by_day(graph_of: GraphOf, keys: str, said: Mapping[str, str]) -> None:
    """In whatever order the days are asked for, and one by one as all at once."""
    toml = f'{EARLY_AND_LATE}[[body]]\nid = "x"\nname = "X"\n{keys}\n'
    for days in (list(said), list(said)[::-1]):
        graph = graph_of(toml)
        assert {day: graph.as_of(day).standing("x").words() for day in days} == dict(said)
        seen = {day: "x" in graph_of(toml).as_of(day).all_shown() for day in days}
        assert seen == {day: graph.as_of(day).shown("x") for day in days}
        assert seen == {day: not said[day].startswith(("not yet", "ended")) for day in days}


_DISPUTED = (
    '[[disagreement]]\nid = "d"\nname = "D"\nabout = "x"\nattribute = "{0}"\nfollows = "undecided"\npositions = ['
    '{{ text = "a", value = "{1}", sources = ["early"] }}, {{ text = "b", value = "{2}", sources = ["late"] }}]\n'
)


def _both(attribute: str, one: str, other: str) -> str:
    claims = f'{{ value = "{one}", sources = ["early"] }}, {{ value = "{other}", sources = ["late"] }}'
    return f"{attribute} = [{claims}]\n{_DISPUTED.format(attribute, one, other)}"


@pytest.mark.parametrize(
    ("kind", "keys", "recorded", "turns"),
    [
        (
            "body",
            'start_date = "2020"\nend_date = "2021-06"\nsources = ["late"]',
            ("2020", "2021-06", None),
            {"2020": "begins", "2021-06-02": "may have ended", "2021-07-01": "ended"},
        ),
        (
            "body",
            'start_date = "2023"\nsources = ["late"]',
            (None, None, "2023"),
            {"2022-02-22": "first documented", "2023": "planned"},
        ),
        (
            "body",
            'start_date = [{ value = "2021-03", sources = ["early"] }]',
            (None, None, "2021-03"),
            {"2020-12-02": "first documented", "2021-03": "planned"},
        ),
        ("event", 'date = [{ value = "2023", sources = ["late"] }]', (None, None, None), {"2023": "planned"}),
        ("event", 'date = [{ value = "2021", sources = ["late"] }]', (None, None, None), {"2021": "happens"}),
        (
            "event",
            _both("date", "2021-03", "2021-09"),
            (None, None, None),
            {"2021-03": "happens", "2021-09": "happens"},
        ),
        (
            "body",
            _both("expected_date", "2023-03", "2023-09"),
            (None, None, "[2023-03,2023-09]"),
            {
                "2020-12-02": "first documented",
                "2022-02-22": "documented again",
                "2023-03": "planned",
                "2023-09": "planned",
            },
        ),
        (
            "body",
            _both("end_date", "2023-03", "2023-09"),
            (None, "[2023-03,2023-09]", None),
            {"2020-12-02": "first documented", "2023-03-02": "may have ended", "2023-10-01": "ended"},
        ),
    ],
)
def test_the_days_that_are_recorded_and_told(
    graph_of: GraphOf, kind: str, keys: str, recorded: tuple[str | None, ...], turns: Mapping[str, str]
) -> None:
    """A start that is only foretold is the day expected, and where documents disagree each of their days is one."""
    graph = graph_of(f'{EARLY_AND_LATE}[[{kind}]]\nid = "x"\nname = "X"\n{keys}\n')
    found = (recorded_day(graph, "x", each, None) for each in ("start_date", "end_date", "expected_date"))
    assert tuple(None if each is None else str(each) for each in found) == recorded
    told = {str(each.date): why for each in changes(graph) for why, ids in each.reasons.items() if "x" in ids}
    assert told == turns


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("2022-01", "2022-02", "ended Jan 2022 or Feb 2022 (the documents disagree)"),
        (
            "2022-01",
            "2022-09",
            "unknown whether it had ended: it ended Jan 2022 or Sep 2022 (the documents disagree)",
        ),
        ("2022-08", "2022-09", "documented 22 Feb 2022"),
    ],
)
def test_an_end_that_one_document_has_come_is_in_doubt(
    graph_of: GraphOf, one: str, other: str, said: str
) -> None:
    """In the last known state: over where both days have come, and there where neither has."""
    graph = graph_of(f'{EARLY_AND_LATE}[[body]]\nid = "x"\nname = "X"\n{_both("end_date", one, other)}')
    assert graph.standing("x").words() == said


@pytest.mark.parametrize(
    ("reports", "at", "last"),
    [
        ('{ state = "on track", sources = ["late"] }, { state = "on hold", sources = ["early"] }', None, "on track"),
        ('{ state = "on track", sources = ["late"] }, { state = "on hold", sources = ["early"] }', "2021", "on hold"),
        ('{ state = "on track", sources = ["late"] }, { state = "on hold", sources = ["early"] }', "2020-11", ""),
        ('{ state = "on track", sources = ["late"] }, { state = "on hold", sources = ["early"] }', "2020-12", "on hold"),
        ('{ state = "on track", as_at = "2021" }, { state = "on hold", as_at = "2021-06" }', None, "on track"),
        ('{ state = "on track", as_at = "2021" }, { state = "on hold", as_at = "2021-06" }', "2021-06", "on hold"),
        ('{ state = "on track", as_at = "2021" }, { state = "on hold", as_at = "2021" }', None, "on hold"),
    ],
)  # fmt: skip
def test_the_last_report_by_a_date(graph_of: GraphOf, reports: str, at: str | None, last: str) -> None:
    """By its last possible day; of two of one day the one written last; a date means its last day too."""
    graph = graph_of(f'{EARLY_AND_LATE}[[commitment]]\nid = "x"\nname = "X"\nreports = [{reports}]\n').as_of(
        at
    )
    found = last_report(graph, "x", graph.at)
    assert ("" if found is None else found[0].value) == last


def test_an_event_whose_day_documents_disagree_about_turns_on_each(graph_of: GraphOf) -> None:
    """What it began is looked at on both days."""
    graph = graph_of(
        f'{EARLY_AND_LATE}[[event]]\nid = "x"\nname = "Merger"\nresults = ["new"]\n'
        f'{_both("date", "2021-03", "2021-09")}[[body]]\nid = "new"\nname = "New"\n'
    )
    days = ("2021-02-28", "2021-03-01", "2021-08", "2021-09-01", "2022")
    seen = [graph.as_of(each) for each in days]
    disputed = "Mar 2021 or Sep 2021 (the documents disagree)"
    assert [each.standing("new").words() for each in seen] == [
        f"not yet: begins {disputed}",
        *[f"unknown whether it had begun: it began {disputed}"] * 3,
        "no date is documented",
    ]
    turns = [diff_between_dates(one, other) for one, other in pairwise(seen)]
    assert [sorted({*each.added, *(one.id for one in each.changes)}) for each in turns] == [
        ["new", "x"],
        [],
        [],
        ["d", "new"],
    ]

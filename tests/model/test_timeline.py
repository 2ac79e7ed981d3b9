"""Past and due events: which are told, in which order, and what became of plans."""

from collections.abc import Callable

from tests.model.fragments import EARLY_AND_LATE
from tiers.model import Graph, parse_date
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.timeline import timeline
from tiers.tui.wording.description.diff import sections
from tiers.tui.wording.description.diff_sides import Sides

GraphOf = Callable[[str], Graph]

SOURCES = EARLY_AND_LATE


def told(graph: Graph, day: str | None = None, within: str | None = None, **period: str) -> list[str]:
    """Return a timeline, one item per line: date, description, name, note."""
    dates = {key: parse_date(value) for key, value in period.items()}
    graph = graph.as_of(day)
    return [
        " | ".join(
            (
                "no day" if item.date is None else item.date.words(),
                item.said,
                item.name(graph),
                *filter(None, (item.note,)),
            )
        )
        for item in timeline(graph, within, **dates)
    ]


def test_starts_ends_and_events_stand_in_the_order_of_time(graph_of: GraphOf) -> None:
    """What happened, ended and began stands by its first possible day, the more exact first; what has no day last."""
    graph = graph_of(
        SOURCES + '[[organisation]]\nid = "a"\nname = "A"\nend_date = "2021-03-31"\nsources = ["late"]\n'
        '[[organisation]]\nid = "b"\nname = "B"\nstart_date = "2021-04-01"\nsources = ["late"]\n'
        '[[event]]\nid = "e"\nname = "Merger"\ndate = "2021-04-01"\noriginals = "a"\nresults = "b"\nsources = ["late"]\n'
        '[[event]]\nid = "f"\nname = "Talks"\ndate = "2021-03"\nsources = ["late"]\n'
        '[[event]]\nid = "g"\nname = "Meeting"\ndate = "not_stated"\nsources = ["late"]\n'
    )

    assert told(graph) == [
        "Mar 2021 | happened | Talks",
        "31 Mar 2021 | ended | A",
        "1 Apr 2021 | happened | Merger",
        "1 Apr 2021 | began | B",
        "no day | happened | Meeting",
    ]


def test_a_document_cannot_tell_of_days_to_come(graph_of: GraphOf) -> None:
    """An event with a day later than all its sources is planned, not something that happened."""
    event = '[[event]]\nid = "e"\nname = "First meeting"\ndate = "2022-02-24"\nsources = ["late"]\n'
    graph = graph_of(SOURCES + event)

    assert told(graph) == ["24 Feb 2022 | planned | First meeting | no document says it happened"]
    assert graph.standing("e").words() == "planned: due 24 Feb 2022, no document says it happened"


def test_slipped_dates_keep_both(graph_of: GraphOf) -> None:
    """Of a date that slipped both stand in the timeline, each with the other."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["early", "late"]\nexpected_date = ['
        '{ value = "2022-04", sources = ["early"] }, { value = "2022-07-01", sources = ["late"] }]\n'
        '[[plan]]\nid = "p"\nname = "P"\nsources = ["late"]\ndue = ['
        '{ value = "2022-05", sources = ["early"] }, { value = "2022-06", sources = ["late"] }]\n'
    )

    assert told(graph) == [
        "Apr 2022 | planned | X | later given as 1 Jul 2022, no document says it happened",
        "May 2022 | due | P | later given as Jun 2022",
        "Jun 2022 | due | P | earlier given as May 2022",
        "1 Jul 2022 | planned | X | earlier given as Apr 2022, no document says it happened",
    ]
    assert told(graph, "2021")[0] == "Apr 2022 | planned | X | no document says it happened"


def test_what_became_of_a_plan_is_told_beside_it(graph_of: GraphOf) -> None:
    """A planned day stays planned; what later documents show of it stands beside it."""
    graph = graph_of(
        SOURCES
        + '[[event]]\nid = "e"\nname = "Merger"\ndate = [{ value = "2021-04-01", sources = ["late"] }]\n'
        'expected_date = [{ value = "2021-04", sources = ["early"] }]\nsources = ["early"]\n'
        '[[body]]\nid = "x"\nname = "X"\nsources = ["early", "late"]\n'
        'expected_date = [{ value = "2021-05", sources = ["early"] }]\n'
        '[[body]]\nid = "y"\nname = "Y"\nsources = ["early"]\nexpected_date = "2020-12"\n'
        '[[body]]\nid = "z"\nname = "Z"\nsources = ["early"]\nstart_date = [{ value = "2021-07-01", sources = ["late"] }]\nexpected_date = "2021-06"\n'
    )

    assert told(graph) == [
        "Dec 2020 | planned | Y | no document says it happened",
        "1 Apr 2021 | happened | Merger",
        "Apr 2021 | planned | Merger | happened 1 Apr 2021",
        "May 2021 | planned | X | documented 22 Feb 2022",
        "Jun 2021 | planned | Z | began 1 Jul 2021",
        "1 Jul 2021 | began | Z",
    ]


def test_reports_are_dated_and_the_last_stands_by_what_is_due(graph_of: GraphOf) -> None:
    """Each report of a commitment stands at its date; beside its due day stands the last one."""
    graph = graph_of(
        SOURCES
        + '[[commitment]]\nid = "c"\nname = "Finish"\ndue = "2022-03-31"\nsources = ["late"]\nreports = ['
        '{ state = "planned", sources = ["early"] }, { state = "on hold", text = "For the winter", sources = ["late"] }]\n'
        '[[commitment]]\nid = "d"\nname = "Promise"\ndue = "not_stated"\nsources = ["late"]\n'
        'reports = [{ state = "not seen since", sources = ["late"] }]\n'
    )

    assert told(graph) == [
        "2 Dec 2020 | reported planned | Finish",
        "22 Feb 2022 | not seen since | Promise",
        "22 Feb 2022 | reported on hold | Finish | For the winter",
        "31 Mar 2022 | due | Finish | on hold 22 Feb 2022",
        "no day | due | Promise | not seen since 22 Feb 2022",
    ]


def test_a_relation_that_begins_or_ends_is_told_in_words(graph_of: GraphOf) -> None:
    """Relations with dates of their own stand in the timeline too."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["early"]\n'
        '[[organisation]]\nid = "a"\nname = "A"\nsources = ["early"]\n'
        'member_of = [{ to = "x", start_date = "2020-01", end_date = "2020-06-30" }]\n'
    )

    assert told(graph) == [
        "Jan 2020 |  | A started being a member of X",
        "30 Jun 2020 |  | A stopped being a member of X",
    ]


def test_at_a_date_it_tells_what_was_known_and_had_come(graph_of: GraphOf) -> None:
    """At a date it tells what had come, what may have come, and the plans that were documented."""
    graph = graph_of(
        SOURCES
        + '[[event]]\nid = "e"\nname = "Merger"\ndate = [{ value = "2021-04-01", sources = ["late"] }]\n'
        'expected_date = [{ value = "2021-04", sources = ["early"] }]\nsources = ["early"]\n'
        '[[body]]\nid = "x"\nname = "X"\nsources = ["late"]\nend_date = "[2021-01-01..2022-01-31]"\n'
        '[[plan]]\nid = "p"\nname = "P"\nsources = ["late"]\ndue = "2022-05"\n'
    )

    assert told(graph, "2020-12-31") == ["Apr 2021 | planned | Merger | no document says it happened"]
    assert told(graph, "2021-06") == [
        "between 1 Jan 2021 and 31 Jan 2022 | unknown whether ended | X",
        "1 Apr 2021 | happened | Merger",
        "Apr 2021 | planned | Merger | happened 1 Apr 2021",
    ]
    assert told(graph, "2022-02-22")[-1] == "May 2022 | due | P"


def test_it_narrows_to_an_entity_and_to_a_period(graph_of: GraphOf) -> None:
    """Narrowed to an entity it has what is below that, and what is about either; a period takes what may lie in it."""
    graph = graph_of(
        SOURCES + '[[partnership]]\nid = "place"\nname = "Place"\nsources = ["late"]\n'
        '[[body]]\nid = "x"\nname = "X"\npart_of = "place"\nstart_date = "2021-01-05"\nsources = ["late"]\n'
        '[[body]]\nid = "y"\nname = "Y"\nstart_date = "2021"\nsources = ["late"]\n'
        '[[event]]\nid = "e"\nname = "About X"\nabout = "x"\npart_of = "y"\ndate = "2021-02"\nsources = ["late"]\n'
    )

    assert told(graph, within="place") == ["5 Jan 2021 | began | X", "Feb 2021 | happened | About X"]
    assert told(graph, within="y") == ["2021 | began | Y", "Feb 2021 | happened | About X"]
    assert told(graph, since="2021-02", until="2021-02") == [
        "2021 | began | Y",
        "Feb 2021 | happened | About X",
    ]
    assert told(graph, until="2020") == []


def test_one_day_whichever_table_stands_first(graph_of: GraphOf) -> None:
    """What begins on one day stands in one order, in whatever order the tables are written."""
    tables = [
        f'[[body]]\nid = "{each.lower()}"\nname = "{each}"\nfunded_by = [{{ id = "e", start_date = "2020" }}]\n'
        for each in ("Aaa", "Bbb")
    ]
    payer = '[[body]]\nid = "e"\nname = "Eee"\n'
    expected = ["2020 |  | Eee started funding Aaa", "2020 |  | Eee started funding Bbb"]
    assert told(graph_of(payer + "".join(tables))) == expected
    assert told(graph_of("".join(reversed(tables)) + payer)) == expected


def test_a_delegation_and_what_follows_of_it_are_one_item(graph_of: GraphOf) -> None:
    """That a function is delegated is told once, below who delegates; of who holds it alone, as what it holds."""
    graph = graph_of(
        SOURCES
        + """
[[organisation]]
id = "icb"
name = "ICB"
sources = ["early"]
delegates_to = [{ to = "board", function = "beds", start_date = "2021-04-01", end_date = "2022-03-31" }]
[[body]]
id = "board"
name = "Board"
sources = ["early"]
accountable_to = [{ to = "icb", function = "beds", start_date = "2021-05-01" }]
responsible_for = [{ to = "beds", mode = "delivers", start_date = "2021-06-01" }]
[[function]]
id = "beds"
name = "Beds"
sources = ["early"]
"""
    )
    assert told(graph) == [
        "1 Apr 2021 | planned | ICB is to start delegating authority to Board for Beds | no document says it happened",
        "1 May 2021 | planned | Board is to start being accountable to ICB for Beds | no document says it happened",
        "1 Jun 2021 | planned | Board is to start being responsible for Beds | no document says it happened",
        "31 Mar 2022 | planned | ICB is to stop delegating authority to Board for Beds",
    ]
    assert told(graph, within="board") == [
        "1 Apr 2021 | planned | Board is to start being responsible for Beds | no document says it happened",
        "1 May 2021 | planned | Board is to start being accountable to ICB for Beds | no document says it happened",
        "1 Jun 2021 | planned | Board is to start being responsible for Beds | no document says it happened",
        "31 Mar 2022 | planned | Board is to stop being responsible for Beds",
    ]


def test_a_plan_that_slipped_to_no_day_did_not_come_about(graph_of: GraphOf) -> None:
    """The document that takes a day back is no document of what was planned, so that no day of it is told."""
    graph = graph_of(
        SOURCES
        + """
[[partnership]]
id = "tolling"
name = "Tolling"
sources = ["early"]
expected_date = [
    { value = "2021-10-01", sources = ["early"] },
    { value = "unknown", basis = "stated", sources = ["late"] },
]
"""
    )
    line = "1 Oct 2021 | planned | Tolling"
    assert told(graph) == [f"{line} | later stated to be unknown, no document says it happened"]
    assert told(graph, "2021-12-31") == [f"{line} | no document says it happened"]


def test_what_a_thing_became_is_told_on_its_day(graph_of: GraphOf) -> None:
    """A renaming, a step of a status and the start of a vacancy stand on the day that a source gives, else on that of the document."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nsources = ["early", "late"]\n'
        'name = [{ value = "Forum", sources = ["early"] }, { value = "Board", start_date = "2021-04-01", sources = ["late"] }]\n'
        'status = [{ value = "shadow", sources = ["early"] }, { value = "active", sources = ["late"] }]\n'
        '[[body]]\nid = "y"\nname = "Panel"\nsources = ["late"]\n'
        'other_names = [{ name = "Group", use = "former", end_date = "2021-03-31" }]\n'
        '[[post]]\nid = "p"\nname = "Chair"\nsources = ["late"]\n'
        'held_by = [{ id = "none", start_date = "2021-05-01", basis = "stated", sources = ["late"] }]\n'
        '[[post]]\nid = "q"\nname = "Lead"\nheld_by = [{ id = "none", basis = "stated", sources = ["late"] }]\nsources = ["late"]\n'
    )
    assert told(graph) == [
        "31 Mar 2021 | renamed | Panel | until then Group",
        "1 Apr 2021 | renamed | Board | from Forum to Board",
        "1 May 2021 | vacant | Chair",
        "22 Feb 2022 | status changed | Board | from shadow to active, first documented that day",
        "22 Feb 2022 | vacant | Lead | first documented that day",
    ]
    assert told(graph, "2021-04") == [
        "31 Mar 2021 | renamed | Panel | until then Group",
        "1 Apr 2021 | renamed | Board | from Forum to Board",
    ]


def test_a_paper_that_puts_a_day_off_does_not_confirm_it(graph_of: GraphOf) -> None:
    """What was planned for a day that a later paper moves is not told as documented by that paper; `diff` tells the move."""
    graph = graph_of(
        SOURCES + '[[body]]\nid = "x"\nname = "X"\nsources = ["early", "late"]\nexpected_date = ['
        '{ value = "2021-04", sources = ["early"] }, { value = "2022-07-01", sources = ["late"] }]\n'
    )
    assert (
        graph.as_of("2021-06").standing("x").words() == "planned: due Apr 2021, no document says it happened"
    )
    sides = Sides(graph.as_of("2021-06"), graph.as_of("2022-03"), ("then", "now"), dated=True)
    (heading, (row,)), *_ = sections(sides, diff_between_dates(sides.old, sides.new))
    assert (heading, row.label, row.old, row.new) == (
        "Changed",
        "expected",
        ("planned: due Apr 2021, no document says it happened",),
        ("not yet: planned for 1 Jul 2022",),
    )

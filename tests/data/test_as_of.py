"""The bundled model as it stood at five dates, and what became of plans in between."""

import re

import pytest

from tiers.model import Graph
from tiers.model.answers.timeline import timeline
from tiers.model.facts.standing import NOT_YET_DOCUMENTED
from tiers.model.facts.turning_days import turning_days
from tiers.model.views import VIEWS
from tiers.tui.wording.description import describe
from tiers.tui.wording.description.provenance import provenance

from .conftest import Ask

CLUMSY = re.compile(r"\b(?:to|until|since|from|at|for|of|in) between\b|between [^·\n]* \d{4} to ")
"""Where a range stands after a word that it cannot stand after."""

MARKS = ("not yet", "first documented", "begins", "since", "until", "ended", "planned")
"""The words with which a line says that it is of another day."""


def names(graph: Graph, day: str, view: str = "tiers") -> list[str]:
    """Return the names of the rows of a view at a date."""
    return list(VIEWS[view].make(graph.as_of(day)).names)


def test_two_december_2020(graph: Graph, ask: Ask) -> None:
    """Eight commissioning groups and an ICS that takes no decisions."""
    groups = [each for each in names(graph, "2020-12-02") if each.endswith("Clinical Commissioning Group")]
    assert len(groups) == 8
    assert graph.as_of("2020-12-02").value("nwl-ics", "decides") == "none"
    assert all(each in ask("--as-of", "2020-12-02", "print") for each in groups)


def test_thirty_june_2021(graph: Graph) -> None:
    """One commissioning group, and the Harrow partnership by its name of that year."""
    found = names(graph, "2021-06-30")
    groups = [each for each in found if each.endswith("Clinical Commissioning Group")]
    assert groups == ["NHS North West London Clinical Commissioning Group"]
    assert "Harrow Integrated Care Partnership" in found


def test_twenty_two_february_2022(graph: Graph) -> None:
    """The Borough Based Partnership with its four layers."""
    forest = VIEWS["decisions"].make(graph.as_of("2022-02-22"))
    row = forest.rows_of("harrow")[0]

    assert forest.names[row] == "Harrow Borough Based Partnership"
    assert [forest.ids[each] for each in forest.children(row) if forest.kinds[each] == "layer"] == [
        "harrow-sovereign",
        "harrow-joint-management",
        "harrow-executive-layer",
        "harrow-workstreams-layer",
    ]


def test_one_july_2022(graph: Graph, ask: Ask) -> None:
    """The board and the statutory partnership of the system stand as planned for that day."""
    that_day = graph.as_of("2022-07-01")
    assert that_day.standing("nwl-icb").words() == "planned: due 1 Jul 2022, first documented 31 Mar 2026"
    assert that_day.standing("nwl-icp").words() == "planned: due 1 Jul 2022, no document says it happened"

    tree = ask("--as-of", "2022-07-01", "print", "nwl-ics", "--format", "plain")
    assert "    North West London Integrated Care Board: organisation, planned: due 1 Jul 2022" in tree
    assert "    North West London Integrated Care Partnership: body, planned: due 1 Jul 2022" in tree
    assert not graph.as_of("2022-06-30").shown("nwl-icp")


def test_one_august_2026(graph: Graph) -> None:
    """The board that followed stands above Harrow's networks."""
    forest = VIEWS["tiers"].make(graph.as_of("2026-08-01"))
    row = forest.rows_of("wnl-icb")[0]
    below = {forest.ids[each] for each in range(row, forest.ends[row])}

    assert {
        "harrow-collaborative-pcn",
        "harrow-east-pcn",
        "harrow-health-alliance-pcn",
        "harrow-healthsense-pcn",
        "harrow-sphere-pcn",
    } <= below
    assert not forest.rows_of("nwl-icb")


SYSTEM, NETWORK = ("England", "North West London Integrated Care System"), "Harrow Collaborative PCN"
SUCCESSOR = ("NHS West and North London Integrated Care Board", "NHS West and North London ICB - W2U3Z")


@pytest.mark.parametrize(
    ("day", "ways"),
    [
        ("2020-12-02", [(*SYSTEM, "Harrow Health and Care Partnership", NETWORK)]),
        ("2022-02-22", [(*SYSTEM, "Harrow Borough Based Partnership", NETWORK)]),
        (
            "2026-08-01",
            [
                (*SYSTEM, "Harrow Borough Based Partnership", NETWORK),
                ("England", *SUCCESSOR, NETWORK),
            ],
        ),
    ],
)
def test_a_practice_by_its_code(day: str, ways: list[tuple[str, ...]], ask: Ask) -> None:
    """A practice is found by its code, with its network, place and system at each date."""
    lines = ask("--as-of", day, "show", "E84005").splitlines()

    assert lines[0].startswith("Kings Road Surgery ")
    within = [line.removeprefix("Within").strip() for line in lines if line.startswith("Within ")]
    assert [tuple(each.split(" \u203a ")) for each in within] == ways


def test_the_timeline_runs_from_february_2020_to_the_years_since(graph: Graph, ask: Ask) -> None:
    """The timeline begins in February 2020, has April 2023 as planned, and goes on to 2026."""
    dated = [item for item in timeline(graph) if item.date is not None]
    assert (str(dated[0].date), str(dated[-1].date)) == ("2020-02", "2026-08-01")
    assert "\n  Apr 2023: Integrated Care Strategy is published · planned · " in ask("timeline")


def test_statutory_dates_that_slipped_keep_both(graph: Graph) -> None:
    """April and 1 July 2022 both stand in the timeline as planned, each with the other."""
    planned = {
        str(item.date): item.note
        for item in timeline(graph, "england-statutory-footing")
        if item.id == "england-statutory-footing" and item.state == "planned"
    }
    assert planned == {
        "2022-04": "also given as 1 Jul 2022, happened between Jan and Nov 2022, disputed",
        "2022-07-01": "also given as Apr 2022, happened between Jan and Nov 2022, disputed",
    }


DATES = ("2020-03-01", "2020-12-02", "2021-06-30", "2021-12-31", "2022-02-22", "2022-07-01", "2024", "2026")


@pytest.mark.parametrize("day", DATES)
def test_no_footnote_is_of_a_later_document_without_saying_so(graph: Graph, day: str) -> None:
    """At every date every source of every entity that is later than the date is marked so, and no other is."""
    at = graph.as_of(day)
    assert at.at is not None
    for entity_id in at:
        for line in describe(at, entity_id):
            document = at.source_date(line.target) if line.role == "source" and line.target else None
            if document is not None:
                later = document.first > at.at.last
                assert line.text.endswith(f", later than {at.at.words()}") == later


@pytest.mark.parametrize("day", DATES)
def test_what_later_documents_alone_say_is_marked(graph: Graph, day: str) -> None:
    """A relation that later documents alone know, and not as at a day by then, says so or when it begins or ends."""
    at = graph.as_of(day)
    for entity_id in at:
        lines = describe(at, entity_id)
        sources = [line for line in lines if line.role == "source" and ", as at " not in line.text]
        later = {int(line.label) for line in sources if ", later than " in line.text}
        told = at.standing(entity_id).state == NOT_YET_DOCUMENTED or not at.shown(entity_id)
        for line in lines[1:]:
            if line.role == "relation" and line.notes and later.issuperset(line.notes) and not told:
                assert any(word in line.text for word in MARKS), (entity_id, line.text)


def test_every_date_of_the_model_reads_after_a_word(graph: Graph) -> None:
    """Whatever the date and whatever stands before it, no phrase runs two prepositions into each other.

    After the last known state only what may read otherwise at the next date is read there.
    """
    before = graph
    for day in (None, *DATES):
        at = graph.as_of(day)
        for entity_id in at if at.at is None else turning_days(graph).between(before.at, at.at):
            text = "\n".join(line.text for line in (*describe(at, entity_id), *provenance(at, entity_id)))
            assert CLUMSY.findall(text) == []
        before = at


def test_talks_that_were_planned_are_not_told_as_held(graph: Graph) -> None:
    """The conversations of June and July 2021 were announced; no document says that they took place under that name."""
    told = [
        (item.state, item.note) for item in timeline(graph) if item.id == "harrow-conversations-summer-2021"
    ]
    assert told == [("planned", "no document says it happened")]


def test_change_events_are_many_to_many(graph: Graph) -> None:
    """Eight groups became one; two boards became one."""
    before = {each.object for each in graph.every_relation("nwl-ccg-merger", "originals", "out")}
    assert len(before) == 8
    assert [each.object for each in graph.every_relation("nwl-ccg-merger", "results", "out")] == ["nwl-ccg"]
    boards = {each.object for each in graph.every_relation("wnl-icb-succession", "originals", "out")}
    assert boards == {"nwl-icb", "ncl-icb"}
    assert graph.as_of("2022").standing("nwl-brent-ccg").words() == "ended 31 Mar 2021"


@pytest.mark.parametrize("ends", [("NHS Harrow CCG", "wnl-icb"), ("wnl-icb", "NHS Harrow CCG")])
def test_a_group_is_followed_to_the_board_of_today(ask: Ask, ends: tuple[str, str]) -> None:
    """The first line of `path` is the line of successions, the earliest first, whichever end is asked for first."""
    assert ask("path", *ends).splitlines()[0] == (
        "Succession: NHS Harrow Clinical Commissioning Group > NHS North West London Clinical Commissioning Group > "
        "North West London Integrated Care Board > NHS West and North London Integrated Care Board · inferred"
    )

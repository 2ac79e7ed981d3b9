"""What the first readers ask of the bundled model, answered by the model and by the commands."""

import json
from typing import Any

from tiers.model import Graph
from tiers.model.answers.glossary import look_up
from tiers.model.answers.timeline import timeline
from tiers.model.finding.index import Index
from tiers.model.structure.placing import path_of

from .conftest import Ask


def record(ask: Ask, node: str, *words: str) -> dict[str, Any]:
    """Return everything about an entity from JSON."""
    found: dict[str, Any] = json.loads(ask("show", node, "--format", "json", *words))
    return found


def related(found: dict[str, Any], relation: str, direction: str) -> list[tuple[str, list[str]]]:
    """Return the other ends of relations in a record, each with the places that say so."""
    return sorted(
        (each["id"], [f"{one['id']}#{one['locator']}" for one in each["sources"]])
        for each in found["relations"]
        if (each["relation"], each["direction"]) == (relation, direction)
    )


def claimed(found: dict[str, Any], attribute: str) -> list[Any]:
    """Return the values of an attribute in a record."""
    return [each["value"] for each in found["claims"] if each["attribute"] == attribute]


def cited(graph: Graph, entity_id: str) -> list[str]:
    """Return the places an entity cites."""
    return [str(each) for each in graph.entity(entity_id).evidence.citations]


def test_who_runs_the_harrow_partnership(graph: Graph, ask: Ask) -> None:
    """A managing director is named; the Acting Borough Lead Director of 2021 is another post, its holder unknown."""
    post = record(ask, "harrow-managing-director")
    assert related(post, "holds", "in") == [("person-lisa-henschen", ["harrow-2022-02#presenter"])]
    assert graph.name("person-lisa-henschen") == "Lisa Henschen"

    acting = graph.relations("harrow-acting-borough-lead-director", "holds", "in")
    assert [each.subject for each in acting] == ["not_stated"]
    assert graph.relations("harrow-managing-director", "succeeds") == ()


def test_who_chairs_the_system_and_who_speaks_for_local_government(graph: Graph, ask: Ask) -> None:
    """Penny Dash chairs the North West London ICS; two councillors lead for local government, with their offices."""
    chair = record(ask, "nwl-ics-chair")
    assert related(chair, "holds", "in") == [("person-penny-dash", ["hf-2020-12#ics-group"])]
    assert graph.name("person-penny-dash") == "Penny Dash"

    leaders = {
        graph.name(each.subject): [
            graph.name(one.object) for one in graph.relations(each.subject, "holds", "out")
        ]
        for each in graph.relations("nwl-ics", "member_of", "in")
        if each.details.get("role") == "local government leadership"
    }
    assert leaders == {
        "Councillor Graham Henson": ["Leader of Harrow Council"],
        "Councillor Tim Mitchell": [
            "Deputy Leader of City of Westminster Council and Cabinet Member for Adult Social Care and Public Health"
        ],
    }


def test_which_budgets_the_borough_team_manages(ask: Ask) -> None:
    """Primary care and joint commissioning, delegated to the borough team; the amounts are unknown."""
    team = record(ask, "harrow-borough-team")
    assert related(team, "responsible_for", "out") == [
        ("harrow-joint-commissioning-budget", ["harrow-2021-06#answer-funding"]),
        ("harrow-primary-care-budget", ["harrow-2021-06#answer-funding"]),
    ]
    assert claimed(record(ask, "harrow-primary-care-budget"), "points") == [
        "One of the budgets delegated to each borough; the amount is not stated"
    ]


def test_what_the_strategic_conversations_concluded(ask: Ask) -> None:
    """Four conclusions and a remark on money, all from one paragraph."""
    found = record(ask, "harrow-strategic-conversations")
    points = [each for each in found["claims"] if each["attribute"] == "points"]

    assert [each["value"].partition(":")[0] for each in points] == ["Concluded"] * 4 + ["Noted"]
    assert {one["locator"] for each in points for one in each["sources"]} == {"priorities-a"}
    assert len(related(found, "part_of", "in")) == 4


def test_how_a_resident_of_herefordshire_and_worcestershire_raises_a_concern(ask: Ask) -> None:
    """To the representatives, to the district council representative, to the practice: each with its source."""
    found = record(ask, "hw-raising-concerns")

    assert related(found, "responsible_for", "in") == [
        ("hw-district-representatives", ["hw-2022-autumn#point-district-concerns"]),
        ("hw-gp-practices", ["hw-2022-autumn#point-gp-systems"]),
        ("hw-representatives", ["hw-2022-autumn#point-raise-concern"]),
    ]
    assert len(claimed(found, "points")) == 3


def test_how_many_partners_the_icp_of_herefordshire_and_worcestershire_has(ask: Ask) -> None:
    """More than fifty, as of autumn 2022."""
    assert "  more than 50 partners · between Oct and Nov 2022 [1]\n" in ask("show", "hw-icp-partners")


def test_what_was_done_about_urgent_care_in_the_omicron_wave(ask: Ask) -> None:
    """The steps and their one figure stand below the programme."""
    assert ask("print", "harrow-urgent-care", "--format", "plain") == (
        "Managing urgent care demand: programme\n"
        "  Programmes: 1\n"
        "    NHS Winter Access Fund in Harrow: programme\n"
        "  Services: 3\n"
        "    Dedicated phone line for care homes: service\n"
        "    Paediatric asthma review clinic: service\n"
        "    Streaming at Northwick Park Hospital: service, name inferred\n"
        "      Metrics: 1\n"
        "        Patients redirected at Northwick Park: metric, inferred\n"
    )
    assert "  30 to 40 patients per day · 22 Feb 2022 [1]\n" in ask("show", "harrow-redirected-patients")


def test_what_was_put_on_hold(graph: Graph, ask: Ask) -> None:
    """Parts of the 100 day plan; most of the transformation programmes were stood down."""
    states = {
        (item.id, item.state): [str(each) for each in item.evidence.citations]
        for item in timeline(graph, "harrow")
        if item.report and item.state in {"on hold", "stood down"}
    }
    assert states == {
        ("harrow-commitment-outstanding-areas", "on hold"): ["harrow-2022-02#plan-on-hold"],
        ("harrow-transformation", "stood down"): ["harrow-2022-02#transformation-stood-down"],
    }
    rows = [line for line in ask("timeline", "harrow").splitlines() if "Complete the areas" in line]
    assert any("; reported on hold: Put on hold" in line for line in rows), rows


def test_what_is_due_by_the_end_of_march_2022(ask: Ask) -> None:
    """The rest of the 100 day plan is due on the last of March, with how it was last reported."""
    found = json.loads(
        ask("timeline", "harrow", "--from", "2022-03-01", "--to", "2022-03-31", "--format", "json")
    )

    dated = [each for each in found if len(each["date"]) == len("2022-03-31")]
    assert dated == [
        {
            "date": "2022-03-31",
            "id": "harrow-commitment-outstanding-areas",
            "name": "Complete the areas of the 100 day plan that were put on hold",
            "kind": "commitment",
            "state": "due",
            "report": False,
            "note": "in progress 22 Feb 2022",
            "basis": "stated",
            "disputed": False,
            "sources": [{"id": "harrow-2022-02", "locator": "plan-on-hold", "as_at": "2022-02-22"}],
        }
    ]


def test_which_documents_disagree_about_the_merger_and_how(ask: Ask) -> None:
    """Harrow says March 2022, Hammersmith & Fulham April 2021, the register 1 April 2021, which the trees follow."""
    disagreement = record(ask, "conflict-ccg-merger")
    sides = [each for each in disagreement["claims"] if each["attribute"] == "positions"]

    assert [(each["details"]["value"], each["sources"][0]["id"], each["basis"]) for each in sides] == [
        ("2021-04", "hf-2020-12", "stated"),
        ("2022-03", "harrow-2021-06", "stated"),
        ("2021-04-01", "ods-2026-10", "stated"),
        ("before 2021-06", "harrow-2021-06", "inferred"),
        ("before 2022-01-01", "gp-map-2022-01", "inferred"),
    ]
    assert claimed(disagreement, "follows") == ["2021-04-01"]
    for side in ("nwl-ccg", "nwl-ccg-merger"):  # both sides are shown wherever either is
        shown = ask("show", side)
        assert all(str(each["value"]) in shown for each in sides)


def test_the_meanings_of_icp(graph: Graph, ask: Ask) -> None:
    """The glossary tells the bearers of ICP apart by tier and time, each with its source."""
    (entry,) = look_up(graph, "ICP")

    assert [(each.tier, each.bearers, each.evidence.citations[0].source) for each in entry.meanings] == [
        ("place", ("harrow",), "harrow-2021-06"),
        ("place", ("hf-icp",), "hf-2020-12"),
        ("system", ("type-icp", "nwl-icp"), "harrow-2022-02"),
        ("system", ("hw-icp", "bristol-somerset-icp"), "hw-2022-autumn"),
        ("place", ("nwl-icp-priority-areas",), "harrow-100-day-2021"),
    ]
    told = ask("glossary", "ICP")
    assert all(each.text in told for each in entry.meanings)


def test_safeguarding(graph: Graph, ask: Ask) -> None:
    """The search leads to the gap: who raised it, what was promised, and that the later structure has nothing of it."""
    first = [hit.id for hit in Index(graph).search("safeguarding", limit=3)]
    assert first[:2] == ["harrow-safeguarding", "harrow-issue-safeguarding"]

    gap = record(ask, "harrow-issue-safeguarding")
    assert related(gap, "raised_by", "out") == [
        ("harrow-members-100-day", ["harrow-100-day-2021#safeguarding-query"])
    ]
    assert claimed(gap, "promised") == ["Safeguarding in the plan, and a new post for it"]
    assert claimed(gap, "seen_since") == [
        "Not in the structure, the workstreams or the report on the plan of February 2022"
    ]


def test_every_answer_has_a_place_in_a_source(graph: Graph) -> None:
    """What the answers rest on is cited with the place."""
    for each in ("harrow-managing-director", "hw-icp-partners", "harrow-issue-safeguarding", "nwl-ics-chair"):
        assert all("#" in citation for citation in cited(graph, each))
    assert path_of(graph, "harrow") == ("england", "nwl-ics")


def test_where_a_concern_goes_on_to_reads_from_either_number(ask: Ask) -> None:
    """One representative or several: where a concern goes on to is told first, and from whom it comes."""
    assert (
        "  Who it is passed on to:\n"
        "    Worcestershire Health and Wellbeing Board · from District council representatives [2]\n"
        "    Worcestershire · from District council representatives [2]\n"
        "    Worcestershire · from Worcestershire Health and Wellbeing Board · inferred [2]\n"
    ) in ask("who", "--raise", "services")


def test_a_promise_of_which_no_state_is_told_says_so(ask: Ask) -> None:
    """Unknown is said as what is unknown, and not as a bare word beside a place."""
    answer = ask("matters")
    assert "  Doing things with residents · progress not stated · Hammersmith & Fulham [28]\n" in answer
    assert " · unknown · " not in answer


def test_a_speaker_of_whom_the_minutes_give_the_name_alone_has_no_side(graph: Graph) -> None:
    """For whom they spoke is not stated, and no board is made theirs: they stand at the meeting at which they spoke."""
    for each, spoke in (("person-merril-hammer", "raised concerns"), ("person-cavanagh", "replied")):
        (side,) = graph.relations(each, "member_of", "out")
        (part,) = graph.relations(each, "took_part_in", "out")
        assert (side.object, part.object, part.details["role"]) == ("not_stated", "hf-meeting-2020-12", spoke)
        assert graph.relations(each, "part_of", "out") == ()
        assert path_of(graph, each)[-1] == "hf-meeting-2020-12"

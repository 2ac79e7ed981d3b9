"""The questions that tiers exists for, asked of the bundled model."""

import json

import pytest

from tiers.model import Graph, Model, load
from tiers.model.answers.compare import compare
from tiers.model.answers.gaps import gaps
from tiers.model.answers.matters import matters
from tiers.model.answers.paths import paths
from tiers.model.answers.who import Chain, who
from tiers.model.answers.who.raising import raise_concern
from tiers.model.views import VIEWS
from tiers.model.views.functions import holders_by_column
from tiers.tui.cli import main

_SOVEREIGN = (
    "harrow-community-action",
    "harrow-health-cic",
    "harrow-pcns",
    "harrow-local-authority",
    "nwl-ics",
    "harrow-provider-boards",
    "harrow-st-lukes",
)
_ABOVE_EXECUTIVE = ((1, "harrow-jmb"), *((2, each) for each in _SOVEREIGN))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return load()


@pytest.fixture(autouse=True)
def _bundled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TIERS_MODEL", raising=False)


def _ranks(chain: Chain) -> list[tuple[int, str]]:
    return [(step.rank, step.id) for step in chain.steps]


def test_who_decides_about_frailty(graph: Graph) -> None:
    """The workstream, the Executive, the Board and the sovereign bodies, extent not stated twice, each with a source."""
    for topic in ("frailty", "fraility"):
        answer = who(graph, topic)
        assert answer.verdict == (
            "The documents do not say who decides about frailty; Frailty and care settings leads on it."
        )
        (chain,) = answer.chains
        assert (chain.place, chain.named, chain.remarks) == ("harrow", True, ())
        assert _ranks(chain) == [
            (0, "harrow-frailty"),
            (1, "harrow-hce"),
            *((rank + 1, each) for rank, each in _ABOVE_EXECUTIVE),
        ]
    links = {step.id: [(link.how, link.below, link.inferred) for link in step.links] for step in chain.steps}
    assert links == {
        "harrow-frailty": [],
        "harrow-hce": [("accountable_to", "harrow-frailty", True)],
        "harrow-jmb": [("delegates_to", "harrow-hce", True)],
        **{each: [("delegates_to", "harrow-jmb", True)] for each in _SOVEREIGN},
    }
    delegations = [
        (
            relation.subject,
            relation.object,
            relation.details["extent"],
            list(map(str, relation.evidence.citations)),
        )
        for step in chain.steps
        for relation in step.delegations
    ]
    assert delegations == [
        (
            "harrow-jmb",
            "harrow-hce",
            {"agreed": True, "text": "not_stated"},
            ["harrow-2022-02#delegation-2", "harrow-2022-02#decision-making-structure"],
        ),
        (
            "harrow-sovereign",
            "harrow-jmb",
            {"agreed": True, "text": "not_stated"},
            ["harrow-2022-02#delegation-1", "harrow-2022-02#decision-making-structure"],
        ),
    ]
    assert all(graph.entity(step.id).evidence.citations for step in chain.steps)


def test_who_decides_about_frailty_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON is the same chain: ids, ranks, layers, decision power, delegation, members, sources."""
    assert main(["who", "frailty", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    (chain,) = answer["chains"]
    assert [(step["rank"], step["id"], step["layer"], step["decides"]) for step in chain["steps"][:4]] == [
        (0, "harrow-frailty", "harrow-workstreams-layer", "not_stated"),
        (1, "harrow-hce", "harrow-executive-layer", "not_stated"),
        (2, "harrow-jmb", "harrow-joint-management", "not_stated"),
        (3, "harrow-community-action", "harrow-sovereign", "not_stated"),
    ]
    assert chain["steps"][1]["delegation"] == {
        "from": "harrow-jmb",
        "function": "not_stated",
        "extent": {"agreed": True, "text": "not_stated"},
        "legal_basis": "not_stated",
        "accountable": "not_stated",
        "basis": "inferred",
        "sources": [
            {"id": "harrow-2022-02", "locator": "delegation-2", "as_at": "2022-02-22"},
            {"id": "harrow-2022-02", "locator": "decision-making-structure", "as_at": "2022-02-22"},
        ],
        "to": "harrow-hce",
        "state": "now",
        "date": None,
        "note": "That a level of responsibility was agreed and delegated is stated; "
        "from whom to whom is read from the order on the slide.",
        "limit": None,
    }
    assert [step["unknown"] for step in chain["steps"][:3]] == [["members"]] * 3
    assert all(step["sources"] for step in chain["steps"])


def test_the_answer_is_in_the_first_five_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """Who leads on it, who stands above, who decides and who sits come before every detail."""
    assert main(["who", "frailty"]) == 0
    assert capsys.readouterr().out.splitlines()[:5] == [
        "frailty",
        "The documents do not say who decides about frailty; Frailty and care settings leads on it.",
        (
            "Frailty and care settings > Health and Care Executive > Joint Management Board"
            " > 7 listed as sovereign organisations · inferred"
        ),
        "Who decides: not stated",
        (
            "Who sits on Frailty and care settings: nobody is named; members of Harrow Borough Based Partnership: "
            "Central and North West London NHS Foundation Trust, Central London Community Healthcare NHS Trust, "
            "Harrow Community Action, Harrow Council and 4 more"
        ),
    ]


def test_money_is_the_budget(graph: Graph) -> None:
    """Words that lead to the budgets of the borough get the answer that the budgets have."""
    team = "Borough team for Harrow and Harrow Borough Based Partnership"
    joint, primary = (
        "Joint commissioning budget of the borough team",
        "Primary care budget of the borough team",
    )
    for topic in ("money", "budget"):
        assert who(graph, topic, "harrow").verdict == (
            f"The documents say that {team} hold {joint} and {primary} by delegation."
        )
    assert who(graph, "GP funding").verdict == (
        f"The documents say that {team} hold {primary} by delegation."
    )


def test_who_decides_about_safeguarding(graph: Graph, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is named; who asked, what was promised and when, and what was seen since."""
    answer = who(graph, "safeguarding")
    assert answer.verdict == "No document in this model names a body for safeguarding."
    assert answer.questions == ("harrow-issue-safeguarding",)
    assert answer.promises == ("harrow-commitment-safeguarding-post", "harrow-commitment-safeguarding")
    (chain,) = answer.chains
    assert (chain.place, chain.named) == ("harrow", False)
    assert chain.remarks == (
        "Harrow Borough Based Partnership has no workstream of its own for it.",
        "New post for safeguarding was planned; no document here shows that it came about.",
    )
    assert _ranks(chain) == [
        (0, "harrow"),
        (1, "harrow-hce"),
        *((rank + 1, each) for rank, each in _ABOVE_EXECUTIVE),
    ]
    assert main(["who", "safeguarding"]) == 0
    assert capsys.readouterr().out.splitlines()[:16] == [
        "safeguarding",
        "No document in this model names a body for safeguarding.",
        (
            "the nearest: Harrow Borough Based Partnership > Health and Care Executive > Joint Management Board"
            " > 7 listed as sovereign organisations · inferred"
        ),
        "Who decides: not stated",
        (
            "Who sits on Harrow Borough Based Partnership: Central and North West London NHS Foundation Trust, "
            "Central London Community Healthcare NHS Trust, Harrow Community Action, Harrow Council and 4 more"
        ),
        "",
        "What was asked",
        "  Safeguarding is missing from the 100 Day Plan · not seen since (inferred) · Harrow Borough Based Partnership [1]",
        "    asked by: Members who received the 100 Day Plan",
        "    answered: The plan was still changing, and safeguarding would be included [2]",
        "    answered: A post was being made for it [2]",
        "    answered by: The minutes say it was advised, not by whom. (not named)",
        "    promised: Safeguarding in the plan, and a new post for it",
        "    asked: between Jul and Dec 2021",
        "    due: not stated",
        (
            "    seen since: Not in the structure, the workstreams or the report on the plan of February 2022"
            " · 22 Feb 2022 · inferred [3, 4, 5]"
        ),
    ]


def test_who_decides_about_diabetes(graph: Graph) -> None:
    """A priority of North West London with no workstream of its own in Harrow, which promised to deliver it."""
    answer = who(graph, "diabetes")
    assert answer.verdict == "No document in this model names a body for diabetes."
    assert [(chain.place, chain.named, chain.remarks) for chain in answer.chains] == [
        (
            "harrow",
            False,
            (
                "Diabetes is a priority set for North West London Integrated Care System.",
                "Harrow Borough Based Partnership has no workstream of its own for it.",
            ),
        ),
        ("nwl-ics", False, ("Diabetes is a priority set for North West London Integrated Care System.",)),
    ]
    assert [[(each.id, each.match) for each in chain.holders] for chain in answer.chains] == [
        [("harrow", "nwl-priority-diabetes")],
        [("nwl-ics", "nwl-priority-diabetes")],
    ]
    (narrowed,) = who(graph, "diabetes", "harrow").chains
    assert (narrowed.place, [each.id for each in narrowed.holders]) == ("harrow", ["harrow"])


def test_several_places_have_one_topic(graph: Graph) -> None:
    """Mental health is named in two places, and a priority in a third; `--in` narrows to one."""
    answer = who(graph, "mental health")
    assert [(chain.place, chain.named, [each.id for each in chain.holders]) for chain in answer.chains] == [
        ("harrow", True, ["harrow-mental-health"]),
        ("hw-ics", True, ["hw-hwhct"]),
        ("nwl-ics", False, ["nwl-ics"]),
    ]
    assert [chain.place for chain in who(graph, "mental health", "hw-ics").chains] == ["hw-ics"]


def test_one_name_has_several_bearers(graph: Graph) -> None:
    """ICP names six, each with the chain of its own place."""
    answer = who(graph, "ICP")
    assert answer.verdict == "ICP names 6 entities in these documents; what each may decide is said with it."
    assert [(chain.place, [each.id for each in chain.holders]) for chain in answer.chains] == [
        ("england", ["bristol-somerset-icp", "type-icp"]),
        ("hf-icp", ["hf-icp"]),
        ("harrow", ["harrow"]),
        ("hw-ics", ["hw-icp"]),
        ("nwl-ics", ["nwl-icp"]),
    ]


def test_where_the_documents_disagree_the_verdict_says_so(graph: Graph) -> None:
    """Whether the system decides is disputed, and that is the answer."""
    assert who(graph, "nwl-ics").verdict == (
        "The documents disagree on whether North West London Integrated Care System decides."
    )


def test_before_the_structure_was_documented(graph: Model) -> None:
    """In the summer of 2021 no workstream is documented, so the partnership is only the nearest."""
    (chain,) = graph.as_of("2021-06-30").who("frailty").chains
    assert (chain.named, _ranks(chain)) == (False, [(0, "harrow")])


def test_where_to_take_a_concern(graph: Graph) -> None:
    """Only Herefordshire and Worcestershire's documents say; for Harrow that is said, with who scrutinises it."""
    raising = raise_concern(graph, "district")
    assert raising.verdict == (
        "The documents say where to take a concern in Herefordshire and Worcestershire Integrated Care System."
    )
    (route,) = raising.routes
    assert (route.place, route.function) == ("hw-ics", "hw-raising-concerns")
    assert [str(each.evidence.citations[0]) for each in route.points] == [
        "hw-2022-autumn#point-district-concerns",
        "hw-2022-autumn#point-raise-concern",
        "hw-2022-autumn#point-gp-systems",
    ]
    assert [each.subject for each in route.holders] == [
        "hw-district-representatives",
        "hw-gp-practices",
        "hw-representatives",
    ]
    assert [(each.subject, each.object) for each in route.onward] == [
        ("hw-district-representatives", "hw-hwb-worcestershire"),
        ("hw-district-representatives", "hw-worcestershire"),
        ("hw-hwb-worcestershire", "hw-worcestershire"),
    ]
    harrow = raise_concern(graph, "safeguarding")
    assert (harrow.documented, harrow.verdict) == (
        False,
        "The documents do not say where to take a concern about safeguarding.",
    )
    assert [
        (each.place, each.function, [one.subject for one in each.scrutiny]) for each in harrow.routes
    ] == [
        ("harrow", None, ["harrow-committee-100-day", "harrow-committee-2021-06", "harrow-health-scrutiny"])
    ]


def test_safeguarding_is_the_first_matter(graph: Graph) -> None:
    """What was asked, promised and not seen since stands first, of everything and of Harrow alike."""
    for within in (None, "harrow"):
        first = matters(graph, within)[0]
        assert (first.id, first.asked_by, first.promised, first.due, first.state, first.unkept) == (
            "harrow-issue-safeguarding",
            ("harrow-members-100-day",),
            "Safeguarding in the plan, and a new post for it",
            "not_stated",
            "not seen since",
            True,
        )
    earlier = matters(graph.as_of("2021-12-31"), "harrow")[0]
    assert (earlier.id, earlier.seen_since) == ("harrow-issue-safeguarding", ())


def test_a_way_from_the_council_to_frailty(graph: Graph) -> None:
    """Two relations connect Harrow Council with the workstream; over the delegation it is four."""
    ways = paths(graph, "harrow-council", "harrow-frailty")
    assert [(hop.label, hop.end) for hop in ways[0]] == [
        ("is a member of", "harrow"),
        ("has as part", "harrow-frailty"),
    ]
    assert len(ways) == 3
    (delegated,) = paths(graph, "harrow-council", "harrow-frailty", via=["delegates_to"])
    assert [(hop.label, hop.end) for hop in delegated] == [
        ("is a member of", "harrow"),
        ("has as part", "harrow-jmb"),
        ("delegates authority to", "harrow-hce"),
        ("has accountable to it", "harrow-frailty"),
    ]
    avoided = paths(graph, "harrow-council", "harrow-frailty", avoid=["member_of"])
    assert all(hop.relation.kind != "member_of" for way in avoided for hop in way)


def test_from_the_summer_of_2021_to_february_2022(capsys: pytest.CaptureFixture[str]) -> None:
    """The partnership is renamed, the Board first documented, and the two posts stay two."""
    assert main(["diff", "2021-06-30", "2022-02-22", "--in", "harrow", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["renamed"] == [
        {
            "id": "harrow",
            "old": "Harrow Integrated Care Partnership",
            "new": "Harrow Borough Based Partnership",
            "old_basis": "stated",
            "new_basis": "stated",
            "until": None,
            "since": None,
        }
    ]
    added = {each["id"]: each for each in found["added"]}
    for each in ("harrow-jmb", "harrow-managing-director"):
        assert (added[each]["began"], added[each]["first_documented"]) == (None, "2022-02-22")
    post = "harrow-acting-borough-lead-director"
    assert post not in added
    assert [(each["old"], each["new"]) for each in found["changed"] if each["id"] == post] == [
        ("documented", "last documented about Jun 2021")
    ]
    assert found["removed"] == []
    assert main(["diff", "2021-06-30", "2022-02-22", "--in", "harrow", "--format", "markdown"]) == 0
    written = capsys.readouterr().out.splitlines()
    for line in (
        "## 30 Jun 2021 to 22 Feb 2022",
        (
            "| Harrow Borough Based Partnership | name | Harrow Integrated Care Partnership "
            "| Harrow Borough Based Partnership |"
        ),
        "- Harrow Joint Management Board (body, first documented 22 Feb 2022)",
        (
            "- Managing Director, Harrow Borough Based Partnership (post, first documented 22 Feb 2022): "
            "The Acting Borough Lead Director of 2021 is another post; that one followed the other is not stated."
        ),
        "### Last documented before 22 Feb 2022 (12)",
    ):
        assert line in written


def test_gaps_of_harrow(graph: Graph) -> None:
    """Both delegations of the structure lack their extent, the Board its members; who is missing is asked."""
    found = gaps(graph, "harrow")
    questions = {(each.code, each.id): each.question for each in found}
    assert questions["delegation-extent", "harrow-jmb"] == (
        "How far does the delegation of responsibility from Sovereign Organisational Governance and "
        "Decision Making to Harrow Joint Management Board go?"
    )
    assert questions["delegation-extent", "harrow-hce"] == (
        "How far does the delegation of responsibility from Harrow Joint Management Board to "
        "Harrow Health and Care Executive go?"
    )
    assert questions["body-members", "harrow-jmb"] == "Who sits on Harrow Joint Management Board?"
    assert questions["layer-without-membership", "nwl-ics"] == (
        "Is North West London Integrated Care System, which stands in the decision making of "
        "Harrow Borough Based Partnership, a member of it?"
    )
    participants = [each.question for each in found if each.code == "participant-lacking"]
    assert "Does anybody take part in Harrow Borough Based Partnership for Healthwatch?" in participants
    assert (
        "Which members of Harrow Borough Based Partnership, if any, are meant by Acute NHS trusts?"
        in participants
    )
    assert found[0].raised_by == ("harrow-members-100-day",)
    assert sum(each.code == "workstream-lead" for each in found) == 13
    assert all(each.question.endswith("?") for each in found)


def test_the_merged_group_has_no_place_in_the_layers(graph: Graph) -> None:
    """In February 2022 the CCG is a member of the partnership and stands in none of its layers."""
    found = gaps(graph.as_of("2022-02-22"), "harrow")
    assert [each.id for each in found if each.code == "member-without-layer"] == ["nwl-ccg"]


def test_harrow_beside_hammersmith_and_fulham(graph: Graph) -> None:
    """Harrow has layers and workstreams, Hammersmith & Fulham has none documented."""
    found = compare(graph, "harrow", graph, "hf-icp")
    sections = {each.title: (len(each.both), len(each.one), len(each.other)) for each in found.sections}
    assert sections["Decision-making layers"] == (0, 4, 0)
    assert sections["Workstreams"] == (0, 13, 0)
    assert sections["Posts"][2] == 1
    alike = {each.label for each in found.facts if each.same}
    assert alike == {"tier", "status", "acronym", "is part of"}


def test_harrow_in_2021_beside_harrow_in_2022(graph: Graph) -> None:
    """The same partnership under two names, its workstreams documented only at the later date."""
    found = compare(graph.as_of("2021-06-30"), "harrow", graph.as_of("2022-02-22"), "harrow")
    assert [(each.one, each.other) for each in found.facts if each.label == "name"] == [
        ("Harrow Integrated Care Partnership", "Harrow Borough Based Partnership")
    ]
    workstreams = next(each for each in found.sections if each.title == "Workstreams")
    assert (workstreams.both, workstreams.one, len(workstreams.other)) == ((), (), 13)


def test_the_functions_and_decisions_map(graph: Graph) -> None:
    """Function by function it says who delivers, who holds the budget delegated, and what is not said."""
    forest = VIEWS["functions"].make(graph)
    row = forest.rows_of("harrow-joint-commissioning-budget")[0]
    assert [(forest.kinds[each], forest.names[each]) for each in forest.children(row)] == [
        ("body", "Borough team for Harrow"),
        ("partnership", "Harrow Borough Based Partnership"),
        ("delegation", "delegated to Borough team for Harrow, extent not stated, by whom is not stated"),
    ]
    columns = holders_by_column(graph, "harrow-joint-commissioning-budget")
    assert [(mode.name, [each.subject for each in holders]) for mode, holders in columns] == [
        ("decides", []),
        ("delegated", ["harrow-borough-team", "harrow"]),
        ("oversees", []),
        ("delivers", []),
    ]
    unheld = forest.rows_of("harrow-core-gp-funding")[0]
    assert [*forest.children(unheld)] == []


def test_what_began_what_ended_and_what_came_due(capsys: pytest.CaptureFixture[str]) -> None:
    """Over the merger eight groups end and one begins; what was only due is not told as having happened."""
    assert main(["diff", "2021-03-01", "2021-05-01", "--in", "nwl-ics"]) == 0
    written = capsys.readouterr().out.splitlines()
    assert written[:14] == [
        "1 Mar 2021 to 1 May 2021",
        "",
        "Began (1)",
        "  NHS North West London Clinical Commissioning Group · organisation · disputed · began 1 Apr 2021",
        "",
        "Happened (2)",
        "  Eight CCGs of North West London become one · event · disputed · happened 1 Apr 2021",
        "  The local CCGs close · event · happened 31 Mar 2021",
        "",
        "Come due (2)",
        "  Eight CCGs of North West London become one · event · planned for Apr 2021 · happened 1 Apr 2021, disputed",
        "  NHS North West London Clinical Commissioning Group · organisation · planned for Apr 2021 · began 1 Apr 2021, disputed",
        "",
        "Ended (8)",
    ]
    assert main(["diff", "2022-03-01", "2022-08-01", "--in", "harrow"]) == 0
    assert capsys.readouterr().out.splitlines()[2:5] == [
        "Come due (4)",
        "  Complete the areas of the 100 day plan that were put on hold · commitment · due 31 Mar 2022 · in progress 22 Feb 2022",
        "  Primary care led integrated frailty service · service · planned for 1 Apr 2022 · no document says it happened, on track 22 Feb 2022",
    ]

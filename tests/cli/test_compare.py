"""`tiers compare` tells of two what `show` says of each."""

import json
from collections.abc import Callable

import pytest

from tests.conftest import Write
from tiers.model import Graph
from tiers.model.answers.compare import compare
from tiers.tui.wording.description.compare import values_words

from .conftest import Answer, Tiers

MODEL = """
[file]
sources = ["terms"]
[[source]]
id = "terms"
name = "Terms"
presented = "2022-03-01"
[[source]]
id = "minutes"
name = "Minutes"
presented = "2024-09-10"
[[partnership]]
id = "elm"
name = "Elm Partnership"
tier = "place"
[[body]]
id = "board"
name = "Board"
part_of = "elm"
other_names = [{ name = "Steering Group", use = "former", sources = ["minutes"] }]
members = [{ id = "ann", capacity = "chair", term_ends = "2023-06-30" }]
delegates_to = [{ to = "team", function = "grants", limit = { up_to = 5000, unit = "£" } }]
[[body]]
id = "team"
name = "Team"
part_of = "elm"
[[function]]
id = "grants"
name = "Small grants"
[[person]]
id = "ann"
name = "Ann Ash"
[[person]]
id = "bea"
name = "Bea Birch"
[[post]]
id = "clerk"
name = "Clerk"
post_in = "board"
held_by = [
    { id = "ann", start_date = "2022-01-01", end_date = "2023-12-31" },
    { id = "bea", start_date = "2024-02-01", sources = ["minutes"] },
]
"""


@pytest.fixture
def elm(tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch) -> Tiers:
    """Run a command on the model."""
    monkeypatch.setenv("TIERS_MODEL", str(write(MODEL)))
    return tiers


def test_a_body_at_two_dates(elm: Tiers) -> None:
    """How it is documented, a former name that a later document tells and a term that ran out are told."""
    assert elm("compare", "board", "board", "--as-of", "2022-06-01,2025-01-01") == Answer(
        0,
        "Board at 1 Jun 2022 and Board at 1 Jan 2025\n"
        "In both: members: people 1, posts 1\n"
        "\n"
        "Different\n"
        "  documented state:\n"
        "    at 1 Jun 2022: documented\n"
        "    at 1 Jan 2025: last documented 10 Sep 2024\n"
        "  last documented:\n"
        "    at 1 Jun 2022: 1 Mar 2022\n"
        "    at 1 Jan 2025: 10 Sep 2024\n"
        "  former name:\n"
        "    at 1 Jun 2022: not recorded\n"
        "    at 1 Jan 2025: Steering Group\n"
        "\n"
        "Members: people: 1 in both, 1 of them different\n"
        "  in both\n"
        "    Ann Ash · last documented 1 Mar 2022 · at 1 Jun 2022: chair · term ends: 30 Jun 2023; "
        "at 1 Jan 2025: chair · term ran out 30 Jun 2023\n"
        "\n"
        "The same for both, or not recorded of either\n"
        "  tier: place\n"
        "  name: Board\n"
        "  is part of: Elm Partnership\n"
        "  is accountable to: not recorded\n"
        "  delegates authority to: Team · Small grants · up to £5,000\n"
        "\n"
        "Posts: 1 in both\n"
        "  in both\n"
        "    Clerk\n",
    )


def test_a_post_at_two_dates_has_its_holders(elm: Tiers) -> None:
    """Who holds it and who held it."""
    said = elm("compare", "clerk", "clerk", "--as-of", "2022-06-01,2025-01-01").out
    assert (
        "  is held by:\n"
        "    at 1 Jun 2022: Ann Ash · until 31 Dec 2023 · since 1 Jan 2022\n"
        "    at 1 Jan 2025: Bea Birch · since 1 Feb 2024\n"
        "  was held by:\n"
        "    at 1 Jun 2022: not recorded\n"
        "    at 1 Jan 2025: Ann Ash · until 31 Dec 2023 · since 1 Jan 2022\n"
    ) in said


def test_two_bodies_have_their_delegated_limits(elm: Tiers) -> None:
    """In the giver's words and in the taker's; in JSON as relations with their details."""
    said = elm("compare", "board", "team").out
    assert "    in Board: Team · Small grants · up to £5,000\n    in Team: not recorded\n" in said
    assert "    in Board: not recorded\n    in Team: Board · Small grants · up to £5,000\n" in said
    found = {
        each["attribute"]: each
        for each in json.loads(elm("compare", "board", "team", "--format", "json").out)["facts"]
    }
    assert found["delegates authority to"]["a"] == [
        {
            "id": "team",
            "function": "grants",
            "limit": {"up_to": 5000, "unit": "£"},
            "basis": "stated",
            "sources": ["terms"],
        }
    ]


@pytest.mark.parametrize("entity_id", ["board", "team", "clerk", "ann", "grants", "elm"])
def test_a_thing_beside_itself_at_one_date_is_alike(graph_of: Callable[[str], Graph], entity_id: str) -> None:
    """Whatever is told of it: the words are the same, and nothing is told as different."""
    graph = graph_of(MODEL)
    for at in (graph, graph.as_of("2022-06-01"), graph.as_of("2025-01-01")):
        found = compare(at, entity_id, at, entity_id)
        assert not any(each.differs for each in found.sections)
        for fact in found.facts:
            one, other = values_words((at, at), fact)
            assert (fact.alike, one) == (True, other)


def test_what_differs_is_labelled_as_in_the_detail(
    tiers: Tiers, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`type` and `began`, as `show` has them, and not the keys of the files; JSON keeps its names."""
    dated = MODEL.replace('id = "board"\n', 'id = "board"\nclassification = "board"\nstart_date = "2020"\n')
    monkeypatch.setenv("TIERS_MODEL", str(write(dated)))
    told = tiers("compare", "board", "team").out
    assert "  type:\n    in Board: board\n" in told
    assert "  began:\n    in Board: 2020\n" in told
    assert "classification" not in told
    facts = json.loads(tiers("compare", "board", "team", "--format", "json").out)["facts"]
    assert {"classification", "start date"} <= {each["attribute"] for each in facts}

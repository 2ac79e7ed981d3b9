"""What is only planned or proposed is said to be so in every export: none says by silence that it exists."""

import json
from collections.abc import Callable

import pytest

from tests.conftest import Write
from tiers.model import Graph, load
from tiers.model.exports.graphml import lines, nodes
from tiers.model.exports.org import org
from tiers.model.exports.popolo import popolo
from tiers.model.exports.tables import TABLES
from tiers.tui.printing.whole.json_documents import fhir

MODEL = """
[[source]]
id = "paper"
name = "Paper"
presented = "2024-01-10"
[file]
sources = ["paper"]
[[partnership]]
id = "place"
name = "Place"
[[body]]
id = "board"
name = "Board"
classification = "joint board"
part_of = "place"
expected_date = "2024-04-01"
members = ["place"]
[[body]]
id = "panel"
name = "Panel"
part_of = "place"
status = "proposed"
[[body]]
id = "forum"
name = "Forum"
part_of = "place"
members = [{ id = "place", expected_date = "2024-05-01", role = "host" }]
[[post]]
id = "chair"
name = "Chair"
post_in = "board"
status = "planned"
[[event]]
id = "vote"
name = "Vote"
date = "2024-03-01"
about = "board"
"""
DUE = "planned: due 1 Apr 2024, no document says it happened"


@pytest.fixture
def planned(write: Write) -> Graph:
    return load(write(MODEL))


def test_popolo_says_it_in_classification_description_label_and_status(planned: Graph) -> None:
    """Planned and proposed bodies are so by their classification, posts and memberships by their label, events by status."""
    found = {name: {each["id"]: each for each in records} for name, records in popolo(planned, "").items()}
    told = found["organizations"]
    assert [
        (each, one["classification"], one["description"], one["founding_date"]) for each, one in told.items()
    ] == [
        ("place", "partnership", None, None),
        ("board", "planned body: joint board", DUE, None),
        ("panel", "proposed body", "proposed: no document says it happened", None),
        ("forum", "body", None, None),
    ]
    assert [each["label"] for each in found["posts"].values()] == [
        "Chair (planned: no document says it happened)"
    ]
    assert [each["label"] for each in found["memberships"].values()] == [
        DUE,
        "planned: due 1 May 2024, no document says it happened",
    ]
    assert [each["status"] for each in found["events"].values()] == [
        "planned: due 1 Mar 2024, no document says it happened"
    ]


def test_org_says_it_beside_the_class_and_has_no_triple_of_a_planned_relation(planned: Graph) -> None:
    """A node says how it stands; a planned membership, or one of a planned body, is a statement with its state, and no plain triple."""
    found = {each["@id"]: each for each in org(planned, "")}
    assert {
        each: (one["tiers:standing"], one.get("rdfs:comment"))
        for each, one in found.items()
        if "tiers:standing" in one
    } == {
        "paper": ("documented", None),
        "place": ("documented", None),
        "board": ("planned", DUE),
        "panel": ("planned", "proposed: no document says it happened"),
        "forum": ("documented", None),
        "chair": ("planned", "planned: no document says it happened"),
        "vote": ("planned", "planned: due 1 Mar 2024, no document says it happened"),
    }
    assert "org:memberOf" not in found["place"]
    assert found["board"]["org:subOrganizationOf"] == [{"@id": "place"}]
    assert [
        (one["tiers:state"], one.get("rdfs:comment"))
        for each, one in found.items()
        if str(each).startswith("place/member_of/forum")
    ] == [("planned", None), ("planned", "planned: due 1 May 2024, no document says it happened")]


def test_fhir_says_it_in_type_code_tag_and_that_it_is_not_active(planned: Graph) -> None:
    """Planned bodies and memberships are not active, are tagged so, and say for when in their type or code."""
    entries = json.loads("".join(fhir(planned, "urn:tiers:")))["entry"]
    found = {each["resource"]["id"]: each["resource"] for each in entries}
    told = {
        each: (one.get("active"), one["meta"]["tag"][1]["code"], one.get("type", one.get("code"))[0]["text"])
        for each, one in found.items()
    }
    assert told == {
        "place": (None, "now", "partnership"),
        "board": (False, "planned", f"body: joint board ({DUE})"),
        "panel": (False, "planned", "body (proposed: no document says it happened)"),
        "forum": (None, "now", "body"),
        "place.member-of.board": (False, "planned", f"is a member of ({DUE})"),
        "place.member-of.forum": (
            False,
            "planned",
            "host (planned: due 1 May 2024, no document says it happened)",
        ),
    }


def test_graphml_says_it_at_node_and_edge(planned: Graph) -> None:
    """A node has `planned` as standing, also where only the status says so; an edge is planned as both its ends are, but what is about one."""
    assert {each: data["standing"] for each, data in nodes(planned)} == {
        "paper": "documented",
        "place": "documented",
        "board": "planned",
        "panel": "planned",
        "forum": "documented",
        "chair": "planned",
        "vote": "planned",
    }
    assert {
        (each.source, each.data["relation"], each.target): each.data["state"] for each in lines(planned)
    } == {
        ("board", "part_of", "place"): "planned",
        ("panel", "part_of", "place"): "planned",
        ("forum", "part_of", "place"): "now",
        ("place", "member_of", "board"): "planned",
        ("place", "member_of", "forum"): "planned",
        ("chair", "post_in", "board"): "planned",
        ("vote", "about", "board"): "now",
    }


def test_the_tables_say_it_of_entities_and_statements(planned: Graph) -> None:
    """`standing` of an entity is `planned`, and that it exists is a planned statement; so is a planned relation."""
    entities, statements = ([*table.rows(planned)] for table in TABLES[:2])
    assert [(row[0], row[7]) for row in entities if row[7] == "planned"] == [
        (each, "planned") for each in ("board", "panel", "chair", "vote")
    ]
    planned_rows = [(row[1], row[2], row[3]) for row in statements if row[-2] == "planned"]
    assert planned_rows == [
        ("place", "member_of", "board"),
        ("place", "member_of", "forum"),
        ("board", "exists", None),
        ("board", "part_of", "place"),
        ("panel", "exists", None),
        ("panel", "part_of", "place"),
        ("chair", "exists", None),
        ("chair", "post_in", "board"),
        ("vote", "exists", None),
    ]


@pytest.mark.parametrize(
    "export", [lambda graph: popolo(graph, "")["organizations"], lambda graph: org(graph, "")]
)
def test_once_it_is_there_nothing_is_said(
    planned: Graph, export: Callable[[Graph], object], write: Write
) -> None:
    """A later document that speaks of the board makes it a board like any other."""
    later = load(
        write(
            MODEL
            + '[[source]]\nid = "later"\nname = "Later"\npresented = "2024-06"\n[[plan]]\nid = "plan"\nname = "Plan"\nmade_by = [{ to = "board", sources = ["later"] }]\n'
        )
    )
    board = next(each for each in export(later) if each.get("@id", each.get("id")) == "board")  # type: ignore[attr-defined]
    assert DUE not in json.dumps(board, default=str)

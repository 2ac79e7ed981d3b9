"""GraphML: every entity a node, every relation between two of them an edge, read by a parser of XML."""

from pathlib import Path
from xml.etree import ElementTree as ET

from tests.printing.hostile import graph_of, names
from tiers.model import Graph, load
from tiers.tui.printing.whole.graphml import write
from tiers.tui.wording.safe_text import safe

SPACE = "{http://graphml.graphdrawing.org/xmlns}"


def read(graph: Graph, base: str = "", *, unicode: bool = True) -> ET.Element:
    return ET.fromstring("".join(write(graph, base, unicode=unicode)))  # noqa: S314 - our own


def data(element: ET.Element) -> dict[str, str]:
    return {each.attrib["key"]: each.text or "" for each in element.iter(f"{SPACE}data")}


def test_every_entity_and_relation_is_there(graph: Graph) -> None:
    """No node and no edge is missing, and every key that is used is declared."""
    root = read(graph)
    assert [each.attrib["id"] for each in root.iter(f"{SPACE}node")] == list(graph)
    assert sorted(
        (each.attrib["source"], each.attrib["target"]) for each in root.iter(f"{SPACE}edge")
    ) == sorted(
        (each.subject, each.object)
        for borne in graph.relations_by_subject()
        for each in borne
        if each.subject in graph and each.object in graph
    )
    declared = {each.attrib["id"] for each in root.iter(f"{SPACE}key")}
    assert {each.attrib["key"] for each in root.iter(f"{SPACE}data")} <= declared


def test_a_node_and_an_edge_say_what_they_know(seats: Graph) -> None:
    """Kind, standing, evidence and sources stand at a node; role, dates and basis at an edge; unknown is said."""
    root = read(seats, "https://example.org/")
    nodes = {each.attrib["id"]: data(each) for each in root.iter(f"{SPACE}node")}
    assert nodes["team"] == {
        "n-uri": "https://example.org/team",
        "n-label": "Team of the partnership",
        "n-name": "Team of the partnership",
        "n-kind": "body",
        "n-parent": "ex",
        "n-place": "ex",
        "n-standing": "documented",
        "n-first_documented": "2022-02-22",
        "n-last_documented": "2022-02-22",
        "n-basis": "stated",
        "n-sources": "minutes#list",
        "n-unknown": "members: not_stated",
    }
    edges = {(each.attrib["source"], each.attrib["target"]): data(each) for each in root.iter(f"{SPACE}edge")}
    assert edges["trust", "executive"] == {
        "l-relation": "member_of",
        "l-label": "is a member of",
        "l-role": "member",
        "l-on_behalf_of": "ex",
        "l-start_date": "2021-04-01",
        "l-end_date": "2022-01-31",
        "l-state": "ended",
        "l-basis": "stated",
        "l-sources": "minutes#list",
    }


def test_a_node_bears_every_single_value(tmp_path: Path) -> None:
    """Whatever holds one value at a time is an attribute of the node, `unknown` and `none` too; codes in one text."""
    path = tmp_path / "model.toml"
    path.write_text(
        '[[body]]\nid = "board"\nname = "Board"\nclassification = "joint board"\ndecides = "none"\n'
        'legal_form = "not_stated"\nstart_date = "not_stated"\nexpected_date = "2023-04"\norder = 2\nnote = "Read with care"\n'
        'identifiers = [{ identifier = "RX0", scheme = "ODS" }, { identifier = "E1", scheme = "ONS" }]\n',
        encoding="utf-8",
    )
    root = read(load(path))
    assert [data(each) for each in root.iter(f"{SPACE}node")] == [
        {
            "n-label": "Board",
            "n-name": "Board",
            "n-kind": "body",
            "n-classification": "joint board",
            "n-decides": "none",
            "n-legal_form": "not_stated",
            "n-start_date": "not_stated",
            "n-expected_date": "2023-04",
            "n-order": "2",
            "n-codes": "ODS: RX0; ONS: E1",
            "n-note": "Read with care",
            "n-standing": "planned",
            "n-basis": "stated",
        }
    ]


def test_hostile_names_come_back() -> None:
    """A thousand hostile names are what they were, in ASCII too."""
    for unicode in (True, False):
        hostile = names(acting=unicode)
        root = read(graph_of(hostile), unicode=unicode)
        assert [data(each)["n-name"] for each in root.iter(f"{SPACE}node")] == list(map(safe, hostile))

"""What is over or disputed is not exported as if it held: neither in Popolo nor as a plain triple of ORG."""

from collections.abc import Callable

from tests.model.fragments import disagreement, documents, named
from tiers.model import Graph
from tiers.model.exports.org import org
from tiers.model.exports.popolo import popolo

_MODEL = (
    documents("old", place="a", old=("Old paper", "2022-01-10"), late=("Late paper", "2024-01-10"))
    + """
[[partnership]]
id = "place"
name = "Place"
[[organisation]]
id = "hospice"
name = "Hospice"
part_of = [{ to = "place", end_date = "2022-12-31", sources = ["late#a"] }]
[[body]]
id = "ops"
name = "Operational Group"
part_of = "place"
status = [{ value = "active", sources = ["old#a"] }, { value = "closed", sources = ["late#a"] }]
reports_to = "place"
members = ["hospice"]
[[body]]
id = "board"
name = "Board"
part_of = "place"
members = [
  { id = "jo", capacity = "chair", sources = ["old#a"] },
  { id = "di", capacity = "chair", sources = ["late#a"] },
]
"""
    + named("person", jo="Jo", di="Di")
    + disagreement(
        "chair",
        "Who chairs the Board",
        '{ text = "Jo does", value = "jo", sources = ["old#a"] }',
        '{ text = "Di does", value = "di", sources = ["late#a"] }',
        about="board",
        attribute="members",
    )
)


def test_popolo_says_what_is_over_and_what_is_disputed(graph_of: Callable[[str], Graph]) -> None:
    """What is no part any more has no parent; a closed body says so, and so does a seat there and a disputed one."""
    found = {name: list(records) for name, records in popolo(graph_of(_MODEL)).items()}
    said = {
        each["id"]: (each["parent_id"], each["description"])
        for each in found["organizations"]
        if each["id"] != "urn:tiers:place"
    }
    assert said == {
        "urn:tiers:hospice": (None, "was part of Place until 31 Dec 2022"),
        "urn:tiers:ops": ("urn:tiers:place", "ended"),
        "urn:tiers:board": ("urn:tiers:place", None),
    }
    undecided = "undecided, the documents disagree: Jo; or Di"
    assert {each["id"]: each["label"] for each in found["memberships"]} == {
        "urn:tiers:hospice/member_of/ops": "ended",
        "urn:tiers:jo/member_of/board": undecided,
        "urn:tiers:di/member_of/board": undecided,
    }


def test_what_has_closed_has_no_plain_triples_in_org(graph_of: Callable[[str], Graph]) -> None:
    """To whom a closed body reported, and what it was part of, stands in the statement alone, which says that it ended."""
    nodes = {node["@id"]: node for node in org(graph_of(_MODEL))}
    assert not {"org:reportsTo", "org:subOrganizationOf"} & nodes["urn:tiers:ops"].keys()
    assert nodes["urn:tiers:ops"]["tiers:standing"] == "ended"
    assert nodes["urn:tiers:ops/reports_to/place"]["tiers:state"] == "ended"
    assert nodes["urn:tiers:board"]["org:subOrganizationOf"] == [{"@id": "urn:tiers:place"}]

"""What the exports make of seats of no members, of posts in two organizations, of what is inferred and what is planned."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tiers.model import Graph, load
from tiers.model.exports.fhir import fhir
from tiers.model.exports.org import org
from tiers.model.exports.popolo import popolo

MODEL = Path(__file__).parent.parent / "models" / "tarnbeck.toml"
_BASE = "urn:tiers:"


@pytest.fixture(scope="module")
def tarnbeck() -> Graph:
    """Return the small place of which little is simple."""
    return load(MODEL)


@pytest.fixture(scope="module")
def nodes(tarnbeck: Graph) -> Mapping[str, Any]:
    """Return the nodes of the ORG export, by id without its beginning."""
    return {str(each["@id"]).removeprefix(_BASE): each for each in org(tarnbeck)}


def test_popolo_tells_who_is_no_member(tarnbeck: Graph) -> None:
    """The capacity stands in the role of a membership, beside the words of the source; a seat that names nobody keeps its role."""
    told = [(each["role"], each["label"]) for each in popolo(tarnbeck)["memberships"] if not each["post_id"]]
    assert ("lay member for audit", "members: not_stated") in told
    assert ("voluntary sector lead", "members: unknown") in told
    by_post = [each["role"] for each in popolo(tarnbeck)["memberships"] if each["post_id"]]
    assert "public health (in attendance)" in by_post


def test_popolo_keeps_every_organization_of_a_post(tarnbeck: Graph) -> None:
    """The first is that of the post, the label names the others; who holds it has a membership in each, planned where it is."""
    (post,) = [each for each in popolo(tarnbeck)["posts"] if each["id"] == f"{_BASE}tarnbeck-director"]
    assert (post["label"], post["organization_id"]) == (
        "Director of Place (also a post in Tarnbeck NHS Trust)",
        f"{_BASE}tarnbeck-council",
    )
    held = [each for each in popolo(tarnbeck)["memberships"] if each["person_id"] and each["post_id"]]
    assert [(each["organization_id"], each["label"]) for each in held] == [
        (f"{_BASE}{each}", "planned: due 1 Oct 2024, no document says it happened")
        for each in ("tarnbeck-council", "tarnbeck-trust")
    ]
    assert len({each["id"] for each in held}) == 2


def test_fhir_tells_in_words_of_seats_that_name_nobody(tarnbeck: Graph) -> None:
    """An affiliation is one of two organizations; a seat of which only the role is named may be a person's, and stands in the text of the body."""
    found: list[Any] = [each["resource"] for each in fhir(tarnbeck)]
    (text,) = [each["text"]["div"] for each in found if each["id"] == "tarnbeck-board"]
    assert (
        "Seats that name nobody: lay member for audit, who is not stated; voluntary sector lead, who is unknown (stated)"
        in text
    )
    affiliated = [
        each["participatingOrganization"]["display"] for each in found if "participatingOrganization" in each
    ]
    assert set(affiliated).isdisjoint(("not_stated", "unknown"))


def test_org_says_as_a_triple_only_what_is_stated(nodes: Mapping[str, Any]) -> None:
    """What is our reading, or planned, is told by its statement with basis and state, and not by `org:purpose` or `org:memberOf`."""
    carers = {"@id": f"{_BASE}carers"}
    assert carers in nodes["tarnbeck-trust"]["org:purpose"]
    for each, mode in (("tarnbeck-council", "delivers"), ("tarnbeck-homes", "recommends")):
        assert carers not in nodes[each].get("org:purpose", [])
        statement = nodes[f"{each}/responsible_for/carers"]
        assert (statement["tiers:basis"], statement["tiers:mode"]) == ("inferred", mode)
    assert "org:memberOf" not in nodes["tarnbeck-homes"]
    assert "org:memberOf" not in nodes["ann-holm"]
    assert {"@id": f"{_BASE}tarnbeck-board"} in nodes["tarnbeck-trust"]["org:memberOf"]


def test_org_tells_who_is_no_member(nodes: Mapping[str, Any]) -> None:
    """Who is in attendance has a membership that says so, and is not a member; a planned holder of the post is not named."""
    membership = nodes["tarnbeck-director/member_of/tarnbeck-board#membership"]
    assert membership["tiers:capacity"] == "in attendance"
    assert membership["org:role"]["skos:prefLabel"] == "public health (in attendance)"
    assert "org:member" not in membership
    assert [each["@id"] for each in nodes["tarnbeck-director"]["org:postIn"]] == [
        f"{_BASE}tarnbeck-council",
        f"{_BASE}tarnbeck-trust",
    ]

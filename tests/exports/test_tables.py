"""The tables: everything the model says is in them, and their description is true."""

import csv
import io
import json
import re
from pathlib import Path

from tests.printing.hostile import graph_of, names
from tiers.model import Date, Graph, load
from tiers.model.exports.package import data_package
from tiers.model.exports.statements import EXISTS
from tiers.model.exports.tables import TABLES
from tiers.model.format import INVERSES, RELATIONS
from tiers.tui.printing.whole.tables import files
from tiers.tui.wording.safe_text import safe

Rows = list[dict[str, str]]

FORMULA = re.compile("'[\\s']*[=+\\-@]")


def read(graph: Graph) -> dict[str, Rows]:
    """Return the rows of each table, read by Python's reader."""
    texts = {name: "".join(pieces) for name, pieces in files(graph)}
    return {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(text, newline="")))
        for name, text in texts.items()
        if name.endswith(".csv")
    }


def test_the_description_names_every_column_in_its_order(graph: Graph) -> None:
    """`datapackage.json` lists the files and columns as they are."""
    texts = {name: "".join(pieces) for name, pieces in files(graph)}
    described = json.loads(texts["datapackage.json"])
    assert list(texts) == [*(each["path"] for each in described["resources"]), "datapackage.json"]
    for each in described["resources"]:
        header = texts[each["path"]].partition("\n")[0]
        assert header == ",".join(field["name"] for field in each["schema"]["fields"])


def test_every_key_is_unique_and_every_reference_leads_somewhere(graph: Graph) -> None:
    """The primary and foreign keys of the description hold."""
    tables = read(graph)
    ids = {name: {row["id"] for row in rows} for name, rows in tables.items() if rows and "id" in rows[0]}
    for table in TABLES:
        rows = tables[table.name]
        keys = [tuple(row[column] for column in table.key) for row in rows]
        assert not table.key or len(set(keys)) == len(rows)
        for column in table.columns:
            if column.refers_to:
                assert {row[column.name] for row in rows} - {""} <= ids[column.refers_to]


def test_every_entity_source_and_relation_is_there(graph: Graph) -> None:
    """Nothing of the model is left out: its entities, its sources, each relation in one statement."""
    tables = read(graph)
    assert [row["id"] for row in tables["entities"]] == list(graph)
    assert [row["id"] for row in tables["sources"]] == [
        each for each, entity in graph.entities_by_id() if entity.kind == "source"
    ]
    stated = {
        (row["statement"], row["subject"], row["predicate"], row["object"]) for row in tables["statements"]
    }
    related = sorted((subject, kind, other) for _, subject, kind, other in stated if other)
    assert related == sorted(
        (each.subject, each.kind, each.object)
        for borne in graph.relations_by_subject()
        for each in borne
        if each.subject in graph and each.object in graph
    )


def test_a_statement_has_a_line_for_each_place_it_rests_on(seats: Graph) -> None:
    """Dates, details, basis, source and locator stand beside the value; unknown members are said of the body."""
    rows = [
        {key: value for key, value in row.items() if value and key != "statement"}
        for row in read(seats)["statements"]
        if row["predicate"] in {"member_of", "members", "name"}
        and row["subject"] in {"trust", "team", "executive"}
    ]
    grounds = {"basis": "stated", "as_at": "2022-02-22", "source": "minutes"}
    listed = {**grounds, "locator": "list"}
    assert rows == [
        {"subject": "trust", "predicate": "name", "value": "Ex NHS Trust", **listed},
        {
            "subject": "trust",
            "predicate": "member_of",
            "value": "executive",
            "object": "executive",
            "details": '{"role":"member","on_behalf_of":["ex"]}',
            "start_date": "2021-04-01",
            "end_date": "2022-01-31",
            "state": "ended",
            **listed,
        },
        {
            "subject": "executive",
            "predicate": "name",
            "value": "Ex Group",
            "end_date": "2021-12-31",
            **grounds,
        },
        {
            "subject": "executive",
            "predicate": "name",
            "value": "Ex Executive",
            "start_date": "2022-01-01",
            **listed,
        },
        {"subject": "team", "predicate": "name", "value": "Team of the partnership", **listed},
        {"subject": "team", "predicate": "members", "value": "not_stated", "state": "now", **listed},
    ]


def test_a_membership_is_one_line_with_all_that_is_said_of_it(seats: Graph) -> None:
    """`memberships` has each seat once, with the ids and the names of its ends, its details, basis and sources, and its number in `statements`."""
    tables = read(seats)
    numbers = [row["statement"] for row in tables["memberships"]]
    assert numbers == list(
        dict.fromkeys(
            row["statement"] for row in tables["statements"] if row["predicate"] in {"member_of", "members"}
        )
    )
    rows = [
        {key: value for key, value in row.items() if value and key != "statement"}
        for row in tables["memberships"]
    ]
    where = {"as_at": "2022-02-22", "basis": "stated", "source": "minutes#list"}
    body = {"body": "executive", "body_name": "Ex Executive"}
    assert rows == [
        {
            "member": "council",
            "member_name": "Ex Council",
            **body,
            "voting": "true",
            "on_behalf_of": "ex; trust",
            "on_behalf_of_name": "Ex Borough Partnership; Ex NHS Trust",
            "state": "now",
            **where,
        },
        {
            "member": "trust",
            "member_name": "Ex NHS Trust",
            **body,
            "role": "member",
            "on_behalf_of": "ex",
            "on_behalf_of_name": "Ex Borough Partnership",
            "start_date": "2021-04-01",
            "end_date": "2022-01-31",
            "state": "ended",
            **where,
        },
        {
            "member": "not_stated",
            "member_name": "not stated",
            "body": "team",
            "body_name": "Team of the partnership",
            "state": "now",
            **where,
        },
        {"member": "director", "member_name": "Director of Adult Care", **body, "state": "now", **where},
    ]


def test_a_delegation_is_one_line_of_the_scheme(tmp_path: Path) -> None:
    """`delegations` has from, to, function, extent, limit, legal basis, who stays accountable, basis and every source in one line."""
    path = tmp_path / "model.toml"
    path.write_text(
        """
[[source]]
id = "scheme"
name = "Scheme"
locators = { p1 = "Page 1", p2 = "Page 2" }
[[organisation]]
id = "icb"
name = "Ex ICB"
delegates_to = [{ to = "board", function = "beds", extent = { agreed = true, text = "All of the borough" },
  limit = { up_to = -75000, unit = "£", above = "icb" }, legal_basis = "Section 75", accountable = "icb",
  start_date = "2023-04-01", basis = "inferred", sources = ["scheme#p1", "scheme#p2"] }]
[[body]]
id = "board"
name = "Ex Board"
[[function]]
id = "beds"
name = "Beds"
""",
        encoding="utf-8",
    )
    (row,) = read(load(path))["delegations"]
    assert {key: value for key, value in row.items() if value and key != "statement"} == {
        "from": "icb",
        "from_name": "Ex ICB",
        "to": "board",
        "to_name": "Ex Board",
        "function": "beds",
        "function_name": "Beds",
        "extent_agreed": "true",
        "extent": "All of the borough",
        "limit_up_to": "-75000",
        "limit_unit": "£",
        "limit_above": "icb",
        "limit_above_name": "Ex ICB",
        "legal_basis": "Section 75",
        "accountable": "icb",
        "accountable_name": "Ex ICB",
        "start_date": "2023-04-01",
        "state": "now",
        "basis": "inferred",
        "source": "scheme#p1; scheme#p2",
    }


def test_the_package_names_licences_and_documents(graph: Graph) -> None:
    """Version 2 is declared beside the profile of version 1; known licences have their id and address, documents their address."""
    package = data_package(graph)
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    sources = list(graph.entities_of_kind("source"))
    assert package.get("sources", []) == [
        {
            "title": graph.name(each.id),
            **{
                name: str(graph.value(each.id, key))
                for name, key in (("path", "url"), ("version", "version"))
                if graph.value(each.id, key)
            },
        }
        for each in sources
    ]
    licensed = [each for each in sources if graph.value(each.id, "licence")]
    assert package.get("licenses", []) == (
        [
            {
                "name": "OGL-UK-3.0",
                "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
                "title": f"Open Government Licence v3.0, of {len(licensed)} of the {len(sources)} sources",
            }
        ]
        if licensed
        else []
    )


def test_hostile_names_come_back() -> None:
    """A thousand hostile names, the apostrophe before formulas taken off, are what they were."""
    hostile = names()
    found = [row["name"] for row in read(graph_of(hostile))["entities"]]
    assert [
        name[1:] if name != safe(each) else name for name, each in zip(found, hostile, strict=True)
    ] == hostile


def test_the_package_is_a_tabular_data_package(seats: Graph) -> None:
    """The profile of Frictionless is named; how to take off apostrophes and the date of the entities are told."""
    told = (
        "A text that begins like a formula has an apostrophe before it, which is to be taken off: the first"
        " character of every cell that matches ^'[\\s']*[=+\\-@\uff1d\uff0b\uff0d\uff20]. The entities are as the model"
        " {}; the statements are of all times."
    )
    for graph, date in ((seats, "was last known"), (seats.as_of("2021-12"), "stood at 2021-12")):
        package = data_package(graph)
        assert (package["profile"], package["description"]) == ("tabular-data-package", told.format(date))


def test_the_description_says_how_to_read_names_back(seats: Graph) -> None:
    """Its pattern, taken at its word, gives back a thousand hostile names."""
    pattern = str(data_package(seats)["description"]).partition(" matches ")[2].partition(". The ")[0]
    hostile = names()
    found = [row["name"] for row in read(graph_of(hostile))["entities"]]
    assert [name[1:] if re.match(pattern, name) else name for name in found] == list(map(safe, hostile))


def test_unknown_is_told_from_not_recorded(tmp_path: Path) -> None:
    """The entities say `unknown` of a beginning or an end where the model does, and nothing where it is silent."""
    path = tmp_path / "model.toml"
    path.write_text(
        '[[body]]\nid = "a"\nname = "A"\nstart_date = "not_stated"\nend_date = "not_stated"\n'
        '[[body]]\nid = "b"\nname = "B"\nstart_date = "2021-06~"\n[[body]]\nid = "c"\nname = "C"\n',
        encoding="utf-8",
    )
    found = {row["id"]: (row["start_date"], row["end_date"]) for row in read(load(path))["entities"]}
    assert found == {"a": ("not_stated", "not_stated"), "b": ("2021-06~", ""), "c": ("", "")}


def test_every_value_of_every_claim_is_a_statement(graph: Graph) -> None:
    """Each value, with its dates, its basis and each place it rests on, is in the statements once."""
    wanted = [
        (
            each,
            attribute,
            safe(str(value)),
            str(claim.start_date or ""),
            str(claim.end_date or ""),
            claim.evidence.basis,
            tuple(map(str, claim.evidence.citations)),
        )
        for each, entity in graph.entities_by_id()
        for attribute in entity.values
        if attribute not in {"locators", "silent"}
        for claim in entity.claims(attribute)
        for value in (claim.value if isinstance(claim.value, tuple) else (claim.value,))
        if isinstance(value, str | Date)
    ]
    found: dict[str, tuple[str, ...]] = {}
    places: dict[str, list[str]] = {}
    for row in read(graph)["statements"]:
        if row["predicate"] != EXISTS and row["predicate"] not in {*RELATIONS, *INVERSES}:
            value = row["value"]
            said = (row["subject"], row["predicate"], value[1:] if FORMULA.match(value) else value)
            found[row["statement"]] = (*said, row["start_date"], row["end_date"], row["basis"])
            place = f"{row['source']}#{row['locator']}" if row["locator"] else row["source"]
            places.setdefault(row["statement"], []).extend([place] if place else [])
    given = [(*said, tuple(places[number])) for number, said in found.items()]
    kinds = {each for _, each, *_ in wanted}
    assert sorted(each for each in given if each[1] in kinds and each[2]) == sorted(wanted)

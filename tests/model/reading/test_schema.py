"""The JSON Schema and the loader accept the same files of a model."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tiers.model import bundled
from tiers.model.format import KINDS, RELATIONS, keys_of, relations_of
from tiers.model.format.relations import INVERSES
from tiers.model.reading.codes import CODES
from tiers.model.reading.consistency import check_ids
from tiers.model.reading.references import Tables
from tiers.model.reading.report import Report
from tiers.model.reading.rules import check_rules
from tiers.model.reading.schema import json_schema
from tiers.model.reading.tables import read_tables

SCHEMA = json_schema()
VALIDATOR = Draft7Validator(SCHEMA)
FILES = sorted(
    (*Path(bundled()).rglob("*.toml"), *Path(__file__).parents[2].joinpath("models").rglob("*.toml"))
)
MODELS = {path.name: tomli.loads(path.read_text(encoding="utf-8")) for path in FILES}
Steps = tuple[str | int, ...]


def refused(data: dict[str, Any]) -> list[str]:
    """Return the codes of the mistakes that the loader finds in the tables of one file, its warnings left out."""
    report = Report()
    read_tables(0, "model.toml", data, Tables(), report)
    return [each.mistake.code for each in report.findings if each.mistake.severity == "error"]


def places(data: Any, steps: Steps = ()) -> Iterator[Steps]:
    """Yield the place of everything in a file."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, each in inside:
        yield (*steps, step)
        yield from places(each, (*steps, step))


def replaced(data: Any, steps: Steps, value: Any) -> Any:
    """Return a file with another value at one place; without the key there where the value is `...`."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(data, list):
        assert isinstance(step, int)
        new = [] if value is ... and not rest else [replaced(data[step], rest, value)]
        return [*data[:step], *new, *data[step + 1 :]]
    kept = {name: each for name, each in data.items() if name != step or value is not ... or rest}
    return kept if value is ... and not rest else {**kept, step: replaced(data.get(step), rest, value)}


def sampled(data: dict[str, Any]) -> dict[str, Any]:
    """Return a file with the first three tables of each kind, as quickly tried as they are various."""
    return {name: each[:3] if isinstance(each, list) else each for name, each in data.items()}


SMALL = {name: sampled(data) for name, data in MODELS.items()}
IDS = {
    name: {each["id"] for tables in data.values() if isinstance(tables, list) for each in tables}
    for name, data in SMALL.items()
}
PLACES = {name: list(places(data)) for name, data in SMALL.items()}
VALUES = st.one_of(
    st.sampled_from(
        [
            *(
                "",
                " ",
                "unknown",
                "none",
                "not_stated",
                "our-board",
                "our-board\n",
                "Our Board",
                "a#b",
                "a#b#c",
            ),
            *(
                "2022",
                "2022-02",
                "2022-13",
                "2022-02-24~",
                "2021/2022",
                "[2021..2022]",
                "[2022]",
                "24.2.2022",
            ),
            *(
                "stated",
                "active",
                "chair",
                "decides",
                "delegated",
                "line\nline",
                "\u202e",
                "a" * 501,
                "a" * 20_001,
            ),
            *(
                "a" * 200,
                "a" * 201,
                True,
                3,
                0,
                -3,
                0.5,
                2**63,
                [],
                [3],
                ["a"],
                ["A B"],
                [[]],
                [{}],
                {},
                {"a": "b"},
            ),
            *(
                [{"value": "x"}],
                [{"text": "x"}],
                [{"to": "x"}],
                [{"id": "x"}],
                [{"to": "unknown", "rolle": "x"}],
                [{"code": "ring", "reason": "It is so."}],
                [{"code": "ring"}],
                [{"id": "a-board", "seats": 0}],
            ),
        ]
    ),
    st.just(...),
)
EXTRA = (
    "extra",
    "id",
    "name",
    "part_of",
    "members",
    "start_date",
    "basis",
    "sources",
    "decides",
    "body",
    "allow",
    "seats",
)


@pytest.mark.parametrize("name", MODELS)
def test_every_model_is_as_the_schema_says(name: str) -> None:
    """What the loader takes the schema takes: each file of the bundled model and of the tests."""
    assert refused(MODELS[name]) == []
    assert [each.message for each in VALIDATOR.iter_errors(MODELS[name])] == []


@given(st.data())
def test_the_schema_refuses_what_the_loader_refuses(data: st.DataObject) -> None:
    """With another value at any place, a key more or a key less, either both take the file or both refuse it."""
    name = data.draw(st.sampled_from(sorted(SMALL)))
    steps = data.draw(st.sampled_from(PLACES[name]))
    if data.draw(st.booleans()) and isinstance(steps[-1], str):
        steps = (*steps[:-1], data.draw(st.sampled_from(EXTRA)))
    changed = replaced(SMALL[name], steps, data.draw(VALUES))
    wrong = refused(changed)
    assert VALIDATOR.is_valid(changed) is (wrong == []), (name, steps, wrong)


@pytest.mark.parametrize(
    ("allow", "right"),
    [
        ([{"code": "ring", "reason": "It is so."}], True),
        ([], True),
        ([{"code": "ring"}], False),
        ([{"code": "ring", "reason": ""}], False),
        ([{"code": "ring", "reason": "So.", "until": "2025"}], False),
        (["ring"], False),
        ("ring", False),
    ],
)
def test_what_a_file_allows_has_one_shape(allow: object, right: bool) -> None:  # noqa: FBT001 - a column of the table
    """`allow` of `[file]` is a list of tables with a code and a reason, for the schema as for the loader."""
    data = {"file": {"allow": allow}}
    assert (VALIDATOR.is_valid(data), refused(data) == []) == (right, right)


@pytest.mark.parametrize("seats", [1, 40, 0, -2])
def test_a_seat_is_one_at_least(seats: int) -> None:
    """No seat and less than none are refused by the schema as by the loader."""
    data = {"body": [{"id": "a", "name": "A", "members": [{"id": "b", "seats": seats}]}]}
    assert (VALIDATOR.is_valid(data), refused(data) == []) == (seats > 0, seats > 0)


@pytest.mark.parametrize("value", ["2022-02-30", "0000", "2022/2021"])
def test_only_check_knows_the_calendar(value: str) -> None:
    """A day that there is not has the shape of a date: the schema takes it, the loader does not."""
    data = {"area": [{"id": "a", "name": "A", "start_date": value}]}
    assert VALIDATOR.is_valid(data)
    assert refused(data) == ["wrong-date"]


def test_only_check_tells_a_whole_number_from_a_decimal() -> None:
    """`1.0` is a whole number in JSON: the schema takes it, the loader does not."""
    data = {"area": [{"id": "a", "name": "A", "order": 1.0}]}
    assert VALIDATOR.is_valid(data)
    assert refused(data) == ["wrong-type"]


def test_an_unquoted_date_is_refused_where_a_validator_can_see_it() -> None:
    """A date of TOML is no text for a validator that reads TOML, as it is none for the loader."""
    data = {"area": [{"id": "a", "name": "A", "start_date": dt.date(2022, 2, 24)}]}
    assert not VALIDATOR.is_valid(data)
    assert refused(data) == ["wrong-type"]


def test_the_schema_has_every_key_with_meaning_and_examples() -> None:
    """Each key of each kind is in the schema and explains itself, and its examples are as the schema says."""
    Draft7Validator.check_schema(SCHEMA)
    assert list(SCHEMA["properties"]) == ["file", *KINDS]
    for kind in KINDS:
        properties = SCHEMA["properties"][kind]["items"]["properties"]
        assert list(properties) == [*keys_of(kind), *relations_of(kind)]
        for name, reference in properties.items():
            key = SCHEMA["definitions"][reference["$ref"].removeprefix("#/definitions/")]
            assert key["description"], name
            for example in key["examples"]:
                told = Draft7Validator({"definitions": SCHEMA["definitions"], **key}).iter_errors(example)
                assert [each.message for each in told] == [], name


def test_every_part_of_a_relation_is_explained() -> None:
    """Each key inside the inline table of a relation has its meaning and an example that the schema takes."""
    for name in (*RELATIONS, *INVERSES):
        table = SCHEMA["definitions"][f"relation-{name}"]["anyOf"][1]["items"]["anyOf"][1]
        for part, schema in table["properties"].items():
            assert schema["description"], (name, part)
            validator = Draft7Validator({"definitions": SCHEMA["definitions"], **schema})
            assert [validator.is_valid(each) for each in schema["examples"]] == [True], (name, part)


@given(st.data())
def test_the_rules_take_whatever_the_loader_takes(data: st.DataObject) -> None:
    """With another value at any place the rules between records end, whatever was left out as wrong."""
    name = data.draw(st.sampled_from(sorted(SMALL)))
    steps = data.draw(st.sampled_from(PLACES[name]))
    changed = replaced(SMALL[name], steps, data.draw(st.one_of(VALUES, st.sampled_from(sorted(IDS[name])))))
    tables, report = Tables(), Report()
    read_tables(0, "model.toml", changed, tables, report)
    entities = check_ids(tables, report)
    check_rules(tables, entities, report)
    assert all(finding.mistake.code in CODES for finding in report.findings)

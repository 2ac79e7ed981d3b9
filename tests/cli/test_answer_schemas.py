"""The JSON Schemas of the commands' JSON: all that a command writes is in its schema, and none has keys that it lacks."""

import argparse
import json
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.borough import ALDERMERE
from tiers.model import Graph, bundled, load
from tiers.model.cache.views import forest_of
from tiers.model.views import VIEWS
from tiers.tui.cli import commands
from tiers.tui.cli.table import COMMANDS
from tiers.tui.printing import Subtree, written
from tiers.tui.printing.answers import record
from tiers.tui.printing.schemas import VERSION, WRITERS, schema_of
from tiers.tui.printing.tree.fields import FIELDS

from .conftest import PLACE, Answer, Tiers

GOLDEN = Path(__file__).parent.parent / "golden"
MODELS = {"bundled": Path(bundled()), "borough": ALDERMERE, "place": PLACE}
ASKED: dict[str, tuple[tuple[str, ...], ...]] = {
    "search": (("board",), ("council", "--limit", "500")),
    "who": (
        ("frailty",),
        ("zebra",),
        ("Better Care Fund",),
        ("NHS dentistry",),
        ("hospital parking",),
        ("--raise", "frailty"),
        ("--raise", "dentistry"),
    ),
    "matters": ((),),
    "gaps": ((), ("--older-than", "2026")),
    "path": (("Ex Council", "ex-frailty"), ("harrow", "harrow-council"), ("ferry", "s75-board")),
    "diff": (("2021", "2022-02-22"), ("2022", "2024-12-31"), ("path:{model}", "path:{model}")),
    "compare": (
        ("ex", "ex", "--as-of", "2021,2022-02-22"),
        ("aldermere", "brackwater"),
        ("harrow", "hf-icp"),
    ),
    "timeline": ((),),
    "glossary": ((), ("ICP",)),
    "check": ((), ("--coverage",)),
    "cache": ((), ("--model", "{model}", "--clear")),
}
"""By command, what it is asked of each of the three models; where a model lacks what is named, nothing is written."""


def closed(schema: Any) -> Any:
    """Return a schema that allows no key which it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: closed(each) for key, each in schema.items()}
    return {**found, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else found


@cache
def validator(command: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(closed(schema_of(command)))


def mistakes(command: str, value: Any) -> list[str]:
    """Return what of a value is not as the schema of a command says, with where it is."""
    return [
        f"{'/'.join(map(str, each.absolute_path))}: {each.message[:80]} … {each.message[-120:]}"
        for error in validator(command).iter_errors(value)
        for each in (error.context or [error])
    ]


def closings(schema: Any) -> Iterator[bool]:
    """Yield for each object of a closed schema with keys of its own that it is closed."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema["additionalProperties"] is False
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            yield from closings(each)


@pytest.mark.parametrize("command", WRITERS)
def test_the_schema_of_a_command_is_one(tiers: Tiers, command: str) -> None:
    """`tiers schema --of COMMAND` writes a JSON Schema with its version; a reader may meet keys that it does not name."""
    answer = tiers("schema", "--of", command)
    assert (answer.status, answer.err) == (0, "")
    schema = json.loads(answer.out)
    assert schema == schema_of(command)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$id"] == f"urn:tiers:json:{command}:{VERSION}"
    assert "additionalProperties" not in answer.out
    assert all(closings(closed(schema)))


def test_every_command_that_writes_json_has_a_schema() -> None:
    """The commands with `--json` are those with a schema."""
    found = []
    for name in COMMANDS:
        parser = argparse.ArgumentParser(add_help=False)
        import_module(f"{commands.__name__}.{name}").add_options(parser)
        if "--json" in parser.format_usage():
            found.append(name)
    assert sorted(found) == sorted(WRITERS)


def test_no_other_command_has_a_schema(tiers: Tiers) -> None:
    """A command without JSON is refused, and the others are named."""
    assert tiers("schema", "--of", "open") == Answer(
        2,
        "",
        f"error: `--of` cannot be `open`; it is one of {', '.join(f'`{each}`' for each in WRITERS)}\n",
    )


def test_a_key_that_the_schema_lacks_is_caught() -> None:
    """A new key of an answer that its schema does not name fails these tests."""
    record = json.loads((GOLDEN / "place.matters.json").read_text("utf-8"))
    assert mistakes("matters", record) == []
    record[0]["novel"] = 1
    (told,) = mistakes("matters", record)
    assert "'novel' was unexpected" in told


def test_every_golden_answer_is_as_its_schema_says() -> None:
    """Each JSON file among the golden ones is valid, a line of JSONL too."""
    commands_of = {"raise": "who"}
    checked = 0
    for path in sorted(GOLDEN.rglob("*.json*")):
        text = path.read_text("utf-8")
        if path.parent.name == "aldermere":
            command = path.name.partition("-")[0].partition(".")[0]
        else:
            asked = path.name.split(".")[1]
            command = commands_of.get(asked, asked if asked in WRITERS else "print")
        values = list(map(json.loads, text.splitlines())) if path.suffix == ".jsonl" else [json.loads(text)]
        for value in values:
            assert mistakes(command, value) == [], path.name
            checked += 1
    assert checked > 50


@pytest.mark.parametrize("model", MODELS)
def test_every_answer_is_as_its_schema_says(
    tiers: Tiers, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    """What each command writes about three models is valid; of the small ones at a date too."""
    monkeypatch.setenv("TIERS_MODEL", str(MODELS[model]))
    for command, questions in ASKED.items():
        answers = 0
        for words in questions:
            filled = [word.format(model=MODELS[model]) for word in words]
            dated = model == "bundled" or command in {"check", "diff", "cache"} or "--as-of" in words
            for at in ((),) if dated else ((), ("--as-of", "2023-04-15")):
                out = tiers(command, *filled, *at, "--json").out
                if out:
                    assert mistakes(command, json.loads(out)) == [], words
                    answers += 1
        assert answers, command


@cache
def graph_of(model: str) -> Graph:
    return load(MODELS[model])


@pytest.mark.parametrize("model", MODELS)
def test_every_entity_is_as_the_schema_of_show_says(model: str) -> None:
    """`show` of the entities of three models is valid; of the bundled one every fifth is tried."""
    graph = graph_of(model)
    for each in list(graph)[:: 5 if model == "bundled" else 1]:
        value = json.loads("".join(record.write(graph, each)))
        assert mistakes("show", value) == [], each


@pytest.mark.parametrize("model", MODELS)
def test_every_view_is_as_the_schema_of_print_says(model: str) -> None:
    """Each view of three models is valid in `json` and each line in `jsonl`, of the small ones with all fields and sources."""
    graph, small = graph_of(model), model != "bundled"
    for name, view in VIEWS.items():
        subtree = Subtree(graph, forest_of(graph, view)).but(fields=FIELDS if small else (), sources=small)
        assert mistakes("print", json.loads("".join(written(subtree, "json")))) == [], name
        lines = list(written(subtree, "jsonl"))
        for line in lines[:: 1 if small else 10]:
            assert mistakes("print", json.loads(line)) == [], name

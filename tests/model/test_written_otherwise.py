"""No answer depends on how a model is written: a relation at its other end, in either form, says the same."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
import tomli

from tests.cli.borough import ALDERMERE
from tiers.model import Graph, bundled, load
from tiers.model.answers.who import who
from tiers.model.facts.functions import IN_HAND, functions_named
from tiers.model.facts.holding import NOW, is_planned, state_of
from tiers.model.format import INVERSES, PROVENANCE
from tiers.model.loading import load_texts

from .test_borough import told_of

_PROVENANCE = tuple(key.name for key in PROVENANCE)

Tables = dict[str, list[dict[str, Any]]]


def _model() -> Tables:
    """Return the tables of Aldermere by kind."""
    tables: Tables = {}
    for path in sorted(ALDERMERE.glob("*.toml")):
        for kind, found in tomli.loads(path.read_text(encoding="utf-8")).items():
            assert kind != "file"
            tables.setdefault(kind, []).extend(found)
    return tables


def _written(tables: Tables) -> Graph:
    text = "".join(
        f"[[{kind}]]\n" + "".join(f"{key} = {_value(value)}\n" for key, value in table.items())
        for kind, found in tables.items()
        for table in found
    )
    return load_texts({"model.toml": text.encode()})


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_value(each)}' for key, each in value.items())} }}"
    return json.dumps(value, ensure_ascii=False)


def _entries(value: Any, end: str) -> list[dict[str, Any]]:
    """Return a relation key as inline tables, however it is written."""
    found = value if isinstance(value, list) else [value]
    return [each if isinstance(each, dict) else {end: each} for each in found]


def _moved(tables: Tables, key: str, there: str, ends: tuple[str, str]) -> int:
    """Write every relation of a key at its other end, with the sources it had from around it; return how many moved."""
    here, other = ends
    by_id = {table["id"]: table for found in tables.values() for table in found}
    moved = 0
    for table in by_id.values():
        stays = []
        for entry in _entries(table.pop(key, []), here):
            target = by_id.get(entry[here])
            if target is None:
                stays.append(entry)
                continue
            around = {name: table[name] for name in _PROVENANCE if name in table}
            grounds = {name: entry[name] for name in _PROVENANCE if name in entry}
            if "sources" not in grounds:
                grounds = ({} if not grounds else {"note": ""}) | around | grounds
            details = {name: each for name, each in entry.items() if name != here}
            written = {
                other: table["id"],
                **details,
                **{name: each for name, each in grounds.items() if each},
            }
            target[there] = [*_entries(target.get(there, []), other), written]
            moved += 1
        if stays:
            table[key] = stays
    return moved


@pytest.mark.parametrize(
    ("key", "there", "ends"),
    [
        pytest.param(*each, id=each[0])
        for back, kind in INVERSES.items()
        for each in ((kind.name, back, ("to", "id")), (back, kind.name, ("id", "to")))
    ],
)
def test_no_answer_changes_with_the_end_at_which_a_kind_of_relation_is_written(
    key: str, there: str, ends: tuple[str, str]
) -> None:
    """All relations of a key, written at the other end with the sources that they had, leave every line as it was."""
    tables = _model()
    if _moved(tables, key, there, ends):  # no model of this size has a relation of every key
        assert told_of(_written(tables)) == told_of(_written(_model()))


def test_most_of_them_are_tried() -> None:
    """The model has relations enough of the keys that can be written at the other end."""
    keys = [(kind.name, back, ("to", "id")) for back, kind in INVERSES.items()]
    keys += [(back, name, ("id", "to")) for name, back, _ in keys]
    moved = {key: _moved(_model(), key, there, ends) for key, there, ends in keys}
    assert sum(moved.values()) > 40
    assert sum(map(bool, moved.values())) > 6


@pytest.mark.parametrize("path", [bundled(), ALDERMERE], ids=["bundled", "aldermere"])
def test_every_function_named_anywhere_is_found_by_who(path: str) -> None:
    """Whoever a relation of any kind names with a function is told where `who` is asked for the function by its name."""
    graph = load(path)
    named: dict[str, set[str]] = {}
    for borne in graph.relations_by_subject():
        for relation in borne:
            pairs = [(holder, function) for holder, function, _ in functions_named(relation)]
            if relation.kind == IN_HAND:
                pairs.append((relation.subject, relation.object))
            for holder, function in pairs:
                if {holder, function} <= set(graph) and state_of(graph, relation)[0] == NOW:
                    named.setdefault(function, set()).add(holder)
    assert len(named) > 10
    for function, holders in named.items():
        answer = who(graph, graph.name(function))
        told = {each.id for chain in answer.chains for each in chain.holdings}
        told |= {each.id for chain in answer.chains for each in chain.steps}
        lost = {each for each in holders - told if graph.shown(each) and not is_planned(graph, each)}
        assert not lost, (function, answer.verdict)

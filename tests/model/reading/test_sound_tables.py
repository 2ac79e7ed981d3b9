"""Tables without a mistake are read in a quick way, which makes the same records as the exact one that reports mistakes."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli

import tiers.data
from tests.model.reading.mistakes import Entry, entries
from tiers.model.reading.references import Tables
from tiers.model.reading.report import Finding, Report
from tiers.model.reading.sound_entity import SoundTables
from tiers.model.reading.tables import read_tables

HERE = Path(__file__).parent
FILES = [
    *sorted(Path(str(tiers.data.__file__)).parent.glob("*.toml")),
    *sorted((HERE.parent).glob("*.toml")),
    *sorted((HERE.parents[1] / "models").glob("*.toml")),
]

ODD: tuple[Any, ...] = (
    0,
    -3,
    2**64,
    1.5,
    float("inf"),
    True,
    "",
    " ",
    "x",
    "X y",
    "unknown",
    "none",
    "not_stated",
    "a\u0007b",
    "e" + "\u0301" * 40,
    "2021-13",
    "2021-02",
    "a#b",
    "a#b.c",
    [],
    [0],
    ["x", "unknown"],
    ["x#y", "x"],
    [["x"]],
    {},
    {"x": "y"},
    [{}],
    [{"x": "y"}],
    [{"to": "x"}, {"to": "x", "basis": "stated"}],
    [{"id": "unknown", "basis": "inferred", "note": "n", "as_at": "2021", "sources": ["x#y"]}],
    [{"value": "x", "start_date": "unknown", "end_date": "2021"}],
)
"""Values that may be right for one key and are wrong for most."""

ODD_INSIDE: tuple[Any, ...] = (
    0,
    True,
    "",
    "x",
    "X y",
    "unknown",
    "2021-13",
    "2021-02",
    [],
    ["x"],
    {"x": "y"},
)
"""Fewer of them, for the values inside others."""


def read(data: Mapping[str, Any]) -> tuple[dict[str, object], list[tuple[object, ...]]]:
    """Return everything that is read of a file, and every finding."""
    tables, report = Tables(), Report()
    evidence = read_tables(0, "m.toml", dict(data), tables, report)
    found: dict[str, object] = {
        "evidence": evidence,
        "entities": [
            (each, list(each.values), each.file, each.index, place) for each, place in tables.entities
        ],
        "relations": list(zip(tables.relations, tables.relation_places, strict=True)),
        "references": tables.references,
        "citations": tables.citations,
        "ends": tables.ends,
        "left out": (tables.partial, tables.unread),
    }
    return found, list(map(_told, report.findings))


def _told(finding: Finding) -> tuple[object, ...]:
    mistake = finding.mistake
    shown = mistake.code, mistake.message, mistake.hint, mistake.severity
    return finding.place, finding.part, shown, finding.other, finding.named


def read_exactly(data: Mapping[str, Any]) -> tuple[dict[str, object], list[tuple[object, ...]]]:
    """Return the same where no table is read in the quick way."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SoundTables, "read", lambda *_: False)
        return read(data)


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.name)
def test_a_file_is_read_alike_in_both_ways(file: Path) -> None:
    """All its entities, relations, references and citations are the same, with their places and in their order."""
    data = tomli.loads(file.read_text(encoding="utf-8"))
    assert read(data) == read_exactly(data)


@pytest.mark.parametrize("entry", entries(), ids=lambda each: each.title)
def test_a_mistake_is_found_alike_in_both_ways(entry: Entry) -> None:
    """The quick and the exact way to read tables find the same mistakes, also in the middle of a table, and read the same."""
    for text in (*entry.wrong.values(), *entry.right.values()):
        try:
            data = tomli.loads(text)
        except ValueError:
            continue
        assert read(data) == read_exactly(data)


def changed(value: Any, odd: Iterable[Any] = ODD) -> Iterator[Any]:
    """Yield odd values in place of a value, and some in place of each value inside it, of a list the first."""
    yield from odd
    if isinstance(value, dict):
        for key, each in value.items():
            for other in changed(each, ODD_INSIDE):
                yield {**value, key: other}
    elif isinstance(value, list):
        for other in changed(value[0], ODD_INSIDE):
            yield [other, *value[1:2]]


def tables_of_each_kind() -> dict[str, dict[str, Any]]:
    """Return for each kind the table with most keys."""
    found: dict[str, dict[str, Any]] = {}
    for file in FILES:
        for kind, tables in tomli.loads(file.read_text(encoding="utf-8")).items():
            if kind != "file":
                found[kind] = max((found.get(kind, {}), *tables), key=len)
    return found


@pytest.mark.parametrize(("kind", "table"), tables_of_each_kind().items(), ids=lambda each: str(each)[:20])
def test_any_value_is_read_alike_in_both_ways(kind: str, table: dict[str, Any]) -> None:
    """Whatever stands at a key, at a key inside its value, or is missing there."""
    for key, value in table.items():
        for other in changed(value):
            data = {kind: [{**table, key: other}, {"id": "next", "name": "Next"}]}
            assert read(data) == read_exactly(data)
        data = {kind: [{name: each for name, each in table.items() if name != key}]}
        assert read(data) == read_exactly(data)


def test_nearly_all_tables_are_read_in_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the bundled model every one."""
    quick: list[bool] = []
    one = SoundTables.read

    def counted(self: SoundTables, index: int, table: dict[str, Any]) -> bool:
        quick.append(one(self, index, table))
        return quick[-1]

    monkeypatch.setattr(SoundTables, "read", counted)
    for file in Path(str(tiers.data.__file__)).parent.rglob("*.toml"):
        read(tomli.loads(file.read_text(encoding="utf-8")))
    assert len(quick) > 500
    assert all(quick)

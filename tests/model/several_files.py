"""Models of several files drawn by Hypothesis: the tables of the models of the tests, dealt to files and changed by chance."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
import tomli
from hypothesis import strategies as st

MODELS = Path(__file__).parents[1] / "models"
_SOURCES = ("place.toml", "calder.toml", "time.toml", "tarnbeck.toml", "aldermere")

_CODED = ("organisation", "body", "source", "function", "partnership")

Table = dict[str, Any]
File = dict[str, Any]


def _inline(value: Any) -> str:
    """Return a value as TOML."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(key)} = {_inline(each)}' for key, each in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value, ensure_ascii=False)


def as_toml(file: File) -> str:
    """Return a file as TOML."""
    lines: list[str] = []
    for kind, tables in file.items():
        for table in tables if isinstance(tables, list) else (tables,):
            lines.append(f"[[{kind}]]" if isinstance(tables, list) else f"[{kind}]")
            lines += [f"{json.dumps(key)} = {_inline(value)}" for key, value in table.items()]
    return "\n".join(lines) + "\n"


def _tables(name: str) -> Iterator[tuple[str, Table]]:
    path = MODELS / name
    for each in sorted(path.rglob("*.toml")) if path.is_dir() else (path,):
        for kind, tables in tomli.loads(each.read_text(encoding="utf-8")).items():
            if kind != "file":
                yield from ((kind, table) for table in tables)


def dealt(name: str, count: int) -> dict[str, str]:
    """Return a test model in a number of files; its tables are dealt to them in turn."""
    files: list[File] = [{} for _ in range(count)]
    for number, (kind, table) in enumerate(_tables(name)):
        files[number % count].setdefault(kind, []).append(table)
    return {f"{letter}.toml": as_toml(each) for letter, each in zip("abcdefgh", files, strict=False)}


def count_parsing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that takes the first line of each file that is parsed from now on."""
    counted: list[str] = []
    loads = tomli.loads

    def counting(text: str) -> dict[str, object]:
        counted.append(text.partition("\n")[0])
        return loads(text)

    monkeypatch.setattr(tomli, "loads", counting)
    return counted


@st.composite
def models(draw: st.DrawFn) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Draw the files of a model, and the same with one of them changed; some have mistakes."""
    chance = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - chance that can be repeated
    every = list(_tables(draw(st.sampled_from(_SOURCES))))
    bodies = [(number, each) for number, each in enumerate(every) if each[0] in _CODED]
    for number, (kind, table) in chance.sample(bodies, min(len(bodies), draw(st.integers(0, 4)))):
        code = {"identifiers": [{"identifier": f"X{number}", "scheme": "ODS"}]}
        every[number] = kind, {**table, **code}
        twin = {key: value for key, value in table.items() if chance.random() < 0.5}
        every.append((kind, {**twin, **code, "id": f"{table['id']}-twin", "name": "Twin"}))
    names = [f"{each}.toml" for each in "abc"[: draw(st.integers(2, 3))]]
    files: dict[str, File] = {each: {} for each in names}
    for kind, table in every:
        files[chance.choice(names)].setdefault(kind, []).append(table)
    before = {name: as_toml(each) for name, each in files.items()}
    changed = chance.choice(names)
    for _ in range(draw(st.integers(1, 4))):
        _change(files[changed], chance)
    return before, {**before, changed: as_toml(files[changed])}


def _change(file: File, chance: Random) -> None:
    """Change something in a file: take out a table, a key, an entry of a list, or write one of these twice or otherwise."""
    tables = [(kind, number) for kind, each in file.items() for number in range(len(each))]
    if not tables:
        return
    kind, number = chance.choice(tables)
    table = file[kind][number] = dict(file[kind][number])
    how = chance.choice((0, 1, 1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 7))
    keys = [each for each in table if each not in {"id", "name"}]
    if how == 0:
        del file[kind][number]
    elif how == 1:
        file[kind].insert(chance.randrange(len(file[kind]) + 1), {**table, "id": f"{table['id']}-again"})
    elif how == 2:
        table["name"] = f"{table['name'] if isinstance(table['name'], str) else 'It'} anew"
    elif how == 3 and keys:
        del table[chance.choice(keys)]
    elif how == 4 and keys:
        other = chance.choice(chance.choice([each for each in file.values() if each]))
        key = chance.choice(keys)
        table[key] = other.get(key, table[key])
    elif how == 5:
        chance.shuffle(file[kind])
    elif how == 6:
        table["id"] = f"{table['id']}x"
    else:
        lists = [each for each in keys if isinstance(table[each], list) and table[each]]
        if lists:
            key = chance.choice(lists)
            table[key] = [each for each in table[key] if each is not chance.choice(table[key])]

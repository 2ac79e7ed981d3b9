"""Writes tables as TOML: short lists on one line, longer ones with one entry a line."""

from collections.abc import Mapping, Sequence

from ..toml_text import INDENT, inline_text, value_text
from .levels import SYSTEM, level_of
from .table import REGIONS_FILE, SOURCES_FILE, Data, Item, Table

_WIDTH = 110
"""The width up to which a list is written on one line."""


def data_text(key: str, data: Data) -> str:
    """Return a value as TOML."""
    if isinstance(data, str):
        return value_text(data)
    if isinstance(data, Mapping):
        return item_text(data)
    items = [item_text(each) for each in data]
    line = f"[{', '.join(items)}]"
    if len(items) == 1 or len(key) + len(line) <= _WIDTH or isinstance(data[0], str):
        return line
    return "[\n" + "".join(f"{INDENT}{each},\n" for each in items) + "]"


def item_text(item: Item | Mapping[str, str | list[str]]) -> str:
    """Return one entry of a list as TOML."""
    if isinstance(item, str):
        return value_text(item)
    return inline_text(
        {
            key: value_text(value) if isinstance(value, str) else f"[{', '.join(map(value_text, value))}]"
            for key, value in item.items()
        }
    )


def table_text(table: Table) -> str:
    """Return a whole table as TOML."""
    lines = (f"{key} = {data_text(key, value)}\n" for key, value in table.values.items())
    return f'[[{table.kind}]]\nid = "{table.id}"\n{"".join(lines)}'


def file_text(name: str, tables: Sequence[Table], texts: Sequence[str]) -> str:
    """Return a new file with tables and their texts, below a comment that describes it."""
    own = next((each for each in tables if level_of(each.id) == SYSTEM), None)
    if name == SOURCES_FILE:
        head = "The official lists of open general practices that the other files are made from"
    elif name == REGIONS_FILE:
        head = "England and the regions of NHS England"
    else:
        head = f"{_name(own) if own else name}, with its primary care networks and general practices"
    lines = (
        f"# {head}\n"
        "# Made by `tiers import registered-practices`. What is added or changed here by hand stays when a later list is imported.\n"
    )
    return "\n".join((lines, *texts))


def _name(table: Table) -> str:
    name = table.values["name"]
    if isinstance(name, str):
        return name
    last = name[-1] if isinstance(name, list) else ""
    return str(last["value"]) if isinstance(last, dict) else ""

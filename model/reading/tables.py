"""Reads all tables of one file, and the sources in its `[file]` table."""

from typing import Any

from ..format import KINDS, STATED
from ..format.keys import SOURCES
from ..format.kinds import FORMER
from ..format.records import Evidence
from .entity import EntityTable
from .references import Tables
from .report import KEY, Place, Report
from .values import read_citations, safe_key, shown


def read_tables(number: int, name: str, data: dict[str, Any], tables: Tables, report: Report) -> Evidence:
    """Read every table of one file, and return the evidence that the file gives to what has none of its own.

    Args:
        number: The file's number in the model.
        name: The file as the author named it.
        data: The parsed TOML.
        tables: Takes entities, relations and references.
        report: Takes the findings.
    """
    top: Place = (None, number)
    inherited = _read_head(data.get("file"), (top, "file"), tables, report)
    for kind, raw in data.items():
        if kind == "file":
            continue
        if kind not in KINDS:
            report.add(
                "unknown-table",
                f"there is no kind `{safe_key(kind)}`",
                (top, kind),
                part=KEY,
                hint=f"write `[[{FORMER[kind]}]]`" if kind in FORMER else "",
                meant=kind,
                among=(*KINDS, "file"),
            )
        elif type(raw) is not list or not all(type(each) is dict for each in raw):
            report.add(
                "wrong-type",
                f"`{kind}` wants a list of tables, not {shown(raw)}",
                (top, kind),
                part=KEY,
                hint=f"write `[[{kind}]]`",
            )
        else:
            for index, table in enumerate(raw):
                entity = EntityTable(kind, name, index, ((top, kind), index), inherited, tables, report)
                entity.read(table)
    return inherited


def _read_head(raw: Any, place: Place, tables: Tables, report: Report) -> Evidence:
    """Return the evidence that the `[file]` table gives to all entities of the file."""
    if raw is None:
        return Evidence()
    if type(raw) is not dict:
        report.add(
            "wrong-type", f"`file` wants a table, not {shown(raw)}", place, part=KEY, hint="write `[file]`"
        )
        return Evidence()
    for key in raw:
        if key != "sources":
            report.add(
                "unknown-key",
                f"`file` has no key `{safe_key(key)}`",
                (place, key),
                part=KEY,
                meant=key,
                among=("sources",),
            )
    if "sources" not in raw:
        return Evidence()
    found = read_citations(SOURCES, raw["sources"], (place, "sources"), report)
    tables.citations.extend(found)
    return Evidence(STATED, tuple(citation for citation, _ in found))

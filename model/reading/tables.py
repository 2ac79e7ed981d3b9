"""Reads all tables of one file, and the sources in its `[file]` table."""

from typing import Any

from ..format import KINDS, STATED
from ..format.keys import ALLOW, SOURCES
from ..format.records import Evidence
from .citations import read_citations
from .entity import EntityTable
from .quoting import safe_key, shown
from .references import Tables
from .report import KEY, Allowance, Place, Report, steps_of
from .shared_records import SharedRecords
from .sound_entity import SoundTables
from .values import read_table


def read_tables(number: int, name: str, data: dict[str, Any], tables: Tables, report: Report) -> Evidence:
    """Read every table of one file, and return the evidence of the file, which counts where a table has none.

    Args:
        number: The file's number in the model.
        name: The file as the author named it.
        data: The parsed TOML.
        tables: Receives entities, relations and references.
        report: Receives the findings.
    """
    top: Place = (None, number)
    inherited = _read_head(data.get("file"), (top, "file"), tables, report)
    tables.note_end()
    shared = SharedRecords(tables.citations)
    for kind, raw in data.items():
        if kind == "file":
            continue
        if kind not in KINDS:
            from .hints import table_hint  # noqa: PLC0415 - only a mistake pays for it

            report.add(
                "unknown-table",
                f"there is no kind `{safe_key(kind)}`",
                (top, kind),
                part=KEY,
                hint=table_hint(kind),
                meant=kind,
                among=(*KINDS, "file"),
                otherwise="`tiers help model` has every kind",
            )
            _note_ids(raw, tables)
        elif type(raw) is not list or not all(type(each) is dict for each in raw):
            report.add(
                "wrong-type",
                f"`{kind}` wants a list of tables, not {shown(raw)}",
                (top, kind),
                part=KEY,
                hint=f"write `[[{kind}]]`",
            )
            _note_ids(raw, tables)
        else:
            place = (top, kind)
            sound = SoundTables(kind, name, place, inherited, tables, shared)
            for index, table in enumerate(raw):
                if not sound.read(index, table):
                    EntityTable(kind, name, index, (place, index), inherited, tables, report).read(table)
                tables.note_end()
    return inherited


def _note_ids(raw: Any, tables: Tables) -> None:
    """Note the ids in tables of an unknown kind, which are not read."""
    for table in raw if type(raw) is list else (raw,):
        if type(table) is dict and type(table.get("id")) is str:
            tables.unread.add(table["id"])


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
        if key == ALLOW.name:
            _read_allow(raw[key], (place, key), report)
        elif key != SOURCES.name:
            report.add(
                "unknown-key",
                f"`file` has no key `{safe_key(key)}`",
                (place, key),
                part=KEY,
                meant=key,
                among=(SOURCES.name, ALLOW.name),
            )
    if "sources" not in raw:
        return Evidence()
    found = read_citations(SOURCES, raw["sources"], (place, "sources"), report)
    tables.citations.extend(found)
    return Evidence(STATED, tuple(citation for citation, _ in found))


def _read_allow(raw: Any, place: Place, report: Report) -> None:
    """Note the warnings that a file allows, each with its reason."""
    if type(raw) is not list or not all(type(each) is dict for each in raw):
        report.add(
            "wrong-type",
            f"`{ALLOW.name}` wants a list of tables, not {shown(raw) if type(raw) is not list else 'a list of other things'}",
            place,
            hint=f"write `{ALLOW.name} = [{ALLOW.example}]`",
        )
        return
    file = steps_of(place)[0]
    parts = {part.name: part for part in ALLOW.parts}
    for number, each in enumerate(raw):
        read = read_table(parts, each, (place, number), report, f"`{ALLOW.name}`")
        if isinstance(read.get("code"), str) and "reason" in read:
            report.allowed.setdefault((file, str(read["code"])), Allowance((place, number)))

"""Parses and checks the files of a model: returns its entities and relations, or all mistakes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import tomli

from ..format.errors import ERROR, Mistake
from ..format.excerpt import Excerpt
from ..format.records import Entity, Relation
from . import consistency
from .files import decode
from .joining import join_relations
from .one_entity import join_by_code
from .parsing_ahead import parsed_ahead
from .references import Tables
from .report import Finding, Place, Report, steps_of
from .rings import check_changes, check_rings
from .tables import read_tables

Take = Callable[[str, Tables], object]
"""Takes the name of a file and the tables read from it, before they are joined with those of other files."""

Contents = tuple[Mapping[str, Entity], Sequence[Relation]]
"""The entities of a model by id, and its relations."""

ENTITY_LIMIT = 2_000_000
"""How many entities a model may have: this many take 3 GB of memory and half a minute, both in proportion to their number."""


def build(
    files: Sequence[tuple[str, bytes]],
    mistakes: list[Mistake],
    *,
    rules: bool = False,
    take: Take | None = None,
) -> tuple[Contents | None, int]:
    """Return the entities and relations of files, or `None` if they have errors; and the number of files parsed.

    Args:
        files: The name and the bytes of each file.
        mistakes: The mistakes found so far; new ones are added, and all are sorted by file, line and column.
        rules: Whether to warn about suspicious combinations of records as well.
        take: Is called with the tables of each file, until one has a mistake.
    """
    tables, report = Tables(), Report()
    read = _read_files(files, mistakes, tables, report, take)
    names = [name for name, _ in read]
    entities = consistency.check_ids(tables, report)
    entities = join_by_code(tables, entities)
    consistency.suggest_ids(report, entities)
    relations: Sequence[Relation] = tables.relations
    if not mistakes:  # a missing id may be defined in a file that could not be read
        consistency.check_references(tables.references, entities, tables.unread, report)
        consistency.check_citations(tables, entities, report)
        check_rings(tables, report)
        check_changes(tables, report)
        relations = join_relations(tables, report)
        if rules:
            _check_rules(tables, entities, report)
    if not entities and not mistakes and not report.findings:
        where = names[0] if len(names) == 1 else ""
        hint = "`tiers help model` tells how one is written"
        mistakes.append(Mistake("no-entities", "the model has no entities", where, hint=hint))
    if report.findings:
        mistakes.extend(_with_places(report.findings, read))
    order = {name: number for number, name in enumerate(names)}
    mistakes.sort(key=lambda each: (order.get(each.file, -1), each.line or 0, each.column or 0))
    mistakes.extend(report.rest())
    wrong = any(mistake.severity == ERROR for mistake in mistakes)
    return None if wrong else (entities, relations), len(names)


def _read_files(
    files: Sequence[tuple[str, bytes]],
    mistakes: list[Mistake],
    tables: Tables,
    report: Report,
    take: Take | None,
) -> list[tuple[str, bytes]]:
    """Read the tables of all files; return the name and the bytes of each file that is TOML."""
    read: list[tuple[str, bytes]] = []
    with parsed_ahead(files) as ahead:
        for number, (name, data) in enumerate(files):
            is_too_much = _has_too_many(data, tables)
            parsed = None if is_too_much else ahead.take(number) or _parse(data, name, mistakes)
            if parsed is not None:
                own = Tables()
                read_tables(len(read), name, parsed, own, report)
                if take is not None and not mistakes and not report.has_errors():
                    take(name, own)
                tables.take(own)
                read.append((name, data))
            if is_too_much or len(tables.entities) > ENTITY_LIMIT:
                message = f"with this file the model has more than {ENTITY_LIMIT:,} entities"
                hint = "split the model into several, each with what is looked at together"
                mistakes.append(Mistake("too-many", message, name, hint=hint))
                break
    return read


def read_one(name: str, data: bytes) -> Tables | None:
    """Return the tables of one file; `None` if it has a mistake of its own, or too many tables."""
    mistakes: list[Mistake] = []
    tables, report = Tables(), Report()
    if _has_too_many(data, tables):
        return None
    parsed = _parse(data, name, mistakes)
    if parsed is None:
        return None
    read_tables(0, name, parsed, tables, report)
    return None if mistakes or report.has_errors() else tables


def _has_too_many(data: bytes, tables: Tables) -> bool:
    """Whether a file has more tables than a model may have entities, counted before they take memory."""
    rest = ENTITY_LIMIT - len(tables.entities)
    return data.count(b"\n[[") >= rest and len(re.findall(rb"(?m)^\[\[[\w \t]*\]\]", data)) > rest


def _check_rules(tables: Tables, entities: Mapping[str, Entity], report: Report) -> None:
    """Report the warnings of rules between records, and allowances in files that are not needed."""
    from .codes import CODES  # noqa: PLC0415 - `load` has no use for warnings
    from .rules import check_rules  # noqa: PLC0415 - as above
    from .rules.allowed import check_allowed  # noqa: PLC0415 - as above

    check_rules(tables, entities, report)
    if not report.has_errors():
        check_allowed(report, CODES)


def _parse(data: bytes, name: str, mistakes: list[Mistake]) -> dict[str, Any] | None:
    """Return the tables of a file; `None`, with a mistake added, where it is not text or not TOML."""
    text = decode(data, name, mistakes)
    if text is None:
        return None
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:  # not TOML, a number with too many digits, nesting too deep
        from .toml_mistake import toml_mistake  # noqa: PLC0415 - only a mistake pays for it

        mistakes.append(toml_mistake(text, name, error))
    return None


def _with_places(findings: list[Finding], files: Sequence[tuple[str, bytes]]) -> Iterable[Mistake]:
    """Yield the mistake of each finding, with its file, line, column and excerpts.

    Args:
        findings: The findings; each has the number of its file.
        files: The name and the bytes of each file that was read.
    """
    from .places import Places  # noqa: PLC0415 - only a mistake pays for it

    read: dict[int, Places] = {}
    kept: dict[int, set[tuple[str, int]]] = {}
    for finding in findings:
        for place in (finding.place, finding.other):
            if place is not None:
                file, steps = steps_of(place)
                kept.setdefault(file, set()).add(tuple(steps[:2]))  # type: ignore[arg-type] # a kind and a position

    def excerpt(place: Place, part: str, label: str = "") -> Excerpt | None:
        file, steps = steps_of(place)
        if file not in read:
            read[file] = Places.of(decode(files[file][1], files[file][0], []) or "", kept[file])
        span = read[file].span(steps, part)
        return None if span is None else read[file].lines.excerpt(files[file][0], span, label)

    for finding in findings:
        message = finding.mistake.message
        shown = [excerpt(finding.place, finding.part)]
        if finding.other is not None:
            other = excerpt(finding.other, finding.part, "the other one is here")
            where = f"{other.file}:{other.line}" if other else files[steps_of(finding.other)[0]][0]
            message = message.replace("{other}", where)
            shown.append(other)
        own = shown[0]
        yield finding.mistake.but(
            message=message,
            file=files[steps_of(finding.place)[0]][0],
            line=own.line if own else None,
            column=own.column if own else None,
            excerpts=tuple(each for each in shown if each is not None),
        )

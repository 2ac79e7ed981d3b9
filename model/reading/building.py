"""From the bytes of files to the entities and relations of a model and every mistake in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import tomli

from .. import consistency
from ..errors import ERROR, Mistake
from ..files import decode
from ..records import Entity, Relation
from .references import Tables
from .report import Finding, Place, Report, steps_of
from .tables import read_tables

Written = tuple[Mapping[str, Entity], Sequence[Relation]]
"""The entities of a model by id, and its relations."""


def build(files: Sequence[tuple[str, bytes]], mistakes: list[Mistake]) -> tuple[Written | None, int]:
    """Return what is written in some files, `None` where it is wrong, and how many of them were parsed.

    Args:
        files: The name and the bytes of each file.
        mistakes: What is wrong already; takes what else is, and is sorted by file, line and column.
    """
    tables, report = Tables(), Report()
    names: list[str] = []
    texts: list[str] = []
    for name, data in files:
        text = decode(data, name, mistakes)
        parsed = None if text is None else _parse(text, name, mistakes)
        if text is not None and parsed is not None:
            read_tables(len(names), name, parsed, tables, report)
            names.append(name)
            texts.append(text)
    entities = consistency.check_ids(tables, report)
    if not mistakes:  # an id that is missing may stand in the file that could not be read
        consistency.check_references(tables.references, entities, report)
        consistency.check_citations(tables, entities, report)
        places = {entity.id: place for entity, place in tables.entities}
        consistency.check_containment(tables.relations, places, report)
    if not entities and not mistakes and not report.findings:
        where = names[0] if len(names) == 1 else ""
        hint = "`docs/model.md` tells how one is written"
        mistakes.append(Mistake("no-entities", "the model has no entities", where, hint=hint))
    if report.findings:
        mistakes.extend(_placed(report.findings, names, texts))
    order = {name: number for number, name in enumerate(names)}
    mistakes.sort(key=lambda each: (order.get(each.file, -1), each.line or 0, each.column or 0))
    wrong = any(mistake.severity == ERROR for mistake in mistakes)
    return None if wrong else (entities, tables.relations), len(names)


def _parse(text: str, name: str, mistakes: list[Mistake]) -> dict[str, Any] | None:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        said = error.msg[:1].lower() + error.msg[1:]
        mistakes.append(Mistake("toml", f"this is not TOML: {said}", name, error.lineno, error.colno))
    except RecursionError:
        mistakes.append(
            Mistake(
                "toml",
                "this is nested too deeply to be read",
                name,
                hint="a model needs three levels at most",
            )
        )
    return None


def _placed(findings: list[Finding], names: list[str], texts: list[str]) -> Iterable[Mistake]:
    from ..positions import Positions  # noqa: PLC0415 - only a mistake pays for it

    positions: dict[int, Positions] = {}

    def find(place: Place, part: str) -> tuple[str, int | None, int | None]:
        file, steps = steps_of(place)
        if file not in positions:
            positions[file] = Positions.of(texts[file])
        return names[file], *positions[file].find(steps, part)

    for finding in findings:
        file, line, column = find(finding.place, finding.part)
        message = finding.mistake.message
        if finding.other is not None:
            other, other_line, _ = find(finding.other, finding.part)
            message = message.replace("{other}", f"{other}:{other_line}")
        yield attrs.evolve(finding.mistake, message=message, file=file, line=line, column=column)

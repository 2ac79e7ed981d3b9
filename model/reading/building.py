"""From the bytes of files to the entities and relations of a model and every mistake in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
import tomli

from ..format.errors import ERROR, Excerpt, Mistake
from ..format.records import Entity, Relation
from . import consistency
from .files import decode
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
    mistakes.extend(report.rest())
    wrong = any(mistake.severity == ERROR for mistake in mistakes)
    return None if wrong else (entities, tables.relations), len(names)


def _parse(text: str, name: str, mistakes: list[Mistake]) -> dict[str, Any] | None:
    try:
        return tomli.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML, a number of too many digits, nested too deeply
        from .toml_mistake import toml_mistake  # noqa: PLC0415 - only a mistake pays for it

        mistakes.append(toml_mistake(text, name, error))
    return None


def _placed(findings: list[Finding], names: list[str], texts: list[str]) -> Iterable[Mistake]:
    from .places import Places  # noqa: PLC0415 - only a mistake pays for it

    read: dict[int, Places] = {}

    def excerpt(place: Place, part: str, label: str = "") -> Excerpt | None:
        file, steps = steps_of(place)
        if file not in read:
            read[file] = Places.of(texts[file])
        span = read[file].span(steps, part)
        return None if span is None else read[file].lines.excerpt(names[file], span, label)

    for finding in findings:
        message = finding.mistake.message
        shown = [excerpt(finding.place, finding.part)]
        if finding.other is not None:
            other = excerpt(finding.other, finding.part, "the other one is here")
            where = f"{other.file}:{other.line}" if other else names[steps_of(finding.other)[0]]
            message = message.replace("{other}", where)
            shown.append(other)
        own = shown[0]
        yield attrs.evolve(
            finding.mistake,
            message=message,
            file=names[steps_of(finding.place)[0]],
            line=own.line if own else None,
            column=own.column if own else None,
            excerpts=tuple(each for each in shown if each is not None),
        )

"""From paths to a graph, or to every mistake of every file."""

import gc
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
import tomli

import tiers.data

from . import consistency
from .errors import ERROR, Mistake, ModelError
from .files import find_files, read_text
from .graph import Graph
from .reading.references import Tables
from .reading.report import Finding, Place, Report, steps_of
from .reading.tables import read_file


@attrs.frozen(eq=False)
class Reading:
    """What came of reading a model.

    Attributes:
        graph: The model; `None` when a mistake stands in its way.
        mistakes: Errors and warnings, in the order of files, lines and columns.
        files: How many files were read and parsed.
    """

    graph: Graph | None
    mistakes: tuple[Mistake, ...]
    files: int


def bundled() -> Path:
    """Return the directory of the model that comes with the package."""
    return Path(tiers.data.__file__).parent


def load(*paths: str | os.PathLike[str]) -> Graph:
    """Return the model in files and directories, merged; without paths the bundled one.

    Raises:
        ModelError: The files have mistakes; it bears all of them.
    """
    reading = read_model(paths or (bundled(),))
    if reading.graph is None:
        raise ModelError(mistake for mistake in reading.mistakes if mistake.severity == ERROR)
    return reading.graph


def read_model(paths: Iterable[str | os.PathLike[str]]) -> Reading:
    """Read the model in files and directories and say all that is wrong with it."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _read(paths)
    finally:
        if collecting:
            gc.enable()


def _read(paths: Iterable[str | os.PathLike[str]]) -> Reading:
    mistakes: list[Mistake] = []
    tables, report = Tables(), Report()
    names: list[str] = []
    texts: list[str] = []
    for path in find_files(paths, mistakes):
        text = read_text(path, mistakes)
        data = None if text is None else _parse(text, str(path), mistakes)
        if text is None or data is None:
            continue
        read_file(len(names), str(path), data, tables, report)
        names.append(str(path))
        texts.append(text)
    entities = consistency.check_ids(tables, report)
    if not mistakes:  # an id that is missing may stand in the file that could not be read
        consistency.check_references(tables.references, entities, report)
        consistency.check_citations(tables, entities, report)
        consistency.check_containment(
            tables.relations, {entity.id: place for entity, place in tables.entities}, report
        )
    if not entities and not mistakes and not report.findings:
        where = names[0] if len(names) == 1 else ""
        mistakes.append(
            Mistake(
                "no-entities",
                "the model has no entities",
                where,
                hint="`docs/model.md` tells how one is written",
            )
        )
    if report.findings:
        mistakes.extend(_placed(report.findings, names, texts))
    order = {name: number for number, name in enumerate(names)}
    mistakes.sort(key=lambda each: (order.get(each.file, -1), each.line or 0, each.column or 0))
    wrong = any(mistake.severity == ERROR for mistake in mistakes)
    return Reading(None if wrong else Graph.of(entities, tables.relations), tuple(mistakes), len(names))


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
    from .positions import Positions  # noqa: PLC0415 - only a mistake pays for it

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

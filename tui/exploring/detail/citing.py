"""The citation of the line of a description on which the cursor stands: the whole statement with its sources."""

import re
from collections.abc import Sequence

from tiers.model import Graph

from ...wording.description import Line
from ...wording.description.citing import citation_of
from ...wording.description.provenance import EVERY_STATEMENT
from ...wording.safe_text import safe

_COUNT = re.compile(r" \(\d[\d,]*\)$")
_AFTER_A_NAME = (" · ", " (")
"""What may follow the name of an entity in a line that only names it."""

_LEVELS = {"title": -2, "heading": -1}
"""How far above the lines a title and a heading stand; other lines stand as deep as they are indented."""


def cited_line(graph: Graph, lines: Sequence[Line], at: int) -> str:
    """Return a line of a description as a citation; empty where no source is named.

    What stands above a line belongs to the statement: the entity, the heading, the row that it is part of. A line
    without a source that only names an entity is cited as that this entity exists; one that says something of it is
    not, since that may stand in another document.

    Args:
        graph: The model, at its date.
        lines: The description.
        at: The number of the line.
    """
    line = lines[at]
    if line.role == "source":
        return line.citation
    sources = line.citation or "; ".join(
        each.citation for each in lines if each.role == "source" and each.label in map(str, line.notes)
    )
    if sources:
        return f"{': '.join(_statement(lines, at))}: {sources}"
    if line.target is None or line.target not in graph:
        return ""
    name = graph.name(line.target)
    rest = line.text.removeprefix(safe(name))
    if rest == line.text or (rest and not rest.startswith(_AFTER_A_NAME)):
        return ""
    return citation_of(graph, graph.entity(line.target).evidence, name)


def nearest_citation(graph: Graph, lines: Sequence[Line], at: int) -> str:
    """Return the citation of a line; of one without a source that of the first line below it that has one, empty without any."""
    level = _level(lines[at])
    end = next((each for each in range(at + 1, len(lines)) if _level(lines[each]) <= level), len(lines))
    for each in range(at, end):
        cited = cited_line(graph, lines, each)
        if cited:
            return cited
    return ""


def _statement(lines: Sequence[Line], at: int) -> list[str]:
    """Return what a line says, after what stands above it."""
    said = [_words(lines[at])]
    level = _level(lines[at])
    for line in reversed(lines[:at]):
        if line.role in {"blank", "subtitle", "source"} or _level(line) >= level:
            continue
        level = _level(line)
        if line.text != EVERY_STATEMENT:
            said.insert(0, _COUNT.sub("", _words(line)).removesuffix(":"))
    if lines[at].role == "note" and lines[at].citation:
        said.pop()  # where a statement is written is no part of it
    return said


def _words(line: Line) -> str:
    return f"{line.label}: {line.text}" if line.role == "field" else line.text


def _level(line: Line) -> int:
    return _LEVELS.get(line.role, line.indent)

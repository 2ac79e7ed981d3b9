"""The citation of a line of a description: the whole statement with its sources."""

import re
from collections.abc import Sequence

from tiers.model import Graph

from ...wording.description import Line
from ...wording.description.citing import citation_of
from ...wording.description.provenance import EVERY_STATEMENT
from ...wording.safe_text import safe

_COUNT = re.compile(r" \(\d[\d,]*\)$")
_AFTER_A_NAME = (" · ", " (")
"""The texts that may follow the name of an entity in a line without further information."""

_LEVELS = {"title": -2, "heading": -1}
"""The level of a title and of a heading above other lines, whose level is their indent."""


def cited_line(graph: Graph, lines: Sequence[Line], at: int) -> str:
    """Return the citation of a line of a description; empty where no source is named.

    The statement includes the lines above to which the line belongs: the entity, the heading, the parent row.
    A line without a source is cited as the existence of the entity if it only names one. If it says more
    about the entity it is not cited, since that may come from another document.

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
    """Return the citation of a line; if it has no source, that of the first line below it that has one; empty without any."""
    level = _level(lines[at])
    end = next((each for each in range(at + 1, len(lines)) if _level(lines[each]) <= level), len(lines))
    for each in range(at, end):
        cited = cited_line(graph, lines, each)
        if cited:
            return cited
    return ""


def _statement(lines: Sequence[Line], at: int) -> list[str]:
    """Return the statement of a line: its own text, preceded by those of the lines to which it belongs."""
    said = [_words(lines[at])]
    level = _level(lines[at])
    for line in reversed(lines[:at]):
        if line.role in {"blank", "subtitle", "source"} or _level(line) >= level:
            continue
        level = _level(line)
        if line.text != EVERY_STATEMENT:
            said.insert(0, _COUNT.sub("", _words(line)).removesuffix(":"))
    if lines[at].role == "note" and lines[at].citation:
        said.pop()  # the cited place is no part of the statement
    return said


def _words(line: Line) -> str:
    return f"{line.label}: {line.text}" if line.role == "field" else line.text


def _level(line: Line) -> int:
    return _LEVELS.get(line.role, line.indent)

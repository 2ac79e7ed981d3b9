"""The lines of a part of the page as HTML, in lists and definitions; the script groups lines of other dates alike."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tiers.model import Graph
from tiers.model.format.text import is_web_address

from ....wording.description.line import Line
from ....wording.safe_text import safe
from ...parts.markup import escaped

LISTED = frozenset(("relation", "note", "address"))
"""The roles of lines that are list items."""


def lines_of(graph: Graph, lines: Iterable[Line], rank: int) -> Iterator[str]:
    """Yield lines as HTML, one element per line; closing tags that HTML does not need are left out.

    Args:
        graph: The model.
        lines: The lines, without blank ones.
        rank: The rank of a title, from 1; a heading has the next rank.
    """
    for group, members in groupby(lines, key=_group):
        if group:
            yield f"<{group}>"
        yield from (_element(graph, line, rank) for line in members)
        if group:
            yield f"</{group}>"


def _group(line: Line) -> str:
    """Return the name of the element around lines of a role; empty for a line without one."""
    if line.role == "field":
        return "dl"
    return "ul" if line.role in LISTED else ""


def _element(graph: Graph, line: Line, rank: int) -> str:
    notes = f" <sup>{', '.join(map(str, sorted(line.notes)))}</sup>" if line.notes else ""
    if line.role == "field":
        return f"<div><dt>{escaped(line.label)}<dd>{linked(graph, line.text, line.target)}{notes}</div>"
    if line.role == "title":
        return f"<h{rank}>{linked(graph, line.text, line.target)}{notes}</h{rank}>"
    if line.role == "heading":
        return f"<h{rank + 1}>{linked(graph, line.text, line.target)}{notes}</h{rank + 1}>"
    if line.role == "address":
        return f"<li{_inset(line)}>{address(line.text)}"
    if line.role in LISTED:
        return f"<li{_inset(line)}>{linked(graph, line.text, line.target)}{notes}"
    return f"<p{_inset(line)}>{linked(graph, line.text, line.target)}{notes}"


def _inset(line: Line) -> str:
    """Return the class of a line that is indented or quiet."""
    classes = [line.role[0]] if line.role in ("note", "subtitle") else []
    if line.indent > 1:
        classes.append(f"i{min(line.indent, 4)}")
    return f' class="{" ".join(classes)}"' if classes else ""


def linked(graph: Graph, text: str, target: str | None) -> str:
    """Return a text with the name of its target entity as a link; the whole text is the link if it lacks the name."""
    if target is None:
        return escaped(text)
    before, name, after = text.partition(safe(graph.name(target)))
    if not name:
        before, name, after = "", text, ""
    return f'{escaped(before)}<a href="#{escaped(target)}">{escaped(name)}</a>{escaped(after)}'


def address(text: str) -> str:
    """Return an address as a link if it leads to the web and has plain characters only; else as text."""
    if text.isascii() and is_web_address(text):
        return f'<a href="{escaped(text)}" rel="noopener noreferrer">{escaped(text)}</a>'
    return escaped(text)

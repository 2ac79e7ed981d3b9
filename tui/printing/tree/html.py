"""The format `html`: a web page in a single file, for reading on a screen, with a screen reader and on paper.

It has no script and loads nothing, as its content security policy also says. Every entity has the days on
which it is documented and the numbers of its sources.
"""

import os
from collections.abc import Iterator

import attrs

from tiers.model import Date, Graph
from tiers.model.facts.evidence import evidence_span
from tiers.model.views.layout import GROUP

from ..parts.markup import escaped
from .document import HEADING, ITEM, Part, has_one_root, parts_of, setting_of, title_of
from .function_table import HEADINGS, NOT_STATED, Entry, Line, is_table, tables_of
from .notes import Notes
from .subtree import Subtree

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_HONEST = "Made by tiers. What is marked inferred is our reading; no document says it in these words."


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the page: its head, the rows as headings and nested lists, the sources, the legend where asked for."""
    with open(os.path.join(os.path.dirname(__file__), "html.css"), encoding="utf-8") as stream:
        pieces = page(subtree, stream.read())
    return pieces if subtree.unicode else (_in_ascii(piece) for piece in pieces)


def page(subtree: Subtree, style: str) -> Iterator[str]:
    """Yield the page with a given style sheet, which is written unescaped."""
    subtree = subtree.but(paper=True)
    writer = _Writer(subtree, subtree.notes() or Notes(subtree.graph, sources=False, legend=False), style)
    return writer.page()


def _in_ascii(piece: str) -> str:
    return piece.encode("ascii", "xmlcharrefreplace").decode("ascii")


@attrs.define(eq=False)
class _Writer:
    """Writes one page.

    Attributes:
        subtree: The subtree to write.
        notes: The sources and words so far.
        style: The style sheet.
        open: For each open list, whether its open item can be folded.
        anchors: The entities that a link can lead to.
    """

    subtree: Subtree
    notes: Notes
    style: str
    open: list[bool] = attrs.field(init=False, factory=list)
    anchors: set[str] = attrs.field(init=False, factory=set)

    def page(self) -> Iterator[str]:
        subtree = self.subtree
        title = title_of(subtree)
        yield _head(title, setting_of(subtree).partition(":")[0], self.style)
        setting = f'<p class="facts">{escaped(setting_of(subtree))}</p>\n'
        is_first = True
        if is_table(subtree):
            yield from self._tables(f"<h1>{escaped(title)}</h1>\n", setting)
        for part in () if is_table(subtree) else parts_of(subtree, self.notes):
            if part.role == ITEM:
                yield from self._item(part)
                continue
            yield self._close(0)
            if is_first and part.depth > 1:
                yield f"<h1>{escaped(title)}</h1>\n{setting}"
            yield self._heading(part) if part.role == HEADING else self._paragraph(part)
            if is_first and part.depth == 1:
                yield setting
            is_first = False
        yield self._close(0)
        yield from self._ending()
        yield f"</main>\n<footer>\n<p>{_HONEST}</p>\n</footer>\n</body>\n</html>\n"

    def _tables(self, title: str, setting: str) -> Iterator[str]:
        """Yield the functions as tables, each below the heading of the entity that they belong to."""
        rank = 1 if has_one_root(self.subtree) else 2
        is_first = True
        for table in tables_of(self.subtree, self.notes):
            if is_first and (rank > 1 or table.owner is None):
                yield f"{title}{setting}"
            if table.owner is not None:
                yield self._heading(self._part(table.owner, rank))
                yield setting if is_first and rank == 1 else ""
            is_first = False
            if table.lines:
                headings = "".join(f'<th scope="col">{escaped(each)}</th>' for each in HEADINGS)
                yield f'<div class="wide" tabindex="0">\n<table>\n<thead>\n<tr>{headings}</tr>\n</thead>\n<tbody>\n'
                yield from map(self._line, table.lines)
                yield "</tbody>\n</table>\n</div>\n"

    def _line(self, line: Line) -> str:
        cells = ("<br>".join(map(self._entry, each)) or NOT_STATED for each in line.cells)
        return f"""<tr><th scope="row">{self._entry(line.function)}</th>{"".join(f"<td>{each}</td>" for each in cells)}</tr>\n"""

    def _entry(self, entry: Entry) -> str:
        part = self._part(entry, 0)
        anchor, name = self._named(part)
        links = ", ".join(f'<a href="#s-{number}">{number}</a>' for number in part.numbers)
        return f"<span{anchor}>{name}</span>{_words(part)}{f' [{links}]' if links else ''}"

    def _part(self, entry: Entry, depth: int) -> Part:
        kind = self.subtree.forest.kinds[entry.row]
        return Part(entry.row, kind, HEADING, depth, entry.name, entry.words, entry.numbers)

    def _heading(self, part: Part) -> str:
        rank = f"h{part.depth}"
        words = ", ".join(part.words)
        anchor, name = self._named(part)
        if part.kind == GROUP and words:
            return f"<{rank}{anchor}>{name} ({escaped(words)})</{rank}>\n"
        said = f'<p class="words">{escaped(words[:1].upper() + words[1:])}</p>\n' if words else ""
        return f"<{rank}{anchor}>{name}</{rank}>\n{said}{self._facts(part)}"

    def _paragraph(self, part: Part) -> str:
        return f'<p class="passes">{escaped(part.name)}{_words(part)}</p>\n{self._facts(part)}'

    def _item(self, part: Part) -> Iterator[str]:
        yield self._close(part.depth + 1)
        if len(self.open) <= part.depth:
            yield '<ul role="list">\n'
            self.open.append(False)
        elif part.depth < len(self.open):
            yield self._end_item(part.depth)
        has_more = any(True for _ in self.subtree.children(part.row))
        anchor, name = self._named(part)
        line = f'<span class="name">{name}</span>{_words(part)}'
        facts = self._facts(part)
        self.open[part.depth] = has_more
        if has_more:
            yield f"<li{anchor}><details open><summary>{line}</summary>\n{facts}"
        else:
            yield f"<li{anchor}>{line}\n{facts}"

    def _end_item(self, depth: int) -> str:
        return "</details></li>\n" if self.open[depth] else "</li>\n"

    def _close(self, depth: int) -> str:
        """Close the lists that are deeper than a depth."""
        pieces = []
        while len(self.open) > depth:
            pieces.append(f"{self._end_item(len(self.open) - 1)}</ul>\n")
            self.open.pop()
        return "".join(pieces)

    def _named(self, part: Part) -> tuple[str, str]:
        """Return the `id` attribute of an entity, and its name; at a further place a link to the first one."""
        entity_id = self.subtree.forest.ids[part.row]
        if entity_id is None:
            return "", escaped(part.name)
        place = f"e-{escaped(entity_id)}"
        if entity_id in self.anchors:
            return "", f'<a href="#{place}">{escaped(part.name)}</a>'
        self.anchors.add(entity_id)
        return f' id="{place}"', escaped(part.name)

    def _facts(self, part: Part) -> str:
        entity_id = self.subtree.forest.ids[part.row]
        said = [] if entity_id is None else [_documented(self.subtree.graph, entity_id)]
        if part.numbers:
            links = ", ".join(f'<a href="#s-{number}">{number}</a>' for number in part.numbers)
            said.append(f"{'Sources' if len(part.numbers) > 1 else 'Source'} {links}")
        facts = ". ".join(filter(None, said))
        return f'<p class="facts">{facts}</p>\n' if facts else ""

    def _ending(self) -> Iterator[str]:
        cited, explained = self.notes.cited(), self.notes.explained()
        if cited:
            yield '<h2 id="sources-heading">Sources</h2>\n<ol id="sources">\n'
            yield from (f'<li id="s-{number}">{escaped(text)}</li>\n' for number, text in cited)
            yield "</ol>\n"
        if explained:
            yield "<h2>Words</h2>\n<dl>\n"
            yield from (f"<dt>{escaped(word)}</dt><dd>{escaped(text)}</dd>\n" for word, text in explained)
            yield "</dl>\n"


def _head(title: str, view: str, style: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}: {escaped(view)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        '<header>\n<a class="skip" href="#content">Skip to the content</a>\n</header>\n'
        '<main id="content" tabindex="-1">\n'
    )


def _words(part: Part) -> str:
    return f' <span class="words">({escaped(", ".join(part.words))})</span>' if part.words else ""


def _documented(graph: Graph, entity_id: str) -> str:
    span = evidence_span(graph, entity_id)
    if span.first is None or span.last is None:
        return ""
    if span.first == span.last:
        return f"Documented {_time(span.last)}"
    if "between" in f"{span.first.words()} {span.last.words()}":
        return f"First documented {_time(span.first)}, last {_time(span.last)}"
    return f"Documented {_time(span.first)} to {_time(span.last)}"


def _time(date: Date) -> str:
    """Return a date, which may be partial; only what HTML accepts as a date is marked up as one."""
    words = escaped(date.words())
    return f'<time datetime="{date.text}">{words}</time>' if date.text.replace("-", "").isdigit() else words

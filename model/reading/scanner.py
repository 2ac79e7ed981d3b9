"""A scanner of TOML 1.1: finds the position of every key and value, and the first place that breaks the rules.

It runs only for a file with mistakes; tomli is faster, but gives no positions. It uses an explicit stack, so
that no depth of nesting can exceed Python's recursion limit, and looks at each character a fixed number of
times. Plain values are skipped unless the text is known not to be TOML.
"""

import re
from collections.abc import Container, Iterable
from typing import NoReturn

import attrs

from . import tokens
from .nodes import ARRAY, DOTTED, HEADER, IMPLICIT, VALUE, BrokenError, Node, Span

DEPTH = 100
"""How deeply lists and tables may be nested, and how many parts a key may have, in an invalid text."""

_SPACES = re.compile(r"[ \t]*+")
# Possessive repeats (`++`) never backtrack, so that no text can make a match take longer than its length.
_BLANK = re.compile(r"(?:[ \t\n]++|\r\n|#[^\n]*+)*+")
_REST = re.compile(r"[ \t]*+(?:#[^\n]*+)?+")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]++")

_Part = tuple[str, Span]


Kept = Container[tuple[str, int]] | None
"""The tables whose contents are wanted, each by its name and its position among those of the name; `None` for all."""


def scan(text: str, *, strict: bool = False, kept: Kept = None) -> Node:
    """Return the top table of a TOML text with everything in it.

    Args:
        text: The text as it is in the file, without a byte order mark.
        strict: Whether plain values, escapes and comments are checked too.
        kept: The tables in double brackets whose contents are kept. A node takes 30 times the memory of its
            text, so that not all are worth keeping for a hundred mistakes in 50 MB.

    Raises:
        BrokenError: The text is not TOML, or is nested too deeply.
    """
    return _Scanner(text, strict, kept).run()


@attrs.define(eq=False)
class _Scanner:
    text: str
    strict: bool
    kept: Kept = None
    top: Node = attrs.field(factory=lambda: Node(IMPLICIT, inside={}))

    def run(self) -> Node:
        text = self.text
        table = self.top
        start = self._blank(0)
        while start < len(text):
            if text[start] == "[":
                table, end = self._header(start)
            else:
                parts, end = self._key(start)
                node = self._place(table, parts)
                end = self._value(node, self._equals(end, parts))
                if table.header is not None:
                    table.value = (table.header[0], end)
            start = self._blank(self._line_end(end))
        return self.top

    def _blank(self, start: int) -> int:
        """Return the end of spaces, line breaks and comments."""
        end = _match(_BLANK, self.text, start)
        if self.strict:
            tokens.check_control(self.text, start, end, "control-in-comment")
        return end

    def _line_end(self, start: int) -> int:
        """Return the end of a line on which only a comment may follow."""
        end = _match(_REST, self.text, start)
        if self.text.startswith("\r\n", end - 1):
            end -= 1
        if self.strict:
            tokens.check_control(self.text, start, end, "control-in-comment")
        if end < len(self.text) and self.text[end] != "\n" and not self.text.startswith("\r\n", end):
            self._fail("after-value", end)
        return end

    def _header(self, start: int) -> tuple[Node, int]:
        """Read `[a.b]` or `[[a.b]]`; return the table that it opens and the end of the header."""
        double = self.text.startswith("[[", start)
        brackets = 2 if double else 1
        parts, end = self._key(start + brackets)
        whole = self.text[parts[0][1][0] : parts[-1][1][1]]
        if not self.text.startswith("]" * brackets, end):
            raise BrokenError("open-header", (start, tokens.word_end(self.text, end)), name=whole)
        span = (start, end + brackets)
        table = self.top
        for name, place in parts[:-1]:
            table = self._through(table, name, place)
        name, place = parts[-1]
        children = _children(table)
        known = children.get(name)
        if double:
            if known is None:
                known = children[name] = Node(ARRAY, place, inside=[])
            if known.form != ARRAY or not isinstance(known.inside, list):
                raise BrokenError(_clash(known, double=True), span, other=_first(known), name=whole)
            opened = Node(HEADER, value=span, header=span, inside={})
            last = len(known.inside) - 1
            if self.kept is not None and last >= 0 and table is self.top and (name, last) not in self.kept:
                known.inside[last].inside = None  # nothing can be added to it after this
            known.inside.append(opened)
            if known.header is None:
                known.header = span
            return opened, span[1]
        if known is None:
            known = children[name] = Node(HEADER, place, inside={})
        elif known.form != IMPLICIT:
            raise BrokenError(_clash(known, double=False), span, other=_first(known), name=whole)
        known.form, known.key, known.value, known.header = HEADER, place, span, span
        return known, span[1]

    @staticmethod
    def _through(table: Node, name: str, place: Span) -> Node:
        """Return the table for an inner part of a header, created if it does not exist yet."""
        children = _children(table)
        known = children.get(name)
        if known is None:
            known = children[name] = Node(IMPLICIT, place, inside={})
        if known.form == ARRAY and isinstance(known.inside, list):
            return known.inside[-1]
        if known.form == VALUE:
            raise BrokenError("not-a-table", place, other=_first(known), name=name)
        return known

    def _key(self, start: int) -> tuple[list[_Part], int]:
        """Read a key with its dots; return its parts and the end of the spaces after it."""
        parts: list[_Part] = []
        end = _match(_SPACES, self.text, start)
        while True:
            begun = end
            char = self.text[begun : begun + 1]
            if char and char in "\"'":
                end = tokens.line_string(self.text, begun, strict=self.strict)
                name = tokens.key_name(self.text[begun:end])
            else:
                end = _match(_BARE_KEY, self.text, begun)
                name = self.text[begun:end]
                if not name:
                    self._fail("no-key", begun)
            parts.append((name, (begun, end)))
            if self.strict and len(parts) > DEPTH:
                raise BrokenError("deep-key", (parts[0][1][0], end))
            end = _match(_SPACES, self.text, end)
            if not self.text.startswith(".", end):
                return parts, end
            end = _match(_SPACES, self.text, end + 1)

    def _equals(self, end: int, parts: list[_Part]) -> int:
        """Return the beginning of the value after an equals sign."""
        if not self.text.startswith("=", end):
            self._fail("no-equals", end, other=(parts[0][1][0], parts[-1][1][1]), name=parts[-1][0])
        return _match(_SPACES, self.text, end + 1)

    @staticmethod
    def _place(table: Node, parts: Iterable[_Part]) -> Node:
        """Return a new node for a key, creating the tables of a dotted key."""
        *around, (name, span) = parts
        for part, place in around:
            children = _children(table)
            known = children.get(part)
            if known is None:
                known = children[part] = Node(DOTTED, place, inside={})
            if known.form in {VALUE, ARRAY, HEADER}:
                raise BrokenError(
                    "not-a-table" if known.form == VALUE else "closed-table",
                    place,
                    other=_first(known),
                    name=part,
                )
            known.form = DOTTED
            table = known
        children = _children(table)
        if name in children:
            raise BrokenError("twice", span, other=_first(children[name]), name=name)
        node = children[name] = Node(VALUE, span)
        return node

    def _value(self, node: Node, start: int) -> int:
        """Read the value of a node with everything in it; return its end."""
        open_nodes: list[Node] = []
        try:
            while True:
                char = self.text[start : start + 1]
                if char in {"[", "{"}:
                    self._open(open_nodes, node, start)
                    end, filled = start + 1, False
                else:
                    end, filled = self._plain(node, start), True
                end = self._close(open_nodes, end, filled=filled)
                if not open_nodes:
                    return end
                node, start = self._next(open_nodes[-1], end)
        except BrokenError as error:
            error.opened = tuple(each.value[0] for each in open_nodes if each.value)
            raise

    def _open(self, open_nodes: list[Node], node: Node, start: int) -> None:
        """Open the list or the inline table that is the value of a node."""
        if self.strict and len(open_nodes) >= DEPTH:
            raise BrokenError("deep", (start, start + 1))
        node.value = (start, start)
        node.inside = [] if self.text[start] == "[" else {}
        open_nodes.append(node)

    def _plain(self, node: Node, start: int) -> int:
        """Read a text, number, date or flag; return its end."""
        text = self.text
        char = text[start : start + 1]
        if char and char in "\"'":
            end = tokens.string(text, start, strict=self.strict)
        else:
            end = tokens.bare(text, start)
            if end == start:
                self._fail("no-value", start)
            if self.strict:
                tokens.check_bare(text, start, end)
        node.value = (start, end)
        return end

    def _close(self, open_nodes: list[Node], end: int, *, filled: bool) -> int:
        """Close the lists and inline tables that end here; return where the next value begins, or the last one ends."""
        text = self.text
        while open_nodes:
            node = open_nodes[-1]
            begun = node.value[0] if node.value else 0
            end = self._blank(end)
            if filled and text.startswith(",", end):
                end = self._blank(end + 1)
                filled = False
            if text.startswith("]" if isinstance(node.inside, list) else "}", end):
                end += 1
                node.value = (begun, end)
                open_nodes.pop()
                filled = True
                continue
            if end >= len(text):
                raise BrokenError("unclosed", (begun, begun + 1))
            if filled:
                self._fail("no-comma", end)
            return end
        return end

    def _next(self, around: Node, start: int) -> tuple[Node, int]:
        """Return the next node of a list or an inline table, and the beginning of its value."""
        if isinstance(around.inside, list):
            node = Node(VALUE)
            around.inside.append(node)
            return node, start
        parts, end = self._key(start)
        return self._place(around, parts), self._equals(end, parts)

    def _fail(self, why: str, start: int, *, other: Span | None = None, name: str = "") -> NoReturn:
        raise BrokenError(why, (start, tokens.word_end(self.text, start)), other=other, name=name)


def _match(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return start if found is None else found.end()


def _children(table: Node) -> dict[str, Node]:
    if not isinstance(table.inside, dict):
        raise TypeError(table.form)
    return table.inside


def _first(known: Node) -> Span | None:
    return known.header or known.key


def _clash(known: Node, *, double: bool) -> str:
    """Return the rule that a header breaks if its name is already in use."""
    if known.form == VALUE:
        return "not-a-table"
    if known.form == ARRAY:
        return "table-after-list"
    return "list-after-table" if double else "table-twice"

"""A TOML file that is changed in places; everything else keeps its comments, order and form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
import tomli

from ..reading.nodes import Node
from ..reading.scanner import scan
from .toml_text import INDENT, list_text, pairs_text

_MARK = "\ufeff"
_WIDTH = 110
"""The width up to which a list on one line is continued on it."""

Steps = tuple[str | int, ...]
"""Keys and list positions that lead to a value from the top of the file."""


@attrs.define(eq=False)
class TomlFile:
    """A TOML text with changes that are not yet applied.

    Attributes:
        text: The present text, without a byte order mark.
        mark: The byte order mark; empty for none.
        newline: Its line ending.
        data: Its parsed contents.
    """

    text: str
    mark: str
    newline: str
    data: dict[str, Any]
    _top: Node
    _edits: list[tuple[int, int, str]] = attrs.field(factory=list)
    _added: list[str] = attrs.field(factory=list)
    _items: dict[Steps, list[str]] = attrs.field(factory=dict)
    _keys: dict[Steps, dict[str, str]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, text: str) -> "TomlFile":
        """Return the file of a text that is known to be TOML."""
        mark = _MARK if text.startswith(_MARK) else ""
        text = text.removeprefix(_MARK)
        newline = "\r\n" if "\r\n" in text else "\n"
        return cls(text, mark, newline, tomli.loads(text), scan(text))

    def tables(self) -> Iterator[tuple[str, Steps, Mapping[str, Any]]]:
        """Yield each table of an entity with its kind and its place."""
        for kind, tables in self.data.items():
            if isinstance(tables, list):
                for number, table in enumerate(tables):
                    if isinstance(table, dict):
                        yield kind, (kind, number), table

    def line(self, steps: Steps) -> int:
        """Return the number of the line on which a value begins, from 1."""
        span = self._node(steps).value
        return self.text.count("\n", 0, span[0] if span else 0) + 1

    def replace(self, steps: Steps, text: str) -> None:
        """Replace a value."""
        span = self._node(steps).value
        if span is not None:
            self._edits.append((*span, text))

    def set_keys(self, steps: Steps, values: Mapping[str, str]) -> None:
        """Set keys of a table: existing keys get the new value in their place, new ones come last."""
        inside = self._node(steps).inside
        for key, text in values.items():
            if isinstance(inside, dict) and key in inside:
                self.replace((*steps, key), text)
            else:
                self._keys.setdefault(steps, {})[key] = text

    def append(self, steps: Steps, item: str) -> None:
        """Add an entry at the end of a list."""
        self._items.setdefault(steps, []).append(item)

    def has_headers(self, steps: Steps) -> bool:
        """Return whether the entries of a list are tables with a header each, such as `[[body.members]]`."""
        return self._node(steps).value is None

    def append_table(self, steps: Steps, values: Mapping[str, str]) -> None:
        """Add an entry after the last one of a list of tables with a header each."""
        inside = self._node(steps).inside
        spans = [each.value or each.header for each in inside] if isinstance(inside, list) else []
        end = self._line_end(max(span[1] for span in spans if span is not None))
        header = f"[[{'.'.join(str(each) for each in steps if isinstance(each, str))}]]"
        lines = (header, *(f"{key} = {text}" for key, text in values.items()))
        self._edits.append((end, end, f"{self.newline}{self.newline}{self.newline.join(lines)}"))

    def remove(self, steps: Steps) -> None:
        """Remove a key with the rest of its lines."""
        node = self._node(steps)
        if node.value is not None and node.key is not None:
            begin = self.text.rfind("\n", 0, node.key[0]) + 1
            after = self.text.find("\n", node.value[1])
            self._edits.append((begin, len(self.text) if after < 0 else after + 1, ""))

    def set_items(self, steps: Steps, items: Sequence[tuple[int | None, str]]) -> None:
        """Replace the entries of a list; a comment after an entry stays with it.

        Args:
            steps: The place of the list.
            items: The entries, each with its present position; `None` for a new one.
        """
        node = self._node(steps)
        spans = [each.value for each in node.inside if each.value] if isinstance(node.inside, list) else []
        if node.value is None or not spans:
            return
        begin, end = node.value
        if "\n" not in self.text[begin:end]:
            line = f"[{', '.join(text for _, text in items)}]"
            short = len(items) == 1 or len(line) <= _WIDTH
            self.replace(steps, line if short else list_text((text for _, text in items), self.newline))
            return
        indent = self._indent(spans[0][0])
        whole = self.text[begin : spans[0][0]].rstrip(" \t")
        for place, text in items:
            whole += indent if whole.endswith("\n") else " " if whole != "[" else ""
            whole += text
            if place is None:
                whole += f",{self.newline}"
                continue
            rest = self.text[spans[place][1] : spans[place + 1][0] if place + 1 < len(spans) else end - 1]
            code = "".join(each.partition("#")[0] for each in rest.splitlines(keepends=True))
            whole += f"{'' if ',' in code else ','}{rest}".rstrip(" \t")
        self._edits.append((begin, end, f"{whole}]"))

    def cut(self, steps: Steps) -> str:
        """Remove a table with everything up to the next one, and return its text."""
        header = self._node(steps).header
        if header is None:
            raise KeyError(steps)
        end = min((each for each in self._headers(str(steps[0])) if each > header[0]), default=len(self.text))
        text = self.text[header[0] : end]
        while True:  # a comment right above the next table belongs to that one
            lines = text.rstrip("\r\n").rsplit("\n", 1)
            if end == len(self.text) or text.endswith(("\n\n", "\n\r\n")) or len(lines) == 1:
                break
            if not lines[1].lstrip().startswith("#"):
                break
            text = f"{lines[0]}\n"
        self._edits.append((header[0], header[0] + len(text), ""))
        return text.rstrip("\r\n") + self.newline

    def _headers(self, kind: str) -> Iterator[int]:
        """Yield the beginnings of the headers in the file, except those of tables that are part of one of a kind."""
        for name, node in self._top.inside.items() if isinstance(self._top.inside, dict) else ():
            every = node.inside if isinstance(node.inside, list) else [node]
            yield from (each.header[0] for each in every if each.header is not None)
            if name != kind:
                for each in every:
                    inside = each.inside.values() if isinstance(each.inside, dict) else ()
                    yield from (one.header[0] for one in inside if one.header is not None)

    def add_table(self, text: str) -> None:
        """Add a table at the end of the file."""
        self._added.append(text)

    def is_changed(self, steps: Steps) -> bool:
        """Whether a table has changes."""
        span = self._node(steps).value or (0, 0)
        places = (*self._keys, *self._items)
        return any(each[: len(steps)] == steps for each in places) or any(
            span[0] <= start <= span[1] for start, _, _ in self._edits
        )

    def changed(self) -> str:
        """Return the text with all changes; the original text if there are none."""
        edits = list(self._edits)
        for steps, values in self._keys.items():
            edits.append(self._new_keys(self._node(steps), values))
        for steps, items in self._items.items():
            edits.extend(self._new_items(self._node(steps), items))
        text, done = self.text, 0
        parts: list[str] = []
        for start, end, new in sorted(edits, key=lambda each: each[:2]):
            parts.extend((text[done:start], new))
            done = end
        parts.append(text[done:])
        whole = "".join(parts)
        between = self.newline if whole.strip() else ""
        if self._added and whole and not whole.endswith("\n"):
            whole += self.newline
        return f"{self.mark}{whole}{between if self._added else ''}{self.newline.join(self._added)}"

    def _node(self, steps: Steps) -> Node:
        node = self._top
        for each in steps:
            inner = node.step(each)
            if inner is None:
                raise KeyError(steps)
            node = inner
        return node

    def _new_keys(self, node: Node, values: Mapping[str, str]) -> tuple[int, int, str]:
        """Return the change that adds keys to a table: below its last line, or inside its braces."""
        if node.header is not None and node.value is not None:
            end = self._line_end(node.value[1])
            lines = "".join(f"{self.newline}{key} = {text}" for key, text in values.items())
            return end, end, lines
        inside = node.inside if isinstance(node.inside, dict) else {}
        last = max((each.value[1] for each in _values(inside.values()) if each.value), default=0)
        return last, last, f", {pairs_text(values)}"

    def _new_items(self, node: Node, items: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Yield the changes that add entries to a list, each on a line of its own if the list has several lines."""
        if node.value is None or not isinstance(node.inside, list):
            return
        begin, end = node.value
        known = [each.value for each in node.inside if each.value]
        if not known:
            yield begin, end, f"[{self.newline}{''.join(f'{INDENT}{each},{self.newline}' for each in items)}]"
            return
        first, last = known[0], known[-1]
        rest = self.text[last[1] : end - 1]
        # the rest has only a comma, spaces and comments, so that the first comma outside a comment ends the entry
        code = "".join(line.partition("#")[0] for line in rest.splitlines(keepends=True))
        has_comma = "," in code
        if "\n" not in self.text[begin : first[0]] and "\n" not in rest:
            together = ", ".join(items)
            line = end - self.text.rfind("\n", 0, end) + len(together)
            if line <= _WIDTH and not has_comma:
                yield last[1], last[1], f", {together}"
                return
            start = last[1] + (rest.index(",") + 1 if has_comma else 0)
            lines = f",{self.newline}{INDENT}".join(items)
            yield start, start, f"{'' if has_comma else ','}{self.newline}{INDENT}{lines},{self.newline}"
            return
        indent = self._indent(last[0])
        if not has_comma:
            yield last[1], last[1], ","
        # after the comma, and after a comment on its line, which belongs to the entry before
        comma = last[1] + self._comma(rest) if has_comma else last[1]
        at = self._line_end(comma)
        at = min(at, end - 1)
        yield at, at, "".join(f"{self.newline}{indent}{each}," for each in items)

    def _comma(self, rest: str) -> int:
        """Return the end of the comma after an entry, ignoring those in comments."""
        at = 0
        while rest[at] != ",":
            at = rest.index("\n", at) if rest[at] == "#" else at + 1
        return at + 1

    def _indent(self, start: int) -> str:
        """Return the text before an entry on its line, if that is only space."""
        before = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return INDENT if before.strip() else before

    def _line_end(self, start: int) -> int:
        """Return the end of the line of a place, without its line break."""
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text.startswith("\r\n", end - 1) else end


def _values(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the nodes that are written as values: for a dotted key those inside."""
    waiting = list(nodes)
    while waiting:
        node = waiting.pop()
        if node.value is None and isinstance(node.inside, dict):
            waiting.extend(node.inside.values())
        else:
            yield node

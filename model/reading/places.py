"""Line and column of each key and value of a TOML file; computed only for a file with mistakes."""

from bisect import bisect_right
from collections.abc import Sequence

import attrs

from ..format.excerpt import Excerpt
from .nodes import Node, Span
from .report import HEADER, KEY, Steps
from .scanner import Kept, scan

_AROUND = 60
"""How many characters of a long line are shown before a mark, and as many after it."""


@attrs.frozen(eq=False)
class Lines:
    """A text divided into lines.

    Attributes:
        text: The text as it is in the file.
        starts: Offset of each line, in characters from the start.
    """

    text: str
    starts: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "Lines":
        starts = [0]
        end = text.find("\n")
        while end >= 0:
            starts.append(end + 1)
            end = text.find("\n", end + 1)
        return cls(text, starts)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line by its number from 1, without its end."""
        last = number == len(self.starts)
        end = len(self.text) if last else self.starts[number] - 1
        return self.text[self.starts[number - 1] : end].removesuffix("\r")

    def excerpt(self, file: str, span: Span, label: str = "") -> Excerpt:
        """Return the line on which a span begins, with the span marked up to the end of the line."""
        number, column = self.place(span[0])
        line = self.line(number)
        start = max(0, column - 1 - _AROUND) if len(line) > 2 * _AROUND else 0
        text = line[start : start + 2 * _AROUND]
        length = max(0, min(span[1] - span[0], len(text) + start - column + 1))
        return Excerpt(file, number, column, text, start, length, label, start + len(text) < len(line))


@attrs.frozen(eq=False)
class Places:
    """The positions of the keys and values of one file.

    Attributes:
        lines: The text of the file by lines.
        top: The top table, as the scanner found it.
    """

    lines: Lines
    top: Node

    @classmethod
    def of(cls, text: str, kept: Kept = None) -> "Places":
        """Return the positions in a text, or only those in its tables that are kept."""
        return cls(Lines.of(text), scan(text, kept=kept))

    def span(self, steps: Steps, part: str) -> Span | None:
        """Return the position of a key or a value, in characters from the start of the file.

        If the path leads nowhere, or to something without such a part, the nearest place above it is
        returned; `None` if there is none at all.

        Args:
            steps: Keys and list positions from the top of the file.
            part: Whether the key, the value or the header of the table is wanted.
        """
        node = self.top
        found: Span | None = None
        for step in steps:
            inner = node.step(step)
            if inner is None:
                break
            node = inner
            found = _part(node, part) or found
        return found


def _part(node: Node, part: str) -> Span | None:
    if part == KEY:
        return node.key or node.header or node.value
    if part == HEADER or node.header is not None:
        return node.header or node.value or node.key
    return node.value or node.key

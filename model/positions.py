"""Lines and columns of places in a TOML file, found only once something is wrong.

tomli gives none, so the file is read a second time by toml-rs, which gives them for every key and value.
It is handed only text that tomli has parsed, because deep nests crash it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from .reading.report import HEADER, KEY, Steps


@attrs.frozen(eq=False)
class Positions:
    """Where the keys and values of one file stand.

    Attributes:
        lines: The text of the file by lines.
        nodes: What toml-rs says of each key.
    """

    lines: Sequence[str]
    nodes: Mapping[str, Any]

    @classmethod
    def of(cls, text: str) -> "Positions":
        import toml_rs  # noqa: PLC0415 - only a mistake pays for it

        document = toml_rs.load_with_metadata(text, toml_version="1.1.0")
        return cls(text.split("\n"), document.meta["nodes"])

    def find(self, steps: Steps, part: str) -> tuple[int | None, int | None]:
        """Return line and column, in characters from 1, of the deepest step that has them.

        Args:
            steps: Keys and list positions from the top of the file.
            part: Whether the key, the value or the header of the table is meant.
        """
        node: Any = {"value": self.nodes}
        found: tuple[int | None, int | None] = (None, None)
        for step in steps:
            inner = node.get("value", node) if isinstance(node, dict) else node
            try:
                node = inner[step]
            except (KeyError, IndexError, TypeError):
                break
            found = self._place(node, key=part == KEY) or found
            if part == HEADER and isinstance(step, int):
                return found
        return found if found != (None, None) else self._header(steps)

    def _header(self, steps: Steps) -> tuple[int | None, int | None]:
        """Return the place of a plain table's name in its header, of which toml-rs says nothing."""
        pattern = re.compile(rf"\s*\[\s*[\"']?({re.escape(str(steps[0]))})[\"']?\s*[\].]")
        for number, line in enumerate(self.lines, 1):
            match = pattern.match(line)
            if match is not None:
                return number, match.start(1) + 1
        return None, None

    def _place(self, node: Any, *, key: bool) -> tuple[int, int] | None:
        if not isinstance(node, dict):
            return None
        names = (("key_line", "key_col"), ("value_line", "value_col"))
        for line_name, column_name in names if key else reversed(names):
            if line_name in node and column_name in node and not isinstance(node[line_name], dict):
                line, column = _first(node[line_name]), _first(node[column_name])
                return line, self._characters(line, column)
        return None

    def _characters(self, line: int, column: int) -> int:
        text = self.lines[line - 1].encode("utf-8")
        return len(text[: column - 1].decode("utf-8", "replace")) + 1


def _first(number: int | Sequence[int]) -> int:
    return number if isinstance(number, int) else number[0]

"""What the scanner finds in a TOML file: a tree of keys and values, each with the places where it is written."""

import attrs

Span = tuple[int, int]
"""Where a piece of text begins and ends, in characters from the start of the file, the end not included."""

VALUE = "value"
ARRAY = "array of tables"
HEADER = "table with a header"
DOTTED = "table made by a dotted key"
IMPLICIT = "table made by the header of a table inside it"


@attrs.define(eq=False, repr=False)
class Node:
    """One table, list or value, and where it stands.

    Attributes:
        sort: How it came to be: `VALUE` for all that stands after an equals sign or in a list.
        key: Its own part of the key or of the header that names it first; `None` in a list.
        value: What stands after the equals sign; for a table with a header, the header and the keys below it.
        header: The header in its brackets; `None` where there is none.
        inside: The nodes in a table by key, or in a list by position; `None` for a plain value.
    """

    sort: str
    key: Span | None = None
    value: Span | None = None
    header: Span | None = None
    inside: "dict[str, Node] | list[Node] | None" = None

    def step(self, step: str | int) -> "Node | None":
        """Return the node that a key or a list position leads to; `None` where there is none."""
        inside = self.inside
        if isinstance(inside, dict) and isinstance(step, str):
            return inside.get(step)
        if isinstance(inside, list) and isinstance(step, int) and 0 <= step < len(inside):
            return inside[step]
        return None


class BrokenError(ValueError):
    """The text is not TOML.

    Attributes:
        why: The name of the rule that is broken, a word of `toml_words`.
        span: What breaks it.
        other: What stood first, where two places contradict each other.
        name: The key in question; empty where there is none.
        opened: Where the brackets stand that are open there, the outermost first.
    """

    def __init__(self, why: str, span: Span, *, other: Span | None = None, name: str = "") -> None:
        super().__init__(why, span)
        self.why = why
        self.span = span
        self.other = other
        self.name = name
        self.opened: tuple[int, ...] = ()

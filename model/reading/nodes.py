"""The tree that the TOML scanner returns: tables, lists and values, each with its position in the text."""

import attrs

Span = tuple[int, int]
"""The start and the end of a piece of text, in characters from the start of the file; the end is exclusive."""

VALUE = "value"
ARRAY = "array of tables"
HEADER = "table with a header"
DOTTED = "table made by a dotted key"
IMPLICIT = "table made by the header of a table inside it"


@attrs.define(eq=False, repr=False)
class Node:
    """One table, list or value, with its position in the text.

    Attributes:
        form: How it was written: `VALUE` for everything after an equals sign or in a list.
        key: The position of its part of the key or header that first names it; `None` in a list.
        value: The position of the value; for a table with a header, of the header and the keys below it.
        header: The position of the header with its brackets; `None` for none.
        inside: The nodes in it, by key or list position; `None` for a plain value.
    """

    form: str
    key: Span | None = None
    value: Span | None = None
    header: Span | None = None
    inside: "dict[str, Node] | list[Node] | None" = None

    def step(self, step: str | int) -> "Node | None":
        """Return the node inside at a key or list position; `None` where there is none."""
        inside = self.inside
        if isinstance(inside, dict) and isinstance(step, str):
            return inside.get(step)
        if isinstance(inside, list) and isinstance(step, int) and 0 <= step < len(inside):
            return inside[step]
        return None


class BrokenError(ValueError):
    """Raised for a text that is not TOML.

    Attributes:
        why: The name of the broken rule, one of those in `rule_words.WORDS`.
        span: The position of the text that breaks it.
        other: The position of the earlier place, if two contradict each other.
        name: The key in question; empty for none.
        opened: The positions of the brackets that are open there, the outermost first.
    """

    def __init__(self, why: str, span: Span, *, other: Span | None = None, name: str = "") -> None:
        super().__init__(why, span)
        self.why = why
        self.span = span
        self.other = other
        self.name = name
        self.opened: tuple[int, ...] = ()

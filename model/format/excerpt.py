"""A line of a file as a mistake in it is shown."""

import attrs


@attrs.frozen
class Excerpt:
    """A line of a file with the mistaken part marked.

    Attributes:
        file: The file as the author named it.
        line: Number of the line, from 1.
        column: Where the mark begins, in characters from 1.
        text: The line without its end; of a very long line the part around the mark.
        start: How many characters of the line stand before `text`.
        length: How many characters are marked; 0 where something is missing.
        label: The text beside the mark; empty for none.
        cut: Whether the line goes on after `text`.
    """

    file: str
    line: int
    column: int
    text: str
    start: int = 0
    length: int = 1
    label: str = ""
    cut: bool = False

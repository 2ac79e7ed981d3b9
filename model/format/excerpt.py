"""A line of a file, with the place of a mistake in it."""

import attrs


@attrs.frozen
class Excerpt:
    """A line of a file with the mistaken part marked.

    Attributes:
        file: The file as the author named it.
        line: The number of the line, from 1.
        column: The beginning of the mark, in characters from 1.
        text: The line without its end; of a very long line the part around the mark.
        start: How many characters of the line precede `text`.
        length: How many characters are marked; 0 if something is missing.
        label: The text beside the mark; empty for none.
        cut: Whether the line continues after `text`.
    """

    file: str
    line: int
    column: int
    text: str
    start: int = 0
    length: int = 1
    label: str = ""
    cut: bool = False

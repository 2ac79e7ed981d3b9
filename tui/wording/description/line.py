"""One line of a description."""

from tiers.model.format.unchanging import Value


class Line(Value):
    """A line, not wrapped; all its texts are safe to draw.

    Attributes:
        role: The role of the line: `title`, `subtitle`, `text`, `field`, `heading`, `relation`, `note`,
            `source`, `blank`; `pair`, `pair title` and `pair quiet` for two texts side by side.
        text: The text; for a field its value.
        label: The name of a field, the number of a source, or the first text of a pair.
        target: The entity that the line leads to; `None` for none.
        notes: The numbers of its sources.
        indent: The indent, in steps.
        citation: The document, the place in it, the date and the address, for a line that names a source
            itself.
    """

    role: str
    text: str = ""
    label: str = ""
    target: str | None = None
    notes: tuple[int, ...] = ()
    indent: int = 0
    citation: str = ""

    def __init__(
        self,
        role: str,
        text: str = "",
        label: str = "",
        target: str | None = None,
        notes: tuple[int, ...] = (),
        indent: int = 0,
        citation: str = "",
    ) -> None:
        # written out, since an answer about a large model has a hundred thousand lines
        self.__dict__.update(
            role=role, text=text, label=label, target=target, notes=notes, indent=indent, citation=citation
        )

    def _equal_by(self) -> tuple[object, ...]:
        # left out of comparisons: two lines with the same text are equal, whatever is copied
        return super()._equal_by()[:-1]


BLANK = Line("blank")

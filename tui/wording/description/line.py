"""One line of a description."""

from tiers.model.format.unchanging import Value


class Line(Value):
    """A line, not wrapped; every text of it is safe to draw.

    Attributes:
        role: The role of the line: `title`, `subtitle`, `text`, `field`, `heading`, `relation`, `note`, `source`, `blank`; `pair`, `pair title`
            and `pair quiet` for two texts side by side.
        text: The text; for a field its value.
        label: The name of a field, the number of a source, the one of a pair.
        target: The entity it leads to; `None` for none.
        notes: The numbers of its sources.
        indent: The indent, in steps.
        citation: The document, the place in it, the date and the address, for a line that names a source itself.
    """

    role: str
    text: str = ""
    label: str = ""
    target: str | None = None
    notes: tuple[int, ...] = ()
    indent: int = 0
    citation: str = ""

    def _told(self) -> tuple[object, ...]:
        return super()._told()[:-1]  # two lines that read alike are one, whatever is copied


BLANK = Line("blank")

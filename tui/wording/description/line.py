"""One line of a description."""

import attrs


@attrs.frozen
class Line:
    """A line, not wrapped; every text of it is safe to draw.

    Attributes:
        role: What it is: `title`, `subtitle`, `text`, `field`, `heading`, `relation`, `note`, `source`, `blank`; `pair`, `pair title`
            and `pair quiet` for two texts side by side.
        text: What it says; for a field the value.
        label: The name of a field, the number of a source, the one of a pair.
        target: The entity it leads to; `None` for none.
        notes: The numbers of the sources it rests on.
        indent: How far in it stands, in steps.
    """

    role: str
    text: str = ""
    label: str = ""
    target: str | None = None
    notes: tuple[int, ...] = ()
    indent: int = 0


BLANK = Line("blank")

"""A description as text, wrapped at words on a terminal: what `tiers show` prints."""

from collections.abc import Iterable, Iterator

from ...wording.description.line import Line
from ..parts.wrapping import PLAIN, hung, kept_together

_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
STEP = "  "
"""The indent of a line, for each step."""

_STYLES = {"title": _BOLD, "heading": _BOLD, "note": _DIM, "source": _DIM, "subtitle": _DIM}


_MOST_HUNG = 24
"""How many columns the further lines of a field are indented at most."""


def write(lines: Iterable[Line], *, colour: bool = False, width: int | None = None) -> Iterator[str]:
    """Return each line as text, with the numbers of its sources in brackets.

    Args:
        lines: The description.
        colour: Whether titles and headings are bold and notes dim.
        width: The width at which lines are wrapped at words, with further lines indented below the text of
            the first; `None` to leave lines whole.
    """
    lines = list(lines)
    labels = max((len(line.label) for line in lines if line.role == "field"), default=0)
    return _written(lines, labels, colour=colour, width=width)


def write_without_fields(
    lines: Iterable[Line], *, colour: bool = False, width: int | None = None
) -> Iterator[str]:
    """Yield lines as `write` does; none may be a field, so that each is written before the next is made."""
    return _written(lines, 0, colour=colour, width=width)


def _written(lines: Iterable[Line], labels: int, *, colour: bool, width: int | None) -> Iterator[str]:
    for line in lines:
        text = line.text
        if line.role == "field":
            text = f"{line.label:<{labels}}  {text}"
        elif line.role == "source":
            text = f"[{line.label}] {text}"
        if line.notes:
            numbers = f" [{', '.join(map(str, line.notes))}]"
            text += numbers if width is None else kept_together(numbers)
        style = _STYLES.get(line.role) if colour else None
        lead = STEP * line.indent
        if width is not None:
            styles = ((0, len(text), style),) if style else ()
            yield hung(text, width, lead, lead + " " * _hang(line, labels), styles=styles)
        else:
            yield f"{style}{lead}{text}{PLAIN}\n" if style else f"{lead}{text}\n"


def _hang(line: Line, labels: int) -> int:
    """Return how much further the second line of a wrapped line is indented than the first."""
    if line.role == "field":
        return min(labels + len(STEP), _MOST_HUNG)
    if line.role == "source":
        return len(f"[{line.label}] ")
    return len(STEP)

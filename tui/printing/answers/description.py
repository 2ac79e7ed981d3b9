"""A description as text: what `tiers show` prints."""

from collections.abc import Iterable, Iterator

from ...wording.description.line import Line

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_STEP = "  "
_STYLES = {"title": _BOLD, "heading": _BOLD, "note": _DIM, "source": _DIM, "subtitle": _DIM}


def write(lines: Iterable[Line], *, colour: bool = False) -> Iterator[str]:
    """Yield each line as text, with the numbers of its sources in brackets; nothing is wrapped.

    Args:
        lines: The description.
        colour: Whether titles and headings are bold and notes dim.
    """
    lines = list(lines)
    width = max((len(line.label) for line in lines if line.role == "field"), default=0)
    for line in lines:
        text = line.text
        if line.role == "field":
            text = f"{line.label:<{width}}  {text}"
        elif line.role == "source":
            text = f"[{line.label}] {text}"
        if line.notes:
            text = f"{text} [{', '.join(map(str, line.notes))}]"
        text = f"{_STEP * line.indent}{text}"
        style = _STYLES.get(line.role) if colour else None
        yield f"{style}{text}{_PLAIN}\n" if style else f"{text}\n"

"""The format `plain`: a line each, two spaces a level, in words alone, for screen readers and simple tools."""

from collections.abc import Iterable, Iterator

from .subtree import Subtree

_STEP = "  "


def write(subtree: Subtree) -> Iterator[str]:
    """Yield a line for each row; a delegation says who gives it."""
    width, notes = subtree.width, subtree.notes()
    for row, level, label, numbers in subtree.entries(notes):
        name = subtree.name_of(row, label)
        said = ", ".join(label.words)
        line = f"{name}: {said}" if said else name
        if numbers:
            line += f"; {'sources' if len(numbers) > 1 else 'source'} {', '.join(map(str, numbers))}"
        lead = _STEP * level
        yield _wrapped(lead, line, width) if width is not None else f"{lead}{line}\n"
    if notes is not None:
        yield from _ending("Sources", ((str(number), text) for number, text in notes.cited()), width)
        yield from _ending("Words", notes.explained(), width)


def _ending(heading: str, lines: Iterable[tuple[str, str]], width: int | None) -> Iterator[str]:
    for number, (mark, text) in enumerate(lines):
        if not number:
            yield f"\n{heading}\n"
        line = f"{mark}: {text}"
        yield _wrapped(_STEP, line, width) if width is not None else f"{_STEP}{line}\n"


def _wrapped(lead: str, line: str, width: int) -> str:
    from .wrapping import wrapped  # noqa: PLC0415 - only when asked for

    return wrapped(line, width, lead, lead + _STEP)

"""The format `plain`: a line for each row, two spaces per level, only words, for screen readers and simple tools."""

from collections.abc import Iterable, Iterator

from .subtree import Subtree

_STEP = "  "


def write(subtree: Subtree) -> Iterator[str]:
    """Yield a line for each row; a delegation names its giver."""
    notes = subtree.notes()
    for row, level, given, words, numbers in subtree.entries(notes):
        name = subtree.full(row, given)
        said = ", ".join(words)
        line = f"{name}: {said}" if said else name
        if numbers:
            line += f"; {'sources' if len(numbers) > 1 else 'source'} {', '.join(map(str, numbers))}"
        yield _line(subtree, _STEP * level, line)
    if notes is not None:
        yield from _ending(subtree, "Sources", ((str(number), text) for number, text in notes.cited()))
        yield from _ending(subtree, "Words", notes.explained())


def _ending(subtree: Subtree, heading: str, lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    for number, (mark, text) in enumerate(lines):
        if not number:
            yield f"\n{heading}\n"
        yield _line(subtree, _STEP, f"{mark}: {text}")


def _line(subtree: Subtree, lead: str, line: str) -> str:
    if subtree.width is None:
        return f"{lead}{line}\n"
    from ..parts.wrapping import wrapped  # noqa: PLC0415 - only when asked for

    return wrapped(
        line, subtree.width, lead, lead + _STEP, unicode=subtree.unicode, whole=subtree.whole_words
    )

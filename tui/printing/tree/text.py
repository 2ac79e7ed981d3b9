"""The format `text`: a tree drawn with lines, the name first, the words after it in brackets."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .subtree import Subtree


class Guides(NamedTuple):
    """The lines of a tree, four cells per level.

    Attributes:
        branch: Leads to a row with siblings after it.
        last: Leads to the last of its siblings.
        through: Passes a row with siblings after it.
        past: Passes the last of its siblings.
    """

    branch: str
    last: str
    through: str
    past: str


LINES = Guides("├── ", "└── ", "│   ", "    ")
ASCII = Guides("|-- ", "`-- ", "|   ", "    ")

_DIM, _BOLD, _PLAIN = "\x1b[2m", "\x1b[1m", "\x1b[0m"


def write(subtree: Subtree) -> Iterator[str]:
    """Yield a line for each row."""
    return draw(subtree, LINES if subtree.unicode else ASCII, colour=subtree.colour)


def draw(subtree: Subtree, guides: Guides, *, colour: bool = False) -> Iterator[str]:
    """Yield a line for each row, with the guides that lead to it; then the sources and the legend, where asked for.

    Args:
        subtree: The subtree to draw.
        guides: The lines to draw with.
        colour: Whether words are dimmed and headings bold.
    """
    forest, width = subtree.forest, subtree.width
    ends, parents, lasts = forest.ends, forest.parents, subtree.lasts()
    notes = subtree.notes()
    stems = [""]
    # a shortcut: most rows of a large model have a single word out of a few
    brackets: dict[tuple[str, ...], str] = {(): ""}
    for row, level, name, words, numbers in subtree.entries(notes):
        said = brackets.get(words)
        if said is None:
            said = f"({', '.join(words)})"
            if len(words) == 1:
                brackets[words] = said
        if numbers:
            said += f"{' ' if said else ''}[{', '.join(map(str, numbers))}]"
        lead = later = ""
        if level:
            stem = stems[level - 1]
            if ends[row] == ends[parents[row]] if lasts is None else lasts[row]:
                lead, later = stem + guides.last, stem + guides.past
            else:
                lead, later = stem + guides.branch, stem + guides.through
            del stems[level:]
            stems.append(later)
        if width is not None:
            has_more = row + 1 < ends[row] and any(True for _ in subtree.children(row))
            below = later + (guides.through if has_more else guides.past)
            bold = colour and (forest.kinds[row] == "group" or not level)
            yield _broken(subtree, name, said, lead, below, styles=(bold and _BOLD, colour and _DIM))
        elif colour:
            bold = forest.kinds[row] == "group" or not level
            shown = f"{_BOLD}{name}{_PLAIN}" if bold else name
            yield f"{lead}{shown} {_DIM}{said}{_PLAIN}\n" if said else f"{lead}{shown}\n"
        else:
            yield f"{lead}{name} {said}\n" if said else f"{lead}{name}\n"
    if notes is not None:
        yield from _ending(subtree, "Sources", [(f"[{number}]", text) for number, text in notes.cited()])
        yield from _ending(subtree, "Words", [(f"{word}:", text) for word, text in notes.explained()])


def _ending(subtree: Subtree, heading: str, lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    for number, (mark, text) in enumerate(lines):
        if not number:
            yield f"\n{heading}\n"
        line = f"{mark} {text}"
        yield (
            f"  {line}\n"
            if subtree.width is None
            else _broken(subtree, line, "", "  ", "      ", styles=(False, False))
        )


def _broken(
    subtree: Subtree, name: str, said: str, first: str, later: str, *, styles: tuple[str | bool, str | bool]
) -> str:
    """Return a row as lines that fit, with a style each for its name and its words."""
    from ..parts.wrapping import LEAST, as_written, wrapped  # noqa: PLC0415 - only when asked for

    name, said = (as_written(text, unicode=subtree.unicode) for text in (name, said))
    line = f"{name} {said}" if said else name
    parts = ((0, len(name), styles[0]), (len(name) + 1, len(line), styles[1]))
    styled = [(start, end, style) for start, end, style in parts if isinstance(style, str)]
    width = subtree.width or LEAST
    return wrapped(line, width, first, later, whole=subtree.whole_words, styles=styled)

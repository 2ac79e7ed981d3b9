r"""The format `markdown`: headings and nested lists that paste into a paper or a wiki.

CommonMark. Every character of a name that could be markup is written with a backslash before it, so that a
name is never more than a name.
"""

from collections.abc import Iterator

from tiers.model.views.layout import GROUP

from ..parts.markdown import escaped
from .document import HEADING, ITEM, PARAGRAPH, Part, parts_of, setting_of, title_of
from .notes import Notes
from .subtree import Subtree


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the title, then headings, paragraphs and list items, then the sources and words, where asked for."""
    subtree = subtree.but(paper=True)
    notes = subtree.notes()
    setting = f"\n*{escaped(setting_of(subtree))}*\n"
    before = ""
    for part in parts_of(subtree, notes):
        if part.role == HEADING:
            lines = _heading(part)
            if not before:
                top = f"# {escaped(title_of(subtree))}\n{setting}"
                lines = f"{lines}{setting}" if part.depth == 1 else f"{top}\n{lines}"
        elif part.role == PARAGRAPH:
            lines = f"{_line(part)}\n"
        else:
            lines = f"{'  ' * part.depth}- {_line(part)}\n"
        yield lines if not before or before == part.role == ITEM else f"\n{lines}"
        before = part.role
    if notes is not None:
        yield from _ending(notes)


def _heading(part: Part) -> str:
    """The words of a heading stand below it, but those of a group, a number, in it."""
    mark, cited = "#" * part.depth, _cited(part)
    words = ", ".join(part.words)
    if part.kind == GROUP and words:
        below = cited
        mark_and_name = f"{mark} {escaped(part.name)} ({escaped(words)})"
    else:
        below = " ".join(filter(None, (escaped(words[:1].upper() + words[1:]), cited)))
        mark_and_name = f"{mark} {escaped(part.name)}"
    return f"{mark_and_name}\n\n{below}\n" if below else f"{mark_and_name}\n"


def _line(part: Part) -> str:
    words = escaped(", ".join(part.words))
    return " ".join(filter(None, (escaped(part.name), words and f"({words})", _cited(part))))


def _cited(part: Part) -> str:
    return f"[{', '.join(map(str, part.numbers))}]" if part.numbers else ""


def _ending(notes: Notes) -> Iterator[str]:
    cited, explained = notes.cited(), notes.explained()
    if cited:
        yield "\n## Sources\n\n"
        yield from (f"{number}. {escaped(text)}\n" for number, text in cited)
    if explained:
        yield "\n## Words\n\n"
        yield from (f"- {escaped(word)}: {escaped(meaning)}\n" for word, meaning in explained)

r"""The format `markdown`: headings and nested lists to paste into a paper or a wiki.

It is CommonMark. Every character of a name that could be markup is preceded by a backslash, so that a name is
never more than a name.
"""

from collections.abc import Iterator

from tiers.model.views.layout import GROUP

from ..parts.markdown import escaped
from .document import HEADING, ITEM, PARAGRAPH, Part, has_one_root, parts_of, setting_of, title_of
from .function_table import HEADINGS, NOT_STATED, Entry, is_table, tables_of
from .notes import Notes
from .subtree import Subtree


def write(subtree: Subtree) -> Iterator[str]:
    """Yield the title, then headings, paragraphs and list items, then the sources and the legend, where asked for."""
    subtree = subtree.but(paper=True)
    notes = subtree.notes()
    setting = f"\n*{escaped(setting_of(subtree))}*\n"
    if is_table(subtree):
        yield from _tables(subtree, notes, setting)
        if notes is not None:
            yield from _ending(notes)
        return
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


def _tables(subtree: Subtree, notes: Notes | None, setting: str) -> Iterator[str]:
    """Yield the functions as tables, each below the heading of the entity that they belong to."""
    rank = 1 if has_one_root(subtree) else 2
    is_first = True
    for table in tables_of(subtree, notes):
        if is_first and (rank > 1 or table.owner is None):
            yield f"# {escaped(title_of(subtree))}\n{setting}"
        if table.owner is not None:
            owner = table.owner
            part = Part(
                owner.row,
                subtree.forest.kinds[owner.row],
                HEADING,
                rank,
                owner.name,
                owner.words,
                owner.numbers,
            )
            yield f"{'' if is_first and rank == 1 else chr(10)}{_heading(part)}{setting if is_first and rank == 1 else ''}"
        is_first = False
        if table.lines:
            yield "\n"
            yield f"| {' | '.join(HEADINGS)} |\n| {' | '.join('---' for _ in HEADINGS)} |\n"
        for line in table.lines:
            cells = ["; ".join(map(_entry, entries)) or NOT_STATED for entries in line.cells]
            yield f"| {' | '.join((_entry(line.function), *cells))} |\n"


def _entry(entry: Entry) -> str:
    words = escaped(", ".join(entry.words))
    cited = f"[{', '.join(map(str, entry.numbers))}]" if entry.numbers else ""
    return " ".join(filter(None, (escaped(entry.name), words and f"({words})", cited)))


def _heading(part: Part) -> str:
    """Return a heading with its words below it; those of a group, which are a number, are part of the heading."""
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

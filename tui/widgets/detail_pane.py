"""The detail pane, which draws a description."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.message import Message

from ..exploring.detail.typesetting import Setting, typeset
from ..wording.description import Line
from .pane import THUMB, Pane, Run

_WIDEST = 84
"""The largest width of a line of text in cells; longer lines are hard to read."""

_LOOKS = {
    "title": ("strong",),
    "subtitle": ("quiet",),
    "heading": ("strong",),
    "label": ("quiet",),
    "note": ("quiet",),
    "source": ("quiet",),
    "words": ("quiet",),
    "marks": ("quiet",),
    "pair title": ("strong",),
    "pair quiet": ("quiet",),
}
"""The style of each role of a description; other roles are plain."""


def plain(text: str) -> str:
    """Return a text for comparison: in small letters, with plain spaces."""
    return text.lower().replace("\u00a0", " ")


class DetailPane(Pane):
    """A description, with links: lines the reader can step through, follow and cite.

    Attributes:
        link: The link chosen; `None` for none.
        active: Whether the keys move in the detail.
    """

    class Followed(Message):
        """A link was clicked, by its number."""

        def __init__(self, link: int) -> None:
            super().__init__()
            self.link = link

    def __init__(self) -> None:
        super().__init__()
        self.link: int | None = None
        self.active = False
        self._description: Sequence[Line] = ()
        self._setting: tuple[Sequence[Line], int, Setting] = ((), 0, Setting())
        self.needle = ""
        self._at_found = -1

    @property
    def setting(self) -> Setting:
        """The description wrapped to the present width."""
        width = max(min(self.size.width - 4, _WIDEST), 1)
        if self._setting[0] is not self._description or self._setting[1] != width:
            self._setting = (self._description, width, typeset(self._description, width))
        return self._setting[2]

    @property
    def description(self) -> Sequence[Line]:
        """The lines that are drawn, not wrapped."""
        return self._description

    @property
    def line_count(self) -> int:
        """How many lines the description has."""
        return len(self.setting.lines)

    @property
    def target(self) -> str | None:
        """The entity that the chosen link leads to; `None` if none is chosen."""
        links = self.setting.links
        return links[self.link].target if self.link is not None and self.link < len(links) else None

    @property
    def selected(self) -> Offset | None:
        """The position of the chosen link, while the keys move in the detail."""
        if not self.active:
            return None
        return Offset(1, max(self._line_of_link() - self.top, 0))

    def show(self, description: Sequence[Line], *, active: bool) -> None:
        """Draw a description; a new one is drawn from its top, without a chosen link."""
        if description is not self._description:
            self._description, self.link, self.top = description, None, 0
            self.needle, self._at_found = "", -1
        elif active == self.active:
            return
        self.active = active
        self.refresh()

    @property
    def found(self) -> tuple[int, int]:
        """The number of the present match, from 1, and the number of lines that match; 0 for none."""
        lines = self._lines_with()
        return (lines.index(self._at_found) + 1 if self._at_found in lines else 0), len(lines)

    def find(self, text: str) -> None:
        """Mark a text wherever it occurs, and scroll to the first line with it from the top of the pane."""
        self.needle, self._at_found = plain(text), self.top - 1
        self.step_found(1)

    def step_found(self, by: int) -> None:
        """Scroll to the next line with the text for 1, to the previous one for -1; the last is followed by the first."""
        lines = self._lines_with()
        if lines:
            ways = lines if by > 0 else lines[::-1]
            self._at_found = next((each for each in ways if (each - self._at_found) * by > 0), ways[0])
            self.link = self.setting.lines[self._at_found].link
            self.scroll_to_see(self._at_found)
        self.refresh()

    def _lines_with(self) -> list[int]:
        if not self.needle:
            return []
        texts = (plain("".join(text for text, _ in line.pieces)) for line in self.setting.lines)
        return [number for number, text in enumerate(texts) if self.needle in text]

    def choose(self, link: int | None) -> None:
        """Choose a link and show it."""
        self.link = link
        self._see_link()
        self.refresh()

    @property
    def at(self) -> int | None:
        """The line of the description of the chosen link; `None` if none is chosen."""
        links = self.setting.links
        return links[self.link].at if self.link is not None and self.link < len(links) else None

    def choose_first(self) -> None:
        """If no link is chosen, choose the first visible one that leads to an entity, else the first visible one."""
        if self.link is None:
            seen = list(self._in_sight())
            leading = (each for each in seen if self.setting.links[each].target is not None)
            self.choose(next(leading, seen[0] if seen else None))

    def choose_below(self) -> None:
        """Choose the first link below the first visible line, and scroll to it."""
        links = self.setting.links
        self.choose(next((number for number, link in enumerate(links) if link.first >= self.top), None))

    def step(self, by: int) -> None:
        """Choose the next link for 1, the previous one for -1; if it is not visible, scroll a line towards it."""
        at = self._line_of_link()
        seen = [each for each in self._in_sight() if (self.setting.links[each].first - at) * by > 0]
        if seen:
            self.choose(seen[0] if by > 0 else seen[-1])
        else:
            self._scroll(self.top + by)

    def page(self, pages: int) -> None:
        """Scroll by pages and choose the first visible link."""
        self._scroll(self.top + pages * max(self.size.height - 1, 1))
        self.choose(next(self._in_sight(), None))

    def to_top(self) -> None:
        """Scroll to the first line."""
        self._scroll(0)
        self.choose(next(self._in_sight(), None))

    def to_end(self) -> None:
        """Scroll to the last line."""
        self._scroll(self.line_count)
        self.choose(next(reversed([*self._in_sight()]), None))

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield a line of the description."""
        plain = self.look()
        setting = self.setting.lines[line]
        here = self.active and setting.link is not None and setting.link == self.link
        over = ("cursor",) if here else ()
        yield (" ", plain)
        yield ("┃" if here else " ", self.look("accent", *over))
        used = 2
        for text, role in setting.pieces:
            look = ("accent",) if role == "relation" and self._leads(setting.link) else _LOOKS.get(role, ())
            yield from self._marked(text, (*look, *over), over)
            used += cell_len(text)
        yield (" " * (width - used - 1), self.look(*over))
        yield (THUMB if self.thumb(line - self.top) else " ", self.look("faint"))

    def _marked(self, text: str, look: tuple[str, ...], over: tuple[str, ...]) -> Iterator[Run]:
        """Yield a text with the matches of the search marked."""
        at, known = 0, plain(text)
        while self.needle and len(known) == len(text) and (start := known.find(self.needle, at)) >= 0:
            yield (text[at:start], self.look(*look))
            at = start + len(self.needle)
            yield (text[start:at], self.look("match", *over))
        yield (text[at:], self.look(*look))

    def on_resize(self) -> None:
        """Keep the chosen link visible; the new layout is drawn anyway."""
        self.scroll_lines_to(self.top)
        self._see_link()

    def on_click(self, event: events.Click) -> None:
        """Report which link was clicked."""
        event.stop()
        line = event.y + self.top
        if line < self.line_count:
            link = self.setting.lines[line].link
            if link is not None:
                self.post_message(self.Followed(link))

    def _leads(self, link: int | None) -> bool:
        return link is not None and self.setting.links[link].target is not None

    def _see_link(self) -> None:
        links = self.setting.links
        if self.link is not None and self.link < len(links):
            self.scroll_to_see(links[self.link].first, links[self.link].last)

    def _in_sight(self) -> Iterator[int]:
        """Yield the numbers of the links that are visible, or would be after scrolling by a line."""
        top, bottom = self.top - 1, self.top + self.size.height
        for number, link in enumerate(self.setting.links):
            if top <= link.first and link.last <= bottom:
                yield number

    def _line_of_link(self) -> int:
        return self.top - 1 if self.link is None else self.setting.links[self.link].first

    def _scroll(self, top: int) -> None:
        """Scroll, and drop a chosen link that is no longer visible."""
        self.scroll_lines_to(top)
        if self.link is not None and not self.top <= self._line_of_link() < self.top + self.size.height:
            self.choose(None)

"""The two lines at the top: the path to the cursor with the date, and the views."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual import events
from textual.message import Message

from tiers.model.format.unchanging import Value

from .pane import Pane, Run
from .shortening import shortened

_BETWEEN = " › "  # noqa: RUF001 - it points
_SHORTEST = 8
"""The width in cells to which a name above the last one is shortened."""

_LEAST = 16
"""The smallest width in cells of the path; the date is dropped to keep it."""


class Heading(Value):
    """The content of the two lines at the top.

    Attributes:
        crumbs: The rows from the top of the view down to the cursor's, each as row and name.
        date: The words for the date.
        views: The views, each as number, name and title.
        view: The name of the view shown.
        legend: The marks of rows with their meaning, shown after the present view in place of the other
            views; empty for none.
    """

    crumbs: Sequence[tuple[int, str]] = ()
    date: str = ""
    views: Sequence[tuple[int, str, str]] = ()
    view: str = ""
    legend: str = ""


class Masthead(Pane):
    """The two lines at the top: the path and the date, then the views."""

    class RowClicked(Message):
        """A row of the path was clicked."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class ViewClicked(Message):
        """A view was clicked."""

        def __init__(self, view: str) -> None:
            super().__init__()
            self.view = view

    def __init__(self) -> None:
        super().__init__()
        self.heading = Heading()

    def show(self, heading: Heading) -> None:
        """Draw another heading."""
        if heading != self.heading:
            self.heading = heading
            self.refresh()

    def draw_line(self, line: int, width: int) -> Iterator[Run]:
        """Yield the path and the date, or the views."""
        for text, look, _ in self._views(width) if line else self._path(width):
            yield (text, self.look(*look))

    def on_click(self, event: events.Click) -> None:
        """Report which row of the path or which view was clicked."""
        event.stop()
        end = 0
        for text, _, target in self._views(self.size.width) if event.y else self._path(self.size.width):
            end += cell_len(text)
            if event.x < end:
                if isinstance(target, int):
                    self.post_message(self.RowClicked(target))
                elif target is not None:
                    self.post_message(self.ViewClicked(target))
                return

    def _path(self, width: int) -> Iterator[tuple[str, tuple[str, ...], int | None]]:
        date = self.heading.date
        if width - cell_len(date) < _LEAST * 2:
            date = date.partition(", ")[0]
        room = width - 2 - (cell_len(date) + 2 if date else 0)
        if room < _LEAST:
            date, room = "", width - 2
        kept = _shortened(self.heading.crumbs, room)
        used = sum(cell_len(name) for _, name in kept) + cell_len(_BETWEEN) * max(len(kept) - 1, 0)
        yield (" ", (), None)
        for number, (row, name) in enumerate(kept):
            if number:
                yield (_BETWEEN, ("quiet",), None)
            yield (name, ("strong",) if number == len(kept) - 1 else ("quiet",), row)
        if date:
            yield (" " * max(width - 2 - used - cell_len(date), 1), (), None)
            yield (date, ("quiet",), None)

    def _views(self, width: int) -> Iterator[tuple[str, tuple[str, ...], str | None]]:
        """Yield the views; in little room closer together, or with the title of the present view only."""
        views = [(f"{number} {title}", name) for number, name, title in self.heading.views]
        if self.heading.legend:
            yield (" ", (), None)
            yield from ((words, ("chosen",), name) for words, name in views if name == self.heading.view)
            yield (f"   {self.heading.legend}", (), None)
            return
        letters = sum(cell_len(words) for words, _ in views)
        between = "  " if letters + 2 * len(views) <= width else " "
        if letters + len(views) > width:
            views = [
                (words if name == self.heading.view else words.split()[0], name) for words, name in views
            ]
        for number, (words, name) in enumerate(views):
            yield (between if number else " ", (), None)
            yield (words, ("chosen",) if name == self.heading.view else ("quiet",), name)


def _shortened(crumbs: Sequence[tuple[int, str]], room: int) -> list[tuple[int, str]]:
    """Return a path that fits: names above the last are shortened, then left out, and finally the last is shortened."""
    kept = list(crumbs)
    while kept:
        above = room - cell_len(kept[-1][1]) - cell_len(_BETWEEN) * (len(kept) - 1)
        sizes = [cell_len(name) for _, name in kept[:-1]]
        for most in range(max(sizes, default=_SHORTEST), _SHORTEST - 1, -1):
            if sum(min(size, most) for size in sizes) <= above:
                return [*((row, shortened(name, most)) for row, name in kept[:-1]), kept[-1]]
        if len(kept) == 1:
            return [(kept[0][0], shortened(kept[0][1], room))]
        kept = kept[1:]
    return []

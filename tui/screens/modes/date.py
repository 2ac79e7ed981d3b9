"""The mode in which a date is chosen: the date of the model, or the date to compare with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...widgets.key_line import Prompt
from ...wording.description import Line
from ...wording.missing import why_missing
from ..key import Key
from .mode import Host, Mode

if TYPE_CHECKING:
    from ...exploring.dates.dating import Dating


class DateMode(Mode):
    """The choice of a date: the tree changes at each step, and the detail lists the dates."""

    only_own_keys = True

    def __init__(self, host: Host, dating: "Dating") -> None:
        self._host = host
        self._exploration = host.exploration
        self._dating = dating
        self._came_from = host.place()
        self._compared_before = host.exploration.against
        self._missing: str | None = None
        self._lines: tuple[tuple[object, ...], Sequence[Line]] = ((), ())

    def takes(self, name: str, character: str | None) -> bool:
        """Whether a key edited the typed date."""
        if not self._dating.press(name, character):
            return False
        self.follow()
        return True

    def pastes(self, text: str) -> None:
        """Type a pasted date."""
        self._dating.paste(text)
        self.follow()

    def clicked(self, link: int) -> bool:
        """Go to a date that was clicked."""
        self._dating.to(link)
        self.follow()
        return True

    def step(self, by: int) -> None:
        """Go to the next date of change for 1, to the previous one for -1."""
        self._dating.step(by)
        self.follow()

    def keep(self) -> None:
        """End the mode and keep the date; if the typed text is no date, show the mistake instead."""
        if self._dating.settle():
            if self._came_from.at != self._exploration.graph.at:
                self._exploration.history.leave(self._came_from)
            if self._missing is not None:
                self._host.message = why_missing(self._exploration.graph, self._missing)
            self._host.mode = None
        self._host.show()

    def drop(self) -> None:
        """End the mode and return to the previous date and place."""
        self._host.mode, self._exploration.against = None, self._compared_before
        self._host.return_to(self._came_from)

    def follow(self) -> None:
        """Show the model at the chosen date, or compare it with that date."""
        dating, exploration = self._dating, self._exploration
        if dating.against:
            same = dating.date == exploration.graph.at
            exploration.against = None if same else exploration.graph_at(dating.date)
        elif dating.date != exploration.graph.at:
            self._missing = exploration.turn_to(dating.date)
        self._host.show()

    def prompt(self) -> Prompt | None:
        """Return the typed date with the date shown; `None` where nothing is typed."""
        typed, note = self._dating.typed, self._dating.note()
        long = f"{note}  ↵ keep  esc back"
        return Prompt(self._sign, typed.text, typed.at, long, short=note) if typed.text else None

    def remark(self) -> str:
        """Return the date shown; before one is chosen, that a date may be typed."""
        typing = "; or type a date, as 2 Dec 2020" if self._dating.date is None else ""
        return f"{self._sign}{self._dating.note()}{typing}"

    def hints(self, live: Sequence[Key[Any]]) -> Sequence[Key[Any]]:
        """Return the keys that choose a date."""
        return [each for each in live if each.mode is DateMode]

    def covers(self) -> bool:
        """Whether the detail covers the tree: only to show the mistake in a typed date."""
        return bool(self._dating.wrong)

    def lines(self) -> Sequence[Line]:
        """Return the dates of change; the same object as before where the lines are equal, so that nothing is redrawn."""
        said = "" if self._missing is None else why_missing(self._exploration.graph, self._missing)
        key = (self._dating.wrong, said, said and self._dating.at)
        if key != self._lines[0]:
            self._lines = (key, self._dating.lines(said))
        return self._lines[1]

    def drawn(self, top: int) -> None:
        """Mark the chosen date, keeping the scroll position."""
        wrong, detail = self._dating.wrong, self._host.detail
        detail.show(self.lines(), active=True)
        detail.scroll_lines_to(0 if wrong else top)
        detail.choose(self._dating.at if self._dating.is_step and not wrong else None)

    @property
    def _sign(self) -> str:
        """The words before the chosen date."""
        if self._dating.against:
            return "compared with "
        return "" if self._dating.date is None and not self._dating.typed.text else "as of "

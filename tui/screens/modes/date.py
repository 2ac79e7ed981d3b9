"""The mode in which a date is chosen: the date the model is seen at, or the date it is compared with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...widgets.key_line import Prompt
from ...wording.description import Line
from ..key import Key
from .mode import Host, Mode

if TYPE_CHECKING:
    from ...exploring.dates.dating import Dating


class DateMode(Mode):
    """A date being chosen; the tree follows at each step, and the dates stand in the place of the detail."""

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
        """Whether a key typed or removed a part of a date."""
        if not self._dating.press(name, character):
            return False
        self.follow()
        return True

    def pastes(self, text: str) -> None:
        """Take a date that is pasted as typed."""
        for char in text.strip():
            self._dating.press(char, char)
        self.follow()

    def clicked(self, link: int) -> bool:
        """Go to a date that was clicked."""
        self._dating.to(link)
        self.follow()
        return True

    def step(self, by: int) -> None:
        """Go to the next date on which something changed for 1, to the one before for -1."""
        self._dating.step(by)
        self.follow()

    def keep(self) -> None:
        """End the mode and keep the date; where what was typed is no date, say what is wrong with it instead."""
        if self._dating.settle():
            if self._came_from.at != self._exploration.graph.at:
                self._exploration.history.leave(self._came_from)
            if self._missing is not None:
                self._host.message = self._exploration.why_missing(self._missing)
            self._host.mode = None
        self._host.show()

    def drop(self) -> None:
        """End the mode and go back to the date and the place where the reader was."""
        self._host.mode, self._exploration.against = None, self._compared_before
        self._host.return_to(self._came_from)

    def follow(self) -> None:
        """Show the model at the date chosen by now, or compare it with that date."""
        dating, exploration = self._dating, self._exploration
        if dating.against:
            same = dating.date == exploration.graph.at
            exploration.against = None if same else exploration.graph_at(dating.date)
        elif dating.date != exploration.graph.at:
            self._missing = exploration.turn_to(dating.date)
        self._host.show()

    def prompt(self) -> Prompt | None:
        """Return the date being typed, with the one that is shown by now; `None` where nothing is typed."""
        typed = self._dating.typed
        return Prompt(self._sign, typed.text, typed.at, self._dating.note()) if typed.text else None

    def remark(self) -> str:
        """Return the date that is shown by now."""
        return f"{self._sign}{self._dating.note()}"

    def hints(self, live: Sequence[Key[Any]]) -> Sequence[Key[Any]]:
        """Return the keys that choose a date."""
        return [each for each in live if each.mode is DateMode]

    def covers(self) -> bool:
        """Whether the detail covers the tree: it does where it says what is wrong with the date typed."""
        return bool(self._dating.wrong)

    def lines(self) -> Sequence[Line]:
        """Return the dates on which something changed, the same lines as before where they say the same."""
        said = "" if self._missing is None else self._exploration.why_missing(self._missing)
        key = (self._dating.wrong, said, said and self._dating.at)
        if key != self._lines[0]:
            self._lines = (key, self._dating.lines(said))
        return self._lines[1]

    def drawn(self, top: int) -> None:
        """Mark the date chosen by now, the dates scrolled as before."""
        wrong, detail = self._dating.wrong, self._host.detail
        detail.show(self.lines(), active=True)
        detail.scroll_lines_to(0 if wrong else top)
        detail.choose(self._dating.at if self._dating.is_step and not wrong else None)

    @property
    def _sign(self) -> str:
        """What stands before the date chosen by now."""
        if self._dating.against:
            return "compared with "
        return "" if self._dating.date is None and not self._dating.typed.text else "as of "

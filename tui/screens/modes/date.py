"""Choosing the date the model is seen at, and the date it is compared with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.events import Paste

from tiers.model import Date, Graph

from ...describing import Line
from ...exploring.history import Place
from ...widgets.key_line import KeyHint, Prompt
from ..actions.going import Going
from ..heading import last_evidence
from ..panes import TREE

if TYPE_CHECKING:
    from ...exploring.dating import Dating


class Dated(Going):
    """The keys that choose a date; the tree follows at each step.

    Attributes:
        dating: The date being chosen; `None` for none.
    """

    dating: "Dating | None" = None
    _came_from: Place | None = None
    _compared_before: Graph | None = None
    _missing: str | None = None
    _dates: tuple[tuple[object, ...], Sequence[Line]] = ((), ())

    def action_choose_date(self) -> None:
        """Choose the date the model is seen at."""
        self._begin(self._dating(self.graph.at))

    def action_choose_other(self) -> None:
        """Choose a date to compare with; compared already, leave that."""
        if self.exploration.against is not None:
            self.exploration.against = None
            self.message = "nothing is compared any more"
            self.show()
            return
        near = last_evidence(self.exploration) if self.graph.at is None else self.graph.at
        dating = self._dating(near, against=True)
        dating.step(-1 if dating.at else 1)
        self._begin(dating)
        self._follow()

    def action_step_date(self, by: int) -> None:
        """Go to the next date on which something changed, or to one before."""
        if self.dating is not None:
            self.dating.step(by)
            self._follow()

    def action_keep_date(self) -> None:
        """Keep the date chosen; say what is wrong with what was typed where it is none."""
        if self.dating is not None and self.dating.settle():
            if self._came_from is not None and self._came_from.at != self.graph.at:
                self.exploration.history.leave(self._came_from)
            if self._missing is not None:
                self.message = self.why_missing(self._missing)
            self.dating = None
        self.show()

    def action_drop_date(self) -> None:
        """Go back to the date and the place that were left."""
        self.dating, self.exploration.against = None, self._compared_before
        if self._came_from is not None:
            self.go_to_place(self._came_from)

    def takes(self, key: str, character: str | None) -> bool:
        """Whether a key was typed as a part of a date."""
        if self.dating is None or not self.dating.press(key, character):
            return super().takes(key, character)
        self._follow()
        return True

    def hints(self) -> list[KeyHint]:
        """Return what the keys do now; while a date is chosen, only what they do to it."""
        found = super().hints()
        return found if self.dating is None else [each for each in found if "_date" in each.action]

    def on_paste(self, event: Paste) -> None:
        """Take a date that is pasted as if it was typed."""
        if self.dating is not None:
            for char in event.text.strip():
                self.dating.press(char, char)
            self._follow()

    def prompt(self) -> Prompt | None:
        """Return the date being typed, with the one that is shown by now."""
        if self.dating is None or not self.dating.typed.text:
            return super().prompt()
        typed = self.dating.typed
        return Prompt(self._sign, typed.text, typed.at, self.dating.note())

    def remark(self) -> str:
        """Return the date that is shown by now, while one is chosen."""
        return super().remark() if self.dating is None else f"{self._sign}{self.dating.note()}"

    def show(self) -> None:
        """Draw where the reader is; while a date is chosen the dates stand in the place of the detail."""
        top = self.detail.top
        super().show()
        if self.dating is None:
            return
        wrong = self.dating.wrong
        self.detail.show(self._description(), active=True)
        self.detail.scroll_lines_to(0 if wrong else top)
        self.detail.choose(self.dating.at if self.dating.is_step and not wrong else None)

    def covers(self) -> bool:
        """Whether the detail covers the tree where there is no room for both; of the dates only what is wrong does."""
        return super().covers() if self.dating is None else bool(self.dating.wrong)

    def follow_clicked(self, target: str, link: int) -> None:
        """Go to a date that was clicked; else follow the link."""
        if self.dating is None:
            super().follow_clicked(target, link)
            return
        self.dating.to(link)
        self._follow()

    def _description(self) -> Sequence[Line]:
        if self.dating is None:
            return super()._description()
        said = "" if self._missing is None else self.why_missing(self._missing)
        key = (self.dating, self.dating.wrong, said, said and self.dating.at)
        if key != self._dates[0]:
            self._dates = (key, self.dating.lines(said))
        return self._dates[1]

    @property
    def _sign(self) -> str:
        """Return what stands before the date chosen by now."""
        dating = self.dating
        if dating is not None and dating.against:
            return "compared with "
        return "" if dating is not None and dating.date is None and not dating.typed.text else "as of "

    def _dating(self, date: Date | None, *, against: bool = False) -> "Dating":
        from tiers.model.changes import change_dates  # noqa: PLC0415 - paid for when a date is chosen

        from ...exploring.dating import Dating  # noqa: PLC0415 - as above

        return Dating(change_dates(self.graph), date, against=against)

    def _begin(self, dating: "Dating") -> None:
        self._came_from, self._compared_before = self.here(), self.exploration.against
        self.dating, self._missing = dating, None
        self.typed, self.pane = None, TREE
        self.show()

    def _follow(self) -> None:
        """Show the date chosen by now."""
        dating, exploration = self.dating, self.exploration
        if dating is None:
            return
        if dating.against:
            same = dating.date == self.graph.at
            exploration.against = None if same else exploration.graph_at(dating.date)
        elif dating.date != self.graph.at:
            self._missing = exploration.turn_to(dating.date)
        self.show()

"""Searching as one types."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...describing import Line
from ...exploring.recalling import Recall
from ...exploring.typed_line import TypedLine
from ...safe_text import safe
from ...widgets.key_line import Prompt
from ..panes import TREE, PanedScreen

if TYPE_CHECKING:
    from ...exploring.exploration import Exploration
    from ...exploring.query_help import QueryHelp

_REASON = 40
"""How many characters of the reason for a match are said."""

_STEPS = {"up": -1, "ctrl+p": -1, "down": 1, "ctrl+n": 1}
"""The keys that go to another match while one types; the arrows, where there is no other query to go to."""


class Finding(PanedScreen):
    """The keys that search in the view, and what is typed.

    Attributes:
        recall: What was looked for before.
    """

    def __init__(self, exploration: "Exploration") -> None:
        super().__init__(exploration)
        self.recall = Recall()
        self._top = 0
        self._helped: QueryHelp | None = None
        self._keeps_soon = False

    def action_search(self) -> None:
        """Begin to type what is looked for."""
        self.pane = TREE
        self.typed = TypedLine()
        self.recall.begin()
        self._top = self.structure.top
        self.exploration.walk.begin_finding()
        self._help()
        self.show()

    def typed_on(self) -> None:
        """Look for what has been typed by now."""
        self._keeps_soon = False
        if self.typed is not None:
            self.exploration.walk.find_from_where_begun(self.typed.text)
            self._help()
        self.show()
        found = self.exploration.walk.found
        if found is None or not found.rows:
            self.structure.scroll_lines_to(self._top)

    def indexed(self) -> None:
        """Look once more for what is looked for, now in more than before."""
        walk = self.exploration.walk
        if walk.found is None or not walk.found.meant.reading:
            return
        if self.typed is None:
            walk.find_again()
            self.show()
        else:
            keeps_soon = self._keeps_soon
            self.typed_on()
            if keeps_soon:
                self.keep_finding()

    def keep_finding(self) -> None:
        """Leave off typing and keep what was found; where nothing was, go back to where the reader was.

        Where nothing is found yet, that is done once there is something, or everything is read.
        """
        found = self.exploration.walk.found
        if found is None or found.meant.unfinished:
            self.complete()
            found = self.exploration.walk.found
        if found is not None and (found.meant.wrong or (found.meant.reading and not found.rows)):
            self._keeps_soon = not found.meant.wrong
            self.show()
            return
        if found is not None:
            self.recall.keep(found.query)
            if not found.rows:
                self.message = self.count_words()
                self.give_up_finding()
                return
        self.typed = None
        self.show()

    def give_up_finding(self) -> None:
        """Leave off typing and go back to where the reader was."""
        self.typed = None
        self.exploration.walk.give_up_finding()
        self.show()
        self.structure.scroll_lines_to(self._top)

    def complete(self) -> bool:
        """Add what a filter at the end of the line may become; return whether there was something to add."""
        rest = self._rest()
        if self.typed is None or not rest:
            return False
        self.typed.insert(rest if rest.endswith(":") else f"{rest} ")
        self.typed_on()
        return True

    def action_step_found(self, back: bool = False) -> None:  # noqa: FBT001, FBT002 - a binding has no keywords
        """Go to the next match, or the one before."""
        self.pane = TREE
        self.exploration.walk.to_found(back=back)
        self.show()

    def action_toggle_filtering(self) -> None:
        """Show only the matches, or everything with the matches marked."""
        self.exploration.walk.toggle_filtering()
        self.show()

    def action_leave(self) -> None:
        """Leave the detail, else what was found."""
        if self.pane != TREE:
            self.pane = TREE
        else:
            self.exploration.walk.stop_finding()
        self.show()

    def takes(self, key: str, character: str | None) -> bool:
        """Whether a key did something with what is being typed but type."""
        if self.typed is None:
            return super().takes(key, character)
        if key == "enter":
            self.keep_finding()
        elif key == "escape":
            self.give_up_finding()
        elif key in _STEPS:
            self._step(key)
        else:
            return (key == "tab" and self.complete()) or super().takes(key, character)
        return True

    def prompt(self) -> Prompt | None:
        """Return what is being typed, with how many rows bear it."""
        if self.typed is None:
            return super().prompt()
        return Prompt("/", self.typed.text, self.typed.at, self.count_words(), self._rest())

    def remark(self) -> str:
        """Return what was found, as long as it is kept."""
        found = self.exploration.walk.found
        return super().remark() if found is None else f"/{safe(found.query)}  {self.count_words()}"

    def covers(self) -> bool:
        """Whether the detail covers the tree where there is no room for both; what is said of a query does."""
        return bool(self._said()) or super().covers()

    def _said(self) -> Sequence[Line]:
        """Return what is said of the query being typed."""
        return self._helped.lines if self.typed is not None and self._helped is not None else ()

    def _description(self) -> Sequence[Line]:
        """Return what is said of the query being typed, where there is something to say, else the detail."""
        return self._said() or super()._description()

    def count_words(self) -> str:
        """Return how many rows were found, which of them the cursor is on, and why."""
        walk = self.exploration.walk
        found = walk.found
        if found is None:
            return ""
        if found.meant.wrong:
            return safe(found.meant.wrong)
        count = len(found.rows)
        so_far = " so far" if found.meant.reading else ""
        if not count:
            return "nothing so far, still reading" if so_far else "nothing in this view is called that"
        number = found.number(walk.cursor)
        of = (f"{number:,} of {count:,}" if number else f"{count:,} found") + so_far
        if found.alike:
            return f"alike: {of}" if so_far else f"nothing is called that; alike: {of}"
        reason = found.meant.why(walk.forest.ids[walk.cursor] or "") if number and self.typed else ""
        if not reason or reason.startswith("name") or not found.meant.words:
            return of
        reason = safe(reason)
        return f"{of} · {reason if len(reason) <= _REASON else reason[: _REASON - 1] + '…'}"

    def _step(self, key: str) -> None:
        """Go to another query with the arrows, as far as there are any; else to another match."""
        by = _STEPS[key]
        now = "" if self.typed is None else self.typed.text
        query = self.recall.step(by, now) if key in {"up", "down"} else now
        if query != now:
            self.typed = TypedLine(query, len(query))
            self.typed_on()
            return
        self.exploration.walk.to_found(back=by < 0)
        self.show()

    def _rest(self) -> str:
        """Return what may be added at the end of the line, where the cursor is there."""
        if self.typed is None or self._helped is None or self.typed.at < len(self.typed.text):
            return ""
        return self._helped.rest

    def _help(self) -> None:
        from ...exploring.query_help import query_help  # noqa: PLC0415 - paid for when something is looked for

        self._helped = query_help(self.exploration, "" if self.typed is None else self.typed.text)

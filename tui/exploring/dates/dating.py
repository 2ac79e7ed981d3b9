"""The choice of a date after `@` or `d`: a step among the dates of change, or a typed date."""

from bisect import bisect_left
from collections.abc import Sequence

from tiers.model import Date
from tiers.model.format.plain_dates import read_date

from ...wording.at_date import LAST_KNOWN
from ...wording.description import Line
from ...wording.description.line import BLANK
from ...wording.description.values import joined
from ...wording.safe_text import safe
from ..typed_line import TypedLine

_HELP = "?"
"""The key that opens help; no date contains it."""


class Dating:
    """The choice of a date.

    Attributes:
        steps: The dates on which something changed, in order; the last known state comes after them.
        date: The date chosen so far; `None` for the last known state.
        against: Whether the date is for comparison (key `d`).
        reasons: The changes on each of the dates, in words that are safe to draw; empty for no words.
        typed: The text being typed.
        wrong: The mistake in the text; empty for none.
    """

    def __init__(
        self, steps: Sequence[Date], date: Date | None, *, against: bool = False, reasons: Sequence[str] = ()
    ) -> None:
        self.steps = steps
        self.date = date
        self.against = against
        self.reasons = reasons
        self.typed = TypedLine()
        self.wrong = ""

    @property
    def at(self) -> int:
        """The number of the chosen step, or of the next one after a date between two steps."""
        if self.date is None:
            return len(self.steps)
        return bisect_left([each.last for each in self.steps], self.date.last)

    @property
    def is_step(self) -> bool:
        """Whether the chosen date is a step, not a date between two steps."""
        at = self.at
        return self.date is None or (at < len(self.steps) and self.steps[at].last == self.date.last)

    def step(self, by: int) -> None:
        """Go to the next step for 1, to the previous one for -1; a larger number stops at the ends."""
        at = self.at + by - (by > 0 and not self.is_step)
        self.to(min(max(at, 0), len(self.steps)))

    def to(self, step: int) -> None:
        """Go to a step; the one after the last is the last known state."""
        self.typed, self.wrong = TypedLine(), ""
        self.date = self.steps[step] if step < len(self.steps) else None

    def press(self, key: str, character: str | None) -> bool:
        """Handle a key; the text becomes the chosen date as soon as it is one, and the last known state when it is empty.

        Returns:
            Whether the key edits the text.
        """
        if character == _HELP or not self.typed.press(key, character):
            return False
        self._follow()
        return True

    def paste(self, text: str) -> None:
        """Insert a pasted text unchanged."""
        self.typed.insert(text.strip())
        self._follow()

    def _follow(self) -> None:
        self.wrong = ""
        self.date = (self._understood() or self.date) if self.typed.text and not self._is_latest else None

    @property
    def _is_latest(self) -> bool:
        """Whether the word for the last known state is typed."""
        return self.typed.text.strip().casefold() == LAST_KNOWN

    def _understood(self) -> Date | None:
        """Return the typed date; `None` for an unfinished or a wrong one, which `settle` distinguishes."""
        try:
            return read_date(self.typed.text)
        except ValueError:
            return None

    def settle(self) -> bool:
        """Return whether the typed text is a date or empty; otherwise set `wrong`."""
        if self.typed.text.strip() and not self._is_latest:
            try:
                read_date(self.typed.text)
            except ValueError as error:
                self.wrong = safe(str(error))
        return not self.wrong

    def note(self) -> str:
        """Return the chosen date with the number of its step, and a note if the typed text is not a date yet."""
        if self.date is None:
            said = LAST_KNOWN
        else:
            where = f"{self.at + 1} of {len(self.steps)}" if self.is_step else "between two dates of change"
            said = f"{self.date.words()}  {where}"
        unread = bool(self.typed.text.strip()) and not self._is_latest and self._understood() is None
        return f"not yet a date; shown: {said}" if unread else said

    def lines(self, said: str = "") -> tuple[Line, ...]:
        """Return the steps as lines, each a link whose target is its number.

        Args:
            said: The message at the chosen date, safe to draw; empty for none.
        """
        title = "Compare with the model at a date" if self.against else "See the model at a date"
        lines = [Line("title", title)]
        if self.wrong:
            lines += [Line("text", self.wrong)]
        else:
            lines += [
                Line("subtitle", "choose a date on which something changed, or type a date; `latest` returns")
            ]
        year, at = "", self.at
        for number, each in enumerate(self.steps):
            if f"{each.last.year:04}" != year:
                year = f"{each.last.year:04}"
                lines += [BLANK, Line("heading", year)]
            reason = self.reasons[number] if self.reasons else ""
            words = joined(safe(each.words()), reason, said if number == at else "")
            lines.append(Line("relation", words, target=str(number), indent=1))
        lines += [BLANK, Line("relation", LAST_KNOWN, target=str(len(self.steps)))]
        return tuple(lines)

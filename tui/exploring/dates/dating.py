"""The date being chosen after `@` or `d`: a step among the dates of change, or a typed date."""

from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress

import attrs

from tiers.model import Date, Graph, parse_date

from ...wording.description import Line
from ...wording.description.line import BLANK
from ...wording.description.values import joined
from ...wording.safe_text import safe
from ..typed_line import TypedLine

LAST_KNOWN = "last known"


def seen_words(graph: Graph) -> str:
    """Return the date of a graph in words: `as of 2 Dec 2020` or `last known`."""
    return LAST_KNOWN if graph.at is None else f"as of {graph.at.words()}"


_TYPED = frozenset("0123456789-~/[].")
_ERASING = frozenset(("backspace", "ctrl+h", "ctrl+w", "ctrl+u"))


@attrs.define(eq=False, repr=False)
class Dating:
    """A date being chosen.

    Attributes:
        steps: The dates on which something changed, in order; the last known state comes after them.
        date: The date chosen so far; `None` for the last known state.
        against: Whether the date is for comparison (key `d`).
        typed: The text being typed.
        wrong: The mistake in the text; empty for none.
    """

    steps: Sequence[Date]
    date: Date | None
    against: bool = False
    typed: TypedLine = attrs.field(factory=TypedLine)
    wrong: str = ""

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
        """Type a key; the text is chosen as soon as it is a date.

        Returns:
            Whether the key belongs to a date.
        """
        if character not in _TYPED and not (key in _ERASING and self.typed.text):
            return False
        self.typed.press(key, character)
        self.wrong = ""
        with suppress(ValueError):  # it is not finished, or wrong; `settle` says which
            self.date = parse_date(self.typed.text)
        return True

    def settle(self) -> bool:
        """Whether the typed text is a date or empty; otherwise set `wrong`."""
        if self.typed.text:
            try:
                parse_date(self.typed.text)
            except ValueError as error:
                self.wrong = safe(str(error))
        return not self.wrong

    def note(self) -> str:
        """Return the chosen date with the number of its step, and that the typed text is not yet a date where it is none."""
        if self.date is None:
            said = LAST_KNOWN
        else:
            where = f"{self.at + 1} of {len(self.steps)}" if self.is_step else "between two dates of change"
            said = f"{self.date.words()}  {where}"
        typed = self.typed.text
        return (
            f"not yet a date; shown: {said}"
            if typed and (self.date is None or typed != self.date.text)
            else said
        )

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
            lines += [Line("subtitle", "choose a date on which something changed, or type a date")]
        if self.against:
            lines.append(Line("note", "+ new   - gone   > moved   ~ changed   ? evidence changed   * inside"))
        year = ""
        for number, each in enumerate(self.steps):
            if f"{each.last.year:04}" != year:
                year = f"{each.last.year:04}"
                lines += [BLANK, Line("heading", year)]
            words = joined(safe(each.words()), said if number == self.at else "")
            lines.append(Line("relation", words, target=str(number), indent=1))
        lines += [BLANK, Line("relation", LAST_KNOWN, target=str(len(self.steps)))]
        return tuple(lines)

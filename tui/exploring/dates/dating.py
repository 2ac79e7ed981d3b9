"""Choosing a date: stepping through those on which something changed, or typing one."""

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
    """Return as of when a model is seen."""
    return LAST_KNOWN if graph.at is None else f"as of {graph.at.words()}"


_TYPED = frozenset("0123456789-~/[].")
_ERASING = frozenset(("backspace", "ctrl+h", "ctrl+w", "ctrl+u"))


@attrs.define(eq=False, repr=False)
class Dating:
    """A date being chosen.

    Attributes:
        steps: The dates on which something changed, in order; the last known state comes after them.
        date: The date chosen by now; `None` for the last known state.
        against: Whether it is the date to compare with.
        typed: What is being typed.
        wrong: What is wrong with it; empty for nothing.
    """

    steps: Sequence[Date]
    date: Date | None
    against: bool = False
    typed: TypedLine = attrs.field(factory=TypedLine)
    wrong: str = ""

    @property
    def at(self) -> int:
        """The step that is chosen, or the next one after a date between two."""
        if self.date is None:
            return len(self.steps)
        return bisect_left([each.last for each in self.steps], self.date.last)

    @property
    def is_step(self) -> bool:
        """Whether the date chosen is a step, and not one between two."""
        at = self.at
        return self.date is None or (at < len(self.steps) and self.steps[at].last == self.date.last)

    def step(self, by: int) -> None:
        """Go to the next step for 1, to the one before for -1; to the ends for more than there are."""
        at = self.at + by - (by > 0 and not self.is_step)
        self.to(min(max(at, 0), len(self.steps)))

    def to(self, step: int) -> None:
        """Go to a step; the one after the last is the last known state."""
        self.typed, self.wrong = TypedLine(), ""
        self.date = self.steps[step] if step < len(self.steps) else None

    def press(self, key: str, character: str | None) -> bool:
        """Take a key as typed; a date is chosen as soon as it is one.

        Returns:
            Whether it belongs to a date.
        """
        if character not in _TYPED and not (key in _ERASING and self.typed.text):
            return False
        self.typed.press(key, character)
        self.wrong = ""
        with suppress(ValueError):  # it is not finished, or wrong; `settle` says which
            self.date = parse_date(self.typed.text)
        return True

    def settle(self) -> bool:
        """Whether what was typed is a date, or nothing was typed; else it is said what is wrong with it."""
        if self.typed.text:
            try:
                parse_date(self.typed.text)
            except ValueError as error:
                self.wrong = safe(str(error))
        return not self.wrong

    def note(self) -> str:
        """Return the date chosen and which step it is; where what is typed is no date, that too."""
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
        """Return the steps as lines, each a link to itself by its number.

        Args:
            said: What is to be said at the date chosen, safe to draw; empty for nothing.
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

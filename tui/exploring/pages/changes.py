"""The page of the changes in an entity between two dates (key `D`): the answer of `tiers diff --in`."""

from collections.abc import Sequence

from tiers.model import Date
from tiers.model.answers.diff import diff_within
from tiers.model.format.dates import by_first
from tiers.model.format.plain_dates import BETWEEN, read_two_dates, wrong_words

from ...wording.at_date import LAST_KNOWN
from ...wording.description import Line
from ...wording.description.diff import describe_diff, last_day_words
from ...wording.description.diff_sides import Sides
from ...wording.description.line import BLANK
from ...wording.safe_text import safe
from ..exploration import Exploration
from .page import Page

_HINT = f"Other dates: type two, such as 2021 to 2022, or 2 Dec 2020 to {LAST_KNOWN}; a year or month means its last day."


class ChangesPage(Page):
    """The changes in the entity of the cursor between two dates.

    Attributes:
        old: The earlier date.
        new: The later date; `None` for the last known state.
        typed: Whether the dates were typed.
        wrong: The mistake in what was typed; empty for none.
    """

    asks = "changes from "
    wants = "two dates, as 2021 to 2022"

    old: Date
    new: Date | None
    typed: bool = False
    wrong: str = ""

    def asked(self, typed: str) -> "ChangesPage":
        """Return the page for the typed dates; for a single date, the changes from it until the later date shown."""
        words = typed.split()
        until_latest = len(words) > 1 and words[-1].casefold() == LAST_KNOWN
        if until_latest:
            words = words[: -2 if words[-2].casefold() in BETWEEN else -1]
        try:
            old, new = read_two_dates(" ".join(words))
        except ValueError as error:
            return self.but(wrong=wrong_words(" ".join(words), error))
        later = None if until_latest else self.new if new is None else new
        return between(old, later).but(typed=True)

    def understood(self, typed: str) -> str:
        """Return the dates in words, or that they cannot be read yet."""
        page = self.asked(typed)
        return "not yet a date" if page.wrong else page.dates

    @property
    def dates(self) -> str:
        """The two dates in words."""
        return f"{self.old.words()} to {LAST_KNOWN if self.new is None else self.new.words()}"

    def lines(self, exploration: Exploration) -> Sequence[Line]:
        """Return the answer of `tiers diff`."""
        within = exploration.concerned
        if self.wrong:
            return (Line("title", "What changed here"), BLANK, Line("text", safe(self.wrong)))
        if within is None:
            return (Line("title", "What changed here"), BLANK, Line("text", "Select an entity."))
        old, new = (exploration.graph_at(each) for each in (self.old, self.new))
        names = (self.old.words(), LAST_KNOWN if self.new is None else self.new.words())
        sides = Sides(old, new, names, dated=True)
        name = exploration.graph.name(within)
        head = [
            Line("title", safe(name)),
            Line("subtitle", f"what changed here, {self.dates}{last_day_words(sides)}"),
        ]
        if not self.typed:
            head.append(Line("note", _HINT))
        return (*head, *describe_diff(sides, diff_within(old, new, within))[1:])


def between(one: Date, other: Date | None) -> ChangesPage:
    """Return the page for two dates, the earlier first."""
    if other is not None and by_first(other) < by_first(one):
        one, other = other, one
    return ChangesPage(one.latest(), None if other is None else other.latest())

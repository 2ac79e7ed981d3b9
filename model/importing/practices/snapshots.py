"""The contents of one official list: the open practices, the bodies above each of them, and all names."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import attrs

from ...format.dates import MONTH_NAMES
from .levels import ABOVE, NETWORK, PRACTICE, REGION


@attrs.frozen
class Body:
    """A body in one list.

    Attributes:
        name: Its name, as the list writes it.
        ons: Its ONS code; empty if the list gives none.
        postcode: The postcode of a practice.
    """

    name: str
    ons: str = ""
    postcode: str = ""


@attrs.frozen(eq=False)
class Snapshot:
    """One list.

    Attributes:
        day: The day for which it was extracted.
        publication: The name of the list in the list itself.
        bodies: All bodies that it names, by id.
        above: The body on each level above a practice, by practice and level; without a network if it is in
            none.
    """

    day: date
    publication: str
    bodies: Mapping[str, Body]
    above: Mapping[str, Mapping[str, str]]

    @property
    def month(self) -> str:
        """The month, as in the id of its source: `2020-09`."""
        return self.day.isoformat()[:7]

    @property
    def words(self) -> str:
        """The month in words: `September 2020`."""
        return month_words(self.month)

    def parents(self) -> dict[str, Counter[str]]:
        """Return the parents of each body except practices, each with the number of practices that say so."""
        found: dict[str, Counter[str]] = {}
        for units in self.above.values():
            for level in (NETWORK, *(ABOVE[each] for each in ABOVE if each != PRACTICE)):
                unit = units.get(level)
                parent = units.get(ABOVE[level]) if level != REGION else None
                if unit and parent:
                    found.setdefault(unit, Counter())[parent] += 1
        return found


def month_words(month: str) -> str:
    """Return a month in words: `September 2020` of `2020-09`."""
    return f"{MONTH_NAMES[int(month[5:]) - 1]} {month[:4]}"

"""What one official list says: the practices that are open, each with what it stands below, and the names of all bodies."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import attrs

from .levels import ABOVE, NETWORK, PRACTICE, REGION

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@attrs.frozen
class Body:
    """A body as one list has it.

    Attributes:
        name: Its name, as the list writes it.
        ons: Its ONS code; empty where the list gives none.
        postcode: Of a practice, its postcode.
    """

    name: str
    ons: str = ""
    postcode: str = ""


@attrs.frozen(eq=False)
class Snapshot:
    """One list.

    Attributes:
        day: The day for which it was extracted.
        publication: What the list calls itself.
        bodies: All bodies that it names, by id.
        above: Of each practice the body on each level above it, by level; no network where it is in none.
    """

    day: date
    publication: str
    bodies: Mapping[str, Body]
    above: Mapping[str, Mapping[str, str]]

    @property
    def month(self) -> str:
        """The month, as it stands in the id of its source: `2020-09`."""
        return self.day.isoformat()[:7]

    @property
    def words(self) -> str:
        """The month in words: `September 2020`."""
        return month_words(self.month)

    def parents(self) -> dict[str, Counter[str]]:
        """Return of each body but practices what it stands below, each with how many practices say so."""
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
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"

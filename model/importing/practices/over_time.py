"""What several lists say one after the other: in which each body is, how long it is said the same, and what lies between two."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

import attrs

from .levels import NETWORK, PRACTICE, level_of
from .lineage import Mention, Mentions, mentions_of
from .snapshots import Snapshot

ROWS, LEVELS = "rows", "levels-above"
"""The places in a list: its rows down to the network, and the levels above."""

SOURCE = "registered-practices-"
"""How the ids of the lists begin; the month follows."""


def source_id(month: str) -> str:
    """Return the id of the list of a month."""
    return f"{SOURCE}{month}"


@attrs.frozen(eq=False)
class OverTime:
    """Several lists.

    Attributes:
        days: The day of each list, by its month, the earliest first.
        mentions: What each says, by its month.
        months: By body, the months of the lists that have it.
    """

    days: Mapping[str, date]
    mentions: Mapping[str, Mentions]
    months: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, lists: Sequence[Snapshot]) -> "OverTime":
        """Return lists, the earliest first, as what they say together."""
        mentions = {each.month: mentions_of(each) for each in lists}
        months: dict[str, list[str]] = {}
        for month, said in mentions.items():
            for body in said:
                months.setdefault(body, []).append(month)
        return cls({each.month: each.day for each in lists}, mentions, months)

    def every(self, body: str) -> list[Mention]:
        """Return all mentions of a body."""
        return [self.mentions[each][body] for each in self.months[body]]

    def last(self, body: str) -> Mention:
        """Return the last mention of a body."""
        return self.mentions[self.months[body][-1]][body]

    def after(self, body: str, month: str) -> str:
        """Return the next month in which a body is listed; empty where there is none."""
        return next((each for each in self.months[body] if each > month), "")

    def next_list(self, month: str) -> str:
        """Return the month of the next list; empty after the last."""
        return next((each for each in self.days if each > month), "")

    def runs(self, body: str, of: Callable[[Mention], str]) -> list[tuple[str, list[str]]]:
        """Return what lists say of a body one after the other, each with the months for which it stays the same."""
        runs: list[tuple[str, list[str]]] = []
        for month in self.months[body]:
            said = of(self.mentions[month][body])
            if runs and runs[-1][0] == said:
                runs[-1][1].append(month)
            else:
                runs.append((said, [month]))
        return runs

    def parent_runs(self, body: str) -> list[tuple[str, list[str]]]:
        """Return what a body is part of, each with the months for which it stays so without a break."""
        runs: list[tuple[str, list[str]]] = []
        going_on: dict[str, list[str]] = {}
        for month in self.months[body]:
            parents = self.mentions[month][body].parents
            going_on = {each: months for each, months in going_on.items() if each in parents}
            for parent in parents:
                if parent in going_on:
                    going_on[parent].append(month)
                else:
                    going_on[parent] = [month]
                    runs.append((parent, going_on[parent]))
        return runs

    def between(self, last: str, after: str) -> str:
        """Return the last day of what is in one list and not in the next: one of those between."""
        end = self.days[after] - timedelta(days=1)
        return f"[{self.days[last].isoformat()}..{end.isoformat()}]"

    def cite(self, months: Iterable[str], body: str) -> list[str]:
        """Return the place of a body in the lists of some months, as a model cites it."""
        place = ROWS if level_of(body) in {PRACTICE, NETWORK} else LEVELS
        return [f"{source_id(each)}#{place}" for each in months]

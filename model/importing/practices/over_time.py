"""Several lists in the order of time: the lists with each body, periods without change, and the days between two lists."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

import attrs

from .levels import NETWORK, PRACTICE, level_of
from .lineage import Mention, Mentions, mentions_of
from .snapshots import Snapshot

ROWS, LEVELS = "rows", "levels-above"
"""The places in a list: its rows down to the network, and the levels above."""

SOURCE = "registered-practices-"
"""The beginning of the ids of the lists; the month follows."""


def source_id(month: str) -> str:
    """Return the id of the list of a month."""
    return f"{SOURCE}{month}"


@attrs.frozen(eq=False)
class OverTime:
    """Several lists.

    Attributes:
        days: The day of each list, by its month, the earliest first.
        mentions: The bodies of each list, by its month.
        months: The months of the lists with a body, by body.
    """

    days: Mapping[str, date]
    mentions: Mapping[str, Mentions]
    months: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, lists: Sequence[Snapshot]) -> "OverTime":
        """Return the combination of some lists, the earliest first."""
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
        """Return the next month in which a body is listed; empty for none."""
        return next((each for each in self.months[body] if each > month), "")

    def next_list(self, month: str) -> str:
        """Return the month of the next list; empty after the last."""
        return next((each for each in self.days if each > month), "")

    def runs(self, body: str, of: Callable[[Mention], str]) -> list[tuple[str, list[str]]]:
        """Return the successive values for a body, each with the months in which it stays the same."""
        runs: list[tuple[str, list[str]]] = []
        for month in self.months[body]:
            said = of(self.mentions[month][body])
            if runs and runs[-1][0] == said:
                runs[-1][1].append(month)
            else:
                runs.append((said, [month]))
        return runs

    def parent_runs(self, body: str) -> list[tuple[str, list[str]]]:
        """Return the successive parents of a body, each with the months in which it stays the same without a break."""
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
        """Return the last day of something that is in one list and not in the next: some day between the two."""
        end = self.days[after] - timedelta(days=1)
        return f"[{self.days[last].isoformat()}..{end.isoformat()}]"

    def cite(self, months: Iterable[str], body: str) -> list[str]:
        """Return the places of a body in the lists of some months, as a model cites them."""
        place = ROWS if level_of(body) in {PRACTICE, NETWORK} else LEVELS
        return [f"{source_id(each)}#{place}" for each in months]

"""Keep arrays of a compiled model, days and lists of entities, each in a file of its own when it is first asked for.

The days are those between which an entity is in trees, and those on which it is documented; the lists are
those of `facts.entity_lists`, by number.
"""

from array import array
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING

from ...facts.entity_lists import FoundLists
from ...facts.evidence import days_with_first
from ...facts.standing import find_days_in_trees
from ...facts.statements import Statements
from ...facts.stored import is_large_part
from ...format.dates import Date, parse_date
from ..disk.kept_file import KeptFile, Sections
from ..disk.mapped import Mapped
from .lists import CachedLists
from .numbers import Numbers

if TYPE_CHECKING:
    from ...facts.diff_days import DiffDays
    from ...facts.graph import Graph

_DAYS = "days"
"""The ending of the file of the days."""

_NEVER = 0xFFFFFFFF
"""Stands for no day while the days are being found."""


class CachedArrays:
    """The arrays of a model in the cache."""

    def __init__(self, path: str, token: bytes, statements: Statements, numbers: Numbers) -> None:
        """Begin with no file open.

        Args:
            path: The file of the model, without the ending.
            token: The token of the model.
            statements: The model.
            numbers: The numbers of its entities.
        """
        self._path = path
        self._token = token
        self._statements = statements
        self._numbers = numbers
        self._days = KeptFile(f"{path}.{_DAYS}", token, self._make_days)
        self._is_asked = self._is_making = self._is_taken = False
        self._unsteady: frozenset[int] = frozenset()
        self._dates: list[Date] = []

    def lists(self, name: str, find: Callable[[], FoundLists]) -> "CachedLists":
        """Return lists of entities; if they are not in the cache, find and store them."""

        def make() -> Sections:
            lists = find()
            of_entities = zip(self._numbers.numbers(lists.by_entity), lists.by_entity.values(), strict=True)
            by_entity = dict(sorted(of_entities, key=itemgetter(0)))
            ends, members = array("I", (0,)), array("I")
            for each in (*map(lists.of, lists.numbers), *by_entity.values()):
                members.extend(self._numbers.numbers(each))
                ends.append(len(members))
            whole = {"numbers": array("q", lists.numbers), "entities": array("I", by_entity), "ends": ends}
            return list(lists.words), whole, {"members": members}

        return CachedLists(self.file(name, make), self._numbers)

    def file(self, name: str, make: Callable[[], Sections]) -> KeptFile:
        """Return a file of the model with a name, whose contents are made when they are not in the cache."""
        return KeptFile(f"{self._path}.{name}", self._token, make)

    @property
    def numbers(self) -> Numbers:
        """The numbers of the model."""
        return self._numbers

    def diff_days(self, graph: "Graph", since: int, until: int) -> "DiffDays":
        """Return the entities that begin or end after one day and no later than another, each with the day that `diff` prints.

        Args:
            graph: The model, at the later date.
            since: The one day, as an ordinal.
            until: The other day.
        """
        from .diff_days import diff_days_between  # noqa: PLC0415 - only a far diff pays for it

        is_last = graph.at is None
        return self._diff_days(graph).look(
            lambda file: diff_days_between(file, self._numbers, since, until, is_last=is_last)
        )

    def keep_diff_days(self, graph: "Graph") -> None:
        """Find and store the days that `diff` prints beside entities, unless that was done before."""
        self._diff_days(graph).keep()

    def _diff_days(self, graph: "Graph") -> KeptFile:
        from ...facts.diff_days import KEPT_DIFF_DAYS  # noqa: PLC0415 - as above
        from .diff_days_making import sections_of  # noqa: PLC0415 - as above

        return self.file(KEPT_DIFF_DAYS, lambda: sections_of(graph))

    def has(self, name: str) -> bool:
        """Return whether the lists with a name are in the cache."""
        return self.file(name, self._make_days).open()

    def keep_days(self) -> None:
        """Find and store the days of all entities, unless that was done before."""
        if not self._opened():
            self._days.look(self._take)

    def has_days(self) -> bool:
        """Return whether the days of all entities are kept."""
        return self._opened()

    def days_documented(self, entity_id: str) -> list[Date] | None:
        """Return the days on which an entity is documented; `None` if they are not kept."""
        number = self._known(entity_id)
        if number < 0:
            return None
        found = self._days.look(lambda file: file.parts("documented")[number].cast("I").tolist())
        return [self._dates[each] for each in found]

    def first_documented(self, ids: Sequence[str]) -> list[Date | None]:
        """Return for each of some entities the first day on which it is documented; `None` if no document has a day.

        The days must be kept, see `keep_days`.
        """
        size = len(self._statements)
        firsts = self._days.look(lambda file: file.pages("first documented").some(0, size).tolist())
        dates = [*self._dates, None]
        if is_large_part(len(ids), size):
            by_id = dict(zip(self._statements, firsts, strict=True))
            return [dates[by_id[each]] for each in ids]
        return [dates[firsts[self._numbers.number(each)]] for each in ids]

    def days_in_trees(self, entity_id: str) -> tuple[int, int] | None:
        """Return the days between which an entity is in trees; `None` if they are not kept, or differ between dates."""
        number = self._known(entity_id)
        if number < 0 or number in self._unsteady:
            return None
        first, last = self._days.look(
            lambda file: (file.pages("first").number(number), file.pages("last").number(number))
        )
        return first, last

    def shown_among(self, ids: Sequence[str], day: int, is_shown: Callable[[str], bool]) -> list[str]:
        """Return those of some entities that are in trees on a day; see `shown`. The days must be kept."""
        size = len(self._statements)
        first, last = self._days.look(
            lambda file: tuple(file.pages(each).some(0, size) for each in ("first", "last"))
        )
        unsteady = self._unsteady
        return [
            each
            for each, number in zip(ids, self._numbers.numbers(ids), strict=True)
            if 0 <= number < size
            and (is_shown(each) if number in unsteady else first[number] <= day <= last[number])
        ]

    def shown(self, day: int, is_shown: Callable[[str], bool]) -> list[str]:
        """Return the entities that are in trees on a day, in the order of the model.

        Args:
            day: The day, as an ordinal.
            is_shown: Decides for an entity whose days differ between dates.
        """
        size = len(self._statements)
        self.keep_days()
        first, last = self._days.look(
            lambda file: tuple(file.pages(each).some(0, size).tolist() for each in ("first", "last"))
        )
        unsteady = self._unsteady
        return [
            each
            for number, (each, begins, ends) in enumerate(zip(self._statements, first, last, strict=True))
            if (is_shown(each) if number in unsteady else begins <= day <= ends)
        ]

    def _known(self, entity_id: str) -> int:
        """Return the number of an entity with kept days; -1 for any other."""
        return self._numbers.number(entity_id) if self._opened() else -1

    def _opened(self) -> bool:
        """Return whether the days are kept; the disk is asked once, and never while the days are being found."""
        if self._is_making:
            return False
        if not self._is_asked:
            self._is_asked = True
            if self._days.open():
                self._days.look(self._take)
        return self._is_taken

    def _take(self, file: Mapped) -> None:
        texts, unsteady = file.head
        self._unsteady = frozenset(unsteady)
        self._dates = list(map(parse_date, texts))
        self._is_taken = True

    def _make_days(self) -> Sections:
        self._is_making, self._is_taken = True, False
        try:
            return self._found_days()
        finally:
            self._is_asked = self._is_making = False

    def _found_days(self) -> Sections:
        statements = self._statements
        dates: dict[str, int] = {}
        unsteady: list[int] = []
        names = ("first", "last", "first documented", "documented", "documented ends")
        columns = {each: array("I") for each in names}
        columns["documented ends"].append(0)
        for number, each in enumerate(statements):
            days, begun = days_with_first(statements, each)
            (first, last), is_steady = find_days_in_trees(statements, each, None)
            if not is_steady:
                unsteady.append(number)
            columns["first"].append(first)
            columns["last"].append(last)
            for day in days:
                columns["documented"].append(dates.setdefault(day.text, len(dates)))
            columns["documented ends"].append(4 * len(columns["documented"]))
            columns["first documented"].append(_NEVER if begun is None else dates[begun.text])
        columns["first documented"] = array(
            "I", [len(dates) if each == _NEVER else each for each in columns["first documented"]]
        )
        return (list(dates), unsteady), {}, columns

"""Finds the written seat for each row of a sheet, or reports that it is not certain."""

from collections.abc import Sequence
from itertools import groupby

import attrs

from ..format.keys import NOBODY
from .likeness import NO, POSSIBLE, Known, keys_of, likeness, title_of
from .seat import Seat

_COMPARED = 40_000
"""How many pairs of a row and a written seat with one name in common are compared: 200 rows with 200 seats."""


class TooManyError(ValueError):
    """There are more rows and seats than can be compared.

    Attributes:
        row: The first of the rows.
        name: The name that they have in common.
    """

    def __init__(self, row: Seat, name: str) -> None:
        super().__init__(name)
        self.row = row
        self.name = name


@attrs.frozen(eq=False)
class Match:
    """A row with its seat.

    Attributes:
        row: The row.
        known: The written seat; `None` for a new one, and if it is not certain.
        shared: Whether the written seat stands for several seats, one of which is this row.
        maybe: The written seats that may be that of the row, if it is not certain.
        taken_by: The row that has this seat already; 0 for none.
    """

    row: Seat
    known: Known | None = None
    shared: bool = False
    maybe: Sequence[Known] = ()
    taken_by: int = 0


def matched(rows: Sequence[Seat], known: Sequence[Known]) -> list[Match]:
    """Return each row of a body with its seat; the surest and most similar pairs are matched first.

    Raises:
        TooManyError: More rows and seats have a name in common than can be compared.
    """
    sure: list[_Pair] = []
    first: dict[int, int] = {}
    possible: dict[int, list[int]] = {}
    for i, j in _near(rows, known):
        level = likeness(rows[i], known[j])
        if level == POSSIBLE:
            possible.setdefault(i, []).append(j)
        elif level != NO:
            sure.append((_rank(rows[i], known[j], level), i, j))
            first.setdefault(i, j)
    found, unsure = _paired(rows, known, sorted(sure))
    used: dict[int, list[int]] = {}
    for i, j in found.items():
        used.setdefault(j, []).append(i)
    matches: list[Match] = []
    for i, row in enumerate(rows):
        if i in found:
            it = known[found[i]]
            matches.append(Match(row, it, it.seats > 1 and (bool(row.person) or len(used[found[i]]) > 1)))
        elif i in first and i not in unsure and row.member not in NOBODY:
            takers = used.get(first[i], ())
            matches.append(Match(row, maybe=[known[first[i]]], taken_by=rows[takers[0]].row if takers else 0))
        else:
            free = (j for j in possible.get(i, ()) if j not in used)
            matches.append(Match(row, maybe=[known[j] for j in unsure.get(i, free)]))
    return matches


_Rank = tuple[int, bool, bool, bool, int, int]
_Pair = tuple[_Rank, int, int]
"""The rank of a row and a seat, and their positions; the lowest is the surest."""


def _near(rows: Sequence[Seat], known: Sequence[Known]) -> list[tuple[int, int]]:
    """Return the positions of rows and seats that have a person, an organisation, a title or a capacity in common."""
    index: dict[tuple[str, str], list[int]] = {}
    for j, it in enumerate(known):
        for key in it.keys():  # noqa: SIM118 - no mapping
            index.setdefault(key, []).append(j)
    by_key: dict[tuple[str, str], list[int]] = {}
    for i, row in enumerate(rows):
        for key in keys_of(row):
            if key in index:
                by_key.setdefault(key, []).append(i)
    pairs: set[tuple[int, int]] = set()
    for key, places in by_key.items():
        if len(places) * len(index[key]) > _COMPARED:
            raise TooManyError(rows[places[0]], key[1])
        pairs.update((i, j) for i in places for j in index[key])
    return sorted(pairs)


def _paired(
    rows: Sequence[Seat], known: Sequence[Known], sure: Sequence[_Pair]
) -> tuple[dict[int, int], dict[int, list[int]]]:
    """Return the seat of each row, and for rows with several equally good seats all of these."""
    found: dict[int, int] = {}
    unsure: dict[int, list[int]] = {}
    used: dict[int, int] = {}
    for (_, i), group in groupby(sure, key=lambda each: each[:2]):
        free = [
            j for _, _, j in group if used.get(j, 0) < (1 if "seats" in rows[i].values else known[j].seats)
        ]
        if i in found or i in unsure or not free:
            continue
        rivals = [j for j in free if j == free[0] or _is_unlike(known[free[0]], known[j])]
        if len(rivals) > 1:
            unsure[i] = rivals
        else:
            found[i] = free[0]
            used[free[0]] = used.get(free[0], 0) + 1
    return found, unsure


def _rank(row: Seat, it: Known, level: int) -> _Rank:
    """Return the rank of a pair; the lowest is the surest and most similar."""
    titled = title_of(row.title) in it.titles
    at_home = row.home in it.homes or row.member == it.written.member
    capacity = bool(row.capacity) and row.capacity == it.capacity
    return (-level, not titled, not at_home, not capacity, *it.written.distance_from(row))


def _is_unlike(one: Known, other: Known) -> bool:
    """Whether it makes a difference which of two seats a row is."""
    if one.written.member == other.written.member:
        return one.is_organisation and one.written.values != other.written.values
    return True

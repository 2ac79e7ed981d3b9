"""Lets go of the records of a compiled model that are referred to from nowhere else: they can be read again.

A record that is in use stays, so that there are never two objects of one entity or relation, and records can be compared by
`is` and `id()`.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from sys import getrefcount
from typing import Any

from ...facts.statements import Statements
from .lookups import ALONE, KEEPING, references
from .records import Records, records_of

_AT_ONCE = 256
"""How many records are looked at in a step: half a millisecond."""

_ALONE_AMONG = next(map(getrefcount, [object()]))
"""The same as `ALONE` where the references to all objects of a list are counted."""


def letting_go_of(statements: Statements) -> "LettingGo | None":
    """Return what lets go of the records of a model; `None` where there is no place from which to read them again."""
    records = statements.once_for_all(records_of)
    return None if records is None else LettingGo(records)


class LettingGo:
    """The records of a compiled model that are in memory."""

    def __init__(self, records: Records) -> None:
        """Take the records.

        Args:
            records: The records of a compiled model.
        """
        self._records = records
        self._steps: Iterator[None] | None = None

    @property
    def held(self) -> int:
        """The number of entities, of lists of relations, and of ids in memory."""
        records = self._records
        places: Sequence[dict[Any, Any]] = (records.entities, records.outgoing, *records.emptied())
        return sum([dict.__len__(each) for each in places])  # their own length is that of the model

    def work(self) -> bool:
        """Look at some records and let go of those not in use; return whether any are left to look at."""
        if self._steps is None:
            self._steps = self._all()
        if next(self._steps, self) is self:
            self._steps = None
            return False
        return True

    def _all(self) -> Iterator[None]:
        for lists in self._records.emptied():
            while lists:
                with suppress(KeyError):  # another thread may have emptied it meanwhile
                    for _ in range(_AT_ONCE):
                        lists.popitem()
                yield
        places: tuple[tuple[dict[str, Any], Callable[[list[Any]], bool]], ...] = (
            (self._records.outgoing, _are_free),
            (self._records.entities, _is_free),
        )
        for known, is_free in places:
            keys = list(dict.keys(known))  # in one step, as other threads may read records
            for start in range(0, len(keys), _AT_ONCE):
                for key in keys[start : start + _AT_ONCE]:
                    with KEEPING:
                        found = [dict.pop(known, key, None)]  # another thread may have let go of it
                        if found[0] is not None and not is_free(found):
                            known.setdefault(key, found.pop())
                yield
        self._records.forget_evidence()


def _is_free(found: list[Any]) -> bool:
    """Return whether the record in a list of one is referred to from nowhere but that list."""
    return references(found) <= ALONE


def _are_free(found: list[Any]) -> bool:
    """Return whether a list of relations, given in a list of one, and each of its relations are referred to from nowhere else."""
    return not found[0] or (
        _is_free(found) and all(each <= _ALONE_AMONG for each in map(getrefcount, found[0]))
    )

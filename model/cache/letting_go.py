"""Lets go of the records of a compiled model that nobody refers to any more: they can be read again.

A record that somebody still has is kept, so that there are never two objects of one entity or relation; whoever
compares records by `is` or `id()` need not know about it.
"""

from collections.abc import Callable, Iterator, Sequence
from sys import getrefcount
from typing import Any

from ..facts.statements import Statements
from ..format.records import Relation
from .lookups import ALONE, KEEPING, CompiledEntities, Outgoing

_AT_ONCE = 256
"""How many records are looked at in a step: half a millisecond."""


def letting_go(_: Statements) -> "LettingGo | None":
    """Return what lets go of the records of a model; `None` where there is no place from which to read them again."""
    return None


class LettingGo:
    """The records of a compiled model that are in memory."""

    def __init__(
        self,
        entities: CompiledEntities,
        outgoing: Outgoing,
        listed: Sequence[dict[str, Sequence[Relation]]],
        names: Sequence[dict[Any, Any]],
        forget_evidence: Callable[[], None],
    ) -> None:
        """Take the places where records are kept.

        Args:
            entities: The entities.
            outgoing: The relations by subject.
            listed: Further lists of the same relations.
            names: The ids and numbers of entities and relations.
            forget_evidence: Lets go of the evidence that no record has.
        """
        self._entities = entities
        self._outgoing = outgoing
        self._listed = listed
        self._names = names
        self._forget_evidence = forget_evidence
        self._sorted: list[dict[Any, Any]] = []
        self._steps: Iterator[None] | None = None

    @property
    def held(self) -> int:
        """The number of entities, of lists of relations, and of ids in memory."""
        places: tuple[dict[Any, Any], ...] = (self._entities, self._outgoing, *self._listed, *self._names)
        return sum([dict.__len__(each) for each in places])  # their own length is that of the model

    def add(self, relations: dict[Any, Any]) -> None:
        """Add a further place with relations, which may be emptied at any time."""
        self._sorted.append(relations)

    def work(self) -> bool:
        """Look at some records and let go of those that nobody else has; return whether any are left to look at."""
        if self._steps is None:
            self._steps = self._all()
        if next(self._steps, self) is self:
            self._steps = None
            return False
        return True

    def _all(self) -> Iterator[None]:
        for lists in (*self._listed, *self._sorted, *self._names):
            while lists:
                for _ in range(min(_AT_ONCE, dict.__len__(lists))):
                    lists.popitem()
                yield
        places: tuple[tuple[dict[str, Any], Callable[[list[Any]], bool]], ...] = (
            (self._outgoing, _are_free),
            (self._entities, _is_free),
        )
        for known, is_free in places:
            keys = list(dict.__iter__(known))
            for start in range(0, len(keys), _AT_ONCE):
                for key in keys[start : start + _AT_ONCE]:
                    with KEEPING:
                        found = [dict.pop(known, key)]
                        if not is_free(found):
                            known.setdefault(key, found.pop())
                yield
        self._forget_evidence()


def _is_free(found: list[Any]) -> bool:
    """Return whether nobody has an object but the list that it is given in."""
    return getrefcount(found[0]) <= ALONE


def _are_free(found: list[Any]) -> bool:
    """Return whether nobody has a list of relations, nor any of them."""
    return not found[0] or (_is_free(found) and all(getrefcount(each) <= ALONE + 1 for each in found[0]))

"""What a compiled model has beside its statements; the cache notes each of these functions with what it stored."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from ..format.records import Entity
from .statements import Statements

_Asked = TypeVar("_Asked")

LARGE_PART = 1 / 8
"""The share of a model from which one pass over all of it is made, and its entities are not looked up one by one.

In a compiled model a name or a number that is looked up by itself takes three to four times as long as in a pass, and what
needs a record more. An eighth is below where both take equally long, since what a pass reads is often asked for next.
"""

MOST_HELD = 60_000
"""How many records of a model may stay in memory when they are not in use: some 40 MiB, and nearly all of 10,000 entities."""

OFTEN = 1_024
"""After how many entities the records are counted."""


def is_large_part(count: int, size: int) -> bool:
    """Return whether so many entities of a model are asked about that all are to be read in one pass.

    Args:
        count: The number of entities asked about.
        size: The number of entities of the model.
    """
    return count > size * LARGE_PART


def bearers_of(statements: Statements) -> Callable[[str], Collection[tuple[str, Entity]]]:
    """Return a function from a folded name or code to the entities that may have it.

    A compiled model replaces it by a lookup; here all entities are returned.
    """
    return lambda _: statements.entities_by_id()


def stored_rows(_: Statements) -> Any:
    """Return a function that opens the rows of a compiled model, see `rows`; `None` for a model in memory."""
    return None


def array_store(_: Statements) -> Any:
    """Return a function that opens the store of a model's arrays, see `stored_arrays`; `None` without a store."""
    return None


def stored_arrays(statements: Statements) -> Any:
    """Return the store of a compiled model's arrays, opened when it is first asked for; `None` without a store.

    It has the lists of `entity_lists`, and for each entity the days of `standing.days_in_trees` and
    `evidence`.
    """
    return statements.once_for_all(_opened_store)


def _opened_store(statements: Statements) -> Any:
    give = statements.once_for_all(array_store)
    return None if give is None else give()


class Spare(Protocol):
    """The records of a compiled model in memory, which can be read again."""

    @property
    def held(self) -> int:
        """The number of records in memory, including those in use."""

    def work(self) -> bool:
        """Drop some records that are not in use; return whether any are left to look at."""


def spare_records(_: Statements) -> list[Callable[[], Spare | None]]:
    """Return a list for the function that gives the records to drop; the explorer puts it there.

    A command ends soon and puts none there: to drop records takes up to a third of the time of an answer.
    """
    return []


def in_passing(statements: Statements, asked: Iterable[_Asked]) -> Iterator[_Asked]:
    """Yield items of a loop over a large model; whenever more than `MOST_HELD` records are in memory, drop those not in use.

    Only the explorer drops records, see `spare_records`.

    Args:
        statements: The model.
        asked: The items of the loop, such as ids.
    """
    spare = next((give() for give in statements.once_for_all(spare_records)), None)
    most = MOST_HELD
    for number, each in enumerate(asked, start=1):
        yield each
        if spare is not None and not number % OFTEN and spare.held > most:
            while spare.work():
                pass
            most = max(MOST_HELD, 2 * spare.held)  # the others are in use


def otherwise(_: Statements) -> Callable[[Statements], Collection[str] | None]:
    """Return a function that finds entities which may differ from an earlier model; `None` if none is known."""
    return lambda _: None


def stored_index(_: Statements) -> Any:
    """Return the stored search index of a model, see `finding.corpus`; `None` where there is none."""
    return None


def link_counts(statements: Statements) -> Callable[[Sequence[str], int], Sequence[int]]:
    """Return a function that counts the relations from and to each of some entities.

    The entities follow each other in the order of the model; the second argument is the position of the first.
    A compiled model replaces the function by one that makes no relation.
    """
    outgoing, incoming = statements.outgoing, statements.incoming
    return lambda entity_ids, _: [len(outgoing(each)) + len(incoming(each)) for each in entity_ids]

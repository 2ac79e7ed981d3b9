"""What a compiled model has beside its statements; the cache notes each of these functions with what it stored."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from ..format.records import Entity
from .statements import Statements


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

"""The clauses of a verdict: who does what with a function, is to do it or did it."""

from collections.abc import Iterable, Iterator, Sequence

from ...facts.ends import is_over
from ...facts.graph import Graph
from ...facts.holding import ENDED, PLANNED, PROPOSED, STATES, Holding, doubt_word, with_doubt
from ...facts.standing import MAY_HAVE_BEGUN, NEVER_BEGAN
from ...facts.times import planned_end_of
from ...format.dates import Date
from ...format.modes import Mode
from ...structure.limits import limit_of
from .verbs import agreeing, joined

Placed = tuple[Holding, str | None]
"""A role in a function, with its place."""

IT = "it"


def clauses(
    graph: Graph, held: Sequence[Placed], *, called: bool = False, several: bool = False
) -> Iterator[str]:
    """Yield a clause for each role, such as `Board decides about it`: present roles, then planned, then ended ones.

    Args:
        graph: The model, at its date.
        held: The roles in the functions; those who have the same role share a clause.
        called: Whether the function was named before, so that the first clause says *it*.
        several: Whether there are several places, so that each name is followed by its place.
    """
    several = several or len({place for _, place in held}) > 1
    functions = {each.function for each, _ in held}
    for ids, together in _together(graph, held):
        first = together[0][0]
        of = list(dict.fromkeys(each.function for each, _ in together))
        what = IT if called and len(functions) == 1 else joined(map(graph.name, of))
        called = called or len(functions) == 1
        ends = [(each.id, place) for each, place in together]
        names = names_in_places(graph, ends, several=several)
        limit = limit_of(graph, first)
        until = planned_until(graph, first)
        said = does(graph, ids, first.mode, first.state, first.date, what, limit, until=until)
        yield f"{names} {said}"


def _together(graph: Graph, held: Sequence[Placed]) -> Iterator[tuple[list[str], list[Placed]]]:
    """Yield those who have the same role, with the functions in which all of them have it."""
    alike: dict[tuple[object, ...], list[Placed]] = {}
    for each, place in held:
        until = planned_until(graph, each)
        key = (each.function, each.state, each.mode.name, each.date, limit_of(graph, each), until)
        alike.setdefault(key, []).append((each, place))
    by_ids: dict[tuple[object, ...], list[Placed]] = {}
    for (_, *rest), found in alike.items():
        ids = tuple(dict.fromkeys(each.id for each, _ in found))
        by_ids.setdefault((ids, *rest), []).extend(found)
    for found in sorted(
        by_ids.values(), key=lambda one: (STATES.index(one[0][0].state), not one[0][0].mode.decides)
    ):
        yield list(dict.fromkeys(each.id for each, _ in found)), found


def planned_until(graph: Graph, held: Holding) -> Date | None:
    """Return the last day for which a role is planned, by its relation or by its holder; `None` for any other role."""
    if held.state != PLANNED:
        return None
    return held.relation.end_date or planned_end_of(graph, held.id)


def does(
    graph: Graph,
    ids: Sequence[str],
    mode: Mode,
    state: str,
    date: Date | None,
    what: str,
    limit: str = "",
    *,
    until: Date | None = None,
) -> str:
    """Return what some entities do by their role: `decides about it`, `is to decide about it: planned for 1 Apr 2022`.

    Args:
        graph: The model, at its date.
        ids: The entities.
        mode: Their role in the function.
        state: Whether they have the role now, are planned to have it, or had it.
        date: The day for which it is planned, or on which it ended.
        what: The function in words.
        limit: The limit of the role in words; empty where no document says.
        until: The last day for which it is planned; once it has passed, they *were to* have the role.
    """
    far = f" ({limit})" if limit else ""
    if state == PLANNED:
        if date is None and all(graph.value(each, "status") == PROPOSED for each in ids):
            return f"would {mode.base.format(what)}{far}, proposed; no document says that it happened"
        over = until is not None and is_over(graph, until, graph.at)
        begun = agreeing(graph, ids, "was to", "were to") if over else agreeing(graph, ids, "is to", "are to")
        when = date.after("planned for") if date is not None else "planned"
        when = when if until is None else f"{when} {until.after('until')}"
        return f"{begun} {mode.base.format(what)}{far}, {when}; no document says that it happened"
    if state == ENDED and all(graph.standing(each).dropped for each in ids):
        was = agreeing(graph, ids, "was", "were")
        return f"{was} to {mode.base.format(what)}{far}, but {was} {NEVER_BEGAN}, as far as documents say"
    if state == ENDED:
        did = agreeing(graph, ids, mode.past, mode.past_many).format(what)
        return f"{did}{far} {date.after('until') if date is not None else 'before it ended'}"
    does_it = f"{agreeing(graph, ids, mode.one, mode.many).format(what)}{far}"
    if state == MAY_HAVE_BEGUN and date is not None:
        return f"{does_it}, unknown whether it had begun: it began {date.words()}"
    return does_it


def names_in_places(graph: Graph, ends: Iterable[tuple[str, str | None]], *, several: bool) -> str:
    """Return the names of some entities as a list, each followed by its place where there are several places."""
    return joined(
        f"{_name(graph, each)} ({graph.name(place)})"
        if several and place is not None and place != each
        else _name(graph, each)
        for each, place in ends
    )


def _name(graph: Graph, entity_id: str) -> str:
    if graph.kind(entity_id) == "type":
        return f"bodies of the type {graph.name(entity_id)}"
    return (
        graph.name(entity_id)
        if doubt_word(graph, entity_id) == MAY_HAVE_BEGUN
        else with_doubt(graph, entity_id)
    )

"""The columns of the view `functions` in `csv` and `jsonl`: the holders of each role in a function now."""

from collections.abc import Iterable, Mapping

from tiers.model import Graph, Relation
from tiers.model.facts.holding import PLANNED, doubt_word, holdings_of
from tiers.model.facts.relation_disputes import relation_disputes
from tiers.model.facts.standing import MAY_HAVE_BEGUN
from tiers.model.format import NOT_STATED, UNKNOWN
from tiers.model.format.keys import SAID_NOT_RECORDED, SAID_NOT_STATED
from tiers.model.format.modes import MODES
from tiers.model.views.functions import (
    BY_DELEGATION,
    COLUMNS,
    DECIDES,
    decides_by_delegation,
    holders_by_role,
    silent_roles,
    vacant_columns,
)

ROLES = tuple(mode.name for mode in (*COLUMNS, *(each for each in MODES.values() if each not in COLUMNS)))
_UNTOLD = {NOT_STATED: "role_not_stated", UNKNOWN: "role_unknown"}
"""The columns for those responsible in a role that no source states, or that one states to be unknown."""

FIRST_ROLES = ROLES[: len(COLUMNS)]
"""The columns of the main roles."""

FURTHER_ROLES = (*ROLES[len(COLUMNS) :], *_UNTOLD.values(), "inferred_roles", "disputed_roles")
"""The columns of the other roles, of holders without a known role, and of inferred and disputed roles."""

LATER_ROLES = ("planned_roles", "not_followed_roles")
"""The last columns: of roles that nobody has now."""


def roles_of(graph: Graph, function: str) -> Mapping[str, object]:
    """Return the ids of the holders of each role by column, or the recorded word such as `none` or `not_stated`."""
    held = _held(graph, function)
    found: dict[str, object] = {
        role: tuple(dict.fromkeys(each.subject for each in held.get(role, ()))) for role in ROLES
    }
    for role, word in silent_roles(graph, function).items():
        found[role] = found.get(role) or (word,)
    found.update((name, tuple(each.subject for each in held.get(name, ()))) for name in _UNTOLD.values())
    every = [(role, each) for role, relations in held.items() for each in relations]
    found["inferred_roles"] = _roles(each for each in every if each[1].evidence.inferred)
    found["disputed_roles"] = _roles(each for each in every if relation_disputes(graph, each[1]))
    roles = [(each, (each.mode.name, each.relation)) for each in holdings_of(graph, function)]
    found["planned_roles"] = _roles(role for each, role in roles if each.state == PLANNED)
    found["not_followed_roles"] = _roles(role for each, role in roles if each.rejected)
    return found


def _roles(held: Iterable[tuple[str, Relation]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{role}: {each.subject}" for role, each in held))


def role_cells(graph: Graph, function: str) -> Mapping[str, object]:
    """Return the names of the holders of each role by column, marked if inferred, disputed or not certain to have begun.

    A role that is stated to be unknown or nobody's differs from one that is not recorded.
    """
    held, vacant = (
        _held(graph, function),
        {mode.name: word for mode, word in vacant_columns(graph, function).items()},
    )
    silent = silent_roles(graph, function)
    if decides_by_delegation(graph, function):
        vacant[DECIDES] = BY_DELEGATION
    found: dict[str, object] = {}
    for role in ROLES:
        names = tuple(dict.fromkeys(_name(graph, each) for each in held.get(role, ())))
        unsaid = SAID_NOT_STATED if silent.get(role) else SAID_NOT_RECORDED
        found[role] = names or vacant.get(role) or unsaid
    found.update(
        (name, tuple(_name(graph, each) for each in held.get(name, ()))) for name in _UNTOLD.values()
    )
    return found


def _held(graph: Graph, function: str) -> Mapping[str, list[Relation]]:
    """Return the present holders by role; who reserves a decision is also among the deciders."""
    found: dict[str, list[Relation]] = {}
    for mode, relation in holders_by_role(graph, function):
        found.setdefault(_UNTOLD.get(mode.name, mode.name), []).append(relation)
        if mode.decides and mode.name != DECIDES:
            found.setdefault(DECIDES, []).append(relation)
    return found


def _name(graph: Graph, relation: Relation) -> str:
    marks = [
        doubt if (doubt := doubt_word(graph, relation.subject)) == MAY_HAVE_BEGUN else "",
        "disputed" if relation_disputes(graph, relation) else "",
        "inferred" if relation.evidence.inferred else "",
    ]
    said = ", ".join(filter(None, marks))
    return f"{graph.name(relation.subject)} ({said})" if said else graph.name(relation.subject)

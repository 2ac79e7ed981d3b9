"""The words for roles in a function: decides, holds it delegated, oversees, delivers."""

from collections.abc import Iterator, Sequence

from tiers.model import Graph, Relation
from tiers.model.facts.holding import with_doubt
from tiers.model.facts.relation_disputes import relation_disputes
from tiers.model.format.keys import SAID_NOT_STATED
from tiers.model.format.modes import Mode
from tiers.model.views.functions import (
    BY_DELEGATION,
    decides_by_delegation,
    holders_by_column,
    vacant_columns,
)

from .safe_text import safe

"""The short text where nobody is stated to have any role."""

OPEN_ROLES = "not stated who "
"""The words that begin the line of roles for which no document names a holder."""


def roles(graph: Graph, function: str, inferred: str) -> list[tuple[Mode, Sequence[str]]]:
    """Return the names of those who have a role in a function now, by role, in the order of the view's columns.

    All texts are safe to draw.

    Args:
        graph: The model.
        function: The function.
        inferred: The text after a name that is our reading.
    """
    vacant = vacant_columns(graph, function)
    found: list[tuple[Mode, Sequence[str]]] = []
    for column, holders in holders_by_column(graph, function):
        names = [
            f"{safe(with_doubt(graph, each.subject))}{_disputed(graph, each)}{inferred if each.evidence.inferred else ''}"
            for each in holders
        ]
        names = list(dict.fromkeys(names))  # a holder with two statements is named once
        if not names and column in vacant:
            names = [safe(vacant[column])]
        elif not names and column.decides and decides_by_delegation(graph, function):
            names = [BY_DELEGATION]
        found.append((column, names))
    return found


def _disputed(graph: Graph, relation: Relation) -> str:
    """Return ` (disputed)` for a role on which documents disagree undecided; else an empty text."""
    return " (disputed)" if relation_disputes(graph, relation) else ""


def roles_words(graph: Graph, function: str) -> Iterator[str]:
    """Yield the holders of each role in a function, then one line with the roles for which no document names a holder.

    For example `delivers it: Frailty and care settings · inferred` and `not stated who decides or oversees it`.
    """
    open_roles = []
    for column, names in roles(graph, function, " · inferred"):
        if names:
            yield f"{column.label}: {'; '.join(names)}"
        else:
            open_roles.append(column.label)
    if open_roles:
        *others, last = open_roles
        yield f"{OPEN_ROLES}{', '.join(others)} or {last}" if others else f"{OPEN_ROLES}{last}"


def roles_at_a_glance(graph: Graph, function: str) -> str:
    """Return the roles that somebody has, in little room: `oversees, delivers`; `not stated` where nobody has any.

    A role that a source states to be nobody's has the word *none*.
    """
    vacant = vacant_columns(graph, function)
    said = [
        column.name if holders else f"{column.name}: {vacant[column].split()[0]}"
        for column, holders in holders_by_column(graph, function)
        if holders or column in vacant
    ]
    return ", ".join(said) or SAID_NOT_STATED

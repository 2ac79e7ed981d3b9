"""The words for who has which role in a function: decides, holds it delegated, oversees, delivers."""

from collections.abc import Iterator, Sequence

from tiers.model import Graph, Relation
from tiers.model.facts.holding import with_doubt
from tiers.model.facts.relation_disputes import relation_disputes
from tiers.model.format.modes import Mode
from tiers.model.views.functions import (
    BY_DELEGATION,
    decides_by_delegation,
    holders_by_column,
    vacant_columns,
)

from .row_marks import DASH
from .safe_text import safe

NOBODY_STATED = "-"
"""Stands in print where nobody is stated to have a role."""


def roles(graph: Graph, function: str, inferred: str) -> list[tuple[Mode, Sequence[str]]]:
    """Return by role the names of who has it in a function now, safe to draw, in the order of the columns of the view.

    Args:
        graph: The model.
        function: The function.
        inferred: What stands after a name where that is our reading.
    """
    vacant = vacant_columns(graph, function)
    found: list[tuple[Mode, Sequence[str]]] = []
    for column, holders in holders_by_column(graph, function):
        names = [
            f"{safe(with_doubt(graph, each.subject))}{_disputed(graph, each)}{inferred if each.evidence.inferred else ''}"
            for each in holders
        ]
        names = list(dict.fromkeys(names))  # one who has it by two statements stands once
        if not names and column in vacant:
            names = [safe(vacant[column])]
        elif not names and column.decides and decides_by_delegation(graph, function):
            names = [BY_DELEGATION]
        found.append((column, names))
    return found


def _disputed(graph: Graph, relation: Relation) -> str:
    """Return ` (disputed)` of a role on which documents disagree without a decision."""
    return " (disputed)" if relation_disputes(graph, relation) else ""


def roles_words(graph: Graph, function: str) -> Iterator[str]:
    """Yield each role with who has it: `decides: -`, `delivers it: Frailty and care settings · inferred`."""
    for column, names in roles(graph, function, " · inferred"):
        yield f"{column.label}: {'; '.join(names) or NOBODY_STATED}"


def roles_at_a_glance(graph: Graph, function: str) -> str:
    """Return the roles in little room: for each its word where somebody has it, else a dash: `– – – delivers`; what nobody has as a source states is *none*."""  # noqa: RUF002 - a dash
    vacant = vacant_columns(graph, function)
    return " ".join(
        vacant[column].split()[0] if column in vacant and not holders else column.name if holders else DASH[0]
        for column, holders in holders_by_column(graph, function)
    )

"""The functions of a subtree as tables: a row for each function, a column for each role that a reader expects."""

from collections.abc import Iterator

import attrs

from tiers.model.structure.placing import tier_of
from tiers.model.views.functions import BY_DELEGATION, COLUMNS, column_of, decides_by_delegation
from tiers.model.views.layout import DELEGATION

from ...wording.roles import OPEN_ROLES
from .notes import Notes
from .subtree import Subtree

VIEW = "functions"
"""The view whose rows are functions and their holders."""

HEADINGS = ("Function", *(f"{mode.label[:1].upper()}{mode.label[1:]}" for mode in COLUMNS), "Other roles")
"""The headings of a table."""

NOT_STATED = "-"
"""The text of a cell where nobody is stated."""


@attrs.frozen(eq=False, repr=False)
class Entry:
    """A row of the subtree as a part of a table.

    Attributes:
        row: The row.
        name: The name.
        words: The further words beside it.
        numbers: The numbers of its sources.
    """

    row: int
    name: str
    words: tuple[str, ...]
    numbers: tuple[int, ...]


@attrs.frozen(eq=False, repr=False)
class Line:
    """A line of a table.

    Attributes:
        function: The function.
        cells: Those who have a role in it, by the number of the column.
    """

    function: Entry
    cells: tuple[list[Entry], ...] = attrs.field(factory=lambda: tuple([] for _ in HEADINGS[1:]))


@attrs.frozen(eq=False, repr=False)
class Table:
    """A table of functions.

    Attributes:
        owner: The entity that the functions belong to; `None` for functions that belong nowhere.
        lines: The lines.
    """

    owner: Entry | None
    lines: list[Line] = attrs.field(factory=list)


def is_table(subtree: Subtree) -> bool:
    """Whether a subtree consists of functions, with or without the entities that they belong to."""
    forest = subtree.forest
    if forest.view != VIEW:
        return False
    tops = [row for row, level, _ in subtree.rows() if not level]
    return bool(tops) and all(
        forest.kinds[row] == "function"
        or any(forest.kinds[each] == "function" for each in subtree.children(row))
        for row in tops
    )


def tables_of(subtree: Subtree, notes: Notes | None) -> Iterator[Table]:
    """Yield a table for each entity that functions belong to, and one for each run of functions that belong nowhere."""
    forest = subtree.forest
    table: Table | None = None
    for row, level, name, words, numbers in subtree.entries(notes):
        entry = Entry(row, name, words, numbers)
        is_function = forest.kinds[row] == "function"
        if not level and not is_function:
            if table is not None:
                yield table
            table = Table(entry)
        elif is_function:
            if table is None or (not level and table.owner is not None):
                if table is not None:
                    yield table
                table = Table(None)
            line = Line(attrs.evolve(entry, words=_of_function(words)))
            if decides_by_delegation(subtree.graph, str(forest.ids[row])):
                line.cells[0].append(Entry(row, BY_DELEGATION, (), ()))
            table.lines.append(line)
        elif table is not None and table.lines:
            number, held = _held(subtree, entry)
            table.lines[-1].cells[number].append(held)
    if table is not None:
        yield table


def _of_function(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a function without its kind, and without those that the columns show."""
    said = (*(f"{mode.label}: " for mode in COLUMNS), OPEN_ROLES)
    return tuple(each for each in words[1:] if not each.startswith(said))


def _delegation_entry(is_delegation: bool, entry: Entry) -> tuple[int, Entry]:  # noqa: FBT001 - one question
    """Return the column of a row that is no entity, such as a delegation, with its entry."""
    for number, mode in enumerate(COLUMNS):
        if is_delegation and mode.delegated:
            return number, entry
        asks = f": {mode.asks}"
        if not is_delegation and entry.name.endswith(asks):
            return number, attrs.evolve(entry, name=entry.name.removesuffix(asks))
    return len(COLUMNS), entry


def _held(subtree: Subtree, entry: Entry) -> tuple[int, Entry]:
    """Return the column of a holder, with its entry but for the words that the table shows."""
    graph, forest = subtree.graph, subtree.forest
    entity_id, relation = forest.ids[entry.row], forest.relations[entry.row]
    if entity_id is None or relation is None:
        return _delegation_entry(forest.kinds[entry.row] == DELEGATION, entry)
    column = column_of(relation)
    plain = {tier_of(graph, entity_id)} if column is None else {tier_of(graph, entity_id), column.name}
    words = tuple(each for each in entry.words[1:] if each not in plain)
    number = len(COLUMNS) if column is None else COLUMNS.index(column)
    return number, attrs.evolve(entry, words=words)

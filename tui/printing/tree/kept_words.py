"""The cached words of the rows of a view, which take longer to compute than to write."""

import os
from array import array
from collections.abc import Callable

from tiers.model import Graph
from tiers.model.cache.disk.code import fingerprint
from tiers.model.cache.disk.mapped import DamagedError, opened, pieces
from tiers.model.cache.disk.store import write
from tiers.model.cache.models import entry_of
from tiers.model.views.forest import Forest

from ...wording import WORDING
from ...wording.labels import elsewhere, words_of_row, words_of_rows

Words = Callable[[int], tuple[str, ...]]

_ROWS = "rows"
"""The section with the number of the words of each row."""


SMALL = 4_096
"""The number of rows up to which a view is put into words as a whole."""

FEW = 64
"""How many rows of a larger view are put into words one by one."""


def words_of_view(graph: Graph, forest: Forest, wording: str = WORDING) -> Words:
    """Return a function that gives the words of a row of a whole view.

    The words come from the cache if it has them. They are stored if the model is cached and seen in its last
    known state, once more than a few rows of a large view are asked for.

    Args:
        graph: The model.
        forest: The rows of a whole view.
        wording: The directory of the code that computes the words; words cached by other code are not used.
    """
    kept = None if graph.at is not None else entry_of(graph)
    code = None if kept is None else fingerprint(wording)
    if kept is None or code is None:
        return words_of_rows(graph, forest)
    path, token = f"{kept.path}.{forest.view}-words", (kept.token, code)
    file = opened(path, token)
    if file is None and len(forest) > SMALL:
        return _Few(graph, forest, path, token).of
    if file is None:
        return _computed(graph, forest, path, token)
    said: list[tuple[str, ...]] = file.head
    try:
        rows = file.pages(_ROWS)
    except DamagedError:
        return _computed(graph, forest, path, token)

    anew: list[Words] = []

    def words(row: int) -> tuple[str, ...]:
        try:
            return said[rows.number(row)]
        except DamagedError:
            if not anew:
                anew.append(words_of_rows(graph, forest))
            return anew[0](row)

    return words


class _Few:
    """The words of the rows of a large view: of a few rows each by itself, and of all rows once more are looked up.

    Most of a large view is not written by `--depth 1`, and to put all of 20,000 rows into words takes as long as to
    read the model.
    """

    def __init__(self, graph: Graph, forest: Forest, path: str, token: object) -> None:
        """Begin with no words; the arguments are as for `_computed`."""
        self._graph = graph
        self._forest = forest
        self._path = path
        self._token = token
        self._known: dict[int, tuple[str, ...]] = {}
        self._left = FEW
        self._all: Words | None = None

    def of(self, row: int) -> tuple[str, ...]:
        """Return the words of a row."""
        known = self._known.get(row)
        if known is not None:
            return known
        if self._all is None:
            # the number in brackets of a group is counted over its rows
            self._left -= 1 if self._forest.ids[row] is not None else self._forest.ends[row] - row
            if self._left >= 0:
                return self._known.setdefault(row, words_of_row(self._graph, self._forest, row))
            self._all = _computed(self._graph, self._forest, self._path, self._token)
        return self._all(row)


def _computed(graph: Graph, forest: Forest, path: str, token: object) -> Words:
    words_of_row = words_of_rows(graph, forest)
    numbers: dict[tuple[str, ...], int] = {}
    rows = array("I", (numbers.setdefault(words_of_row(row), len(numbers)) for row in range(len(forest))))
    said = list(numbers)
    write(path, pieces(os.path.basename(path), token, said, {}, {_ROWS: rows}))
    return lambda row: said[rows[row]]


def words_of_part(graph: Graph, view: Forest, part: Forest) -> Words:
    """Return a function that gives the words of a row of a view, or of the same view with a completed part.

    A row of the part is below the same entity, with the same siblings, as the row of the view that it is
    taken from. So its words are the same, except for the number of other rows of its entity.
    """
    known = words_of_view(graph, view)
    origins = part.origins
    if origins is None:
        return known

    def words(row: int) -> tuple[str, ...]:
        said, entity_id = known(origins[row]), part.ids[row]
        if entity_id is None or entity_id not in part.repeated:
            return said
        return (*(said[:-1] if entity_id in view.repeated else said), elsewhere(part, entity_id))

    return words

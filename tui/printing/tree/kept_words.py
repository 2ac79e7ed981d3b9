"""The cached words of every row of a view: working them out takes longer than writing them."""

import os
from array import array
from collections.abc import Callable

from tiers.model import Graph
from tiers.model.cache.mapped import DamagedError, opened, pieces
from tiers.model.cache.models import entry_of
from tiers.model.cache.store import write
from tiers.model.views.forest import Forest

from ...wording.labels import elsewhere, words_of_rows

Words = Callable[[int], tuple[str, ...]]

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

CODE = ("wording/labels.py", "wording/readings.py", "wording/safe_text.py", "wording/signs.py")
"""What words are told by, besides the model's own code, by which the kept model is known."""


_ROWS = "rows"
"""The section with the number of the words of each row."""


def words_of_view(graph: Graph, forest: Forest, home: str = HOME) -> Words:
    """Return what gives the words of a row of a whole view.

    They come from the cache where they were told before; else all are told now and kept there, where the model is
    kept and seen in its last known state.

    Args:
        graph: The model.
        forest: The rows of a whole view.
        home: The directory of the code by which words are told: what other code kept is not read.
    """
    kept = entry_of(graph)
    code = _code(home)
    if kept is None or code is None or graph.at is not None:
        return words_of_rows(graph, forest)
    path, token = f"{kept.path}.{forest.view}-words", (kept.token, code)
    file = opened(path, token)
    if file is None:
        return _told_anew(graph, forest, path, token)
    said: list[tuple[str, ...]] = file.told
    try:
        rows = file.pages(_ROWS)
    except DamagedError:
        return _told_anew(graph, forest, path, token)

    anew: list[Words] = []

    def words(row: int) -> tuple[str, ...]:
        try:
            return said[rows.number(row)]
        except DamagedError:
            if not anew:
                anew.append(words_of_rows(graph, forest))
            return anew[0](row)

    return words


def _told_anew(graph: Graph, forest: Forest, path: str, token: object) -> Words:
    words_of_row = words_of_rows(graph, forest)
    numbers: dict[tuple[str, ...], int] = {}
    rows = array("I", (numbers.setdefault(words_of_row(row), len(numbers)) for row in range(len(forest))))
    said = list(numbers)
    write(path, pieces(os.path.basename(path), token, said, {}, {_ROWS: rows}))
    return lambda row: said[rows[row]]


def words_of_part(graph: Graph, view: Forest, part: Forest) -> Words:
    """Return what gives the words of a row of a view, or of the same view with a part of it made whole.

    A row of the part stands below the same entity as the row of the view that it is taken from, and with the same rows
    beside it: it reads as that one does, but for how many other rows its entity has.
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


def _code(home: str) -> tuple[tuple[int, int], ...] | None:
    try:
        found = [os.stat(os.path.join(home, name)) for name in CODE]
    except OSError:
        return None
    return tuple((each.st_size, each.st_mtime_ns) for each in found)

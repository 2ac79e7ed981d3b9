"""What the first frame says of a model, kept for the next start: the beginning of the detail, and the words of the rows.

To find both takes a third of the time between the imports and the first frame.
"""

import os
from binascii import crc32
from collections.abc import Sequence
from typing import Any, NamedTuple

from tiers.model import Graph
from tiers.model.cache.disk.code import fingerprint
from tiers.model.cache.disk.mapped import opened, pieces
from tiers.model.cache.disk.store import write
from tiers.model.cache.models import entry_of
from tiers.model.views.forest import Forest

from ...wording import WORDING
from ...wording.description.line import Line
from ...wording.labels import weighted_words

KEPT = 16
"""How many beginnings of the detail are kept beside a model at most; another one replaces one of them."""


class _Place(NamedTuple):
    """Where something about a model is kept, and under what.

    Attributes:
        path: The path of the file.
        token: The kept model, the code, and what it is about.
    """

    path: str
    token: tuple[object, ...]

    def recall(self) -> Any:
        """Return what is kept there; `None` for nothing."""
        file = opened(self.path, self.token)
        return None if file is None else file.head

    def keep(self, values: Any) -> None:
        """Keep plain values there; if that fails, nothing is kept and no error is raised."""
        write(self.path, pieces(os.path.basename(self.path), self.token, values, {}, {}))


def _place(graph: Graph, name: str, about: tuple[object, ...], wording: str) -> _Place | None:
    """Return the place of something about a model; `None` if nothing is kept of it: at a date, or if it is not in the cache."""
    entry = None if graph.at is not None else entry_of(graph)
    code = None if entry is None else fingerprint(wording)
    if entry is None or code is None:
        return None
    return _Place(f"{entry.path}.{name}", (entry.token, about, code))


def beginning_of(graph: Graph, entity_id: str, enough: int, wording: str = WORDING) -> Sequence[Line]:
    """Return the first sections of the description of an entity, at least so many lines.

    They come from the cache if it has them: of this model, in its last known state, by this code.

    Args:
        graph: The model.
        entity_id: The entity.
        enough: The number of lines after which no section is started.
        wording: The directory of the code that words them; those of other code are not used.
    """
    number = crc32(entity_id.encode("utf-8", "surrogatepass")) % KEPT
    place = _place(graph, f"beginning-{number:x}", (entity_id, enough), wording)
    recalled = None if place is None else place.recall()
    if recalled is not None:
        return [Line(*values) for values in recalled]
    from ...wording.description import describe  # noqa: PLC0415 - after the first frame, where that is kept

    lines = describe(graph, entity_id, ways=False, enough=enough)
    if place is not None:
        place.keep([_values(each) for each in lines])
    return lines


def _values(line: Line) -> tuple[object, ...]:
    return (line.role, line.text, line.label, line.target, line.notes, line.indent, line.citation)


class FirstWords:
    """The words of the rows in the first frame, each with its weight, as `weighted_words` returns them.

    They are kept for the rows of one first frame of a view; others are found.
    """

    def __init__(self, graph: Graph, forest: Forest, wording: str = WORDING) -> None:
        self._graph = graph
        self._forest = forest
        is_whole = forest.origins is None
        self._place = _place(graph, f"{forest.view}-first", (len(forest),), wording) if is_whole else None
        recalled = None if self._place is None else self._place.recall()
        self._known: dict[int, list[tuple[int, str]]] = recalled or {}
        self._used: dict[int, list[tuple[int, str]]] = {}

    def __call__(self, graph: Graph, forest: Forest, row: int) -> list[tuple[int, str]]:
        """Return the words of a row."""
        if forest is not self._forest or graph is not self._graph:  # another date may have the same rows
            return weighted_words(graph, forest, row)
        words = self._known.get(row)
        if words is None:
            words = weighted_words(graph, forest, row)
        self._used[row] = [(int(weight), word) for weight, word in words]
        return words

    def keep(self) -> None:
        """Keep the words of the rows that were asked for, unless they are kept already."""
        if self._place is not None and not self._used.keys() <= self._known.keys():
            self._place.keep(self._used)

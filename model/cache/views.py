"""Stores laid-out views in the cache, and opens them; only views of a model in its last known state."""

from collections.abc import Callable
from typing import Any

from ..facts.graph import Graph
from ..facts.statements import Statements
from ..views import Forest, View, is_large
from .disk.code import fingerprint
from .disk.mapped import Mapped, opened
from .disk.store import write
from .models import CacheEntry, entry_beside


def forest_of(graph: Graph, view: View) -> Forest:
    """Return the rows of a view from the cache; if they are not there, lay them out and store them.

    Of a large model the last ones are kept, those at dates too; one that was just stored is read from the cache, so that
    memory has none of its rows.
    """
    forest = _recalled(graph, view)
    if forest is not None:
        return forest
    if not is_large(graph):
        return _stored(graph, view)
    from ..views.recent import keep_recent, recently  # noqa: PLC0415 - few models are large, most views are kept

    forest = recently(graph, view, lambda: _recalled(graph.as_of(None), view))
    if forest is None:
        laid_out = _stored(graph, view)
        forest = _recalled(graph, view)
        if forest is not None:
            return forest
        forest = laid_out
    keep_recent(graph, forest)
    return forest


def _recalled(graph: Graph, view: View) -> Forest | None:
    """Return the cached view of a graph in its last known state, opened once for each model."""
    if graph.at is not None:
        return None
    known = graph.once_for_all(_opened)
    if view.name not in known:
        found = recall(graph, view.name, lambda: view.make(graph))
        if found is None:
            return None
        known[view.name] = found
    return known[view.name]


def _opened(_: Statements) -> dict[str, Forest]:
    """Return an empty memo of the opened views by name."""
    return {}


def renew_view(view: View, earlier: Forest, before: Graph, graph: Graph) -> None:
    """Lay out a view of a large model again after a save, where it differs; `forest_of` then returns these rows.

    Args:
        view: The view.
        earlier: Its rows before the save.
        before: The graph that they are of; nothing is done if it is of the same model.
        graph: The graph after the save.
    """
    if is_large(graph) and before.at == graph.at:
        from ..views.recent import renew_rows  # noqa: PLC0415 - few models are large

        renew_rows(view, earlier, before, graph)


def _stored(graph: Graph, view: View) -> Forest:
    forest = view.make(graph)
    keep(graph, forest)
    return forest


def recall(graph: Graph, view: str, make: Callable[[], Forest]) -> Forest | None:
    """Return the cached view of a graph; `None` when there is none, or the graph is at a date.

    Args:
        graph: The model.
        view: The name of the view.
        make: Lays it out, if the file turns out to be damaged while it is used.
    """
    place = entry_beside(graph, view)
    file = None if place is None else opened(place.path, place.token)
    if place is None or file is None:
        return None
    from .compiled.numbers import numbers_of  # noqa: PLC0415 - as above
    from .forests import CachedForest  # noqa: PLC0415 - only when there is something to open

    def anew() -> Mapped:
        return _in_memory(place, graph, make())

    return CachedForest(view, file, numbers_of(graph), anew)


def keep(graph: Graph, forest: Forest) -> None:
    """Store a view of a graph in the cache; on failure nothing is stored and no error is raised."""
    place = entry_beside(graph, forest.view)
    if place is None or fingerprint() is None:
        # no fingerprint: the code has changed since the process began, and may lay out the view differently
        return
    write(place.path, _pieces(place, graph, forest))


def _in_memory(place: CacheEntry, graph: Graph, forest: Forest) -> Mapped:
    data = memoryview(b"".join(_pieces(place, graph, forest)))
    return Mapped(data, place.name, place.token)


def _pieces(place: CacheEntry, graph: Graph, forest: Forest) -> list[Any]:
    from ..views.places import places  # noqa: PLC0415 - as above
    from .compiled.numbers import numbers_of  # noqa: PLC0415 - as above
    from .disk.mapped import pieces  # noqa: PLC0415 - as above
    from .forests import PAGED, WHOLE, sections_of  # noqa: PLC0415 - only when there is something to keep

    kinds = list(dict.fromkeys(forest.kinds))
    by_kind = {kind: number for number, kind in enumerate(kinds)}
    sections = sections_of(forest, numbers_of(graph))
    sections["kinds"] = bytes(map(by_kind.__getitem__, forest.kinds))
    return list(
        pieces(
            place.name,
            place.token,
            (len(forest), kinds, places(graph, forest) if forest.view == "tiers" else None),
            {each: sections[each] for each in WHOLE},
            {each: sections[each] for each in PAGED},
        )
    )

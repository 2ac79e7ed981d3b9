"""Tables of entities in aligned columns (name, kind, tier, place), for `tiers search` and for messages."""

from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Graph
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.standing import MAY_HAVE_BEGUN, PLANNED, UNKNOWN_WHETHER
from tiers.model.structure.placing import place_of, tier_of

from ...wording.labels import standing_words
from ...wording.safe_text import safe
from .wrapping import cells, hung

_ROOM = 26
"""How many columns a terminal keeps for names beside the ids, if it has them."""

_TOLD = frozenset((MAY_HAVE_BEGUN, PLANNED, UNKNOWN_WHETHER))
HEADINGS = ("id", "name", "kind", "tier", "place")


def entity_row(graph: Graph, entity_id: str) -> tuple[str, ...]:
    """Return the cells of an entity, one for each of `HEADINGS`; marks such as ended or inferred follow the name."""
    place = place_of(graph, entity_id)
    name = graph.name(entity_id)
    words = list(_marks(graph, entity_id))
    if words:
        name = f"{name} ({', '.join(words)})"
    cells = (
        entity_id,
        name,
        graph.kind(entity_id),
        tier_of(graph, entity_id) or "-",
        graph.name(place) if place is not None else "-",
    )
    return tuple(map(safe, cells))


def _marks(graph: Graph, entity_id: str) -> Iterator[str]:
    """Yield the marks of an entity: ended, planned or in doubt, our reading, disputed."""
    standing = graph.standing(entity_id)
    if not standing.shown or standing.state in _TOLD:
        yield from standing_words(graph, entity_id)
    if graph.entity(entity_id).evidence.inferred:
        yield "inferred"
    if is_disputed(graph, entity_id):
        yield "disputed"


def columns(rows: Iterable[Sequence[str]], width: int | None = None) -> Iterator[str]:
    """Yield rows as lines with aligned columns; the last column is not padded.

    Args:
        rows: The cells of each row, the headings first.
        width: How many columns the terminal has. If a row is wider, the first cell keeps a column of its own,
            and the other cells are put next to it in several lines, wrapped at words; `None` to leave lines
            whole.
    """
    rows = list(rows)
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    if width is not None and sum(widths) + 2 * (len(widths) - 1) > width:
        yield from _stacked(rows, widths[0], width)
        return
    for row in rows:
        filled = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(filled).rstrip() + "\n"


def _stacked(rows: Sequence[Sequence[str]], first: int, width: int) -> Iterator[str]:
    beside = min(first + 2, width // 2, max(width - _ROOM, 2))
    for head, name, *rest in rows:
        lead = head + " " * (beside - cells(head))
        if cells(head) + 2 > beside:
            yield f"{head}\n"
            lead = " " * beside
        said = " · ".join(each for each in rest if each not in {"", "-"})
        yield hung(name, width, lead, " " * beside)
        yield hung(said, width, " " * (beside + 2), " " * (beside + 2)) if said else ""

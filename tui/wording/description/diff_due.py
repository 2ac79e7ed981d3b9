"""The rows of `tiers diff` for what came due: tens of thousands, most of which are worded many at once."""

from collections.abc import Iterator, Sequence
from operator import add

from tiers.model import Date, Graph
from tiers.model.answers.due_items import DueItems
from tiers.model.answers.lasting_items import Shape
from tiers.model.answers.timeline.item import PLANNED, TERM, Item
from tiers.model.format import INFERRED

from ..safe_text import all_safe
from ..signs import SIGNS
from .diff_sides import ManyRows, Row
from .values import BESIDE


def row_of_item(graph: Graph, item: Item) -> Row:
    """Return the row of an item that came due between two dates."""
    when = "" if item.date is None else _when(item.state, item.what, item.date)
    words = _words(graph.kind(item.id), when, item.note, inferred=item.evidence.inferred)
    return Row(item.id, item.name(graph), words)


class DueRows(ManyRows):
    """The rows of what came due, by day."""

    def __init__(self, graph: Graph, due: DueItems, others: Sequence[Item], more: Sequence[Row]) -> None:
        """Take up the items.

        Args:
            graph: The model, at the later date.
            due: What came due.
            others: Those of its other items that are shown, in their order.
            more: The rows that come last.
        """
        self._graph = graph
        self._lasting = due.lasting
        self._others = others
        self._more = more

    def __len__(self) -> int:
        return len(self._lasting) + len(self._others) + len(self._more)

    def __iter__(self) -> Iterator[Row]:
        lasting = self._lasting
        for each in self._in_order():
            if isinstance(each, Row):
                yield each
                continue
            for at in each:
                words = _words_of_shape(lasting.shapes[lasting.forms[at]], lasting.dates[lasting.days[at]])
                yield Row(lasting.id_of(lasting.numbers[at]), lasting.names[at], words)

    def stretches(self) -> Iterator[Sequence[str] | Row]:
        lasting = self._lasting
        ends: dict[tuple[int, int], str] = {}
        for key in set(zip(lasting.forms, lasting.days, strict=True)):
            words = _words_of_shape(lasting.shapes[key[0]], lasting.dates[key[1]])
            ends[key] = "".join(f"{BESIDE}{each}" for each in words)
        names = all_safe(lasting.names)
        every = list(map(add, names, map(ends.__getitem__, zip(lasting.forms, lasting.days, strict=True))))
        for each in self._in_order():
            yield each if isinstance(each, Row) else every[each.start : each.stop]

    def _in_order(self) -> Iterator[range | Row]:
        """Yield the rows, those of items that read the same at every date as the range of their places."""
        lasting, start = self._lasting, 0
        for item in self._others:
            end = lasting.place(self._graph, item)
            if start < end:
                yield range(start, end)
            yield row_of_item(self._graph, item)
            start = end
        if start < len(lasting):
            yield range(start, len(lasting))
        yield from self._more


def _words_of_shape(shape: Shape, day: Date) -> tuple[str, ...]:
    """Return the words after the name of an item that reads the same at every date; none of these is the end of a term."""
    return _words(shape.kind, _when(shape.state, "", day), shape.note, inferred=shape.is_inferred)


def _words(kind: str, when: str, note: str, *, inferred: bool) -> tuple[str, ...]:
    """Return the words after the name of an item: the kind of its entity, when it is due, whether that is our reading, a note."""
    return tuple(filter(None, (SIGNS[kind].word, when, INFERRED if inferred else "", note)))


def _when(state: str, what: str, day: Date) -> str:
    """Return when an item is due in words; of the end of a term only the day, since its name says that it runs out."""
    if state == PLANNED:
        return day.after("planned for")
    return day.words() if what == TERM else f"due {day.words()}"

"""The relations that the search index needs: one pass over the relations reads them all, and makes no record of them."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from ...facts.claims import surely_holds
from ...facts.columns import CHANGING
from ...facts.graph import Graph
from ...facts.rows import RelationRow, RelationRows
from ...structure.placing import RANKS, placements
from .bits import Numbers, no_numbers
from .relation_texts import found_by_text, may_limit
from .texts import labels_of, named_in, text_of

NO_ENTITY, AT_A_DATE = 0xFFFFFFFF, 0xFFFFFFFE
"""Two values in place of the number of an entity: there is none; which one it is depends on the date."""


@attrs.define(eq=False, repr=False)
class Ends:
    """The ends of relations that find entities in the same way.

    Attributes:
        subjects: The number of the subject of each, `NO_ENTITY` for a word in place of an id; `objects` has the object's.
        places: The place of each among the relations of its subject.
        words: The words in place of ids of subjects, by the place of the relation here.
        doubtful: The relations of which only their days and other relations tell whether they hold in the last known
            state, by their place here.
        waiting: Relations that are still to be added to the arrays.
    """

    subjects: "array[int]" = attrs.field(factory=no_numbers)
    objects: "array[int]" = attrs.field(factory=no_numbers)
    places: "array[int]" = attrs.field(factory=no_numbers)
    words: dict[int, str] = attrs.field(factory=dict)
    doubtful: set[int] = attrs.field(factory=set)
    waiting: list[tuple[int, int, int]] = attrs.field(factory=list)

    @property
    def last(self) -> int:
        """The place of the relation that was added last."""
        return len(self.places) + len(self.waiting) - 1

    def take_waiting(self) -> None:
        """Add the relations that wait: many at once, since three calls for each would take twice as long."""
        if self.waiting:
            subjects, objects, places = zip(*self.waiting, strict=True)
            self.subjects.extend(subjects)
            self.objects.extend(objects)
            self.places.extend(places)
            self.waiting.clear()


_NO_RANK = max(RANKS.values()) + 2
_NOT_PLACED = (_NO_RANK - 1, NO_ENTITY, True)
"""Stands for the strongest relation that places an entity: its rank, the number of its object, whether it has no day."""

Finds = tuple[str, bool, bool]
"""How a relation finds its ends: a role, whether the object's name finds the subject, and the other way."""

_Sort = tuple[Ends | None, int, bool]
"""For a sort of relations: their ends, `None` if they find no entity; their rank, see `RANKS`; whether `_texts_and_names` is needed."""


@attrs.define(eq=False, repr=False)
class Links:
    """The relations read so far, with their ends by the number of the entity.

    Attributes:
        numbers: The numbers of the entities by id; `ranks` has them by position in the model.
        ends: The relations whose role or other end finds an entity, by how it does.
        parents: The number of the entity directly above each entity in the last known state; `NO_ENTITY` where none is,
            `AT_A_DATE` where `placements` has to be asked, as where several may be.
        is_lasting: For each entity whether that is so at every date.
        by_text: The ids of the entities that may be found by the note or limit of a relation.
        changed: The ids of the entities that change events ended or began.
    """

    numbers: Numbers
    ranks: "array[int]"
    ends: dict[Finds, Ends] = attrs.field(factory=dict)
    parents: "array[int]" = attrs.field(init=False)
    is_lasting: bytearray = attrs.field(init=False)
    by_text: set[str] = attrs.field(factory=set)
    changed: set[str] = attrs.field(factory=set)
    _known: dict[Any, _Sort] = attrs.field(factory=dict)

    @parents.default
    def _no_parents(self) -> "array[int]":
        return array("I", (NO_ENTITY,)) * len(self.numbers)

    @is_lasting.default
    def _all_last(self) -> bytearray:
        return bytearray(b"\1") * len(self.numbers)

    def read(self, part: Sequence[RelationRows]) -> list[tuple[int, str]]:
        """Read the relations of some subjects; return the names that they give entities, each after the entity's number."""
        named: list[tuple[int, str]] = []
        known, numbers, ranks = self._known, self.numbers, self.ranks
        targets = iter(numbers.of([row[1] for _, _, rows, _ in part for row in rows], NO_ENTITY))
        for subject, position, rows, notes in part:
            number = numbers.of((subject,), NO_ENTITY)[0] if position is None else ranks[position]
            above = _NOT_PLACED
            for place, (row, other) in enumerate(zip(rows, targets, strict=False)):
                kind, _, _, dates, details = row
                sort = (kind, details.get("capacity"), details.get("role")) if details else kind
                ends, rank, may_tell = known.get(sort) or self._look(sort, kind, details)
                is_sure = not dates or surely_holds(dates, is_only=_is_only(kind, rows))
                if ends is not None:
                    ends.waiting.append((number, other, place))
                    if not is_sure:
                        ends.doubtful.add(ends.last)
                    if number == NO_ENTITY:
                        ends.words[ends.last] = subject
                if rank <= above[0] and other != NO_ENTITY:
                    # among several relations of the strongest kind the date may decide, see `placements`
                    is_one = is_sure and rank < above[0]
                    above = (rank, other if is_one else AT_A_DATE, not dates)
                if may_tell or notes or "as_named" in details:
                    named.extend(self._texts_and_names(subject, row, has_note=bool(notes) and notes[place]))
            if above is not _NOT_PLACED and number != NO_ENTITY:
                _, self.parents[number], self.is_lasting[number] = above
        for ends in self.ends.values():
            ends.take_waiting()
        return named

    def _texts_and_names(
        self, subject: str, row: RelationRow, *, has_note: bool
    ) -> Iterator[tuple[int, str]]:
        """Note the entities for `by_text` and `changed`; yield the name that a relation gives an entity, after its number."""
        kind, target, _, _, details = row
        if has_note or may_limit(kind):
            self.by_text.update(found_by_text(subject, target, details))
        if kind in CHANGING:
            self.changed.add(target)
        found = named_in(kind, subject, target, details)
        if found is not None and found[0] in self.numbers:
            yield self.numbers[found[0]], found[1]

    def above(self, graph: Graph, ids: Sequence[str], number: int) -> Sequence[int]:
        """Return the numbers of the entities directly above one at the date of a graph.

        Args:
            graph: The graph.
            ids: The entities by number.
            number: The number of the entity.
        """
        parent = self.parents[number]
        if parent == AT_A_DATE or not (graph.at is None or self.is_lasting[number]):
            return [self.numbers[each.object] for each in placements(graph, ids[number])]
        return () if parent == NO_ENTITY else (parent,)

    def _look(self, sort: Any, kind: str, details: Mapping[str, Any]) -> _Sort:
        """Return what is the same for all relations of a kind, a capacity and a role."""
        out, back = labels_of(kind, details)
        finds = (text_of(details.get("role")), bool(out), bool(back))
        ends = self.ends.setdefault(finds, Ends()) if any(finds) else None
        found = self._known[sort] = (ends, RANKS.get(kind, _NO_RANK), may_limit(kind) or kind in CHANGING)
        return found


def _is_only(kind: str, rows: Sequence[RelationRow]) -> bool:
    """Return whether the relations of a subject have only one of a kind."""
    return len(rows) == 1 or [each[0] for each in rows].count(kind) == 1


def holding(graph: Graph, ids: Sequence[str], ends: Ends, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the subject and the object of each of some relations that hold at the date of a graph.

    Args:
        graph: The graph.
        ids: The entities by number.
        ends: The relations.
        start: The first of them to look at.
        end: The one after the last.
    """
    both = zip(ends.subjects[start:end], ends.objects[start:end], strict=True)
    if graph.at is None and not ends.doubtful:
        yield from both
        return
    for at, (subject, target) in enumerate(both, start):
        if graph.at is None and at not in ends.doubtful:
            yield subject, target
            continue
        entity_id = ends.words[at] if subject == NO_ENTITY else ids[subject]
        if graph.holds(graph.outgoing(entity_id)[ends.places[at]]):
            yield subject, target

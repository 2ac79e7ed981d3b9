"""The differences between the date shown and another date: a mark for a row, lines for an entity."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from tiers.model import Graph
from tiers.model.answers.diff import Diff, diff
from tiers.model.answers.states import STANDING, state_of
from tiers.model.facts.turning_days import turning_days
from tiers.model.views.forest import Forest

from ...wording.at_date import LAST_KNOWN, seen_words
from ...wording.description import Line
from ...wording.description.diff import FADING, describe_diff, sections
from ...wording.description.diff_dated import CAME_ABOUT, IN_DOUBT, LATER, STILL
from ...wording.description.diff_names import ALSO_CALLED, RENAMED
from ...wording.description.diff_sides import Sides
from ...wording.description.line import BLANK
from ...wording.legend import CHANGED, DOCUMENTED_OTHERWISE, GONE, INSIDE, MOVED, NEW
from ...wording.safe_text import safe

_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        RENAMED: (CHANGED, "renamed"),
        ALSO_CALLED: (CHANGED, "renamed"),
        "Began": (NEW, "began"),
        "Happened": (NEW, "happened"),
        "First documented": (NEW, "first documented"),
        "Come due": (NEW, "come due"),
        STILL: (NEW, "still there"),
        "Ended": (GONE, "gone"),
        "Moved": (MOVED, "moved"),
        CAME_ABOUT: (CHANGED, "came about"),
        LATER: (GONE, "gone"),
        IN_DOUBT: (DOCUMENTED_OTHERWISE, "evidence changed"),
        "Changed": (CHANGED, "changed"),
        FADING: (DOCUMENTED_OTHERWISE, "evidence changed"),
    }
)
"""The sign and the word for each heading of `diff`."""

_FEW = 1_000
"""How many entities are compared one by one; for more, an index of turning days is built, which costs about as much."""

_COUNTED = 99
"""The highest number of differences shown for a closed row; counting stops there, and `99+` is shown."""


@attrs.frozen(repr=False)
class Mark:
    """The mark of a row that differs.

    Attributes:
        sign: One character, with a number after it for a count.
        word: The meaning of the sign; safe to draw.
    """

    sign: str
    word: str


@attrs.define(eq=False, repr=False)
class Differences:
    """The differences of a view between the date shown and another date.

    An entity is compared only when it is asked for, since only the visible rows are drawn.

    Attributes:
        graph: The model at its date.
        against: The model at the other date.
        forest: The view.
        other: The same view at the other date.
    """

    graph: Graph
    against: Graph
    forest: Forest
    other: Forest
    _found: dict[str, Diff] = attrs.field(factory=dict)
    _missing: dict[int, list[str]] = attrs.field(init=False)
    _inside: dict[int, int] = attrs.field(factory=dict)
    # one byte per row: 1 if it may differ, 0 once a comparison or the turning days have ruled that out
    _flags: bytearray = attrs.field(init=False)
    _narrowed: bool = False

    @_missing.default
    def _find_missing(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        nearest: list[int] = []
        for row, (entity_id, parent) in enumerate(zip(self.other.ids, self.other.parents, strict=True)):
            above = nearest[parent] if parent >= 0 else -1
            rows = self.forest.rows_of(entity_id) if entity_id is not None else _named(self, above, row)
            nearest.append(rows[0] if rows else above)
            if entity_id is not None and not rows and not self.other.repeats[row]:
                found.setdefault(above, []).append(entity_id)
        return found

    @_flags.default
    def _begin_flags(self) -> bytearray:
        return bytearray(b"\1") * len(self.forest)

    @property
    def later(self) -> bool:
        """Whether the other date is the later one."""
        here, there = self.graph.at, self.against.at
        return here is not None and (there is None or there.last > here.last)

    @property
    def dates(self) -> str:
        """The two dates in words, the earlier first."""
        here, at = seen_words(self.graph), self.against.at
        there = LAST_KNOWN if at is None else at.words()
        return f"{here} → {there}" if self.later else f"{there} → {here}"

    def missing(self, row: int) -> Sequence[str]:
        """Return the entities below a row that only the other date has; for -1 those whose parent row is missing too."""
        return self._missing.get(row, ())

    def mark(self, row: int) -> Mark | None:
        """Return the mark of the entity of a row; `None` without a difference."""
        entity_id = self.forest.ids[row]
        if entity_id is None:
            return None
        marks = [_MARKS[heading] for heading, _ in sections(*self._of(entity_id))]
        words = [f"{word} later" if self.later else word for _, word in marks]
        return Mark(marks[0][0], ", ".join(words)) if marks else None

    def inside(self, row: int, *, opened: bool = False) -> Mark | None:
        """Return a mark with the number of entities below a row that differ and have no row in sight; `None` for none.

        Args:
            row: The row.
            opened: Whether its rows are in sight; then only what stands below it at the other date alone counts.
        """
        if opened:
            count = len(self.missing(row))
            word = "to come" if self.later else "gone"
        else:
            known = self._inside.get(row)
            count = self._inside[row] = self._count(row) if known is None else known
            word = "differs inside" if count == 1 else "differ inside"
        said = str(count) if count <= _COUNTED else f"{_COUNTED}+"
        return Mark(f"{INSIDE}{said}", word) if count else None

    def _count(self, row: int) -> int:
        """Count the differences below a row up to the limit; rows without a difference are remembered in `_flags`."""
        flags, end, differing, missing = (
            self._flags,
            self.forest.ends[row],
            set[str](),
            len(self.missing(row)),
        )
        at = flags.find(1, row + 1, end)
        while at >= 0 and len(differing) + missing <= _COUNTED:
            entity_id, gone = self.forest.ids[at], len(self.missing(at))
            if entity_id is not None and self._differs(entity_id):
                differing.add(entity_id)
            elif not gone:
                flags[at] = 0
            missing += gone
            if len(self._found) > _FEW and not self._narrowed:
                self._narrow()
            at = flags.find(1, at + 1, end)
        return len(differing) + missing

    def _narrow(self) -> None:
        """Clear the flags of entities without a turning day between the two dates."""
        ids = turning_days(self.graph).between(self.graph.at, self.against.at, last_documented=self._fades)
        for row, entity_id in enumerate(self.forest.ids):
            if entity_id not in ids and row not in self._missing:
                self._flags[row] = 0
        self._narrowed = True

    def _differs(self, entity_id: str) -> bool:
        sides, found = self._of(entity_id)
        return bool(sections(sides, found))

    @property
    def _fades(self) -> bool:
        """Whether `no longer documented` counts as a difference: not against the last known state."""
        return None not in {self.graph.at, self.against.at}

    def lines(self, entity_id: str | None, row: int) -> Iterator[Line]:
        """Yield the differences of the entity of a row as lines, or of a row that is no entity, and what is gone below."""
        sides, found = (None, None) if entity_id is None else self._of(entity_id)
        missing = self.missing(row)
        if not found and not missing:
            return
        yield BLANK
        yield Line("heading", safe(self.dates))
        if sides is not None and found:
            yield from (each for each in describe_diff(sides, found)[1:] if each is not BLANK)
        if missing:
            yield Line("heading", f"{'To come' if self.later else 'Gone from'} below it ({len(missing)})")
        for each in missing:
            yield Line("relation", safe(self.against.name(each)), target=each, indent=1)

    def _of(self, entity_id: str) -> tuple[Sides, Diff]:
        """Return the difference of one entity, the earlier date first."""
        old, new = (self.graph, self.against) if self.later else (self.against, self.graph)
        found = self._found.get(entity_id)
        if found is None:
            states = (state_of(graph, (entity_id,), evidence=False) for graph in (old, new))
            found = diff(*states)
            if not self._fades:
                said = (each for each in found.changes if each.attribute != STANDING)
                found = attrs.evolve(found, changes=tuple(said))
            self._found[entity_id] = found
        return Sides(old, new, ("", ""), dated=True), found


def _named(differences: Differences, above: int, row: int) -> list[int]:
    """Return the row with the same name as a group or delegation, below the same row at the date shown."""
    name, forest = differences.other.names[row], differences.forest
    return [
        each for each in forest.children(above) if forest.ids[each] is None and forest.names[each] == name
    ][:1]

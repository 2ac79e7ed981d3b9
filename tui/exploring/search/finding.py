"""Search in a view: the rows that match a query, and the rows above them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import chain, islice
from operator import and_
from typing import TYPE_CHECKING

from tiers.model.format.unchanging import Unchanging
from tiers.model.views.forest import Forest
from tiers.model.views.row_bits import bits_of_rows

from .found_rows import ManyRows, has, position
from .meaning import Meant, QueryMeanings

if TYPE_CHECKING:
    from tiers.model.cache.letters import LetterRows
    from tiers.model.finding.ranking.hits import Matches

    from .filtering import Filtered, Filtering
    from .row_places import RowPlaces

_MANY = 64
"""Of more than one entity for so many rows only the first are shown before the rows are indexed."""

_BITS = 1024
"""If more than one entity for so many rows is found, their rows are the bits of one number: to sort them takes longer."""


class Found(Unchanging):
    """The matches of a query in a view.

    Attributes:
        query: The typed query.
        rows: The rows of the matches, in order.
        meant: The entities that the query means.
    """

    query: str
    rows: Sequence[int] = ()
    meant: Meant = Meant()

    @property
    def alike(self) -> bool:
        """Whether the rows match the query only nearly, since no entity matches it exactly."""
        return self.meant.alike

    def __contains__(self, row: int) -> bool:
        return has(self.rows, row)

    def next(self, row: int, *, back: bool = False) -> int | None:
        """Return the next match after a row, or the previous one, wrapping at the ends; `None` for none."""
        if not self.rows:
            return None
        at = position(self.rows, row)
        if back:
            return self.rows[at - 1]
        return self.rows[(at + (row in self)) % len(self.rows)]

    def number(self, row: int) -> int:
        """Position of the row among the matches, from 1; 0 when it is none of them."""
        return position(self.rows, row) + 1 if row in self else 0

    def spans(self, name: str) -> list[tuple[int, int]]:
        """Return the parts of a match's name to mark: the words of the query, or the whole name if it has none of them."""
        return spans(name, self.meant.words) or [(0, len(name))]


def elsewhere(found: Found) -> Collection[str]:
    """Return the ids of matches if the view shows none of them, best first; none where they match only nearly."""
    return () if found.rows or found.alike else found.meant.ids


class Finder:
    """Finds the rows of one view that match a query.

    Attributes:
        forest: The rows.
        like: Gives the meaning of a query.
        few: The number of entities of which all rows are looked up before the view is indexed; of more, only
            those of the best are shown until then.
        at_once: The number of rows up to which a view is gone through without an index.
        is_wanted: Whether somebody has begun to search the view, so that its rows are worth indexing.
    """

    def __init__(self, forest: Forest, like: QueryMeanings, few: int = 4_000, at_once: int = 2_000) -> None:
        self.forest = forest
        self.like = like
        self.few = few
        self.at_once = at_once
        self.is_wanted = False
        self._places: RowPlaces | None = None
        self._letters: tuple[Mapping[str, int], LetterRows] | None = None
        # the numbers of the index, the entities of the last search whose rows were looked up as bits, and these
        self._last: tuple[Mapping[str, int] | None, int, int] = (None, 0, 0)
        self._filtering: Filtering | None = None

    @property
    def is_ready(self) -> bool:
        """Whether everything that can be indexed so far is indexed."""
        return self._places is not None and self._places.is_ready(self.like.numbers)

    @property
    def is_behind(self) -> bool:
        """Whether something should be indexed that is not yet."""
        return self.is_wanted and not self.is_ready

    def work(self, seconds: float) -> bool:
        """Index for at most this many seconds, once a search has begun; return whether work was left."""
        if not self.is_wanted:
            return False
        places, numbers = self._begun(), self.like.numbers
        if numbers is not None and not places.is_ready(numbers):
            places.all_at_once = self._known_letters(numbers) is None
        return places.work(seconds, numbers)

    def rest(self) -> None:
        """Let go of what was indexed, until the next search."""
        self.is_wanted, self._places, self._letters, self._filtering = False, None, None, None
        self._last = (None, 0, 0)

    def find(self, query: str, near: str | None = None) -> Found:
        """Return the rows of the entities that a query means, and the group headings with its words.

        Args:
            query: What was typed.
            near: The entity of the cursor; entities near it rank higher.
        """
        self.is_wanted = True
        meant = self.like.meant(query, near)
        places = self._begun()
        if len(self.forest) <= self.at_once:
            while places.work(1, self.like.numbers):
                pass
        rows = self._rows(meant)
        if not self.is_ready:
            meant = meant.but(reading=True)
        headings = places.bits_of_words(meant.words) if meant.plain and meant.words else 0
        if headings and meant.alike:
            meant, rows = meant.but(alike=False, ids=(), matches=None), ()
        return Found(query, self._with(rows, headings) if headings else rows, meant)

    def likeliest(self, found: Found) -> int | None:
        """Return the row of the best match; for an area, that of a match that covers it and begins with the query."""
        from tiers.model.format.text import fold  # noqa: PLC0415 - paid for when something is looked for

        if not found.rows:
            return None
        best = next(iter(found.meant.ids), None)
        covering = () if best is None else self._covering(best, fold(found.query))
        ids = chain(covering, self._with_rows(found.meant))
        again = self.forest.repeats  # of several rows of an entity, the one with its children
        rows = (
            row for each in ids for row in sorted(self._begun().rows_of(each), key=lambda one: again[one] > 0)
        )
        return next((row for row in rows if row in found), found.rows[0])

    def _with_rows(self, meant: Meant) -> Iterable[str]:
        """Return the entities that a query means, best first; as far as it is known, only those with rows in this view."""
        matches, places = meant.matches, self._begun()
        if matches is None or meant.ids is not matches or not places.is_ready(matches.numbers):
            return meant.ids
        return map(matches.ids.__getitem__, matches.best_first(places.with_rows))

    def _covering(self, area: str, begins: str) -> list[str]:
        """Return the entities that cover an area and whose name begins with a folded text."""
        from tiers.model.format.text import fold  # noqa: PLC0415 - paid for when something is looked for

        graph = self.like.graph
        found = (each.subject for each in graph.relations(area, "covers", "in"))
        return [each for each in found if fold(graph.name(each)).startswith(begins)]

    def filtered(self, rows: Sequence[int]) -> "Filtered":
        """Return the view filtered by rows that are found in it."""
        if self._filtering is None:
            from .filtering import Filtering  # noqa: PLC0415 - paid for when something is looked for

            self._filtering = Filtering(self.forest)
        return self._filtering.by(rows)

    def _rows(self, meant: Meant) -> Sequence[int]:
        places, matches = self._begun(), meant.matches
        ids: Iterable[str]
        if matches is None:
            ids = meant.ids
        else:
            count, size = len(matches), len(self.forest)
            if places.is_ready(matches.numbers):
                if count * _BITS > size:
                    return ManyRows(self._bits(matches, meant.words), size)
                return tuple(sorted(places.rows_of_few(matches.all_numbers())))
            is_dense = count * _MANY > size
            few = None if is_dense else places.rows_of_numbers(matches.all_numbers(), matches.numbers)
            if few is not None:
                return tuple(sorted(few))
            ids = islice(matches, self.few) if count > self.few else matches.by_number()
        return tuple(sorted(row for each in ids for row in places.rows_of(each)))

    def _bits(self, matches: "Matches", words: Sequence[str]) -> int:
        """Return the rows of matches as bits, the first row the highest.

        They are those of a set of entities whose rows are known, with the rows of what the two sets differ by looked up:
        the last search, the last word of this one, all its words; the set that differs least.
        """
        entities, numbers = matches.bits, matches.numbers
        letters = self._known_letters(numbers)
        known = [(0, 0)]
        if self._last[0] is numbers:
            known.append(self._last[1:])
        if letters is not None and words:
            of_words = [letters.of(each) for each in words]
            entities_of, rows_of = zip(*of_words, strict=True)
            known += (of_words[-1], (reduce(and_, entities_of), reduce(and_, rows_of)))
        near, rows = min(known, key=lambda each: (each[0] ^ entities).bit_count())
        bits = rows ^ self._begun().bits_of_many(near ^ entities)
        self._last = (numbers, entities, bits)
        return bits

    def _known_letters(self, numbers: Mapping[str, int]) -> "LetterRows | None":
        """Return the entities that first letters find and their rows, if the cache has them."""
        known = self._letters[1] if self._letters is not None and self._letters[0] is numbers else None
        if known is None:  # another process may have stored them since
            from tiers.model.cache.letters import letters_in  # noqa: PLC0415 - paid for when something is looked for

            known = letters_in(self.like.graph, self.forest, numbers)
            self._letters = None if known is None else (numbers, known)
        return known

    def _with(self, rows: Sequence[int], headings: int) -> Sequence[int]:
        """Return rows together with those of headings, which are bits."""
        size = len(self.forest)
        return ManyRows(
            headings | (rows.bits if isinstance(rows, ManyRows) else bits_of_rows(rows, size)), size
        )

    def _begun(self) -> "RowPlaces":
        if self._places is None:
            from tiers.model.cache.heading_words import heading_words_in  # noqa: PLC0415 - paid for when something is looked for

            from .row_places import RowPlaces  # noqa: PLC0415 - as above

            self._places = RowPlaces(self.forest, heading_words_in(self.like.graph, self.forest))
        return self._places


def spans(name: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return the start and end of words in a name, in order, not overlapping.

    A word is marked where it begins a word of the name, else anywhere. One that matches only without accents
    and punctuation is marked as a whole.
    """
    from tiers.model.format.text import fold  # noqa: PLC0415 - paid for when something is looked for

    found: list[tuple[int, int]] = []
    lower = name.lower()
    for word in sorted(set(words), key=len, reverse=True):
        begins = re.search(rf"(?<!\w){re.escape(word)}", lower)
        at = begins.start() if begins is not None else lower.find(word)
        if at >= 0 and len(lower) == len(name):
            found.append((at, at + len(word)))
        else:
            found.extend(span for span in _words(name) if word in fold(name[slice(*span)]))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _words(name: str) -> Iterator[tuple[int, int]]:
    end = 0
    for word in name.split():
        start = name.index(word, end)
        end = start + len(word)
        yield start, end

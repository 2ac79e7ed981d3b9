"""`Index.search`: the entry point of search; builds the index when first needed, in slices while a reader waits."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from string import ascii_lowercase

import attrs
from rapidfuzz import fuzz
from rapidfuzz.process import extract

from ..facts.graph import Graph
from ..format.text import fold
from .corpus import Corpus, index_store
from .explaining import explain, read_as
from .filters.narrowing import Narrowing
from .query import FILLERS, Query, parse_query
from .ranking.containment import Containment
from .ranking.hits import Hit, Matches
from .ranking.ranking import rank, words_asked
from .ranking.ranks import Order
from .ranking.senses import Senses
from .words.bits import numbers_of
from .words.common_words import COMMON
from .words.every_date import latest_shared_index
from .words.spelling import key, keys, stem
from .words.texts import NAME, OTHER, TEXT, TOPIC

_ALIKE = 60.0
"""The similarity, up to 100, from which words are offered."""

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")

_WORDS_JOINED = 8
"""The number of words up to which a query without results is taken apart into runs of words, not single words."""

_SHORTEST_OFFERED = 3
"""The number of letters from which words are offered."""


def nearest_words(senses: Senses, query: Query, limit: int) -> list[str]:
    """Return the words of names and topics that are most similar to query words without results, best first.

    Of equally similar words the more frequent one comes first. Empty where each word finds something by
    itself.
    """
    postings, spellings = senses.corpus.postings, senses.corpus.names.spellings
    asked = [word for word in fold(query.text).split() if word not in FILLERS]
    finding_nothing = [word for word in asked if not senses.of(key(word)).found[TEXT]]
    known: dict[str, int] = {}
    for level in (NAME, OTHER, TOPIC):
        for word, bearers in postings.words(level):
            if len(word) >= _SHORTEST_OFFERED and word.isalpha() and word not in FILLERS:
                spelling = spellings.get(word, word)
                known[spelling] = known.get(spelling, 0) + bearers
    words = sorted(known, key=lambda word: (-known[word], word))
    best: dict[str, float] = {}
    for word in finding_nothing:
        for near, similarity, _ in extract(word, words, scorer=fuzz.ratio, limit=limit, score_cutoff=_ALIKE):
            best[near] = max(similarity, best.get(near, 0.0))
    return sorted(best, key=lambda word: (-best[word], -known[word], word))[:limit]


_MOST_SO_FAR = 1000
"""How many entities `so_far` returns at most."""

_SHORTEST_INSIDE = 3
"""The number of letters from which query words are also looked for inside other words."""


@attrs.define(eq=False)
class Index:
    """The search index of a graph at its date.

    Nothing is indexed before the first search, which builds what is missing. A caller that cannot wait, such
    as the explorer, calls `work` when idle and searches with `ready=True`: only what is indexed is then
    searched, at least names, acronyms and codes. While `named` is false, `so_far` searches the names read so
    far.

    Attributes:
        graph: The graph.
    """

    graph: Graph
    _corpus: Corpus | None = None
    _parts: tuple[Senses, Narrowing, Order] | None = None

    def search(
        self, query: str, limit: int | None = None, *, near: str | None = None, ready: bool = False
    ) -> list[Hit]:
        """Return the best hits of a query; see `matches`."""
        return self.matches(query, near=near, ready=ready).best(limit)

    def matches(self, query: str, *, near: str | None = None, ready: bool = False) -> Matches:
        """Return all hits of a query.

        Args:
            query: Words, phrases, exclusions and filters; see `parse_query`.
            near: The id of an entity; among equal hits, those nearer to it in the tree come first.
            ready: Whether to search only what is indexed already.

        Raises:
            QueryError: A filter is wrong.
        """
        corpus = self._begun()
        if not ready and not corpus.whole:
            corpus.work()
            self._keep(corpus)
        senses, narrowing, order = self._built()
        asked = parse_query(query)
        found, unknown = rank(senses, asked, narrowing.of(asked))
        names = corpus.names
        return Matches(
            names.ids, found, partial(order.parts, near), partial(explain, corpus), names.numbers, unknown
        )

    def respelt(self, query: str) -> str:
        """Return a query with each mistyped word as it was read for the best hit; unchanged if none was mistyped."""
        first = next(self.matches(query).in_order(), None)
        best = None if first is None else next(numbers_of(first.bits, 1))
        read = {} if first is None or best is None else read_as(self._begun(), first, best)
        return _WORD.sub(lambda word: read.get(" ".join(keys(word[0])), word[0]), query) if read else query

    def so_far(self, query: str) -> list[str]:
        """Return entities whose names have the words of a query, among the names read so far, likeliest first.

        Empty for a query with filters, quotes or exclusions, which can be answered only when all names are
        sorted.

        Raises:
            QueryError: A filter is wrong.
        """
        asked = parse_query(query)
        words = [part for each in words_asked(asked) for part in fold(each).split()]
        if not words or asked.phrases or asked.excluded or asked.filters:
            return []
        return self._begun().shared.reading.beginning(words, _MOST_SO_FAR)

    def work(self, seconds: float) -> bool:
        """Index for at most this many seconds; return whether anything is left to index."""
        return self._begun().work(seconds)

    def recall(self) -> bool:
        """Take the complete index from the cache if nothing is indexed yet; return whether anything is indexed now."""
        if self._corpus is None:
            self._corpus = self._stored()
        return self._corpus is not None

    @property
    def stage(self) -> int:
        """The stage of the index, see `Corpus.stage`; after it rises, the same query may find more."""
        return 0 if self._corpus is None else self._corpus.stage

    @property
    def named(self) -> bool:
        """Whether names, acronyms and codes are indexed, so that a search with `ready=True` is complete enough to show."""
        return self._corpus is not None and self._corpus.named

    @property
    def numbers(self) -> Mapping[str, int] | None:
        """The numbers of the entities by id, as in `Matches`; `None` until their names are sorted."""
        return self._begun().names.numbers if self.named else None

    @property
    def whole(self) -> bool:
        """Whether the index is complete."""
        return self._corpus is not None and self._corpus.whole

    def beginnings(self, letters: str = "") -> list[str]:
        """Return the beginnings of words of the model with one character more than some letters; of none, the alphabet."""
        if not letters:
            return list(ascii_lowercase)
        words = self._begun().postings.vocabulary.beginning(letters)
        return sorted({word[: len(letters) + 1] for word in words if len(word) > len(letters)})

    def inside(self, query: str) -> list[str]:
        """Return the entities whose names contain the words of a query anywhere, as `neighbourhood` contains `hood`.

        Words that are a topic of their own are not looked for: `tree` is not found in *street*.
        """
        words = [key(fold(each)) for each in parse_query(query).words]
        if min(map(len, words), default=0) < _SHORTEST_INSIDE or any(stem(each) in COMMON for each in words):
            return []
        names = self._begun().names
        found = [at for at, text in enumerate(names.folded) if words[0] in text]
        return [names.ids[at] for at in found if all(each in names.folded[at] for each in words)]

    def nearest(self, query: str, limit: int = 3) -> list[str]:
        """Return the words of the model most similar to those of a query without results; see `nearest_words`."""
        senses, _, _ = self._built()
        return nearest_words(senses, parse_query(query), limit)

    def related(self, query: str) -> list[str]:
        """Return the topics of the model nearest in meaning to the common words of a query without results."""
        words = (COMMON.get(stem(each)) for word in parse_query(query).words for each in keys(word))
        topics = dict.fromkeys(each for each in words if each is not None)
        return [each for each in topics if len(self.matches(f'"{each}"'))]

    def apart(self, query: str, *, whole: bool = True) -> list[tuple[str, str]]:
        """Return the parts of a query that each find something, with the name of the first hit of each.

        A part is as many words in a row, without fillers and unknown words, as find something together:
        `mental health` and not `mental` and `health`. In a long query each word is a part. A part is spelt as the
        query has it, with an `&` or `and` between its words.

        Args:
            query: The query.
            whole: Whether all its words together count as a part.
        """
        unknown = {fold(each) for each in self.matches(query).unknown}
        words = [each for each in words_asked(parse_query(query)) if fold(each) not in unknown]
        most = len(words) - (not whole) if len(words) <= _WORDS_JOINED else 1
        found: list[tuple[str, str]] = []
        at = 0
        while at < len(words):
            ends = range(min(at + most, len(words)), at, -1)
            parts = ((end, self.search(f"{' '.join(words[at:end])} ", 1)) for end in ends)
            end, hits = next(((end, hits) for end, hits in parts if hits), (at + 1, []))
            if hits:
                found.append((_as_written(query, words[at:end]), self.graph.name(hits[0].id)))
            at = end
        return found

    def forget_other_dates(self) -> None:
        """Let go of the part of the index that other dates share; the next search at one of them builds it again.

        What this index has itself stays.
        """
        latest = self.graph.once_for_all(latest_shared_index)
        if self._corpus is not None and latest.index is not self._corpus.shared:
            latest.index = None

    def _begun(self) -> Corpus:
        """Return the corpus, started on first use."""
        if self._corpus is None:
            known = self._stored()
            self._corpus = Corpus.of(self.graph) if known is None else known
        return self._corpus

    def _stored(self) -> Corpus | None:
        stored = index_store(self.graph)
        return None if stored is None else stored.recall(self.graph)

    def _keep(self, corpus: Corpus) -> None:
        """Store a complete index of the last known state for the next run."""
        stored = index_store(self.graph)
        if stored is not None:
            stored.keep(corpus)

    def _built(self) -> tuple[Senses, Narrowing, Order]:
        """Return the objects that a search needs, made on first use after names are indexed."""
        if self._parts is None:
            corpus = self._begun()
            corpus.work(names_only=True)
            senses = Senses(corpus)
            containment = Containment(self.graph, corpus.names)
            self._parts = (senses, Narrowing(senses, containment), Order(corpus, containment))
        return self._parts


def _as_written(query: str, words: Sequence[str]) -> str:
    """Return a run of words as a query has it, so that `Hammersmith & Fulham` keeps its sign; else with spaces."""
    between = r"(?:\s+|\s*&\s*|\s+and\s+)"
    found = re.search(rf"(?<!\w){between.join(map(re.escape, words))}(?!\w)", query, re.IGNORECASE)
    return " ".join(words) if found is None else found[0]

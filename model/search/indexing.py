"""What is indexed after the names, in steps far shorter than a slice."""

from collections.abc import Iterator

import attrs

from ..graph import Graph
from ..placing import placements
from .bits import bits_of
from .currency import not_current
from .names import Names
from .postings import Postings
from .short_forms import Initials
from .spelling import all_keys, keys
from .texts import KIND, LINKED, NAME, OTHER, PLACE, TEXT, TOPIC, above, around, said


@attrs.define(eq=False, repr=False)
class Rest:
    """What search knows of a graph beside names and words.

    Attributes:
        initials: The initials of names.
        of_size: The entities whose names have so many words, small ones apart.
        past: The entities that have ended, or have not begun, at the date of the graph.
    """

    initials: Initials = attrs.field(factory=Initials)
    of_size: dict[int, int] = attrs.field(factory=dict)
    past: int = 0

    def steps(self, graph: Graph, names: Names, postings: Postings) -> Iterator[None]:
        """Index everything but the names; yields after each step."""
        for level in (NAME, OTHER):
            yield from postings.settle(level)
        yield from self._short(names)
        yield from self._current(graph, names)
        yield from _around(graph, names, postings)
        for level in (TOPIC, PLACE, KIND, LINKED):
            yield from postings.settle(level)
        for number, entity_id in enumerate(names.ids):
            words = {word for _, _, text in said(graph.entities[entity_id]) for word in all_keys(text)}
            postings.add(TEXT, words, number)
            yield
        yield from postings.settle(TEXT)

    def _short(self, names: Names) -> Iterator[None]:
        sizes: dict[int, list[int]] = {}
        for number, folded in enumerate(names.folded):
            sizes.setdefault(self.initials.add(folded.split(), number), []).append(number)
            yield
        for size, numbers in sizes.items():
            self.of_size[size] = bits_of([numbers], len(names.ids))
            yield
        for number, texts in names.others.items():
            for text in texts:
                self.initials.add(keys(text), number)
            yield

    def _current(self, graph: Graph, names: Names) -> Iterator[None]:
        past = []
        for number, entity_id in enumerate(names.ids):
            if not_current(graph, entity_id):
                past.append(number)
            yield
        self.past = bits_of([past], len(names.ids))


def _around(graph: Graph, names: Names, postings: Postings) -> Iterator[None]:
    contexts: dict[str, frozenset[str]] = {}
    for number, entity_id in enumerate(names.ids):
        found: dict[int, set[str]] = {}
        for level, _, text in around(graph, graph.entities[entity_id]):
            found.setdefault(level, set()).update(all_keys(text))
        for level, words in found.items():
            postings.add(level, words, number)
        for each in placements(graph, entity_id):
            if each.object not in contexts:
                contexts[each.object] = _context(graph, each.object)
            postings.add(PLACE, contexts[each.object], number)
        yield
    while contexts:  # dropping all at once takes longer than a slice
        contexts.popitem()
        yield


def _context(graph: Graph, entity_id: str) -> frozenset[str]:
    """Return the words of the names of an entity and of what it is below."""
    return frozenset(
        word for each in (entity_id, *above(graph, entity_id)) for word in all_keys(graph.name(each))
    )

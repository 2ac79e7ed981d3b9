"""Make what a session with a model asks for and the cache lacks: the search index, the views, the days, the lists of entities, what a far diff reads.

The explorer has this done in another process, see `background`, so that no key waits for it and no record that
it makes stays in the explorer's memory.
"""

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

from ..answers.come_due import KEPT_DUE, keep_days_due, keep_items_due
from ..answers.gaps import KEPT_CANDIDATES, candidates
from ..answers.gaps.counted import KEPT_GAPS, counted_gaps
from ..answers.lasting_items import KEPT_LASTING
from ..answers.matters_by_state import KEPT_MATTERS, matters_by_state
from ..facts.change_dates import changes
from ..facts.diff_days import KEPT_DIFF_DAYS, keep_diff_days
from ..facts.graph import Graph
from ..facts.stored import stored_arrays
from ..facts.turning_days import turning_days
from ..finding.corpus import Corpus, index_store
from ..structure.inside import KEPT_CHILDREN, KEPT_PRESENT, children_of_all, present_children
from ..views import VIEWS
from .disk.code import fingerprint
from .disk.mapped import DamagedError, Mapped, opened
from .disk.store import MODEL
from .heading_words import store_heading_words, words_ending_of
from .letters import ending_of, store_letters
from .models import CacheEntry, model_of, note_entry
from .views import forest_of

Make = Callable[[Graph], object]
"""Makes something of a model and stores it."""


def store_missing(entry: CacheEntry) -> None:
    """Make and store the files that the cache does not have yet for a model; stop if one cannot be stored, or the model is gone.

    A model is gone when one of its files was saved and a running tiers has read it. What other processes have
    stored meanwhile is not made again.

    Args:
        entry: The place of the compiled model.
    """
    file = opened(f"{entry.path}.{MODEL}", fingerprint())
    if file is None or file.head["token"] != entry.token:
        return
    with suppress(DamagedError):  # the explorer finds out too, and reads the model again
        graph = model_of(file, _damaged)
        note_entry(graph, entry)
        for ending, make in MADE.items():
            place = f"{entry.path}.{ending}"
            if opened(place, entry.token) is not None:
                continue
            make(graph)
            if not os.path.exists(place):
                return


def _damaged() -> Mapped:
    raise DamagedError


def _store_index(graph: Graph) -> None:
    stored = index_store(graph)
    if stored is not None:
        corpus = Corpus.of(graph)
        corpus.work()
        stored.keep(corpus)


def _store_days(graph: Graph) -> None:
    stored_arrays(graph).keep_days()


def _store_view(name: str, graph: Graph) -> None:
    forest_of(graph, VIEWS[name])


def _store_letters(name: str, graph: Graph) -> None:
    store_letters(graph, forest_of(graph, VIEWS[name]))


def _store_heading_words(name: str, graph: Graph) -> None:
    store_heading_words(graph, forest_of(graph, VIEWS[name]))


MADE: Mapping[str, Make] = {
    "index": _store_index,
    **{each: partial(_store_view, each) for each in VIEWS},
    **{ending_of(each): partial(_store_letters, each) for each in VIEWS},
    **{words_ending_of(each): partial(_store_heading_words, each) for each in VIEWS},
    "days": _store_days,
    "changes": changes,
    "turning-days": lambda graph: turning_days(graph).days,
    "last-documented": lambda graph: turning_days(graph).last_documented.numbers,
    KEPT_CHILDREN: lambda graph: children_of_all(graph).numbers,
    KEPT_PRESENT: lambda graph: present_children(graph).numbers,
    KEPT_CANDIDATES: lambda graph: candidates(graph).numbers,
    KEPT_GAPS: lambda graph: len(counted_gaps(graph)),
    KEPT_MATTERS: lambda graph: matters_by_state(graph).unreported,
    KEPT_DIFF_DAYS: keep_diff_days,
    KEPT_DUE: keep_days_due,
    KEPT_LASTING: keep_items_due,
}
"""What is made, by the ending of its file, in the order in which readers of a large model come to need it."""

"""Records that nobody needs are let go of: those in use stay the same objects, and what is read again is equal."""

import gc
import sys
import weakref
from collections.abc import Callable
from pathlib import Path
from sys import getrefcount
from threading import Thread
from typing import Any

import pytest

from tiers.model import Graph, load
from tiers.model.cache.compiled.letting_go import LettingGo, letting_go_of
from tiers.model.cache.compiled.lookups import KEEPING
from tiers.model.cache.compiled.records import records_of
from tiers.model.facts.columns import columns_of
from tiers.model.facts.graph import forget_results
from tiers.model.views import VIEWS


@pytest.fixture
def kept(home: Path) -> Graph:
    """Return the bundled model from the cache, all of whose records were looked at."""
    load()
    assert list(home.glob("*.model"))
    model = load()
    for each in model.every_entity():
        model.every_relation(each.id)
        model.naming(each.id)
    return model


def let_go(model: Graph) -> LettingGo:
    """Let go of all that is spare."""
    spare = letting_go_of(model)
    assert spare is not None
    while spare.work():
        pass
    return spare


def held(model: Graph) -> int:
    """Return the number of entities and of lists of relations in memory."""
    records = model.once_for_all(records_of)
    assert records is not None
    return len([*dict.keys(records.entities), *dict.keys(records.outgoing)])


def test_what_nobody_has_goes(kept: Graph) -> None:
    """Entities, relations and ids: nothing of a model stays in memory of which nobody holds anything."""
    spare = letting_go_of(kept)
    assert spare is not None
    assert spare.held > len(kept)
    assert let_go(kept).held == 0


def test_ids_go_by_which_columns_were_looked_up(kept: Graph) -> None:
    """A column of the whole model leaves no id in memory."""
    columns = columns_of(kept)
    assert columns is not None
    one = next(iter(kept))
    assert list(columns.kinds(list(kept))) == [each.kind for each in kept.every_entity()]
    let_go(kept)
    other = str(one.encode(), "utf-8")
    assert getrefcount(one) == getrefcount(other)


def test_what_somebody_has_stays_the_same_object(kept: Graph) -> None:
    """An entity, a relation from either end, and what a view has laid out: no second object of one is ever made."""
    entity = kept.entity("harrow")
    incoming = kept.incoming("harrow")[0]
    forest = VIEWS["tiers"].make(kept)
    let_go(kept)
    assert kept.entity("harrow") is entity
    assert any(each is incoming for each in kept.incoming("harrow"))
    assert any(each is incoming for each in kept.outgoing(incoming.subject))
    for each in filter(None, forest.relations):
        assert any(each is one for one in kept.outgoing(each.subject))


def test_what_is_read_again_is_equal(kept: Graph) -> None:
    """The whole model, and a view of it."""
    fresh = load()
    let_go(kept)
    forget_results(kept)
    assert list(kept.every_entity()) == list(fresh.every_entity())
    assert [list(each) for each in kept.relations_by_subject()] == [
        list(each) for each in fresh.relations_by_subject()
    ]
    assert list(VIEWS["tiers"].make(kept).names) == list(VIEWS["tiers"].make(fresh).names)


@pytest.mark.parametrize(
    "look",
    [
        lambda model: list(model.every_entity()),
        lambda model: model.entity("harrow"),
        lambda model: list(model.relations_by_subject()),
        lambda model: model.outgoing("harrow"),
        lambda model: model.incoming("harrow"),
    ],
    ids=["all entities", "one", "all relations", "those from one", "those to one"],
)
def test_while_a_record_is_let_go_of_no_thread_keeps_another(
    look: Callable[[Graph], object], kept: Graph
) -> None:
    """Else the one that turns out to be in use could not be put back: whoever reads records waits."""
    records = kept.once_for_all(records_of)
    assert records is not None
    places: list[dict[Any, Any]] = [records.entities, records.outgoing, *records.emptied()]
    for each in places:
        each.clear()
    other = Thread(target=look, args=(kept,))
    with KEEPING:
        other.start()
        other.join(0.1)
        assert held(kept) == 0
    other.join()
    assert held(kept) > 0


def test_two_may_let_go_at_once(kept: Graph) -> None:
    """Two that let go of one model in turn, as where a thread prints between two keys, both come to an end."""
    entity = kept.entity("harrow")
    one, other = letting_go_of(kept), letting_go_of(kept)
    assert one is not None
    assert other is not None
    going = [one, other]
    while going:
        going = [each for each in going if each.work()]
    assert kept.entity("harrow") is entity
    assert one.held <= 1


def test_evidence_that_another_has_let_go_of_is_no_error(kept: Graph) -> None:
    """Two threads that let go at the same time, with no lock around the whole of it, both come to an end."""
    failed: list[object] = []

    def go() -> None:
        try:
            let_go(kept)
        except KeyError as error:
            failed.append(error)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(10):
            for each in kept.every_entity():
                kept.every_relation(each.id)
            threads = [Thread(target=go) for _ in range(3)]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
    finally:
        sys.setswitchinterval(before)
    assert not failed


class _Id(str):
    """An id that lets go of all spare records when it is looked up for a given time, as another thread may."""

    __slots__ = ("left", "model")
    left: int
    model: Graph

    def __hash__(self) -> int:
        self.left -= 1
        if not self.left and not KEEPING.locked():
            let_go(self.model)
        return str.__hash__(self)


@pytest.mark.parametrize("direction", ["in", "out"])
@pytest.mark.parametrize("kind", ["member_of", "part_of", "funds", "about"])
def test_whether_there_are_relations_is_known_while_they_are_let_go_of(
    kind: str, direction: str, kept: Graph
) -> None:
    """Between any two look-ups of one question another thread may let go of the relations: the answer is the same."""
    expected = kept.is_end_of("harrow", (kind,), direction)
    for at in range(1, 6):
        kept.every_relation("harrow")
        asked = _Id("harrow")
        asked.model, asked.left = kept, at
        assert kept.is_end_of(asked, (kind,), direction) is expected


def test_a_model_that_is_nowhere_else_stays() -> None:
    """Of one that was not compiled there is nothing to read again."""
    assert letting_go_of(Graph.of({}, ())) is None


def test_the_results_of_a_date_are_computed_again(kept: Graph) -> None:
    """Results that are forgotten are freed at once; asked for again, they are equal."""

    class Result:
        """Something that was computed."""

    def computed(_: Graph) -> Result:
        return Result()

    first = weakref.ref(kept.once(computed))
    shown = list(kept.all_shown())
    forget_results(kept)
    gc.collect()
    assert first() is None
    assert list(kept.all_shown()) == shown

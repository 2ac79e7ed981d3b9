"""Which entities belong to an entity: the same whether each is asked, or lists and columns of the whole model are looked at."""

import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings

from tiers.model import Graph
from tiers.model.answers import gaps, matters
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.model.facts import stored
from tiers.model.facts.graph import OUT
from tiers.model.format.groups import CONCERNING
from tiers.model.structure import inside
from tiers.model.structure.placing import placements

from .compiled import compiled_model
from .dated_models import dated_models, days
from .test_turning_days import models

NEVER, ALWAYS = 10**9, 0
"""How large a part of a model has to be for its lists and columns to be looked at."""


def found_one_by_one(graph: Graph, entity_id: str) -> set[str]:
    """Return an entity and its descendants, by asking every entity of the model for its parents until none is new."""
    found = {entity_id}
    while True:
        new = {
            each
            for each in graph
            if each not in found and any(one.object in found for one in placements(graph, each))
        }
        if not new:
            return found
        found |= new


@given(model=models() | dated_models, date=days)
def test_what_is_below_an_entity_is_what_leads_up_to_it(model: Graph, date: str | None) -> None:
    """At any date, in rings too."""
    graph = model.as_of(date)
    for each in graph:
        assert inside.below(graph, each) == found_one_by_one(graph, each)


@settings(max_examples=25)
@given(model=models() | dated_models, date=days)
def test_what_is_below_an_entity_comes_from_the_cache_too(model: Graph, date: str | None) -> None:
    """As it is found and stored, and as it is read; in the last known state, and at any date."""
    expected = {
        at: [found_one_by_one(graph, each) for each in graph]
        for at in (None, date)
        for graph in [model.as_of(at)]
    }
    with tempfile.TemporaryDirectory() as directory:
        for _ in range(2):
            opened = compiled_model(model)
            note_entry(opened, CacheEntry(f"{directory}/model", b"token"))
            for at, found in expected.items():
                graph = opened.as_of(at)
                assert [inside.below(graph, each) for each in graph] == found
        assert Path(directory, "model.children-now").exists()


@given(model=models() | dated_models, date=days)
def test_a_large_part_of_a_model_is_told_of_as_a_small_one(model: Graph, date: str | None) -> None:
    """What concerns an entity, who takes part in it, what is to be followed up in it, and what no document says of it."""
    graph = model.as_of(date)

    def told(entity_id: str, limit: int) -> tuple[object, ...]:
        with (
            patch.object(stored, "LARGE_PART", limit),
        ):
            return (
                inside.concerning(graph, entity_id),
                inside.involved(graph, entity_id),
                [each.id for each in matters.matters(graph, entity_id)],
                gaps.gaps(graph, entity_id),
            )

    for each in graph:
        one_by_one, at_once = told(each, NEVER), told(each, ALWAYS)
        assert at_once == one_by_one
        below = inside.below(graph, each)
        assert one_by_one[0] == below | {
            other
            for other in graph
            if graph.kind(other) in CONCERNING
            and any(one.object in below for one in graph.every_relation(other, "about", OUT))
        }

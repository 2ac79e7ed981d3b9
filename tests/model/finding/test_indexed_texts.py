"""What is indexed in passes over all entities and all relations is what is read of each entity."""

from collections.abc import Callable, Iterator
from types import MappingProxyType

import pytest
from hypothesis import given, settings

from tests.model.afresh import afresh
from tests.model.compiled import compiled_model
from tests.model.dated_models import dated_models, days
from tests.model.shapes import graph as graph_of
from tests.model.test_turning_days import models
from tests.printing.test_words import telling_parts
from tiers.model import Entity, Evidence, Graph, Relation, load
from tiers.model.finding.corpus import Corpus
from tiers.model.finding.words.bits import numbers_of
from tiers.model.finding.words.relation_texts import notes_and_limits
from tiers.model.finding.words.spelling import all_keys, keys
from tiers.model.finding.words.texts import (
    KIND,
    LINKED,
    OTHER,
    PLACE,
    TEXT,
    TOPIC,
    above,
    around,
    codes_of,
    names_of,
    not_current,
    said,
)
from tiers.model.format.records import Value
from tiers.model.structure.placing import placements

from .test_steps import DATES

_made = pytest.mark.parametrize("made", [afresh, compiled_model], ids=["files", "cache"])
"""A model just read, and the same from the cache."""


def texts_of(graph: Graph, entity: Entity) -> Iterator[tuple[int, str]]:
    """Yield each text that finds an entity, with its level, by looking at that entity alone."""
    yield from ((level, text) for level, _, text in around(graph, entity))
    for each in placements(graph, entity.id):
        yield from ((PLACE, graph.name(one)) for one in (each.object, *above(graph, each.object)))
    yield from ((OTHER, name) for _, name, _ in names_of(graph, entity))
    yield from ((level, text) for level, _, text in (*said(entity.values), *notes_and_limits(graph, entity)))
    for term in graph.entities_of_kind("term"):
        bearers = [claim.details.get("bearers", ()) for claim in term.claims("meanings")]
        if any(entity.id in each for each in bearers if isinstance(each, tuple)):
            yield OTHER, graph.name(term.id)


def assert_all_indexed(graph: Graph) -> None:
    """Compare the whole index of a model at a date with the texts of each entity."""
    corpus = Corpus.of(graph)
    corpus.work()
    told: dict[tuple[int, str], set[str]] = {}
    codes: dict[str, set[str]] = {}
    for entity_id, entity in graph.entities_by_id():
        for level, text in texts_of(graph, entity):
            for word in all_keys(text):
                told.setdefault((level, word), set()).add(entity_id)
        for code, _ in codes_of(entity.values):
            codes.setdefault("".join(keys(code)), set()).add(entity_id)
    names, postings = corpus.names, corpus.postings

    def ids(bits: int) -> set[str]:
        return {names.ids[each] for each in numbers_of(bits)}

    assert told == {
        (level, word): ids(postings.bearers(level, [word]))
        for level in (OTHER, TOPIC, PLACE, KIND, LINKED, TEXT)
        for word, _ in postings.words(level)
    }
    assert {each for each in graph if not_current(graph, each)} == ids(corpus.at_date.past)
    for code, having in codes.items():
        assert {names.ids[each] for each in names.codes.equal(code)} == having


@_made
@settings(max_examples=40)
@given(model=models() | dated_models | telling_parts().map(lambda drawn: graph_of(*drawn)), date=days)
def test_every_text_of_an_entity_is_indexed(
    made: Callable[[Graph], Graph], model: Graph, date: str | None
) -> None:
    """Names, codes, topics, places, kinds, roles and long texts are indexed, and nothing else, in the last state and at a date."""
    graph = made(model)
    assert_all_indexed(graph)
    assert_all_indexed(graph.as_of(date))


@_made
def test_limits_and_notes_of_relations_are_indexed_at_both_ends(made: Callable[[Graph], Graph]) -> None:
    """A limit at the giver, the holder and the function; the note of a relation from `unknown` at its object."""
    kinds = {"a": "body", "b": "body", "f": "function"}
    details: dict[str, Value] = {"function": "f", "limit": MappingProxyType({"text": "small contracts"})}
    relations = [
        Relation("delegates_to", "a", "b", Evidence(), details=MappingProxyType(details)),
        Relation("member_of", "unknown", "b", Evidence(note="not in the minutes")),
    ]
    entities = {each: Entity(each, kind, {"name": each}, Evidence()) for each, kind in kinds.items()}
    graph = made(Graph.of(entities, relations))
    assert_all_indexed(graph)
    corpus = Corpus.of(graph)
    corpus.work()
    told = {word: corpus.postings.bearers(TEXT, [word]).bit_count() for word in ("contracts", "minutes")}
    assert told == {"contracts": 3, "minutes": 1}


@pytest.mark.parametrize("date", DATES)
def test_every_text_of_the_bundled_model_is_indexed(date: str | None) -> None:
    """It has every attribute and every kind of relation."""
    assert_all_indexed(load().as_of(date))

"""The columns of a compiled model say what its records say, and make none of them."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.cli.conftest import PLACE
from tests.model.column_values import column_values, from_records
from tests.model.compiled import compiled_model
from tests.model.shapes import graph
from tests.printing.test_words import telling_parts
from tiers.model import Claim, Entity, Evidence, Graph, Relation, load, parse_date
from tiers.model.answers.gaps import gaps
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.model.facts import columns
from tiers.model.facts.columns import columns_of, features_of, with_feature
from tiers.model.facts.statements import relations_of_kind
from tiers.model.format import RELATIONS
from tiers.model.format.records import Citation

CITED = Evidence(citations=(Citation("paper"),))
PLAIN = Entity("one", "body", {"name": "One"}, CITED)


@settings(max_examples=25)
@given(telling_parts())
def test_the_columns_of_a_compiled_model_are_what_its_records_show(
    drawn: tuple[list[Entity], list[Relation]],
) -> None:
    """Kind, features and name of each entity."""
    assert column_values(compiled_model(graph(*drawn))) == from_records(graph(*drawn))


@settings(max_examples=25)
@given(telling_parts())
def test_the_relations_of_one_kind_are_those_of_the_kind_among_all(
    drawn: tuple[list[Entity], list[Relation]],
) -> None:
    """To each entity and to each word in place of one, in the same order."""
    read, opened = graph(*drawn), compiled_model(graph(*drawn))
    of_one_kind = opened.once_for_all(relations_of_kind)
    assert of_one_kind is not None
    for each in (*read, "unknown", "none", "nobody"):
        for kind in RELATIONS:
            expected = [relation for relation in read.incoming(each) if relation.kind == kind]
            assert list(of_one_kind(each, kind)) == expected
            assert list(opened.incoming(each, kind)) == expected
    assert all(list(opened.incoming(each)) == list(read.incoming(each)) for each in read)


FEATURES: tuple[tuple[int, Entity | Relation], ...] = (
    (0, PLAIN),
    (columns.UNSOURCED, Entity("one", "body", {"name": "One"}, Evidence())),
    (columns.INFERRED_ITSELF, Entity("one", "body", {}, Evidence("inferred", CITED.citations))),
    (columns.NOTED, Entity("one", "body", {}, Evidence(citations=CITED.citations, note="Read so."))),
    (columns.DATED, Entity("one", "body", {"start_date": parse_date("2021")}, CITED)),
    (columns.DATED | columns.ENDING, Entity("one", "body", {"status": "closed"}, CITED)),
    (columns.ORDERED, Entity("one", "body", {"order": 1}, CITED)),
    (columns.PROMISED, Entity("one", "commitment", {"due": parse_date("2021")}, CITED)),
    (columns.OPEN_VALUE, Entity("one", "body", {"decides": "unknown"}, CITED)),
    (
        columns.OPEN_VALUE,
        Entity(
            "one", "body", {"values": (Claim("values", 1, CITED, details={"unit": "not_stated"}),)}, CITED
        ),
    ),
    (columns.UNSOURCED, Entity("one", "body", {"name": (Claim("name", "One", Evidence()),)}, CITED)),
    (columns.UNSOURCED, Relation("part_of", "one", "other", Evidence())),
    (columns.OPEN_DETAIL, Relation("member_of", "one", "other", CITED, details={"votes": "not_stated"})),
    (
        columns.OPEN_DETAIL,
        Relation("member_of", "other", "one", CITED, details={"votes": ("unknown", "yes")}),
    ),
    (columns.CONCERNED, Relation("about", "other", "one", CITED)),
    (columns.DATED | columns.ENDING, Relation("results", "other", "one", CITED)),
    (0, Relation("part_of", "other", "one", Evidence())),
)


@pytest.mark.parametrize(("features", "said"), FEATURES)
def test_a_feature_says_what_a_record_or_a_relation_has(features: int, said: Entity | Relation) -> None:
    """A model in which a record or a relation has one feature has that feature in the column, and no other."""
    entity, relations = (said, []) if isinstance(said, Entity) else (PLAIN, [said])
    read = Graph.of({"one": entity, "other": Entity("other", "body", {}, CITED)}, relations)
    opened = compiled_model(read)
    assert list(features_of(opened, ["one", "unknown"])) == [features, 0]
    assert ("one" in with_feature(opened, features)) is bool(features)


def test_an_entity_of_a_model_without_columns_may_have_every_feature() -> None:
    """Without columns every feature is possible of an entity, so that whoever asks looks at its record."""
    read = Graph.of({"one": PLAIN}, ())
    assert columns_of(read) is None
    assert features_of(read, ["one"]) == [2**16 - 1]
    assert with_feature(read, columns.NOTED) == ["one"]


def test_a_damaged_column_is_read_from_the_files_again(home: Path) -> None:
    """Whichever of its bytes is wrong."""
    expected = column_values(load(str(PLACE)))
    path = next(each for each in home.iterdir() if each.suffix == ".model")
    data = path.read_bytes()
    known = b"Ex Council"
    places = [place for place in range(len(data)) if data[place : place + len(known)] == known]
    assert places
    for place in places:
        path.write_bytes(data[:place] + bytes([data[place] ^ 255]) + data[place + 1 :])
        assert column_values(load(str(PLACE))) == expected


@settings(max_examples=10)
@given(telling_parts())
def test_who_may_have_a_gap_is_the_same_whether_the_model_was_read_or_opened(
    drawn: tuple[list[Entity], list[Relation]],
) -> None:
    """The lists are kept by whichever asks first."""
    read = graph(*drawn)
    found: list[list[object]] = []
    make: tuple[Callable[[], Graph], ...] = (lambda: graph(*drawn), lambda: compiled_model(read))
    for first in make:
        with tempfile.TemporaryDirectory() as directory:
            for each in (first, *make):
                model = each()
                note_entry(model, CacheEntry(f"{directory}/model", b"token"))
                found.append([gaps(model), gaps(model.as_of("2021-06-30"))])
    assert all(each == found[0] for each in found)

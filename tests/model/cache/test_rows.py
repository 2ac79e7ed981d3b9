"""The rows of a compiled model: what they say is what its records say."""

from collections.abc import Iterator

from hypothesis import given, settings

from tests.model.compiled import compiled_model
from tests.model.shapes import graph
from tests.printing.test_words import telling_parts
from tiers.model import Entity, Graph, Relation, load
from tiers.model.cache.compiled.records import Records, records_of
from tiers.model.facts.rows import RecordRows, Rows, rows_of

_TEXTS = ("topics", "aliases", "name")


def told(model: Graph, rows: Rows, positions: list[int]) -> Iterator[object]:
    """Yield what the rows of a model say of some entities, and of all relations."""
    for entity_id, kind, values, has_note in rows.entities(positions):
        entity = model.entity(entity_id)
        plain = {key: value for key, value in values.items() if isinstance(value, str | int | float)}
        assert plain == {key: entity.values[key] for key in plain}
        claimed = {
            key: [(each, dict(details)) for each, details in rows.claims(value) if isinstance(each, str)]
            for key, value in values.items()
        }
        texts = {key: tuple(rows.texts(values[key])) for key in _TEXTS if key in values}
        yield entity_id, kind, list(values), plain, claimed, texts, has_note
    for of_subjects in rows.relations(3):
        for subject, _, relations, notes in of_subjects:
            for at, (kind, target, _, dates, details) in enumerate(relations):
                days = [each if each is None else str(each) for each in dates]
                said = {key: each for key, each in details.items() if isinstance(each, str | int)}
                yield subject, kind, target, days, said, bool(notes) and notes[at]


@settings(max_examples=40)
@given(telling_parts())
def test_rows_say_what_records_say(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Of any model: all values and claims, notes, dates and details; also of entities far from each other."""
    model = compiled_model(graph(*drawn))
    every = list(range(len(model)))
    for positions in (every, every[:1] + every[-1:] if len(every) > 1 else every, every[1:]):
        if positions:
            found = list(told(model, rows_of(model), positions))
            assert found == list(told(model, RecordRows(model), positions))


def test_rows_of_a_model_that_was_damaged_say_the_same(home: object) -> None:
    """The model that replaces it may number its evidence otherwise: notes are looked up again."""
    load()
    model = load()
    records = model.once_for_all(records_of)
    assert isinstance(records, Records)
    rows, positions = rows_of(model), list(range(len(model)))
    before = list(told(model, rows, positions))
    file = records.file
    records.mend()
    assert records.file is not file
    assert list(told(model, rows, positions)) == before
    assert any(each[-1] for each in before)  # type: ignore[index] # tuples

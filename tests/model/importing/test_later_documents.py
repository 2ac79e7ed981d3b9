"""A sheet of another document is told beside what is there: nothing that a file states is lost, and the past stays as it was."""

from collections.abc import Iterator

import pytest

from tiers.model import Graph, Relation, load_texts

from .forms import FORMS, HEADER, ROWS, model
from .sheets import counts, imported


def relations(graph: Graph) -> Iterator[Relation]:
    """Yield every relation of a model, whatever its date, also of those that are words for nobody."""
    for of_subject in graph.relations_by_subject():
        yield from of_subject


def is_kept(before: Relation, after: Relation) -> bool:
    """Whether a statement is still there with all that it says and rests on; it may have got an end, and say more."""
    one, other = before.evidence, after.evidence
    days = (after.start_date, after.end_date)
    return (
        (before.kind, before.subject, before.object) == (after.kind, after.subject, after.object)
        and before.details.items() <= after.details.items()
        and set(one.citations) <= set(other.citations)
        and one.basis in {other.basis, "inferred"}
        and one.as_at in {other.as_at, *(each.as_at for each in other.also)}
        and one.note in other.note
        and all(
            old in {None, new} for old, new in zip((before.start_date, before.end_date), days, strict=True)
        )
    )


def lost(before: Graph, after: Graph) -> list[Relation]:
    """Return the statements that are no longer there, but for a silence that gives way to a name."""
    there = list(relations(after))
    return [
        each
        for each in relations(before)
        if (each.subject, each.evidence.note) != ("not_stated", "")
        and not any(is_kept(each, one) for one in there)
    ]


def ends_at(graph: Graph, day: str) -> set[tuple[str, str, str]]:
    """Return who sits where and who holds what on a day."""
    at = graph.as_of(day)
    found = (
        each
        for end, kind in (("board", "member_of"), ("lead", "holds"))
        for each in at.relations(end, kind, "in")
    )
    return {(each.kind, each.subject, each.object) for each in found if each.subject != "not_stated"}


TOLD_OF_THE_PAST = {"an end": {("member_of", "council", "board")}}
"""What a row itself tells of an earlier day: until when somebody sat there."""


@pytest.mark.parametrize("source", ["minutes#present", "older", "undated"])
@pytest.mark.parametrize("row", ROWS)
def test_nothing_that_is_stated_is_lost(row: str, source: str) -> None:
    """In every form in which a seat and a holder may be written: each statement stays, and the day of its document is as it was."""
    for seats, held in FORMS:
        text = model(seats, held)
        before = load_texts({"m.toml": text.encode()})
        result = imported(HEADER + ROWS[row] + "\n", text, source)
        after = load_texts({"m.toml": result.text.encode()})
        case = f"{seats} / {held}: {result.text[result.text.index('[[post]]') :]}"
        assert [str(each) for each in lost(before, after)] == [], case
        if source == "minutes#present":
            past = ends_at(before, "2024-03-05")
            assert past <= ends_at(after, "2024-03-05") <= past | TOLD_OF_THE_PAST.get(row, set()), case
        again = imported(HEADER + ROWS[row] + "\n", result.text, source)
        assert (again.text, counts(again)[:2]) == (result.text, (0, 0)), case

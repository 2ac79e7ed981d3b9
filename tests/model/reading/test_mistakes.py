"""The table of mistakes in `mistakes.txt`: each is told at its place, with what to do, and what is written instead is right."""

import pytest

from .mistakes import Entry, entries, said

ENTRIES = list(entries())


@pytest.mark.parametrize("entry", ENTRIES, ids=[each.title for each in ENTRIES])
def test_a_mistake_is_told_whole_and_can_be_put_right(entry: Entry) -> None:
    """Every message about a mistake is as the table has it, and the model put right has none."""
    assert said(entry.wrong) == entry.says
    assert said(entry.right) == ""


def test_the_table_is_large_and_names_nothing_twice() -> None:
    """There are more than 150 mistakes, each with a title of its own, a place and a word."""
    assert len(ENTRIES) > 150
    assert len({entry.title for entry in ENTRIES}) == len(ENTRIES)
    assert [entry.title for entry in ENTRIES if ":1" not in entry.says and ":" not in entry.says] == []

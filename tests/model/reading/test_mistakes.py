"""The mistakes in `mistakes.txt`: each is reported at its place with a hint, and the corrected text is right."""

import pytest

from tiers.model.format import INVERSES, KINDS, RELATIONS, every_key, keys_of, relations_of
from tiers.model.format.other_words import CALLED, KEYS, MEANT, RELATED

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


def test_every_other_word_leads_to_a_word_of_the_format() -> None:
    """What people say for a kind, a choice, a key or a relation is none of the format's words, and stands for one of them."""
    keys = {name for kind in KINDS for name in (*keys_of(kind), *relations_of(kind))}
    parts = {part.name: part for kind in RELATIONS.values() for part in kind.parts}
    choices = {
        name: {word for each in (*every_key().values(), *parts.values()) for key in (each, *each.parts)
               if name in {key.name, key.main} for word in (*key.choices, *key.words)}
        for name in MEANT
    }  # fmt: skip
    assert set(CALLED.values()) <= set(KINDS)
    assert set(CALLED).isdisjoint(KINDS)
    assert set(RELATED.values()) <= {*RELATIONS, *INVERSES}
    assert set(RELATED).isdisjoint({*KINDS, *CALLED})
    assert {key for meant in KEYS.values() for key in meant} <= {*keys, *parts, "up_to"}
    for name, words in MEANT.items():
        assert set(words.values()) <= choices[name], name
        assert not set(words) & set(words.values()), name

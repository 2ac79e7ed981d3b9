"""Sets of numbers as bits, and the words they belong to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model.finding.words.bits import bits_of, flags_of, numbers_of
from tiers.model.finding.words.spelling import stem
from tiers.model.finding.words.vocabulary import Vocabulary, closest, slips

NUMBERS = st.lists(st.lists(st.integers(0, 299)), max_size=6)


@given(NUMBERS, st.integers(300, 20_000))
def test_there_and_back(lists: list[list[int]], size: int) -> None:
    """A set of bits gives back the numbers it was made of, lowest first, few or many."""
    wanted = sorted({number for numbers in lists for number in numbers})
    bits = bits_of(lists, size)
    assert list(numbers_of(bits)) == wanted
    assert list(numbers_of(bits, 5)) == wanted[:5]
    assert list(numbers_of(bits, 100)) == wanted[:100]
    flags = flags_of(bits, size)
    assert len(flags) == size
    assert [number for number, flag in enumerate(flags) if flag] == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("boards", "board"),
        ("inequalities", "inequality"),
        ("churches", "church"),
        ("organisation", "organisations"),
        ("centre", "center"),
        ("programme", "program"),
        ("neighbourhood", "neighborhood"),
        ("paediatric", "pediatric"),
        ("licence", "license"),
        ("practice", "practise"),
        ("counsellor", "counselor"),
        ("saint", "st"),
        ("people", "person"),
    ],
)
def test_same_word(one: str, other: str) -> None:
    """A plural and its singular, British and American spelling are one word."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("boss", "bos"), ("virus", "viru"), ("gas", "ga"), ("care", "car")]
)
def test_other_word(one: str, other: str) -> None:
    """What only looks like a plural is none."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "allowed"),
    [("icb", 0), ("fral", 1), ("carrers", 1), ("delivrey", 2), ("care", 0), ("delivered", 0)],
)
def test_allowed_slips(word: str, allowed: int) -> None:
    """One slip is forgiven from four letters on, two from eight on; none in an English word."""
    assert slips(word) == allowed


def test_vocabulary() -> None:
    """Words are found by their beginning, by another form and by a likeness."""
    vocabulary = Vocabulary()
    for word in ("carers", "care", "career", "board", "boards", "n"):
        vocabulary.add(word)
    assert len(vocabulary) == 6
    assert "care" in vocabulary
    assert "car" not in vocabulary
    assert sorted(vocabulary.beginning("car")) == ["care", "career", "carers"]
    assert sorted(vocabulary.beginning("b")) == ["board", "boards"]
    assert vocabulary.beginning("n") == ["n"]
    assert vocabulary.alike("boards") == ["board", "boards"]
    assert vocabulary.near("baord", 1) == ["board"]
    assert vocabulary.near("baord", 0) == []
    assert sorted(vocabulary.near("bxar", 1, unfinished=True)) == ["board", "boards"]
    assert closest("carer", ["board", "carers", "care"], 2) == ["care", "carers"]

"""Comparing the text that people type with the text of a model, in one way everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiers.model.format.text import compounds, did_you_mean, fold, folded_lines, initials, nearest


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Harrow Health & Care Executive", "harrow health and care executive"),
        ("Harrow Health and Care Executive", "harrow health and care executive"),
        ("  Self-care,  social prescribing ", "self care social prescribing"),
        ("St Luke's Hospice", "st lukes hospice"),
        ("St Luke\u2019s Hospice", "st lukes hospice"),
        ("H&F", "h and f"),
        ("Élodie Fernández", "elodie fernandez"),
        ("Małgorzata Ørsted Straße", "malgorzata orsted strasse"),
        ("İSTANBUL", "istanbul"),
        ("Nguyễn", "nguyen"),
        ("ﬁnance", "finance"),
        ("Soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("2022/23", "2022 23"),
        ("…", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Case, accents and punctuation do not count, `&` reads `and`, hyphens part and apostrophes join."""
    assert fold(text) == folded


@given(st.text())
def test_fold_is_stable(text: str) -> None:
    """What is folded folds to itself, whatever the text."""
    assert fold(fold(text)) == fold(text)


def test_the_short_way_of_accents_folds_as_the_long_one() -> None:
    """A text whose letters all are of ASCII, with accents or without, folds as it does beside a letter that is not."""
    for char in map(chr, range(0x3000)):
        assert f"{fold(f'a{char}b{char}')} l" == fold(f"a{char}b{char} ł"), repr(char)


@given(
    st.lists(st.text() | st.sampled_from(("St Luke's", "Élodie", "(North)", "", " ", "A & E", "two\nlines")))
)
def test_many_texts_are_folded_as_each_is(texts: list[str]) -> None:
    """Texts that are folded together fold as each of them does, whatever characters they have."""
    assert folded_lines(texts) == [fold(each).encode() for each in texts]


@given(st.text(), st.text())
def test_fold_parts_at_spaces(one: str, other: str) -> None:
    """A space parts words whatever stands around it."""
    assert fold(f"{one} {other}") == " ".join(each for each in (fold(one), fold(other)) if each)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Prevention, self-care and place-based work", ["selfcare", "placebased"]),
        ("100-day plan", ["100day"]),
        ("Co\u2010production", ["coproduction"]),
        ("Frailty - and care", []),
        ("Care", []),
    ],
)
def test_compounds(text: str, joined: list[str]) -> None:
    """The words of a hyphen are also one word."""
    assert compounds(text) == joined


def test_one_long_word_is_gone_through_once() -> None:
    """A million letters and an accent are folded; gone through from each letter they would take a day."""
    word = "x" * 1_000_000 + "é"
    assert compounds(word) == []
    assert compounds(f"{word}-{word}") == ["x" * 1_000_000 + "e" + "x" * 1_000_000 + "e"]
    assert fold(word) == "x" * 1_000_000 + "e"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Harrow Health and Care Executive", "hhce"),
        ("Population health management & Tackling Health Inequalities", "phmthi"),
        ("Board", "b"),
        ("Board at a Hub for Care in Town", "bhct"),
        ("An Office of or by the People, to and from Work, on Loan with Us", "opwlu"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    """The initials of a name are the first letters of its words, without those of small words such as `of`."""
    assert initials(fold(name)) == letters


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("place-director", ""),
        ("south-board", ""),
        ("palce-board", "place-board"),
        ("place-boards", "place-board"),
        ("place-finance", "place-finance-group"),
    ],
)
def test_an_id_is_not_meant_by_one_that_shares_only_an_end_of_it(written: str, meant: str) -> None:
    """Of two hyphenated ids the words that only one has must be alike, or be missing in the other."""
    said = did_you_mean(written, ["place-board", "place-manager", "north-board", "place-finance-group"])
    assert said == (f"did you mean `{meant}`?" if meant else "")


@pytest.mark.parametrize("written", ["place-bord", "placebord"])
def test_no_more_are_meant_than_were_asked_for(written: str) -> None:
    """Also where ids with hyphens are first looked at in greater number."""
    known = [f"place-board{each}" for each in ("", "s", "-a", "-b")]
    assert [len(nearest(written, known, limit=each)) for each in (1, 2)] == [1, 2]


def test_a_key_is_not_taken_for_another_with_the_same_ending() -> None:
    """A key such as `replaced_by` is not taken for `delegated_by`, which would say something else; a typo is put right."""
    known = ["delegated_by", "funded_by", "feeds_into", "accountable_to", "start_date"]
    assert [did_you_mean(each, known) for each in ("replaced_by", "followed_by", "merged_into")] == [""] * 3
    assert did_you_mean("acountable_to", known) == "did you mean `accountable_to`?"
    assert did_you_mean("strat_date", known) == "did you mean `start_date`?"

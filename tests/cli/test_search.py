"""`tiers search`: what is found, how it is told apart, and what is said when nothing is."""

import json

import pytest

from tiers.model import bundled

from .conftest import Answer, Tiers


def test_hits_are_told_apart(tiers: Tiers) -> None:
    """Each hit has id, name, kind, tier and place, and why it was found; what has ended is marked."""
    assert tiers("search", "ccg") == Answer(
        0,
        "id       name                            kind          tier    place                          matched\n"
        "old-ccg  NHS Ex CCG (ended 30 Jun 2022)  organisation  system  Wessex Integrated Care System  name\n",
    )


def test_a_typing_error_is_forgiven(tiers: Tiers) -> None:
    """The right entity comes first in spite of a typing error."""
    assert json.loads(tiers("search", "fraility", "--format", "json").out)[0]["id"] == "ex-frailty"


def test_json_has_the_path_down_to_each_hit(tiers: Tiers) -> None:
    """Each hit of the JSON has its keys, the names of what it is below among them."""
    hits = json.loads(tiers("search", "care homes", "--format", "json").out)
    assert {key: hits[0][key] for key in ("id", "name", "kind", "tier", "path", "standing")} == {
        "id": "ex-frailty-homes",
        "name": "Care homes sub-group",
        "kind": "body",
        "tier": "place",
        "path": ["Wessex Integrated Care System", "Ex Borough Partnership", "Frailty & café mornings"],
        "standing": "documented",
    }
    assert isinstance(hits[0]["score"], float)
    assert isinstance(hits[0]["matched"], str)


def test_kind_and_tier_and_place_narrow_the_search(tiers: Tiers) -> None:
    """Only what is of the kind, of the tier and below the entity is found."""

    def found(*words: str) -> list[str]:
        return [each["id"] for each in json.loads(tiers("search", *words, "--format", "json").out)]

    assert found("ex", "--kind", "partnership") == ["ex"]
    assert found("ex", "--kind", "organisation", "--tier", "system") == ["old-ccg"]
    assert found("sub-group", "--in", "ex-frailty") == ["ex-frailty-homes"]


def test_a_word_with_a_dash_leaves_out(tiers: Tiers) -> None:
    """After the first word `-word` leaves out what has the word, and is not taken for an option."""
    answer = tiers("search", "ex", "-board", "--kind", "body", "--format", "json")
    assert [each["id"] for each in json.loads(answer.out)] == ["ex-icp"]


def test_a_limit_says_how_many_more_there_are(tiers: Tiers) -> None:
    """What a limit leaves out is counted on stderr, with the command that shows it."""
    answer = tiers("search", "ex", "--limit", "1")
    assert len(answer.out.splitlines()) == 2
    number = int(answer.err.split()[0])
    assert answer.err == f"{number} more match: `--limit {number + 1}` shows all\n"
    assert len(tiers("search", "ex", "--limit", str(number + 1)).out.splitlines()) == number + 2


def test_no_match_is_a_no_with_the_nearest_words(tiers: Tiers) -> None:
    """Nothing found: exit 1, nothing on stdout, the nearest words on stderr."""
    assert tiers("search", "zzzz") == Answer(1, "", "error: no document in this model mentions `zzzz`\n")
    assert tiers("search", "sovrain") == Answer(
        1,
        "",
        "error: no document in this model mentions `sovrain`\n\nhint: similar words: `sovereign`\n",
    )


def test_words_that_nothing_has_together_are_told_apart(tiers: Tiers) -> None:
    """Where the model has each of the words and nothing has all of them, each is named with what it finds; `who` answers each."""
    apart = "hint: taken apart, `digital` finds Digital, `council` finds Ex Council\n"
    assert tiers("search", "digital", "council") == Answer(
        1, "", f"error: nothing in this model has all of `digital council`\n\n{apart}"
    )
    asked = tiers("who", "digital", "council")
    assert (asked.status, asked.err) == (1, "")
    odd = tiers("who", "digital", "zzzz", "council")
    assert odd.err == "no document in this model has `zzzz`; this is the answer for the other words\n"
    assert odd.out.splitlines()[2:] == asked.out.splitlines()[2:]
    assert asked.out.startswith(
        "digital council\nNo document in this model names a body for digital council.\n\nAbout parts of it\n  digital (Ex Borough Partnership): "
    )


@pytest.mark.parametrize("raising", [(), ("--raise",)])
def test_a_misspelt_topic_is_asked_about_and_answered_in_the_right_word(
    tiers: Tiers, raising: tuple[str, ...]
) -> None:
    """On stderr whether it was meant, with the misspelt words alone; on stdout the very answer of the right word."""
    said = "no document in this model mentions `{}`; did you mean `{}`? This is the answer for it\n"
    for typed, read, wrong in (
        ("digitl", "digital", "digitl"),
        ("Who decides about digitl?", "digital", "digitl"),
        ("digitl and frailty", "digital and frailty", "digitl"),
        ("digitl and fraility", "digital and frailty", "digitl`, `fraility"),
    ):
        right, answer = tiers("who", *raising, read), tiers("who", *raising, typed)
        assert answer == Answer(right.status, right.out, said.format(wrong, read))
    told = json.loads(tiers("who", *raising, "digitl", "--json").out)
    assert (told["topic"], told["read_as"]) == ("digitl", "digital")
    assert "digitl" not in told["verdict"]


def test_parts_inside_words_are_found(tiers: Tiers) -> None:
    """Where nothing else has them, as `/` finds them; a filter narrows them too."""
    answer = tiers("search", "gital")
    assert answer.status == 0
    assert [line.split()[0] for line in answer.out.splitlines()[1:]] == ["ex-digital"]
    assert answer.out.endswith("  inside a word of the name\n")
    assert tiers("search", "gital", "--kind", "body").status == 1


def test_an_unknown_word_is_named_and_the_rest_is_answered(tiers: Tiers) -> None:
    """Exit 0 with the answer for the other words; the unknown word is named on stderr."""
    answer, plain = tiers("search", "ccg", "zzzqq"), tiers("search", "ccg")
    assert answer == Answer(
        0, plain.out, "no document in this model has `zzzqq`; this is the answer for the other words\n"
    )


def test_who_names_an_unknown_word_too(tiers: Tiers) -> None:
    """The answer is that for the other words."""
    answer = tiers("who", "frailty", "zzzqq")
    assert answer.status == tiers("who", "frailty").status
    assert answer.err == "no document in this model has `zzzqq`; this is the answer for the other words\n"


def test_a_topic_that_is_not_there_is_offered_what_is_nearest_in_meaning(tiers: Tiers) -> None:
    """A common word is not respelt; the nearest topic is named where the model has it, and is no answer."""
    answer = tiers("search", "swimming", "--model", str(bundled()))
    assert answer == Answer(
        1,
        "",
        "error: no document in this model mentions `swimming`\n\nhint: nearest in meaning: `active travel`\n",
    )


def test_no_match_as_json_is_an_empty_array(tiers: Tiers) -> None:
    """A program gets an empty array and exit 1."""
    answer = tiers("search", "zzzz", "--format", "json")
    assert (answer.status, answer.out) == (1, "[]\n")


def test_a_wrong_filter_is_told(tiers: Tiers) -> None:
    """A filter in the query that is none is refused with what is allowed."""
    answer = tiers("search", "tier:borough", "ex")
    assert answer.status == 2
    assert answer.err == (
        "error: `tier:` cannot be `borough`\n\n"
        "hint: it is one of `national`, `region`, `system`, `place`, `neighbourhood`\n"
    )


def test_without_words_it_says_what_it_wants(tiers: Tiers) -> None:
    """A search for nothing is refused."""
    assert tiers("search", " ") == Answer(
        2,
        "",
        "error: `tiers search` needs words to search for\n\nhint: for example `tiers search fraility`\n",
    )


@pytest.mark.parametrize(
    ("typed", "filters"),
    [("disputed", "has:disagreement"), ("Unanswered", "has:question"), ("gaps", "has:gap")],
)
def test_a_word_with_which_the_screen_marks_entities_leads_to_the_filter(
    tiers: Tiers, typed: str, filters: str
) -> None:
    """What is marked `(disputed)` is found by a filter, since no document need have the word."""
    answer = tiers("search", typed)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.endswith(f"\n\nhint: `{filters}` finds what is marked so\n")


@pytest.mark.parametrize("query", ["kind:body zzz", "tier:place zzz", "has:gap zzz", "as-of:2021 zzz"])
def test_a_filter_before_an_unknown_word_is_no_mistake(tiers: Tiers, query: str) -> None:
    """The word may belong to the value of the filter, in quotes; where the filter has no such value, only the word is unknown."""
    for command in ("search", "who"):
        said = tiers(command, query)
        assert said.status == 1
        assert said.err.startswith(f"error: no document in this model mentions `{query}`\n")


def test_a_marking_word_among_others_leads_to_the_filter(tiers: Tiers) -> None:
    """A question in words that only the screen has is answered for the other words, and names the filter."""
    answer = tiers("search", "what do the documents disagree about?")
    assert answer.status == 0
    assert answer.err.splitlines()[0] == (
        "no document in this model has `disagree`; this is the answer for the other words; "
        "`has:disagreement` finds what is marked so"
    )


@pytest.mark.parametrize("query", ["in:ex zzzqq", "kind:body frailty", "in:ex kind:issue board"])
def test_a_filter_and_a_word_that_find_nothing_together_are_an_answer(tiers: Tiers, query: str) -> None:
    """That nothing fits is the answer no, whatever the filter would be with the word as part of its name."""
    answer = tiers("search", query)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith(("error: nothing ", "error: no document "))

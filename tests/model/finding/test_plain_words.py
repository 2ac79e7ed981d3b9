"""Search in the words that people use: plain words of terms, figures, words that the model does not have."""

from functools import cache

import pytest

from tiers.model import load, load_texts
from tiers.model.finding.index import Index

MODEL = """
[[source]]
id = "s"
name = "S"
presented = "2024"
[file]
sources = ["s"]
[[body]]
id = "ambulatory"
name = "Ambulatory group"
[[body]]
id = "executive"
name = "Access and Executive"
[[body]]
id = "mental"
name = "Mental wellbeing"
[[metric]]
id = "doses"
name = "Doses"
values = [{ value = 465000, unit = "doses" }, { value = 72, unit = "% of residents" }, { value = 1.5, unit = "hours" }]
summary = "They saw 420,000 people."
[[term]]
id = "term-sdec"
name = "SDEC"
plain_words = ["A&E", "wait for hours"]
meanings = [{ text = "Care on the day.", bearers = ["ambulatory"] }]
"""


@cache
def index() -> Index:
    """Return the index of a small model."""
    return Index(load_texts({"model.toml": MODEL.encode()}))


def found(query: str) -> list[tuple[str, str]]:
    """Return the hits of a query in the small model, each with why it was found."""
    return [(hit.id, hit.matched) for hit in index().search(query)]


@pytest.mark.parametrize("query", ["A&E", "a&e", "wait for hours", "who has A&E"])
def test_plain_words_lead_to_the_term_and_what_it_names(query: str) -> None:
    """Plain words of the glossary, even filler words, find the term and what it names; each hit names the term."""
    assert sorted(found(query)) == [
        ("ambulatory", "glossary: SDEC, term: SDEC"),
        ("term-sdec", "name, term: SDEC"),
    ]


@pytest.mark.parametrize("query", ["465,000", "465000", "72%", "420000", "420,000", "1.5 hours"])
def test_figures_are_found_as_people_write_them(query: str) -> None:
    """With and without commas, in a value or in a text."""
    assert [hit for hit, _ in found(query)] == ["doses"]


@pytest.mark.parametrize("query", ["dental", "K&C", "cancer"])
def test_a_near_miss_that_is_another_word_is_not_taken(query: str) -> None:
    """*Dental* is no misspelt *mental*, and the letters of `K&C` begin no words."""
    assert found(query) == []


def test_an_unknown_word_is_named_and_the_rest_is_answered() -> None:
    """Misspelt words are not unknown; where all are unknown nothing is found."""
    matches = index().matches("ambulatry unicorn group")
    assert (list(matches), matches.unknown) == (["ambulatory"], ("unicorn",))
    matches = index().matches("unicorn zzzqq")
    assert (list(matches), matches.unknown) == ([], ("unicorn", "zzzqq"))


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("kids", "harrow-children"),
        ("elderly", "harrow-frailty"),
        ("doctor", "harrow-gp-practices"),
        ("social worker", "england-social-care"),
        ("volunteers", "hw-vcs"),
        ("depression", "harrow-mental-health"),
        ("A&E", "harrow-northwick-park-utc"),
        ("complaints", "england-healthwatch"),
        ("have my say", "england-healthwatch"),
        ("465,000", "harrow-vaccinations"),
        ("72%", "harrow-first-doses"),
        ("420000", "hw-gp-patients"),
    ],
)
def test_plain_words_of_the_model_that_comes_with_tiers(query: str, wanted: str) -> None:
    """What a resident types finds the term of art among the first three."""
    assert wanted in [hit.id for hit in Index(load()).search(query, 3)]


@cache
def bundled() -> Index:
    """Return the index of the model that comes with tiers."""
    return Index(load())


TOPICS_NOT_THERE = (
    "cancer", "dental", "haemophilia", "maternity", "midwife", "landlord", "police", "pothole", "cataract", "chemotherapy",
    "pregnancy", "parking", "recycling", "library", "tuberculosis", "dermatology", "stroke", "kidney", "asylum",
    "prison", "epilepsy", "swimming", "leukaemia", "fertility", "tobacco",
    "dementia", "homeless", "racism", "loneliness", "suicide", "nurses", "disabled", "mums", "veterans", "transport",
    "pollution", "hiv", "refugees", "ivf", "brexit", "trees", "bins", "blindness", "jobs", "talking therapy",
    "having a baby", "test and trace", "knife crime", "tooth decay", "organ donation", "out of hours", "bed blocking",
    "charing cross", "drink and drugs", "dental care", "health visitor", "church groups",
    "heart disease", "council tax", "giving birth", "waiting lists", "meals on wheels", "food bank", "damp flats",
)  # fmt: skip


@pytest.mark.parametrize("topic", TOPICS_NOT_THERE)
def test_a_topic_that_is_not_there_finds_nothing(topic: str) -> None:
    """Another word that looks like it is offered on stderr, and is no answer."""
    assert bundled().search(topic) == []


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("nhs buildings", "harrow-estates"),
        ("complain about hospital", "england-healthwatch"),
        ("looking after someone at home", "harrow-carers"),
        ("councillors on the board", "type-hwb"),
        ("merging", "nwl-ccg-merger"),
    ],
)
def test_what_people_say_is_answered_in_part(query: str, wanted: str) -> None:
    """Where nothing has all the words: by the plain expression among them, or as a question is, if they are said as one."""
    assert wanted in [hit.id for hit in bundled().search(query, 3)]


def test_what_is_nearest_in_meaning_is_offered() -> None:
    """For a word without a find a related word is offered, and only one that the model has."""
    assert [Index(load()).related(each) for each in ("cancer", "midwife", "zzzqq")] == [
        ["hospital"],
        ["children"],
        [],
    ]
    assert index().related("cancer") == []

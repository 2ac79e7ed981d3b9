"""The glossary: the meanings of a term, each distinguished, and the entities with that name."""

from collections.abc import Callable

from tests.model.fragments import EARLY_AND_LATE
from tiers.model import Graph, parse_date
from tiers.model.answers.glossary import Entry, glossary, look_up, nearest_terms
from tiers.tui.wording.description.glossary import time_words

GraphOf = Callable[[str], Graph]

MODEL = (
    EARLY_AND_LATE
    + """
[[term]]
id = "term-icp"
name = "ICP"
summary = "Two things."
sources = ["early", "late"]
meanings = [
  { text = "A partnership in a borough.", expansion = "Integrated Care Partnership", tier = "place", bearers = ["a"], sources = ["early", "late"] },
  { text = "A committee of a system.", expansion = "not_stated", tier = "system", bearers = ["b"], basis = "inferred", sources = ["late"] },
]
[[term]]
id = "term-covid"
name = "COVID-19"
summary = "An illness."
sources = ["late"]
meanings = [{ text = "The illness." }]
[[partnership]]
id = "a"
name = "Place"
other_names = [{ name = "ICP", use = "acronym" }, { name = "Place board", use = "other" }]
sources = ["early"]
[[body]]
id = "b"
name = "Committee"
sources = ["late"]
[[body]]
id = "c"
name = "icp"
sources = ["late"]
"""
)


def told(entries: list[Entry]) -> list[object]:
    """Return entries as plain values."""
    return [
        (
            each.name,
            [
                (
                    one.text,
                    one.expansion,
                    one.tier,
                    one.first.words() if one.first else "",
                    one.last.words() if one.last else "",
                    one.bearers,
                    one.evidence.basis,
                )
                for one in each.meanings
            ],
            each.also,
        )
        for each in entries
    ]


def test_meanings_are_told_apart(graph_of: GraphOf) -> None:
    """A term has each meaning with tier, time, bearers and basis, and what else bears the word as a name."""
    assert told(look_up(graph_of(MODEL), "Icp")) == [
        (
            "ICP",
            [
                (
                    "A partnership in a borough.",
                    "Integrated Care Partnership",
                    "place",
                    "2 Dec 2020",
                    "22 Feb 2022",
                    ("a",),
                    "stated",
                ),
                (
                    "A committee of a system.",
                    "not_stated",
                    "system",
                    "22 Feb 2022",
                    "22 Feb 2022",
                    ("b",),
                    "inferred",
                ),
            ],
            ("c",),
        )
    ]


def test_a_term_is_found_by_what_it_spells_out(graph_of: GraphOf) -> None:
    """A term is found in the plural, by the words it is short for, and by a word of its name."""
    graph = graph_of(MODEL)

    found = {
        word: [each.id for each in look_up(graph, word)]
        for word in ("ICPs", "integrated care partnerships", "covid", "19", "not_stated", "")
    }
    assert found == {
        "ICPs": ["term-icp"],
        "integrated care partnerships": ["term-icp"],
        "covid": ["term-covid"],
        "19": ["term-covid"],
        "not_stated": [],
        "": [],
    }


def test_a_name_without_an_entry_leads_to_its_bearer(graph_of: GraphOf) -> None:
    """A word that is no term but a name of something leads there."""
    assert told(look_up(graph_of(MODEL), "place board")) == [("place board", [], ("a",))]


def test_at_a_date_the_meanings_in_use_by_then(graph_of: GraphOf) -> None:
    """With a date a term has the meanings that documents had used by then, and the glossary the terms that have one."""
    graph = graph_of(MODEL)

    assert [(each.name, len(each.meanings)) for each in glossary(graph)] == [("COVID-19", 1), ("ICP", 2)]
    assert [(each.name, len(each.meanings)) for each in glossary(graph.as_of("2021"))] == [("ICP", 1)]
    assert [len(each.meanings) for each in look_up(graph.as_of("2019"), "ICP")] == [0]


PERIODS = (
    EARLY_AND_LATE
    + """
[[term]]
id = "term-icp"
name = "ICP"
sources = ["early"]
meanings = [
  { text = "A pathway.", end_date = "2019-03-31", sources = ["early", "late"] },
  { text = "A partnership.", start_date = "2019-04", end_date = "2022-06-30", sources = ["early"] },
  { text = "A committee.", start_date = "2022-07-01", sources = ["late"] },
]
[[term]]
id = "term-old"
name = "STP"
sources = ["early", "late"]
meanings = [{ text = "A plan.", end_date = "2021-03-31" }]
"""
)


def test_a_meaning_counts_in_its_period(graph_of: GraphOf) -> None:
    """At a date a term has the meanings of that day, each with its stated period and never one that ends before it begins."""
    graph = graph_of(PERIODS)
    at = (None, "2019-03-31", "2019-04-01", "2021", "2022-06-30", "2022-07-01")
    assert [
        [(one.text, time_words(one)) for one in look_up(graph.as_of(day), "ICP")[0].meanings] for day in at
    ] == [
        [
            ("A pathway.", "until 31 Mar 2019"),
            ("A partnership.", "Apr 2019 to 30 Jun 2022"),
            ("A committee.", "since 1 Jul 2022"),
        ],
        [("A pathway.", "until 31 Mar 2019")],
        [("A partnership.", "Apr 2019 to 30 Jun 2022")],
        [("A partnership.", "Apr 2019 to 30 Jun 2022")],
        [("A partnership.", "Apr 2019 to 30 Jun 2022")],
        [("A committee.", "since 1 Jul 2022")],
    ]


def test_a_term_that_is_no_longer_used_says_until_when(graph_of: GraphOf) -> None:
    """A term of which every meaning has ended is in no glossary of that date, and knows until when it was used."""
    graph = graph_of(PERIODS)
    (entry,) = look_up(graph.as_of("2022"), "STP")
    assert (entry.meanings, entry.ended) == ((), parse_date("2021-03-31"))
    assert [each.name for each in glossary(graph.as_of("2022"))] == ["ICP"]
    assert [look_up(graph.as_of(day), "STP")[0].ended for day in ("2020", "2021-03-31")] == [None, None]


def test_no_later_document_is_counted_at_a_date(graph_of: GraphOf) -> None:
    """At a date a meaning was last used in the last document by then."""
    (meaning, *_) = look_up(graph_of(MODEL).as_of("2021"), "ICP")[0].meanings
    assert time_words(meaning) == "2 Dec 2020"


def test_the_nearest_terms(graph_of: GraphOf) -> None:
    """A wrong word leads to the terms nearest to it, and to none where none is near."""
    assert nearest_terms(graph_of(MODEL), "ICBP") == ["ICP"]
    assert nearest_terms(graph_of(MODEL), "zzzzzz") == []

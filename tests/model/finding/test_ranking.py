"""What a query finds, in which order and why."""

from collections.abc import Callable, Iterator

import pytest

from tiers.model import Graph
from tiers.model.finding.index import Index
from tiers.model.finding.ranking.hits import Hit, Rank
from tiers.model.finding.ranking.ranks import Order

GraphOf = Callable[[str], Graph]


def found(index: Index, query: str) -> list[tuple[str, str]]:
    """Return what a query finds with the reasons."""
    return [(hit.id, hit.matched) for hit in index.search(query)]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("st-annes", [("st-annes", "id: st-annes"), ("ashby", "member: St Anne's Hospice")]),
        ("E06Z1", [("ashby-council", "code: E06Z1, ONS")]),
        ("e06", [("ashby-council", "code: E06Z1, ONS")]),
        ("007", [("minutes-2020", "code: 007")]),
        ("acp", [("ashby", "acronym: ACP"), ("term-acp", "name")]),
        ("barton together", [("barton", "name")]),
        ("Ashby Compact", [("ashby", "former name: Ashby Compact (2015 to 2017)")]),
        ("ashby care alliance", [("ashby", "former name: Ashby Care Alliance (2018)")]),
        ("ashby borough council", [("ashby-council", "named: Ashby Borough Council")]),
        ("AJPB", [("ashby-board", "initials: AJPB")]),
        ("jpb", [("ashby-board", "initials: JPB"), ("barton-board", "initials: JPB")]),
        ("joint board", [("ashby-board", "name"), ("barton-board", "name")]),
        ("board plan", [("ashby-board", "name"), ("barton-board", "name")]),
        ("accountable care", [("term-acp", "short for: accountable care partnership")]),
        ("pooling", [("term-pooling", "name"), ("ashby-board", "glossary: Pooling")]),
        ("joined up", [("ashby", "topic: joined-up care")]),
        ("money waiting", [("ashby-board", "summary")]),
        ("dementia barton", [("barton-dementia", "name; in: Barton Together")]),
        ("dementia workstream ashby", [("dementia", "name; kind: workstream; in: Ashby Together")]),
        ("workstream", [("barton-dementia", "kind: workstream"), ("dementia", "kind: workstream")]),
        (
            "chair",
            [("ashby", "role: chair"), ("ashby-council", "role: chair")],
        ),
        ("lee", [("person-lee", "name"), ("convenor", "held by: Councillor Mei Lee")]),
        ("hospice", [("st-annes", "name"), ("ashby", "member: St Anne's Hospice")]),
        ("zzzz", []),
        ("", []),
        ("...", []),
    ],
)
def test_found(index: Index, query: str, hits: list[tuple[str, str]]) -> None:
    """Ids, codes, names, old names, initials, topics, roles, holders, members and summaries find, and say so."""
    assert found(index, query) == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("DEMENTIA and selfcare", ["dementia"]),
        ("self-care", ["dementia"]),
        ("self care", ["dementia"]),
        ("care self", ["dementia"]),
        ("saint annes hospices", ["st-annes", "ashby"]),
        ("st. anne\u2019s", ["st-annes", "ashby"]),
        ("ashby and barton organization", ["trust"]),
        ("ashby & barton organisations", ["trust"]),
        ("rehabilitation organis", ["trust"]),
        ("joined upcare", ["ashby"]),
        ("joinedup care", ["ashby"]),
        ("together barton", ["barton", "barton-board"]),
    ],
)
def test_spelling(index: Index, query: str, hits: list[str]) -> None:
    """Word order, case, hyphens, `&`, apostrophes, plurals and American spelling make no difference."""
    assert [hit.id for hit in index.search(query)] == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        (
            "hospjce",
            [
                ("st-annes", "name, read as `hospice`"),
                ("ashby", "member: St Anne's Hospice, read as `hospice`"),
            ],
        ),
        (
            "hopsice",
            [
                ("st-annes", "name, read as `hospice`"),
                ("ashby", "member: St Anne's Hospice, read as `hospice`"),
            ],
        ),
        ("rehablitaton", [("trust", "name, read as `rehabilitation`")]),
        ("rehabilitatoin organizaton", [("trust", "name, read as `rehabilitation organisation`")]),
        ("rehxbilit", [("trust", "name, read as `rehabilitation`")]),
        ("memry", [("dementia", "summary, read as `memory`")]),
        ("lxe", []),
        ("hxspxce", []),
    ],
)
def test_slips(index: Index, query: str, hits: list[tuple[str, str]]) -> None:
    """One slip in a short word and two in a long one are forgiven; words of three letters are taken as they are."""
    assert found(index, query) == hits


def test_slips_only_when_nothing_else(index: Index) -> None:
    """A word that the model has is not read as another one."""
    assert [hit.id for hit in index.search("lead")] == []
    assert [hit.id for hit in index.search("meet")] == ["asked"]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("who is on the joint planning board", ["ashby-board", "barton-board"]),
        ("what does ACP mean?", ["ashby", "term-acp"]),
        ("who is responsible for dementia", ["barton-dementia", "dementia"]),
        ("how does the hospice find biscuits", ["st-annes", "ashby"]),
        ("hospice biscuits", ["st-annes", "ashby"]),
        ("gardens biscuits", []),
    ],
)
def test_questions(index: Index, query: str, hits: list[str]) -> None:
    """A question loses its filler, and is answered in part; any query is answered without the words that the model does not have."""
    assert [hit.id for hit in index.search(query)] == hits


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ('"joint planning"', ["ashby-board", "barton-board"]),
        ('"planning joint"', []),
        ('"joint plan', ["ashby-board", "barton-board"]),
        ('"waiting lists"', ["ashby-board"]),
        ('"lists waiting"', []),
        ('"in public"', ["asked"]),
        ('board "ashby together"', []),
        ('alliance "in public"', ["asked"]),
        ('"joined up"', ["ashby"]),
        ('"care alliance" ashby', ["ashby", "conflict-name"]),
        ('"councillor mei"', ["person-lee", "convenor"]),
        ("board -barton", ["ashby-board", "minutes-2020"]),
        ("board -minutes -ashby", ["barton-board"]),
        ('dementia -"self care"', ["barton-dementia"]),
        ("hospice -member", ["st-annes", "ashby"]),
    ],
)
def test_phrases_and_exclusions(index: Index, query: str, hits: list[str]) -> None:
    """The words of a phrase follow one another; what is excluded is not found by any of its texts."""
    assert [hit.id for hit in index.search(query)] == hits


RANKED = """
[[partnership]]
id = "pool"
name = "Swimming"

[[body]]
id = "by-acronym"
name = "Somewhere else"
other_names = [{ name = "Pool", use = "acronym" }]

[[body]]
id = "by-name"
name = "Pool"

[[body]]
id = "by-other-name"
name = "Elsewhere"
other_names = [{ name = "Pool", use = "former" }]

[[body]]
id = "by-first-word"
name = "Pool of money"

[[body]]
id = "by-first-letters"
name = "Poolside"

[[body]]
id = "by-word"
name = "The common pool"

[[body]]
id = "by-letters"
name = "The common poolside"

[[body]]
id = "by-further-word"
name = "Nowhere"
other_names = [{ name = "Big pool", use = "former" }]

[[body]]
id = "by-topic"
name = "Anywhere"
topics = ["pool"]

[[body]]
id = "by-role"
name = "Everywhere"
members = [{ id = "somebody", role = "pool attendant" }]

[[organisation]]
id = "somebody"
name = "Somebody"

[[body]]
id = "by-summary"
name = "Here"
summary = "Looks after the pool."

[[term]]
id = "term-pool"
name = "Pool"
meanings = [{ text = "Money together." }]
"""


def test_order(graph_of: GraphOf) -> None:
    """The id first, then acronym, name, other name, beginnings, words, topics, roles; summaries last."""
    hits = Index(graph_of(RANKED)).search("pool")
    assert [(hit.id, hit.score, hit.matched) for hit in hits] == [
        ("pool", 1.0, "id: pool"),
        ("by-acronym", 1.0, "acronym: Pool"),
        ("by-name", 0.95, "name"),
        ("by-other-name", 0.9, "former name: Pool"),
        ("by-first-word", 0.8, "name"),
        ("by-first-letters", 0.78, "name"),
        ("by-word", 0.74, "name"),
        ("term-pool", 0.72, "name"),
        ("by-letters", 0.7, "name"),
        ("by-further-word", 0.6, "former name: Big pool"),
        ("by-topic", 0.55, "topic: pool"),
        ("by-role", 0.4, "role: pool attendant"),
        ("somebody", 0.4, "role: pool attendant"),
        ("by-summary", 0.3, "summary"),
    ]


def test_equal_hits(graph_of: GraphOf) -> None:
    """Among equals what is current comes before what has ended, then what has more links, then the shorter name."""
    graph = graph_of(
        """
        [[body]]
        id = "ended"
        name = "Board a"
        end_date = "2020"
        [[body]]
        id = "long"
        name = "Board b of the place"
        [[body]]
        id = "short"
        name = "Board c"
        [[body]]
        id = "linked"
        name = "Board d of the place"
        members = ["long", "short", "ended"]
        """
    )
    assert Index(graph).search("board") == [
        Hit("linked", 0.8, "name"),
        Hit("short", 0.8, "name"),
        Hit("long", 0.8, "name"),
        Hit("ended", 0.8, "name"),
    ]
    before = Index(graph.as_of("2019")).search("board")
    assert [hit.id for hit in before] == ["linked", "ended", "short", "long"]


def test_near(index: Index) -> None:
    """What is near the cursor comes before what is far from it, among equal hits."""
    assert [hit.id for hit in index.search("workstream", near="ashby-board")] == [
        "dementia",
        "barton-dementia",
    ]
    assert [hit.id for hit in index.search("workstream", near="barton")] == ["barton-dementia", "dementia"]
    assert [hit.id for hit in index.search("workstream", near="shire")] == ["barton-dementia", "dementia"]


def test_only_hits_that_are_listed_are_put_in_order(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many equal hits those near the cursor are sought out among the best alone: a letter finds a third of a large model."""
    parts, split = Order.parts, list[Rank]()

    def counted(order: Order, near: str | None, rank: Rank) -> Iterator[Rank]:
        split.append(rank)
        return parts(order, near, rank)

    monkeypatch.setattr(Order, "parts", counted)
    found = index.matches("b", near="ashby-board")
    assert (len(found.ranks) > 2, len(split)) == (True, 0)
    assert len(found.best(1)) == 1
    assert split == found.ranks[:1]
    every = [
        number for rank in found.in_order() for number in range(len(found.ids)) if rank.bits >> number & 1
    ]
    assert len(every) == len(set(every)) == len(found)


def test_names_follow_the_date(graph: Graph) -> None:
    """At an earlier date the name of that day is the name, and the later one another name."""
    hits = Index(graph.as_of("2019")).search("ashby together")
    assert [(hit.id, hit.matched) for hit in hits] == [("ashby", "later name: Ashby Together (1 May 2020)")]

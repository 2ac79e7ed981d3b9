"""The lines of a description."""

import json
from collections.abc import Callable

import pytest

from tiers.model import Graph, load
from tiers.tui.printing.answers import record
from tiers.tui.wording.description import Line, describe
from tiers.tui.wording.description.provenance import provenance

GraphOf = Callable[[str], Graph]


def said(graph: Graph, entity_id: str) -> list[str]:
    """Return a description one line a string: role, then label, text and notes."""
    return [
        f"{line.role}: {line.label + ' = ' if line.label else ''}{line.text}{list(line.notes) if line.notes else ''}"
        for line in describe(graph, entity_id)
        if line.role != "blank"
    ]


HEAD = """
[[source]]
id = "s"
name = "The source"
presented = "2022-02-22"
locators = { a = "Item a" }
[file]
sources = ["s#a"]
"""


def test_a_number_is_said_with_its_words(graph_of: GraphOf) -> None:
    """Metrics say qualifier, number or range, unit, per what, compared with what, and when."""
    graph = graph_of(
        HEAD
        + """
[[metric]]
id = "m"
name = "Calls"
values = [
    { value = 1300, unit = "calls", qualifier = "over", per = "day", baseline = "2021" },
    { low = 5, high = 7.5, unit = "%", as_at = "2021", basis = "inferred" },
]
"""
    )
    assert said(graph, "m") == [
        "title: Calls[1]",
        "subtitle: metric · last documented 22 Feb 2022",
        "field: Documented = 2021 to 22 Feb 2022",
        "heading: Values",
        "text: over 1,300 calls per day compared with 2021 · 22 Feb 2022[1]",
        "text: 5 to 7.5% · 2021 · inferred[2]",
        "heading: Sources",
        "source: 1 = The source, Item a, 22 Feb 2022",
        "source: 2 = The source, Item a, as at 2021, in a document dated 22 Feb 2022",
    ]


def test_codes_and_names_are_said_with_their_dates(graph_of: GraphOf) -> None:
    """Codes with scheme and period, other names with their use, names of other times with their dates."""
    graph = graph_of(
        HEAD
        + """
[[organisation]]
id = "o"
name = [{ value = "Old", as_at = "2020" }, { value = "New" }]
other_names = [{ name = "N", use = "acronym" }, { name = "Was", use = "former", end_date = "2021" }, { name = "Nn" }]
identifiers = [
    { identifier = "A1", scheme = "ODS", start_date = "2021-04-01", end_date = "2022-06-30" },
    { identifier = "B2", scheme = "ODS", start_date = "2022", basis = "inferred" },
    { identifier = "C3", scheme = "ONS", start_date = "2021", end_date = "[2022-01-01..2022-12-31]" },
]
"""
    )
    assert said(graph, "o")[2:10] == [
        "field: Earlier name = Old · 2020[2]",
        "field: Name = New · 22 Feb 2022[1]",
        "field: Acronym = N[1]",
        "field: Earlier name = Was · until 2021[1]",
        "field: Other name = Nn[1]",
        "field: ODS code = A1 · 1 Apr 2021 to 30 Jun 2022[1]",
        "field: ODS code = B2 · since 2022 · inferred[1]",
        "field: ONS code = C3 · from 2021 until some time between 1 Jan and 31 Dec 2022[1]",
    ]


TWO = """
[[source]]
id = "old"
name = "Minutes"
written = "2021-07/2021-12"
locators = { a = "Item a" }
[[source]]
id = "new"
name = "Slides"
presented = "2022-02-22"
locators = { a = "Slide a", b = "Slide b" }
"""


def test_at_a_date_a_statement_rests_on_the_documents_of_then(graph_of: GraphOf) -> None:
    """Of several sources those of then are cited; what is only known from a later one says so, and so does its line."""
    graph = graph_of(
        TWO
        + """
[[body]]
id = "b"
name = "Board"
other_names = [{ name = "B", sources = ["new#a"] }]
classification = [{ value = "executive", sources = ["old#a", "new#b"] }]
decides = [{ value = "not_stated", sources = ["new#b"] }]
described_as = [{ value = "Met", as_at = "2020-06", sources = ["old#a"] }]
sources = ["old#a", "new#a"]
"""
    )
    assert said(graph, "b") == [
        "title: Board[1, 2]",
        "subtitle: body · last documented 22 Feb 2022",
        "field: Other name = B[2]",
        "field: Type = executive[1, 3]",
        "field: Decides = not stated[3]",
        "field: Documented = Jun 2020 to 22 Feb 2022",
        "heading: What the documents say about it",
        "text: Met · Jun 2020[4]",
        "heading: Sources",
        "source: 1 = Minutes, Item a, between Jul and Dec 2021",
        "source: 2 = Slides, Slide a, 22 Feb 2022",
        "source: 3 = Slides, Slide b, 22 Feb 2022",
        "source: 4 = Minutes, Item a, as at Jun 2020, in a document dated between Jul and Dec 2021",
    ]
    assert said(graph.as_of("2021-12-31"), "b") == [
        "title: Board[1]",
        "subtitle: body · documented Jun 2020 to 22 Feb 2022",
        "field: Other name = B · not yet documented: first documented 22 Feb 2022[2]",
        "field: Type = executive[1]",
        "field: Decides = not stated · not yet documented: first documented 22 Feb 2022[3]",
        "field: Documented = Jun 2020 to 22 Feb 2022",
        "heading: What the documents say about it",
        "text: Met · Jun 2020[4]",
        "heading: Sources",
        "source: 1 = Minutes, Item a, between Jul and Dec 2021",
        "source: 2 = Slides, Slide a, 22 Feb 2022, later than 31 Dec 2021",
        "source: 3 = Slides, Slide b, 22 Feb 2022, later than 31 Dec 2021",
        "source: 4 = Minutes, Item a, as at Jun 2020, in a document dated between Jul and Dec 2021",
    ]


def test_each_of_several_documents_is_cited_for_its_own_day(graph_of: GraphOf) -> None:
    """A document is not cited for a later day than its own, nor for the day of another document beside it."""
    graph = graph_of(
        """
[[source]]
id = "list-2020"
name = "List of 2020"
presented = "2020-09-01"
locators = { rows = "The rows" }

[[source]]
id = "list-2022"
name = "List of 2022"
presented = "2022-01-01"
locators = { rows = "The rows" }

[[organisation]]
id = "old"
name = "Old"
end_date = [{ value = "[2020-09-01..2021-12-31]", as_at = "2020-09-01", basis = "inferred", sources = ["list-2020#rows", "list-2022#rows"] }]
sources = ["list-2020#rows"]

[[organisation]]
id = "new"
name = "New"
succeeds = [{ to = "old", as_at = "2022-01-01", basis = "inferred", sources = ["list-2020#rows", "list-2022#rows"] }]
described_as = [{ value = "Met in public", as_at = "2021", sources = ["list-2020#rows"] }, { value = "Is large", as_at = "2021", sources = ["list-2022#rows"] }]
sources = ["list-2022#rows"]
"""
    )
    assert [line for line in said(graph, "old") if line.startswith("source:")] == [
        "source: 1 = List of 2020, The rows, 1 Sep 2020",
        "source: 2 = List of 2022, The rows, 1 Jan 2022",
    ]
    assert [line for line in said(graph, "new") if line.startswith("source:")] == [
        "source: 1 = List of 2022, The rows, 1 Jan 2022",
        "source: 2 = List of 2020, The rows, 1 Sep 2020",
        "source: 3 = List of 2022, The rows, as at 2021, in a document dated 1 Jan 2022",
    ]
    shown = json.loads("".join(record.write(graph, "old")))
    ended = next(each for each in shown["claims"] if each["attribute"] == "end_date")
    assert [each["as_at"] for each in ended["sources"]] == ["2020-09-01", "2022-01-01"]


def test_what_is_known_from_later_only_is_first_documented_then(graph_of: GraphOf) -> None:
    """Of what had begun and is only documented later the first document is told, and not that it was documented."""
    graph = graph_of(TWO + '[[body]]\nid = "b"\nname = "B"\nstart_date = "2021"\nsources = ["new#a"]\n')

    assert said(graph.as_of("2021"), "b")[1] == "subtitle: body · first documented 22 Feb 2022"


def test_a_question_or_a_disagreement_of_later_is_not_yet_documented(graph_of: GraphOf) -> None:
    """At a date before they were put, a question and a side of a disagreement are marked as of later."""
    graph = graph_of(
        TWO
        + """
[[body]]
id = "b"
name = "B"
start_date = "2021-04"
sources = ["old#a"]
[[issue]]
id = "i"
name = "Who sits?"
about = "b"
state = "open"
sources = ["new#a"]
[[disagreement]]
id = "c"
name = "Its name"
about = "b"
attribute = "start_date"
follows = "2021-04"
positions = [
    { text = "One", value = "2021-04", sources = ["old#a"] },
    { text = "Other", value = "before 2021-06-01", sources = ["new#a"] },
]
sources = ["old#a", "new#a"]
"""
    )
    assert said(graph.as_of("2021"), "b")[4:11] == [
        "heading: Questions and gaps",
        "relation: Who sits? · not yet documented: first documented 22 Feb 2022[2]",
        "heading: The documents disagree",
        "relation: Its name",
        "note: One[1]",
        "note: Other · not yet documented: first documented 22 Feb 2022[2]",
        "note: the trees follow Apr 2021",
    ]
    lines = said(graph, "c")
    assert [each for each in lines if each.startswith("field: The")] == [
        "field: They differ on = start date",
        "field: The trees follow = Apr 2021",
    ]
    assert "text: One (Apr 2021)[1]" in lines
    assert "text: Other (before 1 Jun 2021)[2]" in lines


def test_sides_of_a_disagreement_are_entities_by_name(graph_of: GraphOf) -> None:
    """Where a disagreement is about an entity its name is told, and where no side is followed, that; among its statements too."""
    graph = graph_of(
        TWO
        + """
[[body]]
id = "b"
name = "Board"
[[disagreement]]
id = "c"
name = "Who made it"
about = "b"
attribute = "made_by"
follows = "undecided"
positions = [{ text = "The board", value = "b" }]
"""
    )
    assert said(graph, "c")[2:4] == [
        "field: They differ on = made by",
        "field: The trees follow = neither side yet",
    ]
    assert "text: The board (Board)" in said(graph, "c")
    assert [
        line.text for line in provenance(graph, "c") if line.text.startswith(("They differ", "The trees"))
    ] == [
        "They differ on: made by",
        "The trees follow: neither side yet",
    ]


def test_a_note_stands_by_what_it_is_a_note_on(graph_of: GraphOf) -> None:
    """A note on the name stands below the name, one on the whole entity below its summary, and once."""
    graph = graph_of(
        TWO
        + """
[[body]]
id = "b"
name = [{ value = "Old", sources = ["old#a"] }, { value = "Board", basis = "inferred", note = "Ours.", sources = ["new#a"] }]
summary = "A board."
part_of = "c"
note = "Its minutes are lost."
sources = ["old#a"]
[[body]]
id = "c"
name = "Council"
"""
    )
    assert said(graph, "b")[:9] == [
        "title: Board[1]",
        "subtitle: body · last documented 22 Feb 2022",
        "text: A board.",
        "note: Its minutes are lost.",
        "field: Earlier name = Old · between Jul and Dec 2021[1]",
        "field: Name = Board · 22 Feb 2022 · inferred[2]",
        "note: Ours.",
        "field: Documented = first between Jul and Dec 2021, last 22 Feb 2022",
        "heading: Is part of",
    ]
    assert said(graph, "b")[9] == "relation: Council[1]"
    assert "note: Its minutes are lost." in said(graph, "c")


def test_names_stand_in_the_order_of_time(graph_of: GraphOf) -> None:
    """An earlier name is one of an earlier day, in whatever order the names were written."""
    graph = graph_of(
        TWO
        + '[[body]]\nid = "b"\nname = [{ value = "New", sources = ["new#a"] }, { value = "Old", sources = ["old#a"] }]\n'
    )
    assert said(graph, "b")[2:4] == [
        "field: Earlier name = Old · between Jul and Dec 2021[1]",
        "field: Name = New · 22 Feb 2022[2]",
    ]


def test_a_source_has_its_own_date(graph_of: GraphOf) -> None:
    """A document is not said to be undated where its date stands below."""
    assert said(graph_of(TWO), "old")[:3] == [
        "title: Minutes",
        "subtitle: source",
        "field: Written = between Jul and Dec 2021",
    ]


def test_letters_that_no_document_spells_out(graph_of: GraphOf) -> None:
    """Where the words that letters are short for are unknown, a term says so and does not put unknown before its meaning."""
    graph = graph_of(
        TWO
        + '[[term]]\nid = "t"\nname = "GP"\nmeanings = [{ text = "A doctor", expansion = "not_stated", tier = "place" }]\n'
        + 'sources = ["old#a"]\n'
    )
    assert "text: A doctor · no document says what the letters stand for · place[1]" in said(graph, "t")


def test_a_tier_that_is_read_is_said_to_be(graph_of: GraphOf) -> None:
    """A stated tier stands below the name alone; one that is our reading is told with its source and its note."""
    graph = graph_of(
        TWO
        + '[[body]]\nid = "b"\nname = "B"\n'
        + 'tier = [{ value = "region", basis = "inferred", note = "From its name.", sources = ["new#a"] }]\n'
    )
    assert said(graph, "b")[2:4] == ["field: Tier = region · inferred[1]", "note: From its name."]


def test_a_planned_thing_says_that_nothing_confirms_it(graph_of: GraphOf) -> None:
    """What is only expected says the date and that no document says it happened."""
    graph = graph_of(HEAD + '[[body]]\nid = "b"\nname = "B"\nexpected_date = "2022-07-01"\n')
    assert said(graph, "b")[:3] == [
        "title: B[1]",
        "subtitle: body · planned: due 1 Jul 2022",
        "field: Expected = 1 Jul 2022, no document says it happened",
    ]


def test_a_change_event_gives_start_and_end(graph_of: GraphOf) -> None:
    """A start or an end that a change event brings about is said to come from it."""
    graph = graph_of(
        HEAD
        + """
[[organisation]]
id = "old"
name = "Old"
[[organisation]]
id = "new"
name = "New"
[[event]]
id = "merger"
name = "Merger"
date = "2021-04-01"
originals = "old"
results = "new"
"""
    )
    assert "field: Began = 1 Apr 2021 · from a change event" in said(graph, "new")
    assert "field: Ended = 31 Mar 2021 · from a change event" in said(graph, "old")
    assert said(graph, "old")[1] == "subtitle: organisation · ended 31 Mar 2021"


def test_many_parts_are_told_by_kind(graph_of: GraphOf) -> None:
    """A long list of parts has a heading for each kind; a short one has one."""
    areas = "".join(f'[[area]]\nid = "a{number}"\nname = "A{number}"\npart_of = "p"\n' for number in range(7))
    graph = graph_of(
        HEAD
        + areas
        + '[[partnership]]\nid = "p"\nname = "P"\n[[body]]\nid = "b"\nname = "B"\npart_of = "p"\n'
    )
    headings = [line.text for line in describe(graph, "p") if line.role == "heading"]
    assert headings == ["Has as part: bodies", "Has as part: areas", "Sources"]


def test_relations_lead_to_the_other_end(graph_of: GraphOf) -> None:
    """A relation line has its target, a source line its source; `unknown` leads nowhere."""
    graph = graph_of(
        HEAD
        + '[[body]]\nid = "b"\nname = "B"\npart_of = "c"\nmembers = "not_stated"\n[[body]]\nid = "c"\nname = "C"\n'
    )
    lines = [line for line in describe(graph, "b") if line.role in {"relation", "source"}]
    assert lines == [
        Line("relation", "not stated", notes=(1,), indent=1),
        Line("relation", "C", target="c", notes=(1,), indent=1),
        Line("source", "The source, Item a, 22 Feb 2022", label="1", target="s", indent=1),
    ]


def test_a_hostile_text_is_inert(graph_of: GraphOf) -> None:
    """No line of a description has anything in it that a terminal acts on."""
    graph = graph_of(
        HEAD + '[[body]]\nid = "b"\nname = "B\\u200b"\nsummary = "S\\ufeff"\ndescribed_as = ["D\\u00ad"]\n'
    )
    assert said(graph, "b")[0] == "title: B\\u{200b}[1]"
    assert all(line.text.isprintable() for line in describe(graph, "b"))


def test_every_entity_of_the_bundled_model_can_be_described() -> None:
    """No entity is without a title, and every text is on one line and safe to draw."""
    graph = load()
    for entity_id in graph:
        lines = describe(graph, entity_id)
        assert lines[0].role == "title"
        assert all(line.text.isprintable() for line in lines)


def test_an_unknown_id_is_a_key_error(graph_of: GraphOf) -> None:
    """Only what is in the model can be described."""
    with pytest.raises(KeyError):
        describe(graph_of(HEAD), "nobody")


TERMS = """
[[source]]
id = "s"
name = "Terms of reference"
presented = "2024-03-05"
version = "2.1"
[file]
sources = ["s"]
[[function]]
id = "money"
name = "Budget"
[[body]]
id = "board"
name = "Board"
quorum = "Five members"
meets = "monthly"
meets_in_public = true
legal_basis = "Section 75"
review_date = "2026-04"
accountable_to = [{ to = "council", function = "money" }]
delegates_to = [{ to = "panel", function = "money", limit = { up_to = 75000, unit = "£ a year", above = "board" } }]
[[body]]
id = "panel"
name = "Panel"
meets_in_public = "not_stated"
[[organisation]]
id = "council"
name = "Council"
"""


def test_terms_of_reference_are_told(graph_of: Callable[[str], Graph]) -> None:
    """Quorum, meetings, legal basis and review, the function of an account and the limit of a delegation have their words."""
    lines = said(graph_of(TERMS), "board")
    for line in (
        "field: Quorum = Five members",
        "field: Meets = monthly",
        "field: Meets in public = yes",
        "field: Legal basis = Section 75",
        "field: To be reviewed = Apr 2026",
        "relation: Council · for: Budget",
        "note: limit: up to £75,000 a year; above it Board",
    ):
        assert any(each.startswith(line) for each in lines), (line, lines)
    assert "field: Meets in public = not stated" in said(graph_of(TERMS), "panel")
    assert "field: Version = 2.1" in said(graph_of(TERMS), "s")


def test_text_is_no_reference(graph_of: GraphOf) -> None:
    """A topic that is the id of something too stays the topic; a detail that names an entity has its name."""
    graph = graph_of(
        HEAD
        + """
[[function]]
id = "tea"
name = "Tea rounds"
topics = ["tea", "coffee"]
[[body]]
id = "board"
name = "Board"
members = [{ id = "cook", deputy = "tom" }]
delegates_to = [{ to = "cook", function = "tea", legal_basis = "tea" }]
[[post]]
id = "cook"
name = "Head cook"
[[person]]
id = "tom"
name = "Tom"
"""
    )
    assert "field: Topics = tea, coffee" in said(graph, "tea")
    lines = said(graph, "board")
    assert "relation: Head cook · deputy: Tom[1]" in lines
    assert {"note: what is delegated: Tea rounds", "note: legal basis: tea"} <= {*lines}

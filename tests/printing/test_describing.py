"""What a description says, line by line."""

from collections.abc import Callable

import pytest

from tiers.model import Graph, load
from tiers.tui.describing import Line, describe

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
        "text: 5 to 7.5 % · 2021 · inferred[2]",
        "heading: Sources",
        "source: 1 = The source, Item a, 22 Feb 2022",
        "source: 2 = The source, Item a, 2021",
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
    assert said(graph, "o")[2:9] == [
        "field: Earlier name = Old · 2020[2]",
        "field: Acronym = N[1]",
        "field: Earlier name = Was · until 2021[1]",
        "field: Other name = Nn[1]",
        "field: ODS code = A1 · 1 Apr 2021 to 30 Jun 2022[1]",
        "field: ODS code = B2 · since 2022 · inferred[1]",
        "field: ONS code = C3 · since 2021, ended between 1 Jan and 31 Dec 2022[1]",
    ]


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
    assert "field: Began = 1 Apr 2021 · by a change event" in said(graph, "new")
    assert "field: Ended = 31 Mar 2021 · by a change event" in said(graph, "old")
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
        + '[[body]]\nid = "b"\nname = "B"\npart_of = "c"\nmembers = "unknown"\n[[body]]\nid = "c"\nname = "C"\n'
    )
    lines = [line for line in describe(graph, "b") if line.role in {"relation", "source"}]
    assert lines == [
        Line("relation", "unknown, the sources are silent", notes=(1,), indent=1),
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

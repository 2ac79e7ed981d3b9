"""What followed what: one line from the first to the last, many to many, by relation or by change event."""

from collections.abc import Callable

from tiers.model import Graph
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.paths import paths
from tiers.model.answers.succession import line_between, successors
from tiers.model.answers.who.ended import entity_ended
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides
from tiers.tui.wording.description.entity import describe
from tiers.tui.wording.description.path import describe_paths
from tiers.tui.wording.description.succession import became_in_short

GraphOf = Callable[[str], Graph]

MODEL = """
[[partnership]]
id = "system"
name = "System"
[[organisation]]
id = "ccg"
name = "Borough CCG"
part_of = "system"
end_date = "2021-03-31"
[[organisation]]
id = "other"
name = "Other CCG"
part_of = "system"
[[organisation]]
id = "merged"
name = "Merged CCG"
succeeds = ["ccg", "other"]
[[event]]
id = "change"
name = "The boards take over"
date = "2022-07-01"
originals = "merged"
results = ["icb", "trust"]
[[organisation]]
id = "icb"
name = "Board"
[[organisation]]
id = "trust"
name = "Trust"
[[organisation]]
id = "last"
name = "Last board"
part_of = "system"
succeeds = [{ to = "icb", basis = "inferred" }]
"""


def test_who_followed(graph_of: GraphOf) -> None:
    """All that followed an entity stand by generation, each with all that it followed itself."""
    graph = graph_of(MODEL)
    assert [(each.id, each.generation, list(each.follows)) for each in successors(graph, "ccg")] == [
        ("merged", 1, ["ccg", "other"]),
        ("icb", 2, ["merged"]),
        ("trust", 2, ["merged"]),
        ("last", 3, ["icb"]),
    ]
    assert successors(graph, "last") == []


def test_the_line_comes_first(graph_of: GraphOf) -> None:
    """`path` begins with the line of successions, from whichever end, though a shorter way leads through the system."""
    graph = graph_of(MODEL)
    text = [line.text for line in describe_paths(graph, paths(graph, "ccg", "last")[:2])]
    assert text == [
        "Succession: Borough CCG > Merged CCG > Board > Last board · inferred",
        "Borough CCG (organisation, ended 31 Mar 2021)",
        "Borough CCG is followed by Merged CCG (organisation, ended 30 Jun 2022)",
        "Merged CCG was changed by The boards take over (event)",
        "The boards take over resulted in Board (organisation)",
        "Board is followed by Last board (organisation) · inferred",
        "",
        "2 relations",
        "Borough CCG (organisation, ended 31 Mar 2021)",
        "Borough CCG was part of System (partnership)",
        "System has as part Last board (organisation)",
    ]
    assert [hop.end for hop in paths(graph, "last", "ccg")[0]] == ["icb", "change", "merged", "ccg"]
    assert [hop.end for hop in paths(graph, "last", "ccg", avoid=["succeeds"])[0]] == ["system", "ccg"]


def test_what_became_of_it(graph_of: GraphOf) -> None:
    """`show` tells the line of successors, each below the one it followed, and what it followed besides."""
    lines = list(describe(graph_of(MODEL), "ccg"))
    at = [line.text for line in lines].index("What became of it")
    assert [(line.indent, line.target, line.text) for line in lines[at + 1 : at + 5]] == [
        (1, "merged", "followed by Merged CCG · until 30 Jun 2022 · which follows Other CCG too"),
        (2, "icb", "followed by Board · since 1 Jul 2022"),
        (3, "last", "followed by Last board · inferred"),
        (2, "trust", "followed by Trust · since 1 Jul 2022"),
    ]


def test_a_ring_ends(graph_of: GraphOf) -> None:
    """Two that follow each other end the line."""
    graph = graph_of(
        '[[body]]\nid = "a"\nname = "A"\nsucceeds = "b"\n[[body]]\nid = "b"\nname = "B"\nsucceeds = "a"\n'
    )
    assert [each.id for each in successors(graph, "a")] == ["b"]
    assert [each.subject for each in line_between(graph, "a", "b")] == ["b"]


def test_the_line_leads_on_to_what_the_last_is_within(graph_of: GraphOf) -> None:
    """Of what has ended, `path` to a body of today goes by what followed it, and from there up; other ways come after."""
    graph = graph_of(
        MODEL + '[[area]]\nid = "location"\nname = "Location"\npart_of = "last"\nsucceeds = "merged"\n'
    )
    way = paths(graph, "ccg", "last")[0]
    assert [hop.end for hop in way] == ["merged", "change", "icb", "last"], "a line of its own comes first"
    whole = graph_of(
        MODEL.replace('succeeds = [{ to = "icb", basis = "inferred" }]', "")
        + '[[area]]\nid = "location"\nname = "Location"\npart_of = "last"\nsucceeds = "merged"\n'
    )
    ways = paths(whole, "ccg", "last")
    assert [hop.end for hop in ways[0]] == ["merged", "location", "last"]
    assert (
        describe_paths(whole, ways)[0].text
        == "Succession: Borough CCG > Merged CCG > Location · within Last board"
    )
    assert [hop.end for hop in ways[1]] == ["system", "last"]
    assert [hop.end for hop in paths(whole, "last", "ccg")[0]] == ["location", "merged", "ccg"]


PLANNED = """
[file]
sources = ["paper"]
[[source]]
id = "paper"
name = "Paper"
presented = "2024-01-01"
[[organisation]]
id = "court"
name = "Court"
end_date = "2023-12-31"
[[body]]
id = "council"
name = "Council"
status = "planned"
expected_date = "2026-01"
succeeds = "court"
[[body]]
id = "group"
name = "Group"
accountable_to = "court"
"""


def test_what_is_only_planned_followed_nothing_yet(graph_of: GraphOf) -> None:
    """The short answers about what has ended mark a successor as planned; none says that it followed."""
    graph = graph_of(PLANNED)
    assert became_in_short(graph, "court") == "Court: ended 31 Dec 2023, followed by Council (planned)"
    assert entity_ended(graph, "court") == "Court ended on 31 Dec 2023; Council is planned to follow it"
    sides = Sides(graph.as_of("2022"), graph, ("2022", "latest"), dated=True)
    said = [line.text for line in describe_diff(sides, diff_between_dates(sides.old, sides.new))]
    assert "Court · organisation · ended 31 Dec 2023 · followed by Council (planned)" in said


def test_an_inferred_succession_is_said_to_be_inferred(graph_of: GraphOf) -> None:
    """The short answer about what has ended says so where each statement of the succession is our reading."""
    graph = graph_of(
        PLANNED.replace('succeeds = "court"', 'succeeds = [{ to = "court", basis = "inferred" }]')
    )
    assert became_in_short(graph, "court").endswith("followed by Council (planned), inferred")

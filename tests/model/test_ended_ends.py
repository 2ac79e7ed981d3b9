"""Relations that ended with one of their ends: told in the past, and not shown as present at a later date."""

from tests.model.fragments import detail_lines, who_lines
from tiers.model import Graph
from tiers.model.answers.diff import diff_between_dates
from tiers.model.loading import load_texts

_MODEL = """
[file]
sources = ["g2"]
[[source]]
id = "g1"
name = "Handbook 2021"
presented = "2021-01-10"
[[source]]
id = "g2"
name = "Handbook 2023"
presented = "2023-01-10"
[[source]]
id = "g3"
name = "Handbook 2025"
presented = "2025-01-10"
[[organisation]]
id = "ccg"
name = "Rill CCG"
end_date = "2022-06-30"
sources = ["g1"]
[[body]]
id = "board"
name = "Rill Board"
sources = ["g1"]
delegates_to = [{ to = "sec", function = "stamps", sources = ["g2"] }]
members = [{ id = "sec", capacity = "in attendance" }, { id = "ray", capacity = "in attendance" },
  { id = "cy", capacity = "observer", end_date = "2022-05-31" }, { id = "di", capacity = "deputy", end_date = "2022-05-31" }]
[[collective]]
id = "team"
name = "Old Teams"
end_date = "2022-06-30"
sources = ["g1"]
accountable_to = "board"
responsible_for = [{ to = "beds", mode = "decides" }]
stands_for = "ccg"
[[function]]
id = "stamps"
name = "Stamps"
sources = ["g1"]
[[function]]
id = "beds"
name = "Beds"
sources = ["g1"]
[[person]]
id = "ray"
name = "Ray Low"
[[person]]
id = "cy"
name = "Cy Dorn"
[[person]]
id = "di"
name = "Di Elm"
[[post]]
id = "sec"
name = "Secretary"
sources = ["g1"]
end_date = [{ value = "2024-06-30", sources = ["g3"] }]
"""


def _graph() -> Graph:
    return load_texts({"a.toml": _MODEL.encode()})


def test_diff_tells_nothing_as_there_whose_end_had_ended() -> None:
    """A delegation to a post that has ended by the later date is no change of who delegates: the end of the post is what is told."""
    graph = _graph()
    found = diff_between_dates(graph.as_of("2022-01-31"), graph.as_of("2025-01-31"))
    assert {each.attribute for each in found.changes if each.id == "board"} == {"standing"}
    assert "sec" in found.removed


def test_who_tells_in_the_past_what_ended_with_an_end() -> None:
    """What answered, was delegated and stood for another did so; the chain marks who has ended."""
    graph = _graph()
    beds = who_lines(graph, "beds")
    assert beds[2] == "Old Teams (ended) > Rill Board"
    assert {"Old Teams were accountable to it", "stood for Rill CCG"} <= {*beds}
    stamps = who_lines(graph, "stamps")
    assert stamps[2] == "Secretary (ended) > Rill Board"
    assert "had authority delegated by Rill Board" in stamps


def test_who_was_in_attendance_stands_apart() -> None:
    """Who attended, observed or stood in before has a heading of its own, and who attends now keeps the present one."""
    graph = _graph()
    lines = detail_lines(graph, "board")
    told = ("In attendance", "Formerly in attendance", "Former observers", "Former deputies")
    assert [(each, lines[lines.index(each) + 1].split(" · ")[0]) for each in told] == [
        ("In attendance", "Ray Low"),
        ("Formerly in attendance", "Secretary"),
        ("Former observers", "Cy Dorn"),
        ("Former deputies", "Di Elm"),
    ]

"""One question, one verdict: a part of a body's name, and topics joined by *and*, are answered as each alone."""

import pytest

from tests.model.fragments import who_lines
from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.model.loading import load_texts

_TEXT = """
[[partnership]]
id = "place"
name = "Wold Place"
tier = "place"
[[organisation]]
id = "council"
name = "Wold Council"
part_of = "place"
[[body]]
id = "joint"
name = "Wold and Orle Joint Committee"
part_of = "place"
decides = "decides"
delegated_by = [{ id = "council", function = "grants" }]
[[body]]
id = "group"
name = "Wold Falls Group"
part_of = "place"
responsible_for = [{ to = "care", mode = "decides" }]
[[function]]
id = "grants"
name = "Prevention grants"
part_of = "place"
[[function]]
id = "care"
name = "Reablement"
topics = ["home care"]
part_of = "place"
"""


@pytest.fixture(scope="module")
def graph() -> Graph:
    return load_texts({"a.toml": _TEXT.encode()})


def test_part_of_a_name_is_answered_as_the_name(graph: Graph) -> None:
    """`who "joint committee"` says what `who "Wold and Orle Joint Committee"` says, from the verdict to the last source."""
    part, whole = (
        who_lines(graph, asked)[1:] for asked in ("joint committee", "Wold and Orle Joint Committee")
    )
    assert part == whole
    assert (
        part[0]
        == "The documents say that Wold and Orle Joint Committee holds Prevention grants by delegation."
    )


@pytest.mark.parametrize("asked", ["prevention grants and home care", "home care, prevention grants"])
def test_joined_topics_are_each_answered(graph: Graph, asked: str) -> None:
    """Of two topics each has its sentence, whether its name or a topic word led to it."""
    assert who(graph, asked).verdict == (
        "The documents say that Wold Falls Group decides about Reablement. "
        "The documents say that Wold and Orle Joint Committee holds Prevention grants by delegation."
    )

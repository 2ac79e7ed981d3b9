"""The sources view: below each document what rests on it, also where another entity, or nobody, bears the statement."""

from collections.abc import Callable

from tests.model.shapes import outline
from tiers.model import Graph
from tiers.model.views import VIEWS

MODEL = """
[file]
sources = ["plan"]
[[source]]
id = "plan"
name = "Plan"
presented = "2024-03-05"
[[source]]
id = "minutes"
name = "Minutes"
presented = "2024-06-05"
[[source]]
id = "notes"
name = "Notes"
presented = "2024-07-05"
[[partnership]]
id = "elm"
name = "Elm Partnership"
tier = "place"
decides = "decides"
[[post]]
id = "clerk"
name = "Clerk"
held_by = [{ id = "none", sources = ["minutes"] }]
[[post]]
id = "chair"
name = "Chair"
held_by = [{ id = "ann", sources = ["notes"] }]
[[person]]
id = "ann"
name = "Ann Ash"
[[disagreement]]
id = "dispute"
name = "Whether it decides"
about = "elm"
attribute = "decides"
follows = "undecided"
positions = [
    { text = "It decides", value = "decides", sources = ["plan"] },
    { text = "It advises", value = "advises", sources = ["minutes"] },
]
[[function]]
id = "buses"
name = "Buses"
in_hands_of = [{ id = "unknown", mode = "decides", basis = "stated", sources = ["notes"] }]
"""


def test_vacancies_holders_and_sides_of_a_disagreement_stand_below_their_document(
    graph_of: Callable[[str], Graph],
) -> None:
    """The post of which it says that nobody or somebody holds it, the function nobody has, and what two documents disagree about."""
    rows = outline(VIEWS["sources"].make(graph_of(MODEL)))
    assert rows[rows.index("source: Minutes") :] == [
        "source: Minutes",
        "  group: Partnerships",
        "    partnership: Elm Partnership again",
        "  group: Posts",
        "    post: Clerk again",
        "  group: Disagreements",
        "    disagreement: Whether it decides again",
        "source: Notes",
        "  group: Functions",
        "    function: Buses again",
        "  group: Posts",
        "    post: Chair again",
        "  group: People",
        "    person: Ann Ash again",
        "group: Disagreements",
        "  disagreement: Whether it decides again",
    ]

"""The view of seats, both ways."""

from collections.abc import Callable

from tests.model.fragments import detail_lines
from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.tui.wording.description.entity import describe

from .shapes import outline

GraphOf = Callable[[str], Graph]

MODEL = """
[[organisation]]
id = "council"
name = "Council"
member_of = [{ to = "board", role = "founder" }]
[[post]]
id = "leader"
name = "Leader"
post_in = "council"
member_of = "panel"
[[person]]
id = "ann"
name = "Ann"
holds = "leader"
member_of = "forum"
[[collective]]
id = "authorities"
name = "Local authorities"
stands_for = "council"
member_of = "executive"
[[person]]
id = "ben"
name = "Ben"
member_of = [{ to = "board", role = "chair", on_behalf_of = ["council"] }, { to = "forum", role = "in attendance" }]
[[body]]
id = "board"
name = "Board"
member_of = "forum"
[[body]]
id = "panel"
name = "Panel"
[[body]]
id = "forum"
name = "Forum"
[[body]]
id = "executive"
name = "Executive"
"""


def test_the_page_of_a_council_has_the_seats_of_who_stands_for_it(graph_of: GraphOf) -> None:
    """After what it is a member of: through each post, who holds it, its label and whoever sits on its behalf."""
    graph = graph_of(MODEL)
    lines = [f"{' ' * line.indent}{line.text}" for line in describe(graph, "council", ways=False)]
    assert lines[lines.index("Is a member of") : lines.index("Has the post")] == [
        "Is a member of",
        " Board · founder",
        "",
        "Sits through the post Leader",
        " Panel",
        "",
        "Sits through the person Ann, inferred",
        " Forum",
        "",
        "Sits through the collective Local authorities",
        " Executive",
        "",
        "Sits through the person Ben",
        " Board · chair · on behalf of Council",
        "",
    ]


def test_both_ways(graph_of: GraphOf) -> None:
    """Each entity has what it sits on, itself, through its posts, who holds them, its label and whom it names; then who sits on it."""
    assert outline(VIEWS["seats"].make(graph_of(MODEL))) == [
        "person: Ann",
        "  body: Forum again",
        "  group: Through the post Leader",
        "    body: Panel again",
        "person: Ben",
        "  body: Board again",
        "  body: Forum again",
        "body: Board",
        "  body: Forum again",
        "  group: Members",
        "    person: Ben again",
        "    organisation: Council again",
        "organisation: Council",
        "  body: Board again",
        "  group: Through the post Leader",
        "    body: Panel again",
        "  group: Inferred, through the person Ann",
        "    body: Forum again",
        "  group: Through the collective Local authorities",
        "    body: Executive again",
        "  group: Through the person Ben",
        "    body: Board again",
        "body: Executive",
        "  group: Members",
        "    collective: Local authorities again",
        "body: Forum",
        "  group: Members",
        "    person: Ann again",
        "    body: Board again",
        "  group: In attendance",
        "    person: Ben again",
        "post: Leader",
        "  body: Panel again",
        "collective: Local authorities",
        "  body: Executive again",
        "body: Panel",
        "  group: Members",
        "    post: Leader again",
    ]


def test_one_row_bears_what_is_below(graph_of: GraphOf) -> None:
    """The row of an entity that says what it sits on and who sits on it is its own one, wherever it is only named."""
    forest = VIEWS["seats"].make(graph_of(MODEL))
    assert [(each, forest.parents[forest.row_of(each)]) for each in ("board", "ben", "council")] == [
        ("board", -1),
        ("ben", -1),
        ("council", -1),
    ]
    assert forest.row_of("nobody") == -1


_NAMED = """
[[body]]
id = "board"
name = "Board"
members = [
    { id = "trust", voting = true, end_date = "2021-01/2022-12" },
    { id = "practices", nominated_by = "committee" },
    { id = "ann", on_behalf_of = "trust", nominated_by = "trust" },
]
[[organisation]]
id = "trust"
name = "Trust"
[[collective]]
id = "practices"
name = "Practices"
[[organisation]]
id = "committee"
name = "Medical Committee"
[[person]]
id = "ann"
name = "Ann"
"""


def test_who_nominates_does_not_sit_through_whom_it_nominates(graph_of: GraphOf) -> None:
    """The seat of one whom an organisation nominates is told as that; through somebody it has one held on its behalf."""
    rows = outline(VIEWS["seats"].make(graph_of(_NAMED)))
    assert rows[rows.index("organisation: Medical Committee") :] == [
        "organisation: Medical Committee",
        "  group: Nominates the collective Practices",
        "    body: Board again",
        "collective: Practices",
        "  body: Board again",
        "organisation: Trust",
        "  group: Through the person Ann",
        "    body: Board again",
    ]


def test_an_uncertain_end_of_a_seat(graph_of: GraphOf) -> None:
    """Within an uncertain end of a seat, as of an entity, it is said to be unknown whether it had ended."""
    graph = graph_of(_NAMED)
    uncertain = "until some time between Jan 2021 and Dec 2022"

    def trust(at: str) -> list[str]:
        lines = detail_lines(graph.as_of(at), "board")
        return [line for line in lines if line.startswith("Trust")]

    assert trust("2020-06-30") == [f"Trust · votes · {uncertain}"]
    assert trust("2021-06-30") == [f"Trust · votes · {uncertain} · unknown whether ended"]
    assert trust("2023-06-30") == [f"Trust · votes · {uncertain}"]


def test_a_seat_held_for_another_is_none_of_whose_post_the_holder_has(graph_of: GraphOf) -> None:
    """Who holds a post sits in the own name: for whose post it is that is our reading; on behalf of another it is no seat of theirs."""
    graph = graph_of(
        """
[[organisation]]
id = "council"
name = "Council"
[[organisation]]
id = "trust"
name = "Trust"
[[post]]
id = "leader"
name = "Leader"
post_in = "council"
held_by = "ann"
[[person]]
id = "ann"
name = "Ann"
member_of = [
    "forum",
    { to = "board", on_behalf_of = "trust" },
    { to = "panel", on_behalf_of = "leader" },
    { to = "executive", on_behalf_of = "council" },
]
[[body]]
id = "forum"
name = "Forum"
[[body]]
id = "board"
name = "Board"
[[body]]
id = "panel"
name = "Panel"
[[body]]
id = "executive"
name = "Executive"
"""
    )
    rows = outline(VIEWS["seats"].make(graph))
    at = rows.index("organisation: Council")
    assert rows[at : at + 7] == [
        "organisation: Council",
        "  group: Through the person Ann",
        "    body: Panel again",
        "  group: Inferred, through the person Ann",
        "    body: Forum again",
        "  group: Through the person Ann",
        "    body: Executive again",
    ]


def test_a_seat_on_behalf_of_a_label_for_it_is_a_seat_of_whose_post_the_holder_has(graph_of: GraphOf) -> None:
    """A leader who sits on behalf of the councils together sits there for the council as well, by our reading, and the row says through whom."""
    graph = graph_of(
        """
[[organisation]]
id = "council"
name = "Council"
[[post]]
id = "leader"
name = "Leader"
post_in = "council"
held_by = "ann"
[[collective]]
id = "councils"
name = "Councils of the system"
stands_for = "council"
[[person]]
id = "ann"
name = "Ann"
member_of = [{ to = "board", on_behalf_of = "councils" }]
[[body]]
id = "board"
name = "Board"
"""
    )
    rows = outline(VIEWS["seats"].make(graph))
    at = rows.index("organisation: Council")
    assert rows[at : at + 3] == [
        "organisation: Council",
        "  group: Inferred, through the person Ann",
        "    body: Board again",
    ]
    texts = [line.text for line in describe(graph, "council")]
    at = texts.index("Sits through the person Ann, inferred")
    assert texts[at + 1] == "Board · on behalf of Councils of the system"


def test_only_a_document_states_that_nobody_sits(graph_of: GraphOf) -> None:
    """A vacant seat names the document that states it, by its short name; one by our reading names none, as in `show`."""
    graph = graph_of(
        """
[[source]]
id = "paper"
name = "Paper of the Board"
presented = "2024"
other_names = [{ name = "Paper", use = "short" }]
[file]
sources = ["paper"]
[[body]]
id = "board"
name = "Board"
members = [{ id = "none", role = "lay member", basis = "inferred" }, { id = "none", role = "nurse" }]
"""
    )
    names = VIEWS["seats"].make(graph).names
    assert list(names[2:]) == ["none", "none (stated in Paper)"]
    shown = [line.text.partition(" · ")[0] for line in describe(graph, "board") if line.role == "relation"]
    assert shown == list(names[2:])

"""How a row reads."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tiers.model import Entity, Graph, load
from tiers.model.format import KINDS
from tiers.model.views import VIEWS
from tiers.tui.wording.labels import Label, row_label
from tiers.tui.wording.relation_words import relation_words
from tiers.tui.wording.signs import SIGNS

PLACE = Path(__file__).parent.parent / "models" / "place.toml"
GraphOf = Callable[[str], Graph]


def labels(graph: Graph, view: str) -> dict[str, Label]:
    """Return the labels of a view by name; of several places of an entity the last."""
    forest = VIEWS[view].make(graph)
    return {label.name: label for label in (row_label(graph, forest, row) for row in range(len(forest)))}


def test_every_sort_of_row_has_a_sign_of_its_own() -> None:
    """Each kind has a symbol of one cell, one in ASCII and a word, and no two share any of them."""
    assert set(SIGNS) == {*KINDS, "group", "delegation", "seat"}
    drawn = [sign for name, sign in SIGNS.items() if name != "group"]
    for part in ("symbol", "ascii", "word"):
        values = [getattr(sign, part) for sign in drawn]
        assert len(set(values)) == len(values)
    assert all(len(sign.symbol) == len(sign.ascii) == 1 for sign in drawn)
    assert all(sign.ascii.isascii() for sign in drawn)
    assert not [sign.symbol for sign in drawn if unicodedata.east_asian_width(sign.symbol) in "WF"]


@pytest.mark.parametrize(
    ("view", "name", "label"),
    [
        ("tiers", "Wessex Integrated Care System", Label("●", "@", "Wessex Integrated Care System", ("partnership", "system"))),
        ("tiers", "Ex Borough Partnership", Label("●", "@", "Ex Borough Partnership", ("partnership", "place", "inferred"))),
        ("tiers", "Members", Label("", "", "Members", ("1 planned",))),
        ("tiers", "Sovereign organisations", Label("≡", "=", "Sovereign organisations", ("layer 1",))),
        ("decisions", "Ex Joint Board", Label("■", "#", "Ex Joint Board", ("body", "disputed"))),
        (
            "decisions",
            "delegates to Ex Joint Board, extent not stated",
            Label("↓", "v", "delegates to Ex Joint Board, extent not stated", ("inferred",)),
        ),
        (
            "decisions",
            "Ex statutory committee",
            Label("■", "#", "Ex statutory committee", ("body", "planned: due 1 Jul 2022")),
        ),
        (
            "seats",
            "Ex statutory committee",
            Label(
                "■",
                "#",
                "Ex statutory committee",
                ("body", "place", "member", "on behalf of Wessex Integrated Care System", "planned: due 1 Jul 2022", "also 2"),
            ),
        ),
        (
            "seats",
            "Ex Borough Partnership",
            Label("●", "@", "Ex Borough Partnership", ("partnership", "place", "as Ex Trust", "also 2")),
        ),
    ],
    ids=lambda given: given if isinstance(given, str) else "label",
)  # fmt: skip
def test_a_row_says_what_there_is_to_say(view: str, name: str, label: Label) -> None:
    """Kind, tier where it changes, what the relation says, how it stands: in this order, each where it says something."""
    assert labels(load(PLACE), view)[name] == label


MODEL = """
[[source]]
id = "s"
name = "S"
presented = "2022-02-22"
[file]
sources = ["s"]
[[partnership]]
id = "p"
name = "P"
tier = "place"
status = "shadow"
members = [
    { id = "a", role = "chair", voting = false, on_behalf_of = ["b", "c"] },
    { id = "b", voting = "not_stated", on_behalf_of = "not_stated" },
    { id = "c", start_date = "2021", expected_date = "2020" },
    { id = "d", expected_date = "2023~" },
]
[[organisation]]
id = "a"
name = "A"
[[organisation]]
id = "b"
name = "B"
[[organisation]]
id = "c"
name = "C"
status = "proposed"
[[organisation]]
id = "d"
name = "D"
end_date = "[2022-01-01..2022-12-31]"
start_date = "2020"
"""


def test_a_member_says_its_role_its_vote_and_whom_it_stands_for(graph_of: GraphOf) -> None:
    """What is unknown about a seat is said as unknown, and dates are read as a reader says them."""
    found = labels(graph_of(MODEL), "tiers")
    assert {name: found[name].words for name in "PABC"} == {
        "P": ("partnership", "place", "shadow"),
        "A": ("organisation", "chair", "does not vote", "on behalf of B and C"),
        "B": ("organisation", "voting not stated", "on behalf of not stated"),
        "C": ("organisation", "since 2021", "proposed"),
    }


def test_a_date_is_said_where_it_tells_something(graph_of: GraphOf) -> None:
    """At a date: last documented before it, or unknown whether it had ended."""
    graph = graph_of(MODEL)
    assert labels(graph.as_of("2022-06-30"), "seats").keys() >= {"A", "P"}
    later = labels(graph.as_of("2023-06-30"), "tiers")
    assert later["A"].words[-1] == "last documented 22 Feb 2022"
    within = graph.as_of("2022-06-30")
    assert labels(within, "tiers")["D"].words[-1] == "unknown whether ended"


def test_a_hostile_name_is_inert(graph_of: GraphOf) -> None:
    """A name that the loader lets through and a terminal would act on is written visibly."""
    graph = graph_of('[[area]]\nid = "a"\nname = "[/b]\\u200bx\\ufeff"\n')
    assert labels(graph, "tiers") == {
        "[/b]\\u{200b}x\\u{feff}": Label("□", "[", "[/b]\\u{200b}x\\u{feff}", ("area",))
    }


def test_an_event_that_is_only_foretold_says_so(graph_of: GraphOf) -> None:
    """A day later than its own sources is planned in every tree, also in the last known state."""
    graph = graph_of(
        """
        [[source]]
        id = "minutes"
        name = "Minutes"
        presented = "2021-02"
        [[event]]
        id = "merger"
        name = "Merger"
        date = "2021-04-01"
        sources = ["minutes"]
        """
    )
    assert labels(graph, "tiers")["Merger"].words == ("event", "planned: due 1 Apr 2021")


class _GoneThrough(Mapping[str, Entity]):
    """Entities by id, counting how often they are gone through one by one."""

    def __init__(self, inside: Mapping[str, Entity]) -> None:
        self.inside = inside
        self.times = 0

    def __getitem__(self, entity_id: str) -> Entity:
        return self.inside[entity_id]

    def __iter__(self) -> Iterator[str]:
        self.times += 1
        return iter(self.inside)

    def __len__(self) -> int:
        return len(self.inside)


def test_a_row_costs_the_row() -> None:
    """However large the model, drawing a row goes through it twice at most, and drawing further rows not again."""
    place = load(PLACE)
    forest = VIEWS["tiers"].make(place)
    entities = _GoneThrough(dict(place.entities_by_id()))
    graph = Graph.of(entities, [each for borne in place.relations_by_subject() for each in borne])
    for row in range(len(forest)):
        row_label(graph, forest, row)
    assert entities.times <= 2


SEATS = """
[[body]]
id = "board"
name = "Board"
members = [
    { id = "council", capacity = "member", seats = 3, nominated_by = "cabinet", term_ends = "2026-03-31", voting = true },
    { id = "trust", capacity = "in attendance", role = "Clinical lead" },
    { id = "gp", capacity = "chair", role = "Chair of the board", deputy = "trust" },
]
[[organisation]]
id = "council"
name = "Council"
[[organisation]]
id = "trust"
name = "Trust"
[[organisation]]
id = "gp"
name = "Practice"
[[body]]
id = "cabinet"
name = "Cabinet"
"""


def test_a_seat_says_its_capacity_its_number_and_who_names_its_holder(graph_of: GraphOf) -> None:
    """The capacity is said beside the role of the source unless that says it already; further keys have their labels."""
    graph = graph_of(SEATS)
    said = {
        each.subject: relation_words(graph, each, each.subject)
        for each in graph.relations("board", "member_of", "in")
    }
    assert said == {
        "council": ["member", "votes", "seats: 3", "nominated by: Cabinet", "term ends: 31 Mar 2026"],
        "trust": ["Clinical lead", "in attendance"],
        "gp": ["Chair of the board", "deputy: Trust"],
    }

"""The first lines of an answer and what stands beside them, rule by rule, on small models."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.model.answers.who.asking import topic_of
from tiers.model.answers.who.branches import branches
from tiers.model.answers.who.gist import who_sits
from tiers.model.answers.who.powers import power_of
from tiers.model.answers.who.raising import raise_about, raise_concern

GraphOf = Callable[[str], Graph]


@pytest.mark.parametrize(
    ("asked", "topic"),
    [
        ("who decides about tax?", "tax"),
        ("Who decides on the fax!", "fax"),
        ("what is the box.", "box"),
        ("tax", "tax"),
    ],
)
def test_the_topic_ends_where_the_question_does(asked: str, topic: str) -> None:
    """Only marks are taken off its end."""
    assert topic_of(asked) == topic


@pytest.mark.parametrize(
    ("place", "name", "short"),
    [
        ("Place North", "Place North Care Board", "Care Board"),
        ("Place North", "Place North Board", "Place North Board"),
        ("Place of North", "Place in North Care Board", "Place in North Care Board"),
        ("Place of North", "Place of Northern Care", "Northern Care"),
        ("Health North", "Health & Care Board", "Health & Care Board"),
        ("Place", "Place of Care", "Place of Care"),
    ],
)
def test_a_name_is_told_without_that_of_its_place(
    graph_of: GraphOf, place: str, name: str, short: str
) -> None:
    """Where the words at its beginning are those of the place and two further words remain that read alone."""
    graph = graph_of(
        f'[[partnership]]\nid = "p"\nname = "{place}"\ntier = "place"\n'
        f'[[body]]\nid = "b"\nname = "{name}"\npart_of = "p"\n'
        '[[workstream]]\nid = "beds"\nname = "Beds"\npart_of = "p"\naccountable_to = "b"\n'
    )
    assert [
        [each.text for each in way] for chain in who(graph, "beds").chains for way in branches(chain)
    ] == [["Beds", short, place]]


def test_seats_are_told_in_one_order(graph_of: GraphOf) -> None:
    """Who is named before who is not, then by name, of one name by id and role."""
    graph = graph_of(
        '[[person]]\nid = "ann2"\nname = "Ann"\n[[person]]\nid = "ann1"\nname = "Ann"\n'
        '[[organisation]]\nid = "council"\nname = "Council"\n'
        '[[body]]\nid = "board"\nname = "Board"\nmembers = [{ id = "not_stated", role = "a lead" },'
        '{ id = "council" }, { id = "ann2" }, { id = "ann1", role = "b" }, { id = "ann1", role = "a" }]\n'
    )
    told = [
        (body, [(each.subject, str(each.details.get("role", ""))) for each in seats])
        for chain in who(graph, "board").chains
        for body, seats in who_sits(chain)
    ]
    assert told == [
        ("board", [("ann1", "a"), ("ann1", "b"), ("ann2", ""), ("council", ""), ("not_stated", "a lead")])
    ]


SOURCES = """
[[source]]
id = "early"
name = "Early"
presented = "2020-12-02"
[[source]]
id = "late"
name = "Late"
presented = "2022-02-22"
"""


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("", "The documents do not say what Board may decide."),
        ('status = [{ value = "shadow", sources = ["late"] }]', "Board is in shadow form. The documents do not say what Board may decide."),
        ('status = [{ value = "proposed", sources = ["late"] }]', "Board is proposed; no document says that it happened."),
        ('expected_date = "2023"', "Board is planned for 2023; no document says that it happened."),
        ('end_date = "2021"', "Board ended in 2021."),
        (
            'status = [{ value = "planned", sources = ["early"] }, { value = "closed", sources = ["late"] }]',
            "Board was closed without having begun, as far as documents say.",
        ),
        (
            ('start_date = [{ value = "2021-03", sources = ["early"] }, { value = "2022-09", sources = ["late"] }]\n'
            '[[disagreement]]\nid = "d"\nname = "D"\nabout = "x"\nattribute = "start_date"\nfollows = "undecided"\n'
            'positions = [{ text = "a", value = "2021-03", sources = ["early"] }, { text = "b", value = "2022-09", sources = ["late"] }]'),
            "Board is planned for Mar 2021 or Sep 2022 (the documents disagree); no document says that it happened.",
        ),
        (
            ('start_date = [{ value = "2021-03", sources = ["late"] }, { value = "2022-09", sources = ["early"] }]\n'
            '[[disagreement]]\nid = "d"\nname = "D"\nabout = "x"\nattribute = "start_date"\nfollows = "undecided"\n'
            'positions = [{ text = "a", value = "2021-03", sources = ["late"] }, { text = "b", value = "2022-09", sources = ["early"] }]'),
            "Board: unknown whether it had begun: it began Mar 2021 or Sep 2022 (the documents disagree). The documents do not say what Board may decide.",
        ),
    ],
)  # fmt: skip
def test_what_a_body_may_decide_begins_with_how_it_stands(graph_of: GraphOf, keys: str, said: str) -> None:
    """Planned, proposed, in shadow form, of a start in dispute, ended or dropped."""
    graph = graph_of(f'{SOURCES}[[body]]\nid = "x"\nname = "Board"\n{keys}\n')
    assert power_of(graph, "board", ["x"]) == said


TOPICS = """
[[partnership]]
id = "north"
name = "North"
tier = "place"
[[partnership]]
id = "south"
name = "South"
tier = "place"
[[function]]
id = "beds"
name = "Beds"
topics = ["wards"]
[[function]]
id = "lamps"
name = "Lamps"
other_names = [{ name = "Lights" }]
[[function]]
id = "mats"
name = "Mats"
topics = ["wards"]
[[body]]
id = "nb"
name = "North Board"
part_of = "north"
responsible_for = [{ to = "beds", mode = "decides" }, { to = "lamps", mode = "delivers" }]
[[body]]
id = "sb"
name = "South Board"
part_of = "south"
responsible_for = [{ to = "beds", mode = "decides" }]
[[commitment]]
id = "more"
name = "More of them"
about = ["beds", "mats"]
[[issue]]
id = "few"
name = "Too few"
about = ["beds", "north"]
[[issue]]
id = "old"
name = "Too old"
about = ["beds", "south"]
"""

_BOTH = "The documents say that North Board (North) and South Board (South) decide about Beds."
_LAMPS = "The documents do not say who decides about Lamps; North Board delivers it."
_EACH = "The documents say that North Board decides about Beds. The documents say that South Board decides about Beds."


@pytest.mark.parametrize(
    ("topic", "within", "told"),
    [
        ("beds", None, (_BOTH, ["beds"], ["few", "old"], [], ["north", "south"])),
        (
            "beds",
            "north",
            ("The documents say that North Board decides about Beds.", ["beds"], ["few"], [], ["north"]),
        ),
        ("bedz", None, (_BOTH, ["beds"], ["few", "old"], [], ["north", "south"])),
        ("wards", None, (_BOTH, [], [], [], ["north", "south"])),
        ("lights", None, (_LAMPS, ["lamps"], [], [], ["north"])),
        ("lamps and mats", None, (_LAMPS, ["lamps", "mats"], [], [], ["north"])),
        ("beds and zebra", None, (_BOTH, ["beds"], ["few", "old"], [], ["north", "south"])),
        ("mats", None, ("No document in this model names a body for mats.", ["mats"], [], ["more"], [])),
        (
            "North Board",
            None,
            ("The documents say that North Board decides about Beds.", ["nb"], [], [], ["north"]),
        ),
        ("boards", None, (_EACH, ["nb", "sb"], [], [], ["north", "south"])),
    ],
)
def test_what_a_topic_leads_to(
    graph_of: GraphOf, topic: str, within: str | None, told: tuple[object, ...]
) -> None:
    """The verdict, what is named, the questions, what was promised where nobody is named, and the places."""
    answer = who(graph_of(TOPICS), topic, within)
    assert (
        answer.verdict,
        [each.id for each in answer.matches if each.named],
        list(answer.questions),
        list(answer.promises),
        [chain.place for chain in answer.chains],
    ) == told


def test_a_concern_about_an_entity_is_one_about_its_name(graph_of: GraphOf) -> None:
    """Whether it is asked for by id or in words."""
    graph = graph_of(TOPICS)
    asked, named = raise_about(graph, "nb"), raise_concern(graph, "North Board")
    assert (asked.verdict, asked.topic, asked.routes) == (named.verdict, "North Board", named.routes)


def test_branches_are_told_in_the_order_of_their_steps(graph_of: GraphOf) -> None:
    """By the names of those above, whatever their ids are."""
    graph = graph_of(
        '[[body]]\nid = "low"\nname = "Low Board"\naccountable_to = ["z", "a"]\n'
        '[[body]]\nid = "z"\nname = "Alpha Board"\naccountable_to = "one"\n'
        '[[body]]\nid = "a"\nname = "Beta Board"\n'
        '[[body]]\nid = "one"\nname = "One Board"\n'
    )
    (chain,) = who(graph, "Low Board").chains
    assert [[each.text for each in way] for way in branches(chain)] == [
        ["Low Board", "Alpha Board", "One Board"],
        ["Low Board", "Beta Board"],
    ]

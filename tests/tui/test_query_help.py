"""Help for a reader who types a query."""

import pytest

from tiers.model import Graph
from tiers.model.views import VIEWS
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.exploring.query_help import query_help
from tiers.tui.exploring.search.completion import begun
from tiers.tui.exploring.search.meaning import QueryMeanings


@pytest.fixture
def exploration(place: Graph) -> Exploration:
    """Return an exploration of the small model."""
    return Exploration(place, VIEWS, QueryMeanings(place), "tiers")


def said(exploration: Exploration, query: str) -> tuple[str, list[str]]:
    """Return what the tab key adds and what stands in place of the detail, line by line."""
    exploration.walk.begin_finding()
    exploration.walk.find_from_where_begun(query)
    helped = query_help(exploration, query)
    lines = (f"{line.label} {line.text}".strip() for line in helped.lines)
    return helped.rest, [line for line in lines if line]


@pytest.mark.parametrize(
    ("query", "rest", "lines"),
    [
        ("frail", "", []),
        ("sta", "tus:", []),
        ("frail me", "mber:", []),
        (
            "kind:wor",
            "kstream",
            ["kind:", "a kind of entity, such as `workstream`", "Completions", "workstream"],
        ),
        ("frail -tier:p", "lace", ["tier:", "a tier, such as `place`", "Completions", "place"]),
        (
            "tier:",
            "national",
            [
                "tier:",
                "a tier, such as `place`",
                "Possible values",
                "national",
                "region",
                "system",
                "place",
                "neighbourhood",
            ],
        ),
        (
            "source:",
            "list",
            [
                "source:",
                "a source that it cites, by id or short name",
                "Possible values",
                "list",
                "minutes",
                "slides",
            ],
        ),
        (
            "in:ex-fra",
            "ilty",
            [
                "in:",
                "what it belongs to, by id, code or name",
                "Completions",
                "ex-frailty Frailty & café mornings",
                "ex-frailty-homes Care homes sub-group",
            ],
        ),
        (
            "as-of:20",
            "",
            ["as-of:", "a date at which it is shown", "for example `2022`, `2022-02` or `2022-02-22`"],
        ),
        (
            "tier:plce",
            "",
            [
                "This filter is wrong",
                "`tier:` cannot be `plce`",
                "did you mean `place`? it is one of `national`, `region`, `system`, `place`, `neighbourhood`",
            ],
        ),
        (
            "teir:place",
            "",
            [
                "This filter is wrong",
                "there is no filter `teir:`",
                (
                    "did you mean `tier:`? the filters are `kind:`, `tier:`, `in:`, `status:`, `source:`, "
                    "`member:`, `has:`, `as-of:`"
                ),
            ],
        ),
    ],
)
def test_a_filter_is_completed_and_explained(
    exploration: Exploration, query: str, rest: str, lines: list[str]
) -> None:
    """Its name, then what it takes; a wrong one says what is allowed."""
    assert said(exploration, query) == (rest, lines)


@pytest.mark.parametrize(
    ("query", "completed", "labels"),
    [
        ("member:", 'member:"Ex Council" ', ['"Ex Council"']),
        ("ex member:c", 'ex member:"Ex Council" ', ['"Ex Council"']),
        ('member:"ex c', 'member:"Ex Council" ', ['"Ex Council"']),
        ("member:council", "member:council ", ["council"]),
        ("member:zz", "", []),
    ],
)
def test_a_member_is_completed_by_name(
    exploration: Exploration, query: str, completed: str, labels: list[str]
) -> None:
    """Who sits somewhere is offered, before a letter is typed too; a name of several words stands in quotes."""
    helped = query_help(exploration, query)
    told = [line.label for line in helped.lines if line.role == "field"]
    assert helped.completed == completed
    assert [each for each in labels if each in told] == labels
    if completed:
        assert not exploration.like.meant(completed).wrong
        assert list(exploration.like.meant(completed).ids)


def test_at_first_the_filters_and_the_keys_are_listed(exploration: Exploration) -> None:
    """Before anything is typed, the help lists what can be typed, the filters and the keys."""
    rest, lines = said(exploration, "")
    assert (rest, lines[:3], lines[-1]) == (
        "",
        ["Search", "name, old name, acronym, code", "kind: workstream, body …"],
        "esc back to where you were",
    )


def test_nothing_found_says_the_nearest_words_and_the_way_back(exploration: Exploration) -> None:
    """What is in the model and not in this view is named."""
    assert said(exploration, "mordings")[1] == []
    nothing = said(exploration, "qqqqmornings")[1]
    assert nothing == [
        "Nothing found",
        "nothing here matches qqqqmornings",
        "No document in this model mentions `qqqqmornings`",
        "Similar words: `mornings`",
        "`esc` goes back to where you were",
    ]
    exploration.see("seats")
    assert said(exploration, "digital")[1] == [
        "Not in this view",
        "nothing here matches digital",
        "In other views",
        "Digital · workstream",
        "`↵` goes to the first of them, `esc` back, `:` to any entity by its name",
    ]


def test_an_unfinished_filter_is_not_asked_for_yet(place: Graph) -> None:
    """What stands before it is; a value that is no beginning of one is wrong at once."""
    like = QueryMeanings(place)
    assert sorted(like.meant("frail kind:wo").ids) == sorted(like.meant("frail").ids) != []
    assert like.meant("kind:").asked is False
    assert like.meant("kind:xyz").wrong == "`kind:` cannot be `xyz`"


def test_only_the_end_of_a_query_is_being_typed(place: Graph) -> None:
    """A filter with a space after it is finished; in quotes a space is part of it."""
    like = QueryMeanings(place)
    assert begun("kind:body ", place, like.named) is None
    assert begun("https://x", place, like.named) is None
    quoted = begun('frail in:"ex jo', place, like.named)
    assert quoted is not None
    assert (quoted.start, quoted.name, quoted.value) == (6, "in", "ex jo")
    assert [each.entity for each in quoted.values] == ["ex-board", "ex-joint", "ex-chair-conflict"]
    assert quoted.completed('frail in:"ex jo') == 'frail in:"Ex Joint Board" '

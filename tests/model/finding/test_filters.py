"""The filters of a query."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.finding.index import Index
from tiers.model.finding.query import QueryError
from tiers.model.format.plain_dates import FORMS

KINDS = (
    "`organisation`, `partnership`, `layer`, `body`, `collective`, `workstream`, `type`, `function`, `area`, `site`, `post`, "
    "`person`, `plan`, `priority`, `programme`, `service`, `commitment`, `event`, `metric`, `issue`, `disagreement`, `source`, `term`"
)
ASHBY = {"ashby", "ashby-board", "dementia", "convenor", "person-lee", "asked", "conflict-name"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind:workstream", {"dementia", "barton-dementia"}),
        ("kind:workstreams", {"dementia", "barton-dementia"}),
        ("KIND:Body", {"ashby-board", "barton-board"}),
        ("kind:body in:barton", {"barton-board"}),
        ("tier:system", {"shire"}),
        ("in:ashby", ASHBY),
        ('in:"Ashby Together"', ASHBY),
        ("in:acp", ASHBY),
        ("in:ashby -kind:body -kind:person", ASHBY - {"ashby-board", "person-lee"}),
        ("status:planned", {"barton-dementia"}),
        ("status:closed", {"barton-board", "trust"}),
        ("status:ended", {"barton-board", "trust"}),
        ("source:007", {"ashby"}),
        ("source:minutes-2020", {"ashby"}),
        ("member:ashby-council", {"ashby", "ashby-board"}),
        ("member:E06Z1", {"ashby", "ashby-board"}),
        ("member:council", {"ashby", "ashby-board"}),
        ("member:hospice", {"ashby"}),
        ("has:gap", {"ashby", "ashby-board"}),
        ("has:question", {"ashby"}),
        ("has:unknown", {"ashby-board"}),
        ("has:disagreements", {"ashby"}),
        ("has:members", {"ashby", "ashby-board"}),
        ("has:code", {"ashby-council"}),
        ("has:summary", {"ashby-board", "dementia"}),
        ("as-of:2019-01-01 trust", {"trust"}),
        ("rehabilitation as-of:2019-01-01", {"trust"}),
        ("rehabilitation as-of:2020", set()),
        ("board kind:body -in:ashby", {"barton-board"}),
        ("demntia in:ashby", {"dementia"}),
        ("kind:body kind:person", set()),
    ],
)
def test_filter(index: Index, query: str, found: set[str]) -> None:
    """Every filter lets through what fits it, all of them together, with and without words."""
    assert {hit.id for hit in index.search(query)} == found


def test_filter_is_the_reason(index: Index) -> None:
    """Where nothing but filters is asked for they are the reason."""
    hits = index.search('kind:workstream in:"Barton Together" -tier:system')
    assert [(hit.id, hit.matched) for hit in hits] == [
        ("barton-dementia", 'kind:workstream in:"Barton Together" -tier:system')
    ]


@pytest.mark.parametrize(
    ("query", "message", "hint"),
    [
        ("kind:bdy", "`kind:` cannot be `bdy`", f"did you mean `body`? it is one of {KINDS}"),
        (
            "tier:plac",
            "`tier:` cannot be `plac`",
            "did you mean `place`? it is one of `national`, `region`, `system`, `place`, `neighbourhood`",
        ),
        (
            "status:zzz",
            "`status:` cannot be `zzz`",
            "it is one of `active`, `shadow`, `planned`, `proposed`, `closed`, `ended`, `not_stated`, `unknown`",
        ),
        ("in:xyzzy", "`in:` names `xyzzy`, and nothing has that name", ""),
        (
            "in:ashbi",
            "`in:` names `ashbi`, and nothing has that name",
            "did you mean `ashby` or `shire` or `ashby-council`?",
        ),
        ("source:9", "`source:` cannot be `9`", "it is one of `minutes-2020`"),
        ("member:nobody", "`member:` names `nobody`, and nobody is called so", ""),
        (
            "has:everything",
            "`has:` cannot be `everything`",
            "it is one of `gap`, `question`, `disagreement`, `unknown`, `member`, `code`, `summary`",
        ),
        (
            "as-of:soon",
            "`as-of:` cannot be `soon`",
            FORMS,
        ),
    ],
)
def test_wrong_value(index: Index, query: str, message: str, hint: str) -> None:
    """A filter with a value that there is not says what is allowed."""
    with pytest.raises(QueryError) as caught:
        index.search(query)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_what_is_also_drawn_in_a_place_is_no_part_of_it(graph_of: Callable[[str], Graph]) -> None:
    """A system in a layer of one of its places stays above it, and so does all that is in the system."""
    graph = graph_of(
        """
        [[partnership]]
        id = "system"
        name = "System"
        part_of = "country"
        in_layer = "owners"
        [[area]]
        id = "country"
        name = "Country"
        [[partnership]]
        id = "place"
        name = "Place"
        part_of = "system"
        [[partnership]]
        id = "elsewhere"
        name = "Elsewhere"
        part_of = "system"
        [[layer]]
        id = "owners"
        name = "Owners"
        of = "place"
        [[collective]]
        id = "council"
        name = "Council"
        in_layer = "owners"
        """
    )
    assert {hit.id for hit in Index(graph).search("in:place")} == {"place", "owners", "council"}


def test_what_is_to_be_given_counts_as_planned(graph_of: Callable[[str], Graph]) -> None:
    """`status:planned` finds a body that stands and is to have something by delegation, not who is to give it."""
    graph = graph_of(
        '[[source]]\nid = "s"\nname = "S"\npresented = "2024"\n'
        '[[function]]\nid = "f"\nname = "Eye tests"\n'
        '[[organisation]]\nid = "giver"\nname = "Giver"\n'
        'delegates_to = [{ to = "taker", function = "f", expected_date = "2025", sources = ["s"] }]\n'
        '[[body]]\nid = "taker"\nname = "Taker"\n'
    )
    assert [hit.id for hit in Index(graph).search("status:planned")] == ["taker"]


def test_a_member_through_another_counts(graph_of: Callable[[str], Graph]) -> None:
    """`member:` finds what an organisation sits on through a post, a label that stands for it, or on whose behalf."""
    graph = graph_of(
        '[[organisation]]\nid = "council"\nname = "Old Council"\n'
        '[[post]]\nid = "leader"\nname = "Leader"\npost_in = "council"\nmember_of = "by-post"\n'
        '[[collective]]\nid = "label"\nname = "Councils"\nstands_for = "council"\nmember_of = "by-label"\n'
        '[[person]]\nid = "quill"\nname = "Ada Quill"\nmember_of = [{ to = "for-it", on_behalf_of = "council" }]\n'
        + "".join(
            f'[[body]]\nid = "{each}"\nname = "{each}"\n' for each in ("by-post", "by-label", "for-it", "no")
        )
    )
    found = [hit.id for hit in Index(graph).search('member:"old council"')]
    assert sorted(found) == ["by-label", "by-post", "for-it"]

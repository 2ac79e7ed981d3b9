"""How an answer reads: verbs that agree with the names before them, and a way of having a function in every tense."""

import pytest

from tiers.model.answers.who.verbs import many_of
from tiers.model.format.details import MODE
from tiers.model.format.keys import OPEN
from tiers.model.format.modes import MODES, ROLE_NOT_STATED, ROLE_UNKNOWN, mode_of
from tiers.model.format.nouns import reads_plural


@pytest.mark.parametrize(
    "name",
    [
        "Sovereign organisations",
        "Provider Boards",
        "Harrow's Primary Care Networks",
        "Commissioners of North West London",
        "Harrow PCNs",
        "Members of the committee, June 2021",
        "Local people",
    ],
)
def test_a_name_of_several_is_plural(name: str) -> None:
    """The last word before any *of* tells, in capitals or not."""
    assert reads_plural(name)


@pytest.mark.parametrize(
    "name",
    [
        "Harrow Council",
        "North West London ICS",
        "Joint Management Board",
        "Board of directors",
        "Local business",
        "Citizens Advice",
        "Committee on public affairs",
        "St Luke's",
        "Diabetes",
        "GPs' forum",
        "",
    ],
)
def test_a_name_of_one_is_not(name: str) -> None:
    """A word that ends in s is no plural by that alone."""
    assert not reads_plural(name)


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("is part of it", "are part of it"),
        ("has it", "have it"),
        ("reports to it", "report to it"),
        ("is", "are"),
    ],
)
def test_the_verb_of_several(one: str, many: str) -> None:
    """The first word is made the verb of several."""
    assert many_of(one) == many


def test_every_way_that_may_be_written_has_words() -> None:
    """No mode of the format is without words, and who decides comes before who carries it out."""
    assert MODE.choices == tuple(MODES)
    assert [mode_of(word) for word in OPEN] == [ROLE_NOT_STATED, ROLE_UNKNOWN]
    assert [each.name for each in MODES.values() if each.decides] == ["reserves", "decides"]
    assert [(each.name, each.one, each.many, each.base, each.past) for each in MODES.values()][1:3] == [
        ("decides", "decides about {}", "decide about {}", "decide about {}", "decided about {}"),
        (
            "delegated",
            "holds {} by delegation",
            "hold {} by delegation",
            "hold {} by delegation",
            "held {} by delegation",
        ),
    ]

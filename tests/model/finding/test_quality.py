"""The quality of search over real names; `benchmarks/search.py` prints the same."""

from functools import cache

import pytest

from tests.programs import skip_without
from tiers.model import load
from tiers.model.finding.index import Index

from . import national
from .quality import Outcome, expectations, ids_of, outcomes, shares

FIRST, THREE = 0.95, 0.99


@cache
def bundled_outcomes() -> tuple[Outcome, ...]:
    return tuple(outcomes(ids_of(Index(load())), [each for each in expectations() if not each.national]))


@cache
def national_outcomes() -> tuple[Outcome, ...]:
    if national.missing():
        skip_without("the national files", national.DIRECTORY, "TIERS_NATIONAL")
    return tuple(
        outcomes(ids_of(Index(national.national_graph())), [each for each in expectations() if each.national])
    )


def missed(made: tuple[Outcome, ...]) -> str:
    """Return what was not found where it must be, one a line."""
    return "\n".join(
        str(each) for each in made if each.rank is None or (each.rank and each.expectation.place == "first")
    )


def test_enough_queries() -> None:
    """There are at least 250 queries over the bundled model, 120 of them in plain words, and 50 over the national names."""
    expected = expectations()
    assert len([each for each in expected if not each.national]) >= 250
    assert sum(each.plain for each in expected) >= 120
    assert len([each for each in expected if each.national]) >= 50
    assert len({(each.query, each.wanted) for each in expected}) == len(expected)


def test_wanted_is_there() -> None:
    """Every entity that a query of the bundled model wants is in it."""
    wanted = {one for each in expectations() if not each.national for one in each.wanted}
    assert wanted - set(load()) == set()


def test_bundled() -> None:
    """Over the bundled model 95 % of the queries find the right entity first, 99 % among the first three."""
    first, three = shares(bundled_outcomes())
    assert first >= FIRST, missed(bundled_outcomes())
    assert three >= THREE, missed(bundled_outcomes())


def test_national() -> None:
    """Over the names and codes of every practice, network and board in England, the same."""
    first, three = shares(national_outcomes())
    assert first >= FIRST, missed(national_outcomes())
    assert three >= THREE, missed(national_outcomes())


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("fraility", "harrow-frailty"),
        ("carrers", "harrow-carers"),
        ("HHCE", "harrow-hce"),
        ("PHM inequality", "harrow-phm"),
        ("W2U3Z", "nwl-sub-icb-location"),
        ("harrow health and care partnership", "harrow"),
    ],
)
def test_promised(query: str, first: str) -> None:
    """The queries that the documentation shows find the right entity first."""
    assert Index(load()).search(query, 1)[0].id == first

"""What the tests of the exports need: the small model, the bundled one, and one that is all members."""

import pytest

from tests.printing.golden import SMALL
from tiers.model import Graph, bundled, load

SEATS = """
[[source]]
id = "minutes"
name = "Minutes"
presented = "2022-02-22"
locators = { list = "Item 1: the members" }

[[organisation]]
id = "council"
name = "Ex Council"
sources = ["minutes#list"]

[[organisation]]
id = "trust"
name = "Ex NHS Trust"
identifiers = [
    { identifier = "RX0", scheme = "ODS", end_date = "2020-03-31" },
    { identifier = "RX1", scheme = "ODS", start_date = "2020-04-01" },
]
start_date = "2020-04-01"
sources = ["minutes#list"]

[[partnership]]
id = "ex"
name = "Ex Borough Partnership"
start_date = "2021-06~"
covers = "ex-borough"
sources = ["minutes#list"]

[[area]]
id = "ex-borough"
name = "The borough of Ex"
sources = ["minutes#list"]

[[body]]
id = "executive"
name = [
    { value = "Ex Group", end_date = "2021-12-31", sources = ["minutes"] },
    { value = "Ex Executive", start_date = "2022-01-01", sources = ["minutes#list"] },
]
classification = "executive"
part_of = [{ to = "ex", basis = "inferred", sources = ["minutes#list"] }, { to = "council", sources = ["minutes"] }]
members = [
    { id = "trust", role = "member", on_behalf_of = "ex", start_date = "2021-04-01", end_date = "2022-01-31", sources = ["minutes#list"] },
    { id = "council", on_behalf_of = ["ex", "trust"], voting = true },
    { id = "director", sources = ["minutes#list"] },
]
sources = ["minutes#list"]

[[body]]
id = "team"
name = "Team of the partnership"
part_of = "ex"
members = "not_stated"
sources = ["minutes#list"]

[[post]]
id = "director"
name = "Director of Adult Care"
post_in = "council"
sources = ["minutes#list"]

[[person]]
id = "ann"
name = "Ann Example"
holds = [{ to = "director", start_date = "2021-01-01", sources = ["minutes#list"] }]
took_part_in = "merger"
sources = ["minutes#list"]

[[event]]
id = "merger"
name = "Two trusts become one"
date = "2020-04-01"
results = "trust"
sources = ["minutes#list"]

[[function]]
id = "frailty"
name = "Frailty care"
in_hands_of = [{ id = "executive", mode = "oversees", sources = ["minutes#list"] }]
sources = ["minutes#list"]
"""


@pytest.fixture(params=["bundled", "small", "seats"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Return each of three models in turn."""
    if request.param == "bundled":
        return load(bundled())
    return load(SMALL) if request.param == "small" else seats_of(tmp_path_factory)


@pytest.fixture
def seats(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Return the model that is all members."""
    return seats_of(tmp_path_factory)


def seats_of(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    path = tmp_path_factory.mktemp("seats") / "seats.toml"
    path.write_text(SEATS, encoding="utf-8")
    return load(path)

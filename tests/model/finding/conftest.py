"""A small made-up model in which every way to be found has its instance."""

from collections.abc import Callable

import pytest

from tiers.model import Graph
from tiers.model.finding.index import Index

MODEL = """
[[source]]
id = "minutes-2020"
name = "Minutes of the Ashby board"
aliases = ["007"]
presented = "2020-05-01"
locators = { opening = "Opening" }

[[area]]
id = "shire"
name = "Shire"
tier = "system"

[[partnership]]
id = "ashby"
name = [
    { value = "Ashby Care Alliance", as_at = "2018" },
    { value = "Ashby Together", sources = ["minutes-2020#opening"] },
]
other_names = [
    { name = "ACP", use = "acronym" },
    { name = "Ashby Compact", use = "former", start_date = "2015", end_date = "2017" },
]
tier = "place"
part_of = "shire"
topics = ["joined-up care"]
members = [
    { id = "ashby-council", role = "chair", as_named = "Ashby Borough Council" },
    { id = "st-annes" },
]

[[partnership]]
id = "barton"
name = "Barton Together"
tier = "place"
part_of = "shire"

[[body]]
id = "ashby-board"
name = "Ashby Joint Planning Board"
classification = "board"
part_of = "ashby"
summary = "Looks at the money and the waiting lists."
decides = "not_stated"
members = [{ id = "ashby-council", role = "convenor" }]

[[body]]
id = "barton-board"
name = "Barton Joint Planning Board"
classification = "board"
part_of = "barton"
status = "closed"

[[workstream]]
id = "dementia"
name = "Dementia and self-care"
part_of = "ashby"
summary = "Help for people whose memory fails, and for those who look after them."

[[workstream]]
id = "barton-dementia"
name = "Dementia"
part_of = "barton"
status = "planned"
expected_date = "2030"

[[organisation]]
id = "ashby-council"
name = "Ashby Council"
identifiers = [{ identifier = "E06Z1", scheme = "ONS" }]

[[organisation]]
id = "st-annes"
name = "St Anne's Hospice"

[[organisation]]
id = "trust"
name = "NHS Ashby & Barton Organisation for Rehabilitation"
end_date = "2019-03-31"

[[post]]
id = "convenor"
name = "Convenor of the alliance"
post_in = "ashby"

[[person]]
id = "person-lee"
name = "Councillor Mei Lee"
holds = "convenor"

[[issue]]
id = "asked"
name = "Whether the alliance meets in public"
about = "ashby"
question = "Does it meet in public?"

[[disagreement]]
id = "conflict-name"
name = "What the alliance is called"
about = "ashby"
attribute = "name"
positions = ["Care Alliance", "Together"]
follows = "undecided"

[[term]]
id = "term-acp"
name = "ACP"
meanings = [{ text = "Partners of a place.", expansion = "accountable care partnership" }]

[[term]]
id = "term-pooling"
name = "Pooling"
meanings = [{ text = "Putting money together.", bearers = ["ashby-board"] }]
"""


@pytest.fixture
def graph(graph_of: Callable[[str], Graph]) -> Graph:
    """Return the graph of the made-up model."""
    return graph_of(MODEL)


@pytest.fixture
def index(graph: Graph) -> Index:
    """Return an index of the made-up model."""
    return Index(graph)

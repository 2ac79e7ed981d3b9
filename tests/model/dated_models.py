"""Models drawn by Hypothesis in which anything may have dates: governance of any shape, and trees of any shape."""

from hypothesis import strategies as st

from tiers.model import Evidence, Graph, Relation, parse_date

from . import governance, shapes

DAYS = ("2020", "2020-06", "2021-06~", "2021-07/2021-12", "2022-02-22", "[2022-01-01..2023-08-01]", "2024")
"""The days that are drawn."""

days = st.none() | st.sampled_from(
    (*DAYS, "2019", "2021-12-31", "2022-01-01", "2022-02-21", "2022-02-23", "2030")
)
"""A date of the model, around the days in it; `None` for the last known state."""

_maybe_day = st.none() | st.sampled_from(DAYS).map(parse_date)
_evidence = st.builds(Evidence, st.sampled_from(("stated", "inferred")), as_at=_maybe_day)


@st.composite
def _trees(draw: st.DrawFn) -> Graph:
    entities, relations = draw(shapes.parts())
    return shapes.graph(
        [each.but(evidence=draw(_evidence)) for each in entities],
        [
            Relation(
                each.kind, each.subject, each.object, draw(_evidence), draw(_maybe_day), draw(_maybe_day)
            )
            for each in relations
        ],
    )


dated_models = _trees() | governance.parts().map(lambda drawn: governance.graph_of(*drawn))
"""Trees of any shape with rings, dated; or governance of any shape."""

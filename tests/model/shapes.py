"""Helpers of the model tests: rows as text, models drawn by Hypothesis."""

from hypothesis import strategies as st

from tiers.model import Entity, Evidence, Graph, Relation
from tiers.model.views import Forest


def outline(forest: Forest) -> list[str]:
    """Return a forest one row a line: two spaces a level, kind, name, `again` for a repeat."""
    return [
        "  " * forest.depths[row]
        + f"{forest.kinds[row]}: {forest.names[row]}"
        + (" again" if forest.repeats[row] else "")
        for row in range(len(forest))
    ]


_KINDS = (
    "area",
    "partnership",
    "organisation",
    "body",
    "workstream",
    "collective",
    "post",
    "plan",
    "issue",
    "layer",
)
_RELATIONS = ("part_of", "member_of", "in_layer", "post_in", "about", "delegates_to", "of", "holds")


@st.composite
def parts(draw: st.DrawFn) -> tuple[list[Entity], list[Relation]]:
    """Draw entities and relations of any shape, rings and relations to oneself included."""
    count = draw(st.integers(1, 9))
    ids = [f"e{number}" for number in range(count)]
    names = draw(
        st.lists(st.sampled_from(["Ann", "ann", "Ben", "Émile", "Zoë"]), min_size=count, max_size=count)
    )
    kinds = draw(st.lists(st.sampled_from(_KINDS), min_size=count, max_size=count))
    orders = draw(st.lists(st.one_of(st.none(), st.integers(0, 2)), min_size=count, max_size=count))
    entities = [
        Entity(each, kind, {"name": name} | ({} if order is None else {"order": order}), Evidence())
        for each, kind, name, order in zip(ids, kinds, names, orders, strict=True)
    ]
    related = draw(
        st.lists(
            st.tuples(st.sampled_from(_RELATIONS), st.sampled_from(ids), st.sampled_from(ids)),
            unique=True,
            max_size=20,
        )
    )
    return entities, [Relation(kind, one, other, Evidence()) for kind, one, other in related]


def graph(entities: list[Entity], relations: list[Relation]) -> Graph:
    return Graph.of({each.id: each for each in entities}, relations)

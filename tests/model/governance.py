"""Models of governance drawn by Hypothesis: any entities, any relations of authority, rings included."""

from collections.abc import Sequence

from hypothesis import strategies as st

from tiers.model import Claim, Entity, Evidence, Graph, Relation, parse_date
from tiers.model.format.records import Value

_KINDS = (
    "organisation", "partnership", "body", "collective", "workstream", "layer", "type", "post", "person",
    "function", "service", "programme", "priority", "plan", "commitment", "issue", "area",
)  # fmt: skip
_RELATIONS = (
    "part_of", "member_of", "in_layer", "of", "delegates_to", "accountable_to", "reports_to", "responsible_for",
    "about", "provides", "commits", "made_by", "feeds_into", "stands_for", "post_in", "holds", "possibly_same_as",
)  # fmt: skip
_NAMES = ("Frailty", "Frailty board", "Carers", "Board", "Diabetes")
_DATES = ("2020", "2021-06~", "2022-02-22", None)
_MODES = ("decides", "delegated", "oversees", "delivers", "not_stated")

Parts = tuple[list[Entity], list[Relation]]


@st.composite
def parts(draw: st.DrawFn) -> Parts:
    """Draw entities and relations of any shape, some dated, some inferred, some with an unknown end."""
    ids = [f"e{number}" for number in range(draw(st.integers(1, 9)))]
    entities = [draw(_entity(each)) for each in ids]
    ends = st.sampled_from([*ids, "not_stated"])
    drawn = st.tuples(
        st.sampled_from(_RELATIONS),
        ends,
        ends,
        _evidence,
        st.sampled_from(_MODES),
        st.sampled_from([None, *ids]),
    )
    functions = {each.id for each in entities if each.kind == "function"}
    relations = [
        Relation(
            kind, one, other, evidence, details=_details(kind, mode, named if named in functions else None)
        )
        for kind, one, other, evidence, mode, named in draw(
            st.lists(drawn, max_size=24, unique_by=lambda each: each[:3])
        )
        if (one, other) != ("not_stated", "not_stated")
    ]
    return entities, relations


def _details(kind: str, mode: str, function: str | None) -> dict[str, Value]:
    if kind == "responsible_for":
        return {"mode": mode}
    return {"function": function} if kind == "delegates_to" and function is not None else {}


def graph_of(entities: Sequence[Entity], relations: Sequence[Relation], at: str | None = None) -> Graph:
    """Return the graph of parts, at a date."""
    return Graph.of({each.id: each for each in entities}, relations).as_of(at)


def _dated(text: str | None, basis: str) -> Evidence:
    return Evidence(basis, as_at=None if text is None else parse_date(text))


_evidence = st.builds(_dated, st.sampled_from(_DATES), st.sampled_from(("stated", "inferred")))


@st.composite
def _entity(draw: st.DrawFn, entity_id: str) -> Entity:
    evidence = draw(_evidence)
    names = draw(st.lists(st.sampled_from(_NAMES), min_size=1, max_size=2, unique=True))
    claims = tuple(Claim("name", name, draw(_evidence)) for name in names)
    values: dict[str, Value | tuple[Claim, ...]] = {"name": names[0] if len(names) == 1 else claims}
    for key, allowed in (
        ("tier", ("place", "system")),
        ("status", ("active", "planned")),
        ("decides", ("decides", "none", "not_stated")),
    ):
        value = draw(st.sampled_from((None, *allowed)))
        if value is not None:
            values[key] = value
    order = draw(st.sampled_from((None, 1, 2)))
    if order is not None:
        values["order"] = order
    return Entity(entity_id, draw(st.sampled_from(_KINDS)), values, evidence)

"""Parts of models drawn by Hypothesis of which a far diff tells much: most entities have a document and a day, some have more."""

from typing import Any

from hypothesis import strategies as st

from tiers.model import Claim, Date, Entity, Evidence, Relation, parse_date

DAYS = (
    "2015",
    "2018-03",
    "2019-06~",
    "2020-01-01",
    "2021/2022",
    "2022-02-22",
    "2023-02-21",
    "2026",
    "2031-05",
)
"""The days that are drawn."""

early = st.sampled_from(("2014", "2015-06-30", "2018-03", "2019"))
"""A date of the model, before most of the days in it."""

late = st.none() | st.sampled_from(("2018", "2020-01-01", "2021-06", "2022-02-22", "2023", "2026", "2030"))
"""A date of the model, after many of the days in it; `None` for its last known state."""

_KINDS = ("body", "organisation", "event", "event", "commitment", "issue", "person", "post", "workstream")
_NAMES = ("Frailty", "frailty", "Carers", "Ann", "Zoë's Board")
_ODD_NAMES = ("Bwrdd Tŷ Gŵyr", "Carers \x1b[1m", "Ageing\u202ewell", "a\nb")
_RELATIONS = ("member_of", "holds", "part_of")
_TELLING = ("delegates_to", "responsible_for", "about", "succeeds", "originals", "results")

_day = st.sampled_from(DAYS).map(parse_date)
_maybe_day = st.none() | _day
_rarely = st.integers(0, 19).map(lambda drawn: drawn == 0)


@st.composite
def _evidence(draw: st.DrawFn) -> Evidence:
    at = draw(_day) if not draw(_rarely) else None
    note = "A note." if draw(_rarely) else ""
    return Evidence("inferred" if draw(_rarely) else "stated", as_at=at, note=note)


def _said(draw: st.DrawFn, attribute: str, values: st.SearchStrategy[Any]) -> Any:
    """Draw a plain value of an attribute, or claims with documents of their own."""
    count = draw(st.sampled_from((0, 0, 0, 1, 2)))
    return tuple(Claim(attribute, draw(values), draw(_evidence())) for _ in range(count)) or draw(values)


@st.composite
def _entity(draw: st.DrawFn, entity_id: str) -> Entity:
    kind, name = draw(st.sampled_from(_KINDS)), st.sampled_from(_ODD_NAMES if draw(_rarely) else _NAMES)
    values: dict[str, Any] = {"name": _said(draw, "name", name) if draw(_rarely) else draw(name)}
    days: st.SearchStrategy[Date | str] = _day if not draw(_rarely) else _day | st.just("unknown")
    for attribute, is_there in (
        ("date", kind == "event"),
        ("due", kind == "commitment"),
        ("end_date", kind != "event" and draw(st.integers(0, 3)) == 0),
        *((each, draw(_rarely)) for each in ("start_date", "expected_date", "review_date")),
    ):
        if is_there:
            values[attribute] = _said(draw, attribute, days)
    if draw(_rarely):
        values["status"] = draw(st.sampled_from(("active", "planned", "closed")))
    if draw(_rarely):
        values["order"] = draw(st.integers(0, 2))
    return Entity(entity_id, kind, values, draw(_evidence()))


@st.composite
def far_parts(draw: st.DrawFn) -> tuple[list[Entity], list[Relation]]:
    """Draw the entities and relations of a model."""
    entities = [draw(_entity(f"e{number}")) for number in range(draw(st.integers(4, 16)))]
    ids = st.sampled_from([each.id for each in entities])
    relations = []
    for one, other in draw(st.lists(st.tuples(ids, ids), max_size=10)):
        kind = draw(st.sampled_from(_TELLING if draw(st.integers(0, 4)) == 0 else _RELATIONS))
        start, end, expected = draw(_maybe_day), None, None
        if draw(_rarely):
            end, expected = draw(_maybe_day), draw(_maybe_day)
        details = {"term_ends": draw(_day)} if draw(_rarely) else {}
        relations.append(Relation(kind, one, other, draw(_evidence()), start, end, expected, details))
    for about in [draw(ids)] if draw(_rarely) else ():
        disagreement = {"name": "Two dates", "attribute": "end_date"}
        entities.append(Entity("disputed", "disagreement", disagreement, draw(_evidence())))
        relations.append(Relation("about", "disputed", about, Evidence()))
    return entities, relations

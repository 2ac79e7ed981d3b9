"""The comparison of two places, as a Markdown table for a paper and as JSON: what `tiers compare` prints."""

from collections.abc import Iterator, Sequence

from tiers.model import Claim, Graph
from tiers.model.answers.compare import Comparison, Section
from tiers.model.answers.compared import Compared, Tie
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.holding import state_of
from tiers.model.format import INFERRED, STATED

from ...wording.description.compare import in_order, named_in, values_words
from ...wording.description.facts import exact_fact, exact_tie, not_followed
from ...wording.safe_text import safe
from ..parts.json_schema import ANY, BASIS, COUNT, DATE, FLAG, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import fields
from ..parts.markdown import escaped, table


def write_markdown(
    graphs: tuple[Graph, Graph], names: tuple[str, str], comparison: Comparison
) -> Iterator[str]:
    """Yield a Markdown table of the attributes of both entities, then one table for each list, such as the members."""
    yield f"## {escaped(safe(' and '.join(names)))}\n\n"
    rows = [(fact.label, *values_words(graphs, fact)) for fact in in_order(comparison.facts)]
    yield from table(("", *names), rows)
    for section in in_order(comparison.sections):
        yield f"\n### {escaped(safe(section.title))}\n\n"
        yield from table(names, _rows(graphs, section))


def write_json(
    graphs: tuple[Graph, Graph], ids: tuple[str, str], comparison: Comparison, *, unicode: bool
) -> Iterator[str]:
    """Yield one object: the two entities, their single values, and each section with the entries of both and of one."""
    found: dict[str, object] = {
        end: {"id": each, "name": graph.name(each), "as_of": graph.at}
        for end, graph, each in zip(("a", "b"), graphs, ids, strict=True)
    }
    found["facts"] = [
        {
            "attribute": fact.attribute,
            "a": _exact(graphs[0], fact.one),
            "b": _exact(graphs[1], fact.other),
            "same": fact.same,
            "basis": [INFERRED if each else STATED for each in fact.inferred],
            "disputed": list(fact.undecided),
        }
        for fact in comparison.facts
    ]
    found["sections"] = [
        {
            "title": section.title,
            "both": [
                [_entity(graphs, section, 0, mine), _entity(graphs, section, 1, theirs)]
                for mine, theirs in section.both
            ],
            "only_a": [_entity(graphs, section, 0, each) for each in section.one],
            "only_b": [_entity(graphs, section, 1, each) for each in section.other],
        }
        for section in comparison.sections
    ]
    return fields(found, unicode=unicode)


def _exact(graph: Graph, value: Compared) -> object:
    """Return a compared value for JSON: a relation as a record of the entity at its other end, a statement as its value."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [
            exact_tie(graph, each)
            if isinstance(each, Tie)
            else exact_fact(each)
            if isinstance(each, Claim)
            else each
            for each in value
        ]
    return value


def _rows(graphs: tuple[Graph, Graph], section: Section) -> list[tuple[str, str]]:
    def here(each: str) -> str:
        return named_in(graphs, section, 0, each)

    def there(each: str) -> str:
        return named_in(graphs, section, 1, each)

    return [
        *((here(each), "") for each in section.one),
        *(("", there(each)) for each in section.other),
        *((here(mine), there(theirs)) for mine, theirs in section.both),
    ]


def _entity(graphs: tuple[Graph, Graph], section: Section, side: int, entity_id: str) -> dict[str, object]:
    graph, read = graphs[side], section.inferred[side]
    basis = INFERRED if entity_id in read else STATED
    return {
        "id": entity_id,
        "name": graph.name(entity_id),
        "basis": basis,
        "standing": graph.standing(entity_id).state,
        "disputed": is_disputed(graph, entity_id),
        "seats": [
            {
                **{part: each.details.get(part) for part in ("capacity", "role", "voting", "seats")},
                "state": state_of(graph, each)[0],
                "basis": each.evidence.basis,
                **not_followed(graph, each),
            }
            for each in section.seats[side].get(entity_id, ())
        ],
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    end = record({"id": TEXT, "name": TEXT, "as_of": maybe(DATE)})
    seat = {
        "capacity": maybe(TEXT),
        "role": maybe(TEXT),
        "voting": ANY,
        "seats": maybe(COUNT),
        "state": TEXT,
        "basis": BASIS,
        "followed": said(FLAG, "false where documents disagree, and another side is followed"),
    }
    entity = record(
        {
            "id": TEXT,
            "name": TEXT,
            "basis": BASIS,
            "standing": TEXT,
            "disputed": FLAG,
            "seats": said(
                rows(record(seat, optional=("followed",))),
                "of a member, or of who is there without being one: its seats",
            ),
        }
    )
    fact = record(
        {
            "attribute": TEXT,
            "a": said(
                ANY,
                "a value, or what stands side by side: relations, each with its other end, and statements",
            ),
            "b": ANY,
            "same": FLAG,
            "basis": said(rows(BASIS), "of the one, and of the other"),
            "disputed": said(rows(FLAG), "of the one, and of the other"),
        }
    )
    section = record(
        {
            "title": TEXT,
            "both": said(rows(rows(entity)), "pairs: how the one has it, how the other has it"),
            "only_a": rows(entity),
            "only_b": rows(entity),
        }
    )
    return record({"a": end, "b": end, "facts": rows(fact), "sections": rows(section)})

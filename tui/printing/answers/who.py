"""Who decides about a topic, and where to take a concern, for other programs: what `tiers who --format json` prints."""

from collections.abc import Iterator, Mapping

from tiers.model import Graph, Relation
from tiers.model.answers.gaps import bodies, delegations
from tiers.model.answers.gaps.gap import Gap
from tiers.model.answers.gaps.questions import asked
from tiers.model.answers.who import Answer, Chain, Holder, Link, Step
from tiers.model.answers.who.raising import Raising, Route
from tiers.model.facts.claims import holders_of, is_vacant
from tiers.model.facts.disputes import is_disputed, sides_of
from tiers.model.facts.holding import Holding, state_of, state_with_subject
from tiers.model.facts.times import end_of, start_of
from tiers.model.facts.vacant import Vacancy
from tiers.model.format import INFERRED, NONE, OPEN, STATED
from tiers.model.format.details import DISPUTED
from tiers.model.structure.layers import layers_of
from tiers.model.structure.limits import limit_of
from tiers.model.structure.membership import capacity_of, counts_as_member, names_nobody
from tiers.model.structure.placing import tier_of

from ..parts import json_values
from ..parts.json_values import fields, named
from .gaps import gap_record

_SAID = frozenset(("delegation-extent", "body-members"))


def write(graph: Graph, answer: Answer, *, unicode: bool) -> Iterator[str]:
    """Yield one object: the verdict, the chains with their steps, and the gaps."""
    return fields(
        {
            "topic": answer.topic,
            "verdict": answer.verdict,
            "chains": [_chain(graph, each) for each in answer.chains],
            "gaps": [gap_record(graph, each) for each in _gaps(graph, answer)],
            "promises": [{"id": each, "name": graph.name(each)} for each in answer.promises],
            "named": answer.named,
            "nobody": [_vacant(graph, each) for each in answer.vacant],
        },
        unicode=unicode,
    )


def write_raising(graph: Graph, raising: Raising, *, unicode: bool) -> Iterator[str]:
    """Yield one object: the verdict, and the routes by which a concern is taken."""
    return fields(
        {
            "topic": raising.topic,
            "verdict": raising.verdict,
            "routes": [dict(_route(graph, each)) for each in raising.routes],
        },
        unicode=unicode,
    )


def _gaps(graph: Graph, answer: Answer) -> Iterator[Gap]:
    yield from (asked(graph, each) for each in answer.questions)
    steps = list(dict.fromkeys(step.id for chain in answer.chains for step in chain.steps))
    found = (*delegations.find(graph, steps), *bodies.find(graph, steps))
    yield from dict.fromkeys(each for each in found if each.code in _SAID)


def _chain(graph: Graph, chain: Chain) -> dict[str, object]:
    holders = {each.id: each for each in chain.holders}
    return {
        "place": chain.place,
        "name": None if chain.place is None else graph.name(chain.place),
        "named": chain.named,
        "remarks": list(chain.remarks),
        "steps": [_step(graph, each, holders.get(each.id)) for each in chain.steps],
        "functions": [_held(graph, each) for each in chain.holdings],
        "nobody": [_vacant(graph, each) for each in chain.vacant],
    }


def _held(graph: Graph, held: Holding) -> dict[str, object]:
    return {
        "id": held.function,
        "name": graph.name(held.function),
        "holder": held.id,
        "holder_name": graph.name(held.id),
        "mode": held.mode.name,
        "state": held.state,
        "date": held.date,
        "text": held.relation.details.get("text"),
        "basis": held.relation.evidence.basis,
        "sources": json_values.sources(graph, held.relation.evidence),
        "disputed": bool(held.disputes),
        "disagreements": [each.id for each in held.disputes],
        "limit": limit_of(graph, held) or None,
    }


def _vacant(graph: Graph, vacancy: Vacancy) -> dict[str, object]:
    return {
        "id": vacancy.function,
        "name": graph.name(vacancy.function),
        "mode": vacancy.mode.name,
        "word": vacancy.word,
        "basis": vacancy.relation.evidence.basis,
        "sources": json_values.sources(graph, vacancy.relation.evidence),
    }


def _step(graph: Graph, step: Step, holder: Holder | None) -> dict[str, object]:
    entity, standing = graph.entity(step.id), graph.standing(step.id)
    delegated = [_delegation(graph, each) for each in step.delegations]
    members = graph.relations(step.id, "member_of", "in")
    record: dict[str, object] = {
        "rank": step.rank,
        "id": step.id,
        "name": graph.name(step.id),
        "kind": entity.kind,
        "tier": tier_of(graph, step.id),
        "layer": step.layer,
        "decides": graph.value(step.id, "decides"),
        "start_date": start_of(graph, step.id),
        "end_date": end_of(graph, step.id),
        "delegation": delegated[0] if delegated else None,
        "members": [_member(graph, each) for each in members if each.subject in graph],
        "unnamed_seats": [_unnamed(graph, each) for each in members if names_nobody(each)],
        "sources": json_values.sources(graph, entity.evidence),
        "standing": {"state": standing.state, "date": standing.date},
        "delegations": delegated,
        "above": [_link(graph, each) for each in step.links],
        "unknown": sorted(
            {each.kind for each in step.silent if not _is_none(each)}
            | ({"members"} if any(each.subject in OPEN for each in members) else set())
        ),
        "stands_for": [
            each.object for each in graph.relations(step.id, "stands_for", "out") if each.object in graph
        ],
        "stands_for_basis": [
            each.evidence.basis
            for each in graph.relations(step.id, "stands_for", "out")
            if each.object in graph
        ],
        "layer_basis": _layer_basis(graph, step),
        "none": sorted(
            {each.kind for each in step.silent if _is_none(each)}
            | ({"members"} if any(_is_none(each) and not capacity_of(each) for each in members) else set())
        ),
    }
    record["disputed"] = is_disputed(graph, step.id, "decides")
    if record["disputed"]:
        record["sides"] = [
            {
                "text": each.value,
                "value": each.details.get("value"),
                "basis": each.evidence.basis,
                "sources": json_values.sources(graph, each.evidence),
            }
            for each in sides_of(graph, step.id, "decides")
        ]
    if holder is not None:
        record["named"] = holder.named
        record["found_by"] = holder.match
        record["state"] = holder.state
        record["basis"] = INFERRED if holder.inferred else STATED
    else:
        record["basis"] = INFERRED if all(each.inferred for each in step.links) else STATED
    return record


def _is_none(relation: Relation) -> bool:
    """Whether a source states that there is nobody at an end of a relation."""
    return NONE in {relation.subject, relation.object}


def _layer_basis(graph: Graph, step: Step) -> str | None:
    """Return whether it is stated or inferred that a step stands in its layer; `None` without one."""
    relation = None if step.layer is None else layers_of(graph, step.id).get(step.layer)
    return None if relation is None else relation.evidence.basis


def _state(graph: Graph, relation: Relation) -> dict[str, object]:
    """Return whether a relation holds now or is only planned, and for when."""
    state, date = state_of(graph, relation)
    return {"state": state, "date": date}


def _delegation(graph: Graph, relation: Relation) -> dict[str, object]:
    details = relation.details
    extent, limit = details.get("extent"), details.get("limit")
    return {
        "from": relation.subject,
        "function": details.get("function"),
        "extent": dict(extent) if isinstance(extent, Mapping) else None,
        "legal_basis": details.get("legal_basis"),
        "accountable": details.get("accountable"),
        "basis": relation.evidence.basis,
        "sources": json_values.sources(graph, relation.evidence),
        "to": relation.object,
        "note": relation.evidence.note or None,
        **_state(graph, relation),
        "limit": dict(limit) if isinstance(limit, Mapping) else None,
    }


def _member(graph: Graph, relation: Relation) -> dict[str, object]:
    details = relation.details
    state, date = state_with_subject(graph, relation)
    return {
        "id": relation.subject,
        "name": graph.name(relation.subject),
        "role": details.get("role"),
        "capacity": details.get("capacity"),
        "voting": details.get("voting"),
        **({DISPUTED: details[DISPUTED]} if DISPUTED in details else {}),
        "seats": details.get("seats"),
        "counts": counts_as_member(relation),
        "on_behalf_of": details.get("on_behalf_of"),
        "held_by": named(graph, holders_of(graph, relation.subject, graph.at)),
        "vacant": is_vacant(graph, relation.subject, graph.at),
        "basis": relation.evidence.basis,
        "sources": json_values.sources(graph, relation.evidence),
        "state": state,
        "date": date,
    }


def _unnamed(graph: Graph, relation: Relation) -> dict[str, object]:
    """Return a seat that names nobody, with the word that says why: not stated, stated to be unknown, or none."""
    return {**_member(graph, relation), "id": None, "name": None, "word": relation.subject}


def _link(graph: Graph, link: Link) -> dict[str, object]:
    return {
        "id": link.below,
        "relation": link.how,
        "basis": INFERRED if link.inferred else STATED,
        "sources": json_values.sources(graph, link.relation.evidence),
        **_state(graph, link.relation),
    }


def _route(graph: Graph, route: Route) -> Iterator[tuple[str, object]]:
    yield "place", route.place
    yield "function", route.function
    yield (
        "steps",
        [{"text": each.value, "sources": json_values.sources(graph, each.evidence)} for each in route.points],
    )
    for name, relations, end in (
        ("turn_to", route.holders, "subject"),
        ("goes_on_to", route.onward, "object"),
        ("scrutinised_by", route.scrutiny, "subject"),
    ):
        yield (
            name,
            [
                {
                    "id": getattr(each, end),
                    "name": graph.name(getattr(each, end)),
                    "text": each.details.get("text"),
                    "basis": each.evidence.basis,
                    "sources": json_values.sources(graph, each.evidence),
                }
                for each in relations
            ],
        )

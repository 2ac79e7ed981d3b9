"""A step of the answer of `tiers who` as JSON: the entity, the delegations to it, its members."""

from collections.abc import Mapping

from tiers.model import Graph, Relation
from tiers.model.answers.succession import followers
from tiers.model.answers.who import Holder, Link, Step
from tiers.model.answers.who.ended import formerly_above
from tiers.model.facts.disputes import is_disputed, sides_of
from tiers.model.facts.holding import ENDED, state_between, state_of, state_with_subject
from tiers.model.facts.posts import holders_of, is_vacant
from tiers.model.facts.relation_disputes import disputed_holders, relation_disputes
from tiers.model.facts.reports import stood_down
from tiers.model.facts.times import end_of, start_of
from tiers.model.format import INFERRED, NONE, OPEN, STATED
from tiers.model.format.details import DISPUTED
from tiers.model.structure.layers import layers_of
from tiers.model.structure.membership import capacity_of, counts_as_member, names_nobody
from tiers.model.structure.placing import tier_of

from ..parts import json_values
from ..parts.json_schema import (
    ANY,
    BASIS,
    COUNT,
    DATE,
    FLAG,
    NAMED,
    SOURCES,
    STANDING,
    TEXT,
    TEXTS,
    Schema,
    maybe,
    record,
    rows,
    said,
)
from ..parts.json_values import named
from .record import DISPUTE, dispute_schema, relation_dispute

_UNLESS_DISPUTED = (*DISPUTE, "held_by_disputed")


def step_record(graph: Graph, step: Step, holder: Holder | None) -> dict[str, object]:
    """Return a step of a chain as a record; for a holder of the topic with the reason why it is one."""
    entity, standing = graph.entity(step.id), graph.standing(step.id)
    delegated = [_delegation(graph, each) for each in step.delegations]
    members = graph.relations(step.id, "member_of", "in")
    found: dict[str, object] = {
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
        "stood_down": stood_down(graph, step.id, graph.at),
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
    found["above_until_ended"] = [_ended(graph, each) for each in formerly_above(step)]
    found["disputed"] = is_disputed(graph, step.id, "decides")
    if found["disputed"]:
        found["sides"] = [
            {
                "text": each.value,
                "value": each.details.get("value"),
                "basis": each.evidence.basis,
                "sources": json_values.sources(graph, each.evidence),
            }
            for each in sides_of(graph, step.id, "decides")
        ]
    if holder is not None:
        found["named"] = holder.named
        found["found_by"] = holder.match
        found["state"] = holder.state
        found["basis"] = INFERRED if holder.inferred else STATED
    else:
        found["basis"] = INFERRED if all(each.inferred for each in step.links) else STATED
    return found


def _is_none(relation: Relation) -> bool:
    """Whether a source states that there is nobody at an end of a relation."""
    return NONE in {relation.subject, relation.object}


def _layer_basis(graph: Graph, step: Step) -> str | None:
    """Return whether the layer of a step is stated or inferred; `None` without a layer."""
    relation = None if step.layer is None else layers_of(graph, step.id).get(step.layer)
    return None if relation is None else relation.evidence.basis


def _state(graph: Graph, relation: Relation) -> dict[str, object]:
    """Return whether a relation is present, planned (and for when) or ended, by its own end or that of one of its ends."""
    state, date = state_between(graph, relation)
    if state != ENDED:
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
        **relation_dispute(graph, relation),
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
        **relation_dispute(graph, relation),
        **({DISPUTED: details[DISPUTED]} if DISPUTED in details else {}),
        "seats": details.get("seats"),
        "counts": counts_as_member(relation),
        "on_behalf_of": details.get("on_behalf_of"),
        "held_by": named(graph, holders_of(graph, relation.subject, graph.at)),
        **({"held_by_disputed": True} if disputed_holders(graph, relation.subject) else {}),
        "vacant": is_vacant(graph, relation.subject, graph.at),
        "basis": relation.evidence.basis,
        "sources": json_values.sources(graph, relation.evidence),
        "state": state,
        "date": date,
    }


def _unnamed(graph: Graph, relation: Relation) -> dict[str, object]:
    """Return a seat without a named holder as a record, with the reason: not stated, stated to be unknown, or none."""
    return {**_member(graph, relation), "id": None, "name": None, "word": relation.subject}


def _link(graph: Graph, link: Link) -> dict[str, object]:
    return {
        "id": link.below,
        "relation": link.how,
        "basis": INFERRED if link.inferred else STATED,
        "disputed": bool(relation_disputes(graph, link.relation, "")),
        "sources": json_values.sources(graph, link.relation.evidence),
        **_state(graph, link.relation),
    }


def _ended(graph: Graph, relation: Relation) -> dict[str, object]:
    """Return the entity that was above a step until it ended, and its successors."""
    return {
        "id": relation.object,
        "name": graph.name(relation.object),
        "relation": relation.kind,
        "date": graph.standing(relation.object).date,
        "followed_by": named(graph, followers(graph, relation.object)),
        "basis": relation.evidence.basis,
        "sources": json_values.sources(graph, relation.evidence),
    }


def step_schema() -> Schema:
    """Return the JSON Schema of a step."""
    grounds = {"basis": BASIS, "sources": SOURCES}
    state = {"state": TEXT, "date": maybe(DATE)}
    table = maybe({"type": "object"})
    delegation = record(
        {
            "from": said(TEXT, "who delegates: an id, or a word where it is not known"),
            "function": maybe(TEXT),
            "extent": table,
            "legal_basis": maybe(TEXT),
            "accountable": maybe(TEXT),
            **grounds,
            "to": TEXT,
            "note": maybe(TEXT),
            **state,
            "limit": table,
            **dispute_schema(),
        },
        optional=DISPUTE,
    )
    seat = {
        "id": TEXT,
        "name": TEXT,
        "role": maybe(TEXT),
        "capacity": maybe(TEXT),
        "voting": ANY,
        **dispute_schema(),
        DISPUTED: said(
            ANY,
            "`true` where documents disagree about the seat; of each detail that its two ends give otherwise what both say",
        ),
        "held_by_disputed": said(FLAG, "that documents disagree about who holds the post"),
        "seats": maybe(COUNT),
        "counts": said(FLAG, "whether it is counted as a member"),
        "on_behalf_of": ANY,
        "held_by": rows(NAMED),
        "vacant": FLAG,
        **grounds,
        **state,
    }
    member = record(seat, optional=_UNLESS_DISPUTED)
    word = said(TEXT, "why nobody is named: `not_stated`, `unknown` or `none`")
    unnamed = record(
        {**seat, "id": maybe(TEXT), "name": maybe(TEXT), "word": word}, optional=_UNLESS_DISPUTED
    )
    side = record({"text": ANY, "value": ANY, **grounds})
    link = record({"id": TEXT, "relation": TEXT, "disputed": FLAG, **grounds, **state})
    ended = record(
        {
            "id": TEXT,
            "name": TEXT,
            "relation": TEXT,
            "date": maybe(DATE),
            "followed_by": rows(NAMED),
            **grounds,
        }
    )
    keys = {
        "rank": said(COUNT, "0 for who has the topic in hand, by the longest way; equal ranks are parallel"),
        "id": TEXT,
        "name": TEXT,
        "kind": TEXT,
        "tier": maybe(TEXT),
        "layer": maybe(TEXT),
        "decides": said(ANY, "its decision power"),
        "start_date": maybe(DATE),
        "end_date": maybe(DATE),
        "delegation": said(maybe(delegation), "the first of `delegations`"),
        "members": rows(member),
        "unnamed_seats": said(rows(unnamed), "the seats that name nobody"),
        "sources": SOURCES,
        "standing": STANDING,
        "stood_down": said(
            maybe(DATE), "of work that the last report says is stood down: the day of the report"
        ),
        "delegations": rows(delegation),
        "above": said(rows(link), "why it is a step: whom it is above, and by which relation"),
        "unknown": said(TEXTS, "what is not stated of it, or not known"),
        "stands_for": TEXTS,
        "stands_for_basis": rows(BASIS),
        "layer_basis": maybe(BASIS),
        "none": said(TEXTS, "what a document says there is none of"),
        "above_until_ended": said(rows(ended), "what was above it until that ended, where nothing is now"),
        "disputed": FLAG,
        "sides": said(rows(side), "what each of the documents that disagree about its decision power says"),
        "named": said(FLAG, "of a holder: whether a document names it as one"),
        "found_by": said(TEXT, "of a holder: by what it was found"),
        "state": said(TEXT, "of a holder: how it holds the topic"),
        "basis": BASIS,
    }
    return record(keys, optional=("sides", "named", "found_by", "state"))

"""Tell in few words who sits on the bodies of an answer to *who decides*."""

from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Graph, Relation
from tiers.model.answers.who import Chain
from tiers.model.answers.who.branches import all_above
from tiers.model.answers.who.gist import members_of_place, who_sits, with_members
from tiers.model.answers.who.verbs import joined
from tiers.model.facts.holding import PLANNED, is_planned, state_of
from tiers.model.facts.posts import holder_left, holders_of, holders_to_come, is_vacant
from tiers.model.facts.relation_disputes import disputed_holders, relation_disputes
from tiers.model.facts.standing import ENDED
from tiers.model.format import NONE, NOT_STATED, UNKNOWN
from tiers.model.format.groups import SEATED
from tiers.model.structure.membership import MEMBERSHIP, capacity_of, seat_rank, seat_words, seats_of

from ..safe_text import safe
from .line import Line
from .values import word_in

_VOTING_RANK = 2
"""The rank of a seat below chair and vice-chair."""

_BODIES = 5
"""How many bodies have their members in the summary."""

_SITS = ("sits on", "sat on", "is to sit on")
_NAMES = 4
"""How many members, or bodies with members, are named in the summary."""


def sitting_lines(graph: Graph, chain: Chain, indent: int) -> Iterator[Line]:
    """Yield a line for each body whose members are to be shown: who sits there, or that nobody is named."""
    found = who_sits(chain)
    asked = [each for each, _ in found] or [step.id for step in chain.steps if not step.below]
    if asked and all(graph.kind(each) == "person" for each in asked):
        return  # nobody sits on a person
    higher = set() if any(members for _, members in found) else all_above(chain, asked)
    nearer = [] if any(members for _, members in found) else members_of_place(chain)
    above = nearer or [each for each in with_members(chain) if each[0] in higher]
    elsewhere = _elsewhere(graph, above, "" if nearer else "higher up, ")
    if not found:
        unsaid = f"{_who_of(graph, asked)}: nobody is named{elsewhere}"
        said = _nobody(graph, (step.id for step in chain.steps), unsaid)
        yield Line("text", safe(said), target=above[0][0] if len(above) == 1 else None, indent=indent)
    for body, members in found[:_BODIES]:
        if members:
            said = f"{_who(graph, body)}: {_named(graph, members)}"
        else:
            unsaid = f"{_who(graph, body)}: nobody is named{elsewhere}"
            said = _nobody(graph, (body,), unsaid)
        yield Line("text", safe(said), target=body, indent=indent)
    further = len(found) - _BODIES
    if further > 0:
        said = "one more body" if further == 1 else f"{further} more bodies"
        yield Line("text", f"Who sits on {said}: see below", indent=indent)


def _named(graph: Graph, members: Sequence[Relation]) -> str:
    """Return the holders of some seats, the first few by name."""
    everywhere = all(each.evidence.inferred for each in members)
    names = list(dict.fromkeys(_member(graph, each, marked=not everywhere) for each in members))
    further = len(names) - _NAMES
    named = joined(names) if further <= 0 else f"{', '.join(names[:_NAMES])} and {further} more"
    return f"{named}{' · inferred' if everywhere else ''}"


def _who(graph: Graph, entity_id: str) -> str:
    """Return the question who sits on a body or holds a post, in the future tense if planned, in the past if ended."""
    of_post = graph.kind(entity_id) == "post"
    verbs = ("holds the post", "held the post", "is to hold the post") if of_post else _SITS
    standing = graph.standing(entity_id)
    if standing.dropped:
        return f"Who was to {'hold the post' if of_post else 'sit on'} {graph.name(entity_id)}"
    verb = verbs[1] if standing.state == ENDED else verbs[2] if is_planned(graph, entity_id) else verbs[0]
    return f"Who {verb} {graph.name(entity_id)}"


def _who_of(graph: Graph, ids: Sequence[str]) -> str:
    """Return the question who sits on the first body of a chain; of several, and of what has no seats, without a name."""
    seated = len(ids) == 1 and graph.kind(ids[0]) in {*SEATED, "post"}
    return _who(graph, ids[0]) if seated else "Who sits"


def _elsewhere(graph: Graph, others: Sequence[tuple[str, Sequence[Relation]]], where: str) -> str:
    """Return, after a semicolon, the other bodies with named members; empty for none.

    Args:
        graph: The model.
        others: The bodies, each with its seats.
        where: Where they stand, before their names: `higher up, `.
    """
    if not others:
        return ""
    if len(others) == 1:
        ((body, members),) = others
        of = "" if graph.kind(body) == "post" else "members of "
        return f"; {where}{of}{graph.name(body)}: {_named(graph, members)}"
    names = (
        joined(graph.name(each) for each, _ in others) if len(others) <= _NAMES else f"{len(others)} bodies"
    )
    return f"; {where}members of {names} are named"


def _nobody(graph: Graph, ids: Iterable[str], unsaid: str) -> str:
    """Return the words for a body without named members: nobody is named, or a source states `none` or `unknown`."""
    for each in ids:
        for seat in (*graph.relations(each, MEMBERSHIP, "in"), *graph.relations(each, "holds", "in")):
            if seat.subject in {NONE, UNKNOWN} and not capacity_of(seat):
                return f"{_who(graph, each)}: {word_in(graph, seat.subject, seat.evidence)}"
    return unsaid


_WHO = {NOT_STATED: "who is not stated", UNKNOWN: "who is unknown", NONE: "vacant"}
"""The words for a seat without a named holder, by the word that stands in the holder's place."""


def _unnamed(relation: Relation) -> str:
    """Return the words for a seat without a named holder; that it is unknown or vacant is stated, or only inferred."""
    stated = relation.subject != NOT_STATED and not relation.evidence.inferred
    return f"{_WHO[relation.subject]}{' (stated)' if stated else ''}"


def _member(graph: Graph, relation: Relation, *, marked: bool) -> str:
    marks = ["inferred"] if marked and relation.evidence.inferred else []
    if state_of(graph, relation)[0] == PLANNED:
        marks.append("planned seat" if relation.kind == MEMBERSHIP else "planned")
    if is_vacant(graph, relation.subject, graph.at):
        marks.append("vacant")
    elif holder_left(graph, relation.subject, graph.at):
        marks.append("holder not stated")
    least, most = seats_of(relation)
    if most > 1 and relation.kind == MEMBERSHIP:
        marks.append(f"{least} seats" if least == most else f"{least} to {most} seats")
    if relation.subject not in graph:
        what = seat_words(relation)
        return f"{what} ({', '.join([_unnamed(relation), *marks])})"
    name = graph.name(relation.subject)
    capacity = capacity_of(relation) if seat_rank(relation) < _VOTING_RANK else ""
    undecided = [
        each for each in relation_disputes(graph, relation) if each.detail in {"", "capacity", "role"}
    ]
    holders = holders_of(graph, relation.subject, graph.at) if relation.kind == MEMBERSHIP else []
    other_holder = disputed_holders(graph, relation.subject) if holders else ""
    if other_holder:
        marks = (
            [capacity, f"held by: {other_holder}", *marks]
            if capacity
            else [f"held by: {other_holder}", *marks]
        )
    elif holders:
        name, marks = joined(map(graph.name, holders)), [capacity or name, *marks]
    elif capacity and capacity not in name.casefold():
        marks[:0] = [capacity]
    marks += ["disputed"] if undecided else []
    for day in (day for _, day in holders_to_come(graph, relation.subject, graph.at)):
        marks.append(day.after("its holder planned for"))
    return f"{name} ({', '.join(marks)})" if marks else name

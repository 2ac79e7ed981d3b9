"""`tiers gaps`: what the documents do not state, each gap with the question to ask."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from ...facts.entity_lists import EntityLists, FoundLists, entity_lists
from ...facts.graph import Graph
from ...facts.statements import Statements
from ...facts.stored import in_passing, is_large_part
from ...format import RELATIONS
from ...format.dates import Date
from ...structure.inside import concerning
from ...structure.order import by_kind
from . import (
    above_ended,
    bodies,
    delegations,
    details,
    functions,
    membership,
    questions,
    statements,
    unknowns,
    values,
)
from .gap import Gap

__all__ = [
    "FINDERS", "HEADINGS", "KEPT_CANDIDATES", "Finder", "Gap", "alike_in_order", "candidates", "gaps", "in_order", "is_of", "likely",
    "of_codes",
]  # fmt: skip


def _unknown(*kinds: str) -> dict[str, str]:
    """Return the codes and headings of gaps for relation kinds with an unknown end."""
    asks = ((kind, RELATIONS[kind].asks) for kind in kinds)
    return {f"{kind.replace('_', '-')}-unknown": ask.heading for kind, ask in asks if ask is not None}


_FIRST: Mapping[str, str] = MappingProxyType(
    {
        "open-question": "Asked and not settled",
        "delegation-extent": "Delegation without a stated extent",
        "delegation-limit": "Delegation above whose limit nobody is said to decide",
        "delegation-function": "Delegation of what is not said",
        "delegation-legal-basis": "Delegation without a stated legal basis",
        "delegation-accountable": "Delegation after which nobody is said to stay accountable",
        "delegation-giver": "Delegation by whom is not said",
        "body-members": "Body without members",
        "body-chair": "Body without a chair",
        "workstream-lead": "Workstream without a lead",
        "workstream-accountable": "Workstream without a stated accountable body",
        "above-ended": "Above which stood one that has ended",
        **_unknown("accountable_to"),
        "post-holder": "Post without a holder",
        **_unknown("post_in"),
        "decides": "Decision power unknown",
        "legal-form": "Legal form unknown",
        "member-without-layer": "Member without a place in the decision making",
        "layer-without-membership": "Place in the decision making without membership",
        "participant-lacking": "Participant of the type that no member is named as",
        "disagreement": "Documents disagree, undecided",
        "possibly-same": "Possibly the same",
        "function-decider": "Function about which nobody is said to decide",
        **_unknown("responsible_for"),
        "function-role": "Function of which another role is not stated",
        **_unknown("provides"),
        **_unknown("commits"),
        "due-unknown": "Promise without a day",
        **_unknown("made_by"),
        **_unknown("stands_for"),
        **_unknown("covers"),
        **_unknown(*RELATIONS),
    }
)
_LAST = {
    "no-source": "Statement without a source",
    "not-documented-since": "Not documented any more since",
}


def _headings() -> Iterator[tuple[str, str]]:
    """Yield the code and heading of every type of gap: those above, then those of attributes and details."""
    yield from _FIRST.items()
    for code, (heading, _) in {**values.asked(), **details.asked()}.items():
        if code not in _FIRST:
            yield code, heading
    yield from _LAST.items()


HEADINGS: Mapping[str, str] = MappingProxyType(dict(_headings()))
"""The types of gap: heading by code, in the order in which a meeting would discuss them."""


KEPT_CANDIDATES = "gap-candidates"
"""The name of the lists of candidates in the cache."""

KEPT = 20_000
"""How many entities a model may have for all its gaps to stay in memory; those of a larger one take tens of MiB."""


class Finder(Protocol):
    """A module that finds gaps of one type.

    Attributes are functions: `may_have` gives the entities that may have such a gap at any date, `find` their
    gaps at a date; it yields those found at one entity before it takes the next.
    """

    def may_have(self, statements: Statements, ids: Iterable[str]) -> Iterator[str]: ...

    def find(self, graph: Graph, ids: Iterable[str]) -> Iterator[Gap]: ...


FINDERS: tuple[Finder, ...] = (
    questions, delegations, bodies, above_ended, unknowns, values, details, functions, membership, statements,
)  # fmt: skip


def gaps(graph: Graph, within: str | None = None, *, older_than: Date | None = None) -> list[Gap]:
    """Return the gaps at the date of the graph, ordered by code.

    Args:
        graph: The model, at its date.
        within: Only gaps of this entity, of its descendants, and of questions about either.
        older_than: Also report entities that no document mentions on this date or later.
    """
    if within is not None or older_than is not None or len(graph) > KEPT:
        return list(in_order(graph, _found(graph, within, older_than)))
    return list(graph.once(_all_gaps))


def of_codes(found: Iterable[Gap], only: Collection[str], but_not: Collection[str] = ()) -> list[Gap]:
    """Return the gaps of some codes, without those of others.

    Args:
        found: The gaps.
        only: Codes, or their beginnings up to a hyphen, such as `delegation`; empty for all.
        but_not: Codes, or beginnings of them, that are left out.
    """
    return [
        each
        for each in found
        if (not only or any(is_of(each.code, code) for code in only))
        and not any(is_of(each.code, code) for code in but_not)
    ]


def is_of(code: str, wanted: str) -> bool:
    """Whether the code of a gap is the one that is wanted, or begins with it."""
    return code == wanted or code.startswith(f"{wanted}-")


def _all_gaps(graph: Graph) -> tuple[Gap, ...]:
    """Return all gaps of a model that is not large, at the date of the graph; computed once for each date."""
    return tuple(in_order(graph, _found(graph, None, None)))


def _found(graph: Graph, within: str | None, older_than: Date | None) -> Iterator[Gap]:
    """Yield the gaps found by every finder, within an entity where one is named."""
    ids: Collection[str] = graph if within is None else concerning(graph, within)
    for finder in FINDERS:
        yield from finder.find(graph, likely(graph, finder, ids))
    if older_than is not None:
        yield from statements.not_since(graph, filter(graph.shown, ids), older_than)


def likely(graph: Graph, finder: Finder, ids: Collection[str]) -> Iterator[str]:
    """Yield those of some entities that are in the trees at the date and may lack what a finder looks for."""
    found: Iterable[str]
    if is_large_part(len(ids), len(graph)):
        found = filter(ids.__contains__, candidates(graph).of(FINDERS.index(finder)))
    else:
        found = finder.may_have(graph, ids)
    return in_passing(graph, filter(graph.shown, found))


def candidates(graph: Graph) -> EntityLists:
    """Return, by the number of a finder, the entities that may have its gaps at any date; found once for all dates."""
    return graph.once_for_all(_candidates)


def _candidates(statements: Statements) -> EntityLists:
    def found() -> FoundLists:
        return FoundLists(
            {at: tuple(each.may_have(statements, statements)) for at, each in enumerate(FINDERS)}
        )

    return entity_lists(statements, KEPT_CANDIDATES, found)


def in_order(graph: Graph, found: Iterable[Gap]) -> Iterator[Gap]:
    """Yield gaps without duplicates, ordered by code, kind, siblings, then question."""
    by_code: dict[str, dict[str, list[Gap]]] = {code: {} for code in HEADINGS}
    for gap in found:
        by_code[gap.code].setdefault(gap.id, []).append(gap)
    ids = {each for by_id in by_code.values() for each in by_id}
    rank = {each: place for place, each in enumerate(by_kind(graph, ids))}
    for by_id in by_code.values():
        for each in sorted(by_id, key=rank.__getitem__):
            yield from alike_in_order(by_id[each])


def alike_in_order(gaps: Sequence[Gap]) -> Sequence[Gap]:
    """Return the gaps of one type and one entity without duplicates, ordered by their questions."""
    return gaps if len(gaps) == 1 else sorted(dict.fromkeys(gaps), key=_sort_key)


def _sort_key(gap: Gap) -> tuple[str, ...]:
    """Return all that two gaps with the same question can differ in, so that no order of the input shows."""
    evidence = gap.evidence
    return (
        gap.question,
        gap.note,
        str([str(each) for each in evidence.citations]),
        evidence.basis,
        str(evidence.as_at),
        evidence.note,
        str(gap.due),
        *gap.raised_by,
    )

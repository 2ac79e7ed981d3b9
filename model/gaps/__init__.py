"""What a model does not say: gap by gap, each with the question to ask, so that the list is an agenda."""

from collections.abc import Mapping
from types import MappingProxyType

from ..dates import Date
from ..graph import Graph
from ..scope import concerning
from ..views.layout import sibling_key
from ..vocabulary import KINDS
from . import bodies, delegations, membership, powers, questions, statements, unknowns
from .gap import Gap

__all__ = ["SORTS", "Gap", "gaps"]

SORTS: Mapping[str, str] = MappingProxyType(
    {
        "open-question": "Asked and not settled",
        "delegation-extent": "Delegation without a stated extent",
        "delegation-function": "Delegation of what is not said",
        "delegation-legal-basis": "Delegation without a stated legal basis",
        "delegation-accountable": "Delegation after which nobody is said to stay accountable",
        "delegation-giver": "Delegation by whom is not said",
        "body-members": "Body without members",
        "body-chair": "Body without a chair",
        "workstream-lead": "Workstream without a lead",
        "workstream-accountable": "Workstream without a stated accountable body",
        "accountable-to-unknown": "Answers to nobody that is stated",
        "post-holder": "Post without a holder",
        "post-in-unknown": "Post in no stated organisation",
        "decides": "Decision power unknown",
        "legal-form": "Legal form unknown",
        "member-without-layer": "Member without a place in the decision making",
        "layer-without-membership": "Place in the decision making without membership",
        "participant-lacking": "Participant of the type that no member is named as",
        "conflict": "Documents disagree, undecided",
        "possibly-same": "Possibly the same",
        "responsible-for-unknown": "Function in nobody's stated hands",
        "provides-unknown": "Service without a stated provider",
        "commits-unknown": "Promise that nobody is stated to carry out",
        "due-unknown": "Promise without a day",
        "made-by-unknown": "Made by nobody stated",
        "stands-for-unknown": "Label without a stated meaning",
        "covers-unknown": "Area not stated",
        "no-source": "Statement without a source",
        "not-documented-since": "Not documented any more since",
    }
)
"""The sorts of gap by code, each with its heading, in the order in which a meeting wants them."""

_KINDS = tuple(KINDS)
_FINDERS = (questions, delegations, bodies, unknowns, powers, membership, statements)


def gaps(graph: Graph, within: str | None = None, *, older_than: Date | None = None) -> list[Gap]:
    """Return what is not said at the date of the graph, sort by sort.

    Args:
        graph: The model, at its date.
        within: Only gaps of an entity, of what belongs to it, and of what was asked about either.
        older_than: Also what no document mentions on this date or later.
    """
    ids = graph.entities if within is None else concerning(graph, within)
    shown = [each for each in ids if graph.shown(each)]
    found = [gap for finder in _FINDERS for gap in finder.find(graph, shown)]
    if older_than is not None:
        found.extend(statements.not_since(graph, shown, older_than))
    order = {code: rank for rank, code in enumerate(SORTS)}
    return sorted(
        dict.fromkeys(found),
        key=lambda gap: (
            order[gap.code],
            _KINDS.index(graph.entities[gap.id].kind),
            sibling_key(graph, gap.id),
            gap.question,
            gap.note,
            str([str(each) for each in gap.evidence.citations]),
        ),
    )

"""What is said of a body that is asked for by its own name: what it may decide."""

from collections.abc import Sequence

from ...facts.claims import disagreements_of
from ...facts.graph import Graph
from ...facts.standing import ENDED, NOT_YET_DUE, PLANNED
from ...format import NONE
from .verbs import agreeing

_MAY = {
    "decides": ("The documents say that {} decides.", "The documents say that {} decide."),
    "recommends": (
        "The documents say that {} recommends; they do not say who decides.",
        "The documents say that {} recommend; they do not say who decides.",
    ),
    "advises": (
        "The documents say that {} advises; they do not say who decides.",
        "The documents say that {} advise; they do not say who decides.",
    ),
    NONE: (
        "The documents say that {} makes no decisions; they do not say who does.",
        "The documents say that {} make no decisions; they do not say who does.",
    ),
}
_SILENT = ("The documents do not say what {} may decide.",) * 2


def power_of(graph: Graph, topic: str, ids: Sequence[str]) -> str:
    """Return what the documents say that a body may decide; of several of one name only that there are several."""
    if len(ids) > 1:
        return f"{topic} names {len(ids)} entities in these documents; what each may decide is said with it."
    own = ids[0]
    name, power, standing = graph.name(own), graph.value(own, "decides"), graph.standing(own)
    if standing.state in {PLANNED, NOT_YET_DUE} and standing.date is not None:
        verb = agreeing(graph, ids, "is", "are")
        return f"{name} {verb} {standing.date.after('planned for')}; no document says that it happened."
    if standing.state == ENDED:
        return f"{name} ended{f' on {standing.date.words()}' if standing.date is not None else ''}."
    if disagreements_of(graph, own, "decides"):
        return f"The documents disagree on whether {name} {agreeing(graph, ids, 'decides', 'decide')}."
    return agreeing(graph, ids, *_MAY.get(str(power), _SILENT)).format(name)

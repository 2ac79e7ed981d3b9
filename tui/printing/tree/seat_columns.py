"""The columns of the view `seats` in `csv` and `jsonl`: the recorded values of the seat behind each row."""

from collections.abc import Mapping

from tiers.model import Graph, Relation
from tiers.model.facts.posts import holders_of
from tiers.model.format import RELATIONS
from tiers.model.structure.membership import MEMBERSHIP

_POST = "post"
_PARTS = tuple(part.name for part in RELATIONS[MEMBERSHIP].parts)
SEAT_COLUMNS = ("body", "member", _POST, "held_by", *_PARTS, "seat_start_date", "seat_end_date")
"""The columns, which `tiers import members` reads; `post` repeats the member if that is a post."""


def seat_of(graph: Graph, relation: Relation | None) -> Mapping[str, object]:
    """Return the recorded values of a seat by column; empty for a row without a seat.

    A planned holder of a post does not count as its holder.
    """
    if relation is None or relation.kind != MEMBERSHIP:
        return {}
    unnamed = (each.subject for each in graph.relations(relation.subject, "holds", "in"))
    holders = holders_of(graph, relation.subject, graph.at) or [each for each in unnamed if each not in graph]
    return {
        "body": relation.object,
        "member": relation.subject,
        _POST: relation.subject if graph.kind(relation.subject) == _POST else None,
        "held_by": tuple(holders) or None,
        **{part: relation.details.get(part) for part in _PARTS},
        "seat_start_date": relation.start_date,
        "seat_end_date": relation.end_date,
    }

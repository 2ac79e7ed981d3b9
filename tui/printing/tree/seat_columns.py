"""The columns of the view `seats` in `csv` and `jsonl`: what is recorded of the seat that puts a row where it stands."""

from collections.abc import Mapping

from tiers.model import Date, Graph, Relation
from tiers.model.format import RELATIONS
from tiers.model.format.ids import RESERVED
from tiers.model.structure.membership import MEMBERSHIP

VIEW = "seats"

_PARTS = tuple(part.name for part in RELATIONS[MEMBERSHIP].parts)
SEAT_COLUMNS = ("body", "member", "held_by", *_PARTS, "seat_start_date", "seat_end_date")
"""The columns, which `tiers import members` reads."""

_NO_SEAT: Mapping[str, object] = dict.fromkeys(SEAT_COLUMNS)


def seat_of(graph: Graph, relation: Relation | None) -> Mapping[str, object]:
    """Return by column what is recorded of a seat; `None` where nothing is, as for a row that no seat puts there."""
    if relation is None or relation.kind != MEMBERSHIP:
        return _NO_SEAT
    holders = [each.subject for each in graph.relations(relation.subject, "holds", "in")]
    return {
        "body": relation.object,
        "member": relation.subject,
        "held_by": tuple(holders) or None,
        **{part: relation.details.get(part) for part in _PARTS},
        "seat_start_date": relation.start_date,
        "seat_end_date": relation.end_date,
    }


def seat_cell(value: object) -> str:
    """Return a value of a seat as the text of a cell: yes and no, several with `; ` between them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(map(seat_cell, value))
    if isinstance(value, Date):
        return value.text
    return value.replace("_", " ") if isinstance(value, str) and value in RESERVED else str(value)

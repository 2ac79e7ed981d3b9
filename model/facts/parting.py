"""What ends with another entity: who sat on a body that ended no longer sits there."""

from ..format.records import Entity
from ..format.relations import TOLD_OF_OBJECT
from .replacing import LASTING
from .statements import Statements
from .times import is_changed


def may_end(statements: Statements, entity: Entity) -> bool:
    """Return whether a statement gives an entity an end, says that it was closed, or names it in a change event."""
    if "end_date" in entity.values or is_changed(statements, entity.id):
        return True
    return any(each.value == "closed" for each in entity.claims("status"))


def part_in(statements: Statements, entity_id: str) -> list[str]:
    """Return the entities of which something is said that ends with an entity, such as a seat on it."""
    at_it = (one.subject for one in statements.incoming(entity_id) if one.kind in LASTING)
    of_it = (
        one.object
        for one in statements.outgoing(entity_id)
        if one.kind in LASTING and (one.kind in TOLD_OF_OBJECT or "function" in one.details)
    )
    return sorted({each for each in (*at_it, *of_it) if each in statements})

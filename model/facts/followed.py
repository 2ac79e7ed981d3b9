"""The value that a decided disagreement follows, where some statement of the model gives that value."""

from collections.abc import Iterator, Mapping

from ..format import RELATIONS, keys_of
from ..format.records import Entity, Relation
from .claims import all_disagreements
from .functions import IN_HAND
from .statements import Statements

UNDECIDED = "undecided"


def followed(statements: Statements, disagreement: str) -> str:
    """Return the value that a disagreement follows; empty if it is undecided, or if no statement gives that value."""
    return statements.once_for_all(_followed).get(disagreement, "")


def _followed(statements: Statements) -> Mapping[str, str]:
    """Return the followed value by the id of the disagreement."""
    found: dict[str, str] = {}
    for entity in all_disagreements(statements):
        follows = str(entity.plain("follows"))
        if follows != UNDECIDED and follows in _stated(statements, entity):
            found[entity.id] = follows
    return found


def _stated(statements: Statements, entity: Entity) -> Iterator[str]:
    """Yield the values that statements give for the subject of a disagreement."""
    attribute = str(entity.plain("attribute"))
    about = [each.object for each in statements.outgoing(entity.id, "about")]
    for each in about:
        bearer = statements.find(each)
        for claim in () if bearer is None else bearer.claims(attribute):
            yield str(claim.value)
        own = bearer is not None and attribute in keys_of(bearer.kind)
        for relation in (*statements.outgoing(each), *statements.incoming(each)):
            yield from values_of(relation, attribute)
            # who decides about a function is who has that role in it
            if relation.kind == IN_HAND and not own:
                yield from values_of(relation, IN_HAND)


def values_of(relation: Relation, attribute: str) -> Iterator[str]:
    """Yield a relation's values for an attribute: its ends and details if that is its kind, else that detail."""
    kind = RELATIONS[relation.kind]
    if attribute in {kind.name, kind.inverse}:
        yield relation.subject
        yield relation.object
        yield from (str(each) for each in relation.details.values())
    elif attribute in relation.details:
        yield str(relation.details[attribute])

"""Which side of a disagreement is followed: the one it names, where a statement of the model says that."""

from collections.abc import Iterator, Mapping

from ..format import RELATIONS, keys_of
from ..format.records import Entity, Relation
from .claims import all_disagreements
from .functions import IN_HAND
from .statements import Statements

UNDECIDED = "undecided"


def followed(statements: Statements, disagreement: str) -> str:
    """Return the value that a disagreement follows; empty where it is undecided, and where no statement has that value."""
    return statements.once_for_all(_followed).get(disagreement, "")


def _followed(statements: Statements) -> Mapping[str, str]:
    """Return the values followed by disagreement."""
    found: dict[str, str] = {}
    for entity in all_disagreements(statements):
        follows = str(entity.plain("follows"))
        if follows != UNDECIDED and follows in _stated(statements, entity):
            found[entity.id] = follows
    return found


def _stated(statements: Statements, entity: Entity) -> Iterator[str]:
    """Yield the values that statements give for what a disagreement is on."""
    attribute = str(entity.plain("attribute"))
    about = [each.object for each in statements.outgoing(entity.id, "about")]
    for each in about:
        bearer = statements.find(each)
        for claim in () if bearer is None else bearer.claims(attribute):
            yield str(claim.value)
        own = bearer is not None and attribute in keys_of(bearer.kind)
        for relation in (*statements.outgoing(each), *statements.incoming(each)):
            yield from values_of(relation, attribute)
            if (
                relation.kind == IN_HAND and not own
            ):  # who decides about a function is who has that role in it
                yield from values_of(relation, IN_HAND)


def values_of(relation: Relation, attribute: str) -> Iterator[str]:
    """Yield what a relation gives as the value of an attribute: its ends and details where that is its kind, else that detail."""
    kind = RELATIONS[relation.kind]
    if attribute in {kind.name, kind.inverse}:
        yield relation.subject
        yield relation.object
        yield from (str(each) for each in relation.details.values())
    elif attribute in relation.details:
        yield str(relation.details[attribute])

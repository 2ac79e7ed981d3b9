"""Undecided disagreements about a relation or its details: who holds a post, who chairs, the limit of a delegation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..format import KINDS, RELATIONS, keys_of
from ..format.dates import parse_date
from ..format.details import LIMIT
from ..format.records import Claim, Entity, Relation
from ..format.unchanging import Value
from .claims import all_disagreements, first_day
from .followed import followed
from .functions import IN_HAND
from .graph import Graph
from .holding import is_rejected
from .role_disputes import role_disputes_of
from .statements import Statements

FOLLOWED = "followed"
"""The detail by which a relation that is not followed differs from the same one while it was."""

_Key = tuple[str, str, str, str]
"""The kind, subject, object and function of a relation."""


class RelationDispute(Value):
    """An undecided disagreement about a relation.

    Attributes:
        id: The disagreement.
        detail: The disputed detail of the relation, such as `limit`; empty for the relation itself.
        sides: The position of each side.
    """

    id: str
    detail: str
    sides: tuple[Claim, ...]


class _Instead(Value):
    """The entity that a decided disagreement follows instead of another, with the relations that say so."""

    value: str
    relations: tuple[Relation, ...]


def relation_disputes(
    statements: Statements, relation: Relation, detail: str | None = None
) -> Sequence[RelationDispute]:
    """Return the undecided disagreements about a relation.

    Args:
        statements: The model.
        relation: The relation.
        detail: Only those about this detail; empty for only those about the relation itself, `None` for all.
    """
    found = statements.once_for_all(_relation_disputes).get(_key(relation), ())
    if relation.kind == IN_HAND:
        of_roles = (each.id for each in role_disputes_of(statements, relation) if not each.follows)
        known = {each.id for each in found}
        found = [*found, *(_dispute(statements.entity(each), "") for each in of_roles if each not in known)]
    return found if detail is None else [each for each in found if each.detail == detail]


def followed_instead(graph: Graph, relation: Relation) -> str:
    """Return the entity followed at the date instead of an end of a relation; empty if the end is followed.

    Before a document names the entity that is followed, the end itself is.
    """
    found = graph.once_for_all(_followed_instead).get(_key(relation))
    if found is None or (found.relations and not any(_has_begun(graph, each) for each in found.relations)):
        return ""
    return found.value


def is_set_aside(graph: Graph, relation: Relation) -> bool:
    """Return whether documents disagree about a relation, and another side is followed at the date."""
    if followed_instead(graph, relation):
        return True
    return relation.kind == IN_HAND and is_rejected(graph, relation)


def _has_begun(graph: Graph, relation: Relation) -> bool:
    """Whether a relation is documented by the date, or a document gives a first day that has come."""
    begins = first_day(graph, relation)
    return graph.at is None or begins is None or begins.first <= graph.at.last


def once_per_dispute(graph: Graph, relations: Iterable[Relation]) -> list[Relation]:
    """Return the relations to show where documents disagree.

    A relation that a decided disagreement replaces is left out; of those of one undecided disagreement the
    first is shown.
    """
    found: list[Relation] = []
    known: set[str] = set()
    for each in relations:
        disputes = {one.id for one in relation_disputes(graph, each, "")}
        if not followed_instead(graph, each) and known.isdisjoint(disputes):
            found.append(each)
        known |= disputes
    return found


def disputed_words(graph: Graph, relation: Relation, detail: str = "") -> str:
    """Return `undecided, the documents disagree: Ann; or Ben` for a relation or a detail; empty if not disputed."""
    sides = [side for each in relation_disputes(graph, relation, detail) for side in each.sides]
    said = dict.fromkeys(f"{side_words(graph, each)}{not_yet_mark(graph, each)}" for each in sides)
    return f"undecided, the documents disagree: {'; or '.join(said)}" if said else ""


def not_yet_mark(graph: Graph, side: Claim) -> str:
    """Return in brackets that no document gives a side of a disagreement by the date; empty for any other side."""
    return "" if graph.was_documented(side.evidence) else " (not yet documented)"


def disputed_holders(graph: Graph, post: str) -> str:
    """Return the holders of a post by each side of an undecided disagreement; empty where nothing is undecided."""
    if graph.kind(post) != "post":
        return ""
    held = graph.relations(post, "holds", "in")
    return next(filter(None, (disputed_words(graph, each) for each in held)), "")


def side_words(graph: Graph, side: Claim) -> str:
    """Return the position of a side in few words: the name or the day that it gives, else its text."""
    value = str(side.details.get("value", ""))
    if value in graph:
        said = graph.name(value)
    else:
        try:
            said = parse_date(value).words()
        except ValueError:
            said = str(side.value).rstrip(".")
    return f"{said} (inferred)" if side.evidence.inferred else said


def relations_of_sides(statements: Statements, disagreement: Entity) -> list[Relation]:
    """Return the relations of which a decided disagreement follows some; empty for an undecided one."""
    if not followed(statements, disagreement.id):
        return []
    found = [each for each, _ in _touched(statements, disagreement)]
    ends = {each.object for each in statements.outgoing(disagreement.id, "about")}
    ends.update(str(each.details.get("value", "")) for each in disagreement.claims("positions"))
    for end in sorted(each for each in ends if each in statements):
        found += (
            each
            for each in (*statements.outgoing(end), *statements.incoming(end))
            if RELATIONS[each.kind].entrusts
            and any(one.id == disagreement.id for one in role_disputes_of(statements, each))
        )
    return found


def _key(relation: Relation) -> _Key:
    return relation.kind, relation.subject, relation.object, str(relation.details.get("function", ""))


def _dispute(entity: Entity, detail: str) -> RelationDispute:
    return RelationDispute(entity.id, detail, tuple(entity.claims("positions")))


def _relation_disputes(statements: Statements) -> Mapping[_Key, list[RelationDispute]]:
    """Return the undecided disagreements by relation; computed once."""
    found: dict[_Key, list[RelationDispute]] = {}
    for entity in all_disagreements(statements):
        if followed(statements, entity.id):
            continue
        for relation, detail in _touched(statements, entity):
            disputes = found.setdefault(_key(relation), [])
            if all(each.id != entity.id for each in disputes):
                disputes.append(_dispute(entity, detail))
    return found


def _followed_instead(statements: Statements) -> Mapping[_Key, _Instead]:
    """Return the id that a decided disagreement follows, by the relation that it replaces; computed once.

    Roles in functions are left to `role_disputes`.
    """
    found: dict[_Key, _Instead] = {}
    for entity in all_disagreements(statements):
        value = followed(statements, entity.id)
        if value not in statements:
            continue
        sides = {str(each.details.get("value", "")) for each in entity.claims("positions")} - {value}
        touched = list(_touched(statements, entity))
        relations = tuple(each for each, _ in touched if value in {each.subject, each.object})
        # Who is a plain member beside the chair that is followed keeps that seat: it is not what they disagree about.
        capacities = {each.details.get("capacity") for each in relations}
        for relation, detail in touched:
            ends = {relation.subject, relation.object}
            if capacities and relation.details.get("capacity") not in capacities:
                continue
            if not detail and relation.kind != IN_HAND and value not in ends and not sides.isdisjoint(ends):
                found[_key(relation)] = _Instead(value, relations)
    return found


def _touched(statements: Statements, entity: Entity) -> Iterator[tuple[Relation, str]]:
    """Yield the relations that a disagreement is about, each with the disputed detail.

    A relation with two of the disagreement's entities as ends is preferred to one with one of them. Where the
    sides name different ends, only relations with these ends count.
    """
    attribute = str(entity.plain("attribute"))
    about = {each.object for each in statements.outgoing(entity.id, "about")}
    if any(attribute in keys_of(statements.kind(each)) for each in about if statements.kind(each) in KINDS):
        return  # the disagreement is about an attribute of the entity
    values = {str(each.details.get("value", "")) for each in entity.claims("positions")}
    named = {each for each in values if each in statements}
    of = (about - named) or about  # an entity that a side names may also be listed under `about`
    found = [
        (
            relation,
            detail,
            of & {relation.subject, relation.object, str(relation.details.get("function", ""))},
        )
        for relation in _around(statements, about)
        if (detail := _detail(relation, attribute)) is not None
    ]
    most = max((len(ends) for _, _, ends in found), default=0)
    found = [each for each in found if len(each[2]) == most]
    if any(detail in relation.details for relation, detail, _ in found):
        found = [each for each in found if each[1] in each[0].details]
    if named and most == 1:
        found = [each for each in found if not named.isdisjoint({each[0].subject, each[0].object})]
        ends_of: dict[object, set[str]] = {}
        for relation, _, _ in found:
            ends_of.setdefault(relation.details.get("function"), set()).update(
                named & {relation.subject, relation.object}
            )
        # keep the functions in which several sides have a role
        if any(len(ends) > 1 for ends in ends_of.values()):
            found = [each for each in found if len(ends_of[each[0].details.get("function")]) > 1]
    for relation, detail, _ in found:
        limited = not detail and not named and LIMIT in RELATIONS[relation.kind].parts
        yield relation, LIMIT.name if limited else detail


def _around(statements: Statements, about: set[str]) -> Iterator[Relation]:
    """Yield the relations of some entities, and the delegations of those functions that are among them."""
    for each in sorted(about):
        yield from statements.outgoing(each)
        for relation in statements.incoming(each):
            yield relation
            if relation.kind == IN_HAND:
                yield from (
                    one
                    for one in statements.incoming(relation.subject)
                    if one.details.get("function") == each
                )


def _detail(relation: Relation, attribute: str) -> str | None:
    """Return the detail that an attribute names; empty for the relation itself, `None` where it names neither."""
    kind = RELATIONS[relation.kind]
    if attribute in {kind.name, kind.inverse}:
        return ""
    return attribute if any(each.name == attribute for each in kind.parts) else None

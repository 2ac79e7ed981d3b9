"""The entities, relations and references read from all files, before they are checked against each other."""

import attrs

from ..format.records import Citation, Entity, Relation
from .report import Place


@attrs.frozen(eq=False)
class Reference:
    """A reference to an entity by id, which is checked once all files are read.

    Attributes:
        target: The id.
        kinds: The kinds allowed; empty for any.
        what: The key, for the message.
        place: Its place in the data.
    """

    target: str
    kinds: tuple[str, ...]
    what: str
    place: Place


@attrs.define(eq=False)
class Tables:
    """The records read from the tables of all files.

    Attributes:
        entities: The entities, each with its place.
        relations: The relations in the order read.
        relation_places: The place of each relation.
        references: All ids that must be those of entities.
        citations: The citations, each with its place.
        unread: The ids in tables of an unknown kind; a reference to one of them is not reported.
        joined: The places of the claims of each entity that several files write, by attribute.
        partial: The attributes, by entity and key, with some claim that is wrong and left out.
    """

    entities: list[tuple[Entity, Place]] = attrs.field(factory=list)
    relations: list[Relation] = attrs.field(factory=list)
    relation_places: list[Place] = attrs.field(factory=list)
    references: list[Reference] = attrs.field(factory=list)
    citations: list[tuple[Citation, Place]] = attrs.field(factory=list)
    joined: dict[str, dict[str, list[Place]]] = attrs.field(factory=dict)
    partial: set[tuple[str, str]] = attrs.field(factory=set)
    unread: set[str] = attrs.field(factory=set)

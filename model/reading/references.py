"""The entities, relations and references read from all files, before they are checked against each other."""

from collections.abc import Mapping
from typing import NamedTuple

import attrs

from ..format import Key
from ..format.records import Citation, Entity, Relation
from .report import Place


class Reference(NamedTuple):
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
        references: Every id that some entity must have.
        citations: The citations, each with its place.
        ends: The numbers of relations, references and citations before the first table of a file, and at the
            end of each.
        unread: The ids in tables of unknown kinds; a reference to one of them is no further mistake.
        joined: The places of the claims of each entity that several files write, by attribute.
        partial: The attributes, by entity and key, with a claim that is wrong and left out.
    """

    entities: list[tuple[Entity, Place]] = attrs.field(factory=list)
    relations: list[Relation] = attrs.field(factory=list)
    relation_places: list[Place] = attrs.field(factory=list)
    references: list[Reference] = attrs.field(factory=list)
    citations: list[tuple[Citation, Place]] = attrs.field(factory=list)
    ends: list[tuple[int, int, int]] = attrs.field(factory=list)
    joined: dict[str, dict[str, list[Place]]] = attrs.field(factory=dict)
    partial: set[tuple[str, str]] = attrs.field(factory=set)
    unread: set[str] = attrs.field(factory=set)

    def note_end(self) -> None:
        """Note that a table ends, or that the first one begins."""
        self.ends.append((len(self.relations), len(self.references), len(self.citations)))

    def take(self, other: "Tables") -> None:
        """Add the tables of one file to those of the files before."""
        self.entities += other.entities
        self.relations += other.relations
        self.relation_places += other.relation_places
        self.references += other.references
        self.citations += other.citations
        self.partial |= other.partial
        self.unread |= other.unread


_REFERENCES = frozenset(("reference", "references"))


def note_references(references: list[Reference], key: Key, value: object, place: Place) -> None:
    """Add the entities that a value names to references, also where it is a table.

    Args:
        references: Receives the references.
        key: The key of the value.
        value: The value.
        place: Its place in the data.
    """
    if key.type == "table" and isinstance(value, Mapping):
        for part in key.parts:
            if part.name in value:
                note_references(references, part, value[part.name], (place, part.name))
        return
    if key.type not in _REFERENCES or value is None:
        return
    references += (
        Reference(target, key.kinds, key.name, place)
        for target in (value if isinstance(value, tuple) else (value,))
        if isinstance(target, str) and target not in key.words
    )

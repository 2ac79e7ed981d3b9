"""The records of `tiers diff`: the two sides, and the rows of the answer."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

import attrs

from tiers.model import Claim, Evidence, Graph, Relation
from tiers.model.answers.changes import Change
from tiers.model.answers.states import Fact
from tiers.model.facts.relation_disputes import FOLLOWED

from ..safe_text import safe
from .values import joined


@attrs.frozen(eq=False)
class Sides:
    """The two states of a model that `diff` compares.

    Attributes:
        old: The old model, at its date where it has one.
        new: The new model, at its date where it has one.
        names: The names shown for the two.
        dated: Whether they are one model at two dates, and not two versions of it.
    """

    old: Graph
    new: Graph
    names: tuple[str, str]
    dated: bool

    @property
    def backward(self) -> bool:
        """Whether the second date is earlier than the first."""
        old, new = self.old.at, self.new.at
        return self.dated and new is not None and (old is None or new.last < old.last)

    @property
    def title(self) -> str:
        """The names of both dates; they say so if the comparison goes back in time."""
        old, new = self.names
        return f"{old} {'back to' if self.backward else 'to'} {new}"


class ManyRows(Sequence["Row"]):
    """Rows that are made when they are looked at, since nearly all of them need only be worded."""

    @abstractmethod
    def __iter__(self) -> "Iterator[Row]": ...

    @abstractmethod
    def stretches(self) -> "Iterator[Sequence[str] | Row]":
        """Yield the rows, as the safe texts of several that have one line each, or as one row of any other entity."""

    def texts(self) -> "Iterator[Sequence[str] | Row]":
        """Yield the rows, as the safe texts of as many as have one line each and follow each other, or as one row."""
        found: list[str] = []
        for each in self.stretches():
            if not isinstance(each, Row):
                found += each
            elif each.has_one_line:
                found.append(each.text)
            else:
                yield found
                yield each
                found = []
        yield found

    @overload
    def __getitem__(self, place: int) -> "Row": ...
    @overload
    def __getitem__(self, place: slice) -> "list[Row]": ...
    def __getitem__(self, place: int | slice) -> "Row | list[Row]":
        return list(self)[place]


class Row(NamedTuple):
    """One entity with a difference.

    Attributes:
        id: The entity.
        name: Its name.
        words: The words after the name, such as its kind.
        label: The attribute or relation that differs, in words; empty where the entity itself is new or gone.
        old: The old values.
        new: The new values.
        note: The note of the evidence.
    """

    id: str
    name: str
    words: tuple[str, ...] = ()
    label: str = ""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    note: str = ""

    @property
    def has_one_line(self) -> bool:
        """Whether nothing stands below the entity."""
        return not (self.old or self.new or self.note)

    @property
    def text(self) -> str:
        """The first line, safe to draw: the entity, with its words."""
        name = f"{self.name}: {self.label}" if self.label else self.name
        return safe(joined(name, *self.words))


def is_back(change: Change) -> bool:
    """Whether a change is of relations that are told of their object."""
    return change.attribute.startswith("~")


def evidence_of(graph: Graph, change: Change, fact: Fact) -> Iterator[Evidence]:
    """Yield the evidence of every relation or claim that states a fact, else that of its entity.

    The state of an entity at a date has its facts without their evidence.
    """
    entity = graph.find(change.id)
    if isinstance(fact, Relation):
        details = {key: value for key, value in fact.details.items() if key != FOLLOWED}
        for each in graph.outgoing(fact.subject, fact.kind):
            if (each.object, each.details) == (fact.object, details):
                yield each.evidence
    elif entity is not None:
        value = fact.value if isinstance(fact, Claim) else fact
        said = [each.evidence for each in entity.claims(change.attribute) if each.value == value]
        yield from said or [entity.evidence]

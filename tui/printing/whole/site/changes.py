"""The dates of the page, and which entities must be read again from one date to the next."""

from collections.abc import Callable, Collection, Hashable, Iterable
from typing import Generic, TypeVar

import attrs

from tiers.model import Date, Graph, Relation
from tiers.model.facts.change_dates import changes
from tiers.model.facts.watched import Watched

from ....wording.description.line import Line
from ....wording.labels import Label

_Found = TypeVar("_Found")

MOST_DATES = 60
"""How many dates a reader can choose: each of them makes the page larger and slower to make."""


def dates_of(graph: Graph) -> tuple[Date, ...]:
    """Return the dates that a reader can choose: the days of change, or if there are too many, those with most changes."""
    found = changes(graph)
    if len(found) > MOST_DATES:
        most = sorted(found, key=lambda each: (-sum(map(len, each.reasons.values())), each.date.last))
        chosen = {each.date.text for each in most[:MOST_DATES]}
        found = tuple(each for each in found if each.date.text in chosen)
    return tuple(each.date for each in found)


@attrs.define(eq=False)
class Answers(Generic[_Found]):
    """Answers about a model, date by date; each is made again only if an entity that it asked about may have changed.

    Attributes:
        found: The answer to each key, at the latest date of `turn`.
        asking: The keys whose answers asked about an entity, by that entity.
        last: Whether no later date follows, so that the entities asked about need not be noted.
    """

    found: dict[Hashable, _Found] = attrs.field(factory=dict)
    asking: dict[str, set[Hashable]] = attrs.field(factory=dict)
    last: bool = True

    def turn(self, turned: Iterable[str], *, last: bool) -> set[Hashable]:
        """Forget the answers that asked about entities that may have changed by the next date; return their keys."""
        self.last = last
        stale: set[Hashable] = set()
        for each in turned:
            stale.update(self.asking.pop(each, ()))
        for key in stale:
            self.found.pop(key, None)
        return stale

    def get(self, graph: Graph, key: Hashable, make: Callable[[Graph], _Found]) -> _Found:
        """Return the answer to a key at the date of a graph; it is made if there is none yet.

        Args:
            graph: The model at its date.
            key: Identifies the answer, with all that it depends on beside the statements of the model.
            make: Makes the answer.
        """
        if key not in self.found:
            watched = None if self.last else Watched.over(graph)
            self.found[key] = make(graph if watched is None else watched)
            for each in () if watched is None else watched.asked:
                self.asking.setdefault(each, set()).add(key)
        return self.found[key]


@attrs.define(eq=False)
class Kept:
    """The answers that are used again at the next date.

    Attributes:
        pages: The lines of each entity.
        labels: The label of a row of the tree, with the relation of the row.
    """

    pages: Answers[tuple[Line, ...]] = attrs.field(factory=Answers)
    labels: Answers[tuple[Relation | None, Label]] = attrs.field(factory=Answers)

    def turn(self, turned: Collection[str], *, last: bool) -> set[Hashable]:
        """Go on to the next date; return the entities that must be read again."""
        self.labels.turn(turned, last=last)
        return self.pages.turn(turned, last=last)

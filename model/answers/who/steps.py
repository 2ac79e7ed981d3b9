"""The parts of an answer of `tiers who`: matches of the topic, holders, and the steps and links of the chain upward."""

import attrs

from ...facts.holding import NOW
from ...format.records import Relation


@attrs.frozen
class Match:
    """An entity that a topic leads to.

    Attributes:
        id: The entity.
        named: Whether its own name says the topic, and not only words by which it may be looked for.
        exact: Whether the entity itself was asked for, and not a topic.
    """

    id: str
    named: bool
    exact: bool


@attrs.frozen(repr=False)
class Holder:
    """An entity that is responsible for a topic, or is the nearest to it.

    Attributes:
        id: The entity.
        named: Whether the documents name it as having the topic; else it is the nearest, by our inference.
        match: The entity that led to it.
        trail: The relations from the match to it, in order; none where it is the match.
        state: Whether it is responsible `now`, is `planned` to be, or was until that `ended`.
        stated: Whether a document says that it is responsible for what the topic led to, however the topic led there.
    """

    id: str
    named: bool
    match: str
    trail: tuple[Relation, ...] = ()
    state: str = NOW
    stated: bool = False

    @property
    def inferred(self) -> bool:
        """Whether only our inference connects it with the topic."""
        return any(each.evidence.inferred for each in self.trail) or not (self.named or self.stated)


@attrs.frozen(repr=False)
class Link:
    """The reason why one step of a chain stands above another.

    Attributes:
        below: The entity from which the step is reached; for a system above a partnership whose layers have all
            been passed, that partnership.
        above: The entity reached.
        how: The kind of the relation that says so, or `layer` for the order of decision-making layers.
        relation: That relation; for `layer` the one that puts the lower entity in its layer or the higher one in its.
        layer: The layer through which the step is reached; `None` for none.
    """

    below: str
    above: str
    how: str
    relation: Relation
    layer: str | None = None

    @property
    def inferred(self) -> bool:
        """Whether only our inference puts the one above the other."""
        return self.how == "layer" or self.relation.evidence.inferred


@attrs.frozen(repr=False)
class Step:
    """One entity of a chain.

    Attributes:
        rank: How many steps above the topic, by the longest way; entities of equal rank stand side by side.
        id: The entity.
        layer: The decision-making layer in which it stands here; `None` where none is documented.
        links: Why it stands here; none at rank 0.
        delegations: What is delegated to it, or to the layer in which it stands.
        silent: Relations upward whose other end the sources do not give.
        below: The steps from which it is reached.
        ended: Relations to those that were above it until they ended, where nothing is above it now.
    """

    rank: int
    id: str
    layer: str | None = None
    links: tuple[Link, ...] = ()
    delegations: tuple[Relation, ...] = ()
    silent: tuple[Relation, ...] = ()
    below: tuple[str, ...] = ()
    ended: tuple[Relation, ...] = ()

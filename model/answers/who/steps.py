"""The parts of an answer of `tiers who`: matches of the topic, holders, steps and links of the chain."""

import attrs

from ...facts.holding import NOW
from ...format.records import Relation


@attrs.frozen
class Match:
    """An entity that a topic leads to.

    Attributes:
        id: The entity.
        named: Whether its own name contains the topic, and not only its topic words.
        exact: Whether the entity itself was asked for, and not a topic.
    """

    id: str
    named: bool
    exact: bool


@attrs.frozen(repr=False)
class Holder:
    """An entity that is responsible for a topic, or the nearest to it.

    Attributes:
        id: The entity.
        named: Whether the documents name it as responsible; else it is the nearest, by our inference.
        match: The entity that led to it.
        trail: The relations from the match to it, in order; empty where it is the match.
        state: Whether it is responsible `now`, is `planned` to be, or was until that `ended`.
        stated: Whether a document says that it is responsible for what the topic led to, however the topic
            led there.
    """

    id: str
    named: bool
    match: str
    trail: tuple[Relation, ...] = ()
    state: str = NOW
    stated: bool = attrs.field(kw_only=True)

    @property
    def inferred(self) -> bool:
        """Whether only our inference connects it with the topic."""
        return any(each.evidence.inferred for each in self.trail) or not (self.named or self.stated)


@attrs.frozen(repr=False)
class Link:
    """The reason why one step of a chain is above another.

    Attributes:
        below: The entity from which the step is reached; for a system above a partnership whose layers have
            all been passed, that partnership.
        above: The entity that is reached.
        how: The kind of the relation that says so, or `layer` for the order of decision-making layers.
        relation: That relation; for `layer` the one that puts one of the two entities in its layer.
        layer: The layer through which the step is reached; `None` for none.
    """

    below: str
    above: str
    how: str
    relation: Relation
    layer: str | None = None

    @property
    def inferred(self) -> bool:
        """Whether the link is only our inference."""
        return self.how == "layer" or self.relation.evidence.inferred


@attrs.frozen(repr=False)
class Step:
    """One entity of a chain.

    Attributes:
        rank: The number of steps above the topic, by the longest way; entities of equal rank stand side by
            side.
        id: The id of the entity.
        layer: Its decision-making layer here; `None` where none is documented.
        links: The links by which it is above the rank below; empty at rank 0.
        delegations: The delegations to it, or to its layer.
        silent: The relations upward with another end that the sources do not give.
        below: The steps from which it is reached.
        ended: The relations to those that were above it until they ended; empty if something is above it now.
    """

    rank: int
    id: str
    layer: str | None = None
    links: tuple[Link, ...] = ()
    delegations: tuple[Relation, ...] = ()
    silent: tuple[Relation, ...] = ()
    below: tuple[str, ...] = ()
    ended: tuple[Relation, ...] = ()

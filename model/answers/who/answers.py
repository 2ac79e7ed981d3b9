"""The records of an answer of `tiers who`: who is responsible in each place, and the chain of those above them."""

import attrs

from ...facts.graph import Graph
from ...facts.holding import Holding
from ...facts.vacant import Vacancy
from .climbing import climb
from .steps import Holder, Match, Step


@attrs.frozen(eq=False, repr=False)
class Chain:
    """Who is responsible for a topic in one place, and who is above them.

    Attributes:
        graph: The model, at its date.
        place: The partnership or area; `None` where no document places it.
        holders: The entities of rank 0.
        remarks: Further sentences about this place.
        holdings: The past, present and planned roles here in the functions that the topic led to.
        vacant: The roles in functions here that a source states to be nobody's, or whose holder it states to
            be unknown.
        everything: Whether it is the chain of an entity asked for by itself, which no function narrows.
    """

    graph: Graph
    place: str | None
    holders: tuple[Holder, ...]
    remarks: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
    vacant: tuple[Vacancy, ...] = ()
    everything: bool = False
    _steps: list[tuple[Step, ...]] = attrs.field(init=False, factory=list)

    @property
    def named(self) -> bool:
        """Whether the documents name a body for the topic here."""
        return any(each.named for each in self.holders)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step, each entity once; computed on first use, since a topic may have hundreds of places."""
        if not self._steps:
            functions = None if self.everything else {each.function for each in self.holdings}
            self._steps.append(climb(self.graph, (each.id for each in self.holders), functions))
        return self._steps[0]

    def holdings_by_holder(self) -> dict[str, list[Holding]]:
        """Return the roles by who has them."""
        found: dict[str, list[Holding]] = {}
        for each in self.holdings:
            found.setdefault(each.id, []).append(each)
        return found

    def __repr__(self) -> str:
        return f"<Chain of {self.place}: {', '.join(each.id for each in self.holders)}>"


@attrs.frozen(eq=False, repr=False)
class Answer:
    """The answer of `tiers who`.

    Attributes:
        topic: The topic as asked, without question words, and with each mistyped word as it was read.
        verdict: What the documents say about who decides, or that they do not say it.
        matches: The entities that the topic led to.
        chains: One chain for each place; those with named holders come first.
        questions: The ids of the questions and gaps about the topic.
        promises: The ids of the commitments about the topic.
        found: Whether a document mentions the topic, so that the verdict is an answer.
        vacant: The roles that a source states to be vacant, in functions of no place with a chain.
        parts: Where the topic as a whole names nothing, the answers about its parts that name somebody, or that a
            source states to be nobody's: about mental health, of children's mental health.
        typed: The topic as typed, without question words.
    """

    topic: str
    verdict: str
    matches: tuple[Match, ...]
    chains: tuple[Chain, ...]
    questions: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    found: bool = True
    vacant: tuple[Vacancy, ...] = ()
    typed: str = attrs.field(default=attrs.Factory(lambda self: self.topic, takes_self=True))
    parts: "tuple[Answer, ...]" = ()

    @property
    def named(self) -> bool:
        """Whether the documents name a body for the topic anywhere."""
        return any(each.named for each in self.chains)

    @property
    def states_nobody(self) -> bool:
        """Whether a source states that nobody has a role in a function of the topic, or that who has it is unknown."""
        return bool(self.vacant) or any(each.vacant for each in self.chains)

    def __repr__(self) -> str:
        return f"<Answer about {self.topic!r}: {self.verdict!r}>"

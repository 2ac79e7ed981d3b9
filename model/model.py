"""The class `Model` that `load` returns: a graph with the questions of the command line as methods."""

from typing import TYPE_CHECKING

from .facts.graph import Graph

if TYPE_CHECKING:
    from .answers.who import Answer


class Model(Graph):
    """A model in its last known state or at a date: `model.as_of("2022").who("frailty")`."""

    __slots__ = ()  # a class like any other: attrs would take 0.4 ms of every start to write its methods once more

    def who(self, topic: str, within: str | None = None) -> "Answer":
        """Return who decides about a topic, as far as the documents state it; see `tiers.model.answers.who.who`."""
        from .answers.who import who  # noqa: PLC0415 - most who load a model do not ask it

        return who(self, topic, within)

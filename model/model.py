"""The class `Model` that `load` returns: a graph with the questions of the command line as methods."""

from typing import TYPE_CHECKING

from .facts.graph import Graph

if TYPE_CHECKING:
    from .answers.diff import Diff
    from .answers.gaps import Gap
    from .answers.who import Answer
    from .finding.ranking.hits import Hit


class Model(Graph):
    """A model in its last known state or at a date: `model.as_of("2022").who("frailty")`."""

    def who(self, topic: str, within: str | None = None) -> "Answer":
        """Return who decides about a topic, as far as the documents state it; see `tiers.model.answers.who.who`."""
        from .answers.who import who  # noqa: PLC0415 - most who load a model do not ask it

        return who(self, topic, within)

    def search(self, query: str, limit: int | None = 20) -> "list[Hit]":
        """Return the entities that a query finds, best first: words, `"phrases"`, `-exclusions`, filters such as `kind:body`.

        Raises:
            ValueError: A filter is wrong.
        """
        from .finding.index import Index  # noqa: PLC0415 - as above

        return self.once(Index).search(query, limit)

    def gaps(self, within: str | None = None) -> "list[Gap]":
        """Return what no document states, each gap with the question to ask, for the whole model or within an entity."""
        from .answers.gaps import gaps  # noqa: PLC0415 - as above

        return gaps(self, within)

    def diff(self, other: Graph) -> "Diff":
        """Return the differences from another model, or from this model at another date."""
        from .answers.diff import diff_of  # noqa: PLC0415 - as above

        return diff_of(self, other)

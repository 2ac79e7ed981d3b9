"""What stands at the end of a print: the sources, numbered, and what the words mean."""

from collections.abc import Iterator

import attrs

from tiers.model import Evidence, Graph, Relation
from tiers.model.format import KINDS

from ...wording.description.footnotes import Footnotes
from ...wording.safe_text import safe
from ...wording.signs import SIGNS

_WORDS = (
    ("inferred", "inferred", "our reading; no source says it in these words"),
    ("name inferred", "name inferred", "that it exists is stated; that it is called so is our reading"),
    ("date inferred", "date inferred", "the day before it is our reading"),
    ("status inferred", "status inferred", "the status before it is our reading"),
    ("grouping inferred", "grouping inferred", "that it belongs under its heading is our reading"),
    ("disputed", "disputed", "the sources disagree about it"),
    ("also ", "also N", "stands at N other places of the view too"),
    ("see above", "see above", "written out at an earlier place"),
    ("planned", "planned", "a source expects it, and none says that it happened"),
    ("proposed", "proposed", "a source proposes it, and none says that it happened"),
    ("shadow", "shadow", "works before it is set up in law"),
    ("last documented", "last documented D", "no later source speaks of it; it may have ended or go on"),
    ("not yet documented", "not yet documented", "the first source that speaks of it is later"),
    ("not yet:", "not yet", "a source says that it begins, or is to begin, later"),
    ("unknown whether ended", "unknown whether ended", "it ended some time around this date"),
    ("named ", "named X here", "the source calls it X at this place"),
    ("as ", "as X", "the source says X for what it stands below"),
    (
        "in what way is unknown",
        "in what way is unknown",
        "no source says whether it decides, oversees or delivers",
    ),
    ("on behalf of ", "on behalf of X", "sits there for X"),
)
"""The words that are explained: how one begins, how it stands in the legend, what it means."""


@attrs.define(eq=False)
class Notes:
    """Gathers, row by row, what is to be said at the end.

    Attributes:
        graph: The model.
        sources: Whether sources are numbered.
        legend: Whether words are explained.
        footnotes: The sources so far.
        kinds: The kinds of entities so far.
        words: The words to be explained so far.
    """

    graph: Graph
    sources: bool
    legend: bool
    footnotes: Footnotes = attrs.field(init=False)
    kinds: set[str] = attrs.field(init=False, factory=set)
    words: set[str] = attrs.field(init=False, factory=set)

    def __attrs_post_init__(self) -> None:
        self.footnotes = Footnotes(self.graph)

    def of(
        self, kind: str, words: tuple[str, ...], entity_id: str | None, relation: Relation | None
    ) -> tuple[int, ...]:
        """Take note of a row and return the numbers of its sources."""
        if self.legend:
            self.kinds.add(kind)
            for word in words:
                self.words.update(begins for begins, _, _ in _WORDS if word.startswith(begins))
        if not self.sources:
            return ()
        found: list[Evidence] = [] if entity_id is None else [self.graph.entity(entity_id).evidence]
        if relation is not None:
            found.append(relation.evidence)
        return tuple(sorted({number for evidence in found for number in self.footnotes.of(evidence)}))

    def cited(self) -> list[tuple[int, str]]:
        """Return each source that was needed with its number."""
        return [(int(line.label), line.text) for line in self.footnotes.lines()]

    def explained(self) -> list[tuple[str, str]]:
        """Return what is to be explained, each with what it means: the kinds, then the words."""
        return [(name, safe(meaning)) for name, meaning in self._explained()]

    def _explained(self) -> Iterator[tuple[str, str]]:
        if not self.legend:
            return
        for name, kind in KINDS.items():
            if name in self.kinds:
                yield SIGNS[name].word, f"{kind.meaning[:1].lower()}{kind.meaning[1:]}".rstrip(".")
        for begins, name, meaning in _WORDS:
            if begins in self.words:
                yield name, meaning

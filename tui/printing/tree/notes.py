"""The end of a print: the numbered sources, and the legend of the words in brackets."""

from collections.abc import Iterator

import attrs

from tiers.model import Evidence, Graph, Relation
from tiers.model.format import KINDS

from ...wording.description.footnotes import Footnotes
from ...wording.safe_text import safe
from ...wording.signs import SIGNS

_WORDS = (
    ("inferred", "inferred", "our reading; no document says it in these words"),
    ("name inferred", "name inferred", "documents state that it exists; its name is our reading"),
    ("date inferred", "date inferred", "the date just before is our reading"),
    ("status inferred", "status inferred", "the status just before is our reading"),
    ("grouping inferred", "grouping inferred", "its place under this heading is our reading"),
    ("disputed", "disputed", "the documents disagree about it"),
    ("also ", "also N", "also shown at N other places in this view"),
    ("see above", "see above", "written out further up"),
    ("planned", "planned", "a document expects it; no document says that it happened"),
    ("proposed", "proposed", "a document proposes it; no document says that it happened"),
    ("shadow", "shadow", "works before it is set up in law"),
    ("last documented", "last documented D", "no later document mentions it; it may have ended or go on"),
    (
        "not yet documented",
        "not yet documented",
        "the first document that mentions it is later than this date",
    ),
    ("not yet:", "not yet", "a document says that it begins, or is planned to begin, later"),
    ("unknown whether ended", "unknown whether ended", "it ended around this date; the day is not stated"),
    ("named ", "named X here", "the document uses the name X for it here"),
    ("as ", "as X", "the document uses the name X for what it is below"),
    (
        "role not stated",
        "role not stated",
        "no document says whether it decides, oversees or delivers",
    ),
    ("on behalf of ", "on behalf of X", "represents X there"),
)
"""The legend: the beginning of a word on a row, the word in the legend, its meaning."""


@attrs.define(eq=False)
class Notes:
    """Collects the sources and words for the end of a print, row by row.

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
        """Note the sources and words of a row; return the numbers of its sources."""
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
        """Return the words to be explained, each with its meaning: the kinds first, then the others."""
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

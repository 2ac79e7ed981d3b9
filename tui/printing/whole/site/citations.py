"""The sources of the whole page, numbered once for all its parts and dates."""

from collections.abc import Iterable, Iterator

import attrs

from tiers.model import Citation, Graph

from ....wording.description.footnotes import citation_words
from ....wording.description.line import Line
from ....wording.safe_text import safe

_HEADING = "Sources"
_WHOLE = "the whole document"


@attrs.define(eq=False)
class Citations:
    """Numbers every cited place in a document, in the order in which the page first cites it.

    Attributes:
        numbers: The number of each cited place, by its text.
        days: The first day of each document in the order of the numbers; empty for one without a date.
        sources: The source of each, in the same order; `None` if the model does not have it.
    """

    numbers: dict[str, int] = attrs.field(factory=dict)
    days: list[str] = attrs.field(factory=list)
    sources: list[str | None] = attrs.field(factory=list)

    def renumbered(self, graph: Graph, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield the lines of a part without its own list of sources, with the numbers of the whole page."""
        found = list(lines)
        end = next(
            (
                place
                for place in range(len(found) - 1, -1, -1)
                if found[place].role == "heading" and found[place].text == _HEADING
            ),
            len(found),
        )
        numbers = dict(self._listed(graph, found[end + 1 :]))
        for each in found[:end]:
            if each.notes:
                yield each.but(notes=tuple(numbers[note] for note in each.notes if note in numbers))
            else:
                yield each

    def _listed(self, graph: Graph, lines: Iterable[Line]) -> Iterator[tuple[int, int]]:
        """Yield the number of each cited place in its own part, and in the page."""
        dated = ""
        for line in lines:
            if line.role == "text" and line.target is not None:
                name = safe(citation_words(graph, Citation(line.target, ""))[0])
                dated = line.text.removeprefix(name)
            elif line.role == "source" and line.label.isdecimal():
                yield int(line.label), self._number(graph, line, dated)

    def _number(self, graph: Graph, line: Line, dated: str) -> int:
        text = line.text
        # below the line of its document, which has the name and date
        if line.indent > 1 and line.target is not None:
            name = safe(citation_words(graph, Citation(line.target, ""))[0])
            text = name + ("" if text == _WHOLE else f", {text}") + dated
        if graph.at is not None:
            text = text.removesuffix(f", later than {graph.at.words()}")
        if text not in self.numbers:
            self.numbers[text] = len(self.numbers) + 1
            day = None if line.target is None else graph.source_date(line.target)
            self.days.append("" if day is None else day.first.isoformat())
            self.sources.append(line.target)
        return self.numbers[text]

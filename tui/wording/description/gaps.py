"""The answer of `tiers gaps` as lines: an agenda of what no document says."""

from collections.abc import Sequence

from tiers.model import Graph
from tiers.model.answers.gaps import SORTS, Gap

from ..safe_text import safe
from .bibliography import bibliography
from .footnotes import Footnotes
from .line import BLANK, Line
from .matters import names


def describe_gaps(graph: Graph, gaps: Sequence[Gap], most: int | None = None) -> tuple[Line, ...]:
    """Return gaps as questions, under a heading with a count for each type of gap, then the sources.

    Args:
        graph: The model, at its date.
        gaps: The gaps.
        most: How many gaps of each type to list before `and N more`; all of them without it.
    """
    footnotes = Footnotes(graph)
    lines: list[Line] = []
    sorts: dict[str, list[Gap]] = {code: [] for code in SORTS}
    for gap in gaps:
        sorts[gap.code].append(gap)
    for code, found in sorts.items():
        if not found:
            continue
        lines.extend((*((BLANK,) if lines else ()), Line("heading", f"{SORTS[code]} ({len(found)})")))
        notes = {each.note for each in found}
        shared = next(iter(notes)) if len(found) > 1 and len(notes) == 1 else ""
        if shared:
            lines.append(Line("note", safe(shared), indent=1))
        for gap in found[:most]:
            numbers = footnotes.of(gap.evidence)
            lines.append(Line("relation", safe(gap.question), target=gap.id, notes=numbers, indent=1))
            if gap.raised_by:
                lines.append(Line("note", safe(f"raised by: {names(graph, gap.raised_by)}"), indent=2))
            if gap.note and not shared:
                lines.append(Line("note", safe(gap.note), indent=2))
        if most is not None and len(found) > most:
            lines.append(
                Line(
                    "note", f"and {len(found) - most:,} more; press `u` at a place for its own gaps", indent=1
                )
            )
    return (*lines, *bibliography(graph, footnotes))

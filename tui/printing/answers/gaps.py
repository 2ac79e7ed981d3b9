"""What no document says for other programs: what `tiers gaps --format json` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.gaps.gap import Gap
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.holding import is_planned
from tiers.model.format import INFERRED, STATED

from ..parts import json_values
from ..parts.json_values import array


def write(graph: Graph, gaps: Iterable[Gap], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each gap."""
    return array((gap_record(graph, each) for each in gaps), unicode=unicode)


def gap_record(graph: Graph, gap: Gap) -> dict[str, object]:
    """Return a gap as every JSON output has it."""
    return {
        "code": gap.code,
        "id": gap.id,
        "name": graph.name(gap.id),
        "question": gap.question,
        "note": gap.note or None,
        "raised_by": [
            {
                "id": each if each in graph else None,
                "name": graph.name(each),
                "basis": INFERRED if each in gap.raised_by_reading else STATED,
            }
            for each in gap.raised_by
        ],
        "basis": gap.evidence.basis,
        "sources": json_values.sources(graph, gap.evidence),
        "planned": is_planned(graph, gap.id),
        "disputed": is_disputed(graph, gap.id),
    }

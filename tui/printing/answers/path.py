"""The paths between two entities as Markdown tables for a paper, as CSV and as JSON: what `tiers path` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Date, Graph
from tiers.model.answers.paths import Hop, Way
from tiers.model.facts.holding import state_of

from ...wording.description.footnotes import Footnotes
from ...wording.description.path import heading_words, named_words
from ...wording.description.values import inferred_word, joined
from ...wording.relation_words import relation_words
from ...wording.safe_text import safe
from ..parts import csv_lines, json_values
from ..parts.json_schema import BASIS, DATE, SOURCES, TEXT, Schema, maybe, record, rows, said
from ..parts.json_values import array
from ..parts.markdown import escaped
from .cited import Row, cited_table, source_list
from .record import DISPUTE, dispute_schema, relation_dispute

_HEADINGS = ("From", "Relation", "To")
COLUMNS = (
    "path", "step", "id", "name", "relation", "direction", "label", "basis", "standing", "state", "until", "sources",
    "disputed", "not_followed",
)  # fmt: skip
"""The columns of CSV: the number of the path, the position in it, then keys of the JSON; `not_followed` is `followed`, turned."""


def write_markdown(graph: Graph, ways: Iterable[Way], until: Date | None = None) -> Iterator[str]:
    """Yield a heading and a table with a row for each relation, for each path, followed by the sources by number."""
    footnotes = Footnotes(graph)
    for number, way in enumerate(ways):
        yield "\n" if number else ""
        yield f"## {escaped(safe(heading_words(graph, way, until)))}\n\n"
        yield from cited_table(footnotes, _HEADINGS, [_row(graph, hop) for hop in way])
    yield from source_list(footnotes)


def write_csv(graph: Graph, ways: Iterable[Way], until: Date | None = None) -> Iterator[str]:
    """Yield a line for each entity of each path, the shortest path first."""
    lines = (
        {
            **dict.fromkeys(("until", "disputed")),
            **each,
            "not_followed": each.get("followed") is False,
            "path": number,
            "step": step,
        }
        for number, way in enumerate(ways, 1)
        for step, each in enumerate(_steps(graph, way, until))
    )
    return csv_lines.table(COLUMNS, lines)


def _row(graph: Graph, hop: Hop) -> Row:
    words = relation_words(graph, hop.relation, hop.end)
    label = joined(hop.words(graph), *words, inferred_word(hop.relation.evidence))
    return (named_words(graph, hop.start), label, named_words(graph, hop.end)), (hop.relation.evidence,)


def write_json(
    graph: Graph, ways: Iterable[Way], *, unicode: bool, until: Date | None = None
) -> Iterator[str]:
    """Yield an array with a list of entities for each path, the shortest path first.

    Args:
        graph: The model, at its date.
        ways: The paths.
        unicode: Whether more than ASCII may be written.
        until: The last day on which they connected the two; `None` for paths that hold at the date.
    """
    return array((_steps(graph, way, until) for way in ways), unicode=unicode)


def _steps(graph: Graph, way: Way, until: Date | None) -> list[dict[str, object]]:
    return [_start(graph, way, until), *(_step(graph, hop) for hop in way)]


def _start(graph: Graph, way: Way, until: Date | None) -> dict[str, object]:
    """Return the first entity of a path, which has no relation before it, with the last day of a path that has ended."""
    start = way[0].start
    reached = dict.fromkeys(("relation", "direction", "label", "basis"))
    standing = graph.standing(start).state
    return {
        "id": start,
        "name": graph.name(start),
        **reached,
        "sources": [],
        "standing": standing,
        "state": None,
        "until": until,
    }


def _step(graph: Graph, hop: Hop) -> dict[str, object]:
    """Return an entity of a path with the relation that leads to it, and the state of both."""
    return {
        "id": hop.end,
        "name": graph.name(hop.end),
        "relation": hop.relation.kind,
        "direction": hop.direction,
        "label": hop.words(graph),
        "basis": hop.relation.evidence.basis,
        "sources": json_values.sources(graph, hop.relation.evidence),
        "standing": graph.standing(hop.end).state,
        "state": state_of(graph, hop.relation)[0],
        **relation_dispute(graph, hop.relation),
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    step = record(
        {
            "id": TEXT,
            "name": TEXT,
            "relation": said(maybe(TEXT), "the kind of relation by which it is reached; null for the first"),
            "direction": maybe({"enum": ["out", "in"]}),
            "label": maybe(TEXT),
            "basis": maybe(BASIS),
            "sources": SOURCES,
            "standing": TEXT,
            "state": maybe(TEXT),
            "until": said(maybe(DATE), "of the first: until when the path connected; null for one that does"),
            **dispute_schema(),
        },
        optional=("until", *DISPUTE),
    )
    return rows(rows(step))

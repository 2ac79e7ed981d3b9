"""The results of a search as a Markdown table for a paper, as CSV and as JSON: what `tiers search` prints."""

from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.ends import is_over
from tiers.model.finding.ranking.hits import Hit
from tiers.model.structure.placing import path_of, tier_of

from ...wording.description.footnotes import Footnotes
from ..parts import csv_lines
from ..parts.json_schema import BASIS, FLAG, SOURCES, TEXT, TEXTS, Schema, maybe, record, rows, said
from ..parts.json_values import array, sources
from ..parts.table import entity_row
from .cited import cited_table, source_list

_HEADINGS = ("Name", "Kind", "Tier", "Place", "Found by", "Id")
COLUMNS = (
    "id", "name", "kind", "tier", "path", "score", "matched", "standing", "basis", "disputed", "sources",
    "identifiers",
)  # fmt: skip
"""The columns of CSV, which are keys of the JSON."""


def write_markdown(graph: Graph, hits: Iterable[Hit]) -> Iterator[str]:
    """Yield a table with a row for each entity found, followed by the sources by number."""
    footnotes = Footnotes(graph)
    found = [(each, entity_row(graph, each.id)) for each in hits]
    rows = [((*row[1:], each.matched, each.id), (graph.entity(each.id).evidence,)) for each, row in found]
    yield from cited_table(footnotes, _HEADINGS, rows)
    yield from source_list(footnotes)


def write_csv(graph: Graph, hits: Iterable[Hit]) -> Iterator[str]:
    """Yield a line for each entity found, best first."""
    return csv_lines.table(
        COLUMNS,
        ({**_record(graph, each), "path": csv_lines.PATH_MARK.join(_path(graph, each))} for each in hits),
    )


def _path(graph: Graph, hit: Hit) -> list[str]:
    return [graph.name(each) for each in path_of(graph, hit.id)]


def write_json(graph: Graph, hits: Iterable[Hit], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each entity found, best first."""
    return array((_record(graph, each) for each in hits), unicode=unicode)


def _record(graph: Graph, hit: Hit) -> dict[str, object]:
    return {
        "id": hit.id,
        "name": graph.name(hit.id),
        "kind": graph.kind(hit.id),
        "tier": tier_of(graph, hit.id),
        "path": _path(graph, hit),
        "score": hit.score,
        "matched": hit.matched,
        "standing": graph.standing(hit.id).state,
        "basis": graph.entity(hit.id).evidence.basis,
        "disputed": is_disputed(graph, hit.id),
        "sources": sources(graph, graph.entity(hit.id).evidence),
        "identifiers": _codes(graph, hit),
    }


def _codes(graph: Graph, hit: Hit) -> list[str]:
    """Return the codes of an entity at the date, which distinguish entities of one name."""
    claims = graph.entity(hit.id).claims("identifiers")
    return [*dict.fromkeys(str(each.value) for each in claims if not is_over(graph, each.end_date, graph.at))]


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    return rows(
        record(
            {
                "id": TEXT,
                "name": TEXT,
                "kind": TEXT,
                "tier": maybe(TEXT),
                "path": said(TEXTS, "the names of what it is below, the widest first"),
                "score": said({"type": "number"}, "how well it fits: the best first"),
                "matched": said(TEXT, "by what it was found"),
                "standing": said(TEXT, "how it stands at the date"),
                "basis": BASIS,
                "disputed": FLAG,
                "sources": SOURCES,
                "identifiers": said(TEXTS, "the codes that it has at the date"),
            }
        )
    )

"""`tiers search`: entities found by any of their words, best first."""

import argparse
from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.finding.index import Index
from tiers.model.finding.query import FILTERS, QueryError, parse_query, query_of
from tiers.model.finding.ranking.hits import Hit
from tiers.model.format import KINDS, TIERS

from ...printing.parts.table import HEADINGS, columns, entity_row
from ...wording.safe_text import safe, screen_width
from ...wording.unknown_words import nearest_words, nothing_found, unknown_words
from ..failure import NO, Failure, say
from ..model import entity_named, graph_of
from ..options import ANSWER_FORMATS, add_format, one_of, whole_number
from ..output import write, write_answer

_INSIDE = 0.01
"""The score of a hit whose name has the query inside other words, lower than any other score."""

USAGE = "tiers search [OPTIONS] QUERY..."
MORE = (
    "It searches names, codes and descriptions; entities that have ended are marked. Filters in the query narrow it, "
    f"such as `has:disagreement`: {', '.join(f'`{each}:`' for each in FILTERS)}. `tiers help query` explains them."
)
EXAMPLES = (
    "tiers search fraility",
    "tiers search ICP --tier place",
    "tiers search board --in harrow --kind body",
    "tiers search has:disagreement in:harrow",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query", metavar="QUERY", nargs="*", help="words, names or codes; small typing errors do not matter"
    )
    parser.add_argument(
        "--kind", metavar="KIND", type=one_of("--kind", KINDS), help=f"only one kind: {', '.join(KINDS)}"
    )
    parser.add_argument(
        "--tier", metavar="TIER", type=one_of("--tier", TIERS), help=f"only one tier: {', '.join(TIERS)}"
    )
    parser.add_argument("--in", dest="within", metavar="NODE", help="only an entity and what is below it")
    parser.add_argument(
        "--limit",
        metavar="N",
        type=whole_number("--limit", 1),
        default=20,
        help="the largest number of results (default: 20)",
    )
    add_format(parser, ANSWER_FORMATS)


def run(options: argparse.Namespace) -> int:
    words = query_of(options.query)
    if not words.strip():
        raise Failure("`tiers search` needs words to search for", hint=f"for example `{EXAMPLES[0]}`")
    graph = graph_of(options)
    index = Index(graph)
    try:
        found = index.matches(" ".join((*_filters(graph, options), words)))
    except QueryError as error:
        raise Failure(error.message, hint=error.hint) from None
    hits = found.best(options.limit) or _inside(index, words, list(_filters(graph, options)))[: options.limit]
    if options.format != "text":
        from ...printing.answers import search as answer  # noqa: PLC0415 - only these formats pay for it

        if hits or options.format != "markdown":
            write_answer(answer, options.format, graph, hits)
    elif hits:
        write(columns([(*HEADINGS, "matched"), *(_row(graph, hit) for hit in hits)], screen_width()))
    if not hits:
        raise Failure(nothing_found(index, words), hint=nearest_words(index, words), status=NO)
    if found.unknown and len(found):
        say(f"{unknown_words(found.unknown)}\n")
    if len(found) > len(hits):
        say(f"{len(found) - len(hits):,} more match: `--limit {len(found)}` shows all\n")
    return 0


def _inside(index: Index, words: str, filters: list[str]) -> list[Hit]:
    """Return the entities whose names have the words inside other words, if no other entity was found."""
    asked = parse_query(words)
    if asked.phrases or asked.excluded or asked.filters:
        return []
    fitting = index.matches(" ".join(filters)) if filters else None
    ids = (each for each in index.inside(words) if fitting is None or each in fitting)
    return [Hit(each, _INSIDE, "inside a word of the name") for each in ids]


def _filters(graph: Graph, options: argparse.Namespace) -> Iterator[str]:
    """Yield the options as filters of a query, such as `kind:body`."""
    if options.kind is not None:
        yield f"kind:{options.kind}"
    if options.tier is not None:
        yield f"tier:{options.tier}"
    if options.within is not None:
        yield f"in:{entity_named(graph, options.within, 'search … --in')}"


def _row(graph: Graph, hit: Hit) -> tuple[str, ...]:
    return (*entity_row(graph, hit.id), safe(hit.matched))

"""`tiers glossary`: terms of art in plain words."""

import argparse
from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.answers.glossary import Entry, glossary, look_up, nearest_terms

from ...printing.parts.wrapping import fitted
from ...wording.description.glossary import entry_words
from ...wording.safe_text import safe, screen_width
from ..failure import NO, Failure, say
from ..model import graph_of
from ..options import ANSWER_FORMATS, add_format
from ..output import write, write_answer, write_lines

USAGE = "tiers glossary [OPTIONS] [TERM]"
MORE = "It also lists the entities that have the name."
EXAMPLES = (
    "tiers glossary ICP",
    'tiers glossary "integrated care board"',
    "tiers glossary --format json",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "term", metavar="TERM", nargs="?", help="an acronym or a word; without it every term, one a line"
    )
    add_format(parser, ANSWER_FORMATS)


def run(options: argparse.Namespace) -> int:
    graph = graph_of(options)
    entries = glossary(graph) if options.term is None else _found(graph, options.term)
    if options.format != "text":
        from ...printing.answers import glossary as answer  # noqa: PLC0415 - only these formats pay for it

        if entries or options.format != "markdown":
            write_answer(answer, options.format, graph, entries)
    elif options.term is None and entries:
        write(fitted(_listed(entries), screen_width()))
        say("`tiers glossary TERM` gives each meaning, the entities it names and its sources\n")
    elif entries:
        from ...wording.description.glossary import describe_glossary  # noqa: PLC0415 - as above

        write_lines(describe_glossary(graph, entries), options.color)
    if not entries:
        by_then = "" if graph.at is None else f" up to {graph.at.words()}"
        raise Failure(f"no document{by_then} uses a term of the glossary", status=NO)
    return 0


def _found(graph: Graph, term: str) -> list[Entry]:
    if not term.strip():
        raise Failure("the term is empty", hint="`tiers glossary` lists the terms")
    entries = look_up(graph, term)
    known = [each for each in entries if each.meanings or not each.id]
    if known:
        return known
    if entries and graph.at is not None:
        ended = entries[0].ended
        if ended is not None:
            name, at = entries[0].name, graph.at.words()
            hint = f"`tiers glossary` without `--as-of` tells what `{name}` meant"
            raise Failure(f"`{name}` was in use {ended.after('until')}, not at {at}", hint=hint, status=NO)
        raise Failure(f"no document up to {graph.at.words()} uses `{entries[0].name}`", status=NO)
    near = nearest_terms(graph, term)
    hint = (
        f"the nearest are {', '.join(f'`{each}`' for each in near)}"
        if near
        else "`tiers glossary` lists them"
    )
    raise Failure(f"the glossary has no `{term}`", hint=hint)


def _listed(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield safe(": ".join(entry_words(entry))) + "\n"

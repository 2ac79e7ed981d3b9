"""`tiers glossary`: jargon in plain words."""

import argparse
from collections.abc import Iterable, Iterator

from tiers.model import Graph
from tiers.model.glossary import Entry, Meaning, glossary, look_up, nearest_terms
from tiers.model.placing import tier_of

from ..safe_text import safe
from .failure import NO, Failure, say
from .model import graph_of
from .options import add_format
from .output import in_colour, is_unicode, write

USAGE = "tiers glossary [OPTIONS] [TERM]"
MEANING = "Jargon in plain words: every meaning of a term, at its tier and time, with what bears it."
EXAMPLES = (
    "tiers glossary ICP",
    'tiers glossary "integrated care board"',
    "tiers glossary --format json",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "term", metavar="TERM", nargs="?", help="an acronym or a word; without it every term, one a line"
    )
    add_format(parser, (("text", "for people"), ("json", "for other programs")))


def run(options: argparse.Namespace) -> int:
    graph = graph_of(options)
    entries = glossary(graph) if options.term is None else _found(graph, options.term)
    if options.format == "json":
        write(_json(graph, entries, unicode=is_unicode()))
    elif options.term is None and entries:
        write(_listed(entries))
        say("`tiers glossary TERM` tells each meaning, what bears it and where it is written\n")
    elif entries:
        from ..describing.glossary import describe_entries  # noqa: PLC0415 - only this format pays for it
        from ..printing import description  # noqa: PLC0415 - as above

        write(description.write(describe_entries(graph, entries), colour=in_colour(options.color)))
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
        spelt = dict.fromkeys(each.expansion.casefold() for each in entry.meanings)
        words = [each for each in spelt if each not in {"", "unknown", entry.name.casefold()}]
        first = {each.expansion.casefold(): each.expansion for each in reversed(entry.meanings)}
        short = "; ".join(first[each] for each in words)
        count = f" ({len(entry.meanings)} meanings)" if len(entry.meanings) > 1 else ""
        yield safe(f"{entry.name}{f' = {short}' if short else ''}{count}: {entry.summary}") + "\n"


def _json(graph: Graph, entries: Iterable[Entry], *, unicode: bool) -> Iterator[str]:
    from ..printing.exact import value  # noqa: PLC0415 - only this format pays for it

    lines = ",\n".join(
        value(
            {
                "id": entry.id or None,
                "term": entry.name,
                "summary": entry.summary or None,
                "meanings": [_meaning(graph, each) for each in entry.meanings],
                "also": [_bearer(graph, each) for each in entry.also],
            },
            unicode=unicode,
        )
        for entry in entries
    )
    yield f"[\n{lines}\n]\n" if lines else "[]\n"


def _meaning(graph: Graph, meaning: Meaning) -> dict[str, object]:
    from ..printing.exact import sources  # noqa: PLC0415 - only this format pays for it

    return {
        "meaning": meaning.text,
        "expansion": meaning.expansion or None,
        "tier": meaning.tier or None,
        "first": meaning.first,
        "last": meaning.last,
        "bearers": [_bearer(graph, each) for each in meaning.bearers],
        "basis": meaning.evidence.basis,
        "note": meaning.evidence.note or None,
        "sources": sources(graph, meaning.evidence),
    }


def _bearer(graph: Graph, entity_id: str) -> dict[str, object]:
    return {
        "id": entity_id,
        "name": graph.name(entity_id),
        "kind": graph.kind(entity_id),
        "tier": tier_of(graph, entity_id),
    }

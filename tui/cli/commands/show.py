"""`tiers show`: everything about one entity."""

import argparse

from ..failure import Failure
from ..model import entity_named, graph_of
from ..options import add_format
from ..output import is_unicode, write, write_lines

USAGE = "tiers show [OPTIONS] NODE"
MORE = "It shows the attributes, the relations in both directions, and the sources."
EXAMPLES = (
    'tiers show "Harrow Health and Care Executive"',
    "tiers show harrow-jmb --sources",
    "tiers show harrow-jmb --format json",
    "tiers --as-of 2021-06-30 show harrow",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("node", metavar="NODE", nargs="?", help="the entity to show, by id, code or name")
    parser.add_argument(
        "--sources",
        action="store_true",
        help="list every statement with its source, the place in it, its date, and whether it is stated or "
        "inferred; JSON always has them",
    )
    add_format(parser, (("text", "for people"), ("json", "for other programs")))


def run(options: argparse.Namespace) -> int:
    if options.node is None:
        raise Failure("`tiers show` needs the name of an entity", hint=f"for example `{EXAMPLES[0]}`")
    graph = graph_of(options)
    entity_id = entity_named(graph, options.node, "show")
    if options.format == "json":
        from ...printing.answers import record  # noqa: PLC0415 - only this format pays for it

        write(record.write(graph, entity_id, unicode=is_unicode()))
    else:
        from tiers.model.format import keys_of  # noqa: PLC0415 - read by the model already
        from tiers.model.reading.whereabouts import whereabouts  # noqa: PLC0415 - as above

        from ...wording.at_date import seen_words  # noqa: PLC0415 - as above
        from ...wording.description import Line, describe  # noqa: PLC0415 - only this format pays for it
        from ...wording.description.line import BLANK  # noqa: PLC0415 - as above
        from ...wording.safe_text import safe  # noqa: PLC0415 - as above

        lines = describe(graph, entity_id)
        if graph.at is not None:
            lines = (*lines[:2], Line("subtitle", seen_words(graph)), *lines[2:])
        if options.sources:
            from ...wording.description.provenance import provenance  # noqa: PLC0415 - only where it is asked for

            lines = (*lines, *provenance(graph, entity_id))
        entity = graph.entity(entity_id)
        found = whereabouts(entity)
        if found.line is not None:
            others = entity.texts("aliases") if "aliases" not in keys_of(entity.kind) else ()
            also = f", and elsewhere as {' and '.join(others)}" if others else ""
            lines = (*lines, BLANK, Line("note", safe(f"Written in {found.file}:{found.line}{also}")))
        write_lines(lines, options.color)
    return 0

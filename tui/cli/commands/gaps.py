"""`tiers gaps`: what no document says, each with the question to ask."""

import argparse

from tiers.model.answers.gaps import gaps

from ...wording.safe_text import screen_width
from ..model import entity_named, graph_of
from ..options import add_format, add_within, date, node_of
from ..output import in_colour, is_unicode, write

USAGE = "tiers gaps [OPTIONS] [NODE]"
MORE = "Open questions come first, then body by body what is missing."
EXAMPLES = (
    "tiers gaps harrow",
    "tiers gaps harrow --older-than 2022-01-01",
    "tiers gaps harrow --format markdown > agenda.md",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    add_within(parser, "only the gaps of one entity, of what belongs to it, and the questions about it")
    parser.add_argument(
        "--older-than",
        metavar="DATE",
        type=date("--older-than"),
        help="also list entities that no document mentions on this date or later",
    )
    add_format(
        parser,
        (("text", "for people"), ("markdown", "a table for a paper"), ("json", "for other programs")),
    )


def run(options: argparse.Namespace) -> int:
    graph = graph_of(options)
    node = node_of(options)
    within = None if node is None else entity_named(graph, node, "gaps")
    found = gaps(graph, within, older_than=options.older_than)
    if options.format == "json":
        from ...printing.answers.gaps import write_json  # noqa: PLC0415 - only this format pays for it

        write(write_json(graph, found, unicode=is_unicode()))
        return 0
    if found and options.format == "markdown":
        from ...printing.answers.gaps import write_markdown  # noqa: PLC0415 - as above

        write(write_markdown(graph, found))
        return 0
    from ...printing.answers import description  # noqa: PLC0415 - as above
    from ...wording.description.gaps import describe_gaps  # noqa: PLC0415 - as above

    write(
        description.write(describe_gaps(graph, found), colour=in_colour(options.color), width=screen_width())
    )
    if not found:
        of = "" if within is None else f" of {graph.name(within)}"
        by_then = "" if graph.at is None else f" at {graph.at.words()}"
        write([f"No gaps found{of}{by_then}.\n"])
    return 0

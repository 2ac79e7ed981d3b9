"""`tiers matters`: questions and promises: asked, answered, promised, due, and reported since."""

import argparse

from tiers.model.answers.matters import STATES, matters

from ..failure import NO, Failure
from ..model import entity_named, graph_of
from ..options import ANSWER_FORMATS, add_format, add_within, node_of, one_of
from ..output import write_answer, write_lines

USAGE = "tiers matters [OPTIONS] [NODE]"
MORE = "State by state, what was promised and not seen since first."
EXAMPLES = (
    "tiers matters harrow",
    'tiers matters harrow --state "not seen since"',
    "tiers matters --format markdown > follow-up.md",
    "tiers --as-of 2021-12-31 matters harrow",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    add_within(parser, "only matters that belong to one entity, or are about it")
    parser.add_argument(
        "--state",
        metavar="STATE",
        type=one_of("--state", STATES),
        help=f"only what stands so: {', '.join(STATES)}",
    )
    add_format(parser, ANSWER_FORMATS)


def run(options: argparse.Namespace) -> int:
    graph = graph_of(options)
    node = node_of(options)
    within = None if node is None else entity_named(graph, node, "matters")
    found = matters(graph, within, state=options.state or "")
    if options.format != "text":
        from ...printing.answers import matters as answer  # noqa: PLC0415 - only these formats pay for it

        if found or options.format != "markdown":
            write_answer(answer, options.format, graph, found)
    elif found:
        from ...wording.description.matters import describe_matters  # noqa: PLC0415 - as above

        write_lines(describe_matters(graph, found), options.color)
    if not found:
        of = "" if within is None else f" of {graph.name(within)}"
        by_then = "" if graph.at is None else f" by {graph.at.words()}"
        standing = f" that stands as {options.state}" if options.state else ""
        raise Failure(f"nothing is recorded as asked or promised{of}{standing}{by_then}", status=NO)
    return 0

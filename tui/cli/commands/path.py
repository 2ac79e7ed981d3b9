"""`tiers path`: how two entities are connected."""

import argparse

from tiers.model.answers.paths import paths
from tiers.model.format import RELATIONS

from ..failure import NO, Failure
from ..model import entity_named, graph_of
from ..options import ANSWER_FORMATS, add_format, one_of
from ..output import write_answer, write_lines

USAGE = "tiers path [OPTIONS] A B"
MORE = (
    "The shortest path comes first; each relation is worded in the direction it is followed. Where nothing connects the two "
    "any more, the answer says until when they were connected and how, and the exit status is 1."
)
EXAMPLES = (
    'tiers path "Harrow Council" "Frailty and care settings"',
    "tiers path harrow-council harrow-frailty --via delegates_to",
    "tiers path harrow hf-icp --avoid part_of --format json",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ends", metavar="A B", nargs="*", help="two entities, each by id, code or name")
    for option, meaning in (
        ("--via", "a kind of relation that must be on the path"),
        ("--avoid", "a kind of relation that must not be on the path"),
    ):
        parser.add_argument(
            option,
            metavar="REL",
            action="append",
            type=one_of(option, RELATIONS),
            default=[],
            help=f"{meaning}, such as delegates_to; may be given several times",
        )
    add_format(parser, ANSWER_FORMATS)


def run(options: argparse.Namespace) -> int:
    if len(options.ends) != 2:  # noqa: PLR2004 - a way has two ends
        hint = f"for example `{EXAMPLES[0]}`; put a name of several words in quotes"
        raise Failure("`tiers path` needs two entities", hint=hint)
    both = sorted(set(options.via) & set(options.avoid))
    if both:
        raise Failure(f"`{both[0]}` cannot be given for both `--via` and `--avoid`")
    graph = graph_of(options)
    first, last = options.ends
    start = entity_named(graph, first, "path", last)
    end = entity_named(graph, last, f"path {start}")
    if start == end:
        raise Failure(f"both are {graph.name(start)}", hint="name two different entities")
    ways, former = paths(graph, start, end, via=options.via, avoid=options.avoid), None
    if not ways:
        from tiers.model.answers.former_paths import former_paths  # noqa: PLC0415 - only where nothing connects them

        former = former_paths(graph, start, end, via=options.via, avoid=options.avoid)
    found, until = (ways, None) if former is None else (former.ways, former.until)
    if options.format != "text":
        from ...printing.answers import path as answer  # noqa: PLC0415 - only these formats pay for it

        if found or options.format != "markdown":
            write_answer(answer, options.format, graph, found, until=until)
    elif found:
        from ...wording.description.path import describe_paths  # noqa: PLC0415 - only this format pays for it

        lines = describe_paths(graph, found, until)
        write_lines(lines, options.color)
    if not ways:
        at = f" at {graph.at.words()}" if graph.at is not None else ""
        message = f"no path from {graph.name(start)} to {graph.name(end)}{at}"
        raise Failure(
            message if until is None else f"{message}; they were connected {until.after('until')}", status=NO
        )
    return 0

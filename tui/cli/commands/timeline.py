"""`tiers timeline`: what happened and what is due."""

import argparse

from tiers.model import Graph
from tiers.model.answers.timeline import timeline

from ...wording.safe_text import screen_width
from ..failure import NO, Failure
from ..model import entity_named, graph_of
from ..options import ANSWER_FORMATS, add_format, date
from ..output import is_unicode, write, write_answer, write_lines

USAGE = "tiers timeline [OPTIONS] [NODE]"
MORE = "The earliest date comes first."
EXAMPLES = (
    "tiers timeline harrow --from 2022-02-01 --to 2022-07-01",
    "tiers timeline nwl-ccg-merger",
    "tiers timeline harrow --format strip",
    "tiers timeline --format json",
)
STRIP = ("strip", "since when and until when each thing stands, drawn along a line of years")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "node", metavar="NODE", nargs="?", help="only dates of one entity and of what is below it"
    )
    parser.add_argument(
        "--from", dest="since", metavar="DATE", type=date("--from"), help="only this date and later"
    )
    parser.add_argument(
        "--to", dest="until", metavar="DATE", type=date("--to"), help="only this date and earlier"
    )
    add_format(parser, (ANSWER_FORMATS[0], STRIP, *ANSWER_FORMATS[1:]))


def run(options: argparse.Namespace) -> int:
    since, until = options.since, options.until
    if since is not None and until is not None and since.first > until.last:
        raise Failure("`--from` is later than `--to`", hint=f"`tiers timeline --from {until} --to {since}`")
    graph = graph_of(options)
    within = None if options.node is None else entity_named(graph, options.node, "timeline")
    if options.format == "strip":
        return _strip(options, graph, within)
    items = timeline(graph, within, since=since, until=until)
    if options.format != "text":
        from ...printing.answers import timeline as answer  # noqa: PLC0415 - only these formats pay for it

        if items or options.format != "markdown":
            write_answer(answer, options.format, graph, items)
    else:
        from ...wording.description.timeline import describe_timeline  # noqa: PLC0415 - as above

        lines = describe_timeline(graph, items, within)
        write_lines(lines, options.color)
    if not items:
        raise _nothing(options, graph, within)
    return 0


def _strip(options: argparse.Namespace, graph: Graph, within: str | None) -> int:
    """Write the periods as a strip."""
    from tiers.model.answers.periods import lasting, periods  # noqa: PLC0415 - only this format pays for it

    from ...printing.answers import strip  # noqa: PLC0415 - as above

    found = periods(graph, within, since=options.since, until=options.until)
    if not found:
        raise _nothing(options, graph, within)
    unicode, width = is_unicode("".join(strip.IN_ASCII)), screen_width() or strip.WIDTH
    shown = lasting(found)
    drawn = strip.strip(graph, shown, width, unicode=unicode, since=options.since, until=options.until)
    write(strip.write(drawn, width, len(found) - len(shown), unicode=unicode))
    return 0


def _nothing(options: argparse.Namespace, graph: Graph, within: str | None) -> Failure:
    of = "" if within is None else f" for {graph.name(within)}"
    return Failure(f"no date is documented{of}{_between(options)}", status=NO)


def _between(options: argparse.Namespace) -> str:
    words = (("from", options.since), ("to", options.until), ("as of", options.as_of))
    return "".join(f" {word} {day.words()}" for word, day in words if day is not None)

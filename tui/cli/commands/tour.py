"""`tiers tour`: five real questions about the model, each with its answer."""

import argparse
import sys

from tiers.model.answers.tour import questions

from ...wording.safe_text import drawn_on, screen_width
from ..asked_paths import named_paths
from ..failure import NO, Failure
from ..model import graph_of
from ..output import in_colour, write

USAGE = "tiers tour [OPTIONS]"
MORE = (
    "On a terminal the explorer opens and asks them one by one, with the "
    "keys to press; `--text`, or a pipe, writes them with their commands and the first lines of each answer."
)
EXAMPLES = ("tiers tour", "tiers tour --text", "tiers --model our-place tour | less")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--text",
        action="store_true",
        help="write the questions and answers on a terminal too, instead of the explorer",
    )


def run(options: argparse.Namespace) -> int:
    graph = graph_of(options)
    found = questions(graph)
    if not found:
        at = "" if graph.at is None else f" as of {graph.at.words()}"
        raise Failure(f"nothing is recorded{at} that a question could be about", status=NO)
    is_there = all(each is not None and each.isatty() for each in (sys.stdin, sys.stdout))
    if not options.text and is_there and drawn_on() is not None:
        from ..exploring import explore  # noqa: PLC0415 - only on a terminal

        return explore(options, graph, tours=True)
    from ...printing.answers import tour  # noqa: PLC0415 - only where it is written

    before = [word for path in named_paths(options) for word in ("--model", path)]
    if options.as_of is not None:
        before += ["--as-of", str(options.as_of)]
    write(tour.write(graph, found, before, colour=in_colour(options.color), width=screen_width()))
    return 0

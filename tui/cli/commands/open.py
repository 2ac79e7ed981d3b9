"""`tiers open`: the explorer."""

import argparse
import os
import sys

from ..exploring import explore
from ..failure import Failure
from ..model import entity_named, graph_of
from ..options import add_view
from ..output import DUMB

USAGE = "tiers open [OPTIONS] [NODE]"
EXAMPLES = (
    "tiers",
    "tiers open harrow --view decisions",
    "tiers --as-of 2021-06-30",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("node", metavar="NODE", nargs="?", help="the entity to begin at, by id, code or name")
    add_view(parser)
    parser.set_defaults(view=None)  # the last view of the reader, else the first view
    parser.add_argument(
        "--no-state",
        action="store_true",
        help="begin as if for the first time, and keep nothing for the next (also TIERS_NO_STATE=1)",
    )


def run(options: argparse.Namespace) -> int:
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        raise Failure(
            "the explorer needs a terminal, and there is none here",
            hint="`tiers print` writes the structure as text",
        )
    if os.environ.get("TERM") == DUMB:
        raise Failure(
            "the explorer needs a terminal that can place text, and `TERM=dumb` says that this one cannot",
            hint="`tiers print` writes the structure as text",
        )
    graph = graph_of(options)
    node = None if options.node is None else entity_named(graph, options.node, "open")
    keeps = not (options.no_state or os.environ.get("TIERS_NO_STATE"))
    return explore(options, graph, view=options.view, node=node, keeps=keeps)

"""`tiers open`: the explorer."""

import argparse
import os
import sys

from ...wording.safe_text import drawn_on
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
    add_view(parser, "open")
    parser.set_defaults(view=None)  # the last view of the reader, else the first view
    parser.add_argument(
        "--no-state",
        action="store_true",
        help="begin as if for the first time, and keep nothing for the next (also TIERS_NO_STATE=1)",
    )


def run(options: argparse.Namespace) -> int:
    takes_keys, is_drawn = sys.stdin is not None and sys.stdin.isatty(), drawn_on() is not None
    if not takes_keys or not is_drawn:
        lacks = "its output leads elsewhere" if takes_keys else "there is none here"
        if is_drawn:
            lacks = "standard input, from which it takes the keys, is none here"
        raise Failure(
            f"the explorer needs a terminal, and {lacks}",
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

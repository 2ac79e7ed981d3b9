"""`tiers print`: a view, or the part of it below one entity."""

import argparse

from tiers.model import Graph
from tiers.model.views import VIEWS

from ..printing import FORMATS, Subtree, written
from .failure import NO, Failure
from .model import entity_named, graph_of
from .options import add_format, add_view, whole_number
from .output import in_colour, is_unicode, write

USAGE = "tiers print [OPTIONS] [NODE]"
MEANING = "Write a view, or the part of it below one entity."
EXAMPLES = (
    "tiers print harrow --view decisions",
    "tiers print harrow --depth 1 --format plain",
    "tiers --as-of 2020-12-02 print",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "node", metavar="NODE", nargs="?", help="an id, code or name; without it the whole view"
    )
    add_view(parser)
    parser.add_argument(
        "--depth",
        metavar="N",
        type=whole_number("--depth", 0),
        help="how many levels below the first to write; what is left out is counted",
    )
    add_format(parser, FORMATS.items())


def run(options: argparse.Namespace) -> int:
    graph = graph_of(options)
    forest = VIEWS[options.view].make(graph)
    root = -1
    if options.node is not None:
        entity_id = entity_named(graph, options.node, "print")
        rows = forest.rows_of(entity_id)
        if not rows:
            raise _absent(graph, entity_id, options.view)
        root = rows[0]
    elif not len(forest):
        raise Failure(f"the view `{options.view}` has nothing to show{_as_of(graph)}", status=NO)
    subtree = Subtree(
        graph, forest, root, options.depth, colour=in_colour(options.color), unicode=is_unicode()
    )
    write(written(subtree, options.format))
    return 0


def _as_of(graph: Graph) -> str:
    return f" as of {graph.at.words()}" if graph.at is not None else ""


def _absent(graph: Graph, entity_id: str, view: str) -> Failure:
    """Say why an entity has no row: it does not stand at the date, or it stands in other views."""
    message = f"{graph.name(entity_id)} is not in the view `{view}`{_as_of(graph)}"
    hint = f"`tiers show {entity_id}` tells what is known of it"
    standing = graph.standing(entity_id)
    if not standing.shown:
        return Failure(f"{message}: {standing.words()}", hint=hint, status=NO)
    others = [each for each in VIEWS if each != view and VIEWS[each].make(graph).rows_of(entity_id)]
    if others:
        hint = f"it is in the view `{others[0]}`: `tiers print {entity_id} --view {others[0]}`"
    return Failure(message, hint=hint, status=NO)

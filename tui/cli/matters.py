"""`tiers matters`: what was asked, answered, promised, due, and seen since."""

import argparse
from collections.abc import Iterable, Iterator

from tiers.model import Date, Graph
from tiers.model.matters import Matter, evidence_of, matters

from .failure import NO, Failure
from .model import entity_named, graph_of
from .options import add_format
from .output import in_colour, is_unicode, write

USAGE = "tiers matters [OPTIONS] [NODE]"
MEANING = "What was asked, answered, promised and due, and what was seen since: what to follow up first stands first."
EXAMPLES = (
    "tiers matters harrow",
    "tiers matters --format markdown > follow-up.md",
    "tiers --as-of 2021-12-31 matters harrow",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "node", metavar="NODE", nargs="?", help="only what belongs to one entity, or is about it"
    )
    add_format(
        parser,
        (("text", "for people"), ("markdown", "a table for a paper"), ("json", "for other programs")),
    )


def run(options: argparse.Namespace) -> int:
    graph = graph_of(options)
    within = None if options.node is None else entity_named(graph, options.node, "matters")
    found = matters(graph, within)
    if options.format == "json":
        write(_json(graph, found))
    elif found and options.format == "markdown":
        from ..printing.follow_up import write as written  # noqa: PLC0415 - only this format pays for it

        write(written(graph, found))
    elif found:
        from ..describing.follow_up import describe_matters  # noqa: PLC0415 - as above
        from ..printing import description  # noqa: PLC0415 - as above

        write(description.write(describe_matters(graph, found), colour=in_colour(options.color)))
    if not found:
        of = "" if within is None else f" of {graph.name(within)}"
        by_then = "" if graph.at is None else f" by {graph.at.words()}"
        raise Failure(f"nothing is recorded as asked or promised{of}{by_then}", status=NO)
    return 0


def _json(graph: Graph, found: Iterable[Matter]) -> Iterator[str]:
    from ..printing.arrays import array  # noqa: PLC0415 - only this format pays for it

    return array((_record(graph, each) for each in found), unicode=is_unicode())


def _record(graph: Graph, matter: Matter) -> dict[str, object]:
    from ..printing.arrays import all_sources  # noqa: PLC0415 - only this format pays for it

    due = matter.due.text if isinstance(matter.due, Date) else matter.due
    return {
        "id": matter.id,
        "asked": matter.asked,
        "answered": "; ".join(str(each.value) for each in matter.answered) or None,
        "promised": matter.promised,
        "due": due,
        "seen_since": "; ".join(str(each.details.get("text", each.value)) for each in matter.seen_since)
        or None,
        "state": matter.state,
        "sources": all_sources(graph, evidence_of(graph, matter)),
        "kind": graph.kind(matter.id),
        "asked_by": list(matter.asked_by),
        "answered_by": list(matter.answered_by),
        "promised_by": list(matter.promised_by),
        "question": matter.question or None,
    }

"""`tiers compare`: two places side by side, or one place at two dates."""

import argparse

from tiers.model import Date, Graph
from tiers.model.answers.compare import compare

from ...wording.safe_text import safe
from ..asked_paths import paths_of
from ..failure import Failure, say
from ..model import entity_named, load_model
from ..options import add_format, as_of
from ..output import is_unicode, write, write_lines

USAGE = "tiers compare [OPTIONS] A B"
MORE = "It lists what both have, and what only one has."
EXAMPLES = (
    "tiers compare harrow hf-icp",
    "tiers compare harrow harrow --as-of 2021-06-30,2022-02-22",
    "tiers compare harrow hf-icp --format markdown",
)
_TWO = 2

Dates = tuple[Date | None, Date | None]


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "ends",
        metavar="A B",
        nargs="*",
        help="two entities, each by id, code or name; `--as-of` may give each its date: `--as-of 2021,2022-02-22`",
    )
    add_format(
        parser,
        (("text", "for people"), ("markdown", "tables for a paper"), ("json", "for other programs")),
    )


def read_as_of(text: str) -> Dates:
    """Read `--as-of`: one date for both, or one for each."""
    parts = text.split(",")
    if len(parts) > _TWO:
        raise Failure(f"`--as-of` cannot be `{text}`: `tiers compare` takes one date or two")
    dates = [as_of(part.strip()) for part in parts]
    return (dates[0], dates[-1])


def run(options: argparse.Namespace) -> int:
    if len(options.ends) != _TWO:
        raise Failure("`tiers compare` needs two entities", hint=f"for example `{EXAMPLES[0]}`")
    dates: Dates = options.as_of or (None, None)
    model = load_model(paths_of(options))
    graphs: tuple[Graph, Graph] = (model.as_of(dates[0]), model.as_of(dates[1]))
    first, last = options.ends
    one = entity_named(graphs[0], first, "compare", last)
    other = entity_named(graphs[1], last, f"compare {one}")
    one, other = _of_one_kind(graphs, (one, other), options.ends)
    if one == other and dates[0] == dates[1]:
        raise Failure(
            f"both are {graphs[0].name(one)} at the same date",
            hint=f"for example `tiers compare {one} {one} --as-of 2021,2022`",
        )
    found = compare(graphs[0], one, graphs[1], other)
    if options.format == "json":
        from ...printing.answers.compare import write_json  # noqa: PLC0415 - only this format pays for it

        write(write_json(graphs, (one, other), found, unicode=is_unicode()))
        return 0
    names = (_called(graphs[0], one, dates), _called(graphs[1], other, dates))
    if options.format == "markdown":
        from ...printing.answers.compare import write_markdown  # noqa: PLC0415 - only this format pays for it

        write(write_markdown(graphs, names, found))
    else:
        from ...wording.description.compare import describe_compare, where_words  # noqa: PLC0415 - as above

        lines = describe_compare(graphs, names, where_words(graphs, (one, other)), found)
        write_lines(lines, options.color)
    return 0


def _of_one_kind(graphs: tuple[Graph, Graph], ids: tuple[str, str], typed: list[str]) -> tuple[str, str]:
    """Return the two entities to compare; an area's name stands for the entity that covers it, and a message says so."""
    from tiers.model.finding.naming import of_one_kind  # noqa: PLC0415 - a whole view needs no names

    from ...wording.description.compare import instead_words  # noqa: PLC0415 - only what is compared needs it

    taken: list[str] = []
    for graph, named, other, text in zip(graphs, ids, of_one_kind(graphs, ids), typed, strict=True):
        is_id = named == text.strip().lower()
        if other != named and not is_id:
            say(f"{safe(instead_words(graph, named, other))}; `{named}` compares the {graph.kind(named)}\n")
        taken.append(named if is_id else other)
    return taken[0], taken[1]


def _called(graph: Graph, entity_id: str, dates: Dates) -> str:
    """Return the name of one of the two, with its date if the dates differ."""
    name = graph.name(entity_id)
    return name if dates[0] == dates[1] or graph.at is None else f"{name} at {graph.at.words()}"

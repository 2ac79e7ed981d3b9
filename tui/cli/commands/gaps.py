"""`tiers gaps`: the facts that no document states, each with the question to ask."""

import argparse
from collections.abc import Callable, Iterable, Sequence

from tiers.model import Graph
from tiers.model.answers.gaps import HEADINGS, Gap, gaps, is_of, of_codes
from tiers.model.answers.gaps.counted import CountedGaps, counted_gaps

from ...wording.safe_text import safe, screen_width
from ..failure import Failure, say
from ..model import entity_named, graph_of
from ..options import ANSWER_FORMATS, add_format, add_within, date, node_of
from ..output import answer_in, in_colour, write

USAGE = "tiers gaps [OPTIONS] [NODE]"
MORE = (
    "Open questions come first, then body by body, in one line each, what is missing: what the documents do not state and, "
    "of whoever decides, what is not recorded. With NODE, `--only` or `--questions` the questions to ask stand below, with "
    "their sources."
)
EXAMPLES = (
    "tiers gaps harrow",
    "tiers gaps --only delegation",
    "tiers gaps --not legal-form --not decides",
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
    parser.add_argument(
        "--only",
        metavar="CODE",
        action="append",
        default=[],
        type=_code("--only"),
        help="only gaps of this code, as JSON has it, or of the codes that begin with it: `quorum`, `delegation`",
    )
    parser.add_argument(
        "--not",
        dest="but_not",
        metavar="CODE",
        action="append",
        default=[],
        type=_code("--not"),
        help="no gaps of this code, or of the codes that begin with it",
    )
    parser.add_argument(
        "--questions", action="store_true", help="write the questions to ask of the whole model too"
    )
    add_format(parser, ANSWER_FORMATS)


def run(options: argparse.Namespace) -> int:
    graph = graph_of(options)
    node = node_of(options)
    within = None if node is None else entity_named(graph, node, "gaps")
    questions = options.questions or within is not None or bool(options.only)
    found: Sequence[Gap] | CountedGaps
    if questions or options.format != "text" or options.older_than is not None or options.but_not:
        found = of_codes(gaps(graph, within, older_than=options.older_than), options.only, options.but_not)
    else:
        found = counted_gaps(graph)
    write(_written(options, graph, found, questions=questions))
    if options.format in {"csv", "json"} or (found and options.format == "markdown"):
        return 0
    if found and not questions:
        say("`--questions` writes the questions to ask, `tiers gaps NODE` those of one entity\n")
    if not found:
        of = "" if within is None else f" for {safe(graph.name(within))}"
        by_then = "" if graph.at is None else f" at {graph.at.words()}"
        chosen = " of these codes" if options.only or options.but_not else ""
        write([f"No gaps{chosen} found{of}{by_then}.\n"])
    return 0


def _written(
    options: argparse.Namespace, graph: Graph, found: Sequence[Gap] | CountedGaps, *, questions: bool
) -> Iterable[str]:
    """Return the gaps in the format asked for; in Markdown, words say that there are none."""
    if options.format in {"csv", "json"} or (found and options.format == "markdown"):
        from ...printing.answers import gaps as answer  # noqa: PLC0415 - only these formats pay for it

        return answer_in(answer, options.format, graph, found)
    from ...printing.answers import description  # noqa: PLC0415 - as above
    from ...wording.description.gaps import describe_gaps  # noqa: PLC0415 - as above

    lines = describe_gaps(graph, found, questions=questions)
    return description.write(lines, colour=in_colour(options.color), width=screen_width())


def _code(option: str) -> Callable[[str], str]:
    """Return a function that reads the code of a gap, or the beginning of one."""

    def read(text: str) -> str:
        if any(is_of(code, text) for code in HEADINGS):
            return text
        from tiers.model.format.text import did_you_mean  # noqa: PLC0415 - only a mistake pays for it

        listed = ", ".join(f"`{code}`" for code in HEADINGS)
        words = (*HEADINGS, *(code.partition("-")[0] for code in HEADINGS))
        raise Failure(
            f"`{option}` cannot be `{text}`; no code of a gap begins so",
            hint=did_you_mean(text, words) or f"the codes are {listed}",
        )

    return read

"""`tiers who`: who decides about something, and where to take a concern."""

import argparse

from tiers.model import Graph
from tiers.model.answers.who import who
from tiers.model.answers.who.raising import raise_concern
from tiers.model.answers.who.topics import body_not_shown, index_of, record_found
from tiers.model.finding.query import QueryError
from tiers.model.format.text import fold

from ...wording.description.succession import became_in_short
from ...wording.signs import SIGNS
from ...wording.unknown_words import misread_words, nearest_words, nothing_found, unknown_words
from ..failure import NO, Failure, say
from ..model import entity_named, graph_of
from ..options import add_format
from ..output import is_unicode, write, write_lines

USAGE = "tiers who [OPTIONS] TOPIC..."
MORE = "It names who leads on a topic and delivers it, the bodies above them, the authority of each, and what no document says."
EXAMPLES = (
    "tiers who frailty",
    "tiers who diabetes --in harrow",
    "tiers who --raise services",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "topic",
        metavar="TOPIC",
        nargs="*",
        help="words, a question, or the name of a workstream, service, priority or body",
    )
    parser.add_argument(
        "--in",
        dest="within",
        metavar="NODE",
        help="only the bodies of one place, by id, code or name",
    )
    parser.add_argument(
        "--raise",
        dest="raising",
        action="store_true",
        help="show where to take a concern about the topic, as far as the documents say",
    )
    add_format(parser, (("text", "for people"), ("json", "for other programs")))


def run(options: argparse.Namespace) -> int:
    topic = " ".join(options.topic)
    if not topic.strip():
        raise Failure("`tiers who` needs a topic", hint=f"for example `{EXAMPLES[0]}`")
    graph = graph_of(options)
    within = None if options.within is None else entity_named(graph, options.within, "who … --in")
    try:
        return (_raise if options.raising else _who)(graph, topic, within, options)
    except QueryError as error:
        raise Failure(error.message, hint=error.hint) from None


def _who(graph: Graph, topic: str, within: str | None, options: argparse.Namespace) -> int:
    answer = who(graph, topic, within)
    if answer.found:
        _say_misread(answer.typed, answer.topic)
    if options.format == "json":
        from ...printing.answers.who import write as written  # noqa: PLC0415 - only this format pays for it

        write(written(graph, answer, unicode=is_unicode()))
    elif answer.found or answer.parts:
        from ...wording.description.who import describe_who  # noqa: PLC0415 - as above

        write_lines(describe_who(graph, answer), options.color)
    unknown = index_of(graph).matches(answer.typed).unknown
    if unknown and (answer.found or answer.parts):
        say(f"{unknown_words(unknown)}\n")
    if answer.chains:
        return 0
    if answer.found or answer.parts:
        return NO
    raise _nothing(graph, answer.typed, within)


def _raise(graph: Graph, topic: str, within: str | None, options: argparse.Namespace) -> int:
    raising = raise_concern(graph, topic, within)
    if raising.routes:
        _say_misread(raising.typed, raising.topic)
    if options.format == "json":
        from ...printing.answers.raising import write as written  # noqa: PLC0415 - only this format pays for it

        write(written(graph, raising, unicode=is_unicode()))
    elif raising.routes:
        from ...wording.description.raising import describe_raising  # noqa: PLC0415 - as above

        write_lines(describe_raising(graph, raising), options.color)
    if not raising.routes:
        raise _nothing(graph, raising.typed, within)
    return 0 if raising.documented else NO


def _say_misread(typed: str, read: str) -> None:
    """Write a message that says how a mistyped topic was read."""
    words = misread_words(typed, read)
    if words:
        say(f"{words}\n")


def _nothing(graph: Graph, topic: str, within: str | None) -> Failure:
    where = "" if within is None else f" in {graph.name(within)}"
    at = f" at {graph.at.words()}" if graph.at is not None else ""
    near = nearest_words(index_of(graph), topic)
    ended = [hit.id for hit in index_of(graph).search(topic, 5) if not graph.standing(hit.id).shown]
    hint = near or "`tiers search` searches the whole model"
    if within is not None and who(graph, topic).chains:
        hint = f"without `--in {within}`, `tiers who` answers for the other places"
    record = record_found(graph, topic)
    if record is not None and not ended:
        found, is_named = record
        what = f"the {SIGNS[graph.kind(found)].word} {graph.name(found)}"
        about = f"`tiers show {found}` says what it is"
        if is_named:
            return Failure(f"`{topic}` finds {what}, which is no body and no topic", hint=about, status=NO)
        said = f"no document in this model names a body for `{topic}`{where}{at}"
        return Failure(said, hint=f"{what} has these words: {about}", status=NO)
    named = body_not_shown(graph, topic)
    if named is not None or ended:
        over = named or ended[0]
        hint = became_in_short(graph, over)
        called = f"{over} {fold(graph.name(over))}".split()
        if named or topic.casefold() in called or set(fold(topic).split()).issubset(called):
            return Failure(f"nothing that stands{at or ' now'} is called `{topic}`", hint=hint, status=NO)
    return Failure(nothing_found(index_of(graph), topic, f"{where}{at}"), hint=hint, status=NO)

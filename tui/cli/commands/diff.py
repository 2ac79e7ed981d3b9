"""`tiers diff`: the differences between two dates, two models or two git revisions of one."""

import argparse
from collections.abc import Iterable

from tiers.model.answers.diff import against_last_known, diff_between_dates, diff_of, diff_within

from ...wording.description.diff_sides import Sides
from ...wording.safe_text import screen_width
from ..failure import NO, Failure
from ..model import entity_named
from ..options import add_format
from ..output import answer_in, in_colour, write
from ..sides import Side, sides_of

USAGE = "tiers diff [OPTIONS] OLD NEW"
MORE = "It lists what is new, gone, renamed, moved or changed; two entries with one id are the same entity."
EXAMPLES = (
    "tiers diff 2021-06-30 2022-02-22 --in harrow",
    "tiers diff HEAD~1 HEAD --model partnership/",
    "tiers diff HEAD worktree --model partnership/ --format markdown",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "sides",
        metavar="OLD NEW",
        nargs="*",
        help="each a date, an existing path or a git revision, tried in this order; `date:`, `path:` or `git:` "
        "before it forces one; `latest` is the last known state, `worktree` the uncommitted one; a year or month means its last day",
    )
    parser.add_argument(
        "--in",
        dest="within",
        metavar="NODE",
        help="only what belongs to one entity, and who takes part in it",
    )
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 when something differs")
    add_format(
        parser,
        (
            ("text", "for people"),
            ("markdown", "lists and tables for a paper"),
            ("json", "for other programs"),
        ),
    )


def run(options: argparse.Namespace) -> int:
    if len(options.sides) != 2:  # noqa: PLR2004 - a difference has two sides
        raise Failure("`tiers diff` needs an old and a new side", hint=_hint(options.sides))
    one, other = options.sides
    try:
        old, new = sides_of(one, other, options)
    except Failure as failure:
        raise _two_places(one, other, options) or failure from None
    found, text = _compared(old, new, options)
    write(text)
    return NO if found and options.exit_code else 0


def _compared(old: Side, new: Side, options: argparse.Namespace) -> tuple[bool, Iterable[str]]:
    """Return whether two sides differ, and the differences in the format asked for."""
    dated = old.dated or new.dated
    within = None if options.within is None else _named_in_either(old, new, options.within)
    if not (old.named and new.named):
        found = diff_of(old.graph, new.graph, within, evidence=not dated)
    elif within is None:
        found = against_last_known(diff_between_dates(old.graph, new.graph), old.graph, new.graph)
    else:
        found = diff_within(old.graph, new.graph, within)
    sides = Sides(old.graph, new.graph, (old.name, new.name), dated=dated)
    if options.format in {"json", "markdown"}:
        from ...printing.answers import diff as answer  # noqa: PLC0415 - only these formats pay for it

        return bool(found), answer_in(answer, options.format, sides, found)
    from ...printing.answers.diff_text import write_text  # noqa: PLC0415 - as above

    return bool(found), write_text(sides, found, colour=in_colour(options.color), width=screen_width())


def _hint(sides: list[str]) -> str:
    """Return the correct command as a hint; a third word beside two dates is put after `--in`.

    A single date, alone or at the end of a question, is what changed in that day, month or year.
    """
    from shlex import quote  # noqa: PLC0415 - only a mistake pays for it

    from tiers.model.format.plain_dates import (  # noqa: PLC0415 - as above
        date_at_end,
        is_date,
        read_date,
        whole_period,
    )

    dates = [each for each in sides if is_date(each)]
    others = [each for each in sides if each not in dates]
    if len(dates) == 2 and len(others) == 1:  # noqa: PLR2004 - a difference has two sides
        return f"`tiers diff {' '.join(map(quote, dates))} --in {quote(others[0])}`"
    single = date_at_end(sides[0]) if len(sides) == 1 else ""
    if single:
        old, new = whole_period(read_date(single))
        return f"`tiers diff {old.text} {quote(new.text)}` shows what changed {new.on()}"
    return f"for example `{EXAMPLES[0]}`"


def _two_places(one: str, other: str, options: argparse.Namespace) -> Failure | None:
    """Return the failure that suggests `compare`, if both words name an entity; else `None`."""
    from shlex import quote  # noqa: PLC0415 - only a mistake pays for it

    from tiers.model.finding.naming import find  # noqa: PLC0415 - as above

    from ..model import graph_of  # noqa: PLC0415 - as above

    try:
        graph = graph_of(options)
    except Failure:  # for a side that cannot be read there is a better message
        return None
    if not (find(graph, one).ids and find(graph, other).ids):
        return None
    hint = f"`tiers compare {quote(one)} {quote(other)}` puts them side by side"
    return Failure(
        f"`{one}` and `{other}` are entities, and `tiers diff` takes dates, paths or git revisions", hint=hint
    )


def _named_in_either(old: Side, new: Side, node: str) -> str:
    """Return the id of the entity that a person named, which may be on one side only.

    Raises:
        Failure: It names no entity on either side, or several.
    """
    try:
        return entity_named(new.graph, node, "diff … --in")
    except Failure:
        return entity_named(old.graph, node, "diff … --in")

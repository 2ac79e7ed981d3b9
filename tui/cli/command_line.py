"""The entry point of `tiers`: runs the command that the arguments name and returns its exit status."""

import gc
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from signal import SIGINT

from ..wording.safe_text import let_go, set_up_streams
from .ending import BY_SIGNAL, Ended, ending_in_order
from .failure import Failure, write_failure
from .output import ClosedPipeError, set_up_paging
from .table import COMMANDS, DASHED, DEFAULT, FLAGS, KEPT, NoCommandError, split

CLOSED_PIPE = 141


def run(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        argv: The arguments after `tiers`; by default those of the process.
    """
    collecting = gc.isenabled()
    gc.disable()  # a command is short: the memory that it takes is freed at its end
    set_up_streams()
    try:
        with ending_in_order():
            return _run_or_report(sys.argv[1:] if argv is None else argv)
    except Ended as ended:
        if sys.stdout is not None:
            let_go(sys.stdout)  # unwritten output could wait for a reader for ever
        return ended.status
    except KeyboardInterrupt:
        return BY_SIGNAL + SIGINT
    finally:
        gc.freeze()  # nor is memory searched for garbage once more when the process ends
        if collecting:
            gc.enable()


def _run_or_report(words: Sequence[str]) -> int:
    """Run a command and return its exit status; what stops it is reported, in words or as a fault of tiers."""
    try:
        return _run(words)
    except Failure as failure:
        write_failure(failure)
        return failure.status
    except ClosedPipeError:
        return CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - whatever it is, the mistake is in tiers
        from .fault import write_report  # noqa: PLC0415 - only a fault pays for it

        return write_report(error, words)


def _run(words: Sequence[str]) -> int:
    set_up_paging(wanted="--no-pager" not in words)
    try:
        command, rest = _asked_about(*split(words))
    except NoCommandError:
        from .no_command import no_command  # noqa: PLC0415 - only a mistake pays for it

        raise no_command(words) from None
    if command is None and any(word in FLAGS for word in rest):
        return _general(rest)
    name = command or DEFAULT
    if name in KEPT:
        from .kept_answers import answer  # noqa: PLC0415 - after the command is known to be one

        return answer(name, rest, partial(found, name, rest))
    return found(name, rest)


def found(name: str, words: Sequence[str]) -> int:
    """Run a command, and return its exit status."""
    from .parser import parser_of  # noqa: PLC0415 - after the command is known to be one

    parser = parser_of(name)
    try:
        options = parser.read(words, dashed=name in DASHED)
    except SystemExit:
        return 0
    status: int = import_module(f".commands.{name}", __package__).run(options)
    return status


def _asked_about(command: str | None, rest: list[str]) -> tuple[str | None, list[str]]:
    """Return the command and its arguments: `help who` is `who --help`, and `help` alone is `--help`."""
    if command != "help" or not set(FLAGS).isdisjoint(rest):
        return command, rest
    if rest and not any(word in COMMANDS for word in rest):
        return command, rest
    about, others = split(rest)
    return about, [*others, "--help"]


def _general(words: Sequence[str]) -> int:
    from .options import add_global  # noqa: PLC0415 - after the command is known to be one
    from .parser import Parser  # noqa: PLC0415 - as above

    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:<{width}}  {meaning}" for name, meaning in COMMANDS.items())
    parser = Parser(
        "tiers [OPTIONS] COMMAND",
        f"Who decides, who sits where, and where it is written: a health and care partnership in the terminal.\n\n"
        f"commands:\n{listed}",
        "examples:\n"
        "  tiers\n"
        "  tiers print harrow --view decisions\n"
        "  tiers --as-of 2021-06-30 show harrow\n\n"
        "`tiers COMMAND --help` explains a command; `tiers help guide`, `model`, `query` and `python` are pages to read.",
    )
    add_global(parser)
    try:
        parser.read(words)
    except SystemExit:
        return 0
    return 0

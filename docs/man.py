"""Write the man page `docs/tiers.1` from the parsers of the commands: `python docs/man.py`.

A test fails as long as the page is out of date.
"""

import argparse
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tiers.tui.cli.parser import parser_of
from tiers.tui.cli.table import COMMANDS

PAGE = Path(__file__).parent / "tiers.1"

ABOUT = (
    "tiers is an interactive map of who decides what in a health and care partnership, in the terminal: its tiers, boards, "
    "workstreams and delegations. Every fact has its date and source; what nobody wrote down is said to be not stated. "
    "Data goes to stdout, words to stderr. Without a command it opens the explorer."
)

STATUS = {
    "0": "It is done.",
    "1": "The answer is no: nothing is found, mistakes are found, no chain, no path, not in this view or at this date.",
    "2": "It could not be done: the command line, the entity, the model or the file to write is wrong.",
    "3": "A fault of tiers itself; the message says where its report is.",
    "141": "Who read the output closed it.",
    "128 + N": "It was ended by the signal N.",
}

ENVIRONMENT = {
    "TIERS_MODEL": "Files and directories of the model to read, with `:` between them.",
    "TIERS_NO_CACHE": "If set, models are read from their files each time, nothing is kept, and beside the explorer of a large model "
    "no other process makes what is not kept yet.",
    "TIERS_NO_STATE": "If set, the explorer keeps no place, view, bookmarks or theme.",
    "TIERS_PAGER, PAGER": "The program through which text goes that is longer than the terminal; else `less -FRX`.",
    "NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR": "Turn colour off, or on where stdout is no terminal.",
    "VISUAL, EDITOR": "The editor that the explorer opens at the line of an entity.",
    "XDG_CACHE_HOME, XDG_STATE_HOME": "Where the cache and the state of the explorer are kept.",
}


def page() -> str:
    """Return the man page."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    yield '.TH TIERS 1 "" "tiers" "User commands"'
    yield from (
        ".SH NAME",
        "tiers \\- who decides what in a health and care partnership, and where it is written",
    )
    yield from (".SH SYNOPSIS", "\\fBtiers\\fR [OPTIONS] [COMMAND] [ARGUMENTS]")
    yield from (".SH DESCRIPTION", _text(ABOUT))
    yield ".SH OPTIONS"
    groups = parser_of("show")._action_groups  # noqa: SLF001 - argparse has no other list
    general = next(each for each in groups if each.title == "options of every command")
    shared = {name for action in general._group_actions for name in action.option_strings}  # noqa: SLF001 - as above
    for action in general._group_actions:  # noqa: SLF001 - as above
        yield from _action(action)
    yield ".SH COMMANDS"
    for name, meaning in COMMANDS.items():
        module = import_module(f"tiers.tui.cli.commands.{name}")
        yield from (f".SS {name}", _text(module.USAGE), ".br", _text(f"{meaning[:1].upper()}{meaning[1:]}."))
        if getattr(module, "MORE", ""):
            yield _text(module.MORE)
        for action in parser_of(name)._actions:  # noqa: SLF001 - as above
            if shared.isdisjoint(action.option_strings):
                yield from _action(action)
    yield ".SH EXIT STATUS"
    yield from _terms(STATUS)
    yield ".SH ENVIRONMENT"
    yield from _terms(ENVIRONMENT)
    yield ".SH EXAMPLES"
    for name in COMMANDS:
        for example in import_module(f"tiers.tui.cli.commands.{name}").EXAMPLES:
            yield from (".nf", f"    {_escaped(example)}", ".fi")
    yield from (".SH SEE ALSO", _text("`tiers COMMAND --help`, `tiers help guide`, `tiers help model`"))


def _action(action: argparse.Action) -> Iterator[str]:
    value = f" \\fI{_escaped(str(action.metavar))}\\fR" if action.metavar else ""
    names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in action.option_strings)
    first, *others = (action.help or "").replace("%%", "%").split("\n")
    yield from (".TP", f"{names}{value}" if names else value.strip(), _text(first))
    for other in others:
        yield from (".br", _text(other))


def _terms(terms: dict[str, str]) -> Iterator[str]:
    for term, text in terms.items():
        yield from (".TP", f"\\fB{_escaped(term)}\\fR", _text(text))


def _text(text: str) -> str:
    """Return a paragraph; words between backquotes are bold."""
    pieces = _escaped(text).split("`")
    return "".join(f"\\fB{piece}\\fR" if number % 2 else piece for number, piece in enumerate(pieces))


def _escaped(text: str) -> str:
    """Return a text in which the characters that roff would interpret are escaped."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("\u2026", "...")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

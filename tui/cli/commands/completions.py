"""`tiers completions`: the script by which a shell completes commands, options and the names of entities."""

import argparse
import os

from ..completing import candidates
from ..failure import Failure
from ..options import choices, one_of, refuse_model
from ..output import write

USAGE = "tiers completions [OPTIONS] SHELL"
MORE = (
    "Tab then completes commands, options, their values, and entities by id or by the beginning of their name. With words after "
    "`--` it writes what the last of them can be, a line each; the scripts ask for that."
)
EXAMPLES = (
    "tiers completions bash > ~/.local/share/bash-completion/completions/tiers",
    "tiers completions zsh > ~/.zfunc/_tiers",
    "tiers completions fish > ~/.config/fish/completions/tiers.fish",
    "tiers completions bash -- show harrow-h",
)
NO_DATE = "completions are the same at every date"

SHELLS = {
    "bash": "for bash 3.2 or later",
    "zsh": "for zsh, in a directory of `$fpath` under the name `_tiers`",
    "fish": "for fish",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shell",
        metavar="SHELL",
        nargs="?",
        type=one_of("SHELL", SHELLS),
        help=choices("the shell", SHELLS),
    )
    parser.add_argument(
        "words", metavar="WORD", nargs="*", help="the words after `tiers`, the last half written"
    )


def run(options: argparse.Namespace) -> int:
    if options.shell is None:
        raise Failure("`tiers completions` needs a SHELL", hint="it is one of `bash`, `zsh`, `fish`")
    if options.words:
        write(f"{word}\t{meaning}\n" for word, meaning in candidates(options.words))
        return 0
    refuse_model(options, "a script of completions is for every model")
    folder = os.path.join(os.path.dirname(os.path.dirname(__file__)), "shells")
    with open(os.path.join(folder, f"tiers.{options.shell}"), encoding="utf-8") as script:
        write([script.read()])
    return 0

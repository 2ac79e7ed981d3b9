"""`tiers check`: every mistake of a model at once."""

import argparse

from tiers.model import read_model
from tiers.model.errors import ERROR

from ..printing import mistakes
from .failure import CANNOT, NO, Failure, say
from .model import paths_of
from .options import add_format
from .output import is_unicode, write

USAGE = "tiers check [OPTIONS] [PATH]..."
MORE = "All mistakes at once, and not the first alone."
EXAMPLES = (
    "tiers check",
    "tiers check data/ --strict",
    "tiers check data/ --format github",
)
NO_DATE = "a model is checked whole, not at a date"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="files and directories to check instead of the model"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 on warnings too")
    add_format(parser, mistakes.FORMATS.items())


def run(options: argparse.Namespace) -> int:
    if options.as_of is not None:
        raise Failure(NO_DATE, hint="leave `--as-of` out")
    reading = read_model(options.paths or paths_of(options))
    if options.format == "json":
        write(mistakes.json(reading.mistakes, unicode=is_unicode()))
    elif options.format == "github":
        write(mistakes.github(reading.mistakes))
    else:
        write(mistakes.text(reading.mistakes))
    errors = sum(each.severity == ERROR for each in reading.mistakes)
    warnings = len(reading.mistakes) - errors
    found = ", ".join((_count(errors, "mistake"), _count(warnings, "warning")))
    say(f"{_count(reading.files, 'file')} checked: {found}\n")
    if not reading.files or any(each.code == "no-entities" for each in reading.mistakes):
        return CANNOT
    return NO if errors or (options.strict and warnings) else 0


def _count(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"

"""`tiers check`: every mistake of a model at once."""

import argparse

from tiers.model import Reading, read_model
from tiers.model.format.errors import ERROR
from tiers.model.reading.codes import CODES

from ...printing.answers import mistakes
from ...printing.parts.wrapping import fitted
from ...wording.safe_text import screen_width
from ..asked_paths import STANDARD_INPUT, paths_of
from ..failure import CANNOT, NO, Failure, say
from ..options import add_format, one_of
from ..output import is_unicode, write
from ..standard_input import read_standard_input

USAGE = "tiers check [OPTIONS] [PATH]..."
MORE = (
    "It lists all mistakes at once, not only the first. A warning is about what is probably a slip; "
    "where it is right, `allow` in `[file]` of its file says so, with the reason. `--coverage` adds a line for each file: how many statements it "
    "has; how many of them name a place in a document, a document and no place, no source; how many have no date; and how "
    "many rest on nothing but the sources of their file."
)
EXAMPLES = (
    "tiers check",
    "tiers check data/ --strict",
    "tiers check data/ --format github",
    "tiers check - --stdin-name place.toml < place.toml",
    "tiers check --coverage",
    "tiers check --explain unknown-key",
)
NO_DATE = "the whole model is checked, not its state at a date"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="*",
        help="files and directories to check instead of the model; `-` is standard input",
    )
    parser.add_argument(
        "--stdin-name",
        metavar="NAME",
        help="the file name that messages give to standard input (default: stdin)",
    )
    parser.add_argument(
        "--explain",
        metavar="CODE",
        type=one_of("--explain", CODES),
        help="explain the code of a mistake, with an example",
    )
    parser.add_argument(
        "--coverage",
        action="store_true",
        help="also count, file by file, what the statements rest on",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 also for warnings")
    add_format(parser, mistakes.FORMATS.items())


def run(options: argparse.Namespace) -> int:
    if options.as_of is not None:
        raise Failure(NO_DATE, hint="leave `--as-of` out")
    if options.explain is not None:
        write(fitted(mistakes.explanation(options.explain), screen_width()))
        return 0
    paths = options.paths or paths_of(options)
    files = [path for path in paths if path not in STANDARD_INPUT]
    given = len(files) < len(paths)
    if options.stdin_name is not None and not given:
        raise Failure("`--stdin-name` names standard input, which is not read here", hint="add `-`")
    if options.coverage and options.format == "github":
        raise Failure("annotations have no place for `--coverage`", hint="leave `--format github` out")
    at_hand = [read_standard_input(options.stdin_name or "stdin")] if given else ()
    reading = read_model(files, at_hand, with_coverage=options.coverage)
    if options.coverage:
        _write_with_coverage(reading, options.format)
    elif options.format == "json":
        write(mistakes.json(reading.mistakes, unicode=is_unicode()))
    elif options.format == "github":
        write(mistakes.github(reading.mistakes))
    else:
        write(mistakes.frames(reading.mistakes, screen_width()))
    errors = sum(each.count for each in reading.mistakes if each.severity == ERROR)
    warnings = sum(each.count for each in reading.mistakes) - errors
    found = ", ".join((_count(errors, "mistake"), _count(warnings, "warning")))
    say(f"{_count(reading.files, 'file')} checked: {found}\n")
    if not reading.files or any(each.code == "no-entities" for each in reading.mistakes):
        return CANNOT
    return NO if errors or (options.strict and warnings) else 0


def _write_with_coverage(reading: Reading, form: str) -> None:
    """Write the mistakes and, if no error prevents it, how well the statements are sourced."""
    from ...printing.answers import coverage  # noqa: PLC0415 - only this option pays for it

    if form == "json":
        write(coverage.json(reading.mistakes, reading.coverage, unicode=is_unicode()))
        return
    write(mistakes.frames(reading.mistakes))
    if reading.coverage is None:
        say("the statements are not counted while there are mistakes\n")
        return
    write(["\n"] if reading.mistakes else [])
    write(coverage.text(reading.coverage))


def _count(number: int, what: str) -> str:
    return f"{f'{number:,}' if number else 'no'} {what}{'' if number == 1 else 's'}"

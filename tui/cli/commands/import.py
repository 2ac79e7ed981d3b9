"""`tiers import`: writes a sheet of seats into a file of a model, or official lists of practices into a directory."""

import argparse
import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence

from tiers.model import Mistake, Model, ModelError, load_texts, read_model
from tiers.model.format.errors import ERROR
from tiers.model.importing.columns import Columns, find_columns
from tiers.model.importing.messages import to_confirm
from tiers.model.importing.plan import plan
from tiers.model.importing.result import Result
from tiers.model.importing.sheet import MOST_BYTES, RowMistakesError, Sheet, SheetError
from tiers.model.importing.sheet_file import read_sheets
from tiers.model.reading.files import find_files, read_file

from ...printing.parts.whole_files import UnwritableError, write_files
from ...wording.safe_text import safe
from ..asked_paths import STANDARD_INPUT, named_paths
from ..failure import Failure, say
from ..model import wrong_model
from ..options import choices, one_of
from ..output import write
from ..standard_input import read_standard_input

USAGE = "tiers import [OPTIONS] WHAT FILE... --into PATH"
MORE = (
    "`members`: the columns may be in any order and have the names that people use: Committee, Post, Name, Role, Organisation, Voting, "
    "Deputy, Term ends, Capacity, Seats, Nominated by, Since, Until. A seat that the model has already, also as that of a post "
    "or an organisation, is updated in its place; an empty cell changes nothing, and nothing is removed. A row that may be a seat of "
    "the model is not written; a warning names the seat. With `--source` the statement of another document is written beside that of the first. "
    "Without `--model` the TOML files beside FILE.toml are the model. `tiers print BODY --view seats --format csv` writes such a sheet.\n\n"
    "`registered-practices`: the mapping files of Patients Registered at a GP Practice, one a month, in any order. PATH is a "
    "directory with one file for each integrated care board; it is made where it is missing. What is in one list and not in the "
    "next ended between the two. A later list brings the directory up to date, and what was written there by hand stays."
)
EXAMPLES = (
    "tiers import members seats.csv --into our-place/seats.toml --dry-run",
    "tiers import members s.xlsx --into place.toml --source terms#members",
    "tiers import registered-practices gp-reg-pat-prac-map*.csv --into england",
)
NO_DATE = "what is imported goes into the whole model, not into its state at a date"

_WHAT = {
    "members": "who sits on which body, one row a seat",
    "registered-practices": "the official monthly lists of general practices, networks and boards",
}
_PRACTICES = "registered-practices"

_SHOWN = 20
"""How many mistakes in rows are listed."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        metavar="WHAT",
        nargs="?",
        type=one_of("WHAT", _WHAT, f"for example `{EXAMPLES[0]}`"),
        help=choices("what the sheet has", _WHAT),
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help="the sheet: CSV in any usual form, or .xlsx; of `registered-practices` one or more lists; `-` is standard input",
    )
    parser.add_argument(
        "--into",
        metavar="PATH",
        help="the file of the model to write, or for `registered-practices` the directory; it is made where it is missing",
    )
    parser.add_argument(
        "--source",
        metavar="ID#LOCATOR",
        help="the document that new and changed seats cite; without it they cite what their table or file does",
    )
    parser.add_argument("--dry-run", action="store_true", help="write nothing; show what would be written")


def run(options: argparse.Namespace) -> int:
    _check_options(options)
    if options.what == _PRACTICES:
        from ..registered_practices import import_practices  # noqa: PLC0415 - a sheet of seats does not pay for it

        return import_practices(options)
    sheet, columns = _sheet(options.files[0])
    target = options.into
    files, text = _model_files(options, target)
    graph = _graph(files, options)
    try:
        result = plan(sheet, columns, graph, text, options.source)
    except RowMistakesError as error:
        raise _rows_failure(error) from None
    _check_result(files, target, result.text)
    if options.dry_run:
        write(_differences(text, result.text, target))
    elif result.text != text:
        _save(target, text, result.text, is_new=target not in dict(files))
    say(_summary(options, sheet, columns, result, is_same=result.text == text))
    return 0


def _graph(files: Sequence[tuple[str, bytes]], options: argparse.Namespace) -> Model:
    try:
        return load_texts(dict(files)) if files else Model.of({}, ())
    except ModelError as error:
        failure = wrong_model(error.mistakes)
        if not named_paths(options) and len(files) > 1:
            failure.hint = f"the TOML files beside `{options.into}` are read with it; `--model` names others"
        raise failure from None


def _check_options(options: argparse.Namespace) -> None:
    if options.as_of is not None:
        raise Failure(NO_DATE, hint="leave `--as-of` out")
    is_country = options.what == _PRACTICES
    example = f"for example `{EXAMPLES[-1] if is_country else EXAMPLES[0]}`"
    needed = "a list" if is_country else "a sheet" if options.what else "what to import, and a sheet"
    if not options.files:
        raise Failure(f"`tiers import` needs {needed}", hint=example)
    if options.into is None:
        what = "the directory" if is_country else "the file of the model"
        raise Failure(f"`--into` is missing: {what} to write", hint=example)
    if is_country:
        for option, given in (("--model", options.model), ("--source", options.source)):
            if given:
                raise Failure("the official lists make a model of their own", hint=f"leave `{option}` out")
        return
    if len(options.files) > 1:
        raise Failure("`tiers import members` reads one sheet", hint="import one after the other")
    if not options.into.endswith(".toml"):
        raise Failure(
            f"`{options.into}` is no file of a model: its name does not end in `.toml`",
            hint="name one with `--into`",
        )


def _sheet(path: str) -> tuple[Sheet, Columns]:
    if path in STANDARD_INPUT:
        name, data = read_standard_input("standard input")
    else:
        mistakes: list[Mistake] = []
        found = read_file(path, mistakes)
        if found is None:
            hint = "" if mistakes[0].code == "not-a-file" else mistakes[0].hint
            raise Failure(f"`{path}`: {mistakes[0].message}", hint=hint)
        name, data = path, found
    if len(data) > MOST_BYTES:
        raise Failure(
            f"`{name}` has {len(data):,} bytes; at most {MOST_BYTES:,} are read",
            hint="split it into several files",
        )
    try:
        return find_columns(read_sheets(data, name))
    except SheetError as error:
        raise Failure(f"`{name}`: {error.message}", hint=error.hint) from None


def _model_files(options: argparse.Namespace, target: str) -> tuple[list[tuple[str, bytes]], str]:
    """Return the model's files including the target, by its given name, and the text of the target; empty for a new one."""
    mistakes: list[Mistake] = []
    paths = [*(named_paths(options) or _files_beside(target)), *([target] if os.path.lexists(target) else [])]
    files: list[tuple[str, bytes]] = []
    text = ""
    for path in find_files(paths, mistakes):
        data = read_file(path, mistakes)
        if data is None:
            continue
        is_target = os.path.lexists(target) and _is_same(path, target)
        files.append((target if is_target else path, data))
        if is_target:
            # the model is not read in this case, and a message says so
            with contextlib.suppress(UnicodeDecodeError):
                text = data.decode("utf-8")
    # the directory may not exist before the first file
    own = [each for each in mistakes if each.code != "no-files"]
    if own:
        raise wrong_model(own)
    return files, text


def _files_beside(target: str) -> list[str]:
    """Return the TOML files in the directory of a file; without a named model they are one model with it."""
    directory = os.path.dirname(target)
    try:
        names = sorted(os.listdir(directory or "."))
    except OSError:  # writing it will report why
        return []
    return [os.path.join(directory, each) for each in names if each.endswith(".toml") and each[0] != "."]


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def _check_result(files: Sequence[tuple[str, bytes]], target: str, text: str) -> None:
    """Refuse a result that is not a valid model, so that nothing unreadable is written."""
    data = text.encode("utf-8")
    known: Mapping[str, bytes] = dict(files)
    together = [(name, data if name == target else each) for name, each in files]
    if target not in known and text:
        together.append((target, data))
    wrong = [each for each in read_model((), together).mistakes if each.severity == ERROR] if together else []
    if wrong:
        failure = wrong_model(wrong)
        raise Failure(
            f"nothing was written, since with these seats the model is wrong: {failure.message}",
            hint=failure.hint,
            details=failure.details,
        )


def _save(target: str, before: str, text: str, *, is_new: bool) -> None:
    if not is_new:
        now = read_file(target, [])
        if now != before.encode("utf-8"):
            raise Failure(
                f"`{target}` was changed meanwhile; nothing was written", hint="run the command again"
            )
    try:
        write_files([(target, [text])], new=is_new)
    except UnwritableError as error:
        raise Failure(str(error)) from None


def _differences(before: str, after: str, target: str) -> Iterator[str]:
    from difflib import unified_diff  # noqa: PLC0415 - only a dry run shows them

    lines = unified_diff(
        before.splitlines(),
        after.splitlines(),
        f"{target} (as it is)",
        f"{target} (as it would be)",
        lineterm="",
    )
    for line in lines:
        yield f"{safe(line)}\n"


def _summary(
    options: argparse.Namespace, sheet: Sheet, columns: Columns, result: Result, *, is_same: bool
) -> str:
    """Return a summary of the import in a few lines."""
    counts = f"{_count(result.new, 'new seat')}, {_count(result.updated, 'changed seat')}, {result.unchanged} unchanged"
    added: dict[str, int] = {}
    for each in result.added:
        added[each.kind] = added.get(each.kind, 0) + 1
    left = f"{_count(result.left_out, 'row')} not written" if result.left_out else ""
    parts = [
        *filter(None, (counts, left)),
        *(f"{_count(number, f'new {kind}')}" for kind, number in added.items()),
    ]
    lines = ["; ".join(parts)]
    if columns.unplaced:
        lines.append(f"columns not read: {', '.join(f'`{safe(each)}`' for each in columns.unplaced)}")
    if sheet.passed_over:
        lines.append(f"sheets not read: {', '.join(f'`{safe(each)}`' for each in sheet.passed_over)}")
    lines.extend(f"warning: {safe(each)}" for each in result.warnings)
    if result.nominated:
        lines.append(to_confirm(result.nominated))
    target = safe(options.into)
    if is_same and result.left_out:
        lines.append(f"nothing is to be written into {target}")
    elif is_same:
        lines.append(f"{target} is as the sheet has it; nothing is to be written")
    elif options.dry_run:
        lines.append(f"nothing was written; without `--dry-run` this goes into {target}")
    else:
        lines.append(f"written to {target}")
    return "".join(f"{each}\n" for each in lines)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {_plural(what)}"


def _plural(what: str) -> str:
    from tiers.model.format import KINDS  # noqa: PLC0415 - read by the model already

    *before, kind = what.split(" ", 1)
    return " ".join((*before, KINDS[kind].plural if kind in KINDS else f"{kind}s"))


def _rows_failure(error: RowMistakesError) -> Failure:
    lines = [f"row {each.row}: {safe(each.message)}\n" for each in error.mistakes[:_SHOWN]]
    more = len(error.mistakes) - _SHOWN
    if more > 0:
        lines.append(f"and {more:,} more\n")
    number = len(error.mistakes)
    what = "1 mistake" if number == 1 else f"{number:,} mistakes"
    return Failure(
        f"the sheet has {what}; nothing was written",
        details=("".join(lines),),
        hint="put them right in the sheet, and try again with `--dry-run`",
    )

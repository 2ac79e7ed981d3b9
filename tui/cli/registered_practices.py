"""`tiers import registered-practices`: writes the official monthly lists of practices into a directory of a model."""

import argparse
import os
import re
from collections.abc import Iterator, Mapping, Sequence

from tiers.model import ModelError, load_texts
from tiers.model.importing.practices.columns import ListError
from tiers.model.importing.practices.kept_lists import FOLDER
from tiers.model.importing.practices.over_time import SOURCE
from tiers.model.importing.practices.plan import Result, plan
from tiers.model.importing.practices.reading import LineMistake, read_list
from tiers.model.importing.practices.snapshots import Snapshot, month_words
from tiers.model.importing.sheet import MOST_BYTES
from tiers.model.reading.files import decode, find_files, read_file

from ..printing.parts.whole_files import UnwritableError
from ..printing.parts.whole_folder import write_folder
from ..wording.safe_text import safe
from .asked_paths import STANDARD_INPUT
from .failure import Failure, say
from .model import wrong_model
from .output import write
from .progress import Progress
from .standard_input import read_standard_input

_SHOWN = 20
"""How many mistakes are listed."""

_MADE_FROM = re.compile(rf'^id = "{SOURCE}(\d{{4}}-\d{{2}})"', re.MULTILINE)
"""The month of a list that a file of an earlier import was made from."""


def import_practices(options: argparse.Namespace) -> int:
    """Import the lists that the options name into their directory.

    Raises:
        Failure: They cannot be imported; nothing is written.
    """
    target = options.into
    if os.path.lexists(target) and not os.path.isdir(target):
        raise Failure(
            f"`{target}` is a file; the lists of the whole country make a directory of files",
            hint="name a directory with `--into`",
        )
    with Progress() as progress:
        given = _given(options.files, progress)
        texts = _texts(target)
        known = _known(target, texts, given, progress)
        result = plan(known, given, texts, progress.say)
        changed = {name: text for name, text in result.files.items() if _is_new(target, name, text)}
        progress.say("checking the model")
        _check(target, {**texts, **changed})
        if not options.dry_run:
            progress.say(f"writing {len(changed):,} files")
            _write(target, texts, changed)
    if options.dry_run:
        write(_would_be(target, texts, changed))
    say(_summary(options, result, len(changed), len(given)))
    return 0


def _given(files: Sequence[str], progress: Progress) -> list[Snapshot]:
    """Return the lists in files; the mistakes of all of them are reported together."""
    found: dict[str, tuple[str, Snapshot]] = {}
    mistakes: list[LineMistake] = []
    for number, path in enumerate(files, 1):
        progress.say(f"reading {path} ({number:,} of {len(files):,})")
        name, data = _data(path)
        try:
            each = read_list(data, name, mistakes)
        except ListError as error:
            mistakes.append(LineMistake(name, 0, error.message + (f"; {error.hint}" if error.hint else "")))
            continue
        if each is None:
            continue
        other, _ = found.setdefault(each.month, (name, each))
        if other != name or found[each.month][1] is not each:
            mistakes.append(
                LineMistake(name, 0, f"it is of {each.words}, as `{other}` is: name one of the two")
            )
    if mistakes:
        raise _failure(mistakes)
    return [each for _, each in found.values()]


def _data(path: str) -> tuple[str, bytes]:
    if path in STANDARD_INPUT:
        name, data = read_standard_input("standard input")
    else:
        wrong: list[object] = []
        read = read_file(path, wrong)  # type: ignore[arg-type] # mistakes
        if read is None:
            raise Failure(f"`{path}`: {wrong[0].message}")  # type: ignore[attr-defined] # a mistake
        name, data = path, read
    if len(data) > MOST_BYTES:
        raise Failure(f"`{name}` has {len(data):,} bytes; at most {MOST_BYTES:,} are read")
    return name, data


def _failure(mistakes: Sequence[LineMistake]) -> Failure:
    lines = [f"{_place(each)}: {each.message}" for each in mistakes]
    if len(lines) == 1:
        return Failure(f"{lines[0]}; nothing was written")
    more = len(lines) - _SHOWN
    shown = [*lines[:_SHOWN], *([f"and {more:,} more"] if more > 0 else [])]
    return Failure(
        f"the lists have {len(lines):,} mistakes; nothing was written",
        details=("".join(f"{safe(each)}\n" for each in shown),),
    )


def _place(each: LineMistake) -> str:
    return f"{each.file}:{each.line}" if each.line else each.file


def _texts(target: str) -> dict[str, str]:
    """Return the TOML files of a directory by their names below it."""
    if not os.path.isdir(target):
        return {}
    mistakes: list[object] = []
    found: dict[str, str] = {}
    for path in find_files([target], mistakes):  # type: ignore[arg-type] # mistakes
        data = read_file(path, mistakes)  # type: ignore[arg-type] # mistakes
        text = None if data is None else decode(data, path, mistakes)  # type: ignore[arg-type] # mistakes
        if data is not None and text is not None:
            found[os.path.relpath(path, target).replace(os.sep, "/")] = data.decode("utf-8")
    own = [each for each in mistakes if each.code != "no-files"]  # type: ignore[attr-defined] # a mistake
    if own:
        raise wrong_model(own)  # type: ignore[arg-type] # mistakes
    _check(target, found)
    return found


def _known(
    target: str, texts: Mapping[str, str], given: Sequence[Snapshot], progress: Progress
) -> list[Snapshot]:
    """Return the lists that the files of a directory were made from."""
    made_from = {month for text in texts.values() for month in _MADE_FROM.findall(text)}
    again = {each.month: each for each in given}
    found: list[Snapshot] = []
    mistakes: list[LineMistake] = []
    for month in sorted(made_from):
        path = os.path.join(target, FOLDER, f"{SOURCE}{month}.csv")
        progress.say(f"reading the list of {month_words(month)}")
        data = read_file(path, [])
        if data is not None:
            try:
                each = read_list(data, path, mistakes)
            except ListError as error:
                raise Failure(f"`{path}`: {error.message}", hint="name its list again") from None
            if each is None:
                raise _failure(mistakes)
            found.append(each)
        elif month in again:
            found.append(again[month])
        else:
            raise Failure(
                f"`{path}` is missing: without the list of {month_words(month)} nobody can tell what was changed by hand",
                hint="name the official file of that month too",
            )
    return found


def _check(target: str, texts: Mapping[str, str]) -> None:
    """Refuse files that are not a valid model, so that nothing unreadable is written."""
    if not texts:
        return
    names = sorted(name for name in texts if name.endswith(".toml"))
    # named and ordered as when the directory is read, so that it then comes from the cache
    files = {os.path.join(target, name): texts[name].encode("utf-8") for name in names}
    try:
        load_texts(files)
    except ModelError as error:
        raise wrong_model(error.mistakes) from None


def _is_new(target: str, name: str, text: str) -> bool:
    return read_file(os.path.join(target, name), []) != text.encode("utf-8")


def _write(target: str, texts: Mapping[str, str], changed: Mapping[str, str]) -> None:
    for name, text in texts.items():
        path = os.path.join(target, name)
        if name in changed and read_file(path, []) != text.encode("utf-8"):
            raise Failure(
                f"`{path}` was changed meanwhile; nothing was written", hint="run the command again"
            )
    try:
        write_folder(target, {name: [text] for name, text in changed.items()})
    except UnwritableError as error:
        raise Failure(str(error)) from None


def _would_be(target: str, texts: Mapping[str, str], changed: Mapping[str, str]) -> Iterator[str]:
    from difflib import unified_diff  # noqa: PLC0415 - only a dry run shows them

    for name, text in changed.items():
        path = os.path.join(target, name)
        if name not in texts:
            yield f"{safe(path)} (new, {len(text.splitlines()):,} lines)\n"
            continue
        lines = unified_diff(
            texts[name].splitlines(),
            text.splitlines(),
            f"{path} (as it is)",
            f"{path} (as it would be)",
            lineterm="",
        )
        yield from (f"{safe(line)}\n" for line in lines)


def _summary(options: argparse.Namespace, result: Result, changed: int, given: int) -> str:
    """Return a summary in a few lines: the contents of each list, and the changes of the files."""
    lines = [
        f"{each.words}: " + ", ".join(_counts(result, number)) for number, each in enumerate(result.lists)
    ]
    kept = f"; {result.kept:,} kept as they were changed by hand" if result.kept else ""
    lines.append(f"{result.new:,} new entities, {result.changed:,} changed{kept}")
    target = safe(options.into)
    if not changed:
        lines.append(
            f"{target} is as the {'list has' if given == 1 else 'lists have'} it; nothing is to be written"
        )
    elif options.dry_run:
        lines.append(f"nothing was written; without `--dry-run` {changed:,} files go into {target}")
    else:
        lines.append(f"{changed:,} files written into {target}")
    return "".join(f"{each}\n" for each in lines)


def _counts(result: Result, number: int) -> Iterator[str]:
    for what, counts in result.counts.items():
        if counts[number]:
            yield f"{counts[number]:,} {what if counts[number] == 1 else f'{what}s'}"

"""The mistakes of a model: with the line in question for people, as JSON for programs, and as GitHub annotations."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from tiers.model import Mistake
from tiers.model.format.errors import ERROR, WARNING
from tiers.model.reading.codes import CODES

from ...wording.safe_text import safe
from ..parts.json_schema import COUNT, TEXT, Schema, maybe, record, rows, said
from ..parts.wrapping import fitted
from .excerpts import lines_of

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "each with the line in question",
        "json": "for other programs",
        "github": "annotations for GitHub Actions",
    }
)
"""Every format of `tiers check` by name, with its description."""


def place_of(mistake: Mistake) -> str:
    """Return the place of a mistake, `file:line:column` as far as it is known."""
    return ":".join(
        str(part) for part in (mistake.file, mistake.line, mistake.column) if part not in {"", None}
    )


def text(mistakes: Iterable[Mistake]) -> Iterator[str]:
    """Yield `file:line:column: message` for each mistake, with its hint on the next line."""
    for each in mistakes:
        place = place_of(each)
        said = each.message if each.severity == ERROR else f"{each.severity}: {each.message}"
        yield safe(f"{place}: {said}" if place else said) + "\n"
        if each.hint:
            yield safe(f"  hint: {each.hint}") + "\n"


def frames(mistakes: Iterable[Mistake], width: int | None = None) -> Iterator[str]:
    """Yield each mistake with its code, its line with the place marked, and its hint, separated by blank lines.

    Args:
        mistakes: The mistakes.
        width: The width at which messages and hints are wrapped at words; `None` to leave them whole.
    """
    between = ""
    for each in mistakes:
        place = place_of(each)
        said = f"{each.severity}[{each.code}]: {each.message}"
        yield between
        yield from fitted([safe(f"{place}: {said}" if place else said) + "\n"], width)
        margin = max((len(str(shown.line)) for shown in each.excerpts), default=1)
        for number, shown in enumerate(each.excerpts):
            elsewhere = number and shown.file != each.file
            yield f"{'':>{margin}} {f'in {safe(shown.file)}:{shown.line}:{shown.column}' if elsewhere else '|'}\n"
            yield from lines_of(shown, margin, "-" if number else "^")
        if each.hint:
            yield from fitted([f"{'':>{margin}} = hint: {safe(each.hint)}\n"], width)
        between = "\n"


def explanation(code: str) -> Iterator[str]:
    """Yield the meaning of a code, an example of the mistake, and the correction."""
    known = CODES[code]
    yield f"{code}\n\n{known.meaning}\n\nWrong:\n\n"
    yield from _indented(known.example)
    yield "\nRight:\n\n"
    yield from _indented(known.instead)
    if known.warning:
        yield "\nIt is a warning. A file in which it is right as it is says so, with the reason:\n\n"
        yield from _indented(f'[file]\nallow = [{{ code = "{code}", reason = "…" }}]')


def _indented(lines: str) -> Iterator[str]:
    for line in lines.splitlines():
        yield f"    {line}".rstrip() + "\n"


def json(mistakes: Iterable[Mistake], *, unicode: bool = True) -> Iterator[str]:
    """Yield an array with an object for each mistake."""
    from ..parts.json_values import value  # noqa: PLC0415 - only this format pays for it

    order = ("severity", "code", "message", "file", "line", "column", "hint")
    lines = ",\n".join(
        value({key: getattr(each, key) for key in order}, unicode=unicode) for each in mistakes
    )
    yield f"[\n{lines}\n]\n" if lines else "[]\n"


def github(mistakes: Iterable[Mistake]) -> Iterator[str]:
    """Yield a GitHub workflow command for each mistake: its file, line and column, its message with the hint."""
    for each in mistakes:
        parts = {"file": each.file, "line": each.line, "col": each.column, "title": each.code}
        given = ",".join(
            f"{key}={_property(str(part))}" for key, part in parts.items() if part not in {"", None}
        )
        said = f"{each.message} (hint: {each.hint})" if each.hint else each.message
        yield f"::{each.severity} {given}::{_data(said)}\n"


def _data(said: str) -> str:
    return safe(said).replace("%", "%25")


def _property(said: str) -> str:
    return _data(said).replace(":", "%3A").replace(",", "%2C")


def schema() -> Schema:
    """Return the JSON Schema of what `json` writes."""
    return rows(
        record(
            {
                "severity": {"enum": [ERROR, WARNING]},
                "code": said(TEXT, "the type of mistake, which `--explain` takes"),
                "message": TEXT,
                "file": TEXT,
                "line": said(maybe(COUNT), "from 1"),
                "column": said(maybe(COUNT), "from 1, in characters"),
                "hint": TEXT,
            }
        )
    )

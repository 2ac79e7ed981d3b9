"""How well the statements of each file are sourced: what `tiers check --coverage` writes after the mistakes."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from tiers.model import Mistake
from tiers.model.reading.coverage import Coverage

from ...wording.safe_text import safe
from ..parts.json_schema import COUNT, TEXT, Schema, maybe, record, rows, said
from . import mistakes

_HEADINGS: Mapping[str, str] = {
    "statements": "statements",
    "with_place": "place",
    "without_place": "no place",
    "without_source": "no source",
    "undated": "undated",
    "file_wide": "file's only",
}
"""The heading of each count; the help gives their meanings."""

IN_ALL = "in all"


def text(files: Mapping[str, Coverage]) -> Iterator[str]:
    """Yield a table with a line for each file and, where there are several, one for all of them."""
    rows = [[*_HEADINGS.values(), "file"]]
    rows.extend([*_numbers(each), safe(name)] for name, each in files.items())
    if len(files) != 1:
        rows.append([*_numbers(_sum(files)), IN_ALL])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for *numbers, name in rows:
        filled = (number.rjust(width) for number, width in zip(numbers, widths, strict=False))
        yield f"{'  '.join(filled)}  {name}\n"


def json(
    found: Iterable[Mistake], files: Mapping[str, Coverage] | None, *, unicode: bool = True
) -> Iterator[str]:
    """Yield an object with the mistakes and the coverage, which is `null` where it could not be counted."""
    from ..parts.json_values import value  # noqa: PLC0415 - only this format pays for it

    yield f'{{\n"mistakes":{"".join(mistakes.json(found, unicode=unicode)).rstrip()},\n"coverage":'
    if files is None:
        yield "null\n}\n"
        return
    yield f'{{\n"all":{value(attrs.asdict(_sum(files)), unicode=unicode)},\n"files":[\n'
    lines = ({"file": name, **attrs.asdict(each)} for name, each in files.items())
    yield ",\n".join(value(each, unicode=unicode) for each in lines)
    yield "\n]\n}\n}\n"


def _sum(files: Mapping[str, Coverage]) -> Coverage:
    return sum(files.values(), Coverage())


def _numbers(counted: Coverage) -> list[str]:
    return [f"{getattr(counted, name):,}" for name in _HEADINGS]


def schema() -> Schema:
    """Return the JSON Schema of what `json` writes."""
    counts = dict.fromkeys(attrs.fields_dict(Coverage), COUNT)
    counted = record({"all": record(counts), "files": rows(record({"file": TEXT, **counts}))})
    never = "null where mistakes stand in the way of counting"
    return record({"mistakes": mistakes.schema(), "coverage": said(maybe(counted), never)})

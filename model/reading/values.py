"""Reads and checks the value of a key by its type (text, date, choice, reference ...), with one function per type."""

from collections.abc import Callable, Mapping
from math import isfinite
from types import MappingProxyType
from typing import Any

from ..format import Key
from ..format.dates import parse_date
from ..format.ids import is_id
from ..format.records import Value
from .quoting import quoted, safe_key, shown
from .report import KEY, Place, Report
from .tokens import RANGE_HINT, in_range, out_of_range
from .unsafe import MOST_MARKS, has_too_many_marks, unsafe

WANTED: Mapping[str, str] = MappingProxyType(
    {
        "id": "an id in quotes",
        "text": "text in quotes",
        "texts": "a list of texts",
        "date": "a date in quotes",
        "integer": "a whole number",
        "number": "a number",
        "flag": "`true` or `false`",
        "choice": "one of its words in quotes",
        "reference": "an id in quotes",
        "references": "an id or a list of ids",
        "citations": "a list of sources",
        "table": "an inline table",
        "map": "a table of texts",
    }
)


def read_value(key: Key, raw: Any, place: Place, report: Report) -> Value:
    """Return the value of a key; `None`, with a finding, when it is not of the key's type.

    Args:
        key: The key, with its type.
        raw: The value from TOML.
        place: The place of the value in the data.
        report: Receives the findings.
    """
    if key.words and raw in key.words and isinstance(raw, str):
        return raw
    return _READERS[key.type](key, raw, place, report)


def wrong_type(key: Key, raw: object, place: Place, report: Report) -> None:
    wanted = WANTED[key.type]
    if key.claims != "no":
        wanted += f" or a list of tables with `{key.main}`"
    from .hints import type_hint  # noqa: PLC0415 - only a mistake pays for it

    hint = type_hint(key, raw)
    report.add("wrong-type", f"`{key.name}` wants {wanted}, not {shown(raw)}", place, hint=hint)


def _text(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not str:
        wrong_type(key, raw, place, report)
        return None
    if not raw.isprintable():
        char = unsafe(raw)
        if char:
            report.add(
                "unsafe-text",
                f"`{key.name}` has the character U+{ord(char):04X}, which may not stand in text",
                place,
                hint="write one line, without control characters or direction marks",
            )
            return None
    if len(raw) > key.most:
        report.add(
            "too-long",
            f"`{key.name}` has {len(raw):,} characters; it may have {key.most:,}",
            place,
            hint="shorten it",
        )
        return None
    if not raw.isascii() and has_too_many_marks(raw):
        report.add(
            "unsafe-text",
            f"`{key.name}` has a letter with more than {MOST_MARKS} marks, which cannot be drawn",
            place,
            hint="take the marks away",
        )
        return None
    if not raw.strip():
        hint = "leave the key out, or write `not_stated`" if key.words else "leave the key out"
        report.add("empty-text", f"`{key.name}` is empty", place, hint=hint)
        return None
    return raw


def _texts(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not list:
        wrong_type(key, raw, place, report)
        return None
    one = Key(key.name, "text", key.meaning)
    read = tuple(_text(one, each, (place, number), report) for number, each in enumerate(raw))
    return tuple(each for each in read if isinstance(each, str))


def _id(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not str:
        wrong_type(key, raw, place, report)
        return None
    if not is_id(raw):
        from .hints import wrong_id  # noqa: PLC0415 - only a mistake pays for it

        wrong_id(raw, place, report, new=key.type == "id")
        return None
    return raw


def _choice(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not str:
        wrong_type(key, raw, place, report)
        return None
    if raw not in key.choices:
        words = (*key.choices, *key.words)
        from .hints import choice_hint  # noqa: PLC0415 - only a mistake pays for it

        report.add(
            "wrong-choice",
            f"`{key.name}` cannot be {quoted(raw)}; it is one of {', '.join(f'`{word}`' for word in words)}",
            place,
            hint=choice_hint(key, raw),
            meant=raw,
            among=words,
        )
        return None
    return raw


def _date(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not str:
        wrong_type(key, raw, place, report)
        return None
    try:
        return parse_date(raw)
    except ValueError as error:
        from .hints import date_hint  # noqa: PLC0415 - only a mistake pays for it

        hint = date_hint(raw, key)
        report.add("wrong-date", f"`{key.name}` cannot be {quoted(raw)}: {error}", place, hint=hint)
        return None


def _integer(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not int:
        wrong_type(key, raw, place, report)
        return None
    if not in_range(raw):
        report.add("number-range", out_of_range(f"`{key.name}`"), place, hint=RANGE_HINT)
        return None
    if key.least is not None and raw < key.least:
        report.add(
            "too-small",
            f"`{key.name}` is {raw}; it is at least {key.least}",
            place,
            hint="leave the key out where the number is not stated",
        )
        return None
    return raw


def _number(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is float and isfinite(raw):
        return raw
    return _integer(key, raw, place, report)


def _flag(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not bool:
        wrong_type(key, raw, place, report)
        return None
    return raw


def _references(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is str:
        read = _id(key, raw, place, report)
        return (read,) if isinstance(read, str) else None
    if type(raw) is not list:
        wrong_type(key, raw, place, report)
        return None
    each = tuple(_id(key, one, (place, number), report) for number, one in enumerate(raw))
    return tuple(one for one in each if isinstance(one, str))


def _map(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not dict:
        wrong_type(key, raw, place, report)
        return None
    one = Key(key.name, "text", key.meaning)
    found: dict[str, tuple[Any, Place]] = {name: (text, (place, name)) for name, text in raw.items()}
    if not all(map(is_id, raw)) or dict in map(type, raw.values()):
        from .dotted import undotted  # noqa: PLC0415 - only a mistake pays for it

        found = undotted(key, raw, place, report)
    return {name: _text(one, text, at, report) for name, (text, at) in found.items()}


def read_table(
    parts: Mapping[str, Key], raw: dict[str, Any], place: Place, report: Report, what: str
) -> dict[str, Value]:
    """Return the values of an inline table by key; unknown and missing keys are findings."""
    read: dict[str, Value] = {}
    for name, each in raw.items():
        part = parts.get(name)
        if part is None:
            from .hints import part_hint  # noqa: PLC0415 - only a mistake pays for it

            report.add(
                "unknown-key",
                f"{what} has no key `{safe_key(name)}`",
                (place, name),
                part=KEY,
                hint=part_hint(name, raw, parts),
                meant=name,
                among=parts,
            )
            continue
        value = read_value(part, each, (place, name), report)
        if value is not None:
            read[name] = value
    for name, part in parts.items():
        if part.required and name not in raw:
            from .hints import is_mistaken, missing_hint  # noqa: PLC0415 - only a mistake pays for it

            if not is_mistaken(name, raw, parts):
                hint = missing_hint(part, raw)
                report.add("missing-key", f"{what} needs the key `{name}`", place, hint=hint)
    return read


def _table(key: Key, raw: Any, place: Place, report: Report) -> Value:
    if type(raw) is not dict:
        wrong_type(key, raw, place, report)
        return None
    return MappingProxyType(
        read_table({part.name: part for part in key.parts}, raw, place, report, f"`{key.name}`")
    )


_READERS: Mapping[str, Callable[[Key, Any, Place, Report], Value]] = MappingProxyType(
    {
        "id": _id,
        "text": _text,
        "texts": _texts,
        "date": _date,
        "integer": _integer,
        "number": _number,
        "flag": _flag,
        "choice": _choice,
        "reference": _id,
        "references": _references,
        "table": _table,
        "map": _map,
    }
)

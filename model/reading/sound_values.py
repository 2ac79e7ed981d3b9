"""Converts values of the usual form, with one function made for each key; any other value is left to `values`.

A converter returns what `values.read_value` and `silence.silence` return for a value without a mistake, and raises
one of `UNSURE` where it does not know: then the table is read again by `entity`, which reports what is wrong. A
converter takes a third of the time of `read_value`, since it neither looks up the type nor carries a place.
"""

from collections.abc import Callable, Mapping
from functools import cache
from math import isfinite
from types import MappingProxyType
from typing import Any

from ..format import NOT_STATED, UNKNOWN, Key
from ..format.dates import parse_date
from ..format.ids import is_id
from .tokens import in_range
from .unsafe import has_too_many_marks

Converter = Callable[[Any], Any]
"""Returns the value of a key for a value of TOML."""


class NotUsualError(Exception):
    """A value that may be mistaken, or is written in a way that a converter does not know."""


UNSURE = (NotUsualError, LookupError, TypeError, ValueError, AttributeError)
"""What a converter raises: also what a dictionary, a date or a method of text raises for another value or type."""

REFERRING = frozenset(("reference", "references", "table"))
"""The types of keys whose values may name entities."""


@cache
def converter(key: Key) -> Converter:
    """Return the function that converts the values of a key; it is made once."""
    if key.type == "choice":
        return {**{each: each for each in key.choices}, **words_of(key)}.__getitem__
    make = _MAKERS.get(key.type)
    return unsure if make is None else _with_words(key, make(key))


def unsure(_: Any) -> Any:
    """Convert nothing."""
    raise NotUsualError


def words_of(key: Key) -> Mapping[str, str]:
    """Return the words that a key allows in place of its type; `unknown` without a source means `not_stated`."""
    return {each: NOT_STATED if each == UNKNOWN else each for each in key.words}


def _with_words(key: Key, convert: Converter) -> Converter:
    words = words_of(key)
    if not words:
        return convert

    def with_words(raw: Any) -> Any:
        return words[raw] if type(raw) is str and raw in words else convert(raw)

    return with_words


def _text(key: Key) -> Converter:
    most = key.most

    def text(raw: Any) -> str:
        if type(raw) is str and raw.isprintable() and len(raw) <= most and raw.strip():  # noqa: SIM102 - the usual case first
            if raw.isascii() or not has_too_many_marks(raw):
                return raw
        raise NotUsualError

    return text


def _texts(key: Key) -> Converter:
    text = _text(Key(key.name, "text", key.meaning))

    def texts(raw: Any) -> tuple[str, ...]:
        if type(raw) is not list:
            raise NotUsualError
        return tuple([text(each) for each in raw])

    return texts


def _date(_: Key) -> Converter:
    def date(raw: Any) -> Any:
        if type(raw) is not str:
            raise NotUsualError
        return parse_date(raw)

    return date


def _integer(key: Key) -> Converter:
    least = key.least

    def integer(raw: Any) -> int:
        if type(raw) is not int or not in_range(raw) or (least is not None and raw < least):
            raise NotUsualError
        return raw

    return integer


def _number(key: Key) -> Converter:
    integer = _integer(key)

    def number(raw: Any) -> float:
        return raw if type(raw) is float and isfinite(raw) else integer(raw)

    return number


def _flag(_: Key) -> Converter:
    def flag(raw: Any) -> bool:
        if type(raw) is not bool:
            raise NotUsualError
        return raw

    return flag


def _map(key: Key) -> Converter:
    text = _text(Key(key.name, "text", key.meaning))

    def texts_by_name(raw: Any) -> dict[str, str]:
        if type(raw) is not dict or not all(map(is_id, raw)):
            raise NotUsualError
        return {name: text(each) for name, each in raw.items()}

    return texts_by_name


_MAKERS: Mapping[str, Callable[[Key], Converter]] = MappingProxyType(
    {
        "text": _text,
        "texts": _texts,
        "date": _date,
        "integer": _integer,
        "number": _number,
        "flag": _flag,
        "map": _map,
    }
)

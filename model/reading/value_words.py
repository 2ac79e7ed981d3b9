"""The messages about a value without quotes that is no number, date or flag."""

import re

import attrs

from .hints import date_hint
from .quoting import quoted

CURLY = frozenset("“”„‟‘’‚‛«»″′")  # noqa: RUF001 - look-alikes of quotes are what it is for
"""Quotation marks that word processors put in place of straight quotes."""


@attrs.frozen
class Words:
    """The message of one mistake.

    Attributes:
        code: The code of the mistake, such as `missing-quotes`.
        message: What is wrong.
        hint: How to correct it.
        expected: What is expected at the place; empty if the message says it.
    """

    code: str
    message: str
    hint: str = ""
    expected: str = ""


CURLY_QUOTE = Words(
    "curly-quote",
    "this is a curly quote, as word processors write it; TOML needs a straight one",
    'write `"` before and after the text',
)

_FLAG = re.compile(r"true|false|yes|no|on|off", re.IGNORECASE)
_NOTHING = re.compile(r"none|null|nil|n/?a|-+|\?+", re.IGNORECASE)
_KEY = re.compile(r"(\S+)\s+([A-Za-z0-9_-]+)\s*=")
_ZERO = re.compile(r"[+-]?0[0-9_]+")
_DAY = re.compile(r"\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?\b.*|\d{1,2}:\d.*")
_SEVERAL = re.compile(r"(?:[+-]?[\d._]+|true|false)(?:\s+(?:[+-]?[\d._]+|true|false))+")


def bare(piece: str, *, in_list: bool) -> Words:
    """Return the message about a value without quotes that is no number, date or flag.

    Args:
        piece: The value as written in the file.
        in_list: Whether it is an entry of a list.
    """
    key = _KEY.match(piece)
    if key is not None:
        return Words(
            "toml",
            f"there is a second key, `{key.group(2)}`, on this line",
            f"begin a new line before `{key.group(2)}`",
        )
    if _FLAG.fullmatch(piece):
        right = "true" if piece.lower() in {"true", "yes", "on"} else "false"
        return Words(
            "wrong-value",
            f"{quoted(piece)} is not a value in TOML",
            f"write `{right}`, or put it in quotes if it is text",
        )
    if _NOTHING.fullmatch(piece):
        said = f"{quoted(piece)} is not a value"
        return Words("wrong-value", said, 'leave the key out, or write `"not_stated"` or `"none"`')
    if in_list and _SEVERAL.fullmatch(piece):
        return Words(
            "missing-comma", "a comma is missing between two entries of this list", "put `,` between them"
        )
    return _number(piece) if piece[0].isdigit() or piece[0] in "+-." else _text(piece)


def _number(piece: str) -> Words:
    if _DAY.fullmatch(piece):
        return Words(
            "wrong-value",
            f"{quoted(piece)} is not a date or time that TOML knows",
            date_hint(piece) or 'a model has dates in quotes: write `"2022-07-01"`, `"2022-07"` or `"2022"`',
        )
    if _ZERO.fullmatch(piece):
        return Words(
            "wrong-value",
            f"the number `{piece}` begins with 0",
            "leave the 0 out, or put a code or telephone number in quotes",
        )
    return Words(
        "wrong-value",
        f"{quoted(piece)} is not a number",
        "put text in quotes; write a number in digits alone",
    )


def _text(piece: str) -> Words:
    return Words(
        "missing-quotes",
        f"the text {quoted(piece)} has no quotes",
        f"write `{quoted(piece)}`",
        "text in quotes is expected",
    )

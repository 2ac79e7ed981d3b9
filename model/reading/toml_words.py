"""Finds the message for a text that is not TOML, and the part of the text that it is about."""

import re

import attrs

from . import value_words
from .nodes import BrokenError, Span
from .places import Lines
from .quoting import safe_key
from .rule_words import WORDS, Case, control
from .tokens import CONTROL
from .value_words import CURLY, Words

_MARKS = re.compile(r"<{7}(?![^\s])|={7}\s*$|>{7}(?![^\s])|\|{7}(?![^\s])")
_NEW_KEY = re.compile(r"\s*[\w.\"'-]+[ \t]*=(?!=)")
_NEW_HEADER = re.compile(r"\s*\[\[?[\w. \t\"'-]+\]\]?\s*(?:#.*)?$")


@attrs.frozen
class BrokenRule:
    """A mistake in a text that is not TOML, with its position.

    Attributes:
        words: The message.
        span: The position of the wrong part.
        other: The position of the earlier part, if two contradict each other.
    """

    words: Words
    span: Span
    other: Span | None = None


def describe_broken_rule(lines: Lines, error: BrokenError) -> BrokenRule:
    """Return the message about a broken rule of TOML, and its position."""
    number, column = lines.place(error.span[0])
    line = lines.line(number)
    if _MARKS.match(line):
        start = error.span[0] - column + 1
        return BrokenRule(_CONFLICT, (start, start + 7))
    opener = _unclosed(lines, error, line, number)
    if opener is not None:
        return BrokenRule(_open_bracket(lines.text[opener]), (opener, opener + 1))
    if CONTROL.match(lines.text, error.span[0]) and lines.text[error.span[0]] == "\r":
        return BrokenRule(control("\r", "a model"), (error.span[0], error.span[0] + 1))
    found = lines.text[slice(*error.span)]
    if found[:1] in CURLY and error.why in {
        "no-key",
        "no-equals",
        "no-value",
        "bare",
        "after-value",
        "no-comma",
    }:
        return BrokenRule(value_words.CURLY_QUOTE, (error.span[0], error.span[0] + 1))
    unseen = None if error.why.startswith("control") else CONTROL.search(found)
    if unseen is not None:
        start = error.span[0] + unseen.start()
        return BrokenRule(control(unseen.group(), "a model"), (start, start + 1))
    first = f"{lines.place(error.other[0])[0]}" if error.other is not None else ""
    words = WORDS[error.why](Case(error, found, line, column, safe_key(error.name), first, lines.text))
    return BrokenRule(words, error.span, error.other if error.why in _TWO_PLACES else None)


_TWO_PLACES = frozenset(
    ("twice", "not-a-table", "closed-table", "table-twice", "table-after-list", "list-after-table")
)


_CONFLICT = Words(
    "conflict-mark",
    "this line is a mark that git leaves where two versions of a file conflict",
    "keep one of the two versions, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
)


def _open_bracket(bracket: str) -> Words:
    what, closing = ("list", "]") if bracket == "[" else ("inline table", "}")
    return Words(
        "unclosed",
        f"the {what} that begins here is not closed",
        f"put `{closing}` after its last entry",
        f"no `{closing}` belongs to it",
    )


def _unclosed(lines: Lines, error: BrokenError, line: str, number: int) -> int | None:
    """Return the bracket that was probably not closed, if the text continues as if it were."""
    if error.why == "unclosed":
        return error.span[0]
    earlier = [each for each in error.opened if lines.place(each)[0] < number]
    if not earlier:
        return None
    if _NEW_HEADER.match(line) and error.why in {"bare", "no-comma", "no-key"}:
        return earlier[0]
    in_list = lines.text[earlier[-1]] == "[" and earlier[-1] == error.opened[-1]
    if in_list and _NEW_KEY.match(line) and error.why in {"bare", "no-comma", "no-value"}:
        return earlier[-1]
    return None

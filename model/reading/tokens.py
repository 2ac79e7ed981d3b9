"""The tokens of a TOML text (strings, numbers, dates, words): the end of each, and its mistakes."""

import re

import tomli

from .nodes import BrokenError

LOWEST, HIGHEST = -(2**63), 2**63 - 1
"""The range of a whole number that TOML guarantees."""

RANGE_HINT = "put a code or a long number in quotes"
"""The hint for a whole number out of range."""

_STRINGS = {
    '"': re.compile(r'"(?:[^"\\\n]++|\\[^\n])*+'),
    "'": re.compile(r"'[^'\n]*+"),
    '"""': re.compile(r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+'),
    "'''": re.compile(r"'''(?:[^']++|'(?!''))*+"),
}
_BARE = re.compile(r"[^,\[\]{}#\n\"']*+")
_WORD = re.compile(r"[^\s,\[\]{}=\"'#]++")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
"""A control character that TOML allows nowhere."""

_ESCAPE = re.compile(r'\\(?:[btnfre"\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|([ \t]*+\r?\n))?')
_SURROGATES = range(0xD800, 0xE000)
_LAST = 0x10FFFF


def string(text: str, start: int, *, strict: bool) -> int:
    """Return the end of a quoted string, of one line or of several.

    Raises:
        BrokenError: It is not closed, or, if `strict`, an escape or a character in it is not allowed.
    """
    mark = text[start] * 3
    if not text.startswith(mark, start):
        return line_string(text, start, strict=strict)
    end = _end(mark, text, start)
    if strict and mark[0] == '"':
        _check_escapes(text, start, end, lines=True)
    if not text.startswith(mark, end):
        raise BrokenError("unclosed-lines", (start, start + 3))
    end += 3
    for _ in range(2):  # the text itself may end with two quotes
        if text.startswith(mark[0], end):
            end += 1
    if strict:
        check_control(text, start, end, "control-in-text")
    return end


def line_string(text: str, start: int, *, strict: bool) -> int:
    """Return the end of a quoted string of one line.

    Raises:
        BrokenError: It is not closed, or, if `strict`, an escape or a character in it is not allowed.
    """
    mark = text[start]
    end = _end(mark, text, start)
    if strict and mark == '"':
        _check_escapes(text, start, end, lines=False)
    if not text.startswith(mark, end):
        raise BrokenError("unclosed-text", (start, end - text.endswith("\r", start, end)))
    if strict:
        check_control(text, start, end + 1, "control-in-text")
    return end + 1


def _end(mark: str, text: str, start: int) -> int:
    found = _STRINGS[mark].match(text, start)
    return start if found is None else found.end()


def _check_escapes(text: str, start: int, end: int, *, lines: bool) -> None:
    for found in _ESCAPE.finditer(text, start, end):
        escape = found.group()
        number = int(f"0x0{escape[2:]}", 0) if escape[1:2] in {"u", "U"} else 0
        if escape == "\\" or (found.group(1) and not lines) or number in _SURROGATES or number > _LAST:
            shown = found.end() if len(escape) > 1 else min(found.start() + 2, end)
            raise BrokenError("escape", (found.start(), shown))


def check_control(text: str, start: int, end: int, why: str) -> None:
    """Raise a `BrokenError` at the first control character between two places; tabs and line breaks are allowed."""
    found = CONTROL.search(text, start, end)
    if found is not None:
        raise BrokenError(why, found.span())


def key_name(quoted: str) -> str:
    """Return the name of a quoted key."""
    if quoted[0] == "'" or "\\" not in quoted:
        return quoted[1:-1]
    try:
        return str(tomli.loads(f"key = {quoted}")["key"])
    # a wrong escape, which is reported only for a text that is known to be TOML
    except tomli.TOMLDecodeError:
        return quoted[1:-1]


def bare(text: str, start: int) -> int:
    """Return the end of a number, date or word without quotes, excluding spaces after it."""
    found = _BARE.match(text, start)
    end = start if found is None else found.end()
    return start + len(text[start:end].rstrip("\t\r " if text.startswith("\n", end) else "\t "))


def check_bare(text: str, start: int, end: int) -> None:
    """Raise a `BrokenError` if a value without quotes is no number, date or flag, or a number out of range."""
    piece = text[start:end]
    try:
        read = tomli.loads(f"key = {piece}")["key"]
    except tomli.TOMLDecodeError:
        raise BrokenError("bare", (start, end)) from None
    except ValueError:  # Python does not read decimal numbers of more than 4,300 digits
        raise BrokenError("range", (start, end)) from None
    if isinstance(read, int) and not in_range(read):
        raise BrokenError("range", (start, end))


def in_range(number: float) -> bool:
    """Return whether TOML guarantees a number: an integer of 64 bits, or any float."""
    return isinstance(number, float) or LOWEST <= number <= HIGHEST


def out_of_range(what: str) -> str:
    """Return the message about an integer of more than 64 bits."""
    return f"{what} is out of range: a whole number is from {LOWEST:,} to {HIGHEST:,}"


def word_end(text: str, start: int) -> int:
    """Return the end of a word; at least one character further, unless the line ends there."""
    found = _WORD.match(text, start)
    if found is not None:
        return found.end()
    return start + (start < len(text) and text[start] not in "\r\n")

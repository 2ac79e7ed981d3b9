r"""Makes text of a model fit for a screen, a stream or a file (`safe`), and sets up the streams.

A character that a terminal acts on, or that a reader cannot see, is written visibly as `\u{…}`. Nothing is
lost, and no text of a model is ever a command to the terminal that shows it.
"""

import codecs
import os
import re
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

VISIBLE = "tiers-visible"
r"""The name of the error handler that writes characters which an encoding lacks as `\u{…}`."""

_UNSEEN = frozenset(
    map(
        chr,
        (
            0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0,
            *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0),
        ),
    )
)  # fmt: skip
"""Characters that Python calls printable but that are drawn as nothing (Default_Ignorable_Code_Point)."""

_SPACES = frozenset(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
"""Spaces other than U+0020: Python does not call them printable, and no terminal acts on them."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_MOST = 8
_TOO_MANY_MARKS = f"[{_MARKS}]{{{_MOST + 1},}}"
"""More marks on one letter than any script has: they are drawn over the lines above and below.

The pattern is text, so that a purely ASCII text does not pay for compiling it (0.3 ms).
"""


_NARROWEST = 20
"""The number of columns below which nothing is wrapped further."""

_AT_ONCE = 1 << 6
"""How many texts are looked at as one: if any of them is not safe, each is looked at."""

_DIGITS = 5
"""The number of digits that is too many for a number of columns."""


def safe(text: str) -> str:
    r"""Return a text without invisible characters and control characters; safe text is returned unchanged.

    Control characters (including line breaks), bidirectional and other format characters, line and paragraph
    separators, lone surrogates, private and unassigned characters, invisible characters, and the marks of a
    letter beyond eight are written as `\u{…}`.
    """
    if text.isprintable() and (text.isascii() or is_carried(text, "latin-1")):
        return text  # none of the characters below is in ASCII or in Latin-1
    if not text.isascii():
        text = re.sub(
            _TOO_MANY_MARKS, lambda found: found[0][:_MOST] + "".join(map(visible, found[0][_MOST:])), text
        )
    if text.isprintable() and _UNSEEN.isdisjoint(text):
        return text
    return "".join(char if _is_seen(char) else visible(char) for char in text)


def all_safe(texts: Sequence[str]) -> list[str]:
    """Return each of many texts as `safe` does; several are joined and looked at as one, since nearly all are safe."""
    found: list[str] = []
    for start in range(0, len(texts), _AT_ONCE):
        some = texts[start : start + _AT_ONCE]
        whole = "".join(some)
        found += some if safe(whole) is whole else map(safe, some)
    return found


def visible(char: str) -> str:
    r"""Return the escape of a character with its number: `\u{1b}`."""
    return f"\\u{{{ord(char):x}}}"


def _is_seen(char: str) -> bool:
    return char not in _UNSEEN if char.isprintable() else char in _SPACES


def _write_visibly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(visible, error.object[error.start : error.end])), error.end


def set_up_streams() -> None:
    """Make stdout and stderr write characters that their encoding lacks as escapes, instead of failing."""
    codecs.register_error(VISIBLE, _write_visibly)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=VISIBLE)


def carries(stream: TextIO, text: str) -> bool:
    """Whether a stream can write a text unchanged."""
    return is_carried(text, getattr(stream, "encoding", None) or "utf-8")


def is_carried(text: str, encoding: str) -> bool:
    """Whether an encoding can write a text unchanged."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def drawn_on() -> TextIOWrapper | None:
    """Return the stream on which the explorer is drawn; `None` without a terminal.

    It is stderr, or stdout if stderr leads elsewhere, such as into a file; on Windows, Textual knows only
    stdout.
    """
    streams = (sys.__stdout__,) if sys.platform == "win32" else (sys.__stderr__, sys.__stdout__)
    return next((each for each in streams if each is not None and each.isatty()), None)


def screen_width(stream: TextIO | None = None) -> int | None:
    """Return the width at which text for a terminal is wrapped; `None` where stdout, or another stream, is no terminal.

    In a pipe and in a file no line is wrapped. COLUMNS takes precedence over the terminal's own width.
    """
    stream = sys.stdout if stream is None else stream
    if stream is None or not stream.isatty():
        return None
    said = columns_in_environment()
    if said is not None:
        return said
    try:
        found = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return None
    return max(found, _NARROWEST) if found else None  # a terminal that does not know its size reports 0


def columns_in_environment() -> int | None:
    """Return the number of columns in the variable COLUMNS; `None` where it has none."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and len(said) < _DIGITS and int(said):
        return max(int(said), _NARROWEST)
    return None


def let_go(stream: TextIO) -> None:
    """Point a stream at the null device, so that its buffer cannot fail again at exit."""
    try:
        number = stream.fileno()
    except OSError:  # it has no file of the system, and nothing in it waits to be written
        return
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, number)
    os.close(nothing)

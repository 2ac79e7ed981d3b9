"""The parser of terminal input, which separates keys, clicks, pastes and replies; replaces that of Textual 8.2.

These faults exist in Textual 8.2.8; try each again after an upgrade:

- A key or character number beyond Unicode, a number of thousands of digits or a size of zero raises in the
parser, which
  ends the explorer with a traceback and status 0. Here an invalid reply is skipped, whatever is wrong with
  it.
- A size of 99,999 cells is accepted, and laying it out takes all memory. Here a size has limits. - `Esc` and
the letter after it become `alt` and the letter if both arrive at once, as over a slow line; a reply that
  arrives in pieces, or that is unknown, is inserted as typed letters. Here `Esc` is `Esc`, since no key of
  the explorer uses `alt`, and a reply is waited for to its end and read or skipped as a whole.
- A click in the encoding of X10 (three bytes after `ESC [ M`) or rxvt is ignored, and right of column 95 the
bytes of X10
  are not UTF-8. Here it is a click.
"""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cache

from textual import constants, events, messages
from textual._xterm_parser import IS_ITERM, XTermParser
from textual.keys import Keys
from textual.message import Message

MOST_COLUMNS, MOST_LINES = 1000, 500
"""The largest accepted size of the screen; the explorer is designed for 300 by 90."""

BEGIN_PASTE, END_PASTE = "\x1b[200~", "\x1b[201~"

_SEQUENCE = (
    r"\x1b(?:"
    r"\[\[[A-E]"  # function keys of the Linux console
    r"|\[M(?P<click>)"  # a click in the encoding of X10: its bytes follow
    r"|\[[0-?]*+[ -/]*+[@-Z\\-~]"  # CSI
    r"|O[0-9;]*+[!-~]"  # SS3
    r"|[\]PX^_][^\x07\x1b]*+(?:\x07|\x1b\\)"  # OSC, DCS and the like: unrequested replies
    r")"
)
_UNFINISHED = r"\x1b(?:\[\[?|\[[0-?]*+[ -/]*+|O[0-9;]*+|[\]PX^_][^\x07\x1b]*+\x1b?)?"
_LONGEST = 4096
"""The largest number of characters of a reply; no reply that is used has fifty."""

_PATIENCE = 10
"""How many quiet moments of a tenth of a second to wait for the rest of a reply."""

_RESIZED = r"\x1b\[48;(\d{1,6})(?::\d*)*;(\d{1,6})(?::\d*)*;(\d{1,6})(?::\d*)*;(\d{1,6})(?::\d*)*t"
_LATE = (
    r"\[(?:\?\d{1,6};\d\$y|48;[\d:;]{7,60}t|<\d{1,4};\d{1,6};\d{1,6}[Mm])"
    r"|\]\d{1,4};[^\x07\x1b]*+(?:\x07|\x1b\\)"
)
"""Replies that nobody would type."""

_BEGUN = r"\x1b(?:\[|\](?=\d|\Z)|P(?=[\d>!]|\Z))"
"""The beginning of a reply whose rest is waited for; the characters after `ESC ]` and `ESC P` distinguish it from keys."""

_CURSOR = r"\x1b\[(\d{1,6});(\d{1,6})R"
_MODE = r"\x1b\[\?(\d{1,6});(\d)\$y"
_MOUSE = r"\x1b\[<\d{1,4};-?\d{1,6};-?\d{1,6}[Mm]"
_RXVT_MOUSE = r"\x1b\[(\d{1,4});(\d{1,6});(\d{1,6})M"
_KEY = r"\x1b\[[\d:;]{0,60}[u~A-HPQRSZ]|\x1b\[\[[A-E]|\x1bO[ -~]{1,8}|\x1b\[[ -~]{1,12}"


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Return a compiled expression, compiled on first use: all of them take 2 ms, which would delay the first frame."""
    return re.compile(expression)


class TerminalParser(XTermParser):
    """Reads keys, clicks, pastes and replies; text that is not UTF-8 comes as lone surrogates."""

    def __init__(self, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        super().__init__(debug)
        self._waiting = ""
        self._quiet = 0
        self._pasted: list[str] | None = None
        self._is_late = False
        """Whether `Esc` was taken for a key, so that the rest of a reply that was cut after it may still come."""

    def feed(self, data: str) -> Iterator[Message]:
        """Read the next piece; an empty one is the end, at which held-back input is released."""
        self._quiet = 0 if data else _PATIENCE
        text, self._waiting = self._waiting + data, ""
        at = 0
        if self._is_late:
            self._is_late = False
            late = _compiled(_LATE).match(text)
            at = late.end() if late else 0
            yield from self._meant(f"\x1b{late[0]}") if late else ()
        while at < len(text):
            if self._pasted is not None:
                at, found = self._in_a_paste(self._pasted, text, at)
            elif text[at] == "\x1b":
                at, found = self._after_escape(text, at)
            else:
                found = self._keys(text[at])
                at += 1
            yield from found

    def tick(self) -> Iterator[Message]:
        """Continue after a moment of silence, in which `Esc` alone is a key."""
        if not self._waiting or self._pasted is not None:
            return
        self._quiet += 1
        text = self._waiting
        begun = _compiled(_BEGUN).match(text)
        if self._quiet < (_PATIENCE if begun else 1):
            return
        self._waiting = ""
        if begun is None or begun.end() == len(text):
            self._is_late = text == "\x1b"
            yield events.Key("escape", "\x1b")
            for char in text[1:]:
                yield from self._keys(char)

    def _in_a_paste(self, before: list[str], text: str, at: int) -> tuple[int, Iterable[Message]]:
        """Read the text up to the closing mark of a paste, which is in one piece: see `pasting`."""
        end = text.find(END_PASTE, at)
        if end < 0:
            before.append(text[at:])
            return len(text), ()
        pasted = "".join((*before, text[at:end]))
        self._pasted = None
        return end + len(END_PASTE), (events.Paste(_without_bytes(pasted.replace("\0", ""))),)

    def _after_escape(self, text: str, at: int) -> tuple[int, Iterable[Message]]:
        """Read a complete sequence; wait for the rest of an incomplete one; else `Esc` is a key."""
        whole = _compiled(_SEQUENCE).match(text, at)
        if whole is not None:
            if whole["click"] is not None:
                return self._click(text, at, whole.end())
            if whole[0] == BEGIN_PASTE:
                self._pasted = []
                return whole.end(), ()
            return whole.end(), self._meant(whole[0])
        unfinished = _compiled(_UNFINISHED).fullmatch(text, at)
        if unfinished is not None and self._quiet < _PATIENCE:
            if len(unfinished[0]) < _LONGEST:
                self._waiting = unfinished[0]
            return len(text), ()
        return at + 1, (events.Key("escape", "\x1b"),)

    def _click(self, text: str, at: int, start: int) -> tuple[int, Iterable[Message]]:
        """Read a mouse click in the old encoding: its button, column and row, each as one byte or one character."""
        taken = text[start : start + 3].encode("utf-8", "surrogateescape")
        if len(taken) < 3:  # noqa: PLR2004 - as above
            if self._quiet < _PATIENCE:
                self._waiting = text[at:]
            return len(text), ()
        end = start
        while len(text[start:end].encode("utf-8", "surrogateescape")) < 3:  # noqa: PLR2004 - as above
            end += 1
        return end, self._meant(_as_sgr(taken[0], taken[1] - 32, taken[2] - 32))

    def _meant(self, sequence: str) -> list[Message]:
        """Return the meaning of a complete sequence; empty if it has none or is invalid."""
        try:
            return list(self._messages(sequence))
        except (ValueError, OverflowError, ArithmeticError, LookupError):
            return []

    def _messages(self, sequence: str) -> Iterator[Message]:
        if sequence == "\x1b[I":
            yield events.AppFocus()
        elif sequence == "\x1b[O":
            yield events.AppBlur()
        elif match := _compiled(_RESIZED).fullmatch(sequence):
            yield from self._resized(*map(int, match.groups()))
        elif match := _compiled(_MODE).fullmatch(sequence):
            yield from _mode(int(match[1]), int(match[2]))
        elif match := _compiled(_CURSOR).fullmatch(sequence):
            yield events.CursorPosition(int(match[2]) - 1, int(match[1]) - 1)
        elif _compiled(_MOUSE).fullmatch(sequence):
            found = self.parse_mouse_code(sequence)
            if isinstance(found, events.MouseEvent) and found.x < MOST_COLUMNS and found.y < MOST_LINES:
                yield found
        elif match := _compiled(_RXVT_MOUSE).fullmatch(sequence):
            yield from self._messages(_as_sgr(*map(int, match.groups())))
        elif _compiled(_KEY).fullmatch(sequence):
            yield from self._keys(sequence)

    def _resized(self, lines: int, columns: int, height: int, width: int) -> Iterator[Message]:
        if not (0 < lines <= MOST_LINES and 0 < columns <= MOST_COLUMNS):
            return
        resized = events.Resize.from_dimensions((columns, lines), (width, height))
        self.terminal_size = resized.size
        self.terminal_pixel_size = resized.pixel_size if width and height else None
        self.mouse_pixels = bool(width and height)
        yield resized

    def _keys(self, sequence: str) -> Iterator[Message]:
        """Yield the keys of a character or a sequence; bytes that are no text and unknown function keys are skipped."""
        is_function = len(sequence) > 1 and not sequence.endswith("u")
        for event in self._sequence_to_key_events(sequence):
            # Textual takes its number for that of a letter: `É` for `ESC [201~`
            if is_function and event.character:
                continue
            if event.key != Keys.Ignore and _without_bytes(event.character or "") == (event.character or ""):
                yield event


def _mode(number: int, setting: int) -> Iterator[Message]:
    if number == 2026 and setting > 0:  # noqa: PLR2004 - synchronised output
        yield messages.TerminalSupportsSynchronizedOutput()
    elif number == 2048 and constants.SMOOTH_SCROLL and not IS_ITERM:  # noqa: PLR2004 - sizes told in the input
        yield messages.InBandWindowResize.from_setting_parameter(setting)


def _as_sgr(code: int, column: int, line: int) -> str:
    """Return a click of X10 or rxvt in the SGR encoding; in the old ones a release does not name its button."""
    kind = code - 32
    is_release = kind & 3 == 3 and not kind & 0x60  # noqa: PLR2004 - its two lowest bits
    return f"\x1b[<{kind & ~3 if is_release else kind};{column};{line}{'m' if is_release else 'M'}"


def _without_bytes(text: str) -> str:
    """Return a text without lone surrogates: bytes that were not UTF-8, and numbers that are no characters."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def forget_absurd_size() -> None:
    """Remove `COLUMNS` and `LINES` from the environment if no terminal is so large, so that the real size is used."""
    for name, most in (("COLUMNS", MOST_COLUMNS), ("LINES", MOST_LINES)):
        given = os.environ.get(name, "")
        if given and not (given.isascii() and given.isdigit() and len(given) < 5 and 0 < int(given) <= most):  # noqa: PLR2004 - digits
            del os.environ[name]

"""The failure of a command, and how it is written to stderr: the message, a blank line, a hint."""

import sys

from ..wording.safe_text import let_go, safe, screen_width
from .transcript import note_said

NO = 1
CANNOT = 2

_LONGEST = 500
"""How many characters of an argument a message repeats; no name in the model has more."""


class Failure(Exception):  # noqa: N818 - the answer may be no, and that is no error
    """A command cannot do what was asked.

    Attributes:
        message: What is wrong, without a final period; it is made safe when written.
        hint: What to do about it; empty for no hint.
        details: Lines between message and hint, already safe.
        status: The exit status: `NO` when the answer is no, `CANNOT` when it could not be done.
    """

    def __init__(
        self, message: str, *, hint: str = "", details: tuple[str, ...] = (), status: int = CANNOT
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.details = details
        self.status = status


def write_failure(failure: Failure) -> None:
    """Write a failure to stderr."""
    parts = [_fitted(f"error: {safe(shortened(failure.message))}\n")]
    if failure.details:
        parts.append("".join(failure.details))
    if failure.hint:
        parts.append(_fitted(f"hint: {safe(shortened(failure.hint))}\n"))
    _write("\n".join(parts))


def shortened(message: str) -> str:
    """Return a message in which repeated arguments are shortened in the middle to the length of a name."""
    if len(message) <= _LONGEST:
        return message
    import re  # noqa: PLC0415 - only a very long argument pays for it

    long = re.compile(rf"`[^`]{{{_LONGEST},}}`|\S{{{_LONGEST},}}")
    return long.sub(lambda found: f"{found[0][: _LONGEST // 2]}…{found[0][-_LONGEST // 2 :]}", message)


def say(words: str) -> None:
    """Write a message to stderr, wrapped to the width of a terminal; a closed stderr is no error."""
    note_said(words)
    _write(_fitted(words))


def _fitted(words: str) -> str:
    if sys.stderr is None or not sys.stderr.isatty():
        return words
    from ..printing.parts.wrapping import fitted  # noqa: PLC0415 - only a terminal pays for it

    return "".join(fitted([words], screen_width(sys.stderr)))


def _write(words: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(words)
        sys.stderr.flush()
    except OSError:
        let_go(sys.stderr)

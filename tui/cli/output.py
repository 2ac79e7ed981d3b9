"""Writes to stdout: a closed pipe ends quietly, a full disk is reported, a terminal gets wrapped lines and a pager."""

import errno
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from ..wording.safe_text import VISIBLE, carries, let_go, screen_width
from .failure import Failure
from .transcript import copied, copied_utf8, note_effect

if TYPE_CHECKING:
    from ..wording.description import Line

_BATCH = 1 << 15
"""The number of characters from which pieces are written."""

DUMB = "dumb"
"""The name of a terminal without escape sequences, such as the shell of Emacs and the consoles of some editors."""


class ClosedPipeError(Exception):
    """The reader of stdout has gone."""


class _Paging:
    """Whether this run of a command may use a pager; see `set_up_paging`."""

    wanted = False


def set_up_paging(*, wanted: bool) -> None:
    """Allow a pager for text longer than the screen, or forbid it (`--no-pager`)."""
    _Paging.wanted = wanted and os.environ.get("TERM") != DUMB


def write(pieces: Iterable[str]) -> None:
    """Write pieces to stdout as they are made.

    Raises:
        ClosedPipeError: The reader has gone.
        Failure: The pieces cannot be written.
    """

    def write_to(stream: TextIO) -> None:
        if _Paging.wanted and stream.isatty():
            from .pager import page  # noqa: PLC0415 - only a terminal pays for it

            page(copied(pieces), stream)
        elif takes_utf8():
            _write_utf8(copied_utf8(_in_utf8(batches(pieces), stream.errors or "strict")), stream)
        else:
            stream.writelines(batches(copied(pieces)))

    _write(write_to)


def write_again(text: bytes | memoryview) -> None:
    """Write a text that was written before and kept in UTF-8; stdout that takes UTF-8 is given the same bytes.

    To decode and encode the 33 MB of a far diff of 300,000 entities would take ten times as long.

    Raises:
        ClosedPipeError: The reader has gone.
        Failure: The text cannot be written.
    """
    if takes_utf8():
        _write(lambda stream: _write_utf8([text], stream))
    else:
        write((str(text, "utf-8", "surrogatepass"),))


def takes_utf8() -> bool:
    """Whether the text for stdout may be given to it in UTF-8, past what encodes it, and is not paged."""
    stream = sys.stdout
    if stream is None or os.linesep != "\n" or (_Paging.wanted and stream.isatty()):
        return False
    encoding = (stream.encoding or "").lower().replace("_", "-")
    return encoding in {"utf-8", "utf8"} and isinstance(
        getattr(stream, "buffer", None), io.BufferedIOBase | io.RawIOBase
    )


def _in_utf8(pieces: Iterable[str], errors: str) -> Iterator[bytes]:
    return (each.encode("utf-8", errors) for each in pieces)


def _write_utf8(pieces: "Iterable[bytes | memoryview]", stream: TextIO) -> None:
    stream.flush()  # what was written before comes first
    if isinstance(stream.buffer, io.RawIOBase):  # as PYTHONUNBUFFERED makes it
        _write_whole(pieces, stream.buffer)
    else:
        stream.buffer.writelines(pieces)


def _write_whole(pieces: "Iterable[bytes | memoryview]", stream: io.RawIOBase) -> None:
    """Write pieces to a stream that may take only a part of what it is given."""
    for each in pieces:
        left = memoryview(each)
        while left:
            taken = stream.write(left)
            if taken is None:
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            left = left[taken:]


def _write(write_to: Callable[[TextIO], None]) -> None:
    stream = sys.stdout
    if stream is None:
        raise Failure("standard output is closed")
    try:
        write_to(stream)
        stream.flush()
    except BrokenPipeError:
        let_go(stream)
        raise ClosedPipeError from None
    except OSError as error:
        let_go(stream)
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"the output cannot be written: {reason}") from None


def write_answer(answer: Any, form: str, *values: Any, **more: Any) -> None:
    """Write an answer in a format for other programs or for a paper; see `answer_in`."""
    write(answer_in(answer, form, *values, **more))


def answer_in(answer: Any, form: str, *values: Any, **more: Any) -> Iterable[str]:
    """Return an answer in a format for other programs or for a paper.

    Args:
        answer: The module of `printing/answers` with a `write_FORMAT` for each of its formats.
        form: The format.
        values: The model and the answer.
        more: Further arguments of the writer.
    """
    written: Callable[..., Iterable[str]] = getattr(answer, f"write_{form}")
    return written(*values, **more, unicode=is_unicode()) if form == "json" else written(*values, **more)


def write_lines(lines: "Iterable[Line]", color: str) -> None:
    """Write an answer in words, in colour as `--color` says and wrapped to the width of a terminal."""
    from ..printing.answers import description  # noqa: PLC0415 - only an answer in words pays for it

    write(description.write(lines, colour=in_colour(color), width=screen_width()))


def batches(pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces joined to texts of some size, since every write to a stream is slow."""
    waiting, size = list[str](), 0
    for each in pieces:
        waiting.append(each)
        size += len(each)
        if size >= _BATCH:
            yield "".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield "".join(waiting)


def encode(encoding: str, newline: str | None = None) -> None:
    """Set the encoding of stdout; a character that the encoding lacks is written as an escape.

    Args:
        encoding: The encoding.
        newline: The line ending, empty for output that is no text; `None` for that of the system.
    """
    note_effect()
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=encoding, errors=VISIBLE, newline=newline)


def is_unicode(drawn_with: str = "") -> bool:
    """Whether stdout can encode the lines of a tree, and some further characters."""
    return sys.stdout is None or carries(sys.stdout, f"├─└│{drawn_with}")


def in_colour(choice: str) -> bool:
    """Return whether to write colour to stdout.

    `--color` decides; else NO_COLOR forbids it, FORCE_COLOR and CLICOLOR_FORCE ask for it unless they are
    `0`, and a terminal gets it unless it is `TERM=dumb`.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != DUMB

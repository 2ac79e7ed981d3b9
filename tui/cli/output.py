"""Writes data to stdout: a closed pipe ends quietly, a full disk is reported, a terminal gets lines that fit and a pager."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from ..wording.safe_text import VISIBLE, carries, let_go
from .failure import Failure

_BATCH = 256

DUMB = "dumb"
"""What a terminal is called that knows no escape sequences: the shell of Emacs, the consoles of some editors."""


class ClosedPipeError(Exception):
    """The reader of stdout has gone."""


class _Paging:
    """Whether this run of a command may use a pager; see `set_up_paging`."""

    wanted = False


def set_up_paging(*, wanted: bool) -> None:
    """Let text longer than the screen go through a pager, or not (`--no-pager`)."""
    _Paging.wanted = wanted and os.environ.get("TERM") != DUMB


def write(pieces: Iterable[str]) -> None:
    """Write pieces to stdout as they are made.

    Raises:
        ClosedPipeError: The reader has gone.
        Failure: It cannot be written.
    """
    stream = sys.stdout
    if stream is None:
        raise Failure("standard output is closed")
    try:
        if _Paging.wanted and stream.isatty():
            from .pager import page  # noqa: PLC0415 - only a terminal pays for it

            page(pieces, stream)
        else:
            stream.writelines(batches(pieces))
        stream.flush()
    except BrokenPipeError:
        let_go(stream)
        raise ClosedPipeError from None
    except OSError as error:
        let_go(stream)
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"the output cannot be written: {reason}") from None


def write_answer(answer: Any, form: str, *told: Any, **more: Any) -> None:
    """Write an answer in a format for other programs or for a paper; see `answer_in`."""
    write(answer_in(answer, form, *told, **more))


def answer_in(answer: Any, form: str, *told: Any, **more: Any) -> Iterable[str]:
    """Return an answer in a format for other programs or for a paper.

    Args:
        answer: The module of `printing/answers` that has a `write_FORMAT` for each of its formats.
        form: The format.
        told: The model and what was found.
        more: What else the writers take.
    """
    written: Callable[..., Iterable[str]] = getattr(answer, f"write_{form}")
    return written(*told, **more, unicode=is_unicode()) if form == "json" else written(*told, **more)


def batches(pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces joined by the hundred, since every write to a stream is slow."""
    waiting = iter(pieces)
    while batch := list(islice(waiting, _BATCH)):
        yield "".join(batch)


def encode(encoding: str, newline: str | None = None) -> None:
    """Set the encoding of stdout; a character that the encoding lacks is written as its code in Unicode.

    Args:
        encoding: The encoding.
        newline: What is written for a line end, empty for what is no text; `None` for what the system has.
    """
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=encoding, errors=VISIBLE, newline=newline)


def is_unicode(drawn_with: str = "") -> bool:
    """Whether stdout can encode more than ASCII, such as the lines of a tree, and what else something is drawn with."""
    return sys.stdout is None or carries(sys.stdout, f"├─└│{drawn_with}")


def in_colour(choice: str) -> bool:
    """Return whether to write colour to stdout.

    `--color` decides; else NO_COLOR forbids it, FORCE_COLOR and CLICOLOR_FORCE ask for it unless they are `0`, and
    a terminal gets it that is not `TERM=dumb`.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if any(os.environ.get(name, "") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != DUMB

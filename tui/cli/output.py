"""Writing data to stdout so that a closed pipe ends quietly and a full disk is told."""

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice

from ..wording.safe_text import VISIBLE, carries, let_go
from .failure import Failure

_BATCH = 256


class ClosedPipeError(Exception):
    """Nobody reads what is written any more."""


def write(pieces: Iterable[str]) -> None:
    """Write pieces to stdout as they come.

    Raises:
        ClosedPipeError: The reader has gone.
        Failure: It cannot be written.
    """
    stream = sys.stdout
    if stream is None:
        raise Failure("standard output is closed")
    try:
        stream.writelines(_batches(pieces))
        stream.flush()
    except BrokenPipeError:
        let_go(stream)
        raise ClosedPipeError from None
    except OSError as error:
        let_go(stream)
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"the output cannot be written: {reason}") from None


def _batches(pieces: Iterable[str]) -> Iterator[str]:
    """Yield pieces some hundreds at a time: a stream takes long for each."""
    waiting = iter(pieces)
    while batch := list(islice(waiting, _BATCH)):
        yield "".join(batch)


def encode(encoding: str) -> None:
    """Write to stdout in an encoding, and what it cannot carry visibly."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=encoding, errors=VISIBLE)


def is_unicode() -> bool:
    """Whether stdout can carry more than ASCII: the lines of a tree, for one."""
    return sys.stdout is None or carries(sys.stdout, "├─└│")


def in_colour(choice: str) -> bool:
    """Whether to write colour to stdout: as chosen, else when it is a terminal and NO_COLOR is not set."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")

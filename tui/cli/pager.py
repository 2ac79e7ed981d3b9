"""The pager for text longer than the screen: `TIERS_PAGER`, `PAGER`, else `less -FRX`."""

import os
import re
import shlex
import signal
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper
from itertools import chain
from typing import TextIO

from ..printing.parts.wrapping import cells
from .output import batches

_DEFAULT = "less -FRX"

_KEYS = r"?e(end) .space\: more, q\: end"
"""The prompt of `less`, which names the keys to continue and to leave; a colon needs an escape there."""

_QUIET = {"LESS": f"FRXPs{_KEYS}", "LV": "-c"}
"""The settings of `less` and `lv` for colour and the prompt, unless the reader has set them up; git does the same."""

_STYLE = re.compile(r"\x1b\[[\d;]*m")


def page(pieces: Iterable[str], stream: TextIO) -> None:
    """Write pieces to a terminal, through the pager if they are longer than its screen.

    Without a pager program they are written directly. Leaving the pager early is no error: the rest is not
    made.
    """
    taken: list[str] = []
    waiting = iter(pieces)
    pager = None
    if _is_longer(waiting, taken, stream):
        pager = _begun()
    if pager is None:
        stream.writelines(batches(chain(taken, waiting)))
    else:
        _fill(pager, chain(taken, waiting), stream)


def _is_longer(waiting: Iterable[str], taken: list[str], stream: TextIO) -> bool:
    """Take pieces until they fill more than the screen; a row is left for the prompt of the shell."""
    try:
        size = os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return False
    if not size.lines:  # the terminal does not know its size
        return False
    rows = 0
    for piece in waiting:
        taken.append(piece)
        for line in _STYLE.sub("", piece).split("\n")[:-1]:
            rows += max(-(-cells(line) // max(size.columns, 1)), 1)
        if rows >= size.lines:
            return True
    return False


def _begun() -> subprocess.Popen[bytes] | None:
    """Start the pager; `None` if there is none, or the reader wants none (`PAGER=` or `PAGER=cat`)."""
    said = next((os.environ[name] for name in ("TIERS_PAGER", "PAGER") if name in os.environ), _DEFAULT)
    with suppress(OSError, ValueError):
        words = shlex.split(said)
        if words and words != ["cat"]:
            return subprocess.Popen(words, stdin=subprocess.PIPE, env=_QUIET | os.environ)  # noqa: S603 - the reader's own program
    return None


def _fill(pager: subprocess.Popen[bytes], pieces: Iterable[str], stream: TextIO) -> None:
    """Write pieces to the pager and wait for its end; until then the pager handles Ctrl-C."""
    stopped = signal.getsignal(signal.SIGINT)
    with suppress(ValueError):  # not in the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with (
            suppress(BrokenPipeError),
            TextIOWrapper(pager.stdin, encoding=stream.encoding, errors=stream.errors) as pipe,  # type: ignore[type-var]
        ):
            pipe.writelines(batches(pieces))
        pager.wait()
    except BaseException:
        pager.terminate()  # the pager restores the terminal
        pager.wait()
        raise
    finally:
        with suppress(ValueError):
            signal.signal(signal.SIGINT, stopped)

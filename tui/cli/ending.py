"""Turns signals such as SIGTERM into an exception, so that a command cleans up before it ends."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

BY_SIGNAL = 128
"""The exit status of a program ended by a signal, minus the number of the signal."""

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
"""The signals by which a person, a shell or a system ends a program; Windows has no SIGHUP."""


class Ended(BaseException):
    """A signal has asked the command to end.

    Attributes:
        status: The exit status: 128 plus the number of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = BY_SIGNAL + number


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Raise `Ended` on signals inside the block; a signal that is ignored, as under `nohup`, stays ignored.

    Outside the main thread Python allows no handlers, and signals are left as they are.
    """
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    taken = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    try:
        for number in taken:
            signal.signal(number, _end)
    except ValueError:
        taken = []
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, before[number])


def _end(number: int, _: FrameType | None) -> None:
    """Raise `Ended` once; further signals during the clean-up are ignored."""
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise Ended(number)

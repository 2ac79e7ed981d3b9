"""How a signal ends a command: in order, so that nothing half written is left, and without a word."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

BY_SIGNAL = 128
"""What a shell adds to the number of the signal that ended a program."""

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
"""Those by which a person, a shell or a system ends a program; Windows has no SIGHUP."""


class Ended(BaseException):
    """A signal asks the command to end.

    Attributes:
        status: The exit status that tells which.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = BY_SIGNAL + number


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Let signals raise `Ended` meanwhile; one that is ignored, as `nohup` has it, goes on being ignored.

    Outside the main thread signals cannot be taken, and are left as they are.
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
    """End the command once: what comes while it tidies up changes nothing more."""
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise Ended(number)

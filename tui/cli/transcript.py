"""Notes what a command writes and which models it reads, so that its answer can be kept."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

_Piece = TypeVar("_Piece", str, bytes)

LARGEST = 64 * 10**6
"""How many bytes of an answer are noted at most, since they are held in memory."""

Step = tuple[bool, bytes | memoryview]
"""Whether it was written to stdout, else said on stderr; and the text."""


class Transcript:
    """What a command has written, and the models it has read.

    Attributes:
        steps: What it wrote, in order.
        models: The models that it read; `None` stands for one that is not in files as they are now.
    """

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.models: list[Any] = []
        self._room = LARGEST
        self._unfinished = 0

    @property
    def is_whole(self) -> bool:
        """Whether all that was written is in the steps."""
        return self._room >= 0 and not self._unfinished

    def add(self, text: bytes, *, to_stdout: bool) -> None:
        """Add a step."""
        self._room -= len(text)
        if self._room >= 0:
            self.steps.append((to_stdout, text))

    def give_up(self) -> None:
        """Declare the steps incomplete, since the effect of the command cannot be repeated from its text."""
        self._room = -1

    def copied(self, pieces: Iterable[_Piece]) -> Iterator[_Piece]:
        """Yield pieces, as text or in UTF-8, and add them as one step when the last one has been taken."""
        self._unfinished += 1
        taken, size = list[bytes](), 0
        for piece in pieces:
            if size <= self._room:
                taken.append(piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece)
                size += len(taken[-1])
            yield piece
        self.add(b"".join(taken), to_stdout=True)
        self._unfinished -= 1


class _Now:
    """The transcript of the command that runs; `None` where none is made."""

    transcript: Transcript | None = None


@contextmanager
def transcribed() -> Iterator[Transcript]:
    """Make a transcript of what is written inside the block."""
    _Now.transcript = Transcript()
    try:
        yield _Now.transcript
    finally:
        _Now.transcript = None


def copied(pieces: Iterable[str]) -> Iterable[str]:
    """Return pieces for stdout, which are noted as they are taken."""
    return pieces if _Now.transcript is None else _Now.transcript.copied(pieces)


def copied_utf8(pieces: Iterable[bytes]) -> Iterable[bytes]:
    """Return pieces for stdout in UTF-8, which are noted as they are taken."""
    return pieces if _Now.transcript is None else _Now.transcript.copied(pieces)


def note_said(words: str) -> None:
    """Note a message for stderr."""
    if _Now.transcript is not None:
        _Now.transcript.add(words.encode("utf-8", "surrogatepass"), to_stdout=False)


def note_model(graph: object) -> None:
    """Note a model that was read; `None` for one that is not in files as they are now, such as a git revision."""
    if _Now.transcript is not None:
        _Now.transcript.models.append(graph)


def note_effect() -> None:
    """Note that the command does more than write text, such as save a file: its answer is not kept."""
    if _Now.transcript is not None:
        _Now.transcript.give_up()

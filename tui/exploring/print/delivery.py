"""What comes of a printout: a file, or a text for the clipboard."""

from collections.abc import Iterator, Sequence

import attrs

from tiers.model import bundled

from ...printing import Subtree
from ...printing.parts.whole_files import write_files
from ...wording.safe_text import safe

_MUCH = 74_000
"""How many bytes some terminals take for the clipboard at most: of 100,000 in xterm a quarter is lost to base 64."""

TOO_MUCH = 1_000_000
"""How many characters are not sent to any terminal: tmux for one drops what is longer, without a word."""


class BrokenOffError(Exception):
    """The reader wants it no more."""


class TooMuchError(Exception):
    """It is too much for a clipboard."""


@attrs.frozen(eq=False, repr=False)
class Printed:
    """What has come of it.

    Attributes:
        message: What is to be said.
        later: What is to be written when the explorer has ended, and its format; `None` for nothing.
        copied: What is to be sent to the clipboard; empty for nothing.
    """

    message: str
    later: tuple[Subtree, str] | None = None
    copied: str = ""


def saved(path: str, pieces: Iterator[str], *, new: bool, model: Sequence[str]) -> Printed:
    """Write a file.

    Args:
        path: The file.
        pieces: What is to be in it.
        new: Whether it must not be there yet.
        model: The paths of the model as they were named; none for that of tiers.

    Raises:
        TakenError: It is there already, and was to be new.
        UnwritableError: It cannot be written.
    """
    write_files([(path, pieces)], new=new, model=model or (bundled(),))
    return Printed(f"written to `{safe(path)}`")


def copied(pieces: Iterator[str]) -> Printed:
    """Return what is to be sent to the clipboard.

    Raises:
        TooMuchError: It is too much for one.
    """
    kept: list[str] = []
    count = 0
    for piece in pieces:
        kept.append(piece)
        count += len(piece)
        if count > TOO_MUCH:
            raise TooMuchError
    text = "".join(kept)
    # A terminal never says whether it took what it was sent.
    much = "; some terminals take less" if len(text.encode()) > _MUCH else ""
    return Printed(f"sent to the clipboard: {count:,} characters{much}", copied=text)

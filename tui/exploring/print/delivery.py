"""Delivers a print to a file or to the clipboard."""

import os
from collections.abc import Iterator, Sequence

import attrs

from tiers.model import bundled

from ...printing import Subtree
from ...printing.parts.whole_files import write_files
from ...wording.safe_text import safe

_MUCH = 74_000
"""Number of bytes that some terminals accept for the clipboard: xterm takes 100,000, a quarter of them for base 64."""

_ROOM = 40
"""How many characters of a folder are shown in a message, if only part of it is needed."""

TOO_MUCH = 1_000_000
"""The largest number of characters sent to the clipboard: tmux silently drops longer texts."""


class BrokenOffError(Exception):
    """The reader cancelled the print."""


class TooMuchError(Exception):
    """The print is too large for the clipboard."""


@attrs.frozen(eq=False, repr=False)
class Printed:
    """The result of a print.

    Attributes:
        message: The message to show.
        later: The print to write to stdout after quitting, with its format; `None` for none.
        copied: The text to send to the clipboard; empty for none.
    """

    message: str
    later: tuple[Subtree, str] | None = None
    copied: str = ""


def saved(
    path: str, pieces: Iterator[str], *, new: bool, model: Sequence[str], encoding: str = "utf-8"
) -> Printed:
    """Write a file.

    Args:
        path: The file.
        pieces: Its contents.
        new: Whether it must not exist yet.
        model: The paths of the model as they were named; empty for the bundled one.
        encoding: The encoding.

    Raises:
        TakenError: The file exists, and may not be replaced.
        UnwritableError: The file cannot be written.
    """
    write_files([(path, pieces)], encoding, new=new, model=model or (bundled(),))
    return Printed(f"written to `{safe(os.path.basename(path))}` in {folder_of(path)}")


def folder_of(path: str) -> str:
    """Return the folder of a file, safe to draw, with `~` for the home directory; of a long one only the last folders."""
    try:
        folder = os.path.dirname(os.path.abspath(path))
    except FileNotFoundError:  # the current directory was removed
        folder = os.path.dirname(path) or os.curdir
    home = os.path.expanduser("~").rstrip(os.sep)
    inside = folder == home or folder.startswith(f"{home}{os.sep}")
    said = f"~{folder[len(home) :]}" if home and inside else folder
    while len(said) > _ROOM and os.sep in said.strip(f"…{os.sep}"):
        said = f"…{os.sep}{said.removeprefix('…').lstrip(os.sep).partition(os.sep)[2]}"
    return safe(said)


def copied(pieces: Iterator[str]) -> Printed:
    """Return the print as a text for the clipboard.

    Raises:
        TooMuchError: It is too large.
    """
    kept: list[str] = []
    count = 0
    for piece in pieces:
        kept.append(piece)
        count += len(piece)
        if count > TOO_MUCH:
            raise TooMuchError
    text = "".join(kept)
    # a terminal does not report whether it accepted the text
    much = "; some terminals accept less" if len(text.encode()) > _MUCH else ""
    return Printed(f"sent to the clipboard: {count:,} characters{much}", copied=text)

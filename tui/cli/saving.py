"""Writes files for commands; what goes wrong is raised as a `Failure`."""

from collections.abc import Iterable

from ..printing.parts.whole_files import UnwritableError, write_files
from .failure import Failure


def save(path: str, pieces: Iterable[str], encoding: str = "utf-8") -> None:
    """Write pieces to a file.

    Raises:
        Failure: It cannot be written; what was there before is as it was.
    """
    save_all([(path, pieces)], encoding)


def save_all(files: Iterable[tuple[str, Iterable[str]]], encoding: str = "utf-8") -> None:
    """Write several files; none is replaced before all of them are written.

    Raises:
        Failure: One of them cannot be written; what was there before is as it was.
    """
    try:
        write_files(files, encoding)
    except UnwritableError as error:
        raise Failure(str(error)) from None

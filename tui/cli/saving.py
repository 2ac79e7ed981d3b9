"""Writes files for commands; an error is raised as a `Failure`."""

from collections.abc import Iterable

from ..printing.parts.whole_files import UnwritableError, write_files
from .failure import Failure
from .transcript import note_effect


def save(path: str, pieces: Iterable[str], model: Iterable[str], encoding: str = "utf-8") -> None:
    """Write pieces to a file.

    Args:
        path: The file.
        pieces: Its contents.
        model: The paths of the model; its files are never replaced.
        encoding: The encoding.

    Raises:
        Failure: It cannot be written; the old file is unchanged.
    """
    save_all([(path, pieces)], model, encoding)


def save_all(
    files: Iterable[tuple[str, Iterable[str]]], model: Iterable[str], encoding: str = "utf-8"
) -> None:
    """Write several files; none is replaced before all of them are written.

    Args:
        files: The path and the contents of each file.
        model: The paths of the model; its files are never replaced.
        encoding: The encoding.

    Raises:
        Failure: One of them cannot be written; the old file is unchanged.
    """
    note_effect()
    try:
        write_files(files, encoding, model=model)
    except UnwritableError as error:
        raise Failure(str(error)) from None

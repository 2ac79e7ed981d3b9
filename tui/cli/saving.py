"""Writes files for commands; what goes wrong is raised as a `Failure`."""

from collections.abc import Iterable

from ..printing.parts.whole_files import UnwritableError, write_files
from .failure import Failure


def save(path: str, pieces: Iterable[str], model: Iterable[str], encoding: str = "utf-8") -> None:
    """Write pieces to a file.

    Args:
        path: The file.
        pieces: What is to be in it.
        model: The paths of the model; no file of it is replaced.
        encoding: What it is written in.

    Raises:
        Failure: It cannot be written; what was there before is as it was.
    """
    save_all([(path, pieces)], model, encoding)


def save_all(
    files: Iterable[tuple[str, Iterable[str]]], model: Iterable[str], encoding: str = "utf-8"
) -> None:
    """Write several files: none is replaced before all of them are written.

    Args:
        files: Each file, and what is to be in it.
        model: The paths of the model; no file of it is replaced.
        encoding: What they are written in.

    Raises:
        Failure: One of them cannot be written; what was there before is as it was.
    """
    try:
        write_files(files, encoding, model=model)
    except UnwritableError as error:
        raise Failure(str(error)) from None

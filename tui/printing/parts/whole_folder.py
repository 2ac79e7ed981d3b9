"""Writes a folder of files atomically: a new one appears as a whole; in an old one all files are new, or none is."""

import contextlib
import os
import re
import shutil
from collections.abc import Iterable, Mapping

from tiers.model.cache.disk.processes import is_running

from .whole_files import UnwritableError, undisturbed, write_files

_UNFINISHED = re.compile(r".+\.(\d+)\.tiers-unfinished", re.DOTALL)
"""The name of an unfinished folder, with the number of the process that writes it."""


def write_folder(folder: str, files: Mapping[str, Iterable[str]]) -> None:
    """Write files into a folder, which is made if it is missing.

    Args:
        folder: The folder.
        files: The pieces of each file, by its name below the folder, with `/` between folders.

    Raises:
        UnwritableError: One of them cannot be written; the old files are unchanged.
    """
    if not files:
        return
    if os.path.isdir(folder):
        _write(folder, files)
        return
    above, name = os.path.split(os.path.abspath(folder))
    unfinished = os.path.join(above, f"{name}.{os.getpid()}.tiers-unfinished")
    try:
        os.makedirs(above, exist_ok=True)
        _tidy(above, name)
        os.mkdir(unfinished)
    except OSError as error:
        raise UnwritableError(folder, error) from None
    try:
        _write(unfinished, files)
        with undisturbed():
            os.rename(unfinished, folder)
    except UnwritableError as error:
        raise UnwritableError(folder, OSError(0, error.reason)) from None
    except OSError as error:
        raise UnwritableError(folder, error) from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write(folder: str, files: Mapping[str, Iterable[str]]) -> None:
    made: list[str] = []
    try:
        for name in files:
            below = os.path.dirname(os.path.join(folder, name))
            if not os.path.isdir(below):
                os.makedirs(below)
                made.append(below)
        write_files((os.path.join(folder, name), text) for name, text in files.items())
    except BaseException as error:
        for each in reversed(made):
            with contextlib.suppress(OSError):
                os.rmdir(each)
        if isinstance(error, OSError):
            raise UnwritableError(folder, error) from None
        raise


def _tidy(above: str, name: str) -> None:
    """Remove what processes that are gone have left of the same folder."""
    with os.scandir(above) as found:
        for each in found:
            writer = _UNFINISHED.fullmatch(each.name) if each.name.startswith(f"{name}.") else None
            if writer and each.is_dir(follow_symlinks=False) and not is_running(int(writer[1])):
                shutil.rmtree(each.path, ignore_errors=True)

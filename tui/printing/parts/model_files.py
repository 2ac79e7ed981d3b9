"""Protect the files of models: printed output must not replace them."""

import contextlib
import os
import re
from collections.abc import Iterable

import attrs


@attrs.frozen(eq=False, repr=False)
class ModelFiles:
    """The files of a model, which printed output must not replace, nor any other TOML file.

    Attributes:
        identities: The device and inode of each file, which are the same for a hard link.
        names: The path of each file without links, in small letters, because some disks ignore case.
        directories: The directories, without links, in which every TOML file belongs to the model.
    """

    identities: frozenset[tuple[int, int]]
    names: frozenset[str]
    directories: tuple[str, ...] = ()

    @classmethod
    def of(cls, paths: Iterable[str]) -> "ModelFiles":
        """Return the files of the model in some paths."""
        from tiers.model.reading.files import find_files  # noqa: PLC0415 - only what is written to a file pays for it

        paths = list(paths)
        files = list(find_files(paths, []))
        identities: set[tuple[int, int]] = set()
        for file in files:
            with contextlib.suppress(OSError, ValueError):
                status = os.stat(file)
                identities.add((status.st_dev, status.st_ino))
        directories = tuple(real_path(path) for path in paths if os.path.isdir(path))
        names = frozenset(real_path(file).casefold() for file in files)
        return cls(frozenset(identities), names, directories)

    def refuse(self, place: str) -> None:
        """Raise an `OSError` if a path is a file of the model, or if a new file there would be read as part of it."""
        is_one = place.casefold() in self.names
        with contextlib.suppress(FileNotFoundError):
            status = os.stat(place)
            is_one |= (status.st_dev, status.st_ino) in self.identities
        if is_one:
            raise OSError(22, "it is a file of the model itself")
        if place.endswith(".toml") and any(_is_read(place, each) for each in self.directories):
            raise OSError(
                22, "it would be read as a file of the model; name it otherwise or put it elsewhere"
            )
        kind = _toml_in(place)
        if kind:
            raise OSError(
                22, f"{kind} is there already, which nothing that is printed replaces; name another file"
            )


def real_path(path: str) -> str:
    """Return the path behind links; the same path if it is relative to a current directory that was removed."""
    with contextlib.suppress(FileNotFoundError):
        return os.path.realpath(path)
    return path


_ENOUGH = 1 << 16
"""The number of bytes of a file that show whether it may be a model, before the whole file is read."""


def _toml_in(place: str) -> str:
    """Return words for a file that is a model, whatever its name, or a TOML file by its name; empty for any other."""
    from tiers.model.format import KINDS  # noqa: PLC0415 - only what is written to a file pays for it

    header = re.compile(rb"^[ \t]*\[{1,2}[ \t]*(?:file|%s)[ \t]*\]" % "|".join(KINDS).encode(), re.MULTILINE)
    is_named = place.endswith(".toml")
    try:
        if not os.path.isfile(place):
            return ""
        with open(place, "rb") as stream:
            data = stream.read(_ENOUGH)
            if not is_named and not header.search(data):
                return ""
            data += stream.read()
    except OSError:
        return ""
    names = _names_in(data)
    if names is None:
        return "a file of a model" if is_named and header.search(data) else ""
    if not names.isdisjoint(("file", *KINDS)):
        return "a file of a model"
    return "a TOML file" if is_named and names else ""


def _names_in(data: bytes) -> set[str] | None:
    """Return the top-level names of a TOML file; `None` if it is no TOML file."""
    import tomli  # noqa: PLC0415 - only where a file may be a model

    try:
        return set(tomli.loads(data.decode("utf-8-sig")))
    except (ValueError, RecursionError):
        return None


def _is_read(place: str, directory: str) -> bool:
    """Whether a TOML file at a path belongs to the model in a directory: all do that are not hidden."""
    below = os.path.relpath(place, directory).split(os.sep)
    return below[0] != os.pardir and not any(each.startswith(".") for each in below)

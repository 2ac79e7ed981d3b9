"""The files of a model, which printed output must not replace."""

import contextlib
import os
from collections.abc import Iterable

import attrs


@attrs.frozen(eq=False, repr=False)
class ModelFiles:
    """The files of a model, which printed output must not replace.

    Attributes:
        identities: The device and inode of each file, which are the same for a hard link.
        names: The path of each file without links, in small letters, as some disks ignore case.
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
        directories = tuple(os.path.realpath(path) for path in paths if os.path.isdir(path))
        names = frozenset(os.path.realpath(file).casefold() for file in files)
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


def _is_read(place: str, directory: str) -> bool:
    """Whether a TOML file at a path belongs to the model in a directory: all do that are not hidden."""
    below = os.path.relpath(place, directory).split(os.sep)
    return below[0] != os.pardir and not any(each.startswith(".") for each in below)

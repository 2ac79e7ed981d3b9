"""Reads the files of a model again when they were changed, and only when they are whole.

The files are looked at in turns (`look`), with `stat`: it is there on every disk, also one of a network, where the system
tells of no changes, and 22 files take 0.4 ms. Nothing here reads a clock: what has to last is counted in looks.

A save is never shown half. A change counts once a second look finds it the same. A file that somebody has open for writing
is not read yet. And what looks like a save in its middle, a file that is gone or the beginning of what it was, has to stay
so for `PATIENCE` looks before it is believed.
"""

import os
from collections.abc import Iterable, Mapping, Sequence

import attrs

from tiers.model import Mistake, Model, ModelError, load_texts
from tiers.model.reading.files import find_files, read_file

from .being_written import is_being_written

PATIENCE = 12
"""How many looks a file must be gone, cut off or open for writing before that is believed: some two seconds."""

Looked = Mapping[str, tuple[int, int, int, int]]
"""By file its device, number, size and time."""


@attrs.frozen(eq=False, repr=False)
class News:
    """What the files have become.

    Attributes:
        model: The model; `None` where the files have mistakes.
        mistakes: The mistakes.
    """

    model: Model | None = None
    mistakes: Sequence[Mistake] = ()


@attrs.define(eq=False, repr=False)
class Reloader:
    """Reads a model again when its files were changed.

    Attributes:
        paths: The files and directories of the model.
        since: The time in nanoseconds from which on a file may have been changed while the model was first read.
    """

    paths: Sequence[str]
    since: int = 0
    _shown: Looked | None = None
    _files: Mapping[str, bytes] = attrs.field(factory=dict)
    _seen: dict[str, bytes] = attrs.field(factory=dict)
    _waiting: Looked | None = None
    _looks: int = 0
    _is_broken: bool = False
    _last: Mapping[str, bytes] | None = None

    def look(self) -> News | None:
        """Look at the files once; return what they have become, `None` where there is nothing new or it is not whole yet."""
        now = _look(self.paths)
        if now == self._shown:
            self._waiting = None
            self._look_twice()
            return None
        if now != self._waiting:
            self._waiting, self._looks = now, 0
            if self._shown is not None:
                self._remember(_read(self.paths, []))
                return None
        self._looks += 1
        if self._looks < PATIENCE and any(map(is_being_written, now)):
            return None
        mistakes: list[Mistake] = []
        files = _read(self.paths, mistakes)
        if _look(self.paths) != now:  # it goes on while it is read
            self._waiting = None
            return None
        if self._shown is None and not self._is_newer(now):
            self._shown, self._files, self._last = now, files, files
            return None
        if self._looks < PATIENCE and self._is_in_the_middle(files):
            return None
        self._shown, self._waiting, self._seen, self._last = now, None, {}, files
        if files == self._files and not mistakes and not self._is_broken:
            return None
        return self._read_model(files, mistakes)

    def _look_twice(self) -> None:
        """Read once more what was read last: a second save in the same moment leaves size and time as they were."""
        if self._last is not None and _read(self.paths, []) != self._last:
            self._shown = {}
        self._last = None

    def _is_newer(self, looked: Looked) -> bool:
        """Whether at the first look a file was changed after the model began to be read."""
        return any(time >= self.since for *_, time in looked.values())

    def _is_in_the_middle(self, files: Mapping[str, bytes]) -> bool:
        """Whether a file of the last good model, or one seen since, is gone or has only the beginning of what it had."""
        every = (*self._files.items(), *self._seen.items())
        return any(name not in files or _is_beginning(files[name], before) for name, before in every)

    def _remember(self, files: Mapping[str, bytes]) -> None:
        """Note what a look saw, though it may be read no further: cut off later, it is known by its beginning."""
        for name, data in files.items():
            if not _is_beginning(data, self._seen.get(name, b"")):
                self._seen[name] = data

    def _read_model(self, files: Mapping[str, bytes], mistakes: Sequence[Mistake]) -> News:
        try:
            model = load_texts(files, mistakes)
        except ModelError as error:
            self._is_broken = True
            return News(mistakes=error.mistakes)
        self._files, self._is_broken = files, False
        return News(model)


def _is_beginning(data: bytes, whole: bytes) -> bool:
    return len(data) < len(whole) and whole.startswith(data)


def _look(paths: Iterable[str]) -> Looked:
    """Return the files as they are now; one that is gone meanwhile is left out."""
    found: dict[str, tuple[int, int, int, int]] = {}
    for path in find_files(paths, []):
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            continue
        found[path] = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
    return found


def _read(paths: Iterable[str], mistakes: list[Mistake]) -> Mapping[str, bytes]:
    read = ((path, read_file(path, mistakes)) for path in find_files(paths, mistakes))
    return {path: data for path, data in read if data is not None}

"""Reads the files of a model again when they have changed, and only when they are complete.

The files are polled (`look`) with `stat`, which every disk supports, including network disks whose changes
the system does not report; 150 files take 0.5 ms. Nothing here reads a clock: durations are counted in
looks.

An incomplete save is never shown. A change counts once a second look finds the same state. A file that
somebody has open for writing is not read yet. A file that is gone, or that is only the beginning of what it
was, may be in the middle of a save; it has to stay so for `PATIENCE` looks before it is accepted.

For each file its checksum and those of its blocks are kept rather than its bytes: a model of 300,000 entities
has 105 MB.
"""

from array import array
from binascii import crc32
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from tiers.model import Mistake, Model, ModelError, load_texts
from tiers.model.cache.disk.files import sum_of
from tiers.model.reading.files import find_files, look_at_files, read_file

from .being_written import is_being_written

PATIENCE = 12
"""How many looks a file must be gone, cut off or open for writing before that is accepted: about two seconds."""

Looked = Mapping[str, tuple[int, int, int, int]]
"""The device, inode, size and time of each file."""


_LEAST_BLOCK = 64
_BLOCKS_BITS = 10
"""A file has about 1,024 blocks, each of at least 64 bytes."""


class Known(NamedTuple):
    """The checksums of a file that was read.

    Attributes:
        sum: The checksum of its bytes.
        size: Its number of bytes.
        blocks: The checksums of its blocks, without a shorter last one.
    """

    sum: bytes
    size: int
    blocks: "array[int]"

    @classmethod
    def of(cls, data: bytes) -> "Known":
        """Return the checksums of some bytes."""
        return cls(sum_of(data), len(data), _blocks(data, _block_size(len(data))))

    def is_cut_to(self, data: bytes) -> bool:
        """Return whether bytes are the beginning of the file; a last part of less than a block is assumed to be."""
        if len(data) >= self.size:
            return False
        blocks = _blocks(data, _block_size(self.size))
        return self.blocks[: len(blocks)] == blocks


def _block_size(size: int) -> int:
    return max(_LEAST_BLOCK, size >> _BLOCKS_BITS)


def _blocks(data: bytes, step: int) -> "array[int]":
    """Return the checksums of the whole blocks of some bytes."""
    view = memoryview(data)
    return array("I", (crc32(view[end - step : end]) for end in range(step, len(data) + 1, step)))


@attrs.frozen(eq=False, repr=False)
class News:
    """The result of changed files.

    Attributes:
        model: The model; `None` where the files have mistakes.
        mistakes: The mistakes.
    """

    model: Model | None = None
    mistakes: Sequence[Mistake] = ()


@attrs.define(eq=False, repr=False)
class Reloader:
    """Reads a model again when its files have changed.

    Attributes:
        paths: The files and directories of the model.
        since: The time in nanoseconds after which a file may have changed while the model was first read.
    """

    paths: Sequence[str]
    since: int = 0
    _shown: Looked | None = None
    _files: Mapping[str, Known] = attrs.field(factory=dict)
    _seen: dict[str, Known] = attrs.field(factory=dict)
    _waiting: Looked | None = None
    _looks: int = 0
    _is_broken: bool = False
    _last: Mapping[str, bytes] | None = None
    """The checksums of the files that were read last, until these are read a second time."""

    def look(self) -> News | None:
        """Look at the files once; return their model or mistakes, `None` if nothing is new or not complete yet."""
        now = _look(self.paths)
        if now == self._shown:
            self._waiting = None
            self._look_twice()
            return None
        if now != self._waiting:
            self._waiting, self._looks = now, 0
            if self._shown is not None:
                self._remember(now)
                return None
        self._looks += 1
        if self._looks < PATIENCE and any(map(is_being_written, now)):
            return None
        is_first = self._shown is None and not self._is_newer(now)
        if is_first:
            self._files = {name: Known.of(data) for name, data in _read(self.paths, [])}
        mistakes: list[Mistake] = []
        files = {} if is_first else dict(_read(self.paths, mistakes))
        if _look(self.paths) != now:  # writing continues while it is read
            self._waiting = None
            return None
        if is_first:
            self._shown, self._last = now, _sums(self._files)
            return None
        if self._looks < PATIENCE and self._is_in_the_middle(files):
            return None
        known = {name: Known.of(data) for name, data in files.items()}
        self._shown, self._waiting, self._seen, self._last = now, None, dict(known), _sums(known)
        if self._last == _sums(self._files) and not mistakes and not self._is_broken:
            return None
        return self._read_model(files, known, mistakes)

    def _look_twice(self) -> None:
        """Read the last files a second time: another save in the same moment leaves size and time unchanged."""
        if self._last is not None:
            sums = {name: sum_of(data) for name, data in _read(self.paths, [])}
            if sums != self._last:
                self._shown = {}
        self._last = None

    def _is_newer(self, looked: Looked) -> bool:
        """Whether a file was changed at the first look, after the model began to be read."""
        return any(time >= self.since for *_, time in looked.values())

    def _is_in_the_middle(self, files: Mapping[str, bytes]) -> bool:
        """Whether a file of the last good model, or one seen since, is gone or only has the beginning of its contents."""
        every = (*self._files.items(), *self._seen.items())
        return any(name not in files or before.is_cut_to(files[name]) for name, before in every)

    def _remember(self, looked: Looked) -> None:
        """Remember the changed files of a look even if they are not read further, to recognise a later one as cut off."""
        shown = self._shown or {}
        for name in looked:
            data = None if looked[name] == shown.get(name) else read_file(name, [])
            if data is not None and not (name in self._seen and self._seen[name].is_cut_to(data)):
                self._seen[name] = Known.of(data)

    def _read_model(
        self, files: Mapping[str, bytes], known: Mapping[str, Known], mistakes: Sequence[Mistake]
    ) -> News:
        try:
            model = load_texts(files, mistakes)
        except ModelError as error:
            self._is_broken = True
            return News(mistakes=error.mistakes)
        self._files, self._is_broken = known, False
        return News(model)


def _sums(known: Mapping[str, Known]) -> dict[str, bytes]:
    return {name: each.sum for name, each in known.items()}


def _look(paths: Iterable[str]) -> Looked:
    """Return the present state of the files, without one that has just disappeared."""
    return {
        path: (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
        for path, status in look_at_files(paths, [])
        if status is not None
    }


def _read(paths: Iterable[str], mistakes: list[Mistake]) -> Iterator[tuple[str, bytes]]:
    """Yield the files with their bytes, one after the other, without one that cannot be read."""
    for path in find_files(paths, mistakes):
        data = read_file(path, mistakes)
        if data is not None:
            yield path, data

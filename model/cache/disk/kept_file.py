"""A file of the cache that is made when it is first asked for, such as one of arrays beside a compiled model."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

from .code import fingerprint
from .mapped import DamagedError, Mapped, opened, pieces
from .store import write

_Found = TypeVar("_Found")
Sections = tuple[Any, dict[str, Any], dict[str, Any]]
"""The contents of a head, the sections checked as a whole, and the sections checked a page at a time."""


class KeptFile:
    """A file of arrays, opened when it is first read; if it is damaged, the arrays are made again in memory."""

    def __init__(self, path: str, token: bytes, make: Callable[[], Sections]) -> None:
        self._path = path
        self._token = token
        self._make = make
        self._file: Mapped | None = None

    def open(self) -> bool:
        """Return whether the file exists and is sound."""
        if self._file is None:
            self._file = opened(self._path, self._token)
        return self._file is not None

    def keep(self) -> None:
        """Make and store the file, unless it exists and is sound."""
        if not self.open():
            self._made()

    def look(self, look: Callable[[Mapped], _Found]) -> _Found:
        """Return the result of a look-up in the file; if there is no file, make and store it first."""
        file = (self._file if self.open() else None) or self._made()
        try:
            return look(file)
        except DamagedError:
            return look(self._made())

    def _made(self) -> Mapped:
        name = os.path.basename(self._path)
        made = list(pieces(name, self._token, *self._make()))
        if fingerprint() is not None:
            write(self._path, made)
        self._file = found = Mapped(memoryview(b"".join(made)), name, self._token)
        return found

"""Reads the objects of a git repository, and checks the hash that names each, so that a damaged or forged one is reported."""

import contextlib
import functools
import hashlib
import os
import stat
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tiers.model.reading.files import SIZE_LIMIT

from ..failure import Failure
from .finding import Repository

if TYPE_CHECKING:
    from dulwich.pack import Pack

_KINDS = {1: "commit", 2: "tree", 3: "blob", 4: "tag"}


class Objects:
    """The objects of a repository: loose, packed and borrowed ones; missing ones are never fetched."""

    def __init__(self, repository: Repository) -> None:
        from dulwich.object_format import get_object_format  # noqa: PLC0415 - only a revision pays for it
        from dulwich.object_store import DiskObjectStore  # noqa: PLC0415 - only a revision pays for it

        self.format = get_object_format(repository.hash)
        self.digits = 40 if repository.hash == "sha1" else 64
        self._hash = repository.hash
        self._folder = os.path.join(repository.shared, "objects")
        for each in (
            "info/alternates",
            *(f"pack/{name}" for name in _names(os.path.join(self._folder, "pack"))),
        ):
            _refuse_pipe(os.path.join(self._folder, each))
        self._store = DiskObjectStore(
            self._folder,
            object_format=self.format,
            loose_object_size_limit=SIZE_LIMIT,
        )

    def close(self) -> None:
        """Close the open packs."""
        self._store.close()

    def read(self, name: str) -> tuple[str, bytes]:
        """Return the kind of an object (`commit`, `tree`, `blob` or `tag`) and its bytes.

        Raises:
            Failure: It is missing, damaged or too large.
        """
        from dulwich.objects import ObjectID  # noqa: PLC0415 - only a revision pays for it

        try:
            _refuse_pipe(os.path.join(self._folder, name[:2], name[2:]))
            huge = self._declared(bytes.fromhex(name)) > SIZE_LIMIT
            number, data = (0, b"") if huge else self._store.get_raw(ObjectID(name.encode("ascii")))
        except Failure:
            raise
        except KeyError:
            raise Failure(
                f"the repository lacks the object `{name}`", hint="`git fsck` lists what else is missing"
            ) from None
        except Exception:  # noqa: BLE001 - what a damaged or huge object makes the library raise is listed nowhere
            raise _damaged(name) from None
        kind = _KINDS.get(number, "")
        if self.name(kind, data) != name:
            raise _damaged(name)
        return kind, data

    def beginning_with(self, letters: str) -> Iterator[str]:
        """Yield the names of the objects that begin with some letters."""
        try:
            found = list(self._store.iter_prefix(letters.lower().encode("ascii")))
        except Exception:  # noqa: BLE001 - what a damaged pack makes the library raise is listed nowhere
            raise _damaged(letters) from None
        for each in found:
            if len(each) == self.digits:
                yield each.decode("ascii")

    def name(self, kind: str, data: bytes) -> str:
        """Return the name that some bytes have as an object of a kind."""
        found = hashlib.new(self._hash, f"{kind} {len(data)}\0".encode(), usedforsecurity=False)
        found.update(data)
        return found.hexdigest()

    def _declared(self, raw: bytes) -> int:
        """Return the largest number of bytes that any pack declares for an object; a loose one is limited as it is read."""
        from dulwich.objects import RawObjectID  # noqa: PLC0415 - only a revision pays for it

        from .packs import largest  # noqa: PLC0415 - only a revision pays for it

        most = 0
        for pack in self._packs:
            with contextlib.suppress(KeyError):
                most = max(most, largest(pack, RawObjectID(raw)))
        return most

    @functools.cached_property
    def _packs(self) -> "list[Pack]":
        from dulwich.object_store import PackBasedObjectStore  # noqa: PLC0415 - only a revision pays for it

        stores = (self._store, *self._store.alternates)
        return [pack for each in stores if isinstance(each, PackBasedObjectStore) for pack in each.packs]


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except (OSError, ValueError):
        return []


def _refuse_pipe(path: str) -> None:
    """Raise an error for a pipe or a device in the place of a file of git: opening a pipe could wait for ever."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise Failure(f"`{path}` is not a file", hint="look at who made this repository")


def _damaged(name: str) -> Failure:
    return Failure(
        f"the object `{name}` of the repository is damaged, or larger than {SIZE_LIMIT:,} bytes",
        hint="`git fsck` finds out which",
    )

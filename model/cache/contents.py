"""What the cache has on disk, model by model, and how it is cleared."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from .answers import ANSWER
from .disk.store import OwnFile, own_files
from .examining import USED, examined


class KeptModel(NamedTuple):
    """A model in the cache, with its views, its search index and the answers about it.

    Attributes:
        files: The whole paths of the model's files, as far as they exist; empty if they cannot be read.
        size: The number of bytes on disk.
        parts: The files of the cache that belong to the model.
        state: Whether this version of tiers uses it; one of `examining.STATES`.
    """

    files: Sequence[str]
    size: int
    parts: Sequence[OwnFile]
    state: str = USED

    @property
    def answers(self) -> int:
        """How many answers are kept of it."""
        return sum(each.path.startswith(ANSWER, each.path.rfind(".") + 1) for each in self.parts)


class Contents(NamedTuple):
    """What the cache has on disk.

    Attributes:
        models: The models, the one written last first.
        others: Files that belong to no kept model, such as one that a killed process left.
    """

    models: Sequence[KeptModel]
    others: Sequence[OwnFile] = ()

    @property
    def parts(self) -> list[OwnFile]:
        """All files in the cache."""
        return [*(part for each in self.models for part in each.parts), *self.others]

    @property
    def size(self) -> int:
        """How many bytes they have."""
        return sum(each.size for each in self.parts)


def contents(home: str, paths: Iterable[str] | None = None) -> Contents:
    """Return what the cache has on disk.

    Args:
        home: The directory of the cache.
        paths: Files and directories: only models of which every file is one of them, or lies below one.

    Raises:
        OSError: The directory is there and cannot be listed.
    """
    try:
        own = own_files(home)
    except FileNotFoundError:
        return Contents(())
    by_model: dict[str, list[OwnFile]] = {}
    for each in own:
        by_model.setdefault(each.model, []).append(each)
    found: list[tuple[int, KeptModel]] = []
    others: list[OwnFile] = []
    for parts in by_model.values():
        compiled = next((each for each in parts if each.is_model), None)
        if compiled is None:
            others += parts
            continue
        state, head = examined(compiled.path)
        names = _names(head)
        if paths is None or (names and all(_is_below(each, paths) for each in names)):
            shown = tuple(name if os.path.exists(name) else said for name, said in names.items())
            found.append((compiled.time, KeptModel(shown, sum(each.size for each in parts), parts, state)))
    models = [each for _, each in sorted(found, key=lambda each: each[0], reverse=True)]
    return Contents(models, others if paths is None else ())


def clear(found: Contents) -> list[OwnFile]:
    """Remove what the cache has on disk, but for what a running process is writing; return what could not be removed."""
    left = []
    for each in found.parts:
        if each.is_unfinished and not each.is_abandoned:
            continue
        try:
            os.unlink(each.path)
        except FileNotFoundError:
            continue
        except OSError:  # Windows removes no file that a running tiers has mapped
            left.append(each)
    return left


def _names(head: Any) -> dict[str, str]:
    """Return the files of a kept model by whole path, each with the name given; empty if the head has none."""
    with suppress(KeyError, TypeError, ValueError):
        return {os.path.normpath(os.path.join(head["folder"], name)): name for name, *_ in head["files"]}
    return {}


def _is_below(file: str, paths: Iterable[str]) -> bool:
    return any(
        file == path or file.startswith(os.path.join(path, "")) for path in map(os.path.abspath, paths)
    )

"""Loads a model from files and directories, or from the cache; raises `ModelError` with all mistakes."""

import contextlib
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import tiers.data

from .cache import models
from .format.errors import ERROR, Mistake, ModelError
from .model import Model
from .reading.files import find_files, read_file

if TYPE_CHECKING:
    from .reading.coverage import Coverage


class Reading(NamedTuple):
    """The result of reading a model: the graph or its mistakes.

    Attributes:
        graph: The model; `None` when a file has an error.
        mistakes: Errors and warnings, in the order of files, lines and columns.
        files: How many files were read and parsed.
        coverage: How well the statements of each file are sourced, where that was asked for and the files have no error.
    """

    graph: Model | None
    mistakes: tuple[Mistake, ...]
    files: int
    coverage: Mapping[str, "Coverage"] | None = None


def bundled() -> str:
    """Return the directory of the model bundled with the package."""
    return os.path.dirname(os.path.abspath(str(tiers.data.__file__)))


def load(*paths: str | os.PathLike[str], at_hand: Iterable[tuple[str, bytes]] = ()) -> Model:
    """Return the model in files and directories, merged; without any the bundled one.

    A model of which no byte has changed since it was last read comes from the cache.

    Args:
        paths: The files and directories.
        at_hand: Files read already, as name and bytes, such as standard input.

    Raises:
        ModelError: The files have mistakes; it bears all of them.
    """
    with _no_collecting():
        given = list(at_hand)
        files, mistakes = _read_files(paths or (() if given else (bundled(),)))
        return _graph_of([*files, *given], mistakes)


def load_texts(texts: Mapping[str, bytes], mistakes: Iterable[Mistake] = ()) -> Model:
    """Return the model in texts in memory, merged, such as the files of a git revision.

    Args:
        texts: The bytes of each file by its name, as mistakes name it.
        mistakes: Mistakes found already, such as a file that could not be read.

    Raises:
        ModelError: The files have mistakes; it bears all of them.
    """
    with _no_collecting():
        return _graph_of(list(texts.items()), list(mistakes))


def read_model(
    paths: Iterable[str | os.PathLike[str]],
    at_hand: Iterable[tuple[str, bytes]] = (),
    *,
    with_coverage: bool = False,
) -> Reading:
    """Read the model in files and directories without the cache, and return all its mistakes, warnings too.

    Args:
        paths: The files and directories.
        at_hand: Files read already, as name and bytes, such as standard input.
        with_coverage: Whether to count how well the statements of each file are sourced.
    """
    from .reading.schema_file import schema_warnings  # noqa: PLC0415 - `load` has no use for warnings

    with _no_collecting():
        files, mistakes = _read_files(paths)
        old = schema_warnings(files)
        every = [*files, *at_hand]
        reading = _build(every, mistakes, rules=True)
        if with_coverage and reading.graph is not None:
            from .reading.coverage import coverage  # noqa: PLC0415 - only `check --coverage` counts

            reading = reading._replace(coverage=coverage(every, reading.graph.dates_of))
        if not old:
            return reading
        ordered = _first_in_their_files(old, reading.mistakes, [name for name, _ in files])
        return reading._replace(mistakes=ordered)


def _first_in_their_files(
    warnings: Mapping[str, Mistake], mistakes: tuple[Mistake, ...], names: Iterable[str]
) -> tuple[Mistake, ...]:
    """Return mistakes with one warning more a file, each before the others of its file; those of no file stay last."""
    order = {name: number for number, name in enumerate(names)} | {"": sys.maxsize}
    return tuple(sorted((*warnings.values(), *mistakes), key=lambda each: order.get(each.file, -1)))


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Turn the garbage collector off while a model is read: none of its objects is garbage, and looking for some adds a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _graph_of(files: list[tuple[str, bytes]], mistakes: list[Mistake]) -> Model:
    graph = None if mistakes else models.recall(files)
    if graph is None:
        reading = _build(files, mistakes)
        if reading.graph is None:
            raise ModelError(each for each in reading.mistakes if each.severity == ERROR)
        graph = reading.graph
        models.keep(files, graph)
    return graph


def _read_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[tuple[str, bytes]], list[Mistake]]:
    mistakes: list[Mistake] = []
    read = ((path, read_file(path, mistakes)) for path in find_files(paths, mistakes))
    return [(path, data) for path, data in read if data is not None], mistakes


def _build(files: list[tuple[str, bytes]], mistakes: list[Mistake], *, rules: bool = False) -> Reading:
    from .reading.building import build  # noqa: PLC0415 - a model from the cache does not pay for the reader

    written, parsed = build(files, mistakes, rules=rules)
    return Reading(None if written is None else Model.of(*written), tuple(mistakes), parsed)

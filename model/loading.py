"""From paths to a graph, or to every mistake of every file."""

import contextlib
import gc
import os
from collections.abc import Iterable, Iterator, Mapping

import attrs

import tiers.data

from .cache import models
from .format.errors import ERROR, Mistake, ModelError
from .model import Model
from .reading.files import find_files, read_file


@attrs.frozen(eq=False, repr=False)
class Reading:
    """What came of reading a model.

    Attributes:
        graph: The model; `None` when a mistake stands in its way.
        mistakes: Errors and warnings, in the order of files, lines and columns.
        files: How many files were read and parsed.
    """

    graph: Model | None
    mistakes: tuple[Mistake, ...]
    files: int


def bundled() -> str:
    """Return the directory of the model that comes with the package."""
    return os.path.dirname(os.path.abspath(str(tiers.data.__file__)))


def load(*paths: str | os.PathLike[str]) -> Model:
    """Return the model in files and directories, merged; without paths the bundled one.

    A model that was read before and has not changed by a byte comes from the cache.

    Raises:
        ModelError: The files have mistakes; it bears all of them.
    """
    with _no_collecting():
        return _graph_of(*_read_files(paths or (bundled(),)))


def load_texts(texts: Mapping[str, bytes], mistakes: Iterable[Mistake] = ()) -> Model:
    """Return the model in files that are in memory, merged.

    Args:
        texts: The bytes of each file by its name, as mistakes name it.
        mistakes: What is wrong already, such as a file that could not be read.

    Raises:
        ModelError: The files have mistakes; it bears all of them.
    """
    with _no_collecting():
        return _graph_of(list(texts.items()), list(mistakes))


def read_model(paths: Iterable[str | os.PathLike[str]], at_hand: Iterable[tuple[str, bytes]] = ()) -> Reading:
    """Read the model in files and directories anew and say all that is wrong with it, warnings too.

    Args:
        paths: The files and directories.
        at_hand: Files that are read already: the name and the bytes of each.
    """
    with _no_collecting():
        files, mistakes = _read_files(paths)
        return _build([*files, *at_hand], mistakes)


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Hold back the garbage collector: a model is many objects that all stay."""
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


def _build(files: list[tuple[str, bytes]], mistakes: list[Mistake]) -> Reading:
    from .reading.building import build  # noqa: PLC0415 - a model from the cache does not pay for the reader

    written, parsed = build(files, mistakes)
    return Reading(None if written is None else Model.of(*written), tuple(mistakes), parsed)

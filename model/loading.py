"""Loads a model from files and directories, or from the cache; raises `ModelError` with all mistakes."""

import contextlib
import gc
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from .cache import models
from .cache.disk.files import Given, stamp_of, sum_of
from .format.errors import ERROR, Mistake, ModelError
from .model import Model
from .reading.files import bundled, find_files, read_file, read_files

if TYPE_CHECKING:
    from .reading.building import Take
    from .reading.coverage import Coverage


class Reading(NamedTuple):
    """The result of reading a model: the graph or its mistakes.

    Attributes:
        graph: The model; `None` when a file has an error.
        mistakes: Errors and warnings, ordered by file, line and column.
        files: How many files were read and parsed.
        coverage: How well the statements of each file are sourced; `None` if not asked for or a file has an
            error.
    """

    graph: Model | None
    mistakes: tuple[Mistake, ...]
    files: int
    coverage: Mapping[str, "Coverage"] | None = None


def load(*paths: str | os.PathLike[str], at_hand: Iterable[tuple[str, bytes]] = ()) -> Model:
    """Return the model merged from files and directories; without any, the bundled model.

    A model of which no byte has changed since it was last read comes from the cache.

    Args:
        paths: The files and directories.
        at_hand: Files that are already read, as name and bytes, such as standard input.

    Raises:
        ModelError: The files have mistakes; the error has all of them.
    """
    with _no_collecting():
        mistakes: list[Mistake] = []
        given = list(at_hand)
        names = list(find_files(paths or (() if given else (bundled(),)), mistakes))
        return _model_of([*((name, None) for name in names), *given], mistakes)


def load_texts(texts: Mapping[str, bytes], mistakes: Iterable[Mistake] = ()) -> Model:
    """Return the model merged from texts in memory, such as the files of a git revision.

    Args:
        texts: The bytes of each file, by the name that mistakes give it.
        mistakes: Mistakes that were found before, such as a file that could not be read.

    Raises:
        ModelError: The files have mistakes; the error has all of them.
    """
    with _no_collecting():
        return _model_of(list(texts.items()), list(mistakes))


def read_model(
    paths: Iterable[str | os.PathLike[str]],
    at_hand: Iterable[tuple[str, bytes]] = (),
    *,
    with_coverage: bool = False,
) -> Reading:
    """Read the model in files and directories without the cache; return it or all its mistakes, including warnings.

    Args:
        paths: The files and directories.
        at_hand: Files that are already read, as name and bytes, such as standard input.
        with_coverage: Whether to count how well the statements of each file are sourced.
    """
    from .reading.schema_file import schema_warnings  # noqa: PLC0415 - `load` has no use for warnings

    with _no_collecting():
        files, mistakes = _read_files(paths)
        old = schema_warnings(files)
        every = [*files, *at_hand]
        reading = build(every, mistakes, rules=True)
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
    """Return the mistakes with one more warning for some files, put before the file's others; those of no file last."""
    order = {name: number for number, name in enumerate(names)} | {"": sys.maxsize}
    return tuple(sorted((*warnings.values(), *mistakes), key=lambda each: order.get(each.file, -1)))


@contextlib.contextmanager
def _no_collecting() -> Iterator[None]:
    """Turn the garbage collector off while a model is read: it finds no garbage, and adds a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _model_of(given: Given, mistakes: list[Mistake]) -> Model:
    """Return the model of some files from the cache; else read it and store it there."""
    build = partial(_read_again, given)
    kept = None if mistakes else models.recall(given, _bytes_of, build)
    model = _renewed(kept, build) if isinstance(kept, models.Outdated) else kept
    if model is None:
        stamps = {name: stamp_of(name) for name, data in given if data is None}
        files = list(_with_bytes(given, mistakes))
        if not models.is_on():
            return _built(files, mistakes)
        from .cache.renewing import Parts, keep  # noqa: PLC0415 - most starts find the model compiled

        parts = Parts()
        model = _built(files, mistakes, parts.take if len(files) > 1 else None)
        sure = {name: each for name, each in stamps.items() if each == stamp_of(name)}
        keep(files, sure, model, parts.made)
    return model


def _renewed(outdated: models.Outdated, build: models.Build) -> Model | None:
    """Return the model of files of which only the changed ones are parsed; `None` if all have to be read."""
    from .cache.renewing import renewed  # noqa: PLC0415 - as above

    return renewed(outdated.file, outdated.looked, build)


def _built(files: list[tuple[str, bytes]], mistakes: list[Mistake], take: "Take | None" = None) -> Model:
    reading = build(files, mistakes, take=take)
    if reading.graph is None:
        raise ModelError(each for each in reading.mistakes if each.severity == ERROR)
    return reading.graph


def _with_bytes(given: Given, mistakes: list[Mistake]) -> Iterator[tuple[str, bytes]]:
    """Yield files with their bytes; a file that cannot be read is added to `mistakes`."""
    yield from read_files((name for name, data in given if data is None), mistakes)
    yield from ((name, data) for name, data in given if data is not None)


def _bytes_of(name: str) -> bytes | None:
    return read_file(name, [])


def _read_again(given: Given) -> tuple[list[bytes], Model]:
    """Return the checksums of a model's files, and the model read again; used where the compiled one is damaged."""
    mistakes: list[Mistake] = []
    with _no_collecting():
        files = list(_with_bytes(given, mistakes))
        return [sum_of(data) for _, data in files], _built(files, mistakes)


def _read_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[tuple[str, bytes]], list[Mistake]]:
    mistakes: list[Mistake] = []
    return list(read_files(find_files(paths, mistakes), mistakes)), mistakes


def build(
    files: list[tuple[str, bytes]],
    mistakes: list[Mistake],
    *,
    rules: bool = False,
    take: "Take | None" = None,
) -> Reading:
    from .reading.building import build  # noqa: PLC0415 - a model from the cache does not pay for the reader

    written, parsed = build(files, mistakes, rules=rules, take=take)
    return Reading(None if written is None else Model.of(*written), tuple(mistakes), parsed)

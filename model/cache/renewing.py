"""Compile the files of a model separately, so that a changed file alone is parsed and joined with the others."""

from collections.abc import Mapping, Sequence
from functools import partial

from ..facts.ends import last_documents
from ..facts.graph import Graph
from ..model import Model
from ..reading.building import read_one
from ..reading.references import Tables
from .compiled.numbers import CountedNumbers, note_numbers
from .compiled.unwritten import Unwritten
from .compiling.checking import check
from .compiling.joining import Joined
from .compiling.kept_parts import parts_in
from .compiling.laying import Layout
from .compiling.merging import NotJoinedError
from .compiling.name_sums import name_sections
from .compiling.part_making import part_of
from .compiling.parts import Part
from .compiling.sections import Compiled
from .compiling.whole import compile_graph
from .disk.code import fingerprint
from .disk.files import Looked, Stamp, sum_of
from .disk.mapped import DamagedError, Mapped, opened
from .disk.store import MODEL
from .models import Build, compiled_afresh, model_of, note_entry, store


class Parts:
    """Compiles each file of a model as soon as it is read, before the next one is read.

    Attributes:
        made: The parts in the order of the files.
    """

    def __init__(self) -> None:
        self.made: list[Part] = []

    def take(self, name: str, tables: Tables) -> None:
        """Compile one file.

        Args:
            name: The name of the file.
            tables: The tables read from it, which have no mistake.
        """
        self.made.append(part_of(name, tables))


def keep(
    files: Sequence[tuple[str, bytes]],
    stamps: Mapping[str, Stamp],
    graph: Graph,
    parts: Sequence[Part],
) -> None:
    """Compile the graph of files and store it in the cache; if that fails, nothing is stored and no error is raised.

    Args:
        files: The names of the files, with their bytes.
        stamps: The stamp of each file when it was read, by which it is recognised as unchanged.
        graph: The graph of these files.
        parts: The files compiled apart; without them the graph is compiled as a whole.
    """
    if not files:
        return
    kept = [(name, stamps.get(name, ()), sum_of(data)) for name, data in files]
    found = compile_files(parts, graph)
    note_numbers(graph, CountedNumbers(graph, found.ids))
    store(kept, found, graph)


def compile_files(parts: Sequence[Part], graph: Graph) -> Compiled:
    """Return the compiled model of files; a single file needs no joining.

    Args:
        parts: The files compiled apart.
        graph: The graph of these files, in which no mistake was found.
    """
    if 1 < len({each.name for each in parts}) == len(parts):
        try:
            joined = Joined(parts, lambda _: None)
        except NotJoinedError:  # `check` knows less than the reader, which found no mistake
            pass
        else:
            return _complete(Layout(joined).compiled(), joined, graph)
    return compile_graph(graph)


def renewed(file: Mapped, looked: Looked, build: Build) -> Model | None:
    """Return the model of files of which some have changed since it was compiled, and store it.

    Args:
        file: The model as it was compiled.
        looked: Its files as they are now.
        build: Reads the model from its files if the stored one turns out to be damaged during use.

    Returns:
        `None` if all files have to be read: one may have a mistake, or most have changed.
    """
    names = [name for name, *_ in looked.files]
    if 2 * len(looked.changed) > len(names):
        return None
    try:
        parts = parts_in(file, (each for each in names if each not in looked.changed))
        if len(parts) != len(names) - len(looked.changed):
            return None
        for name, data in looked.changed.items():
            tables = read_one(name, data)
            if tables is None:
                return None
            parts[name] = part_of(name, tables)
        found, graph = compiled_parts([parts[each] for each in names])
    except (DamagedError, NotJoinedError):
        return None
    entry = store(looked.files, found)
    kept = None if entry is None else opened(f"{entry.path}.{MODEL}", fingerprint())
    if entry is None or kept is None:
        return graph
    try:
        graph = model_of(kept, partial(compiled_afresh, entry, looked.files, build))
    except DamagedError:
        return graph
    note_entry(graph, entry)
    return graph


def compiled_parts(parts: Sequence[Part]) -> tuple[Compiled, Model]:
    """Join parts; return the compiled model and the model.

    Raises:
        NotJoinedError: There may be a mistake in them.
    """
    joined = Joined(parts, check)
    found = Layout(joined).compiled()
    found.head["last documents"] = []
    _complete(found, joined, model_of(Unwritten(found.head, found.sections), _never))
    return found, model_of(Unwritten(found.head, found.sections), _never)


def _complete(found: Compiled, joined: Joined, graph: Graph) -> Compiled:
    """Add to a compiled model what can only be found in all its files together: the last document and the names."""
    found.head["last documents"] = [each.toordinal() for each in last_documents(graph)]
    found.sections.update(name_sections(joined, graph))
    return found


def _never() -> Mapped:
    """Stand in for reading the files of a model in memory, which cannot be damaged."""
    raise AssertionError

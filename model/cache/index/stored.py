"""Stores the search index of a compiled model in the cache, and opens it."""

import os
from typing import TYPE_CHECKING

from ...facts.graph import Graph
from ..compiled.numbers import Numbers
from ..disk.code import fingerprint
from ..disk.mapped import Mapped, opened, pieces
from ..disk.store import write

if TYPE_CHECKING:
    from ...finding.corpus import Corpus


class CachedIndex:
    """The search index of a model, as it is in the cache."""

    def __init__(self, path: str, token: bytes, numbers: Numbers) -> None:
        """Use the index in a file.

        Args:
            path: The file.
            token: The token of the model.
            numbers: The numbers of the entities of the model.
        """
        self._path = path
        self._token = token
        self._numbers = numbers

    def recall(self, graph: Graph) -> "Corpus | None":
        """Return the complete index of a graph in its last known state; `None` if none is stored."""
        file = opened(self._path, self._token)
        if file is None:
            return None
        from .file import corpus_of  # noqa: PLC0415 - only when there is something to open

        return corpus_of(graph, file, self._numbers, lambda: self._anew(graph))

    def keep(self, corpus: "Corpus") -> None:
        """Store a complete index; on failure nothing is stored and no error is raised."""
        if fingerprint() is not None:
            write(self._path, self._pieces(corpus))

    def _anew(self, graph: Graph) -> Mapped:
        from ...finding.corpus import Corpus  # noqa: PLC0415 - only where it is damaged

        corpus = Corpus.of(graph)
        corpus.work()
        data = b"".join(self._pieces(corpus))
        return Mapped(memoryview(data), os.path.basename(self._path), self._token)

    def _pieces(self, corpus: "Corpus") -> list[bytes]:
        from .writing import sections_of  # noqa: PLC0415 - only when there is something to keep

        head, sections = sections_of(corpus)
        return list(pieces(os.path.basename(self._path), self._token, head, {}, sections))

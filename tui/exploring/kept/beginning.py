"""The first lines about an entity, kept for the next start: to find them takes a third of drawing the first frame."""

import os
from binascii import crc32
from collections.abc import Sequence

from tiers.model import Graph
from tiers.model.cache.code import fingerprint
from tiers.model.cache.mapped import opened, pieces
from tiers.model.cache.models import entry_of
from tiers.model.cache.store import write

from ...wording.description.line import Line

_TUI = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

HOME = os.path.join(_TUI, "wording")
"""The code that words a description; that which finds what it says is in the fingerprint of the kept model."""

KEPT = 16
"""How many beginnings are kept beside a model at most; another one replaces one of them."""


def beginning_of(graph: Graph, entity_id: str, enough: int, home: str = HOME) -> Sequence[Line]:
    """Return the first sections of the description of an entity, at least so many lines.

    They come from the cache if it has them: of this model, in its last known state, by this code.

    Args:
        graph: The model.
        entity_id: The entity.
        enough: The number of lines after which no section is started.
        home: The directory of the code that words them; those of other code are not used.
    """
    entry = None if graph.at is not None else entry_of(graph)
    code = None if entry is None else fingerprint(home)
    if entry is None or code is None:
        return _described(graph, entity_id, enough)
    path = f"{entry.path}.beginning-{crc32(entity_id.encode('utf-8', 'surrogatepass')) % KEPT:x}"
    token = (entry.token, entity_id, enough, code)
    file = opened(path, token)
    if file is not None:
        return [Line(*values) for values in file.told]
    lines = _described(graph, entity_id, enough)
    told = [_values(each) for each in lines]
    write(path, pieces(os.path.basename(path), token, told, {}, {}))
    return lines


def _described(graph: Graph, entity_id: str, enough: int) -> Sequence[Line]:
    from ...wording.description import describe  # noqa: PLC0415 - after the first frame, where that is kept

    return describe(graph, entity_id, ways=False, enough=enough)


def _values(line: Line) -> tuple[object, ...]:
    return (line.role, line.text, line.label, line.target, line.notes, line.indent, line.citation)

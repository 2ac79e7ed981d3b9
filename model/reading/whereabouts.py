"""The file and line in which an entity is written, found on request."""

import os
import re
from collections.abc import Iterator

import attrs

from ..format.records import Entity
from .files import decode, read_file
from .nodes import BrokenError
from .places import Places

_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)


@attrs.frozen
class Whereabouts:
    """The file and line in which an entity is written.

    Attributes:
        file: The file as it was named when the model was read.
        line: The line of its table, from 1; `None` if the file is missing or no longer has it.
    """

    file: str
    line: int | None


def whereabouts(entity: Entity) -> Whereabouts:
    """Return the file and line of an entity, in the present state of the file."""
    data = read_file(entity.file, []) if entity.file and os.path.isfile(entity.file) else None
    text = None if data is None else decode(data, entity.file, [])
    if text is None:
        return Whereabouts(entity.file, None)
    found = list(_headers(text, entity))
    if len(found) == 1:  # nearly always enough; scanning the whole file takes a hundred times as long
        return Whereabouts(entity.file, found[0])
    return Whereabouts(entity.file, _scanned(text, entity) or next(iter(found), None))


def _headers(text: str, entity: Entity) -> Iterator[int]:
    """Yield the line of each header of the kind with the id before the next header."""
    own = re.compile(rf"^[ \t]*id[ \t]*=[ \t]*[\"']{re.escape(entity.id)}[\"']", re.MULTILINE)
    kind = re.compile(rf"[ \t]*\[\[[ \t]*{re.escape(entity.kind)}[ \t]*\]\]")
    for written in own.finditer(text):
        above = -1
        for header in _HEADER.finditer(text, max(0, written.start() - _NEAR), written.start()):
            above = header.start()
        if above >= 0 and kind.match(text, above):
            yield text.count("\n", 0, above) + 1


_NEAR = 20_000
"""How many characters before an id its header is searched for; it is nearly always in the line before."""


def _scanned(text: str, entity: Entity) -> int | None:
    """Return the line of the table with the id, as the scanner finds it."""
    try:
        places = Places.of(text)
    except BrokenError:
        return None
    tables = places.top.step(entity.kind)
    inside = tables.inside if tables is not None else None
    for number, table in enumerate(inside if isinstance(inside, list) else ()):
        own = table.step("id")
        if own is not None and own.value is not None and text[slice(*own.value)].strip("\"'") == entity.id:
            span = places.span((entity.kind, number), "header")
            return None if span is None else places.lines.place(span[0])[0]
    return None

"""The schema file that a file of a model names for editors, `#:schema ./tiers.schema.json`, and whether it is old."""

import json
import os
import re
from collections.abc import Iterable
from shlex import quote

from ..format.errors import WARNING, Mistake
from .files import read_file

_NAMED = re.compile(rb"^#:schema[ \t]+([^\r\n]*[^\s])", re.MULTILINE)


def old_schemas(files: Iterable[tuple[str, bytes]]) -> dict[str, Mistake]:
    """Return a warning for each file that names a schema of ours which is not that of this version, by file.

    Args:
        files: The name and the bytes of each file. An address on the web is not looked up.
    """
    found: dict[str, Mistake] = {}
    for name, data in files:
        named = _NAMED.search(data)
        if named is not None and b"://" not in named[1] and _is_old(name, os.fsdecode(named[1])):
            line = data.count(b"\n", 0, named.start()) + 1
            found[name] = _warning(name, data, line, named[1].decode("utf-8", "replace"))
    return found


def _warning(name: str, data: bytes, line: int, schema: str) -> Mistake:
    """Return the warning about an old schema, with its line."""
    from .places import Lines  # noqa: PLC0415 - only a warning pays for it

    lines = Lines.of(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    start = lines.text.index(schema, lines.starts[line - 1])
    excerpt = lines.excerpt(name, (start, start + len(schema)))
    return Mistake(
        "old-schema",
        "the schema named here is of another version of tiers",
        name,
        line,
        excerpt.column,
        f"write it anew with `tiers schema -o {quote(_path(name, schema))}`",
        WARNING,
        (excerpt,),
    )


def _path(name: str, schema: str) -> str:
    """Return the path of a schema that is named beside a file of a model."""
    return os.path.normpath(os.path.join(os.path.dirname(name), schema))


def _is_old(name: str, schema: str) -> bool:
    """Whether a file named beside a file of a model is our schema, in another version."""
    data = read_file(_path(name, schema), [])
    if data is None:
        return False
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return False
    from .schema import TITLE, json_schema  # noqa: PLC0415 - a model without a schema does not pay for it

    return isinstance(read, dict) and read.get("title") == TITLE and read != json_schema()

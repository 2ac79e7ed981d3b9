"""The schema file that a file of a model names for editors, `#:schema ./tiers.schema.json`: warns if it is old or missing."""

import json
import os
import re
from collections.abc import Iterable
from shlex import quote

from ..format.errors import WARNING, Mistake
from .files import read_file

_NAMED = re.compile(rb"^#:schema[ \t]+([^\r\n]*[^\s])", re.MULTILINE)


def schema_warnings(files: Iterable[tuple[str, bytes]]) -> dict[str, Mistake]:
    """Return a warning for each file whose schema does not exist, or is ours from another version, by file.

    Args:
        files: The name and the bytes of each file. A web address is not checked.
    """
    found: dict[str, Mistake] = {}
    for name, data in files:
        named = _NAMED.search(data)
        if named is None or b"://" in named[1]:
            continue
        schema = os.fsdecode(named[1])
        missing = not os.path.lexists(_path(name, schema))
        if missing or _is_old(name, schema):
            line = data.count(b"\n", 0, named.start()) + 1
            found[name] = _warning(name, data, line, named[1].decode("utf-8", "replace"), missing=missing)
    return found


def _warning(name: str, data: bytes, line: int, schema: str, *, missing: bool) -> Mistake:
    """Return the warning about an old or missing schema, with its line."""
    from .places import Lines  # noqa: PLC0415 - only a warning pays for it

    lines = Lines.of(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
    start = lines.text.index(schema, lines.starts[line - 1])
    excerpt = lines.excerpt(name, (start, start + len(schema)))
    written = f"`tiers schema -o {quote(_path(name, schema))}`"
    if missing:
        message = "the schema named here is not there, so that an editor marks no mistakes"
        hint = f"write it with {written}, or take the line out"
        return Mistake("missing-schema", message, name, line, excerpt.column, hint, WARNING, (excerpt,))
    message = "the schema named here is of another version of tiers"
    hint = f"write it again with {written}"
    return Mistake("old-schema", message, name, line, excerpt.column, hint, WARNING, (excerpt,))


def _path(name: str, schema: str) -> str:
    """Return the path of a schema named relative to a file of a model."""
    return os.path.normpath(os.path.join(os.path.dirname(name), schema))


def _is_old(name: str, schema: str) -> bool:
    """Whether a file named relative to a file of a model is our schema in another version."""
    data = read_file(_path(name, schema), [])
    if data is None:
        return False
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return False
    from .schema import TITLE, json_schema  # noqa: PLC0415 - a model without a schema does not pay for it

    return isinstance(read, dict) and read.get("title") == TITLE and read != json_schema()

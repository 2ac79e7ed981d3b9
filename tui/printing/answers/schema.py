"""Writes the JSON Schema of a file of a model: each table and each definition on a line of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..parts.json_values import text, value


def write(schema: Mapping[str, Any], *, unicode: bool = True) -> Iterator[str]:
    """Yield a schema, so that two versions of it differ in the lines of what has changed."""
    lines = []
    for key, item in schema.items():
        if isinstance(item, Mapping):
            inside = ",\n".join(f"{text(name)}:{value(each, unicode=unicode)}" for name, each in item.items())
            lines.append(f"{text(key)}:{{\n{inside}\n}}")
        else:
            lines.append(f"{text(key)}:{value(item, unicode=unicode)}")
    yield "{\n" + ",\n".join(lines) + "\n}\n"

"""Writes JSON Schemas, and assembles that of each command from the modules that write its records."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from .parts.json_schema import DEFINITIONS, Schema
from .parts.json_values import text, value

VERSION = 1
"""Part of every schema's `$id`. It is raised when a key is removed or changes meaning; new keys do not count."""

WRITERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "print": ("tree.json", "tree.jsonl"),
        "show": ("answers.record",),
        "search": ("answers.search",),
        "who": ("answers.who", "answers.raising"),
        "matters": ("answers.matters",),
        "gaps": ("answers.gaps",),
        "path": ("answers.path",),
        "diff": ("answers.diff",),
        "compare": ("answers.compare",),
        "timeline": ("answers.timeline",),
        "glossary": ("answers.glossary",),
        "check": ("answers.mistakes", "answers.coverage"),
        "cache": ("answers.cache",),
    }
)
"""The modules that write a command's JSON; several if an option chooses other JSON or JSONL."""


def schema_of(command: str) -> Schema:
    """Return the JSON Schema of a command's JSON output."""
    found: list[Schema] = [
        dict(import_module(f".{module}", __package__).schema()) for module in WRITERS[command]
    ]
    definitions: Schema = dict(DEFINITIONS)
    for each in found:
        definitions.update(each.pop("definitions", {}))
    head: Schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:tiers:json:{command}:{VERSION}",
        "title": f"What `tiers {command} --json` writes",
    }
    return {**head, **(found[0] if len(found) == 1 else {"anyOf": found}), "definitions": definitions}


def write(schema: Schema, *, unicode: bool = True) -> Iterator[str]:
    """Yield a schema with each table and each definition on a line of its own, so that a diff of two versions is readable."""
    lines = []
    for key, item in schema.items():
        if isinstance(item, Mapping):
            inside = ",\n".join(f"{text(name)}:{value(each, unicode=unicode)}" for name, each in item.items())
            lines.append(f"{text(key)}:{{\n{inside}\n}}")
        else:
            lines.append(f"{text(key)}:{value(item, unicode=unicode)}")
    yield "{\n" + ",\n".join(lines) + "\n}\n"

"""The JSON Schema of each command's JSON, put together from what the modules that write it say of their records."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from .parts.json_schema import DEFINITIONS, Schema

VERSION = 1
"""Part of every schema's `$id`. Keys are only ever added; it is raised when one goes or comes to mean something else."""

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
    }
)
"""By command, the modules that write JSON for it: several where an option asks for other JSON, or for a line of JSONL."""


def schema_of(command: str) -> Schema:
    """Return the JSON Schema of what a command writes as JSON."""
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

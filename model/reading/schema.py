"""The JSON Schema of a file of a model, with which editors complete keys and mark mistakes of form.

It is in draft-07, which Taplo, Tombi and VS Code support. `definitions` has each key once, since most are
shared by several kinds. `tiers check` finds what JSON Schema cannot express: a date without quotes, `1.0` for
`1`, a day that is not in the calendar, an id that no table has.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import tomli

from ..format import COMMON, KINDS, Key, Kind, RelationKey, keys_of, relations_of
from ..format.ids import RESERVED
from ..format.keys import ALLOW, SOURCES
from .parts import claim_parts, relation_parts
from .tokens import HIGHEST, LOWEST
from .unsafe import REFUSED

Schema = dict[str, Any]

TITLE = "A model of tiers"
"""The title of the schema, which distinguishes it from one of another origin."""

_ID = "[a-z0-9][a-z0-9-]{0,199}"
_DAY = "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?~?"


def _only(pattern: str, others: str) -> Schema:
    """Return the schema of a text of one form, without any of the other characters.

    The latter are excluded separately, since in some engines `$` also matches before a final line feed.
    """
    return {"type": "string", "pattern": f"^({pattern})$", "not": {"pattern": others}}


def _unsafe() -> str:
    """Return the pattern of a character that no text may contain."""
    codes = (*range(0x20), *range(0x7F, 0xA0), *sorted(REFUSED))
    return "[" + "".join(f"\\u{code:04X}" for code in codes) + "]"


_SHARED: Mapping[str, Schema] = {
    "id": _only(_ID, "[^a-z0-9-]"),
    "new-id": {"allOf": [{"$ref": "#/definitions/id"}, {"not": {"enum": sorted(RESERVED)}}]},
    "text": {"type": "string", "pattern": "\\S", "not": {"pattern": _unsafe()}, "maxLength": 20_000},
    "date": _only(f"{_DAY}(/{_DAY})?|\\[{_DAY}(\\.\\.{_DAY})?\\]", "[^0-9~/.\\[\\]-]"),
    "citation": _only(f"{_ID}(#{_ID})?", "[^a-z0-9#-]"),
}
"""The definitions of values, to which those of keys refer."""


def _refer(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _either(*schemas: Schema) -> Schema:
    return schemas[0] if len(schemas) == 1 else {"anyOf": list(schemas)}


def _table(properties: Mapping[str, Schema], keys: Iterable[Key]) -> Schema:
    """Return the schema of a table with these keys and no others."""
    required = [key.name for key in keys if key.required]
    needs = {"required": required} if required else {}
    return {"type": "object", "properties": dict(properties), "additionalProperties": False, **needs}


_SIMPLE: Mapping[str, Schema] = {
    "id": _refer("new-id"),
    "text": _refer("text"),
    "texts": _list(_refer("text")),
    "date": _refer("date"),
    "integer": {"type": "integer", "minimum": LOWEST, "maximum": HIGHEST},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "reference": _refer("new-id"),
    "references": _either(_refer("id"), _list(_refer("id"))),
    "citations": _either(_refer("citation"), _list(_refer("citation"))),
    "map": {"type": "object", "propertyNames": _refer("id"), "additionalProperties": _refer("text")},
}
"""The schema of a value by the type of its key, for types whose schema is the same for every key."""


def _value(key: Key) -> Schema:
    """Return the schema of the plain value of a key."""
    if key.type == "choice":
        return {"enum": [*key.choices, *key.words]}
    value = _part_table(key.parts) if key.type == "table" else _SIMPLE[key.type]
    if key.type == "text" and key.most != _SHARED["text"]["maxLength"]:
        value = {"allOf": [value, {"maxLength": key.most}]}
    if key.least is not None:
        value = {**value, "minimum": key.least}
    return _either(value, {"enum": list(key.words)}) if key.words else value


def _part_table(parts: Iterable[Key]) -> Schema:
    parts = tuple(parts)
    return _table({part.name: _described(part, _value(part)) for part in parts}, parts)


def _described(key: Key, schema: Schema) -> Schema:
    """Return a schema with the meaning and an example of its key; draft-07 ignores other keywords beside a `$ref`."""
    kept = {"allOf": [schema]} if "$ref" in schema else schema
    return {"description": key.meaning, "examples": [_example(key)], **kept}


def _example(key: Key) -> Any:
    """Return the example of a key as a value."""
    written = key.example
    if key.claims == "many":
        needed = [f"{part.name} = {part.example}" for part in key.parts if part.required]
        written = f"[{{ {', '.join([f'{key.main} = {key.example}', *needed])} }}]"
    return tomli.loads(f"example = {written}")["example"]


def _attribute(kind: str, key: Key) -> Schema:
    """Return the schema of an attribute: a plain value, a list of claims, or either."""
    if key.claims == "no":
        return _described(key, _value(key))
    parts = claim_parts(kind, key.name)
    claim = _part_table(parts.values())
    if key.claims == "one":
        return _described(key, _either(_value(key), _list(claim)))
    alone = [part.name for part in parts.values() if part.required] == [key.main]
    plain = [_value(parts[key.main])] if alone and key.type in _TEXTUAL else []
    return _described(key, _list(_either(claim, *plain)))


_TEXTUAL = frozenset(("text", "choice", "date", "reference"))
"""The types whose values may be in a list of claims without an inline table."""


def _relation(written: RelationKey) -> Schema:
    """Return the schema of a relation key: an id, a list of ids, or a list of tables."""
    parts = relation_parts(written.relation.name, written.end)
    words = list(written.relation.words)
    target = _either(_refer("new-id"), *([{"enum": words}] if words else []))
    needed = {
        part.name: _example(part) for part in parts.values() if part.required and part.name != written.end
    }
    reads = written.relation.back if written.inverse else written.relation.out
    return {
        "description": f"It {reads} what is named here. {written.relation.meaning}",
        "examples": ["our-board", [{written.end: "our-board", **needed}]],
        "anyOf": [target, _list(_either(target, _part_table(parts.values())))],
    }


@attrs.define
class _Definitions:
    """The definitions of keys, each under one name.

    Attributes:
        named: The definitions by name.
        keys: The name of each attribute's definition.
    """

    named: dict[str, Schema] = attrs.field(factory=lambda: dict(_SHARED))
    keys: dict[Key, str] = attrs.field(factory=dict)

    def attribute(self, kind: Kind, key: Key) -> Schema:
        """Return a reference to the definition of an attribute; a key that several kinds share is named after the first."""
        if key not in self.keys:
            self.keys[key] = f"{'every' if key in COMMON else kind.name}-{key.name}"
            self.named[self.keys[key]] = _attribute(kind.name, key)
        return _refer(self.keys[key])

    def relation(self, name: str, written: RelationKey) -> Schema:
        """Return a reference to the definition of a relation key."""
        self.named[f"relation-{name}"] = _relation(written)
        return _refer(f"relation-{name}")


def json_schema() -> Schema:
    """Return the JSON Schema of a file of a model."""
    definitions = _Definitions()
    tables: Schema = {
        "file": {
            "description": "What holds for every table of the file: the documents where a table names none, what is allowed.",
            **_table(
                {
                    SOURCES.name: _described(SOURCES, _value(SOURCES)),
                    ALLOW.name: {
                        "description": ALLOW.meaning,
                        "examples": [[_example(ALLOW)]],
                        **_list(_part_table(ALLOW.parts)),
                    },
                },
                (),
            ),
        }
    }
    for kind in KINDS.values():
        keys = keys_of(kind.name)
        properties = {name: definitions.attribute(kind, key) for name, key in keys.items()}
        properties |= {name: definitions.relation(name, key) for name, key in relations_of(kind.name).items()}
        tables[kind.name] = {
            "description": kind.meaning,
            **_list({"description": kind.meaning, **_table(properties, keys.values())}),
        }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": TITLE,
        "type": "object",
        "properties": tables,
        "additionalProperties": False,
        "definitions": definitions.named,
    }

"""The parts of the commands' JSON Schemas that several answers share.

The module that writes a record also defines its keys; a test fails if a key is written that the schema lacks.
The schemas are in draft-07, like the schema of the TOML format.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from tiers.model.format import INFERRED, RELATIONS, STATED
from tiers.model.format.details import DISPUTED

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer"}
ANY: Schema = {
    "description": "a value as the model has it: text, number, yes or no, a list or a table of these"
}
BASIS: Schema = {
    "enum": [STATED, INFERRED],
    "description": "whether a document says so, or it is our reading",
}


def refer(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/definitions/{name}"}


DATE, NAMED = refer("date"), refer("named")


def rows(item: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": item}


TEXTS, SOURCES = rows(TEXT), rows(refer("source"))


def maybe(schema: Schema) -> Schema:
    """Return the schema of a value that may be null, which means not recorded or not so."""
    return {"anyOf": [schema, {"type": "null"}]}


def said(schema: Schema, meaning: str) -> Schema:
    """Return a schema with the meaning of its value."""
    if "$ref" in schema:  # draft-07 ignores other keywords beside a reference
        return {"allOf": [schema], "description": meaning}
    return {**schema, "description": meaning}


def record(keys: Mapping[str, Schema], optional: Iterable[str] = ()) -> Schema:
    """Return the schema of an object that always has all keys except the optional ones."""
    left_out = frozenset(optional)
    return {
        "type": "object",
        "properties": dict(keys),
        "required": [key for key in keys if key not in left_out],
    }


def details() -> dict[str, Schema]:
    """Return the keys of a relation other than dates and evidence; the page of the format explains them."""
    parts = {part.name: said(ANY, part.meaning) for kind in RELATIONS.values() for part in kind.parts}
    return {**parts, DISPUTED: said(ANY, "by key, what the documents disagree about")}


STANDING = said(
    record({"state": TEXT, "date": maybe(DATE)}), "how it stands at the date, and since or until when"
)

DEFINITIONS: Mapping[str, Schema] = MappingProxyType(
    {
        "date": said(
            TEXT,
            "a date in EDTF, such as 2022-02-22, 2022, 2021-06~ or 2021-07/2021-12; [2022-04-01,2022-09-01] is one of these days, about which documents disagree",
        ),
        "named": record({"id": TEXT, "name": TEXT}),
        "source": said(
            record({"id": TEXT, "locator": maybe(TEXT), "as_at": maybe(DATE)}),
            "a place in a document, and the day it speaks of",
        ),
    }
)
"""The definitions that every answer can refer to."""

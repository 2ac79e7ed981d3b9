"""JSON Schemas of what the commands write as JSON: the parts that several answers share.

Each answer says the keys of its records in the module that writes them; a test fails where a key is written that the
schema lacks. In draft-07, like the schema of the TOML format.
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
    """Return the schema of what may be null: not recorded, or not so."""
    return {"anyOf": [schema, {"type": "null"}]}


def said(schema: Schema, meaning: str) -> Schema:
    """Return a schema with what its value means."""
    if "$ref" in schema:  # which draft-07 reads alone
        return {"allOf": [schema], "description": meaning}
    return {**schema, "description": meaning}


def record(keys: Mapping[str, Schema], optional: Iterable[str] = ()) -> Schema:
    """Return the schema of an object that has all keys but the optional ones in every case."""
    left_out = frozenset(optional)
    return {
        "type": "object",
        "properties": dict(keys),
        "required": [key for key in keys if key not in left_out],
    }


def details() -> dict[str, Schema]:
    """Return the keys that relations have beside their dates and evidence, which the page of the format explains."""
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
"""What `refer` may name in every answer."""

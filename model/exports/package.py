"""The description of the tables, `datapackage.json`: a Frictionless data package for readers of versions 1 and 2."""

from collections.abc import Iterator, Mapping

from ..facts.graph import Graph
from ..format.keys import NOBODY
from .columns import Table
from .licences import LICENCES
from .tables import TABLES

TITLE = "Functions and decisions of a health and care partnership"
"""The title of a model that has no name of its own."""

_PROFILES = "https://datapackage.org/profiles/2.0"

_DESCRIPTION = (
    "A text that begins like a formula has an apostrophe before it, which is to be taken off:"
    " the first character of every cell that matches ^'[\\s']*[=+\\-@\uff1d\uff0b\uff0d\uff20]."
)


def data_package(graph: Graph) -> dict[str, object]:
    """Return the Frictionless tabular data package that describes the tables of a model."""
    date = f"as the model stood at {graph.at}" if graph.at is not None else "as the model was last known"
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "profile": "tabular-data-package",
        "name": "tiers",
        "title": TITLE,
        "description": f"{_DESCRIPTION} The entities are {date}; the statements are of all times.",
        **{name: each for name, each in _rights(graph) if each},
        "resources": [_resource(table) for table in TABLES],
    }


def _rights(graph: Graph) -> Iterator[tuple[str, list[Mapping[str, str]]]]:
    """Yield the known licences of the documents, then the documents themselves."""
    texts = [str(graph.value(each.id, "licence") or "") for each in graph.entities_of_kind("source")]
    known = dict.fromkeys(text for text in texts if text.casefold() in LICENCES)
    licences = ((text, LICENCES[text.casefold()]) for text in known)
    yield (
        "licenses",
        [
            {
                "name": licence.name,
                "path": licence.address,
                "title": f"{text}, of {texts.count(text)} of the {len(texts)} sources",
            }
            for text, licence in licences
        ],
    )
    yield "sources", [dict(_source(graph, each.id)) for each in graph.entities_of_kind("source")]


def _source(graph: Graph, entity_id: str) -> Iterator[tuple[str, str]]:
    yield "title", graph.name(entity_id)
    for name, attribute in (("path", "url"), ("version", "version")):
        value = graph.value(entity_id, attribute)
        if isinstance(value, str) and value not in NOBODY:
            yield name, value


def _resource(table: Table) -> dict[str, object]:
    """Return the description of one table in the data package."""
    fields = [{"name": each.name, "type": each.type, "description": each.meaning} for each in table.columns]
    schema: dict[str, object] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": fields,
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    foreign = [
        {
            "fields": [each.name],
            "reference": {"resource": _reference_name(table, each.refers_to), "fields": ["id"]},
        }
        for each in table.columns
        if each.refers_to
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "profile": "tabular-data-resource",
        "type": "table",
        "name": table.name,
        "description": table.meaning,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "$schema": f"{_PROFILES}/tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "schema": schema,
    }


def _reference_name(table: Table, name: str) -> str:
    """Return the name of a table in a foreign key; empty for the table itself, as the specification asks."""
    return "" if name == table.name else name

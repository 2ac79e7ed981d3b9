"""`tiers schema`: the JSON Schema of a file of a model, for editors, or of a command's JSON output."""

import argparse

from ...printing.parts.json_schema import Schema
from ...printing.schemas import WRITERS, schema_of
from ...printing.schemas import write as written
from ..asked_paths import named_paths
from ..options import one_of, output_file, refuse_model
from ..output import is_unicode, write
from ..saving import save

USAGE = "tiers schema [OPTIONS]"
MORE = (
    "Taplo, Tombi and Even Better TOML for VS Code read it where the first line of a file of the model is "
    "`#:schema ./tiers.schema.json`. With `--of` it is the schema of what a command writes with `--json`; the number at the end of its "
    "`$id` changes when a key goes or comes to mean something else, and not when one is added."
)
EXAMPLES = ("tiers schema -o tiers.schema.json", "tiers schema > tiers.schema.json", "tiers schema --of show")
NO_DATE = "the schema is the same for every model"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--of",
        metavar="COMMAND",
        type=one_of("--of", WRITERS),
        help=f"the schema of the JSON of a command: {', '.join(WRITERS)}",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=output_file,
        help="the file to write; without it, or with `-`, stdout",
    )


def run(options: argparse.Namespace) -> int:
    refuse_model(options, NO_DATE)
    schema = _schema(options.of)
    if options.output is None:
        write(written(schema, unicode=is_unicode()))
    else:
        save(options.output, written(schema), named_paths(options))
    return 0


def _schema(command: str | None) -> Schema:
    """Return the schema of a command's JSON; without a command that of a file of a model."""
    if command is not None:
        return schema_of(command)
    from tiers.model.reading.schema import json_schema  # noqa: PLC0415 - a command's schema needs no rules of the format

    return json_schema()

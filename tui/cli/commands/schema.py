"""`tiers schema`: the JSON Schema of a file of a model, for editors."""

import argparse

from tiers.model.reading.schema import json_schema

from ...printing.answers.schema import write as written
from ..model import named_paths
from ..options import output_file, refuse_model
from ..output import is_unicode, write
from ..saving import save

USAGE = "tiers schema [OPTIONS]"
MORE = (
    "Taplo, Tombi and Even Better TOML for VS Code read it where the first line of a file of the model is "
    "`#:schema ./tiers.schema.json`."
)
EXAMPLES = ("tiers schema -o tiers.schema.json", "tiers schema > tiers.schema.json")
NO_DATE = "the schema is the same for every model"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=output_file,
        help="the file to write; without it, or with `-`, stdout",
    )


def run(options: argparse.Namespace) -> int:
    refuse_model(options, NO_DATE)
    if options.output is None:
        write(written(json_schema(), unicode=is_unicode()))
    else:
        save(options.output, written(json_schema()), named_paths(options))
    return 0

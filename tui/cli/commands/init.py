"""`tiers init`: starts a model in a directory, with the schema for editors."""

import argparse
import os
from shlex import quote

from tiers.model.reading.files import find_files
from tiers.model.reading.schema import json_schema

from ...printing.parts.whole_files import TakenError, UnwritableError, write_files
from ...printing.schemas import write as schema_text
from ..failure import Failure, say
from ..options import refuse_model

USAGE = "tiers init [OPTIONS] DIR"
MORE = "It writes `model.toml` and `tiers.schema.json` and replaces no file."
EXAMPLES = ("tiers init our-place", "tiers init .")
NO_DATE = "a new model is the same at every date"

_START = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "start.toml")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "directory", metavar="DIR", nargs="?", help="the directory; it is made where it is missing"
    )


def run(options: argparse.Namespace) -> int:
    refuse_model(options, NO_DATE)
    directory = options.directory
    if not directory:
        raise Failure("`tiers init` needs a directory", hint="for example `tiers init our-place`")
    with open(_START, encoding="utf-8") as stream:
        start = stream.read()
    try:
        os.makedirs(directory, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"`{directory}` cannot be written: {reason}") from None
    model = os.path.join(directory, "model.toml")
    other = next((each for each in find_files([directory], []) if each != model), None)
    if other is not None:
        raise Failure(
            f"`{other}` is there already; nothing was written",
            hint="all files below a directory are one model: name a directory without any",
        )
    schema = os.path.join(directory, "tiers.schema.json")
    try:
        write_files([(schema, schema_text(json_schema())), (model, [start])], new=True)
    except TakenError as error:
        raise Failure(
            f"`{error.path}` is there already; nothing was written",
            hint="name another directory; `tiers schema -o` renews a schema alone",
        ) from None
    except UnwritableError as error:
        raise Failure(str(error)) from None
    said = quote(directory)
    say(
        f"a model begins in {quote(model)}; change it, and look:\n"
        f"  tiers check {said}\n"
        f"  tiers --model {said}\n"
    )
    return 0

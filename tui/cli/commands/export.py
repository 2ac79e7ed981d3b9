"""`tiers export`: the whole model in a standard vocabulary, as tables or as one page."""

import argparse
import os
import re
from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.exports.identifiers import BASE

from ...printing.whole import EXPORTS, writer_of
from ..asked_paths import paths_of
from ..failure import Failure, say
from ..model import graph_of
from ..options import choices, one_of, output_file
from ..output import is_unicode, write
from ..saving import save, save_all

USAGE = "tiers export [OPTIONS] VOCABULARY [PATH]"
MORE = "Dates and sources are included."
EXAMPLES = (
    "tiers export tables model-as-csv",
    "tiers export popolo -o partnership.json",
    "tiers export site -o partnership.html",
    "tiers export org --base https://example.org/partnership/",
)

_URI = re.compile(
    r"(?:https?://[\w.:-]+/|urn:[\w-]+:)(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-Fa-f]{2})*(?<=[^\w%])", re.ASCII
)
"""The beginning of a URI to which an id can be appended (RFC 3986, RFC 8141)."""


_HEAVY = 1_500_000
"""The size in bytes from which a message gives the size of a page before it is written."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "vocabulary",
        metavar="VOCABULARY",
        nargs="?",
        type=one_of(
            "VOCABULARY", EXPORTS, "`tables` is CSV; `tiers print --format json` writes a view as JSON"
        ),
        help=choices("the vocabulary to write", EXPORTS),
    )
    parser.add_argument(
        "path",
        metavar="PATH",
        nargs="?",
        type=output_file,
        help="the file to write, for `tables` the directory; without it stdout",
    )
    parser.add_argument("-o", "--output", metavar="PATH", type=output_file, help="another way to give PATH")
    parser.add_argument(
        "--base",
        metavar="URI",
        type=_base,
        help=f"the beginning of every identifier (default: {BASE}); not for `tables` and `site`",
    )


def _base(text: str) -> str:
    """Read `--base`."""
    if _URI.fullmatch(text):
        return text
    if _URI.fullmatch(f"{text}/"):
        hint = f"end it with `/`: `{text}/`"
    elif "#" in text:
        hint = "`#` is needed for the place in a source: end the base with `/`"
    else:
        hint = "it is the beginning of a URI and ends with `/` or `:`, such as `https://example.org/` or `urn:example:`"
    raise Failure(f"`--base` cannot be `{text}`", hint=hint)


def run(options: argparse.Namespace) -> int:
    if options.vocabulary is None:
        listed = ", ".join(f"`{name}`" for name in EXPORTS)
        raise Failure("`tiers export` needs a VOCABULARY", hint=f"it is one of {listed}")
    if options.path is not None and options.output is not None:
        raise Failure("PATH and `--output` both name the file; give one of them")
    path = options.path if options.path is not None else options.output
    if options.vocabulary == "tables":
        _tables(options, path)
        return 0
    if options.vocabulary == "site":
        _refuse_base(options, "whose links lead to the page itself")
    graph = graph_of(options)
    pieces = _pieces(graph, options, unicode=path is not None or is_unicode())
    if options.vocabulary == "site":
        pieces = _weighed(pieces)
    if path is None:
        write(pieces)
    else:
        save(path, pieces, paths_of(options))
    return 0


def _weighed(pieces: Iterator[str]) -> Iterator[str]:
    """Return the pieces of a page; a message gives its size first if it is large."""
    written = list(pieces)
    weight = sum(len(each.encode()) for each in written)
    if weight > _HEAVY:
        say(f"the page will weigh {weight / 1_000_000:,.1f} MB\n")
    return iter(written)


def _refuse_base(options: argparse.Namespace, why: str) -> None:
    if options.base is not None:
        raise Failure(f"`--base` is not for `{options.vocabulary}`, {why}")


def _pieces(graph: Graph, options: argparse.Namespace, *, unicode: bool = True) -> Iterator[str]:
    return writer_of(options.vocabulary)(graph, _base_of(options), unicode=unicode)


def _base_of(options: argparse.Namespace) -> str:
    """Return the base of identifiers; empty for `graphml` without `--base`, which names nodes by their ids."""
    base: str = options.base or ("" if options.vocabulary == "graphml" else BASE)
    return base


def _tables(options: argparse.Namespace, directory: str | None) -> None:
    from ...printing.whole.tables import files  # noqa: PLC0415 - only for tables

    if directory is None:
        raise Failure("`tiers export tables` needs a directory", hint="for example `tiers export tables DIR`")
    _refuse_base(options, "whose identifiers are the ids of the model")
    graph = graph_of(options)
    try:
        os.makedirs(directory, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"`{directory}` cannot be written: {reason}") from None
    written = ((os.path.join(directory, name), pieces) for name, pieces in files(graph))
    save_all(written, paths_of(options))

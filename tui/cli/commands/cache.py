"""`tiers cache`: the data kept of models for a faster start, and how to clear it."""

import argparse

from tiers.model.cache.contents import Contents, clear, contents
from tiers.model.cache.disk.store import location

from ...printing.answers import cache
from ...wording.safe_text import safe, screen_width
from ..failure import Failure
from ..options import add_format
from ..output import is_unicode, write

USAGE = "tiers cache [OPTIONS]"
MORE = (
    "What tiers has read it keeps in `~/.cache/tiers` (or `$XDG_CACHE_HOME/tiers`) and opens at the next start, as long as the files are the same; so are the last answers of commands, which are written again as they are. "
    "Removing it loses nothing: the next start reads the files. With `--model` it is about the models whose files are all in PATH."
)
EXAMPLES = ("tiers cache", "tiers cache --clear", "tiers cache --clear --model our-place")
NO_DATE = "the cache holds whole models, not their state at a date"


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--clear", action="store_true", help="remove what is listed")
    add_format(parser, (("text", "for people"), ("json", "for other programs")))


def run(options: argparse.Namespace) -> int:
    if options.as_of is not None:
        raise Failure(NO_DATE, hint="leave `--as-of` out")
    home = location()
    try:
        found = Contents(()) if home is None else contents(home, options.model)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Failure(f"`{safe(home or '')}` cannot be listed: {reason}") from None
    left = clear(found) if options.clear else []
    if left:
        raise Failure(
            f"{len(left):,} of {len(found.parts):,} files cannot be removed, `{safe(left[0].path)}` first",
            hint="end what uses them, or see who may write there",
        )
    if options.format == "json":
        write(cache.write_json(home, found, cleared=options.clear, unicode=is_unicode()))
    else:
        write(cache.write_text(home, found, screen_width(), cleared=options.clear))
    return 0

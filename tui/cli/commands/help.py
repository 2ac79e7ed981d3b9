"""`tiers help`: the pages for authors of a model that come with tiers; the parser writes the help of a command."""

import argparse
import os

from ...printing.parts.wrapping import fitted
from ...wording.safe_text import screen_width
from ..failure import Failure
from ..options import choices, refuse_model
from ..output import write
from ..table import COMMANDS

USAGE = "tiers help [OPTIONS] [TOPIC]"
MORE = "Without TOPIC it lists the commands."
EXAMPLES = ("tiers help guide", "tiers help model", "tiers help who")
NO_DATE = "the help is the same at every date"

_TOPICS = {
    "guide": "your place in an hour, and a recipe for what you meet: a chair, a vacancy, a joint committee",
    "query": "what can be typed in a search: words, phrases and filters",
    "python": "what a model can be asked in Python, with examples",
    "model": "every kind, key and relation that a model may have, with examples",
}
"""The pages by topic; each is the file of the same name in `docs`."""

_DOCS = os.path.join(os.path.realpath(__file__), *([os.pardir] * 4), "docs")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "topic",
        metavar="TOPIC",
        nargs="?",
        help=choices("what to explain", {**_TOPICS, "COMMAND": "what `tiers COMMAND --help` says"}),
    )


def run(options: argparse.Namespace) -> int:
    refuse_model(options, NO_DATE)
    if options.topic not in _TOPICS:
        from tiers.model.format.text import did_you_mean  # noqa: PLC0415 - only a mistake pays for it

        hint = did_you_mean(options.topic or "", (*_TOPICS, *COMMANDS)) or "`tiers help` lists the commands"
        what = f"there is no help about `{options.topic}`" if options.topic else "the topic is missing"
        raise Failure(what, hint=hint)
    with open(os.path.normpath(os.path.join(_DOCS, f"{options.topic}.md")), encoding="utf-8") as page:
        write(fitted(page, screen_width()))
    return 0

"""The paths of the model that a command is asked about: `--model`, else TIERS_MODEL, else the bundled model."""

import os
from collections.abc import Sequence
from itertools import islice


def paths_in(words: Sequence[str]) -> list[str]:
    """Return the paths given by `--model` among the arguments."""
    named: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            break
        option, equals, value = word.partition("=")
        if option == "--model":
            named += [value] if equals else islice(waiting, 1)
    return named


def paths_of_environment() -> list[str]:
    """Return the paths given by TIERS_MODEL."""
    return [path for path in os.environ.get("TIERS_MODEL", "").split(os.pathsep) if path]

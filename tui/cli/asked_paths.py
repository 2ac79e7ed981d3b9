"""The paths of the model that a command is asked about: those of `--model`, else of TIERS_MODEL, else the bundled model."""

import os
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tiers.model.reading.files import bundled

if TYPE_CHECKING:  # a kept answer needs no parsed options
    import argparse

STANDARD_INPUT = frozenset(("-", "/dev/stdin"))
"""The names of standard input on a command line."""


def named_paths(options: "argparse.Namespace") -> list[str]:
    """Return the paths given by `--model`, else by TIERS_MODEL; empty for the bundled model."""
    if options.model:
        return list(options.model)
    return paths_of_environment()


def paths_of(options: "argparse.Namespace") -> list[str]:
    """Return the given paths of the model, else the path of the bundled model."""
    return named_paths(options) or [bundled()]


def named_in(words: Sequence[str]) -> list[str]:
    """Return what `named_paths` returns, from arguments that are not parsed."""
    named: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            break
        option, equals, value = word.partition("=")
        if option == "--model":
            named += [value] if equals else islice(waiting, 1)
    return named or paths_of_environment()


def paths_of_environment() -> list[str]:
    """Return the paths given by TIERS_MODEL."""
    return [path for path in os.environ.get("TIERS_MODEL", "").split(os.pathsep) if path]

"""The two sides of `tiers diff`: a date, a path or a git revision, each as a graph with its name."""

import argparse
import os

import attrs

from tiers.model import Date, Graph
from tiers.model.format.plain_dates import is_date, read_date, wrong_words

from ..wording.at_date import LAST_KNOWN, NOW, NOW_HINT
from .asked_paths import paths_of
from .failure import Failure
from .model import graph_of, load_model
from .options import say_understood
from .revisions import is_revision, load_revision, load_worktree
from .transcript import note_model

WORKTREE = "worktree"


@attrs.frozen(eq=False)
class Side:
    """One side of `tiers diff`.

    Attributes:
        name: The name shown for it.
        graph: The model, at its date where it has one.
        dated: Whether it is a model at a date, not another version of the model.
        named: Whether it is the model of `--model`, at any date.
    """

    name: str
    graph: Graph
    dated: bool
    named: bool = False


def sides_of(old: str, new: str, options: argparse.Namespace) -> tuple[Side, Side]:
    """Return both sides; for two dates of one model the model is loaded once.

    Raises:
        Failure: A word names no side, or what it names cannot be read.
    """
    one = side_of(old, options)
    return one, side_of(new, options, one.graph if one.named else None)


def side_of(text: str, options: argparse.Namespace, graph: Graph | None = None) -> Side:
    """Return the side for a word: a date, else an existing path, else a git revision; a prefix such as `git:` decides.

    `latest` is the last known state, and `worktree` the uncommitted one.

    Args:
        text: The word.
        options: The options of the command.
        graph: The loaded model for dates; `None` to load it.

    Raises:
        Failure: The word names no side, or what it names cannot be read.
    """
    form, colon, rest = text.partition(":")
    if colon and form == "date":
        return _at_date(rest, options, graph)
    if colon and form == "path":
        return _at_path(rest, options)
    if colon and form == "git":
        return _at_revision(rest, options)
    if text == WORKTREE:
        return _versioned("the uncommitted state", load_worktree(paths_of(options)), options)
    if _is_last_known(text) or is_date(text):
        return _at_date(text, options, graph)
    if os.path.exists(text):
        return _at_path(text, options)
    if is_revision(text, paths_of(options)):
        return _at_revision(text, options)
    raise Failure(
        f"`{text}` is not a date, a path or a git revision",
        hint=NOW_HINT
        if text.casefold() in NOW
        else "put `date:`, `path:` or `git:` before it to say which it is",
    )


def _is_last_known(text: str) -> bool:
    return text.casefold() == LAST_KNOWN


def _read_date(text: str) -> Date:
    try:
        day = read_date(text)
    except ValueError as error:
        raise Failure(wrong_words(text, error)) from None
    say_understood(text, day)
    return day.latest()


def _at_date(text: str, options: argparse.Namespace, graph: Graph | None) -> Side:
    date = None if _is_last_known(text) else _read_date(text)
    if options.as_of is not None:
        raise Failure("`--as-of` cannot be combined with a date as OLD or NEW", hint="leave `--as-of` out")
    graph = graph_of(options) if graph is None else graph
    name = LAST_KNOWN if date is None else date.words()
    return Side(name, graph.as_of(date), dated=True, named=True)


def _at_path(text: str, options: argparse.Namespace) -> Side:
    return _versioned(text, load_model([text]), options)


def _at_revision(text: str, options: argparse.Namespace) -> Side:
    return _versioned(text, load_revision(text, paths_of(options)), options)


def _versioned(name: str, graph: Graph, options: argparse.Namespace) -> Side:
    note_model(None)
    if options.as_of is None:
        return Side(name, graph, dated=False)
    return Side(f"{name} at {options.as_of.words()}", graph.as_of(options.as_of), dated=True)

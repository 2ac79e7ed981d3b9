"""Loads the model of a command, and finds the entity that a person named."""

import argparse
import os
from collections.abc import Sequence

from tiers.model import Graph, Mistake, ModelError, bundled, load

from .failure import Failure


def named_paths(options: argparse.Namespace) -> list[str]:
    """Return the paths given by `--model`, else by TIERS_MODEL; none for the model that comes with tiers."""
    if options.model:
        return list(options.model)
    return [path for path in os.environ.get("TIERS_MODEL", "").split(os.pathsep) if path]


def paths_of(options: argparse.Namespace) -> list[str]:
    """Return the given paths of the model, else the path of the model that comes with tiers."""
    return named_paths(options) or [str(bundled())]


def graph_of(options: argparse.Namespace) -> Graph:
    """Return the model at the date of `--as-of`.

    Raises:
        Failure: It cannot be read, or has mistakes; it bears all of them.
    """
    try:
        graph = load(*paths_of(options))
    except ModelError as error:
        raise wrong_model(error.mistakes) from None
    return graph.as_of(options.as_of)


def wrong_model(mistakes: Sequence[Mistake]) -> Failure:
    """Return the failure that lists every mistake."""
    from ..printing.answers.mistakes import place_of, text  # noqa: PLC0415 - only a mistake pays for it

    if len(mistakes) == 1:
        only = mistakes[0]
        place = place_of(only)
        return Failure(f"{place}: {only.message}" if place else only.message, hint=only.hint)
    details = "".join(text(mistakes))
    return Failure(f"the model has {sum(each.count for each in mistakes):,} mistakes", details=(details,))


def entity_named(graph: Graph, node: str, command: str) -> str:
    """Return the id of the entity that a person named.

    Args:
        graph: The model, at its date.
        node: The id, code or name as typed.
        command: The command, for the hint.

    Raises:
        Failure: It names none, or several.
    """
    from tiers.model.finding.naming import find  # noqa: PLC0415 - a whole view needs no names

    if not node.strip():
        raise Failure(
            "the name of the entity is empty", hint="give the id, the code or the name of an entity"
        )
    found = find(graph, node)
    if len(found.ids) == 1:
        return found.ids[0]
    from shlex import quote  # noqa: PLC0415 - only for what is unclear

    from ..printing.parts.table import HEADINGS, columns, entity_row  # noqa: PLC0415 - only for what is unclear

    listed = found.ids or found.nearest
    table = "".join(columns([HEADINGS, *(entity_row(graph, each) for each in listed)])) if listed else ""
    if found.ids:
        raise Failure(
            f"`{node}` names {len(found.ids)} entities",
            details=(table,),
            hint=f"give the id of one: `tiers {command} {found.ids[0]}`",
        )
    if listed:
        hint = f"the most similar are above; `tiers search {quote(node)}` lists more"
        raise Failure(f"no entity is called `{node}`", details=(table,), hint=hint)
    raise Failure(
        f"no entity is called `{node}`", hint=f"`tiers search {quote(node)}` searches the descriptions too"
    )

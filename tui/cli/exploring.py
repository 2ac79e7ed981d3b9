"""Opens the explorer, and writes the prints that were made in it for after quitting."""

import argparse

from tiers.model import Graph

from ..wording.safe_text import screen_width
from .asked_paths import named_paths, paths_of


def explore(
    options: argparse.Namespace,
    graph: Graph,
    *,
    view: str | None = None,
    node: str | None = None,
    keeps: bool = False,
    tours: bool = False,
) -> int:
    """Explore a model on the terminal; return the exit status.

    Args:
        options: The options of the command.
        graph: The model at its date.
        view: The view to begin with; `None` for the reader's last one, else the first.
        node: The entity to begin at.
        keeps: Whether to continue at the last place, and to keep the place for the next time.
        tours: Whether to begin with the tour.
    """
    from ..app import run  # noqa: PLC0415 - Textual is paid for only once the model is right

    files, model = paths_of(options), named_paths(options)
    status, later = run(graph, view=view, node=node, model=model, files=files, keeps=keeps, tours=tours)
    for subtree, name in later if not status else ():
        from ..printing import FORMATS, TAKES, written  # noqa: PLC0415 - only when something was printed
        from .output import in_colour, is_unicode, write  # noqa: PLC0415 - as above

        width = screen_width() if name in TAKES["--width"] else None
        shown = subtree.but(colour=in_colour(options.color), unicode=is_unicode(FORMATS[name].drawn_with))
        if subtree.width is None:
            shown = shown.but(width=width, whole_words=True)
        write(written(shown, name))
    return status

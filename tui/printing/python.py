"""`tiers.print`: the output of `tiers print` as a text for Python."""

from collections.abc import Iterable

from tiers.model import Graph
from tiers.model.cache.views import forest_of
from tiers.model.finding.naming import find
from tiers.model.views import VIEWS
from tiers.model.views.part import whole_part

from . import FORMATS, Subtree, written
from .tree.fields import FIELDS


def print_view(
    model: Graph,
    node: str | None = None,
    *,
    view: str = "tiers",
    format: str = "text",  # noqa: A002 - as the option is called
    depth: int | None = None,
    fields: Iterable[str] = (),
    sources: bool | None = None,
) -> str:
    """Return a view of a model, or the part of it below one entity, as `tiers print` writes it.

    Args:
        model: The model, at its date.
        node: The entity to begin at, by id, code or name; `None` for the whole view.
        view: The name of the view.
        format: The name of the format, one that is text.
        depth: How many levels below the first to write; `None` for all.
        fields: Attributes to write for each entity.
        sources: Whether to write the sources of each row; `None` for the default of the format.

    Raises:
        ValueError: A view, format or field does not exist, or `node` names no entity, several, or one that
            the view does not show; the message lists those that exist.
    """
    fields = tuple(fields)
    _check("view", [view], VIEWS)
    _check("format", [format], [name for name, each in FORMATS.items() if each.is_text])
    _check("field", fields, FIELDS)
    forest = whole = forest_of(model, VIEWS[view])
    root = -1
    if node is not None:
        found = find(model, node)
        if len(found.ids) != 1:
            said = "names several entities" if found.ids else "names no entity; nearest are"
            raise ValueError(f"{node!r} {said}: {', '.join(found.ids or found.nearest)}")
        root = forest.row_of(found.ids[0])
        if root < 0:
            raise ValueError(f"the view {view!r} does not show {found.ids[0]!r}")
        forest = whole_part(forest, root)
    subtree = Subtree(
        model,
        forest,
        root,
        depth,
        fields=fields,
        sources=FORMATS[format].cites if sources is None else sources,
        view=whole,
    )
    return "".join(written(subtree, format))


def _check(what: str, given: Iterable[str], known: Iterable[str]) -> None:
    for each in given:
        if each not in known:
            raise ValueError(f"there is no {what} {each!r}; there are {', '.join(known)}")

"""Textual's app imported without its command palette, so that it starts sooner: the explorer has a palette of its own.

`textual.app` (8.2) imports its palette whatever is used, and with it an input, lists, a tree, buttons and what they
need: a tenth of the start. While it is imported something stands in for the palette; afterwards the real one can be
imported by whoever wants it.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__all__ = ["App"]

_PALETTE = "textual.command"


class _StandIn(ModuleType):
    """A module that has a class of every name."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def _app() -> Any:
    if "textual.app" not in sys.modules and _PALETTE not in sys.modules:
        sys.modules[_PALETTE] = _StandIn(_PALETTE)
        try:
            from textual.app import App  # noqa: PLC0415 - in the place of the stand-in
        finally:
            del sys.modules[_PALETTE]
        return App
    from textual.app import App  # noqa: PLC0415 - where somebody was first

    return App


if TYPE_CHECKING:
    from textual.app import App
else:
    App = _app()
"""Textual's app."""

"""Imports Textual's app without its command palette for a faster start; the explorer has its own palette.

`textual.app` (8.2) always imports its palette, and with it an input, lists, a tree and buttons: a tenth of the start.
A substitute module takes the place of the palette during the import; afterwards the real one can be imported.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

__all__ = ["App"]

_PALETTE = "textual.command"


class _StandIn(ModuleType):
    """A substitute module that has a class of any name."""

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

"""Who decides what in a health and care partnership: `tiers.load()` returns a model, which answers questions.

    >>> import tiers
    >>> model = tiers.load("our-place")
    >>> model.as_of("2024-06").who("home care").verdict

`docs/python.md`, also `tiers help python`, lists what a model can be asked, with examples.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tiers.model import Model, ModelError, UnknownEntityError, load, parse_date
    from tiers.tui.printing.python import print_view as print  # noqa: A004 - `tiers.print`, as `tiers print`

    __version__: str

__all__ = ["Model", "ModelError", "UnknownEntityError", "load", "parse_date", "print"]

_MODEL = "tiers.model"


def __getattr__(name: str) -> object:
    """Return a name of the package, importing its module; `import tiers` alone imports no module."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - slow to import

        found: object = version("tiers")
    elif name in __all__:
        from importlib import import_module  # noqa: PLC0415 - only what is asked for

        if name == "print":
            found = import_module("tiers.tui.printing.python").print_view
        else:
            found = getattr(import_module(_MODEL), name)
    else:
        message = f"the package `tiers` has no name `{name}`; it has {', '.join(__all__)}, __version__"
        raise AttributeError(message)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__, "__version__"])

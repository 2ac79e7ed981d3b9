"""How much one class may be."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import tiers.model
import tiers.tui

MOST = 40
"""How many methods and properties a class may have."""


def classes() -> Iterator[type]:
    """Yield every class of the product, those inside others too."""
    for package in (tiers.model, tiers.tui):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith(".__main__"):
                yield from classes_of(importlib.import_module(found.name), found.name)


def classes_of(owner: object, module: str) -> Iterator[type]:
    """Yield the classes that a module or a class holds and that were written in that module."""
    for each in vars(owner).values():
        if inspect.isclass(each) and each.__module__ == module:
            yield each
            yield from classes_of(each, module)


def members(kind: type) -> set[str]:
    """Return the methods and properties of a class, over its bases that lie in tiers; dunder names apart."""
    return {
        name
        for base in kind.__mro__
        if base.__module__.split(".")[0] == "tiers"
        for name, value in vars(base).items()
        if not (name.startswith("__") and name.endswith("__"))
        and (inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod))
    }


def test_no_class_has_more_than_one_can_survey() -> None:
    """Forty methods and properties at most, those it inherits within tiers counted with its own."""
    counts = {f"{each.__module__}.{each.__qualname__}": len(members(each)) for each in classes()}
    assert len(counts) > 100, "few classes were found"
    assert {name: count for name, count in counts.items() if count > MOST} == {}


@pytest.mark.parametrize(("own", "inherited"), [(MOST, 0), (1, MOST), (30, 11)])
def test_what_is_inherited_counts(own: int, inherited: int) -> None:
    """A class cut over several bases is as large as it was whole; an overridden method counts once."""
    base = type(
        "Base", (), {"__module__": "tiers.tui", **{f"of_base_{n}": members for n in range(inherited)}}
    )
    again = {"of_base_0": members} if inherited else {}
    whole = type(
        "Whole", (base,), {"__module__": "tiers.tui", **again, **{f"own_{n}": members for n in range(own)}}
    )
    assert len(members(whole)) == own + inherited

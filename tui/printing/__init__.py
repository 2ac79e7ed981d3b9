"""A subtree of a view written out: the formats, each in one file, declared in one table."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from .subtree import Subtree

__all__ = ["FORMATS", "TAKES", "Subtree", "written"]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "a tree drawn with lines",
        "ascii": "the same in ASCII alone",
        "plain": "a line each, indented, in words alone, for screen readers",
        "markdown": "headings and nested lists, for a paper or a wiki",
        "html": "one page that needs nothing else, for reading and for print",
        "json": "nested objects, for other programs",
        "jsonl": "an object a line for each entity, for other programs",
        "csv": "a line for each entity, for spreadsheets",
        "mermaid": "a diagram for wikis that draw Mermaid",
        "dot": "a diagram for Graphviz",
        "svg": "a picture of the chart, on A4 pages",
    }
)
"""Every format by name, with what it is; the module here of the same name has its `write`."""

_READ = ("text", "ascii", "plain", "markdown", "html")

TAKES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "--sources": (*_READ, "json", "jsonl", "csv"),
        "--legend": _READ,
        "--width": ("text", "ascii", "plain"),
    }
)
"""The options that not every format takes, with those that do."""


def written(subtree: Subtree, name: str) -> Iterator[str]:
    """Return the pieces of a subtree in a format, in order; the module of no other format is imported."""
    pieces: Iterator[str] = import_module(f".{name}", __name__).write(subtree)
    return pieces

"""Everything written as text or files; the formats of `tiers print` are declared here, each in one file of `tree/`."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType

from tiers.model.format.unchanging import Unchanging

from .tree.subtree import Subtree

__all__ = ["FORMATS", "TAKES", "Format", "Subtree", "lacking", "too_deep", "written"]


class Format(Unchanging):
    """A format of `tiers print`; the module of the same name in `tree/` has its `write`.

    Attributes:
        name: Its name on the command line.
        meaning: A description in a few words.
        names: How names of entities are escaped in it.
        takes: The options that it supports, of those that not every format supports.
        cites: Whether it is for a paper, and so lists the sources unless they are left out.
        deepest: How many levels of a tree its readers accept; `None` for any number.
        is_text: Whether it is text; other formats are written as Latin-1 characters, one for each byte.
        drawn_with: The characters other than those of a tree that a stream must be able to write; else ASCII
            is used.
    """

    name: str
    meaning: str
    names: str
    takes: tuple[str, ...] = ()
    cites: bool = False
    deepest: int | None = None
    is_text: bool = True
    drawn_with: str = ""

    @property
    def encoding(self) -> str:
        """The encoding of its pieces, unless another one is asked for."""
        return "utf-8" if self.is_text else "latin-1"


_READ = ("--sources", "--legend")
_LINES = (*_READ, "--width")
_DATA = ("--sources",)
_OPTIONS = (*_LINES, "--fit")
_JSON = "exact, with JSON's own escapes"
_NESTED = 450
"""The levels of nested JSON; each is an object in an array. Python's own reader ends at 994 of these, jq at 1,024."""

_TABLE = (
    Format("text", "a tree drawn with lines", "as they are; control characters as `\\u{…}`", _LINES),
    Format("ascii", "the same in ASCII alone", "as in `text`, and all beyond ASCII as `\\u{…}`", _LINES),
    Format("plain", "a line each, indented, in words alone, for screen readers", "as in `text`", _LINES),
    Format("markdown", "headings and nested lists, for a paper or a wiki",
           "as CommonMark, with a backslash before what could be markup", _READ, cites=True),
    Format("html", "one page that needs nothing else, for reading and for print", "with character references",
           _READ, cites=True),
    Format("json", "nested objects, for other programs", _JSON, _DATA, deepest=_NESTED),
    Format("jsonl", "an object a line for each entity, for other programs", _JSON, _DATA),
    Format("csv", "a line for each entity, for spreadsheets",
           "with an apostrophe before what a spreadsheet would compute; see below", _DATA),
    Format("boxes", "boxes and arrows drawn with characters, 80 columns wide unless `--width` says otherwise",
           "as in `text`, in lines", ("--width",), drawn_with="┏┉┃┿╋▼┄┊╭"),
    Format("mermaid", "a diagram for wikis that draw Mermaid", "by number", ("--fit",)),
    Format("dot", "a diagram for Graphviz", "with character references"),
    Format("svg", "a picture of the chart, on A4 pages", "whole in the `title` of each row, in lines in the picture"),
    Format("pdf", "a paper on A4 pages with boxes, tagged for screen readers; needs `tiers[pdf]`", "as real text",
           _READ, cites=True, is_text=False),
)  # fmt: skip

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _TABLE})
"""Every format by name."""

TAKES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {option: tuple(each.name for each in _TABLE if option in each.takes) for option in _OPTIONS}
)
"""The options that not every format supports, each with the formats that do."""


def too_deep(subtree: Subtree, name: str) -> tuple[str, str] | None:
    """Return the reason why a format's readers cannot read a subtree, and a hint; `None` where they can."""
    deepest = FORMATS[name].deepest
    if deepest is None or (levels := subtree.levels()) <= deepest:
        return None
    others = " or ".join(
        f"`--format {each.name}`" for each in _TABLE if each.takes == _DATA and each.deepest is None
    )
    return (
        f"the tree has {levels:,} levels, and programs read at most {deepest} of nested {name.upper()}",
        f"`--depth {deepest - 1}`, or {others}, which have no limit",
    )


def lacking(name: str) -> tuple[str, str] | None:
    """Return the reason why a format cannot be written here, and a hint; `None` where it can."""
    if FORMATS[name].is_text:
        return None
    through = "or write `--format html`, open it in a browser and print it to a PDF"
    try:
        import_module("weasyprint")
    except ImportError:
        return (
            "the library that writes PDF is not installed",
            f"install it with `pip install 'tiers[pdf]'`, {through}",
        )
    except OSError:
        return (
            "WeasyPrint, which writes PDF, does not find Pango, a library of the system",
            f"install Pango (`apt install libpango-1.0-0 libpangoft2-1.0-0`, `brew install pango`), {through}",
        )
    return None


def written(subtree: Subtree, name: str) -> Iterator[str]:
    """Return the pieces of a subtree in a format, in order; imports only the module of that format."""
    pieces: Iterator[str] = import_module(f".tree.{name}", __name__).write(subtree)
    return pieces

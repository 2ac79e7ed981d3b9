"""A format is one file and one line of the table of formats; a careless escape is caught."""

import pytest

from tests.printing.escaping import ACTING, BROKEN
from tiers.tui import printing
from tiers.tui.printing import tree

from .copy_of_tiers import CopyOfTiers, copy

__all__ = ["copy"]

FORMAT = """
from collections.abc import Iterator

from ...wording.safe_text import safe
from .subtree import Subtree


def write(subtree: Subtree) -> Iterator[str]:
    for row, level, _ in subtree.rows():
        yield f"{'*' * (level + 1)} {ESCAPED}\\n"
"""

RAW = "subtree.forest.names[row]"
SAFE = f"safe({RAW})"
HALF = f"safe({RAW}).replace(';', chr(10))"


def with_format(copy: CopyOfTiers, escaped: str) -> CopyOfTiers:
    """Add a format that writes names in a certain way."""
    copy.add(tree, "org_mode.py", FORMAT.replace("ESCAPED", escaped))
    copy.add_line(
        printing,
        '    Format("dot"',
        '    Format("org_mode", "an outline for Emacs", "as they are", ("--sources",)),',
    )
    return copy


def faults(copy: CopyOfTiers) -> list[str]:
    """Return what the tests of escaping, which go through all registered formats, find wrong in each."""
    return copy.script(
        "from tests.printing.escaping import fault_of\n"
        "from tiers.tui.printing import FORMATS\n"
        "for form in FORMATS:\n"
        "    if fault_of(form):\n"
        "        print(form, fault_of(form), sep=': ')\n"
    )


def test_a_format_is_two_files_and_shows_everywhere(copy: CopyOfTiers) -> None:
    """It is printed, stands in the help, in the documentation and among the formats that an option is for."""
    extended = with_format(copy, SAFE)
    assert extended.changed == ["org_mode.py", "__init__.py"]
    assert extended.tiers("print", "--format", "org_mode").startswith("* ")
    assert "  org_mode: an outline for Emacs" in extended.tiers("print", "--help")
    assert "| `org_mode` | an outline for Emacs | as they are |" in extended.documented("formats")
    assert (
        "org_mode"
        in extended.script("from tiers.tui.printing import TAKES\nprint(*TAKES['--sources'])")[0].split()
    )
    assert faults(extended) == []


@pytest.mark.parametrize(("escaped", "fault"), [(RAW, ACTING), (HALF, BROKEN)], ids=["none", "half"])
def test_a_careless_escape_is_caught(copy: CopyOfTiers, escaped: str, fault: str) -> None:
    """The tests that hold for every format find it without being told of the format."""
    assert faults(with_format(copy, escaped)) == [f"org_mode: {fault}"]


def test_a_format_that_nothing_reads_back_is_caught(copy: CopyOfTiers) -> None:
    """Only a parser of its own tells whether a name is taken for markup: without one in the tests they fail."""
    extended = with_format(copy, SAFE)
    (missing,) = extended.script(
        "from tests.printing.test_read_back import READ_BY\n"
        "from tiers.tui.printing import FORMATS\n"
        "print(*(set(FORMATS) - set(READ_BY)))\n"
    )
    assert missing == "org_mode"

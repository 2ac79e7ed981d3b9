"""Rules about hostile names that hold for every format, whatever its own escapes are."""

from tests.printing.hostile import names, subtree_of
from tiers.tui.printing import FORMATS, written
from tiers.tui.wording.safe_text import safe

ACTING = "what a terminal acts on is written raw"
BROKEN = "a name makes lines of its own"


def fault_of(form: str) -> str:
    """Return the fault in how a format writes hostile names; empty if none is found.

    A terminal acts on nothing that is written, and there are as many lines as with names of letters alone.
    """
    if not FORMATS[form].is_text:  # what is drawn is read back by a test of its own
        return ""
    hostile = names(acting=True)
    text = "".join(written(subtree_of(hostile), form))
    if any(safe(line) != line for line in text.split("\n")):
        return ACTING
    seen, tame = (
        "".join(written(subtree_of(each), form))
        for each in (names(60), [f"N{number}" for number in range(60)])
    )
    return "" if form in WRAPPED or seen.count("\n") == tame.count("\n") else BROKEN


WRAPPED = frozenset(("svg", "boxes"))
"""The formats that break a long name into lines, so that its length makes lines."""

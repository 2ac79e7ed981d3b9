"""The words of the last line for the matches of a search, and for a save with mistakes."""

import os
from collections.abc import Sequence

from tiers.model import Mistake

from ..exploring.exploration import Exploration
from ..widgets.shortening import cut
from ..wording.safe_text import safe

_REASON = 40
"""How many cells the reason for a match may take."""


def search_words(exploration: Exploration) -> str:
    """Return the kept query with the number of its matches; empty without one."""
    found = exploration.walk.found
    return "" if found is None else f"/{safe(found.query)}  {match_words(exploration)}"


def broken_words(mistakes: Sequence[Mistake], width: int) -> str:
    """Return the first mistake of a save that is not shown, and the key that lists all of them.

    In too little room the end of the message is cut off: its place is what the author looks for.
    """
    count = sum(each.count for each in mistakes)
    more = f"`!` lists {'it' if count == 1 else f'all {count:,}'}"
    return cut(f"save not shown, {more}: {place_of(mistakes[0])}: {safe(mistakes[0].message)}", width)


def place_of(mistake: Mistake) -> str:
    """Return the name of the file and the line of a mistake, safe to draw."""
    name = os.path.basename(mistake.file)
    return safe(name if mistake.line is None else f"{name}:{mistake.line}")


def match_words(exploration: Exploration, *, why: bool = False) -> str:
    """Return the number of matches and the position of the cursor among them, in words.

    Args:
        exploration: The state of the explorer.
        why: Whether to add the reason for the match at the cursor.
    """
    walk = exploration.walk
    found = walk.found
    if found is None:
        return ""
    if found.meant.wrong:
        return safe(found.meant.wrong)
    count = len(found.rows)
    so_far = " so far" if found.meant.reading else ""
    if not count:
        return "no match so far, still indexing" if so_far else "no match in this view"
    number = found.number(walk.cursor)
    of = (f"{number:,} of {count:,}" if number else f"{count:,} found") + so_far
    if found.meant.matches is not None and found.meant.matches.unknown:
        of += f", without {' '.join(f'`{safe(word)}`' for word in found.meant.matches.unknown)}"
    if found.alike:
        return f"similar: {of}" if so_far else f"no exact match; similar: {of}"
    reason = found.meant.why(walk.forest.ids[walk.cursor] or "") if number and why else ""
    if not reason or reason.startswith("name") or not found.meant.words:
        return of
    return f"{of} · {cut(safe(reason), _REASON)}"

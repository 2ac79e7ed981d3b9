"""The last noun of a name, and whether it is plural: `Provider Boards`, `operational leads`, but not `the Board`."""

import re

_OFF = r"\s*(?:\(.*|,.*|\s(?:of|for|in|with|to|at|on|from|by|which|who|that)\s.*)$"
_IRREGULAR = frozenset(("people", "children", "men", "women", "police", "staff"))
_NOT_PLURAL = r"(?i:ss|us|is|ics|news|series|diabetes|affairs|'s|\u2019s)$"


def reads_plural(name: str) -> bool:
    """Whether the last word of a name before any *of* is a plural noun."""
    last = last_noun(name)
    if last.casefold() in _IRREGULAR:
        return True
    return last.endswith("s") and len(last) > 2 and not re.search(_NOT_PLURAL, last)  # noqa: PLR2004 - the shortest plural


def last_noun(name: str) -> str:
    """Return the last word of a name before any *of*; empty for none."""
    words = re.sub(_OFF, "", name).split()
    return words[-1] if words else ""

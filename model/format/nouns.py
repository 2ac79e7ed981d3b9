"""The last noun of a name, and whether it is a plural: `Provider Boards`, `operational leads`, not `the Board`."""

import re

_OFF = re.compile(r"\s*(?:\(.*|,.*|\s(?:of|for|in|with|to|at|on|from|by|which|who|that)\s.*)$")
_IRREGULAR = frozenset(("people", "children", "men", "women", "police", "staff"))
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ics|news|series|diabetes|affairs|'s|\u2019s)$", re.IGNORECASE)


def reads_plural(name: str) -> bool:
    """Whether the last word of a name before any *of* is a plural noun."""
    last = last_noun(name)
    if last.casefold() in _IRREGULAR:
        return True
    return last.endswith("s") and len(last) > 2 and not _NOT_PLURAL.search(last)  # noqa: PLR2004 - the shortest plural


def last_noun(name: str) -> str:
    """Return the last word of a name before any *of*; empty for none."""
    words = _OFF.sub("", name).split()
    return words[-1] if words else ""

"""The readings of relations in the past tense and as a gerund: `was held by`, `holding the post`."""

from functools import cache

_PAST = {
    "is": "was",
    "has": "had",
    "holds": "held",
    "stands": "stood",
    "feeds": "fed",
}
_BASES = {"is": "be", "has": "have", "was": "be"}
_DOING = {"is": "being", "has": "having"}


def past(reading: str) -> str:
    """Return a reading such as `is held by` in the past tense: `was held by`; one not in the present tense unchanged."""
    verb, space, rest = reading.partition(" ")
    if verb in _PAST:
        return f"{_PAST[verb]}{space}{rest}"
    if not verb.endswith("s") or verb == "was":
        return reading
    stem = verb.removesuffix("s")
    return f"{stem}{'d' if stem.endswith('e') else 'ed'}{space}{rest}"


def intended(reading: str) -> str:
    """Return a reading such as `is part of` for a plan that was dropped: `was to be part of`."""
    return f"was to {_base(reading)}"


def to_come(reading: str) -> str:
    """Return a reading such as `is part of` in the words of a plan: `is to be part of`."""
    return f"is to {_base(reading)}"


def _base(reading: str) -> str:
    verb, space, rest = reading.partition(" ")
    return f"{_BASES.get(verb, verb.removesuffix('s'))}{space}{rest}"


@cache
def doing(reading: str) -> str:
    """Return a reading as a gerund: `holding the post` for `holds the post`; empty for one in the past tense."""
    verb, space, rest = reading.partition(" ")
    if verb in _DOING:
        return f"{_DOING[verb]}{space}{rest}"
    if not verb.endswith("s") or verb == "was":
        return ""
    return f"{verb.removesuffix('s').removesuffix('e')}ing{space}{rest}"

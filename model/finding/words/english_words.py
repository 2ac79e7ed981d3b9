"""English words that are never corrected: `pays` is not read as *plays* or *days*.

The list is SCOWL's, with its licence in `english.txt`.
"""

import os
from functools import cache

_FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "english.txt")
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("r", ""), ("ers", ""), ("rs", ""), ("ness", ""),
)  # fmt: skip
"""Endings, each with the ending that the word in the list has instead."""


def is_english(word: str) -> bool:
    """Return whether a word, as `key` gives it, is an English word of at least four letters."""
    known = _words()
    return word in known or any(
        f"{word[: -len(ending)]}{instead}" in known for ending, instead in _ENDINGS if word.endswith(ending)
    )


@cache
def _words() -> frozenset[str]:
    """Return the words of the list; reading it takes 4 ms, which only a word that is in no name costs."""
    with open(_FILE, encoding="ascii") as stream:
        return frozenset(word for line in stream if not line.startswith("#") for word in line.split())

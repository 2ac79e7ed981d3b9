"""The form in which a word is indexed; plurals and British and American spellings count as the same word."""

import re

from ...format.text import compounds, words_of

_SAME = {"saint": "st", "doctor": "dr", "grey": "gray", "people": "person", "merging": "merger"}
_ENDINGS = (
    ("tre", "ter"),
    ("mme", "m"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ice", "ise"),
    ("gement", "gment"),
)
_SHORT = 3
_DECIMAL = re.compile(r"\.(?<=\d\.)(?=\d)")
_THOUSANDS = re.compile(r",(?<=\d,)(?=\d{3}(?!\d))")
"""Both begin with the sign itself, for which `re` searches at once: a look back at each letter took two thirds of the time."""


def key(folded: str) -> str:
    """Return a folded text as it is indexed, with `s` for `z`, so that both spellings begin with `organis`."""
    return folded.replace("z", "s") if "z" in folded else folded


def keys(text: str) -> list[str]:
    """Return the words of a text as they are indexed."""
    words = words_of(_figures_joined(text))
    return list(map(key, words)) if "z" in text or "Z" in text or not text.isascii() else words


def _figures_joined(text: str) -> str:
    """Return a text with each figure as one word: `465000` for `465,000`, `1point5m` for `1.5m`."""
    if "," in text:
        text = _THOUSANDS.sub("", text)
    return _DECIMAL.sub("point", text) if "." in text else text


def is_figure(word: str) -> bool:
    """Return whether an indexed word is a figure, such as `75000` or `250k`: it means itself and no other."""
    return word[:1].isdigit()


def all_keys(text: str) -> list[str]:
    """Return the words of a text as they are indexed, hyphenated words also joined."""
    words = keys(text)
    if "-" in text or not text.isascii():
        words.extend(map(key, compounds(text)))
    return words


def stem(word: str) -> str:
    """Return the form that a word shares with its plural and its other spelling.

    Args:
        word: One word as `key` gives it.
    """
    word = _SAME.get(word) or _singular(word)
    if "our" in word:
        word = word.replace("our", "or")
    if "ae" in word or "oe" in word:
        word = word.replace("ae", "e").replace("oe", "e")
    if "ll" in word:
        word = word.replace("ll", "l")
    for british, american in _ENDINGS:
        if word.endswith(british) and len(word) > len(british):
            return word[: -len(british)] + american
    return _SAME.get(word, word)


def _singular(word: str) -> str:
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > _SHORT + 1 else word[:-1]
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]

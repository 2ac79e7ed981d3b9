"""Questions in plain words, typed in the palette or as a query: which key answers them, and their topic."""

import re
from collections.abc import Iterable
from functools import partial
from typing import TypeVar

from .key import Key, written

Owner = TypeVar("Owner")

_SMALL = frozenset(
    (
        *("a", "an", "the", "are", "was", "were", "does", "do", "did", "has", "have", "can", "i", "we"),
        *("what", "which", "how", "in", "on", "of", "for", "to", "it", "not", "and", "all", "that"),
    )
)
"""Words of any question, which say nothing about its topic."""

_PAST = "past"
"""A word of the key that shows the model on a day, which a question may name alone."""

_BETWEEN = "between"
"""A word of the key that shows what changed between two dates, which reads `in 2021` otherwise than `since 2021`."""

_IN = "in"
_LEADING = frozenset(("what", "how", "all"))
_SIDES = frozenset(("beside", "versus", "vs", "against"))
"""Words between two that are compared; anywhere else a question begins with its own words."""

_ABOUT = "about"
_WORD = 3
"""The number of letters from which a word counts for a key."""


def asked(keys: Iterable[Key[Owner]], typed: str) -> list[tuple[Key[Owner], str]]:
    """Return the keys that answer a question, each with the topic: that of `what does ICP mean` is `ICP`.

    A question begins with a word of the key, or with `what`, `how` or `all`; the key with most of its words answers
    it. A day alone, or at the end of words that no key answers, is the model on that day.
    """
    words = typed.rstrip("? ").split()
    found = [(each, *_read(each, words)) for each in keys if each.about is not None and len(words) > 1]
    most = max((score for _, score, _ in found), default=-1)
    day = _date_at_end(typed) if most < 0 else ""
    if day:
        return [(each, day) for each in keys if each.about is not None and _PAST in _own_words(each)]
    return [(each, topic) for each, score, topic in found if score == most and score >= 0]


def with_topic(key: Key[Owner], topic: str) -> Key[Owner]:
    """Return a key whose page asks for a topic, with the topic filled in; the key itself without a topic."""
    if key.about is None or not topic:
        return key
    words = f"{topic}: {key.words.partition(';')[0]}"
    return Key(key.keys, partial(key.about, typed=topic), words, key.group)


def key_of_word(keys: Iterable[Key[Owner]], query: str) -> str:
    """Return the key that lists what a query of one word names, such as promises; empty for none."""
    word = query.strip().casefold()
    found = (each for each in keys if each.about is not None and each.hint and word in _own_words(each))
    return next((f"`{written(each.names[0])}` shows {each.hint}" for each in found), "")


def _read(key: Key[Owner], words: list[str]) -> tuple[int, str]:
    """Return how many words of a question the key has, -1 if it does not answer it, and the topic of the question."""
    own = _own_words(key)
    lower = [each.casefold() for each in words]
    meant = [each in own for each in lower]
    small = [each in _SMALL for each in lower]
    first = next((at for at, each in enumerate(small) if not each), 0)
    sides = any(own_word and word in _SIDES for own_word, word in zip(meant, lower, strict=True))
    begins = meant[first] or (lower[0] in _LEADING and any(meant[first:])) or sides
    if not begins:
        return -1, ""
    score = sum(
        each and len(word) >= _WORD for each, word, few in zip(meant, lower, small, strict=True) if not few
    )
    if _ABOUT in lower:
        return score, " ".join(words[lower.index(_ABOUT) + 1 :])
    start, end = 0, len(words)
    while start < end and (meant[start] or small[start] or lower[start] == "is"):
        start += 1
    while end > start and (meant[end - 1] or small[end - 1]):
        end -= 1
    topic = " ".join(words[start:end])
    if start and lower[start - 1] == _IN and _BETWEEN in own and _date_at_end(topic) == topic != "":
        topic = f"{_IN} {topic}"
    return score, topic


def _date_at_end(text: str) -> str:
    """Return the date at the end of a question, as it is written; empty where there is none."""
    from tiers.model.format.plain_dates import date_at_end  # noqa: PLC0415 - paid for when a question may end in a date

    return date_at_end(text)


def _own_words(key: Key[Owner]) -> frozenset[str]:
    """Return the words of a key, without those that every question has."""
    return (
        frozenset(re.findall(r"\w+", f"{key.words.partition(';')[0]} {key.called}".casefold()))
        - _SMALL
        - {_ABOUT}
    )

"""Messages about query words that a model does not have, for the command line and the explorer."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tiers.model.finding.query import QueryError

from .safe_text import safe

if TYPE_CHECKING:
    from tiers.model.finding.index import Index

_QUOTELESS = re.compile(r'^([a-z-]+:)([^\s":]+(?: +[^\s":]+)+)$')
"""A filter whose value has several words without quotes; the words after the first are then searched for everywhere."""


_MARKED = {
    word: said
    for words, said in (
        ("disputed disagreement disagreements disagree conflict conflicts", "has:disagreement"),
        ("planned", "status:planned"),
        ("ended", "status:ended"),
        ("gap gaps missing", "has:gap"),
        ("question questions unanswered", "has:question"),
    )
    for word in words.split()
}
"""The filters for words with which the screen marks entities, and which no document needs to have."""


def unknown_words(words: Sequence[str]) -> str:
    """Return the sentence that names the words of a query that a model does not have.

    A word with which the screen marks entities, such as `disagree`, is answered by the filter that finds them.

    Args:
        words: The words, as they were typed.
    """
    said = f"no document in this model has {_quoted(words)}; this is the answer for the other words"
    filters = dict.fromkeys(_MARKED[word] for each in words if (word := each.casefold()) in _MARKED)
    return "; ".join((said, *(f"`{each}` finds what is marked so" for each in filters)))


def misread_words(typed: str, read: str) -> str:
    """Return the question whether the reader meant the spelling that was read; empty if nothing was mistyped.

    Args:
        typed: The topic as typed.
        read: The topic as it was read.
    """
    if typed == read:
        return ""
    words, as_read = typed.split(), read.split()
    wrong = [word for word, other in zip(words, as_read, strict=False) if word != other]
    named = _quoted(wrong if len(words) == len(as_read) else [typed])
    return (
        f"no document in this model mentions {named}; did you mean `{safe(read)}`? This is the answer for it"
    )


def nothing_found(index: "Index", query: str, where: str = "") -> str:
    """Return the message for a query without results: a word is unknown, no entity has all of them, or neither.

    Args:
        index: The search index of the model at its date.
        query: The query, as it was typed.
        where: The place and date of the search in words, with a leading space; empty for the whole model.
    """
    if index.matches(query).unknown:
        return f"no document in this model mentions `{query}`{where}"
    if _all_known(index, query):
        return f"nothing in this model has all of `{query}`{where}"
    return f"nothing matches `{query}`{where}"


def nearest_words(index: "Index", query: str) -> str:
    """Return the hint for a query without results: its words apart, else words nearest in meaning, else in spelling.

    Args:
        index: The search index of the model at its date.
        query: The query, as it was typed.
    """
    quoted = _QUOTELESS.sub(r'\1"\2"', query.strip())
    if quoted != query.strip() and _finds(index, quoted):
        return f"a name of several words stands in quotes: `{quoted}`"
    if query.strip().casefold() in _MARKED:
        return f"`{_MARKED[query.strip().casefold()]}` finds what is marked so"
    if _all_known(index, query):
        apart = ", ".join(f"`{word}` finds {name}" for word, name in index.apart(query))
        return f"taken apart, {apart}"
    related = index.related(query)
    named = ", ".join(f"`{word}`" for word in related or index.nearest(query))
    return f"{'nearest in meaning' if related else 'similar words'}: {named}" if named else ""


def _finds(index: "Index", query: str) -> bool:
    """Whether a query finds an entity; a query with a filter that does not allow its value, such as `kind:zzz`, finds none."""
    try:
        return bool(index.matches(query).ranks)
    except QueryError:
        return False


def _all_known(index: "Index", query: str) -> bool:
    """Whether a query has several words and the model has each of them."""
    return not index.matches(query).unknown and len(index.apart(query)) > 1


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"`{safe(word)}`" for word in words)

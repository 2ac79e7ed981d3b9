"""What is said of query words that a model does not have, by `tiers search` and `tiers who`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..wording.safe_text import safe

if TYPE_CHECKING:
    from tiers.model.finding.index import Index


def unknown_words(words: Sequence[str]) -> str:
    """Return the line for stderr that names the words of a query that a model does not have.

    Args:
        words: The words, as they were typed.
    """
    named = ", ".join(f"`{safe(word)}`" for word in words)
    return f"no document in this model has {named}; this is the answer for the other words\n"


def nearest_words(index: "Index", query: str) -> str:
    """Return the hint for a query that finds nothing: its words apart, else what is nearest in meaning, else in spelling.

    Args:
        index: The search index of the model at its date.
        query: The query, as it was typed.
    """
    apart = [] if index.matches(query).unknown else index.apart(query)
    if len(apart) > 1:
        return f"no one thing has all of the words; {', '.join(f'`{word}` finds {name}' for word, name in apart)}"
    related = index.related(query)
    named = ", ".join(f"`{word}`" for word in related or index.nearest(query))
    return f"{'nearest in meaning' if related else 'similar words'}: {named}" if named else ""


def nothing_found(words: Sequence[str], query: str) -> str:
    """Return the message for a query that finds nothing: that the model has no such topic, where it has no such words.

    Args:
        words: Its words that the model does not have.
        query: The query, as it was typed.
    """
    return f"no document in this model mentions `{query}`" if words else f"nothing matches `{query}`"

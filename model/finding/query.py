"""Parses a search query: words, `"phrases"`, `-exclusions` and `filter:values`."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import attrs

from ..format.text import did_you_mean

# fmt: off
FILLERS = frozenset((
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "being", "between", "by", "can", "could",
    "did", "do", "does", "for", "from", "get", "gets", "had", "has", "have", "having", "he", "her", "his",
    "how", "i", "if", "in", "into", "is", "it", "its", "list", "lists", "me", "my", "of", "on", "or", "our", "out",
    "please", "say", "shall", "she", "should", "show", "sit", "sits", "sitting", "tell", "that", "the",
    "their", "them", "there", "these", "they", "this", "to", "under", "up", "us", "was", "we", "were",
    "what", "whats", "when", "where", "which", "who", "whom", "whos", "whose", "why", "will", "with",
    "would", "you", "your",
))
"""Filler words, folded, which are left out of a query as long as another word is left."""

ASKING = frozenset((
    "belong", "belongs", "charge", "come", "comes", "deal", "deals", "decide", "decided", "decides",
    "deciding", "explain", "find", "give", "given", "gives", "go", "goes", "hand", "happen", "happened",
    "happening", "happens", "have", "involved", "know", "leads", "look", "looks", "make", "makes", "mean",
    "means", "meant", "need", "needs", "responsibility", "responsible", "run", "running", "runs", "see",
    "stand", "stands", "take", "takes", "talk", "work", "working", "works",
))
"""Further words that are left out of a question."""


FILTERS: Mapping[str, str] = MappingProxyType(
    {
        "kind": "a kind of entity, such as `workstream`",
        "tier": "a tier, such as `place`",
        "in": "what it belongs to, by id, code or name",
        "status": "how it stands, such as `planned` or `ended`",
        "source": "a source that it cites, by id or short name",
        "member": "who is a member of it, itself or through another, by id, code, name or a word of the name",
        "has": "what the model has about it, such as `gap` or `disagreement`",
        "as-of": "a date at which it is shown",
    }
)
"""The filters of a query, each with the values that it takes."""

MOST = 64
"""How many words and filters a query may have."""

_PIECE = re.compile(r'(-?)(?:([A-Za-z]+(?:-[A-Za-z]+)*):)?(?:"([^"]*)"?|(\S*))')
_QUESTION = frozenset((
    "are", "can", "did", "do", "does", "find", "has", "have", "how", "is", "list", "show", "tell", "was", "were", "what",
    "when", "where", "which", "who", "whom", "whose", "why",
))  # fmt: skip


_SPEECH = frozenset(("about", "at", "on", "with"))
"""Words that show that a query is written as people speak."""

_SAID = 3
"""The number of words from which a query counts as written that way."""


class QueryError(ValueError):
    """Raised for a query with a filter or a value that does not exist.

    Attributes:
        message: What is wrong.
        hint: What is allowed.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = message
        self.hint = hint
        super().__init__(f"{message} (hint: {hint})" if hint else message)


@attrs.frozen
class Filter:
    """One filter of a query, such as `kind:body`.

    Attributes:
        name: One of `FILTERS`.
        value: The value as written.
        excluded: Whether it is preceded by a minus, so that matching entities are left out.
    """

    name: str
    value: str
    excluded: bool = False

    def __str__(self) -> str:
        value = f'"{self.value}"' if " " in self.value else self.value
        return f"{'-' if self.excluded else ''}{self.name}:{value}"


@attrs.frozen
class Query:
    """A parsed query.

    Attributes:
        text: The words and phrases as written, without filters and exclusions.
        words: The single words as written.
        phrases: The phrases, whose words must follow one another in this order.
        excluded: Words and phrases that a hit must not have.
        filters: The filters, all of which must match.
        unfinished: Whether the reader may still be typing the last word.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    unfinished: bool = False

    @property
    def question(self) -> bool:
        """Whether the query is, or is worded like, a question: `who is on the harrow board`, `councillors on the board`."""
        said = [each.casefold() for each in self.words]
        asks = bool(said) and (said[0] in _QUESTION or self.text.rstrip().endswith("?"))
        return asks or (len(said) >= _SAID and not _SPEECH.isdisjoint(said[1:-1]))


def query_of(arguments: Iterable[str]) -> str:
    """Return the query from the arguments of a command line.

    An argument with a space is a phrase, unless it is the only one: `tiers search "harrow board"` is the
    query `harrow board`.
    """
    given = list(arguments)
    if len(given) == 1:
        return given[0]
    return " ".join(_quoted(each) for each in given)


def _quoted(argument: str) -> str:
    if not any(char.isspace() for char in argument) or '"' in argument:
        return argument
    name, colon, value = argument.partition(":")
    if colon and name.lstrip("-").casefold() in FILTERS:
        return f'{name}:"{value}"'
    return f'-"{argument[1:]}"' if argument.startswith("-") else f'"{argument}"'


def parse_query(text: str) -> Query:
    """Return a query parsed into words, phrases, exclusions and filters.

    `"two words"` is a phrase; `-word` after the first piece excludes; `name:value` is a filter.

    Raises:
        QueryError: A filter has no such name, or no value; or there are too many words.
    """
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    filters: list[Filter] = []
    kept: list[str] = []
    pieces = [match for match in _PIECE.finditer(text) if match[0]]
    if len(pieces) > MOST:
        raise QueryError(f"a query has at most {MOST} words, this one has {len(pieces)}")
    for number, match in enumerate(pieces):
        minus, name, phrase, word = match.groups()
        left_out = bool(minus) and number > 0
        value = word if phrase is None else phrase
        if name is not None and _means_filter(name, value):
            filters.append(_filter(name, value, excluded=left_out))
        elif left_out:
            excluded.extend([value] if value else [])
        elif phrase is not None:
            phrases.append(phrase)
            kept.append(phrase)
        else:
            words.append(match[0])
            kept.append(match[0])
    unfinished = bool(words) and not text[-1:].isspace() and text.endswith(words[-1])
    return Query(" ".join(kept), tuple(words), tuple(phrases), tuple(excluded), tuple(filters), unfinished)


def _means_filter(name: str, value: str) -> bool:
    """Return whether `name:value` is meant as a filter; `https://...` and `ICP:` are words."""
    return name.casefold() in FILTERS or not (value == "" or value.startswith("//"))


def _filter(name: str, value: str, *, excluded: bool) -> Filter:
    folded = name.casefold()
    if folded not in FILTERS:
        meant = did_you_mean(f"{folded}:", [f"{each}:" for each in FILTERS])
        allowed = ", ".join(f"`{each}:`" for each in FILTERS)
        raise QueryError(f"there is no filter `{name}:`", f"{meant} the filters are {allowed}".strip())
    if not value.strip():
        raise QueryError(f"`{folded}:` wants {FILTERS[folded]}")
    return Filter(folded, value, excluded)

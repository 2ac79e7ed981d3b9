"""Text folding (without case, accents and punctuation), `did you mean` for a misspelt word, web addresses."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence


def nearest(word: str, words: Iterable[str], *, limit: int = 1, cutoff: float = 60.0) -> list[str]:
    """Return the words most similar to a misspelt one, best first.

    Args:
        word: The misspelt word.
        words: The words to compare with.
        limit: How many to return at most.
        cutoff: The least similarity, from 0 to 100.
    """
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only a mistake pays for it

    joint = next((each for each in "-_" if each in word and " " not in word), "")
    found = process.extract(
        word,
        sorted(set(words)),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        limit=_LOOKED_AT + limit if joint else limit,
        score_cutoff=cutoff,
    )
    matches = [match for match, _, _ in found]
    if joint:
        matches = [
            each for each in matches if joint not in each or _own_words_alike(word, each, joint, fuzz.ratio)
        ]
    return matches[:limit]


_LOOKED_AT = 20
"""How many more of the most similar words are examined when some are left out."""

_OWN_WORDS = 70.0
"""The least similarity of the words that only one of two ids or keys has."""


def _own_words_alike(one: str, other: str, joint: str, ratio: Callable[[str, str], float]) -> bool:
    """Return whether joined words differ by spelling or one more word only.

    `place-board` is not `place-director`, and `replaced_by` is not `delegated_by`: taken for it, the hint
    would have an author write what no document says.
    """
    words, others = one.split(joint), other.split(joint)
    own = [each for each in words if each not in others]
    theirs = [each for each in others if each not in words]
    return not own or not theirs or ratio(joint.join(own), joint.join(theirs)) >= _OWN_WORDS


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return the hint "did you mean ...?" with the nearest word; empty when none is near."""
    found = nearest(word, words)
    return f"did you mean `{found[0]}`?" if found else ""


_WEB = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Return whether a text is a web address: with `http` or `https`, a host, and no user name."""
    return _WEB.fullmatch(text) is not None


_IN_WORDS = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))  # noqa: PLR2004 - ASCII
"""What each byte becomes when a text is folded: a letter or digit of ASCII in lower case, anything else a space."""

_WORDS = re.compile(r"[^\W_]+")
_COMPOUNDS = re.compile(r"(?<![^\W_])[^\W_]++(?:[-\u2010\u2011][^\W_]++)+")
"""Hyphenated words.

The pattern begins only at the beginning of a word and never backtracks; otherwise one long word would be
tried from each of its letters, and 20,000 letters would take 41 seconds.
"""
_DROPPED = {ord(char): None for char in "'\u2018\u2019\u02bc\u00ad\u200b\u200c\u200d\u2060\ufeff"}
"""Apostrophes, and invisible characters such as soft hyphens and zero-width spaces."""

_MARKED = re.compile(rf"[\0-\x7f\u0300-\u0344\u0346-\u034e\u0350-\u036f{''.join(map(chr, _DROPPED))}]*")
"""Matches a text that has only ASCII, combining accents, and characters that folding drops."""

_UNMARKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
"""Letters with a stroke, and ligatures, which Unicode normalisation does not decompose."""

OPENINGS = ("nhs ", "the ")
"""The beginnings of a folded name that people add or leave out."""

SMALL_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
"""Words that do not count in initials."""


def fold(text: str) -> str:
    """Return a folded text for comparison: lower-case words with one space between them.

    Case, accents and punctuation are dropped, `&` reads `and`, a hyphen separates, an apostrophe joins.
    """
    return " ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """Return the folded words of a text; see `fold`."""
    if text.isascii():  # a shortcut for nearly all names, in a tenth of the time of the general way below
        if "'" in text:
            text = text.replace("'", "")
        if "&" in text:
            text = text.replace("&", " and ")
        return text.encode().translate(_IN_WORDS).decode().split()
    plain = unicodedata.normalize("NFKD", text.casefold())
    if _MARKED.fullmatch(plain):  # a shortcut for names with accents or a curly apostrophe
        return words_of(plain.encode("ascii", "ignore").decode())
    return _WORDS.findall(_unmark(text).replace("&", " and "))


_LINES = bytes(10 if code == 10 else letter for code, letter in enumerate(_IN_WORDS))  # noqa: PLR2004 - the end of a line
"""As `_IN_WORDS`, but the end of a line stays the end of a line, so that many texts can be translated at once."""


def folded_lines(texts: Sequence[str]) -> list[bytes]:
    """Return many one-line texts folded as `fold` does, each as bytes; folding them together takes a fifth of the time."""
    whole = "\n".join(texts)
    apart = [] if whole.isascii() else [number for number, each in enumerate(texts) if not each.isascii()]
    if apart:
        plain = list(texts)
        for number in apart:
            plain[number] = ""
        whole = "\n".join(plain)
    if "'" in whole:
        whole = whole.replace("'", "")
    if "&" in whole:
        whole = whole.replace("&", " and ")
    data = whole.encode().translate(_LINES)
    while b"  " in data:
        data = data.replace(b"  ", b" ")
    lines = list(map(bytes.strip, data.split(b"\n")))
    if len(lines) != len(texts):  # there are none, or one has several lines
        return [fold(each).encode("utf-8", "surrogatepass") for each in texts]
    for number in apart:
        lines[number] = fold(texts[number]).encode("utf-8", "surrogatepass")
    return lines


def _unmark(text: str) -> str:
    """Return a text in lower case without accents, strokes, ligatures and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_DROPPED).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return plain.translate(_UNMARKED)


def compounds(text: str) -> list[str]:
    """Return the hyphenated words of a text, folded and joined: `selfcare` for `Self-care`."""
    if not text.isascii():
        text = _unmark(text)
    elif "-" not in text:
        return []
    return [fold(found).replace(" ", "") for found in _COMPOUNDS.findall(text)]


def initials(folded: str) -> str:
    """Return the initials of a folded text, without small words: `hhce` for `harrow health and care executive`."""
    return "".join([word[0] for word in folded.split() if word not in SMALL_WORDS])

"""Converts names in capitals, as in the official lists, to the usual mixed case."""

import re

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
"""A word with its apostrophes: `QUEEN'S`, `O'CONNELL`, `4TH`."""

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "for",
        "in",
        "le",
        "of",
        "on",
        "or",
        "sub",
        "the",
        "to",
        "under",
        "upon",
        "with",
    ]
)
"""Words that begin with a small letter unless they are the first of a name."""

_CAPITALS = frozenset(
    [
        "PCN",
        "NHS",
        "GP",
        "CCG",
        "ICB",
        "ICS",
        "STP",
        "PMS",
        "APMS",
        "GMS",
        "LLP",
        "CIC",
        "UK",
        "HMP",
        "RAF",
        "UEA",
        "AA",
        "AC",
        "AP",
        "DMC",
        "IA",
        "JA",
        "NEL",
        "PCC",
        "PHGH",
        "SA",
        "SAS",
        "UHPC",
        "XX",
    ]
)
"""Abbreviations that stay in capitals although they have vowels or are long."""

_SHORTENED = frozenset(
    [
        "BLVD",
        "CNT",
        "CNTR",
        "CT",
        "CTR",
        "CTRS",
        "DR",
        "DRS",
        "FT",
        "GRP",
        "GT",
        "HLTH",
        "HTH",
        "JR",
        "LN",
        "LTD",
        "MR",
        "MRS",
        "MS",
        "MT",
        "NG",
        "NR",
        "NTH",
        "PK",
        "PRT",
        "PTNR",
        "PTRS",
        "RD",
        "RDS",
        "SMT",
        "SQ",
        "SR",
        "SRV",
        "ST",
        "STH",
    ]
)
"""Shortened words, titles and names without vowels that are not abbreviations."""

_PLURAL = {"GPS": "GPs", "PCNS": "PCNs"}

_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH)")
_VOWELS = frozenset("AEIOUY")
_LONGEST = 4
"""The largest length of a word without vowels that is taken for an abbreviation: `BHF`, `KWH`."""

_INITIALS = re.compile(r"\((?:DR )?([A-Z]{1,3}) [A-Z]{2,}")
"""Initials before a surname in brackets: `(ID PATCHETT)`."""

_NO_INITIALS = frozenset(
    [
        "THE",
        "DR",
        "ST",
        "OLD",
        "NEW",
        "MID",
        "ONE",
        "TWO",
        "SIX",
        "OAK",
        "ELM",
        "ASH",
        "RED",
        "FAR",
        "LOW",
        "TOP",
    ]
)
_MC = re.compile(r"MC[A-Z]{3,}")


def name_for_reading(name: str) -> str:
    """Return a name in capitals as people write it; one that has small letters already is returned unchanged.

    Only capitals and small letters are changed.
    """
    small = sum(map(str.islower, name))
    if 2 * small > sum(map(str.isupper, name)):
        return name
    initials = {each.start(1) for each in _INITIALS.finditer(name) if each[1] not in _NO_INITIALS}
    pieces: list[str] = []
    done = 0
    for word in _WORD.finditer(name):
        start, end = word.span()
        between = name[done:start]
        pieces.append(between)
        begins = not done or between.rstrip(" ")[-1:] in {"(", "/", ":"} or between in {" - ", ". - "}
        pieces.append(word[0] if start in initials else _word(word[0], begins=begins))
        done = end
    return "".join((*pieces, name[done:]))


def _word(word: str, *, begins: bool) -> str:
    """Return one word; `begins` says whether it is the first of a name or of a part in brackets."""
    if not word.isupper() or len(word) == 1:
        return word
    if word in _CAPITALS:
        return word
    if word in _PLURAL:
        return _PLURAL[word]
    if word.lower() in _SMALL:
        return word.capitalize() if begins else word.lower()
    if any(map(str.isdigit, word)):
        if _ORDINAL.fullmatch(word):
            return word.lower()
        letters = sum(map(str.isalpha, word))
        return word if letters < _LONGEST else _capitalised(word)
    if len(word) <= _LONGEST and _VOWELS.isdisjoint(word) and word not in _SHORTENED:
        return word
    return _capitalised(word)


def _capitalised(word: str) -> str:
    """Return a word with a capital, and another one after `Mc` or `O'`."""
    first, apostrophe, rest = word.replace("\u2019", "'").partition("'")
    if apostrophe and first in {"O", "D"} and len(rest) > 1:
        return f"{first}{word[1]}{rest.capitalize()}"
    if _MC.match(first):
        return f"Mc{word[2:].capitalize()}"
    return word.capitalize()

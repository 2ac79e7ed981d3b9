"""Distinguishes names of people from titles of offices in a cell that may hold either; some texts are unsure."""

import re

from ..format.text import fold
from .cells import capacity_in
from .names import COURTESY

NAME, TITLE, UNSURE = "name", "title", "unsure"

_OFFICES = frozenset(
    (
        *(
            "accountant",
            "administrator",
            "adviser",
            "advisor",
            "ceo",
            "cfo",
            "chair",
            "chancellor",
            "chief",
            "clerk",
        ),
        *(
            "commissioner",
            "coo",
            "coordinator",
            "dean",
            "director",
            "executive",
            "governor",
            "head",
            "lead",
            "leader",
        ),
        *(
            "manager",
            "mayor",
            "midwife",
            "nurse",
            "officer",
            "pharmacist",
            "practitioner",
            "president",
            "principal",
        ),
        *(
            "psychologist",
            "registrar",
            "secretary",
            "solicitor",
            "surgeon",
            "therapist",
            "treasurer",
            "trustee",
            "warden",
        ),
    )
)
"""Words at least one of which is in nearly every title of an office."""

_SURNAMES = frozenset(
    ("chancellor", "clerk", "dean", "governor", "head", "lead", "leader", "mayor", "nurse", "warden")
)
"""Words of titles that are also surnames: with one word before them they may be either."""

_LINKS = frozenset(("and", "at", "for", "in", "of", "the", "to"))
"""Small words that occur in titles but not in names."""

_NO_NAMES = frozenset(
    (
        *(
            "alliance",
            "any",
            "association",
            "authority",
            "board",
            "borough",
            "care",
            "clinical",
            "committee",
            "community",
        ),
        *(
            "council",
            "department",
            "deputy",
            "director",
            "directorate",
            "either",
            "federation",
            "finance",
            "forum",
        ),
        *(
            "foundation",
            "gp",
            "group",
            "health",
            "healthwatch",
            "hospital",
            "icb",
            "interim",
            "medical",
            "member",
            "named",
        ),
        *(
            "network",
            "nhs",
            "nursing",
            "office",
            "operations",
            "other",
            "partnership",
            "place",
            "primary",
            "public",
            "rep",
        ),
        *(
            "representative",
            "senior",
            "service",
            "services",
            "social",
            "staff",
            "strategy",
            "substitute",
            "team",
            "trust",
        ),
    )
)
"""Words that do not occur in names of people."""

_PARTICLES = frozenset(
    (
        "al",
        "ap",
        "bin",
        "d",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "du",
        "el",
        "la",
        "le",
        "ten",
        "van",
        "von",
    )
)
"""Words of names that may begin with a small letter."""

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")  # noqa: RUF001 - as names are written
_MOST_WORDS = 5


def name_or_title(text: str) -> str:
    """Return whether a text is the name of a person, the title of an office, or unsure.

    A title has a word such as director, officer or manager. A name has Dr, Cllr or the like before it, or
    consists of two to five words with capital letters, none of which is a word of offices and organisations.
    """
    words = fold(text).split()
    courtesy = bool(words) and words[0] in COURTESY
    if _OFFICES.intersection(words):
        short = len(words) == 2 and words[1] in _SURNAMES and words[0] not in _NO_NAMES  # noqa: PLR2004 - Ann Head
        return UNSURE if courtesy or short else TITLE
    if _LINKS.intersection(words) or _NO_NAMES.intersection(words):
        return UNSURE
    written = text.split()
    like_a_name = all(
        _WORD.fullmatch(each) and (not each[0].islower() or each in _PARTICLES) for each in written
    )
    if not like_a_name:
        return UNSURE
    return NAME if len(words) > 1 and (courtesy or len(written) <= _MOST_WORDS) else UNSURE


def is_office(role: str) -> bool:
    """Whether a role is the title of one office, such as a director's, and not a capacity on a body."""
    return capacity_in(role) is None and name_or_title(role) == TITLE

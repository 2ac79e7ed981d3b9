"""The noun for what each type of gap says is missing, for one line that lists all that is missing of a body."""

from collections.abc import Mapping
from types import MappingProxyType

from . import HEADINGS, details, values

NAMED: Mapping[str, str] = MappingProxyType(
    {
        "delegation-extent": "extent of delegation",
        "delegation-limit": "who decides above the limit",
        "delegation-function": "what is delegated",
        "delegation-legal-basis": "legal basis of delegation",
        "delegation-accountable": "who stays accountable",
        "delegation-giver": "who delegates",
        "body-members": "members",
        "body-chair": "chair",
        "workstream-lead": "lead",
        "workstream-accountable": "accountable body",
        "post-holder": "holder",
        "responsible-for-unknown": "who is responsible",
        "function-role": "another role",
        "member-without-layer": "place of a member in the decision making",
        "layer-without-membership": "membership",
        "participant-lacking": "participant of its type",
        "possibly-same": "whether it is one with another",
        "function-decider": "who decides",
        "accountable-to-unknown": "to whom it answers",
        "post-in-unknown": "organisation of the post",
        "provides-unknown": "provider",
        "commits-unknown": "who is to do it",
        "made-by-unknown": "who made it",
        "stands-for-unknown": "whom it stands for",
        "covers-unknown": "area it serves",
        "no-source": "source",
        "not-documented-since": "later document",
    }
)
"""The noun by code; nouns of attributes and details come from their definition, others are the heading."""

_ASKED = {**values.asked(), **details.asked()}

ASKED = ("open-question", "disagreement")
"""The types of gap that are questions or disagreements; they are listed one by one, before the missing facts."""


def missing(code: str) -> str:
    """Return the noun for what a gap of a type says is missing."""
    if code in NAMED:
        return NAMED[code]
    if code in _ASKED:
        return _ASKED[code][1]
    heading = HEADINGS[code]
    return f"{heading[:1].lower()}{heading[1:]}"

"""What each sort of gap says is missing, as a noun: for one line that tells all that is missing of one body."""

from collections.abc import Mapping
from types import MappingProxyType

from . import SORTS

NAMED: Mapping[str, str] = MappingProxyType(
    {
        "delegation-extent": "extent of delegation",
        "delegation-function": "what is delegated",
        "delegation-legal-basis": "legal basis of delegation",
        "delegation-accountable": "who stays accountable",
        "delegation-giver": "who delegates",
        "body-members": "members",
        "body-chair": "chair",
        "workstream-lead": "lead",
        "workstream-accountable": "accountable body",
        "post-holder": "holder",
        "decides": "decision power",
        "legal-form": "legal form",
        "responsible-for-unknown": "who is responsible",
        "function-decider": "who decides",
        "function-role": "another role",
        "member-without-layer": "place of a member in the decision making",
        "layer-without-membership": "membership",
        "participant-lacking": "participant of its type",
        "possibly-same": "whether it is one with another",
        "due-unknown": "day",
        "no-source": "source",
        "not-documented-since": "later document",
    }
)
"""The noun by the code of a gap; of all others the heading of the sort says it."""

ASKED = ("open-question", "disagreement")
"""Sorts of gap that somebody raised or that documents open: they are told one by one, before what is missing."""


def missing(code: str) -> str:
    """Return what a gap of a sort says is missing."""
    heading = SORTS[code]
    return NAMED.get(code, f"{heading[:1].lower()}{heading[1:]}")

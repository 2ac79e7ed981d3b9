"""The table of entity kinds: organisation, partnership, body, post and the others, each in one entry."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .attributes import MEETING, POWERS
from .kind import Kind
from .own_attributes import (
    DISAGREEMENT,
    DUE,
    EVENT,
    ISSUE,
    METRIC,
    POINTS,
    POPULATION,
    PROMISED_ON,
    REPORTS,
    SOURCE,
    TERM,
)

_TABLE = (
    Kind(
        "organisation",
        "organisations",
        "Recognised in law: an NHS trust, a council, a charity, a CCG, an ICB.",
        "ORG FormalOrganization",
        keys=POWERS,
        symbol="·",
        ascii=".",
        org="org:FormalOrganization",
    ),
    Kind(
        "partnership",
        "partnerships",
        "Organisations acting together: an ICS, a place partnership, a primary care network.",
        "ORG OrganizationalCollaboration",
        keys=(*POWERS, *MEETING),
        symbol="●",
        ascii="@",
        org="org:OrganizationalCollaboration",
    ),
    Kind(
        "layer",
        "layers",
        "A decision-making layer of one partnership.",
        "tiers",
        keys=POWERS,
        symbol="≡",
        ascii="=",
    ),
    Kind(
        "body",
        "bodies",
        "What meets or decides: a board, committee, executive, forum or group.",
        "ORG OrganizationalUnit or Organization",
        keys=(*POWERS, *MEETING),
        symbol="■",
        ascii="#",
        org="org:Organization",
    ),
    Kind(
        "collective",
        "collectives",
        "A label that stands for several, as a source uses it.",
        "ORG Organization",
        keys=POWERS,
        symbol="○",
        ascii="o",
        org="org:Organization",
    ),
    Kind(
        "workstream",
        "workstreams",
        "A strand of delivery or enabling work, with its sub-groups.",
        "ORG OrganizationalUnit or Organization",
        keys=(*POWERS, *MEETING, REPORTS),
        symbol="◆",
        ascii="*",
        org="org:Organization",
    ),
    Kind(
        "type",
        "types of body",
        "A kind of body that national material describes, not a body.",
        "SKOS Concept",
        keys=(*POWERS, POPULATION),
        symbol="◇",
        ascii="~",
        word="type of body",
        org="skos:Concept",
        filed=True,
    ),
    Kind(
        "function",
        "functions",
        "What is decided or done: a strategy, a budget, a kind of care.",
        "SKOS Concept",
        keys=(POINTS,),
        symbol="◈",
        ascii="%",
        org="skos:Concept",
        filed=True,
    ),
    Kind(
        "area",
        "areas",
        "A footprint.",
        "Popolo Area",
        keys=(POPULATION,),
        symbol="□",
        ascii="[",
        org="org:Site",
    ),
    Kind(
        "site",
        "sites",
        "A place on the ground.",
        "ORG Site",
        symbol="⌂",
        ascii="^",
        org="org:Site",
        filed=True,
    ),
    Kind(
        "post",
        "posts",
        "An office, with or without a holder.",
        "ORG Post",
        symbol="△",
        ascii="p",
        org="org:Post",
        filed=True,
        in_sight="holds",
    ),
    Kind(
        "person",
        "people",
        "The holder of an office that a document names.",
        "Popolo Person",
        symbol="▲",
        ascii="P",
        org="foaf:Person",
        filed=True,
    ),
    Kind(
        "plan",
        "plans",
        "A plan or strategy.",
        "tiers",
        keys=(POINTS, DUE, REPORTS),
        symbol="▤",
        ascii="-",
        filed=True,
    ),
    Kind(
        "priority",
        "priorities",
        "What a partnership puts first.",
        "tiers",
        keys=(POINTS, DUE, REPORTS),
        symbol="★",
        ascii="!",
        filed=True,
    ),
    Kind(
        "programme",
        "programmes",
        "A piece of planned change.",
        "tiers",
        keys=(POINTS, DUE, REPORTS),
        symbol="»",
        ascii=">",
        filed=True,
    ),
    Kind(
        "service",
        "services",
        "What people are given.",
        "tiers",
        keys=(POINTS, DUE, REPORTS),
        symbol="✚",
        ascii="+",
        filed=True,
    ),
    Kind(
        "commitment",
        "commitments",
        "A promise or a planned step.",
        "tiers",
        keys=(PROMISED_ON, DUE, REPORTS),
        symbol="☐",
        ascii="_",
        filed=True,
    ),
    Kind(
        "event",
        "events",
        "Something that happened or is due on a day; a change event has originals and results.",
        "ORG ChangeEvent",
        keys=EVENT,
        symbol="◐",
        ascii="/",
        org="prov:Activity",
        filed=True,
    ),
    Kind(
        "metric",
        "metrics",
        "A number that a source gives.",
        "tiers",
        keys=METRIC,
        symbol="∑",
        ascii="n",
        filed=True,
    ),
    Kind(
        "issue",
        "questions and gaps",
        "A question, gap or concern that somebody raised.",
        "tiers",
        keys=ISSUE,
        symbol="?",
        ascii="?",
        word="question or gap",
        filed=True,
    ),
    Kind(
        "disagreement",
        "disagreements",
        "Where sources, or parts of one, disagree.",
        "tiers",
        keys=DISAGREEMENT,
        record=True,
        symbol="≠",
        ascii="x",
        former="conflict",
    ),
    Kind(
        "source",
        "sources",
        "A document the statements come from.",
        "DCMI Source",
        keys=SOURCE,
        record=True,
        symbol="§",
        ascii="s",
        org="dct:BibliographicResource",
    ),
    Kind(
        "term",
        "terms",
        "A word or acronym and each of its meanings.",
        "SKOS Concept",
        keys=TERM,
        record=True,
        symbol="“",
        ascii='"',
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _TABLE})
"""All kinds by the name of their table, in display order."""

RECORDS = frozenset(kind.name for kind in _TABLE if kind.record)
"""The kinds that describe documents and not the world: sources, terms and disagreements."""

FORMER: Mapping[str, str] = MappingProxyType({kind.former: kind.name for kind in _TABLE if kind.former})
"""The present names of kinds by the former names of their tables."""


@cache
def heading(kind: str) -> str:
    """Return the heading of a group of entities of one kind."""
    return capitalised(KINDS[kind].plural)


def capitalised(words: str) -> str:
    """Return words with a capital first letter, the rest unchanged."""
    return words[:1].upper() + words[1:]

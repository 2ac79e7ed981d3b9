"""The table of entity kinds: organisation, partnership, body, post and the others, each in one entry."""

from collections.abc import Mapping
from types import MappingProxyType

from .attributes import DUE, MEETING, POINTS, POPULATION, POWERS, PROMISED_ON, REPORTS
from .kind import Kind
from .own_attributes import DISAGREEMENT, EVENT, ISSUE, METRIC, SOURCE, TERM

_TABLE = (
    Kind(
        "organisation",
        "organisations",
        "Recognised in law: an NHS trust, a council, a charity, a CCG, an ICB.",
        "ORG FormalOrganization",
        POWERS,
        symbol="·",
        ascii=".",
        org="org:FormalOrganization",
    ),
    Kind(
        "partnership",
        "partnerships",
        "Organisations acting together: an ICS, a place partnership, a primary care network.",
        "ORG OrganizationalCollaboration",
        (*POWERS, *MEETING),
        symbol="●",
        ascii="@",
        org="org:OrganizationalCollaboration",
    ),
    Kind(
        "layer",
        "layers",
        "A decision-making layer of one partnership.",
        "tiers",
        POWERS,
        symbol="≡",
        ascii="=",
    ),
    Kind(
        "body",
        "bodies",
        "What meets or decides: a board, committee, executive, forum or group.",
        "ORG OrganizationalUnit or Organization",
        (*POWERS, *MEETING),
        symbol="■",
        ascii="#",
        org="org:Organization",
    ),
    Kind(
        "collective",
        "collectives",
        "A label that stands for several, as a source uses it.",
        "ORG Organization",
        POWERS,
        symbol="○",
        ascii="o",
        org="org:Organization",
    ),
    Kind(
        "workstream",
        "workstreams",
        "A strand of delivery or enabling work, with its sub-groups.",
        "ORG OrganizationalUnit or Organization",
        (*POWERS, *MEETING, REPORTS),
        symbol="◆",
        ascii="*",
        org="org:Organization",
    ),
    Kind(
        "type",
        "types of body",
        "A kind of body that national material describes, not a body.",
        "SKOS Concept",
        (*POWERS, POPULATION),
        symbol="◇",
        ascii="~",
        word="type of body",
        org="skos:Concept",
    ),
    Kind(
        "function",
        "functions",
        "What is decided or done: a strategy, a budget, a kind of care.",
        "SKOS Concept",
        (POINTS,),
        symbol="◈",
        ascii="%",
        org="skos:Concept",
    ),
    Kind(
        "area",
        "areas",
        "A footprint.",
        "Popolo Area",
        (POPULATION,),
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
    ),
    Kind(
        "post",
        "posts",
        "An office, with or without a holder.",
        "ORG Post",
        symbol="△",
        ascii="p",
        org="org:Post",
    ),
    Kind(
        "person",
        "people",
        "The holder of an office that a document names.",
        "Popolo Person",
        symbol="▲",
        ascii="P",
        org="foaf:Person",
    ),
    Kind(
        "plan",
        "plans",
        "A plan or strategy.",
        "tiers",
        (POINTS, DUE, REPORTS),
        symbol="▤",
        ascii="-",
    ),
    Kind(
        "priority",
        "priorities",
        "What a partnership puts first.",
        "tiers",
        (POINTS, DUE, REPORTS),
        symbol="★",
        ascii="!",
    ),
    Kind(
        "programme",
        "programmes",
        "A piece of planned change.",
        "tiers",
        (POINTS, DUE, REPORTS),
        symbol="»",
        ascii=">",
    ),
    Kind(
        "service",
        "services",
        "What people are given.",
        "tiers",
        (POINTS, DUE, REPORTS),
        symbol="+",
        ascii="+",
    ),
    Kind(
        "commitment",
        "commitments",
        "A promise or a planned step.",
        "tiers",
        (PROMISED_ON, DUE, REPORTS),
        symbol="☐",
        ascii="_",
    ),
    Kind(
        "event",
        "events",
        "Something that happened or is due on a day; a change event has originals and results.",
        "ORG ChangeEvent",
        EVENT,
        symbol="◐",
        ascii="/",
        org="prov:Activity",
    ),
    Kind(
        "metric",
        "metrics",
        "A number that a source gives.",
        "tiers",
        METRIC,
        symbol="∑",
        ascii="n",
    ),
    Kind(
        "issue",
        "questions and gaps",
        "A question, gap or concern that somebody raised.",
        "tiers",
        ISSUE,
        symbol="?",
        ascii="?",
        word="question or gap",
    ),
    Kind(
        "disagreement",
        "disagreements",
        "Where sources, or parts of one, disagree.",
        "tiers",
        DISAGREEMENT,
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
        SOURCE,
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
        TERM,
        record=True,
        symbol="“",
        ascii='"',
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _TABLE})
"""Every kind by the name of its table, in the order in which a reader wants them."""

FORMER: Mapping[str, str] = MappingProxyType({kind.former: kind.name for kind in _TABLE if kind.former})
"""The names of kinds by what their tables were called before."""


def heading(kind: str) -> str:
    """Return the heading of a group of entities of one kind."""
    return capitalised(KINDS[kind].plural)


def capitalised(words: str) -> str:
    """Return words with a capital first letter, the rest unchanged."""
    return words[:1].upper() + words[1:]

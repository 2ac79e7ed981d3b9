"""The kinds of entity and the keys each may bear."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from .attributes import DUE, POINTS, POPULATION, POWERS, PROMISED_ON, REPORTS, TEXT
from .keys import NONE, PERIOD, UNKNOWN, Key
from .tiers import TIERS


@attrs.frozen(eq=False, repr=False)
class Kind:
    """A kind of entity.

    Attributes:
        name: The name of its TOML table, in the singular.
        plural: For headings and group rows.
        meaning: One sentence.
        standard: What it corresponds to in W3C ORG, Popolo or SKOS; empty for nothing.
        keys: The keys it may bear beyond `COMMON`, relations apart.
        record: Whether it stands for the record itself (a source, a term, a conflict) and so is found
            by its id, by search and in views of its own, but not by name.
    """

    name: str
    plural: str
    meaning: str
    standard: str
    keys: tuple[Key, ...] = ()
    record: bool = False


_TABLE = (
    Kind(
        "organisation",
        "organisations",
        "Recognised in law: an NHS trust, a council, a charity, a CCG, an ICB.",
        "ORG FormalOrganization",
        POWERS,
    ),
    Kind(
        "partnership",
        "partnerships",
        "Organisations acting together: an ICS, a place partnership, a primary care network.",
        "ORG OrganizationalCollaboration",
        POWERS,
    ),
    Kind(
        "layer",
        "layers",
        "A decision-making layer of one partnership.",
        "tiers",
        POWERS,
    ),
    Kind(
        "body",
        "bodies",
        "What meets or decides: a board, committee, executive, forum or group.",
        "ORG OrganizationalUnit or Organization",
        POWERS,
    ),
    Kind(
        "collective",
        "collectives",
        "A label that stands for several, as a source uses it.",
        "ORG Organization",
        POWERS,
    ),
    Kind(
        "workstream",
        "workstreams",
        "A strand of delivery or enabling work, with its sub-groups.",
        "ORG OrganizationalUnit or Organization",
        (*POWERS, REPORTS),
    ),
    Kind(
        "type",
        "types of body",
        "A kind of body that national material describes, not a body.",
        "SKOS Concept",
        (*POWERS, POPULATION),
    ),
    Kind(
        "function",
        "functions",
        "What is decided or done: a strategy, a budget, a kind of care.",
        "SKOS Concept",
        (POINTS,),
    ),
    Kind("area", "areas", "A footprint.", "Popolo Area", (POPULATION,)),
    Kind("site", "sites", "A place on the ground.", "ORG Site"),
    Kind("post", "posts", "An office, with or without a holder.", "ORG Post"),
    Kind("person", "people", "The holder of an office that a document names.", "Popolo Person"),
    Kind("plan", "plans", "A plan or strategy.", "tiers", (POINTS, DUE, REPORTS)),
    Kind("priority", "priorities", "What a partnership puts first.", "tiers", (POINTS, DUE, REPORTS)),
    Kind("programme", "programmes", "A piece of planned change.", "tiers", (POINTS, DUE, REPORTS)),
    Kind("service", "services", "What people are given.", "tiers", (POINTS, DUE, REPORTS)),
    Kind("commitment", "commitments", "A promise or a planned step.", "tiers", (PROMISED_ON, DUE, REPORTS)),
    Kind(
        "event",
        "events",
        "Something that happened or is due on a day; a change event has originals and results.",
        "ORG ChangeEvent",
        (
            Key("date", "date", "The day of it.", claims="one", words=(UNKNOWN,)),
            Key("outcome", "text", "What came of it.", claims="one", words=(UNKNOWN,)),
            POINTS,
        ),
    ),
    Kind(
        "metric",
        "metrics",
        "A number that a source gives.",
        "tiers",
        (
            Key(
                "values",
                "number",
                "The values, each as at its date; `low` and `high` for a range.",
                claims="many",
                parts=(
                    Key("low", "number", "The lower end of a range."),
                    Key("high", "number", "The upper end of a range."),
                    Key("unit", "text", "What is counted.", required=True),
                    Key("qualifier", "text", "The word the source adds: over, about, at most."),
                    Key("per", "text", "Per what: day, 1,000 people."),
                    Key("baseline", "text", "What it is compared with."),
                    TEXT,
                ),
            ),
        ),
    ),
    Kind(
        "issue",
        "questions and gaps",
        "A question, gap or concern that somebody raised.",
        "tiers",
        (
            Key(
                "state",
                "choice",
                "Where it stands.",
                choices=("open", "answered", "promised", "noted"),
                claims="one",
            ),
            Key("question", "text", "The question to ask now, in plain words.", claims="one"),
            Key("answers", "text", "The answers given, in our words.", claims="many", main="text"),
            Key("promised", "text", "What was promised.", claims="one", words=(UNKNOWN, NONE)),
            DUE,
            Key(
                "seen_since",
                "text",
                "What later documents show of it.",
                claims="one",
                words=(UNKNOWN, NONE),
            ),
        ),
    ),
    Kind(
        "conflict",
        "conflicts",
        "Where sources, or parts of one, disagree.",
        "tiers",
        (
            Key("attribute", "text", "The attribute or relation the sides disagree on.", required=True),
            Key(
                "positions",
                "text",
                "Each side, with its source.",
                required=True,
                claims="many",
                main="text",
                parts=(Key("value", "text", "The value this side gives."),),
            ),
            Key("follows", "text", "The value the trees follow, or `undecided`.", required=True),
            Key("reason", "text", "Why."),
        ),
        record=True,
    ),
    Kind(
        "source",
        "sources",
        "A document the statements come from.",
        "DCMI Source",
        (
            Key("aliases", "texts", "Short names it is known by."),
            Key("presented", "date", "The day it was presented."),
            Key("written", "date", "When it was written."),
            Key("publisher", "text", "Who published it."),
            Key("url", "text", "The public address at which it can be read."),
            Key("licence", "text", "The licence it is under."),
            Key("locators", "map", "Each paragraph, bullet or slide of it, in words."),
            Key("silent", "map", "Why a locator carries no statement, by locator."),
        ),
        record=True,
    ),
    Kind(
        "term",
        "terms",
        "A word or acronym and each of its meanings.",
        "SKOS Concept",
        (
            Key(
                "meanings",
                "text",
                "Each meaning, with its tier, time and bearers.",
                required=True,
                claims="many",
                main="text",
                parts=(
                    Key("expansion", "text", "The words it is short for."),
                    Key("tier", "choice", "The tier at which it has this meaning.", choices=TIERS),
                    Key("bearers", "references", "The entities it names in this meaning."),
                    *PERIOD,
                ),
            ),
        ),
        record=True,
    ),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _TABLE})
"""Every kind by the name of its table, in the order in which a reader wants them."""

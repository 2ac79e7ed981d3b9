"""The attributes that several kinds of entity share (name, status, start date, summary), and the values they allow."""

from .keys import EXPECTED_DATE, NOBODY, OPEN, OWN, PERIOD, PROVENANCE, Key

TIERS = ("national", "region", "system", "place", "neighbourhood")
"""The four tiers, and `region`, a reporting geography between national and system."""


STATUSES = ("active", "shadow", "planned", "proposed", "closed")
LEGAL_FORMS = (
    "body corporate",
    "statutory committee",
    "joint committee",
    "committee",
    "contractual",
    "unincorporated",
    "other",
)
DECISION_POWERS = ("decides", "recommends", "advises")
STATES = (
    "planned",
    "in progress",
    "on track",
    "on hold",
    "stood down",
    "live",
    "completed",
    "not seen since",
)

TEXT = Key("text", "text", "In plain words.")

COMMON: tuple[Key, ...] = (
    Key(
        "id",
        "id",
        "Lower-case letters, digits and hyphens; unique in the model.",
        required=True,
        detail=OWN,
        ours=True,
    ),
    Key(
        "name",
        "text",
        "The name; as a list of claims where it changed (Popolo `name`).",
        required=True,
        claims="one",
        parts=PERIOD,
        detail=OWN,
        compared=True,
        found_as="",
        most=500,
    ),
    Key(
        "other_names",
        "text",
        "Acronyms, short and former names, each with its dates where they are known; they may overlap.",
        claims="many",
        main="name",
        parts=(
            Key(
                "use",
                "choice",
                "What it is: an acronym, a short name, a former name, another name.",
                choices=("acronym", "short", "former", "other"),
            ),
            *PERIOD,
        ),
        label="Other name",
        detail=OWN,
        found_as="",
    ),
    Key(
        "identifiers",
        "text",
        "Codes, each with its scheme (ODS, ONS) and dates; a code can pass from one entity to another.",
        claims="many",
        main="identifier",
        parts=(
            Key("scheme", "text", "The register the code is from: ODS, ONS.", required=True, example='"ODS"'),
            *PERIOD,
        ),
        label="Code",
        detail=OWN,
        found_as="",
    ),
    Key(
        "classification",
        "text",
        "The type within its kind: delivery, board, trust.",
        claims="one",
        label="Type",
        place=10,
        compared=True,
        classifies=True,
        found_as="",
    ),
    Key(
        "tier",
        "choice",
        "The tier, where it does not follow from what it is part of.",
        choices=TIERS,
        claims="one",
        detail=OWN,
        place=240,
        classifies=True,
    ),
    Key(
        "status",
        "choice",
        "How it stood when last documented.",
        choices=STATUSES,
        claims="one",
        words=OPEN,
        detail=OWN,
        compared=True,
        classifies=True,
    ),
    Key(
        "summary",
        "text",
        "What it is, in plain words of our own.",
        claims="one",
        detail=OWN,
        ours=True,
        saying=True,
    ),
    Key(
        "topics",
        "texts",
        "Words by which a reader may search for it; our own words.",
        label="Topics",
        place=270,
        ours=True,
        saying=True,
    ),
    Key(
        "start_date",
        "date",
        "The day it began, only where a source says so (Popolo `founding_date`).",
        claims="one",
        words=OPEN,
        label="Began",
        place=120,
    ),
    Key(
        "end_date",
        "date",
        "Its last day, only where a source says so (Popolo `dissolution_date`).",
        claims="one",
        words=OPEN,
        label="Ended",
        place=130,
    ),
    EXPECTED_DATE,
    Key(
        "order",
        "integer",
        "Its place among its siblings, from 1.",
        detail=OWN,
        ours=True,
    ),
    Key(
        "described_as",
        "text",
        "What a source says that it is, or is not, has or lacks, in our words.",
        claims="many",
        label="What the documents say about it",
        place=70,
        saying=True,
    ),
    *PROVENANCE,
)
"""The keys that an entity of any kind may have."""

POWERS = (
    Key(
        "legal_form",
        "choice",
        "Its legal form, only where a source says so.",
        choices=LEGAL_FORMS,
        claims="one",
        words=NOBODY,
        place=30,
        compared=True,
    ),
    Key(
        "decides",
        "choice",
        "Its decision power, only where a source says so.",
        choices=DECISION_POWERS,
        claims="one",
        words=NOBODY,
        place=20,
        compared=True,
    ),
)
MEETING = (
    Key(
        "quorum",
        "text",
        "Who must be present for it to decide, in plain words: five members, one of them of the council.",
        claims="one",
        words=NOBODY,
        place=32,
        compared=True,
        example='"Five members, two of them of the council"',
    ),
    Key(
        "meets",
        "text",
        "How often it meets: monthly, four times a year.",
        claims="one",
        words=NOBODY,
        place=34,
        compared=True,
        example='"Four times a year"',
    ),
    Key(
        "meets_in_public",
        "flag",
        "Whether it meets in public.",
        claims="one",
        words=OPEN,
        place=36,
        compared=True,
    ),
    Key(
        "legal_basis",
        "text",
        "The power or agreement under which it is set up: section 75 of an Act; never inferred.",
        claims="one",
        words=NOBODY,
        place=38,
        compared=True,
        example='"Section 75 of the National Health Service Act 2006"',
    ),
    Key(
        "review_date",
        "date",
        "The day by which its terms are to be reviewed.",
        claims="one",
        words=OPEN,
        label="To be reviewed",
        place=132,
        compared=True,
    ),
)
"""How something meets and on what ground, as its terms of reference say."""

POINTS = Key(
    "points",
    "text",
    "What it says or holds, point by point.",
    claims="many",
    main="text",
    place=20,
    saying=True,
    found_as="point",
)
DUE = Key(
    "due",
    "date",
    "The day it is due; a slipped date keeps both.",
    claims="one",
    words=OPEN,
    place=90,
)
PROMISED_ON = Key(
    "promised_on",
    "date",
    "The day the promise was made; absent where a source only reports on it.",
    claims="one",
    words=OPEN,
    place=85,
)
REPORTS = Key(
    "reports",
    "choice",
    "Dated reports of its progress.",
    choices=STATES,
    claims="many",
    main="state",
    parts=(TEXT,),
    label="Reported progress",
    place=40,
)
POPULATION = Key(
    "usual_population",
    "table",
    "How many people one of this type usually covers.",
    parts=(
        Key("low", "integer", "At least, in people."),
        Key("high", "integer", "At most, in people."),
        Key("qualifier", "text", "The word the source adds: usually, about, over."),
    ),
    place=110,
)

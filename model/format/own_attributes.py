"""The attributes that only one kind of entity has."""

from .attributes import DUE, POINTS, TEXT, TIERS
from .keys import NOBODY, OPEN, OWN, PERIOD, Key

EVENT = (
    Key(
        "date",
        "date",
        "The day of it.",
        claims="one",
        words=OPEN,
        place=40,
    ),
    Key(
        "outcome",
        "text",
        "What came of it.",
        claims="one",
        words=OPEN,
        place=50,
    ),
    POINTS,
)
METRIC = (
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
        place=30,
    ),
)
ISSUE = (
    Key(
        "state",
        "choice",
        "Where it stands.",
        choices=("open", "answered", "promised", "noted"),
        claims="one",
        place=60,
    ),
    Key(
        "question",
        "text",
        "The question to ask now, in plain words.",
        claims="one",
        label="Question to ask",
        place=70,
    ),
    Key(
        "answers",
        "text",
        "The answers given, in our words.",
        claims="many",
        main="text",
        label="Answers given",
        place=60,
        found_as="answer",
    ),
    Key(
        "promised",
        "text",
        "What was promised.",
        claims="one",
        words=NOBODY,
        place=80,
        found_as="promise",
    ),
    DUE,
    Key(
        "seen_since",
        "text",
        "What later documents show of it.",
        claims="one",
        words=NOBODY,
        place=100,
    ),
)
DISAGREEMENT = (
    Key(
        "attribute",
        "text",
        "The attribute or relation on which the sources disagree.",
        required=True,
        label="They differ on",
        place=200,
        found_as="",
    ),
    Key(
        "positions",
        "text",
        "Each side, with its source.",
        required=True,
        claims="many",
        main="text",
        parts=(Key("value", "text", "The value this side gives."),),
        label="The sides",
        place=50,
        found_as="position",
    ),
    Key(
        "follows",
        "text",
        "The value the trees follow, or `undecided`.",
        required=True,
        label="The trees follow",
        place=210,
        found_as="",
    ),
    Key(
        "reason",
        "text",
        "Why.",
        label="Why",
        place=220,
        found_as="",
    ),
)
SOURCE = (
    Key(
        "aliases",
        "texts",
        "Short names it is known by.",
        label="Also cited as",
        place=190,
    ),
    Key(
        "presented",
        "date",
        "The day it was presented.",
        place=150,
    ),
    Key(
        "written",
        "date",
        "When it was written.",
        place=160,
    ),
    Key(
        "publisher",
        "text",
        "Who published it.",
        label="Published by",
        place=170,
    ),
    Key(
        "url",
        "text",
        "The public address at which it can be read.",
        label="Address",
        place=175,
        found_as="",
    ),
    Key(
        "licence",
        "text",
        "The licence it is under.",
        place=180,
        found_as="",
    ),
    Key(
        "locators",
        "map",
        "Each paragraph, bullet or slide of it, in words.",
        detail=OWN,
        ours=True,
    ),
    Key(
        "silent",
        "map",
        "Why a locator carries no statement, by locator.",
        detail=OWN,
        ours=True,
    ),
)
TERM = (
    Key(
        "meanings",
        "text",
        "Each meaning, with its tier, time and bearers.",
        required=True,
        claims="many",
        main="text",
        parts=(
            Key("expansion", "text", "The words it is short for.", words=OPEN),
            Key("tier", "choice", "The tier at which it has this meaning.", choices=TIERS),
            Key("bearers", "references", "The entities it names in this meaning."),
            *PERIOD,
        ),
        place=10,
        found_as="meaning",
    ),
)

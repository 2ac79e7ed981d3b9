"""The relation kinds of events, questions, promises and measures: about, asked by, promised by and the like."""

from .details import AS_NAMED, ON_BEHALF_OF, ROLE
from .errors import WARNING
from .groups import ORGANIZATIONS
from .relation_kind import OBJECT, Ask, OrgProperty, RelationKind

_ORGANIZATION = frozenset(ORGANIZATIONS)
_EVENT = frozenset(("event",))

HAPPENING_RELATIONS = (
    RelationKind(
        "succeeds",
        "follows",
        "is followed by",
        "Takes the place of; whether as the same body is not said.",
        ring=WARNING,
        past=True,
        org=OrgProperty("dct:replaces"),
    ),
    RelationKind(
        "possibly_same_as",
        "may be the same as",
        "may be the same as",
        "Two names that could mean one entity; never merged.",
        words=(),
    ),
    RelationKind(
        "originals",
        "changed",
        "was changed by",
        "What a change event ended (ORG `originalOrganization`).",
        subjects=("event",),
        words=(),
        past=True,
        concerns=True,
        changes=True,
        org=OrgProperty("org:originalOrganization", _EVENT, _ORGANIZATION),
    ),
    RelationKind(
        "results",
        "resulted in",
        "came from",
        "What a change event brought about (ORG `resultingOrganization`).",
        subjects=("event",),
        words=(),
        places=9,
        places_object=True,
        concerns=True,
        changes=True,
        org=OrgProperty("org:resultingOrganization", _EVENT, _ORGANIZATION),
    ),
    RelationKind(
        "about",
        "is about",
        "is the subject of",
        "What a question, gap, concern, disagreement, event or plan is about.",
        parts=(AS_NAMED,),
        as_named=OBJECT,
        places=3,
        concerns=True,
    ),
    RelationKind(
        "raised_by",
        "was raised by",
        "raised",
        "Who asked, pointed out or was concerned.",
        subjects=("issue",),
    ),
    RelationKind(
        "answered_by",
        "was answered by",
        "answered",
        "Who answered.",
        subjects=("issue",),
    ),
    RelationKind(
        "made_by",
        "was made by",
        "made",
        "Who made a plan, a promise or a decision, or set a priority.",
        subjects=("plan", "priority", "commitment", "event", "programme"),
        parts=(ROLE,),
        places=7,
        concerns=True,
        asks=Ask("Who made {}?", "Made by nobody stated"),
    ),
    RelationKind(
        "commits",
        "is to be done by",
        "has promised",
        "Who is to carry out a commitment.",
        subjects=("commitment",),
        places=8,
        concerns=True,
        asks=Ask("Who is to do this: {}?", "Promise that nobody is stated to carry out"),
    ),
    RelationKind(
        "measures",
        "measures",
        "is measured by",
        "What a metric measures.",
        subjects=("metric",),
        places=6,
    ),
    RelationKind(
        "took_part_in",
        "took part in",
        "had taking part",
        "Was at an event, or spoke there.",
        subjects=(*ORGANIZATIONS, "post", "person"),
        objects=("event",),
        parts=(ROLE, ON_BEHALF_OF),
        inverse="participants",
        places=10,
        involves=True,
        concerns=True,
    ),
)
"""The relation kinds in display order."""

"""The details of a relation other than its dates and evidence: role, voting, extent, on whose behalf.

Each of these has its own wording on screen; any other detail of a relation kind is printed as label and
value.
"""

from collections.abc import Mapping
from types import MappingProxyType

from .keys import NOBODY, OPEN, OWN, Key
from .modes import MODES

CAPACITIES: Mapping[str, bool] = MappingProxyType(
    {
        "chair": True,
        "co-chair": True,
        "vice-chair": True,
        "member": True,
        "deputy": False,
        "in attendance": False,
        "observer": False,
    }
)
"""The capacities in which one sits on a body, each with whether it counts as membership."""

COUNTED = frozenset(word for word, counted in CAPACITIES.items() if counted)
"""The capacities that count as membership. A seat without a capacity counts too: a list of members lists members."""

CHAIRING = ("chair", "co-chair")
"""The capacities of those who chair a body."""

ONLY_ONE = ("chair", "vice-chair")
"""The capacities that a body has once at a time, unless a document says otherwise."""

DISPUTED = "disputed"
"""The key, in a relation that is read, for the values that two statements of one seat give for a detail, by detail."""

AS_NAMED = Key(
    "as_named", "text", "The word the source uses here, where it differs from the name.", detail=OWN
)
ROLE = Key("role", "text", "The role, in the words of the source: lead governor, clinical lead.", detail=OWN)
CAPACITY = Key(
    "capacity",
    "choice",
    "In what capacity it sits there: it decides who counts. A deputy, who is in attendance and an observer are no members.",
    choices=tuple(CAPACITIES),
    detail=OWN,
)
SEATS = Key("seats", "integer", "How many like seats these are: 3 for three councillors.", least=1)
NOMINATED_BY = Key(
    "nominated_by",
    "references",
    "Who names the person for the seat, or appoints to it.",
    words=OPEN,
    asks="Who nominates {0} for the seat on {1}?",
    missing="who nominates",
)
DEPUTY = Key(
    "deputy",
    "references",
    "Who stands in.",
    words=NOBODY,
    asks="Who stands in for {0} on {1}?",
)
TERM_ENDS = Key(
    "term_ends",
    "date",
    "The day the term of office runs out, which is not the last day of the seat.",
    words=OPEN,
    asks="When does the term of {0} on {1} run out?",
    missing="end of a term",
)
VOTING = Key(
    "voting",
    "flag",
    "Whether it votes.",
    words=OPEN,
    detail=OWN,
    asks="Does {0} vote on {1}?",
    missing="who votes",
)
ON_BEHALF_OF = Key(
    "on_behalf_of",
    "references",
    "Whom the member represents (Popolo `on_behalf_of`).",
    words=OPEN,
    detail=OWN,
    asks="For whom does {0} take part in {1}?",
    missing="whom a member represents",
)
FUNCTION = Key(
    "function",
    "reference",
    "What is delegated; whom it is delegated to is responsible for it, so that it need not be written with the function.",
    kinds=("function",),
    words=OPEN,
    detail=OWN,
    in_hands=("object", "delegated"),
)
EXTENT = Key(
    "extent",
    "table",
    "How far the delegation goes.",
    parts=(
        Key("agreed", "flag", "Whether an extent has been agreed.", words=OPEN),
        Key("text", "text", "The extent in plain words.", words=OPEN),
    ),
    detail=OWN,
)
LIMIT = Key(
    "limit",
    "table",
    "Up to what amount it goes, and who decides above that.",
    parts=(
        Key("up_to", "number", "The amount up to which it goes.", example="75000"),
        Key("unit", "text", "What is counted: £, £ a year, beds.", example='"£"'),
        Key("above", "reference", "Who decides above the amount.", words=OPEN),
        Key("text", "text", "The limit in plain words, where it is no amount."),
    ),
    detail=OWN,
)
ANSWERS_FOR = Key(
    "function",
    "reference",
    "The function it answers for.",
    kinds=("function",),
    words=OPEN,
    label="For",
    asks="For what does {0} answer to {1}?",
    missing="what it answers for",
)
LEGAL_BASIS = Key("legal_basis", "text", "The power used; never inferred.", words=OPEN, detail=OWN)
ACCOUNTABLE = Key("accountable", "reference", "Who stays accountable.", words=OPEN, detail=OWN)
MODE = Key(
    "mode",
    "choice",
    "In what way: who reserves it to itself, decides, holds it delegated, recommends, is consulted, oversees, assures or delivers.",
    required=True,
    choices=tuple(MODES),
    words=OPEN,
    detail=OWN,
    asks="In what way is {0} responsible for {1}?",
    missing="role in a function",
)
EXTENT_TEXT = Key("text", "text", "What exactly, in plain words.", detail=OWN)

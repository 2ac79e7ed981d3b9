"""The kinds of relation, each with its reading in both directions."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from .keys import NONE, UNKNOWN, Key

_AGENTS = ("organisation", "partnership", "body", "workstream", "collective")


@attrs.frozen(eq=False, repr=False)
class RelationKind:
    """A kind of relation between two entities.

    Attributes:
        name: The key of the TOML table of the subject.
        out: Reads from the subject to the object: "is part of".
        back: Reads from the object to the subject: "has as part".
        meaning: One sentence; the source of the term where it has one.
        subjects: Kinds that may bear the key; empty for every kind.
        objects: Kinds that may be its target; empty for every kind.
        parts: Further keys of its inline table.
        inverse: The key by which the object may write it, with `id` naming the subject; empty for none.
        containment: Whether a cycle of it is a mistake.
        words: Words allowed in place of a target.
    """

    name: str
    out: str
    back: str
    meaning: str
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    parts: tuple[Key, ...] = ()
    inverse: str = ""
    containment: bool = False
    words: tuple[str, ...] = (UNKNOWN, NONE)


_AS_NAMED = Key("as_named", "text", "The word the source uses here, where it differs from the name.")
_ROLE = Key("role", "text", "The role, in the words of the source: chair, co-chair, vice-chair, member.")
_VOTING = Key("voting", "flag", "Whether it votes.", words=(UNKNOWN,))
_ON_BEHALF_OF = Key(
    "on_behalf_of",
    "references",
    "Whom the member represents (Popolo `on_behalf_of`).",
    words=(UNKNOWN,),
)
_FUNCTION = Key("function", "reference", "What is delegated.", kinds=("function",), words=(UNKNOWN,))
_EXTENT = Key(
    "extent",
    "table",
    "How far the delegation goes.",
    parts=(
        Key("agreed", "flag", "Whether an extent has been agreed.", words=(UNKNOWN,)),
        Key("text", "text", "The extent in plain words, or `unknown`."),
    ),
)
_LEGAL_BASIS = Key("legal_basis", "text", "The power used, or `unknown`; never inferred.")
_ACCOUNTABLE = Key("accountable", "reference", "Who stays accountable.", words=(UNKNOWN,))
_MODE = Key(
    "mode",
    "choice",
    "In what way: who decides, holds it delegated, oversees or delivers.",
    required=True,
    choices=("decides", "delegated", "oversees", "delivers"),
    words=(UNKNOWN,),
)
_EXTENT_TEXT = Key("text", "text", "What exactly, in plain words.")

_TABLE = (
    RelationKind(
        "part_of",
        "is part of",
        "has as part",
        "Belongs to the larger whole (ORG `subOrganizationOf`, `unitOf`); several are allowed.",
        parts=(_AS_NAMED,),
        containment=True,
    ),
    RelationKind(
        "in_layer",
        "stands in layer",
        "holds",
        "Stands in a decision-making layer of a partnership.",
        objects=("layer",),
        parts=(_AS_NAMED,),
    ),
    RelationKind(
        "of",
        "is a layer of",
        "has the layer",
        "The partnership a layer belongs to.",
        subjects=("layer",),
        objects=("partnership", "body", "organisation"),
        containment=True,
    ),
    RelationKind(
        "member_of",
        "is a member of",
        "has as member",
        "Membership (ORG and Popolo `Membership`).",
        subjects=(*_AGENTS, "post", "person"),
        parts=(_AS_NAMED, _ROLE, _VOTING, _ON_BEHALF_OF),
        inverse="members",
    ),
    RelationKind(
        "holds",
        "holds the post",
        "is held by",
        "The person in a post (ORG `holds`).",
        subjects=("person",),
        objects=("post",),
        parts=(_AS_NAMED, _ROLE),
        inverse="held_by",
    ),
    RelationKind(
        "post_in",
        "is a post in",
        "has the post",
        "Where a post sits (ORG `postIn`).",
        subjects=("post",),
        parts=(_AS_NAMED,),
    ),
    RelationKind(
        "responsible_for",
        "is responsible for",
        "is in the hands of",
        "Has a function in hand: decides, holds it delegated, oversees or delivers.",
        subjects=(*_AGENTS, "post", "person", "layer", "type"),
        parts=(_MODE, _EXTENT_TEXT, _AS_NAMED),
        inverse="in_hands_of",
    ),
    RelationKind(
        "delegates_to",
        "delegates authority to",
        "has authority delegated by",
        "Passes authority on while staying accountable.",
        subjects=("organisation", "partnership", "body", "collective", "layer", "post"),
        parts=(_FUNCTION, _EXTENT, _LEGAL_BASIS, _ACCOUNTABLE),
        inverse="delegated_by",
    ),
    RelationKind(
        "accountable_to",
        "is accountable to",
        "has accountable to it",
        "Answers to it for what it does.",
        subjects=(*_AGENTS, "post", "person", "layer", "programme", "plan", "type"),
    ),
    RelationKind(
        "reports_to",
        "reports to",
        "receives reports from",
        "Brings reports to it, without a source saying that it answers to it.",
        subjects=(*_AGENTS, "post", "programme", "plan"),
    ),
    RelationKind("covers", "covers", "is covered by", "The area it serves.", objects=("area", "site")),
    RelationKind(
        "located_at",
        "is located at",
        "is where",
        "The place on the ground where it is or is provided (ORG `hasSite`).",
        objects=("site", "area"),
    ),
    RelationKind(
        "provides",
        "provides",
        "is provided by",
        "Delivers a service.",
        subjects=(*_AGENTS, "type"),
        objects=("service", "programme"),
        parts=(_ROLE,),
        inverse="provided_by",
    ),
    RelationKind(
        "scrutinises",
        "scrutinises",
        "is scrutinised by",
        "Holds to public account.",
        parts=(_AS_NAMED,),
    ),
    RelationKind("feeds_into", "feeds into", "is fed by", "Gives what it finds or wants to it."),
    RelationKind(
        "funds", "funds", "is funded by", "Pays for it.", parts=(_EXTENT_TEXT,), inverse="funded_by"
    ),
    RelationKind(
        "stands_for",
        "stands for",
        "is meant by",
        "What a collective label means, as far as it can be told.",
        subjects=("collective",),
    ),
    RelationKind(
        "instance_of",
        "is of the type",
        "has the instance",
        "The type of body it is, or the wider type of a type.",
        objects=("type",),
    ),
    RelationKind(
        "may_include",
        "may include",
        "may take part in",
        "Who may take part in bodies of this type.",
        subjects=("type",),
        parts=(_AS_NAMED, _ROLE),
    ),
    RelationKind(
        "succeeds",
        "follows",
        "is followed by",
        "Takes the place of; whether as the same body is not said.",
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
    ),
    RelationKind(
        "results",
        "resulted in",
        "came from",
        "What a change event brought about (ORG `resultingOrganization`).",
        subjects=("event",),
        words=(),
    ),
    RelationKind(
        "about",
        "is about",
        "is the subject of",
        "What a question, gap, concern, conflict, event or plan is about.",
        parts=(_AS_NAMED,),
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
        parts=(_ROLE,),
    ),
    RelationKind(
        "commits",
        "is to be done by",
        "has promised",
        "Who is to carry out a commitment.",
        subjects=("commitment",),
    ),
    RelationKind("measures", "measures", "is measured by", "What a metric measures.", subjects=("metric",)),
    RelationKind(
        "took_part_in",
        "took part in",
        "had taking part",
        "Was at an event, or spoke there.",
        subjects=(*_AGENTS, "post", "person"),
        objects=("event",),
        parts=(_ROLE, _ON_BEHALF_OF),
        inverse="participants",
    ),
)

RELATIONS: Mapping[str, RelationKind] = MappingProxyType({kind.name: kind for kind in _TABLE})
"""Every kind of relation by name, in the order in which a reader wants them."""

INVERSES: Mapping[str, RelationKind] = MappingProxyType(
    {kind.inverse: kind for kind in _TABLE if kind.inverse}
)
"""The kinds that the object may write, by that key."""

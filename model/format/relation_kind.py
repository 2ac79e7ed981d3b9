"""The definition of a relation kind: its wording, which entities it joins, its part in trees, answers and exports."""

from .errors import ERROR
from .keys import NOBODY, Key
from .unchanging import Unchanging, following

SUBJECT = "subject"
OBJECT = "object"


class Ask(Unchanging):
    """The question that `tiers gaps` asks where one end of a relation is `unknown`.

    Attributes:
        question: The question, with `{}` for the name of the other end.
        heading: The heading above such gaps.
        end: The end that is unknown: `subject` or `object`.
    """

    question: str
    heading: str
    end: str = OBJECT


class OrgProperty(Unchanging):
    """A property of the W3C Organization Ontology, or of a vocabulary used with it, to which a relation is exported.

    Attributes:
        name: Its name, with the prefix of its vocabulary.
        subjects: The kinds its subject may be; empty for all that have a class there.
        objects: The kinds its object may be, likewise.
    """

    name: str
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


class Sheet(Unchanging):
    """The table of the export `tables` that has a relation kind to itself, a line for each statement.

    Attributes:
        name: Its name.
        meaning: What its lines are.
        subject: The name of the column of the subject.
        object: The name of the column of the object.
    """

    name: str
    meaning: str
    subject: str
    object: str


class RelationKind(Unchanging):
    """A relation kind, such as `part_of` or `member_of`, with all that is true of it.

    Attributes:
        name: The key of the TOML table of the subject.
        out: Reads from the subject to the object: "is part of".
        back: Reads from the object to the subject: "has as part".
        meaning: One sentence; the source of the term where it has one.
        subjects: Kinds that may be its subject; empty for every kind.
        objects: Kinds that may be its object; empty for every kind.
        parts: Details it may have: further keys of its inline table.
        inverse: The key by which the object may write it, with `id` naming the subject; empty for none.
        apart: Details that keep two relations between the same ends apart, even where only one of them has the detail.
        disputable: Details that make no two of one relation where it is written at both ends: there the documents disagree.
        containment: Whether a cycle of such relations is a mistake; it is one with those of the others that contain.
        ring: What a cycle of such relations is: an `error` where it cannot be, a `warning` where a paper may say so,
            empty where nothing is wrong with it.
        ring_by: Details that tell one ring from another: who answers to whom is no ring where it is for two functions.
        to_itself: Likewise for a relation of an entity to itself.
        words: Words allowed in place of the object's id.
        as_named: Which end the name in `as_named` is for: `subject` or `object`.
        places: Its rank among the relations that place the subject below the object in trees, 0 the strongest; `None`
            where it does not place it.
        places_object: Whether it places the object below the subject in trees, where nothing else places the object.
        places_at_other_dates: Whether it places the subject below the object once it has ended, where nothing else places the
            subject; the relations with a rank always do.
        moves: Whether `tiers diff` calls a change of it a move.
        told_of_object: Whether `tiers diff` tells a change of it of the object, as of a post who holds it.
        involves: Whether it involves the subject in the object, as a seat or a place in a layer does.
        concerns: Whether the subject is about the object, so that its events appear in the object's timeline.
        past: Whether it mentions its object as something of the past; then it is no evidence that the object exists.
        changes: Whether it says that a change event begins or ends its object.
        answers: Whether it says that the subject answers to the object.
        leads_up: Whether `tiers who` goes on from the subject to the object where no relation says to whom the subject
            answers.
        entrusts: Whether it says that the subject is responsible for the object, a function or a service.
        finds: How a search hit names this relation: where the subject is found by the object's name, and where the
            object is found by the subject's; empty where it is not.
        above: Why one entity is above another in the answer of `tiers who`, with `{}` for the one below; by default the
            wording of `out`.
        silent: What that answer says is not stated, or none, where the other end is: `to whom it answers`.
        asks: The question where an end of it is unknown; `None` for no question.
        compared: Whether `tiers compare` compares it.
        says_what: Whether it says what its subject is or belongs to, or whom it means: then one takes part for the other.
        seat: The label of a Popolo membership with an unknown subject, and with an unknown object; empty for other relations.
        org: The property it is exported to; `None` for none.
        sheet: The table of its own that it has in `tiers export tables`; `None` for none.
    """

    name: str
    out: str
    back: str
    meaning: str
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    parts: tuple[Key, ...] = ()
    inverse: str = ""
    apart: tuple[str, ...] = ()
    disputable: tuple[str, ...] = ()
    containment: bool = False
    ring: str = ""
    ring_by: tuple[str, ...] = ()
    to_itself: str = ERROR
    words: tuple[str, ...] = NOBODY
    as_named: str = SUBJECT
    places: int | None = None
    places_object: bool = False
    places_at_other_dates: bool = False
    moves: bool = False
    told_of_object: bool = False
    involves: bool = False
    concerns: bool = False
    past: bool = False
    changes: bool = False
    answers: bool = False
    leads_up: bool = False
    entrusts: bool = False
    finds: tuple[str, str] = ("", "")
    above: str = following(factory=lambda kind: f"{{}} {kind.out} it")
    silent: str = ""
    asks: Ask | None = None
    compared: bool = False
    says_what: bool = False
    seat: tuple[str, str] = ("", "")
    org: OrgProperty | None = None
    sheet: Sheet | None = None

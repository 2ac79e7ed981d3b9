"""The definition of a relation kind: its wording, the entities it connects, its part in trees, answers and exports."""

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
    """The table of the export `tables` for a single relation kind, with a row for each statement.

    Attributes:
        name: Its name.
        meaning: What its rows are.
        subject: The name of the column of the subject.
        object: The name of the column of the object.
    """

    name: str
    meaning: str
    subject: str
    object: str


class RelationKind(Unchanging):
    """A relation kind, such as `part_of` or `member_of`, with everything that is true of it.

    Attributes:
        name: The key of the TOML table of the subject.
        out: Reads from the subject to the object: "is part of".
        back: Reads from the object to the subject: "has as part".
        meaning: One sentence; the source of the term where it has one.
        subjects: Kinds that may be its subject; empty for every kind.
        objects: Kinds that may be its object; empty for every kind.
        parts: Details it may have: further keys of its inline table.
        inverse: The key by which the object may write it, with `id` naming the subject; empty for none.
        apart: Details that keep two relations between the same ends apart, even if only one of them has the
            detail.
        disputable: Details in which the two ends of one relation may differ; documents then disagree about
            it.
        containment: Whether a cycle of such relations, or of these and others that contain, is a mistake.
        ring: What a cycle of such relations is: an `error` if it is impossible, a `warning` if a paper may
            say so, empty if nothing is wrong with it.
        ring_by: Details by which relations are not part of one cycle: being accountable for two functions is
            none.
        to_itself: What a relation of an entity to itself is, likewise.
        words: Words allowed in place of the object's id.
        as_named: Which end the name in `as_named` is for: `subject` or `object`.
        places: Its rank among the relations that place the subject below the object in trees, 0 the
            strongest; `None` if it does not.
        places_object: Whether it places the object below the subject in trees, if nothing else places the
            object.
        places_at_other_dates: Whether it places the subject below the object once it has ended, if nothing
            else places the subject; the relations with a rank always do.
        moves: Whether `tiers diff` calls a change of it a move.
        told_of_object: Whether `tiers diff` lists a change of it at the object: who holds a post is listed at
            the post.
        told_of_both: Whether `tiers diff` lists it at the object too where only the subject is new or gone: who
            joined a body is listed at the body.
        involves: Whether it involves the subject in the object, as a seat or a place in a layer does.
        concerns: Whether the subject is about the object, so that its events appear in the object's timeline.
        past: Whether it mentions its object as something past; then it is no evidence that the object exists.
        changes: Whether it says that a change event begins or ends its object.
        answers: Whether it says that the subject answers to the object.
        authority: Whether one end has authority over the other by it; a report alone does not say that.
        leads_up: Whether `tiers who` goes on from the subject to the object if no relation says to whom the
            subject answers.
        entrusts: Whether it says that the subject is responsible for the object, a function or a service.
        finds: The labels of this relation in a search hit: where the object's name finds the subject, and
            where the subject's name finds the object; empty if it does not.
        above: Why one entity is above another in the answer of `tiers who`, with `{}` for the one below; by
            default the wording of `out`.
        silent: The words of that answer if the other end is not stated, or is none: `to whom it answers`.
        asks: The question if an end of it is unknown; `None` for no question.
        compared: Whether `tiers compare` compares it.
        says_what: Whether it says what its subject is, belongs to or stands for, so that one may take part
            for the other.
        seat: The label of a Popolo membership with an unknown subject, and with an unknown object; empty for
            other relations.
        org: The property it is exported to; `None` for none.
        sheet: Its own table in `tiers export tables`; `None` for none.
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
    told_of_both: bool = False
    involves: bool = False
    concerns: bool = False
    past: bool = False
    changes: bool = False
    answers: bool = False
    authority: bool = False
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

    @property
    def is_symmetric(self) -> bool:
        """Whether the relation is the same from either end, as `may be the same as` is."""
        return self.out == self.back

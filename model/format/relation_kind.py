"""The definition of a relation kind: its wording, which entities it joins, its part in trees, answers and exports."""

import attrs

from .keys import NOBODY, Key

SUBJECT = "subject"
OBJECT = "object"


@attrs.frozen(eq=False, repr=False)
class Ask:
    """The question that `tiers gaps` asks where one end of a relation is `unknown`.

    Attributes:
        question: The question, with `{}` for the name of the other end.
        heading: The heading above such gaps.
        end: The end that is unknown: `subject` or `object`.
    """

    question: str
    heading: str
    end: str = OBJECT


@attrs.frozen(eq=False, repr=False)
class OrgProperty:
    """A property of the W3C Organization Ontology, or of a vocabulary used with it, to which a relation is exported.

    Attributes:
        name: Its name, with the prefix of its vocabulary.
        subjects: The kinds its subject may be; empty for all that have a class there.
        objects: The kinds its object may be, likewise.
    """

    name: str
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


@attrs.frozen(eq=False, repr=False)
class RelationKind:
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
        apart: Parts by which two of them between the same ends are different, also where only one of them has it.
        containment: Whether a cycle of it is a mistake.
        words: Words allowed in place of a target.
        as_named: The end that `as_named` gives the word for: `subject`, or `object`.
        places: The rank of it among those that put their subject below their object, 0 the strongest; `None` where
            it does not.
        places_object: Whether its object stands below its subject, where nothing else places it.
        places_former: Whether its subject stands below its object once it has ended, where nothing else places it; those
            that place always do.
        moves: Whether the subject belongs to the object by it, so that a change of it is a move.
        involves: Whether the subject has a seat, a place or a part in the object by it.
        concerns: Whether what is told of the subject concerns the object.
        past: Whether it speaks of its object as something of the past.
        changes: Whether by it a change event ends or begins its object.
        answers: Whether the subject answers to the object by it.
        leads_up: Whether the object stands above the subject in the chain of who decides, where nobody is named to
            whom that answers.
        finds: What a search calls the name of the object where it finds the subject, and that of the subject where it
            finds the object; empty where it does not.
        above: Why one end stands above another in the chain of who decides, with `{}` for the
            one below; by default as it reads from the subject to the object.
        silent: What is not stated in that chain, with `{}` for how that is said.
        asks: What is asked where an end of it is unknown; `None` for nothing.
        compared: Whether two entities are compared by it.
        seat: For a membership of Popolo, what is unknown where the subject is, and where the object is; else empty.
        org: The property of the Organization Ontology or its neighbours that says it; `None` for none.
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
    containment: bool = False
    words: tuple[str, ...] = NOBODY
    as_named: str = SUBJECT
    places: int | None = None
    places_object: bool = False
    places_former: bool = False
    moves: bool = False
    involves: bool = False
    concerns: bool = False
    past: bool = False
    changes: bool = False
    answers: bool = False
    leads_up: bool = False
    finds: tuple[str, str] = ("", "")
    above: str = attrs.field()
    silent: str = ""
    asks: Ask | None = None
    compared: bool = False
    seat: tuple[str, str] = ("", "")
    org: OrgProperty | None = None

    @above.default
    def _above(self) -> str:
        return f"{{}} {self.out} it"

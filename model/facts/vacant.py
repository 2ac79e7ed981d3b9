"""The roles in functions that a source states to be nobody's, or whose holder it states to be unknown."""

from ..format import NONE, NOT_STATED, RELATIONS, UNKNOWN
from ..format.keys import SAID_NOT_STATED
from ..format.modes import Mode, order_of
from ..format.records import Evidence, Relation
from ..format.unchanging import Value
from .functions import mode_in
from .graph import Graph
from .holding import is_rejected

_ENTRUSTING = tuple(name for name, kind in RELATIONS.items() if kind.entrusts)


class Vacancy(Value):
    """A role in a function that a source states to be nobody's, or whose holder it states to be unknown.

    Attributes:
        function: The function, or the service.
        relation: The relation that says so; its subject is `none` or `unknown`.
    """

    function: str
    relation: Relation

    @property
    def mode(self) -> Mode:
        """The vacant role."""
        return mode_in(self.relation)

    @property
    def word(self) -> str:
        """`none` or `unknown`."""
        return self.relation.subject

    @property
    def deciding(self) -> bool:
        """Whether it answers the question who decides: the role is that of deciding, or no role is given."""
        return self.mode.decides or not self.mode.told

    @property
    def does(self) -> str:
        """The predicate of somebody with that role, with `{}` for the function."""
        return "is responsible for {}" if not self.mode.told else self.mode.one

    @property
    def asks(self) -> str:
        """The question that it answers, without the name of the function."""
        return self.mode.asks or "who has it"


def stated_word(graph: Graph, word: str, evidence: Evidence) -> str:
    """Return a word in place of a value or an id with its source: `none (stated in the minutes)`, `unknown` likewise.

    It is `not stated` where no source says anything, and the bare word where it is our reading.
    """
    if word == NOT_STATED:
        return SAID_NOT_STATED
    if evidence.inferred:
        return word
    names = dict.fromkeys(source_name(graph, each.source) for each in evidence.citations)
    return f"{word} (stated in {' and '.join(names)})" if names else f"{word} (stated)"


def source_name(graph: Graph, source_id: str) -> str:
    """Return the short name of a document, else its name; the id itself where there is no such document."""
    source = graph.find(source_id)
    if source is None:
        return source_id
    short = (str(each.value) for each in source.claims("other_names") if each.details.get("use") == "short")
    return next(short, "") or graph.name(source_id)


def vacancies_of(graph: Graph, function: str) -> list[Vacancy]:
    """Return the vacant roles in a function that a source states at the date, that of deciding first.

    Where documents disagree whether somebody has a role, and that side is followed, it is not vacant.
    """
    found = [
        Vacancy(function, each)
        for kind in _ENTRUSTING
        for each in graph.relations(function, kind, "in")
        if each.subject in {NONE, UNKNOWN} and not each.evidence.inferred and not is_rejected(graph, each)
    ]
    return sorted(found, key=lambda each: (not each.deciding, order_of(each.mode), each.word))

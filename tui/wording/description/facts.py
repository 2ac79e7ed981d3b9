"""One fact about an entity (an attribute value or a relation) in words and as JSON, for `diff` and `compare`."""

from collections.abc import Iterable, Iterator, Mapping

from tiers.model import Claim, Graph, Relation
from tiers.model.answers.compared import Tie
from tiers.model.answers.states import EVIDENCE, STANDING, Fact
from tiers.model.facts.relation_disputes import FOLLOWED, is_set_aside, relation_disputes
from tiers.model.format import RELATIONS, every_key
from tiers.model.format.keys import NOBODY
from tiers.model.format.records import Value
from tiers.model.structure.limits import delegated_words, limit_between

from ..marks import planned_words
from ..relation_words import relation_words
from .footnotes import citation_words
from .values import amount_words, claim_words, joined, value_words, when, word_in


def label_of(attribute: str) -> str:
    """Return an attribute or a kind of relation in words."""
    if attribute == STANDING:
        return "documented state"
    if attribute == EVIDENCE:
        return "sources"
    if attribute.startswith("~"):
        return RELATIONS[attribute[1:]].back
    if attribute in RELATIONS:
        return RELATIONS[attribute].out
    return every_key()[attribute].label.lower()


def fact_words(graph: Graph, fact: Fact, *, back: bool = False, evidence: bool = False) -> str:
    """Return a fact in words.

    Args:
        graph: The model with the fact.
        fact: The fact.
        back: Whether it is told of its object, if it is a relation.
        evidence: Whether to add its sources.
    """
    if isinstance(fact, Relation):
        words = _related(graph, fact, other_end(fact, back=back))
        cited = fact.evidence
    elif isinstance(fact, Claim):
        amount = amount_words(fact.details, fact.value) if fact.attribute == "values" else ""
        words = [amount or _claim_words(graph, fact)]
        cited = fact.evidence
    else:
        return value_words(graph, fact)
    if fact.evidence.inferred:
        words.append("inferred")
    if evidence:
        words.extend(", ".join(filter(None, citation_words(graph, each))) for each in cited.citations)
        words.append(cited.note)
    return joined(*words)


def tie_words(graph: Graph, tie: Tie) -> str:
    """Return a relation in words, as seen from one of its ends."""
    limit = limit_between(graph, tie.relation)
    inferred = "inferred" if tie.relation.evidence.inferred else ""
    return joined(*_related(graph, tie.relation, tie.id), limit, inferred)


def exact_tie(graph: Graph, tie: Tie) -> object:
    """Return a relation as a value for other programs, as seen from one of its ends."""
    disputed = {"disputed": True} if relation_disputes(graph, tie.relation) else {}
    further = {**disputed, **not_followed(graph, tie.relation)}
    return {"id": tie.id, **tie.relation.details, **_written(tie.relation), **further}


def not_followed(graph: Graph, relation: Relation) -> dict[str, object]:
    """Return the key that says that documents disagree about a relation and another side is followed; empty for any other."""
    return {FOLLOWED: False} if is_set_aside(graph, relation) else {}


def _related(graph: Graph, relation: Relation, other: str) -> list[str]:
    """Return the name of a relation's end, what it delegates, its role and days, and whether the end is planned."""
    words = [
        word_in(graph, other, relation.evidence) or graph.name(other),
        *_delegated(graph, relation),
        *relation_words(graph, relation, other),
    ]
    planned = planned_words(graph, other) if other in graph else ()
    return [*words, *(each for each in planned if each not in words)]


def _delegated(graph: Graph, relation: Relation) -> Iterator[str]:
    """Yield the function of a delegation, and its extent and limit."""
    function = relation.details.get("function")
    if relation.kind == "delegates_to" and function in graph:
        yield graph.name(str(function))
    yield delegated_words(graph, relation)


def other_end(relation: Relation, *, back: bool = False) -> str:
    """Return the other end of a relation among an entity's facts: its object, or its subject if it is told of the object."""
    told_of_object = back or (RELATIONS[relation.kind].told_of_object and relation.object not in NOBODY)
    return relation.subject if told_of_object or relation.subject in NOBODY else relation.object


def exact_fact(fact: Fact, *, back: bool = False) -> object:
    """Return a fact for other programs: a bare value unchanged, a relation as its other end with its details."""
    if isinstance(fact, Relation):
        return {"id": other_end(fact, back=back), **fact.details, **_written(fact)}
    if isinstance(fact, Claim):
        return {"value": fact.value, **fact.details, **_written(fact)}
    return fact


def exact_facts(facts: tuple[Fact, ...], *, back: bool = False) -> object:
    """Return facts for other programs: none as null, one bare value unchanged, else a list."""
    if not facts:
        return None
    if len(facts) == 1 and not isinstance(facts[0], Claim | Relation):
        return facts[0]
    return [exact_fact(each, back=back) for each in facts]


def differing(old: Iterable[Fact], new: Iterable[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Return the facts that only the first list has, and those that only the second has; of two tables only their lines.

    A delegation that both lists have is included if another one of the same function between the same two
    differs, so that the old and the new extent are shown together.
    """
    before, after = list(old), list(new)
    one, other = (
        [each for each in before if each not in after],
        [each for each in after if each not in before],
    )
    changed = {_delegation(each) for each in (*one, *other)} - {None}
    if changed:
        one, other = (
            [each for each in facts if each in found or _delegation(each) in changed]
            for facts, found in ((before, one), (after, other))
        )
    if len(one) == len(other) == 1 and isinstance(one[0], Mapping) and isinstance(other[0], Mapping):
        return _lines_only_in(one[0], other[0]), _lines_only_in(other[0], one[0])
    return one, other


def _delegation(fact: Fact) -> tuple[str, str, str] | None:
    """Return the giver, function and taker of a delegation; `None` for any other fact."""
    if not isinstance(fact, Relation) or fact.kind != "delegates_to":
        return None
    return fact.subject, fact.object, str(fact.details.get("function"))


def _lines_only_in(table: Mapping[str, object], other: Mapping[str, object]) -> list[Fact]:
    lines = {key: value for key, value in table.items() if key not in other or other[key] != value}
    return [lines] if lines else []


def _claim_words(graph: Graph, claim: Claim) -> str:
    value: Value = claim.value
    if claim.attribute == EVIDENCE:
        return joined(str(value), claim.evidence.basis)
    words = claim_words(graph, claim)
    period = when(graph, claim) if claim.start_date or claim.end_date else ""
    text = claim.details.get("text")
    return joined(words, str(text) if text is not None and value is not None else "", period)


def _written(fact: Claim | Relation) -> dict[str, object]:
    days = ("start_date", "end_date", *(("expected_date",) if isinstance(fact, Relation) else ()))
    record: dict[str, object] = {key: date for key in days if (date := getattr(fact, key)) is not None}
    if fact.evidence.citations or fact.evidence.note or fact.evidence.inferred:
        record["basis"] = fact.evidence.basis
        # a diff of two dates has only the basis of the evidence
        if fact.evidence.citations or fact.evidence.note:
            record["sources"] = [str(each) for each in fact.evidence.citations]
        if fact.evidence.note:
            record["note"] = fact.evidence.note
    return record


def is_read(graph: Graph, entity_id: str, attribute: str, fact: Fact) -> bool:
    """Whether a value without evidence of its own is our reading; relations and inferred claims have their own mark."""
    if isinstance(fact, Relation) or (isinstance(fact, Claim) and fact.evidence.inferred):
        return False
    value = fact.value if isinstance(fact, Claim) else fact
    entity = graph.find(entity_id)
    claims = () if entity is None else entity.claims(attribute)
    found = [each.evidence for each in claims if each.value == value]
    return bool(found) and all(
        each.inferred and entity is not None and each != entity.evidence for each in found
    )

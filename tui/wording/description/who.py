"""The answer of `tiers who` as lines, for print and for the detail of the explorer."""

from collections.abc import Iterator, Sequence

from tiers.model import Graph, Relation
from tiers.model.answers.matters import matter_of
from tiers.model.answers.who import Answer, Chain, Holder, Link, Step
from tiers.model.answers.who.ended import ended_words, evidence_of, formerly_above
from tiers.model.answers.who.gist import deciding_words
from tiers.model.answers.who.verbs import is_plural, many_of
from tiers.model.facts.claims import disagreements_of
from tiers.model.facts.disputes import sides_of
from tiers.model.facts.holding import (
    ENDED,
    NOW,
    Holding,
    coming_word,
    state_between,
    state_of,
    state_with_subject,
)
from tiers.model.facts.posts import is_unfilled
from tiers.model.facts.relation_disputes import disputed_words, relation_disputes
from tiers.model.facts.times import end_of, start_of
from tiers.model.format import NONE, NOT_STATED, RELATIONS
from tiers.model.format.dates import period
from tiers.model.format.tenses import past
from tiers.model.structure.layers import layers_of
from tiers.model.structure.membership import is_described, members_words
from tiers.model.structure.placing import tier_of

from ..labels import holder_words, standing_words
from ..relation_words import relation_words
from ..safe_text import safe
from ..signs import SIGNS
from .bibliography import bibliography
from .disputes import undecided_words
from .footnotes import Footnotes
from .line import BLANK, Line
from .matters import describe_matter
from .relations import delegation_details
from .values import claim_words, inferred_word, joined, word_in
from .who_gist import (
    MOST_PLACES,
    deciding_lines,
    disagreement_line,
    gist_lines,
    holding_lines,
    place_words,
    planned_words,
    vacant_lines,
)


def _silent(graph: Graph, relation: Relation) -> str:
    """Return a line such as `to whom it answers is not stated`, or `to whom it answers: none (stated in ...)`."""
    end = relation.object if relation.subject in graph else relation.subject
    asked, word = RELATIONS[relation.kind].silent, word_in(graph, end, relation.evidence)
    return f"{asked} is {word}" if end == NOT_STATED else f"{asked}: {word}"


def describe_who(graph: Graph, answer: Answer) -> tuple[Line, ...]:
    """Return the answer as lines: summary, questions and promises, the chain of each place step by step, the sources."""
    footnotes = Footnotes(graph)
    lines = [Line("title", safe(answer.topic)), *gist_lines(graph, answer)]
    lines.extend(vacant_lines(graph, answer.vacant, footnotes, indent=0))
    for heading, ids in (("What was asked", answer.questions), ("What was promised", answer.promises)):
        if ids:
            lines.extend((BLANK, Line("heading", heading)))
            for each in ids:
                lines.extend(describe_matter(graph, matter_of(graph, each), footnotes))
    decided = len(answer.chains) <= MOST_PLACES and any(map(deciding_words, answer.chains))
    for chain in answer.chains:
        alone = len(answer.chains) == 1
        lines.extend((BLANK, *_chain(graph, chain, footnotes, alone=alone, here=decided)))
    return (*lines, *bibliography(graph, footnotes))


def _chain(
    graph: Graph, chain: Chain, footnotes: Footnotes, *, alone: bool, here: bool = False
) -> Iterator[Line]:
    """Yield the chain of one place; `here` adds that something is stated elsewhere, if nothing is here."""
    where = place_words(graph, chain)
    nearest = "" if chain.named else ": the nearest, inferred"
    yield Line("heading", safe(f"{where}{nearest}"), target=chain.place)
    if not alone:
        yield from deciding_lines(graph, chain, indent=1, here=here)
    yield from (Line("text", safe(each), indent=1) for each in chain.remarks)
    yield from vacant_lines(graph, chain.vacant, footnotes, indent=1)
    holders = {each.id: each for each in chain.holders}
    yield from holding_lines(graph, [each for each in chain.holdings if each.id not in holders], footnotes, 1)
    held = chain.holdings_by_holder()
    ranks: dict[int, list[Step]] = {}
    for step in chain.steps:
        ranks.setdefault(step.rank, []).append(step)
    for rank, steps in ranks.items():
        yield BLANK
        reasons = [tuple(_reasons(graph, step, footnotes)) for step in steps]
        layers = {step.layer for step in steps}
        shared = len(steps) > 1 and len(set(reasons)) == 1 and len(layers) == 1
        if shared:
            yield Line("text", f"{rank + 1}. {len(steps)} on the same level", indent=1)
            yield from _layer(graph, steps[0], 2)
            yield from reasons[0]
        for step, why in zip(steps, reasons, strict=True):
            number = "-" if shared else f"{rank + 1}."
            yield from _step(graph, step, number, footnotes, 2 if shared else 1)
            if not shared:
                yield from _layer(graph, step, 2)
                yield from why
            indent, has = 3 if shared else 2, held.get(step.id, ()) if held else None
            if step.id in holders:
                yield from _holding(graph, has, step, holders[step.id], footnotes, indent)
            yield from _details(graph, step, footnotes, indent)


def _step(graph: Graph, step: Step, number: str, footnotes: Footnotes, indent: int) -> Iterator[Line]:
    kind = SIGNS[graph.kind(step.id)].word
    words = joined(graph.name(step.id), kind, tier_of(graph, step.id) or "", *standing_words(graph, step.id))
    notes = footnotes.of(graph.entity(step.id).evidence)
    yield Line("relation", safe(f"{number} {words}"), target=step.id, notes=notes, indent=indent)


def _layer(graph: Graph, step: Step, indent: int) -> Iterator[Line]:
    if step.layer is not None:
        order = graph.entity(step.layer).plain("order")
        numbered = "" if order is None else f" {order}"
        standing_there = layers_of(graph, step.id).get(step.layer)
        inferred = ", inferred" if standing_there is not None and standing_there.evidence.inferred else ""
        words = f"in layer{numbered}: {graph.name(step.layer)}{inferred}"
        yield Line("text", safe(words), target=step.layer, indent=indent)


def _reasons(graph: Graph, step: Step, footnotes: Footnotes) -> Iterator[Line]:
    """Yield the reasons why a step is above those below it."""
    for link in step.links:
        below = graph.name(link.below)
        if link.how == "layer":
            partnership = graph.kind(link.below) == "partnership"
            said = (
                f"a layer of decision making in {below}" if partnership else f"the next layer above {below}"
            )
        elif link.how == "delegates_to":
            continue  # shown at the entity below, with its extent and limit
        else:
            said = f"{_above(graph, link)}{_answered_for(graph, link.relation)}"
        inferred = ", inferred" if link.inferred else ""
        disputed = ", disputed" if relation_disputes(graph, link.relation, "") else ""
        when = planned_words(graph, link.relation)
        yield Line(
            "text",
            safe(f"{said}{inferred}{disputed}{when}"),
            notes=footnotes.of(link.relation.evidence),
            indent=2,
        )


def _above(graph: Graph, link: Link) -> str:
    """Return the reason why a relation puts one entity above another, with a verb that agrees with the name before it."""
    name, _, said = RELATIONS[link.how].above.partition(" ")
    if name != "{}":
        return RELATIONS[link.how].above.format(graph.name(link.below))
    many = is_plural(graph, link.below)
    if _is_over(graph, link.relation):
        said = past(said)
        said = f"were {said.removeprefix('was ')}" if many and said.startswith("was ") else said
    elif many:
        said = many_of(said)
    return f"{graph.name(link.below)} {said}"


def _is_over(graph: Graph, relation: Relation) -> bool:
    """Whether a relation has ended, by its own end or that of one of its ends."""
    return state_between(graph, relation)[0] == ENDED


def _answered_for(graph: Graph, relation: Relation) -> str:
    """Return the function for which one entity answers to another: ` for Reablement`; empty where none is stated."""
    function = relation.details.get("function")
    return f" for {graph.name(str(function))}" if function in graph else ""


def _holding(
    graph: Graph,
    held: Sequence[Holding] | None,
    step: Step,
    holder: Holder,
    footnotes: Footnotes,
    indent: int,
) -> Iterator[Line]:
    """Yield the functions that a holder has, except those shown with its delegations; where nobody has any, its way to the topic."""
    shown = [each for each in held or () if not _is_delegated(graph, each, step)]
    yield from holding_lines(graph, shown, footnotes, indent, named=False)
    if held is None and holder.trail:
        relation = holder.trail[-1]
        through = relation.subject if relation.object == holder.id else relation.object
        words = f"the nearest, by way of {graph.name(through)}"
        yield Line("text", safe(words), target=through, notes=footnotes.of(relation.evidence), indent=indent)


def _is_delegated(graph: Graph, held: Holding, step: Step) -> bool:
    """Whether a delegation to a step already shows a function of its holder, and nothing else is recorded about it."""
    delegated = [
        each
        for each in step.delegations
        if each.details.get("function") == held.function and state_of(graph, each)[0] == held.state
    ]
    has_words = "text" in held.relation.details or held.disputes
    return bool(delegated) and held.mode.delegated and not has_words


def _details(graph: Graph, step: Step, footnotes: Footnotes, indent: int) -> Iterator[Line]:
    dates = period(start_of(graph, step.id), end_of(graph, step.id))
    if dates:
        yield Line("text", dates, indent=indent)
    claim = graph.claim(step.id, "decides")
    sides = undecided_words(graph, step.id, "decides")
    if sides:
        cited = (one for each in sides_of(graph, step.id, "decides") for one in footnotes.of(each.evidence))
        yield Line("text", safe(f"decides: {sides}"), notes=tuple(dict.fromkeys(cited)), indent=indent)
    elif claim is not None:
        words = f"decides: {claim_words(graph, claim)}"
        words = joined(words, inferred_word(claim.evidence))
        yield Line("text", safe(words), notes=footnotes.of(claim.evidence), indent=indent)
    for disagreement in disagreements_of(graph, step.id, "decides"):
        yield disagreement_line(graph, disagreement, indent + 1)
    for relation in graph.relations(step.id, "stands_for", "out"):
        if relation.object in graph:
            stands = "stood" if _is_over(graph, relation) else "stands"
            words = joined(f"{stands} for {graph.name(relation.object)}", inferred_word(relation.evidence))
            yield Line(
                "text",
                safe(words),
                target=relation.object,
                notes=footnotes.of(relation.evidence),
                indent=indent,
            )
    for relation in step.delegations:
        yield from _delegation(graph, relation, footnotes, indent)
    yield from _upward(graph, step, footnotes, indent)
    yield from _members(graph, step, footnotes, indent)


def _upward(graph: Graph, step: Step, footnotes: Footnotes, indent: int) -> Iterator[Line]:
    """Yield what was above a step until it ended, and which entities above it are not stated."""
    for relation in formerly_above(step):
        was = f"{past(RELATIONS[relation.kind].out)} {ended_words(graph, relation, called=', which')}"
        cited = (one for each in evidence_of(graph, relation) for one in footnotes.of(each))
        notes = tuple(dict.fromkeys(cited))
        yield Line("text", safe(was), target=relation.object, notes=notes, indent=indent)
    for relation in step.silent:
        if relation not in step.delegations:
            notes = footnotes.of(relation.evidence)
            yield Line("text", safe(_silent(graph, relation)), notes=notes, indent=indent)


def _delegation(graph: Graph, relation: Relation, footnotes: Footnotes, indent: int) -> Iterator[Line]:
    giver = graph.name(relation.subject) if relation.subject in graph else ""
    coming = coming_word(graph, relation.subject) if giver else ""
    giver = f"{giver} ({coming})" if coming else giver
    has = "had" if _is_over(graph, relation) else "has"
    said = f"{has} authority delegated by {giver}" if giver else _silent(graph, relation)
    inferred = ", inferred" if relation.evidence.inferred else ""
    undecided = disputed_words(graph, relation)
    said = f"{undecided}: {said}" if undecided else said
    words = f"{said}{inferred}{planned_words(graph, relation)}"
    yield Line("text", safe(words), notes=footnotes.of(relation.evidence), indent=indent)
    since = period(relation.start_date, relation.end_date)
    for words in (*delegation_details(graph, relation), *([since] if since else [])):
        yield Line("note", safe(words), indent=indent + 1)


def _members(graph: Graph, step: Step, footnotes: Footnotes, indent: int) -> Iterator[Line]:
    members = graph.relations(step.id, "member_of", "in")
    if not members:
        return
    known = any(each.subject in graph or (each.subject == NONE and is_described(each)) for each in members)
    if not known:
        words = word_in(graph, members[0].subject, members[0].evidence)
        yield Line("text", safe(f"members: {words}"), notes=footnotes.of(members[0].evidence), indent=indent)
        return
    yield Line("text", f"members: {members_words(graph, step.id, members)}", indent=indent)
    for relation in sorted(
        members, key=lambda each: (each.subject not in graph, graph.name(each.subject).casefold())
    ):
        name = word_in(graph, relation.subject, relation.evidence) or graph.name(relation.subject)
        said = [*holder_words(graph, relation.subject), *relation_words(graph, relation, relation.subject)]
        named = relation.subject in graph
        if named and (
            state_with_subject(graph, relation)[0] != NOW or is_unfilled(graph, relation.subject, graph.at)
        ):
            said.extend(standing_words(graph, relation.subject))
        inferred = inferred_word(relation.evidence)
        yield Line(
            "relation",
            safe(joined(name, *said, inferred)),
            target=relation.subject if named else None,
            notes=footnotes.of(relation.evidence),
            indent=indent + 1,
        )

"""The summary of an answer to *who decides*: the verdict, the chain in one line, who decides, who sits."""

from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Graph, Relation
from tiers.model.answers.who import Answer, Chain
from tiers.model.answers.who.clauses import does
from tiers.model.answers.who.gist import Rung, deciding_words, rungs, who_sits, with_members
from tiers.model.answers.who.verbs import joined
from tiers.model.facts.disputes import UNDECIDED
from tiers.model.facts.holding import PLANNED, Holding, is_planned, state_of
from tiers.model.facts.posts import holder_left, holders_of, holders_to_come, is_vacant
from tiers.model.facts.relation_disputes import disputed_holders, relation_disputes
from tiers.model.facts.standing import ENDED
from tiers.model.facts.vacant import Vacancy
from tiers.model.format import NONE, NOT_STATED, RELATIONS, UNKNOWN
from tiers.model.format.attributes import TIERS
from tiers.model.format.groups import ASKED_FOR
from tiers.model.structure.limits import limit_of
from tiers.model.structure.membership import MEMBERSHIP, capacity_of, seat_rank, seat_words, seats_of
from tiers.model.structure.placing import tier_of

from ..safe_text import safe
from .footnotes import Footnotes
from .line import Line
from .values import SILENT, followed_side, word_in

_PLACES = 5
"""How many places have their chain in the summary."""

_VOTING_RANK = 2
"""The rank of a seat below chair and vice-chair."""

_BODIES = 5
"""How many bodies have their members in the summary."""

_SITS = ("sits on", "sat on", "is to sit on")
_NAMES = 4
"""How many members, or bodies with members, are named in the summary."""


def gist_lines(graph: Graph, answer: Answer) -> Iterator[Line]:
    """Yield the verdict; then the chain in one line, who decides and who sits, or the chain of each of several places."""
    yield Line("text", safe(answer.verdict))
    if len(answer.chains) == 1:
        (chain,) = answer.chains
        yield Line("text", safe(_in_one_line(graph, chain)))
        if not _by_name(graph, answer):
            yield from deciding_lines(graph, chain, indent=0)
        else:
            yield from _sitting(graph, chain, 0)
        return
    for chain in answer.chains[:_PLACES]:
        where = place_words(graph, chain)
        where = where[:1].lower() + where[1:] if chain.place is None else where
        yield Line("text", safe(f"{where}: {_in_one_line(graph, chain)}"), target=chain.place)
    further = len(answer.chains) - _PLACES
    if further > 0:
        yield Line("text", f"and in {further} more places" if further > 1 else "and in one more place")


def place_words(graph: Graph, chain: Chain) -> str:
    """Return the place of a chain; where none is documented, the tier of its holders."""
    if chain.place is not None:
        return graph.name(chain.place)
    tiers = {tier_of(graph, each.id) for each in chain.holders}
    told = [tier for tier in TIERS if tier in tiers]
    return (
        f"{' and '.join(told).capitalize()} tier" if told and None not in tiers else "In no documented place"
    )


def deciding_lines(graph: Graph, chain: Chain, *, indent: int) -> Iterator[Line]:
    """Yield who decides about the functions of the topic, and who sits on the bodies of the chain."""
    said = deciding_words(chain) or _vacant_words(graph, chain)
    yield Line("text", safe(f"Who decides: {said}"), indent=indent)
    yield from _sitting(graph, chain, indent)


def _vacant_words(graph: Graph, chain: Chain) -> str:
    """Return that it is not stated who decides, or that a source states that nobody does; by function if these differ."""
    words = {each.function: _vacant_word(graph, each) for each in reversed(chain.vacant) if each.deciding}
    functions = {*words, *(each.function for each in chain.holdings)}
    if not words:
        return SILENT
    if len(functions) == len(words) and len(set(words.values())) == 1:
        return next(iter(words.values()))
    told = (f"about {graph.name(each)}: {word}" for each, word in words.items())
    return "; ".join((*told, SILENT) if len(functions) > len(words) else told)


def vacant_lines(
    graph: Graph, vacant: Iterable[Vacancy], footnotes: Footnotes, *, indent: int
) -> Iterator[Line]:
    """Yield a line for each role that a source states to be nobody's: `who decides about Parking: none (stated in ...)`."""
    for each in vacant:
        said = f"who {each.does.format(graph.name(each.function))}: {_vacant_word(graph, each)}"
        notes = footnotes.of(each.relation.evidence)
        yield Line("text", safe(said), target=each.function, notes=notes, indent=indent)


def _vacant_word(graph: Graph, vacancy: Vacancy) -> str:
    """Return `none (stated in the minutes)` for a role that is stated to be nobody's, or `unknown (stated in ...)`."""
    return word_in(graph, vacancy.word, vacancy.relation.evidence)


def holding_lines(
    graph: Graph, held: Iterable[Holding], footnotes: Footnotes, indent: int, *, named: bool = True
) -> Iterator[Line]:
    """Yield a line for each present, planned or past role in a function, with the exact words of a document.

    Args:
        graph: The model, at its date.
        held: The roles in the functions.
        footnotes: The sources.
        indent: The indent of the lines.
        named: Whether each line begins with the name of the holder.
    """
    for each in held:
        what, limit = graph.name(each.function), limit_of(graph, each)
        said = does(graph, [each.id], each.mode, each.state, each.date, what, limit)
        words = f"{graph.name(each.id)} {said}" if named else said
        inferred = ", inferred" if each.inferred else ""
        notes = footnotes.of(each.relation.evidence)
        yield Line("text", safe(f"{words}{inferred}"), target=each.function, notes=notes, indent=indent)
        text = each.relation.details.get("text")
        if text is not None:
            yield Line("note", safe(str(text)), indent=indent + 1)
        for dispute in each.disputes:
            yield disagreement_line(graph, dispute.id, indent + 1)


def disagreement_line(graph: Graph, disagreement: str, indent: int) -> Line:
    """Return the line below a disputed statement: the name of the disagreement, and the side that is followed."""
    side = followed_side(graph, disagreement)
    how = f"the documents disagree, {f'followed is {side}' if side else UNDECIDED}"
    return Line("note", safe(f"{how}: {graph.name(disagreement)}"), target=disagreement, indent=indent)


def planned_words(graph: Graph, relation: Relation) -> str:
    """Return the day for which a relation is planned, after a comma; empty for one that is not planned."""
    state, date = state_of(graph, relation)
    if state != PLANNED or date is None:
        return ""
    return f", {date.after('planned for')}; no document says that it happened"


def _by_name(graph: Graph, answer: Answer) -> bool:
    """Whether the answer is about a body that was asked for by its own name, so that the verdict is about its powers."""
    if all(each.exact and graph.kind(each.id) in ASKED_FOR for each in answer.matches):
        return True
    return all(each.everything and not each.holdings for each in answer.chains)


def _in_one_line(graph: Graph, chain: Chain) -> str:
    first, *above = rungs(chain)
    everywhere = bool(above) and all(each.inferred and not (each.planned or each.disputed) for each in above)
    nearest = "" if chain.named else "the nearest: " if everywhere else "the nearest, inferred: "
    if not above:
        return f"{nearest}{first.text}; above it: {_nobody_above(graph, chain)}"
    said = " > ".join([first.text, *(each.text if everywhere else _marked(each) for each in above)])
    return f"{nearest}{said}{' · inferred' if everywhere else ''}"


def _nobody_above(graph: Graph, chain: Chain) -> str:
    """Return that it is not stated who is above, or that a source states that they answer to nobody."""
    silent = (each for step in chain.steps for each in step.silent if RELATIONS[each.kind].answers)
    return next((word_in(graph, each.object, each.evidence) for each in silent), SILENT)


def _marked(rung: Rung) -> str:
    marks = [
        *(["inferred"] if rung.inferred else []),
        *(["disputed"] if rung.disputed else []),
        *([rung.planned] if rung.planned else []),
    ]
    return f"{rung.text} ({', '.join(marks)})" if marks else rung.text


def _sitting(graph: Graph, chain: Chain, indent: int) -> Iterator[Line]:
    """Yield a line for each body whose members are to be shown: who sits there, or that nobody is named."""
    found = who_sits(chain)
    above = [] if any(members for _, members in found) else with_members(chain)
    if not found:
        unsaid = f"Who sits: nobody is named{_higher_up(graph, above)}"
        said = _nobody(graph, (step.id for step in chain.steps), unsaid)
        yield Line("text", safe(said), target=above[0][0] if len(above) == 1 else None, indent=indent)
    for body, members in found[:_BODIES]:
        if members:
            said = f"{_who(graph, body)}: {_named(graph, members)}"
        else:
            unsaid = f"{_who(graph, body)}: nobody is named{_higher_up(graph, above)}"
            said = _nobody(graph, (body,), unsaid)
        yield Line("text", safe(said), target=body, indent=indent)
    further = len(found) - _BODIES
    if further > 0:
        said = "one more body" if further == 1 else f"{further} more bodies"
        yield Line("text", f"Who sits on {said}: see below", indent=indent)


def _named(graph: Graph, members: Sequence[Relation]) -> str:
    """Return the holders of some seats, the first few by name."""
    everywhere = all(each.evidence.inferred for each in members)
    names = list(dict.fromkeys(_member(graph, each, marked=not everywhere) for each in members))
    further = len(names) - _NAMES
    named = joined(names) if further <= 0 else f"{', '.join(names[:_NAMES])} and {further} more"
    return f"{named}{' · inferred' if everywhere else ''}"


def _who(graph: Graph, entity_id: str) -> str:
    """Return the question who sits on a body or holds a post, in the future tense if planned, in the past if ended."""
    of_post = graph.kind(entity_id) == "post"
    verbs = ("holds the post", "held the post", "is to hold the post") if of_post else _SITS
    standing = graph.standing(entity_id)
    if standing.dropped:
        return f"Who was to {'hold the post' if of_post else 'sit on'} {graph.name(entity_id)}"
    verb = verbs[1] if standing.state == ENDED else verbs[2] if is_planned(graph, entity_id) else verbs[0]
    return f"Who {verb} {graph.name(entity_id)}"


def _higher_up(graph: Graph, above: Sequence[tuple[str, Sequence[Relation]]]) -> str:
    """Return, after a semicolon, the other bodies of a chain with named members; empty for none."""
    if not above:
        return ""
    if len(above) == 1:
        ((body, members),) = above
        of = "" if graph.kind(body) == "post" else "members of "
        return f"; higher up, {of}{graph.name(body)}: {_named(graph, members)}"
    names = joined(graph.name(each) for each, _ in above) if len(above) <= _NAMES else f"{len(above)} bodies"
    return f"; higher up, members of {names} are named"


def _nobody(graph: Graph, ids: Iterable[str], unsaid: str) -> str:
    """Return the words for a body without named members: nobody is named, or a source states `none` or `unknown`."""
    for each in ids:
        for seat in (*graph.relations(each, MEMBERSHIP, "in"), *graph.relations(each, "holds", "in")):
            if seat.subject in {NONE, UNKNOWN} and not capacity_of(seat):
                return f"{_who(graph, each)}: {word_in(graph, seat.subject, seat.evidence)}"
    return unsaid


_WHO = {NOT_STATED: "who is not stated", UNKNOWN: "who is unknown (stated)", NONE: "vacant (stated)"}
"""The words for a seat without a named holder."""


def _member(graph: Graph, relation: Relation, *, marked: bool) -> str:
    marks = ["inferred"] if marked and relation.evidence.inferred else []
    if state_of(graph, relation)[0] == PLANNED:
        marks.append("planned seat" if relation.kind == MEMBERSHIP else "planned")
    if is_vacant(graph, relation.subject, graph.at):
        marks.append("vacant")
    elif holder_left(graph, relation.subject, graph.at):
        marks.append("holder not stated")
    least, most = seats_of(relation)
    if most > 1 and relation.kind == MEMBERSHIP:
        marks.append(f"{least} seats" if least == most else f"{least} to {most} seats")
    if relation.subject not in graph:
        what = seat_words(relation)
        return f"{what} ({', '.join([_WHO[relation.subject], *marks])})"
    name = graph.name(relation.subject)
    capacity = capacity_of(relation) if seat_rank(relation) < _VOTING_RANK else ""
    undecided = [
        each for each in relation_disputes(graph, relation) if each.detail in {"", "capacity", "role"}
    ]
    holders = holders_of(graph, relation.subject, graph.at) if relation.kind == MEMBERSHIP else []
    other_holder = disputed_holders(graph, relation.subject) if holders else ""
    if other_holder:
        marks = (
            [capacity, f"held by: {other_holder}", *marks]
            if capacity
            else [f"held by: {other_holder}", *marks]
        )
    elif holders:
        name, marks = joined(map(graph.name, holders)), [capacity or name, *marks]
    elif capacity and capacity not in name.casefold():
        marks[:0] = [capacity]
    marks += ["disputed"] if undecided else []
    for day in (day for _, day in holders_to_come(graph, relation.subject, graph.at)):
        marks.append(f"its holder planned for {day.words()}")
    return f"{name} ({', '.join(marks)})" if marks else name

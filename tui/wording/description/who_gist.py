"""The summary of an answer to *who decides*: the verdict, the chain in one line, who decides, who sits."""

from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Graph, Relation
from tiers.model.answers.who import Answer, Chain
from tiers.model.answers.who.branches import MOST, Rung, branches, lowest
from tiers.model.answers.who.clauses import does, planned_until
from tiers.model.answers.who.ended import ended_words, formerly_above
from tiers.model.answers.who.gist import deciding_words
from tiers.model.facts.disputes import UNDECIDED
from tiers.model.facts.holding import PLANNED, Holding, state_of
from tiers.model.facts.vacant import Vacancy
from tiers.model.format import RELATIONS
from tiers.model.format.attributes import TIERS
from tiers.model.format.groups import ASKED_FOR
from tiers.model.format.keys import SAID_NOT_STATED
from tiers.model.structure.limits import limit_of
from tiers.model.structure.placing import tier_of

from ..safe_text import safe
from .footnotes import Footnotes
from .line import BLANK, Line
from .sitting import sitting_lines
from .values import followed_side, from_when, word_in

MOST_PLACES = 5
"""How many places have their chain in the summary."""


def gist_lines(graph: Graph, answer: Answer) -> Iterator[Line]:
    """Yield the verdict; then the chain in one line, who decides and who sits, or the chain of each of several places."""
    yield Line("text", safe(answer.verdict))
    yield from _part_lines(graph, answer)
    if len(answer.chains) == 1:
        (chain,) = answer.chains
        yield from (Line("text", safe(each)) for each in _in_short(graph, chain))
        if not _by_name(graph, answer):
            yield from deciding_lines(graph, chain, indent=0)
        else:
            yield from sitting_lines(graph, chain, 0)
        return
    for chain in answer.chains[:MOST_PLACES]:
        where = place_words(graph, chain)
        where = where[:1].lower() + where[1:] if chain.place is None else where
        for said in _in_short(graph, chain):
            yield Line("text", safe(f"{where}: {said}"), target=chain.place)
    further = len(answer.chains) - MOST_PLACES
    if further > 0:
        yield Line("text", f"and in {further} more places" if further > 1 else "and in one more place")


def _part_lines(graph: Graph, answer: Answer) -> Iterator[Line]:
    """Yield the verdict about each part of a topic that nobody has as a whole, with the place where it is only one."""
    if not answer.parts:
        return
    yield from (
        BLANK,
        Line("heading", "About parts of it" if len(answer.parts) > 1 else "About a part of it"),
    )
    for part in answer.parts:
        places = [graph.name(each.place) for each in part.chains if each.place is not None]
        where = f" ({places[0]})" if len(places) == len(part.chains) == 1 else ""
        target = part.matches[0].id if part.matches else None
        yield Line("text", safe(f"{part.topic}{where}: {part.verdict}"), target=target, indent=1)
    if answer.chains:
        yield from (BLANK, Line("heading", "About all of it"))


def place_words(graph: Graph, chain: Chain) -> str:
    """Return the place of a chain; where none is documented, the tier of its holders."""
    if chain.place is not None:
        return graph.name(chain.place)
    tiers = {tier_of(graph, each.id) for each in chain.holders}
    known = [tier for tier in TIERS if tier in tiers]
    return (
        f"{' and '.join(known).capitalize()} tier"
        if known and None not in tiers
        else "In no documented place"
    )


def deciding_lines(graph: Graph, chain: Chain, *, indent: int, here: bool = False) -> Iterator[Line]:
    """Yield who decides about the matches, and who sits in the chain; `here` adds a decider stated elsewhere."""
    said = deciding_words(chain) or _vacant_words(graph, chain)
    said = f"{said} here" if here and said == SAID_NOT_STATED else said
    yield Line("text", safe(f"Who decides: {said}"), indent=indent)
    yield from sitting_lines(graph, chain, indent)


def _vacant_words(graph: Graph, chain: Chain) -> str:
    """Return that it is not stated who decides, or that a source states that nobody does; by function if these differ."""
    words = {each.function: _vacant_word(graph, each) for each in reversed(chain.vacant) if each.deciding}
    functions = {*words, *(each.function for each in chain.holdings)}
    if not words:
        return SAID_NOT_STATED
    if len(functions) == len(words) and len(set(words.values())) == 1:
        return next(iter(words.values()))
    words_by = (f"about {graph.name(each)}: {word}" for each, word in words.items())
    return "; ".join((*words_by, SAID_NOT_STATED) if len(functions) > len(words) else words_by)


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
        until = planned_until(graph, each)
        said = does(graph, [each.id], each.mode, each.state, each.date, what, limit, until=until)
        words = f"{graph.name(each.id)} {said}" if named else said
        inferred = f"{', inferred' if each.inferred else ''}{', not followed' if each.rejected else ''}"
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
    how = f"the documents disagree, {f'{side} is followed{from_when(graph, disagreement)}' if side else UNDECIDED}"
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


def _in_short(graph: Graph, chain: Chain) -> list[str]:
    """Return the chain upward in one line, or a line for each branch; of too many, only that they exist."""
    found = branches(chain)
    if len(found) > MOST:
        nearest = "" if chain.named else "the nearest, inferred: "
        return [f"{nearest}{lowest(chain).text}; above it the chain branches: see below"]
    return [
        f"{'also: ' if number else ''}{_in_one_line(graph, chain, way)}" for number, way in enumerate(found)
    ]


def _in_one_line(graph: Graph, chain: Chain, way: Sequence[Rung]) -> str:
    first, *above = way
    everywhere = bool(above) and all(each.inferred and not (each.planned or each.disputed) for each in above)
    nearest = "" if chain.named else "the nearest: " if everywhere else "the nearest, inferred: "
    said = " > ".join([first.text, *(each.text if everywhere else _marked(each) for each in above)])
    ended = _ended_above(graph, chain, way[-1])
    further = f"; above it: {ended or _nobody_above(graph, chain, first)}" if ended or not above else ""
    return f"{nearest}{said}{' · inferred' if everywhere else ''}{further}"


def _ended_above(graph: Graph, chain: Chain, rung: Rung) -> str:
    """Return what was above a rung until it ended, and its successors; empty if nothing was."""
    steps = (each for each in chain.steps if each.id in rung.ids)
    return "; ".join(
        dict.fromkeys(ended_words(graph, each) for step in steps for each in formerly_above(step))
    )


def _nobody_above(graph: Graph, chain: Chain, rung: Rung) -> str:
    """Return that it is not stated who is above, or that a source states that they answer to nobody."""
    steps = (each for each in chain.steps if each.id in rung.ids)
    silent = (each for step in steps for each in step.silent if RELATIONS[each.kind].answers)
    return next((word_in(graph, each.object, each.evidence) for each in silent), SAID_NOT_STATED)


def _marked(rung: Rung) -> str:
    marks = [
        *(["inferred"] if rung.inferred else []),
        *(["disputed"] if rung.disputed else []),
        *([rung.planned] if rung.planned else []),
    ]
    return f"{rung.text} ({', '.join(marks)})" if marks else rung.text

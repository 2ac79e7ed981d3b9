"""Who decides about a topic, as JSON: what `tiers who --format json` prints."""

from collections.abc import Iterator

from tiers.model import Graph
from tiers.model.answers.gaps import bodies, delegations
from tiers.model.answers.gaps.gap import Gap
from tiers.model.answers.gaps.questions import asked
from tiers.model.answers.who import Answer, Chain
from tiers.model.facts.holding import Holding
from tiers.model.facts.vacant import Vacancy
from tiers.model.structure.limits import limit_of

from ..parts import json_values
from ..parts.json_schema import (
    BASIS,
    DATE,
    FLAG,
    NAMED,
    SOURCES,
    TEXT,
    TEXTS,
    Schema,
    maybe,
    record,
    rows,
    said,
)
from ..parts.json_values import fields
from .gaps import gap_record, gap_schema
from .who_steps import step_record, step_schema

_SAID = frozenset(("delegation-extent", "body-members", "above-ended"))


def write(graph: Graph, answer: Answer, *, unicode: bool) -> Iterator[str]:
    """Yield one object: the verdict, the chains with their steps, and the gaps."""
    return fields(
        {
            "topic": answer.typed,
            "verdict": answer.verdict,
            "chains": [_chain(graph, each) for each in answer.chains],
            "gaps": [gap_record(graph, each) for each in _gaps(graph, answer)],
            "promises": [{"id": each, "name": graph.name(each)} for each in answer.promises],
            "named": answer.named,
            "nobody": [_vacant(graph, each) for each in answer.vacant],
            "read_as": answer.topic,
            "parts": [_part(graph, each) for each in answer.parts],
        },
        unicode=unicode,
    )


def _part(graph: Graph, answer: Answer) -> dict[str, object]:
    places = json_values.named(graph, [each.place for each in answer.chains if each.place is not None])
    return {"topic": answer.topic, "verdict": answer.verdict, "places": places}


def _gaps(graph: Graph, answer: Answer) -> Iterator[Gap]:
    yield from (asked(graph, each) for each in answer.questions)
    steps = list(dict.fromkeys(step.id for chain in answer.chains for step in chain.steps))
    found = (*delegations.find(graph, steps), *bodies.find(graph, steps))
    yield from dict.fromkeys(each for each in found if each.code in _SAID)


def _chain(graph: Graph, chain: Chain) -> dict[str, object]:
    holders = {each.id: each for each in chain.holders}
    return {
        "place": chain.place,
        "name": None if chain.place is None else graph.name(chain.place),
        "named": chain.named,
        "remarks": list(chain.remarks),
        "steps": [step_record(graph, each, holders.get(each.id)) for each in chain.steps],
        "functions": [_held(graph, each) for each in chain.holdings],
        "nobody": [_vacant(graph, each) for each in chain.vacant],
    }


def _held(graph: Graph, held: Holding) -> dict[str, object]:
    return {
        "id": held.function,
        "name": graph.name(held.function),
        "holder": held.id,
        "holder_name": graph.name(held.id),
        "mode": held.mode.name,
        "state": held.state,
        "date": held.date,
        "text": held.relation.details.get("text"),
        "basis": held.relation.evidence.basis,
        "sources": json_values.sources(graph, held.relation.evidence),
        "disputed": bool(held.disputes),
        "disagreements": [each.id for each in held.disputes],
        "limit": limit_of(graph, held) or None,
        "followed": None if not held.disputes or held.undecided else held.settled,
    }


def _vacant(graph: Graph, vacancy: Vacancy) -> dict[str, object]:
    return {
        "id": vacancy.function,
        "name": graph.name(vacancy.function),
        "mode": vacancy.mode.name,
        "word": vacancy.word,
        "basis": vacancy.relation.evidence.basis,
        "sources": json_values.sources(graph, vacancy.relation.evidence),
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write` writes."""
    function = {"id": TEXT, "name": TEXT, "mode": said(TEXT, "in what way")}
    held = {
        **function,
        "holder": TEXT,
        "holder_name": TEXT,
        "state": TEXT,
        "date": maybe(DATE),
        "text": said(maybe(TEXT), "what exactly, in words"),
        "basis": BASIS,
        "sources": SOURCES,
        "disputed": FLAG,
        "disagreements": said(TEXTS, "their ids"),
        "limit": said(maybe(TEXT), "how far it goes that the holder has by delegation, in words"),
        "followed": said(
            maybe(FLAG), "whether it is the side that is followed; `null` where nothing is decided"
        ),
    }
    vacant = rows(record({**function, "word": TEXT, "basis": BASIS, "sources": SOURCES}))
    chain = {
        "place": maybe(TEXT),
        "name": maybe(TEXT),
        "named": said(FLAG, "whether a document names who has the topic in hand"),
        "remarks": TEXTS,
        "steps": said(rows(step_schema()), "from who has the topic in hand upward"),
        "functions": rows(record(held)),
        "nobody": vacant,
    }
    return record(
        {
            "topic": said(TEXT, "as asked, without the words that only ask"),
            "verdict": said(TEXT, "the answer in a sentence"),
            "chains": rows(record(chain)),
            "gaps": rows(gap_schema()),
            "promises": rows(NAMED),
            "named": FLAG,
            "nobody": said(vacant, "functions for which a document says that nobody has this role"),
            "read_as": said(TEXT, "the topic with each mistyped word as it was read"),
            "parts": said(
                rows(record({"topic": TEXT, "verdict": TEXT, "places": rows(NAMED)})),
                "the parts of the topic that name somebody, or that a source states to be nobody's, where the whole names nobody",
            ),
        }
    )

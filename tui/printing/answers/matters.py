"""Questions and promises as a Markdown table for a paper, as CSV and as JSON: what `tiers matters` prints."""

from collections.abc import Iterable, Iterator, Sequence

from tiers.model import Claim, Date, Graph, Relation
from tiers.model.answers.matters import Matter, evidence_of
from tiers.model.facts.disputes import is_disputed
from tiers.model.facts.holding import is_planned

from ...wording.description.footnotes import Footnotes
from ...wording.description.matters import (
    answer_words,
    doers_ended,
    due_words,
    ends,
    nothing_seen_words,
    promised_words,
    promisers,
    seen_words,
    silent,
    state_note,
    when_words,
)
from ...wording.description.values import joined
from ...wording.marks import marks
from ..parts import csv_lines
from ..parts.json_schema import (
    ANY,
    BASIS,
    DATE,
    FLAG,
    SOURCES,
    TEXT,
    TEXTS,
    Schema,
    maybe,
    record,
    rows,
    said,
)
from ..parts.json_values import all_sources, array, sources
from .cited import Row, cited_table, source_list

_HEADINGS = (
    "Asked or promised",
    "When, by whom",
    "Answered",
    "Promised",
    "Due",
    "Seen since",
    "State",
)
COLUMNS = (
    "id", "name", "kind", "state", "stands", "asked", "asked_by", "question", "answered", "answered_by", "promised",
    "promised_on", "promised_by", "due", "seen_since", "basis", "inferred", "planned", "disputed", "sources",
    "promise_made_by", "to_be_done_by", "doers_ended",
)  # fmt: skip
"""The columns of CSV, which are keys of the JSON, with people and bodies by name."""


def write_markdown(graph: Graph, matters: Sequence[Matter]) -> Iterator[str]:
    """Yield a table with a row for each matter, followed by the sources by number."""
    footnotes = Footnotes(graph)
    yield from cited_table(footnotes, _HEADINGS, [_row(graph, each) for each in matters])
    yield from source_list(footnotes)


def write_csv(graph: Graph, matters: Iterable[Matter]) -> Iterator[str]:
    """Yield a line for each matter."""
    return csv_lines.table(COLUMNS, (_cells(graph, each) for each in matters))


def _cells(graph: Graph, matter: Matter) -> dict[str, object]:
    ended = list(map(graph.name, doers_ended(graph, matter)))
    return {**_record(graph, matter), **_who(graph, matter), "doers_ended": ended}


def write_json(graph: Graph, matters: Iterable[Matter], *, unicode: bool) -> Iterator[str]:
    """Yield an array with an object for each matter."""
    return array((_record(graph, each) for each in matters), unicode=unicode)


def _row(graph: Graph, matter: Matter) -> Row:
    promised_by = "; ".join(promisers(graph, matter))
    by = promised_by if matter.asked is None else ends(graph, matter.asking)
    promised = "" if matter.asked is None else promised_words(graph, matter)
    state = f"{silent(matter.state)} (inferred)" if "state" in matter.inferred else silent(matter.state)
    cells = (
        joined(graph.name(matter.id), *marks(graph, matter.id)),
        ", ".join(filter(None, (when_words(graph, matter), by))),
        "; ".join(map(answer_words, matter.answered)),
        promised,
        due_words(graph, matter),
        "; ".join(seen_words(graph, each) for each in matter.seen_since) or nothing_seen_words(graph, matter),
        ": ".join(filter(None, (state, state_note(graph, matter)))),
    )
    return cells, evidence_of(graph, matter)


def _record(graph: Graph, matter: Matter) -> dict[str, object]:
    due = matter.due.text if isinstance(matter.due, Date) else matter.due
    return {
        "id": matter.id,
        "asked": matter.asked,
        "answered": "; ".join(str(each.value) for each in matter.answered) or None,
        "promised": matter.promised,
        "due": due,
        "seen_since": "; ".join(str(each.details.get("text", each.value)) for each in matter.seen_since)
        or None,
        "state": matter.state,
        "sources": all_sources(graph, evidence_of(graph, matter)),
        "kind": graph.kind(matter.id),
        "asked_by": list(matter.asked_by),
        "answered_by": list(matter.answered_by),
        "promised_by": list(matter.promised_by),
        "question": matter.question or None,
        "basis": graph.entity(matter.id).evidence.basis,
        "promised_on": matter.promised_on,
        "inferred": sorted(matter.inferred),
        "who": _who(graph, matter),
        "answers": [_claim(graph, each) for each in matter.answered],
        "seen": [_claim(graph, each) for each in matter.seen_since],
        "due_before": [each.value for each in matter.due_before],
        "stands": matter.stands,
        "planned": is_planned(graph, matter.id),
        "disputed": is_disputed(graph, matter.id),
        "name": graph.name(matter.id),
        "promise_made_by": list(matter.made_by),
        "to_be_done_by": list(matter.commits),
        "doers_ended": doers_ended(graph, matter),
    }


def _who(graph: Graph, matter: Matter) -> dict[str, object]:
    return {
        role: [_named(graph, each) for each in relations]
        for role, relations in (
            ("asked_by", matter.asking),
            ("answered_by", matter.answering),
            ("promised_by", matter.promising),
            ("promise_made_by", matter.making),
            ("to_be_done_by", matter.doing),
        )
    }


def _named(graph: Graph, relation: Relation) -> dict[str, object]:
    """Return somebody who asked, answered or is to act, with the basis, as a record."""
    known = relation.object in graph
    return {
        "id": relation.object if known else None,
        "name": graph.name(relation.object),
        "note": relation.evidence.note or None,
        "basis": relation.evidence.basis,
        "sources": sources(graph, relation.evidence),
        "planned": known and is_planned(graph, relation.object),
        "disputed": known and is_disputed(graph, relation.object),
    }


def _claim(graph: Graph, claim: Claim) -> dict[str, object]:
    """Return an answer or a later report, with its basis, as a record."""
    return {
        "value": claim.value,
        "text": claim.details.get("text"),
        "basis": claim.evidence.basis,
        "sources": sources(graph, claim.evidence),
    }


def schema() -> Schema:
    """Return the JSON Schema of what `write_json` writes."""
    person = record(
        {
            "id": maybe(TEXT),
            "name": TEXT,
            "note": maybe(TEXT),
            "basis": BASIS,
            "sources": SOURCES,
            "planned": FLAG,
            "disputed": FLAG,
        }
    )
    claim = record({"value": ANY, "text": maybe(TEXT), "basis": BASIS, "sources": SOURCES})
    return rows(
        record(
            {
                "id": TEXT,
                "asked": said(maybe(TEXT), "what was asked, in words"),
                "answered": said(maybe(TEXT), "the answers, in words"),
                "promised": said(maybe(TEXT), "what was promised"),
                "due": said(maybe(TEXT), "when it is due: a date in EDTF, or a word"),
                "seen_since": said(maybe(TEXT), "what later documents show of it"),
                "state": TEXT,
                "sources": SOURCES,
                "kind": TEXT,
                "asked_by": TEXTS,
                "answered_by": TEXTS,
                "promised_by": said(
                    TEXTS, "who is to do it; where that is not recorded, who made the promise"
                ),
                "question": maybe(TEXT),
                "basis": BASIS,
                "promised_on": maybe(DATE),
                "inferred": said(TEXTS, "which of these keys are our reading"),
                "who": record(
                    dict.fromkeys(
                        ("asked_by", "answered_by", "promised_by", "promise_made_by", "to_be_done_by"),
                        rows(person),
                    )
                ),
                "answers": rows(claim),
                "seen": rows(claim),
                "due_before": said(rows(ANY), "the days for which it was due earlier"),
                "stands": said(TEXT, "how it stands by what later documents show"),
                "planned": FLAG,
                "disputed": FLAG,
                "name": TEXT,
                "promise_made_by": said(TEXTS, "who made the promise"),
                "to_be_done_by": said(TEXTS, "who is to carry it out"),
                "doers_ended": said(TEXTS, "who of them has ended"),
            }
        )
    )

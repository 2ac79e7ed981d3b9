"""Rules about dates: an end before its start, parts that outlive their whole, days before those that they follow."""

from collections.abc import Mapping

from ...format import RELATIONS
from ...format.dates import Date
from ...format.details import TERM_ENDS
from ...format.errors import WARNING
from ...format.own_attributes import DUE, PROMISED_ON
from ...format.records import Entity, Evidence
from ..code import Code, in_body
from ..report import Place, Report
from .written import Dated, Written, beside, said

_PAPER = (
    '[[source]]\nid = "paper"\nname = "Paper"\npresented = "{}"\n{}\n[[body]]\nid = "board"\nname = "Board"\n'
)
_TWO = (
    '[[partnership]]\nid = "place"\nname = "Place"\nend_date = "2021"\n\n'
    '[[body]]\nid = "board"\nname = "Board"\npart_of = "place"\nend_date = "{}"\n'
)

_PROMISE = '[[commitment]]\nid = "beds"\nname = "Beds"\npromised_on = "{}"\ndue = "{}"\n'

CODES: Mapping[str, Code] = {
    "ends-before-start": Code(
        "Something ends before it starts. At no date would it be shown: one of the two dates is probably a slip of the pen.",
        *in_body('start_date = "2022"\nend_date = "2021"', 'start_date = "2021"\nend_date = "2022"'),
    ),
    "due-before-promised": Code(
        "A promise was due before it was made: one of the two dates is probably a slip of the pen.",
        _PROMISE.format("2022", "2021"),
        _PROMISE.format("2021", "2022"),
    ),
    "outlives": Code(
        "Something starts or goes on after what it belongs to has ended: a seat after its body, a post after its "
        "organisation, a group after its whole.",
        _TWO.format("2022"),
        _TWO.format("2021"),
    ),
    "as-at-after-source": Code(
        "A statement speaks of a day after its document: no document knows what came later.",
        _PAPER.format("2022-02-22", "") + 'sources = ["paper"]\nas_at = "2023"\n',
        _PAPER.format("2022-02-22", "") + 'sources = ["paper"]\nas_at = "2022-02-01"\n',
    ),
    "presented-before-written": Code(
        "A document was presented before it was written: one of the two dates is probably a slip of the pen.",
        _PAPER.format("2022-02-22", 'written = "2022-03"\n') + 'sources = ["paper"]\n',
        _PAPER.format("2022-02-22", 'written = "2022-01"\n') + 'sources = ["paper"]\n',
    ),
}  # fmt: skip
"""The codes of this family."""


def check_dates(written: Written, report: Report) -> None:
    """Report entities and relations that end before they start, outlive their whole, or have a day after their document."""
    for entity in written.entities.values():
        what = f"{entity.kind} `{entity.id}`"
        _ends_before_start(what, written.start(entity), written.end(entity.id), report)
        _due_before_promised(what, written, entity, report)
        for claim, place in written.all_claims(entity):
            _ends_before_start(
                f"a claim of `{claim.attribute}` of {what}",
                None if claim.start_date is None else (claim.start_date, (place, "start_date")),
                None if claim.end_date is None else (claim.end_date, (place, "end_date")),
                report,
            )
            if claim.evidence != entity.evidence:
                _as_at(written, claim.evidence, place, report)
        _as_at(written, entity.evidence, written.places[entity.id], report)
        _presented(entity.plain("presented"), entity.plain("written"), written.places[entity.id], report)
    _check_relations(written, report)


def _check_relations(written: Written, report: Report) -> None:
    for relation, place in written.relations():
        kind = RELATIONS[relation.kind]
        start = None if relation.start_date is None else (relation.start_date, beside(place, "start_date"))
        end = None if relation.end_date is None else (relation.end_date, beside(place, "end_date"))
        _ends_before_start(said(relation), start, end, report)
        term = relation.details.get(TERM_ENDS.name)
        if start is not None and isinstance(term, Date) and term.last < start[0].first:
            _reversed(
                f"the term of office of `{relation.subject}` ends before it starts",
                (term, beside(place, TERM_ENDS.name)),
                start,
                report,
            )
        subject = written.entities.get(relation.subject)
        ends = [written.entities.get(each) for each in (relation.subject, relation.object)]
        if place[0] is not None and all(each is None or relation.evidence != each.evidence for each in ends):
            _as_at(written, relation.evidence, place[0], report)
        if kind.past or kind.concerns:
            continue
        for bound in (relation.subject, relation.object):
            _outlives(said(relation), bound, start, end, written, report)
        if kind.moves and subject is not None:
            what = f"{subject.kind} `{subject.id}`"
            own_start = written.start(subject)
            # one that left before the whole ended has its own end, which was checked above
            own_end = written.end(subject.id) if end is None else None
            _outlives(what, relation.object, own_start, own_end, written, report)


def _is_reversed(start: Dated | None, end: Dated | None) -> bool:
    return start is not None and end is not None and end[0].last < start[0].first


def _ends_before_start(what: str, start: Dated | None, end: Dated | None, report: Report) -> None:
    if start is not None and end is not None and _is_reversed(start, end):
        _reversed(f"{what} ends before it starts", end, start, report)


def _reversed(what: str, end: Dated, start: Dated, report: Report) -> None:
    report.add(
        "ends-before-start",
        f"{what}: the end is {end[0].words()}, the start at {{other}} is {start[0].words()}",
        end[1],
        severity=WARNING,
        hint="put right the date that is wrong",
        other=start[1],
    )


def _due_before_promised(what: str, written: Written, entity: Entity, report: Report) -> None:
    promised = min(written.dates(entity, PROMISED_ON.name), key=lambda each: each[0].first, default=None)
    due = max(written.dates(entity, DUE.name), key=lambda each: each[0].last, default=None)
    if promised is not None and due is not None and _is_reversed(promised, due):
        report.add(
            "due-before-promised",
            f"{what} was due before it was promised: due {due[0].words()}, promised at {{other}} {promised[0].on()}",
            due[1],
            severity=WARNING,
            hint="put right the date that is wrong",
            other=promised[1],
        )


def _outlives(
    what: str, bound: str, start: Dated | None, end: Dated | None, written: Written, report: Report
) -> None:
    """Report something that starts or ends after the entity that it belongs to has ended."""
    last = written.end(bound)
    if last is None or _is_reversed(start, end) or _is_reversed(written.start(written.entities[bound]), last):
        return
    for verb, own in (("starts", start), ("goes on", end)):
        if own is not None and own[0].first > last[0].last:
            report.add(
                "outlives",
                f"{what} {verb} after `{bound}` ended: {own[0].words()}, and the end at {{other}} is {last[0].words()}",
                own[1],
                severity=WARNING,
                hint="put right the date that is wrong, or name what it belonged to from then on",
                other=last[1],
            )
            return


def _as_at(written: Written, evidence: Evidence, place: Place, report: Report) -> None:
    if evidence.as_at is None or not evidence.citations:
        return
    days = [written.document_day(each.source) for each in evidence.citations]
    known = [day for day in days if day is not None]
    if len(known) == len(days) and all(day.last < evidence.as_at.first for day in known):
        latest = max(known, key=lambda each: each.last)
        report.add(
            "as-at-after-source",
            f"the statement is as at {evidence.as_at.words()}, after the document it is from, which is of {latest.words()}",
            (place, "as_at"),
            severity=WARNING,
            hint="put right `as_at`, or the date of the source; a day that is only planned is an `expected_date`",
        )


def _presented(presented: object, made: object, place: Place, report: Report) -> None:
    if isinstance(presented, Date) and isinstance(made, Date) and presented.last < made.first:
        report.add(
            "presented-before-written",
            f"the document was presented ({presented.words()}) before it was written ({made.words()}, {{other}})",
            (place, "presented"),
            severity=WARNING,
            hint="put right the date that is wrong",
            other=(place, "written"),
        )

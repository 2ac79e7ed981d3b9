"""Rules about sources: entities without one, documents without a date, documents that nothing cites."""

from collections.abc import Mapping

from ...format import KINDS
from ...format.errors import WARNING
from ...format.records import Citation, Entity, Evidence
from ...format.text import is_web_address
from ..code import Code
from ..quoting import quoted
from ..report import HEADER, KEY, VALUE, Place, Report
from .written import Written, beside, said

_PAPER = '[[source]]\nid = "paper"\nname = "Paper"\n{}\n[[body]]\nid = "board"\nname = "Board"\n{}'
_DATED = 'presented = "2022-02-22"\n'
_CITED = 'sources = ["paper"]\n'

CODES: Mapping[str, Code] = {
    "no-source": Code(
        "The model has documents, and nothing says which of them speaks of this entity: a reader cannot look it up.",
        _PAPER.format(_DATED, 'part_of = "other"\n\n[[body]]\nid = "other"\nname = "Other"\n' + _CITED),
        _PAPER.format(_DATED, 'part_of = "other"\n' + _CITED + '\n[[body]]\nid = "other"\nname = "Other"\n' + _CITED),
    ),
    "undated-source": Code(
        "A document has no date. What it says is then never out of date, and cannot be put in order with others.",
        _PAPER.format("", _CITED),
        _PAPER.format(_DATED, _CITED),
    ),
    "not-web-address": Code(
        "The `url` of a document is no address of the web, or has a name before the host that hides where it leads. It is shown as text and never as a link.",
        _PAPER.format(_DATED + 'url = "www.elmford.example/minutes.pdf"\n', _CITED),
        _PAPER.format(_DATED + 'url = "https://www.elmford.example/minutes.pdf"\n', _CITED),
    ),
    "silent-place": Code(
        "`silent` says why a place in a document carries no statement, and the document has no such place, or a statement cites it.",
        _PAPER.format(_DATED + 'locators = { p1 = "Page 1", p2 = "Page 2" }\nsilent = { p3 = "A picture." }\n', 'sources = ["paper#p1"]\n'),
        _PAPER.format(_DATED + 'locators = { p1 = "Page 1", p2 = "Page 2" }\nsilent = { p2 = "A picture." }\n', 'sources = ["paper#p1"]\n'),
    ),
    "uncited-source": Code(
        "Nothing in the model is from this document: either statements lack it as their source, or it can go.",
        '[file]\nsources = ["paper"]\n\n'
        + _PAPER.format(_DATED, "")
        + '\n[[source]]\nid = "minutes"\nname = "Minutes"\n'
        + _DATED,
        '[file]\nsources = ["paper"]\n\n' + _PAPER.format(_DATED, ""),
    ),
}  # fmt: skip
"""The codes of this family."""


def check_sources(written: Written, report: Report) -> None:
    """Report entities without a source, and sources without a date or a citation; in a model without sources, nothing."""
    sources = {each.id for each in written.entities.values() if each.kind == "source"}
    if not sources:
        return
    told = any(not KINDS[each.kind].record for each in written.entities.values())
    _check_statements(written, report)
    places_cited = dict(written.tables.citations)
    cited = {citation.source for citation, _ in written.tables.citations}
    for entity in written.entities.values():
        place = written.places[entity.id]
        if entity.kind == "source":
            _check_silent(entity, places_cited, place, report)
            _check_address(entity, place, report)
            if told and entity.id not in cited:
                report.add(
                    "uncited-source",
                    f"nothing in the model is from the source `{entity.id}`",
                    place,
                    part=HEADER,
                    severity=WARNING,
                    hint=f'name it where it speaks: `sources = ["{entity.id}"]`',
                )
            elif entity.id in cited and "presented" not in entity.values and "written" not in entity.values:
                report.add(
                    "undated-source",
                    f"the source `{entity.id}` has no date",
                    place,
                    part=HEADER,
                    severity=WARNING,
                    hint="give it `written` or `presented`; a year, or about a month as `2021-06~`, will do",
                )
        elif not KINDS[entity.kind].record and not entity.evidence.citations and not entity.evidence.inferred:
            report.add(
                "no-source",
                f"nothing says in which document {entity.kind} `{entity.id}` is",
                place,
                part=HEADER,
                severity=WARNING,
                hint='give it `sources`; where no document names it, `basis = "inferred"`',
            )


def _check_statements(written: Written, report: Report) -> None:
    """Report relations and claims that remove the source of their entity by `sources = []`."""
    for relation, place in written.relations():
        ends = [written.entities.get(each) for each in (relation.subject, relation.object)]
        if _lacks(relation.evidence) and all(each is None or each.evidence.citations for each in ends):
            _without_source(said(relation), beside(place, "sources"), report)
    for entity in written.entities.values():
        if entity.evidence.citations:
            for claim, place in written.all_claims(entity):
                if _lacks(claim.evidence):
                    what = f"this `{claim.attribute}` of {entity.kind} `{entity.id}`"
                    _without_source(what, (place, "sources"), report)


def _lacks(evidence: Evidence) -> bool:
    return not evidence.citations and not evidence.inferred


def _without_source(what: str, place: Place, report: Report) -> None:
    report.add(
        "no-source",
        f"nothing says in which document it is written {what}"
        if what.startswith("that ")
        else f"nothing says in which document {what} is",
        place,
        severity=WARNING,
        hint='name its `sources`, leave the key out, or write `basis = "inferred"`',
    )


def _check_address(source: Entity, place: Place, report: Report) -> None:
    """Report a `url` that is not safe for a browser."""
    address = source.plain("url")
    if not isinstance(address, str) or is_web_address(address):
        return
    hidden = is_web_address(address.replace("@", "/"))
    report.add(
        "not-web-address",
        f"the address of the source `{source.id}` has a name before the host, which hides where it leads"
        if hidden
        else f"the address of the source `{source.id}` is not of the web: {quoted(address)}",
        (place, "url"),
        severity=WARNING,
        hint="take out what stands before `@`"
        if hidden
        else "write all of it, beginning with `https://`, or leave `url` out",
    )


def _check_silent(source: Entity, cited: Mapping[Citation, Place], place: Place, report: Report) -> None:
    """Report places of a source marked as without statements that are none of its places or are cited."""
    silent, locators = source.plain("silent"), source.plain("locators")
    if not isinstance(silent, Mapping):
        return
    for locator in silent:
        here = ((place, "silent"), locator)
        found = cited.get(Citation(source.id, locator))
        if not isinstance(locators, Mapping) or locator not in locators:
            report.add(
                "silent-place",
                f"the source `{source.id}` has no locator {quoted(locator)}",
                here,
                part=KEY,
                severity=WARNING,
                meant=locator,
                among=locators if isinstance(locators, Mapping) else (),
                otherwise="name one of its `locators`, or take it out",
            )
        elif found is not None:
            report.add(
                "silent-place",
                f"`{locator}` is said to carry no statement, and is cited at {{other}}",
                here,
                part=VALUE,
                severity=WARNING,
                hint="take it out of `silent`, or cite the place that says it",
                other=found,
            )

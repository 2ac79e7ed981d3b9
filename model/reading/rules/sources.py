"""Rules about sources: what has none, a document without a date, a document that nothing cites."""

from collections.abc import Mapping

from ...format import KINDS
from ...format.errors import WARNING
from ..code import Code
from ..report import HEADER, Report
from .written import Written

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
    """Report entities without a source, and sources without a date or that nothing cites; in a model without sources, nothing."""
    sources = {each.id for each in written.entities.values() if each.kind == "source"}
    if not sources:
        return
    told = any(not KINDS[each.kind].record for each in written.entities.values())
    cited = {citation.source for citation, _ in written.tables.citations}
    for entity in written.entities.values():
        place = written.places[entity.id]
        if entity.kind == "source":
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

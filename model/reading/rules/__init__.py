"""Rules between records, which `tiers check` reports as warnings; one file for each family of rules.

A rule reports its findings with a code, and `CODES` beside it explains the code. Impossible data is refused
in `consistency`.
"""

from collections.abc import Mapping

import attrs

from ...format.errors import WARNING
from ...format.records import Entity
from ..code import Code
from ..references import Tables
from ..report import Report
from ..rings import check_kinds
from . import allowed, dates, disagreements, figures, names, powers, rings, seats, sources
from .written import Written

_WARNINGS: Mapping[str, Code] = {
    **dates.CODES,
    **seats.CODES,
    **figures.CODES,
    **names.CODES,
    **sources.CODES,
    **powers.CODES,
    **disagreements.CODES,
    **allowed.CODES,
}

CODES: Mapping[str, Code] = {
    **{name: attrs.evolve(code, warning=True) for name, code in _WARNINGS.items()},
    **rings.CODES,
}
"""The explanation of every code of a rule between records."""


def check_rules(tables: Tables, entities: Mapping[str, Entity], report: Report) -> None:
    """Report the warnings of all rules between records; after a mistake, not those that need complete records."""
    whole = not report.has_errors()
    written = Written.of(tables, entities)
    dates.check_dates(written, report)
    seats.check_seats(written, report)
    check_kinds(tables, written.places, report, WARNING)
    names.check_names(written, report)
    figures.check_figures(written, report)
    powers.check_powers(written, report)
    if whole:
        sources.check_sources(written, report)
        disagreements.check_disagreements(written, report)

"""Rules about figures: a range whose lower end is above the upper one."""

from collections.abc import Iterator, Mapping

from ...format.errors import WARNING
from ..code import Code
from ..report import Place, Report
from .written import Written

_METRIC = '[[metric]]\nid = "beds"\nname = "Beds"\nvalues = [{{ low = {}, high = {}, unit = "beds", as_at = "2024" }}]\n'

CODES: Mapping[str, Code] = {
    "low-above-high": Code(
        "The lower end of a range is above the upper one: probably they changed places.",
        _METRIC.format(30, 20),
        _METRIC.format(20, 30),
    ),
}
"""The codes of this family."""


def check_figures(written: Written, report: Report) -> None:
    """Report ranges whose lower end is above the upper one."""
    for details, place in _ranges(written):
        low, high = details.get("low"), details.get("high")
        if isinstance(low, int | float) and isinstance(high, int | float) and low > high:
            report.add(
                "low-above-high",
                f"`low` is {low:,} and above `high` at {{other}}, which is {high:,}",
                (place, "low"),
                severity=WARNING,
                hint="put right the one that is wrong",
                other=(place, "high"),
            )


def _ranges(written: Written) -> Iterator[tuple[Mapping[str, object], Place]]:
    """Yield the details of each claim, and each table of an attribute, that may have a range."""
    for entity in written.entities.values():
        for claim, place in written.all_claims(entity):
            yield claim.details, place
        for attribute, value in entity.values.items():
            if isinstance(value, Mapping):
                yield value, (written.places[entity.id], attribute)

"""Reads the `sources` of a table: source ids, each with `#` and a place in the source."""

from typing import Any

from ..format import Key
from ..format.ids import is_id
from ..format.records import Citation
from .dotted import without_dots
from .quoting import quoted, shown
from .report import Place, Report
from .values import wrong_type

_FORM = 'write `"source-id#locator"`, with the id and one of the `locators` of the source'


def read_citations(key: Key, raw: Any, place: Place, report: Report) -> list[tuple[Citation, Place]]:
    """Return the citations of a `sources` list, each a source id with an optional `#locator`, with the place of each.

    A locator with a dot is checked once all sources are read; if its source has it with the dot too, only
    that is reported.
    """
    if type(raw) is str:
        raw = [raw]
        steps: tuple[int, ...] = ()
    elif type(raw) is list:
        steps = tuple(range(len(raw)))
    else:
        wrong_type(key, raw, place, report)
        return []
    found: list[tuple[Citation, Place]] = []
    for number, text in enumerate(raw):
        at = (place, number) if steps else place
        if type(text) is not str:
            report.add(
                "wrong-type",
                f"`{key.name}` wants a source id with a locator, not {shown(text)}",
                at,
                hint=_FORM,
            )
            continue
        source, separator, locator = text.partition("#")
        is_place = is_id(locator) or ("." in locator and bool(without_dots(locator)))
        if not is_id(source) or (separator and not is_place):
            report.add(
                "wrong-citation",
                f"{quoted(text)} is not a source id with a locator",
                at,
                hint=_FORM,
                named=source.strip(),
            )
            continue
        found.append((Citation(source, locator), at))
    return found

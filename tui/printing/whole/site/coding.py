"""The data for the script of the page: the lines of other dates and the search index, as compact as possible."""

from collections.abc import Mapping, Sequence
from itertools import chain

from tiers.model import Graph
from tiers.model.facts.change_dates import changes

from ....wording.date_reasons import reasons_for
from ....wording.description.line import Line
from ....wording.safe_text import safe
from .changes import dates_of
from .reading import Site
from .searching import search_data
from .versions import Versions

_ROLES = ("row", "title", "subtitle", "text", "field", "heading", "relation", "note", "address")
"""The roles of lines, numbered as in the script."""


def script_data(site: Site) -> dict[str, object]:
    r"""Return the data for the script.

    `dates` are the dates for links and in words, the last day of each and its reason; `cited` the days of the
    documents in the list of sources. `parts` has the lines of each part that changes between dates, see
    `_coded`. `extra` has the lines that are not in the page: role, indent, text, number of the entity from 1,
    sources, and the label as an entry of `ends`. The text of an entity's line begins with `\x01` in place of
    its name, and ends with `\x02` and a number in place of an entry of `ends`.
    """
    masks: dict[tuple[int, ...], int] = {}
    extra: dict[Line, int] = {}
    ends: dict[str, int] = {"": 0}
    places = {each: place for place, each in enumerate(site.ids, 1)}
    every = (0, site.dates)
    parts: dict[str, str] = {}
    for anchor, versions in site.parts.items():
        spans = [tuple(chain(*each.spans())) for each in versions.lines]
        if any(each != every for each in spans):
            parts[anchor] = _coded(
                site, versions, [masks.setdefault(each, len(masks)) for each in spans], extra
            )
    why = {each.date.text: reasons_for(site.graph, each) for each in changes(site.graph)}
    return {
        "dates": [
            [each.text, each.words(), each.last.isoformat(), why.get(each.text, "")]
            for each in dates_of(site.graph)[: site.dates]
        ],
        "cited": site.citations.days,
        "masks": list(masks),
        "extra": [_extra(site.graph, each, ends, places) for each in extra],
        "ends": list(ends),
        "parts": parts,
        "search": search_data(site.graph, site.ids),
    }


def _coded(site: Site, versions: Versions, masks: Sequence[int], extra: dict[Line, int]) -> str:
    """Return the lines of a part as text, with the mask of each.

    `3` is the next line of the page with the mask 3, `3*5` the next five lines, `3-7` the line 7 of `extra`.
    """
    found: list[str] = []
    run: tuple[int, int] = (-1, 0)
    for version, mask in zip(versions.lines, masks, strict=True):
        if not version.stands(site.dates):
            found.append(f"{mask}-{extra.setdefault(version.line, len(extra))}")
            run = (-1, 0)
        elif run[0] == mask:
            run = (mask, run[1] + 1)
            found[-1] = f"{mask}*{run[1]}"
        else:
            found.append(str(mask))
            run = (mask, 1)
    return " ".join(found)


def _extra(graph: Graph, line: Line, ends: dict[str, int], places: Mapping[str, int]) -> list[object]:
    text, mark, end = line.text.partition(" · ")
    name = "" if line.target is None else safe(graph.name(line.target))
    if name and text.startswith(name):
        text = f"\x01{text.removeprefix(name)}"
    if mark:
        text = f"{text}\x02{ends.setdefault(end, len(ends))}"
    coded: list[object] = [_ROLES.index(line.role), line.indent, text]
    further = [places.get(line.target or "", 0), sorted(line.notes), ends.setdefault(line.label, len(ends))]
    while further and not further[-1]:
        further.pop()
    return [*coded, *further]

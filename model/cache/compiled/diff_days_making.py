"""Makes the columns of `diff_days` of a model: which entities are in them, in which order, and what their days are."""

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...facts.claims import disagreements_of, is_foretold
from ...facts.columns import DATED, columns_of, may_say_when, own_features
from ...facts.diff_days import MORE_THAN_A_DAY
from ...facts.evidence import days_first_documented, evidence_span
from ...facts.graph import Graph, lasting_name
from ...facts.many_names import kept_names
from ...format import RELATIONS
from ...format.dates import Date
from ...format.groups import TIMELESS
from ...structure.order import Ordered, ordered_by_kind
from ..disk.kept_file import Sections
from .diff_days import NO_PLACE, OF_END, OF_EVENT, OF_FIRST_DOCUMENT, OF_PLAN
from .numbers import numbers_of

_DAYS = {"date": (OF_EVENT, OF_PLAN), "end_date": (OF_END, OF_END)}
"""The attributes whose day `diff` prints; what the day is where documents report it, and where it is later than them."""

_DATING = frozenset((*_DAYS, "start_date", "expected_date", "status", "reports"))
"""The attributes by which `diff` may print another day than that of the first document, or more than one."""

_CHANGES = frozenset(("succeeds", *(name for name, kind in RELATIONS.items() if kind.changes)))
"""The relations that say of their object what began, ended or succeeded it."""


class _Row(NamedTuple):
    """An entity in the columns.

    Attributes:
        entity: The entity, with its place in the order of the answer.
        form: What its day is, such as `OF_EVENT`.
        first: The day of its first document.
        day: The day that `diff` prints; that of the first document where the entity has no other.
    """

    entity: Ordered
    form: int
    first: Date
    day: Date


def sections_of(graph: Graph) -> Sections:
    """Return the sections of the file: the columns, the range of each kind in them, and the entities that are not in them."""
    ids = list(graph)
    lasting = ordered_by_kind(graph, _lasting(graph, ids))
    firsts = days_first_documented(graph, [each.id for each in lasting])
    rows: list[_Row] = []
    places = dict.fromkeys(ids, NO_PLACE)
    for each, first in zip(lasting, firsts, strict=True):
        places[each.id] = len(rows)
        found = None if first is None else _row(graph, each, first)
        if found is not None:
            rows.append(found)
    number = numbers_of(graph).number
    dates: dict[str, int] = {}
    kinds: list[tuple[str, int, int]] = []
    for place, one in enumerate(rows):
        start = kinds.pop()[1] if kinds and kinds[-1][0] == one.entity.kind else place
        kinds.append((one.entity.kind, start, place + 1))
        del places[one.entity.id]  # those that are left are the others
    names, odd_names = kept_names([one.entity.name for one in rows])
    whole = {
        "numbers": array("I", [number(one.entity.id) for one in rows]),
        "firsts": array("I", [dates.setdefault(str(one.first), len(dates)) for one in rows]),
        "days": array("I", [dates.setdefault(str(one.day), len(dates)) for one in rows]),
        "forms": bytes(one.form for one in rows),
        "names": names,
        "dated": array("I", [place for place, one in enumerate(rows) if one.form != OF_FIRST_DOCUMENT]),
        "others": array("I", map(number, places)),
        "other places": array("I", places.values()),
    }
    return (list(dates), kinds, odd_names), whole, {}


def _lasting(graph: Graph, ids: Sequence[str]) -> Iterator[str]:
    """Yield the entities whose names are the same at every date, apart from those that have no date."""
    columns = columns_of(graph)
    if columns is not None:
        rows = zip(ids, columns.rows(ids), strict=True)
        yield from (each for each, (kind, _, name) in rows if name and kind not in TIMELESS)
        return
    for each, entity in graph.entities_by_id():  # the model was just read from its files
        if lasting_name(entity) and entity.kind not in TIMELESS:
            yield each


def _features(graph: Graph, entity: Ordered) -> int:
    """Return the features of an entity from the compiled model; if the model was just read, those that `_row` tests, from its record."""
    if columns_of(graph) is not None:
        return entity.features
    return own_features(graph.entity(entity.id)) | (DATED if may_say_when(graph, entity.id) else 0)


def _row(graph: Graph, entity: Ordered, first: Date) -> _Row | None:
    """Return the row of an entity in the columns; `None` if `diff` prints more of it than one day.

    Args:
        graph: The model.
        entity: The entity.
        first: The day of its first document.
    """
    features = _features(graph, entity)
    if features & MORE_THAN_A_DAY or disagreements_of(graph, entity.id):
        return None
    if not features & DATED:
        return _Row(entity, OF_FIRST_DOCUMENT, first, first)
    record = graph.entity(entity.id)
    dating = [each for each in _DATING if each in record.values]
    if len(dating) != 1 or dating[0] not in _DAYS or graph.is_end_of(entity.id, _CHANGES, "in"):
        return None
    (attribute,) = dating
    claims = record.claims(attribute)
    if len(claims) != 1 or not isinstance(claims[0].value, Date) or claims[0].evidence.inferred:
        return None
    day, form = claims[0].value, _DAYS[attribute][is_foretold(graph, claims[0])]
    stated = graph.dates_of(claims[0].evidence)
    if form == OF_PLAN and evidence_span(graph, entity.id).since(day, stated) is not None:
        return None
    return _Row(entity, form, first, day)

"""The lists that an import stores with its files, so that the next import knows what people have changed since."""

import csv
import io

from .levels import (
    ABOVE,
    BODY_TYPES,
    EXTRACTED,
    NETWORK,
    NETWORKS,
    POSTCODE,
    PRACTICE,
    PUBLICATION,
    UNALLOCATED,
    BodyType,
    code_of,
    type_of,
)
from .snapshots import Snapshot

FOLDER = "lists"
"""The folder of the stored lists below that of the model."""


def kept_name(month: str) -> str:
    """Return the file name of the stored list of a month."""
    return f"{FOLDER}/registered-practices-{month}.csv"


def kept_text(snapshot: Snapshot) -> str:
    """Return a list as CSV with the official columns, which `read_list` reads back unchanged."""
    body_types = _body_types(snapshot)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    columns = [column for each in body_types for column in each.columns if column]
    writer.writerow([PUBLICATION, EXTRACTED, *columns, POSTCODE])
    day = snapshot.day.isoformat()
    for practice, units in snapshot.above.items():
        cells = [snapshot.publication, day]
        for body_type in body_types:
            body_id = practice if body_type.level == PRACTICE else units.get(body_type.level, "")
            if not body_id:
                cells.extend((UNALLOCATED, "Unallocated"))
                continue
            body = snapshot.bodies[body_id]
            cells.extend((code_of(body_id), body.name, *([body.ons] if body_type.columns[2] else ())))
        writer.writerow([*cells, snapshot.bodies[practice].postcode])
    return stream.getvalue()


def _body_types(snapshot: Snapshot) -> list[BodyType]:
    """Return the types of body in a list, one for each level, from the practice upwards."""
    units = next(iter(snapshot.above.values()))
    of_level = {level: type_of(body) for level, body in units.items()} | {NETWORK: NETWORKS}
    above = [of_level[each] for each in ABOVE.values()]
    practices = next(each for each in BODY_TYPES if each.level == PRACTICE)
    return [practices, *(each for each in above if each is not None)]

"""Make the rows of `tiers diff` for names: renamed if a document dates the name, else also called by another name."""

from collections.abc import Iterator

from tiers.model import Claim, Date, Graph
from tiers.model.answers.changes import Change
from tiers.model.answers.diff import Diff
from tiers.model.answers.states import Fact
from tiers.model.format import INFERRED
from tiers.model.format.dates import period

from .diff_sides import Row, Sides
from .facts import is_read
from .values import joined

RENAMED, ALSO_CALLED = "Renamed", "Also called"

_NAMES, _FORMER = "other_names", "former"


def names(sides: Sides, difference: Diff) -> Iterator[tuple[str, list[Row]]]:
    """Yield the section of entities renamed on a stated day, with the days of their names, and of other new names."""
    rows: dict[str, list[Row]] = {RENAMED: [], ALSO_CALLED: []}
    for each, (old, new) in difference.renames.items():
        before, after = name_claim(sides.old, each, old), name_claim(sides.new, each, new)
        row = Row(
            each,
            sides.new.name(each),
            old=(_words(sides.old, each, old, before),),
            new=(_words(sides.new, each, new, after),),
            label="name",
        )
        rows[RENAMED if sides.dated and (_dated(before) or _dated(after)) else ALSO_CALLED].append(row)
    for change in difference.changed:
        former = former_names(sides, change)
        if former:
            graph = sides.new if sides.backward else sides.old
            then = tuple(_words(graph, change.id, str(each.value), each) for each in former)
            now = (sides.new.name(change.id),)
            was, is_ = (now, then) if sides.backward else (then, now)
            rows[RENAMED].append(Row(change.id, now[0], old=was, new=is_, label="name"))
    yield from rows.items()


def former_names(sides: Sides, change: Change) -> list[Claim]:
    """Return the former names that ended between two dates, which are told as renamings."""
    then, now = (change.new, change.old) if sides.backward else (change.old, change.new)
    found = (_former(change, each) for each in then if sides.dated and each not in now)
    return [each for each in found if each is not None]


def without_former(sides: Sides, change: Change) -> tuple[list[Fact], list[Fact]]:
    """Return the facts of a change before and after, without the former names that ended in between."""
    former = former_names(sides, change)
    old, new = ([each for each in facts if each not in former] for facts in (change.old, change.new))
    return old, new


def _former(change: Change, fact: Fact) -> Claim | None:
    """Return a fact of a change if it is a former name with a last day."""
    if change.attribute != _NAMES or not isinstance(fact, Claim) or fact.end_date is None:
        return None
    return fact if fact.details.get("use") == _FORMER else None


def name_claim(graph: Graph, entity_id: str, name: str) -> Claim | None:
    """Return the claim that an entity has a name; a claim with a day is preferred."""
    entity = graph.entity(entity_id)
    found = [each for key in ("name", _NAMES) for each in entity.claims(key) if each.value == name]
    return max(found, key=_dated, default=None)


def days_of(claim: Claim | None) -> tuple[Date | None, Date | None]:
    """Return the stated first and last day of a name."""
    return (None, None) if claim is None else (claim.start_date, claim.end_date)


def _dated(claim: Claim | None) -> bool:
    return days_of(claim) != (None, None)


def _words(graph: Graph, entity_id: str, name: str, claim: Claim | None) -> str:
    """Return a name with its days, marked if it is our reading."""
    key = "name" if claim is None else claim.attribute
    return joined(name, period(*days_of(claim)), INFERRED if is_read(graph, entity_id, key, name) else "")

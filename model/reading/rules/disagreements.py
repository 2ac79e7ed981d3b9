"""Rules about disagreements: their subject must exist, and the followed value must be that of a side."""

from collections.abc import Iterable, Iterator, Mapping

from ...format import RELATIONS, keys_of, relations_of
from ...format.errors import WARNING
from ...format.records import Entity
from ..code import Code
from ..quoting import quoted
from ..report import Report
from .written import Written

UNDECIDED = "undecided"

_DISAGREEMENT = (
    '[[body]]\nid = "board"\nname = "Board"\ndecides = "decides"\n\n'
    '[[disagreement]]\nid = "power"\nname = "Power"\nabout = "board"\nattribute = "{}"\n'
    'positions = [{{ text = "Yes.", value = "decides" }}, {{ text = "No.", value = "advises" }}]\nfollows = "{}"\n'
)

CODES: Mapping[str, Code] = {
    "follows-no-side": Code(
        "A disagreement follows a value that none of its sides gives, so that nothing is followed.",
        _DISAGREEMENT.format("decides", "recommends"),
        _DISAGREEMENT.format("decides", "decides"),
    ),
    "follows-no-statement": Code(
        "A disagreement follows a value that no statement of the model gives, so that nothing is followed.",
        _DISAGREEMENT.format("decides", "advises"),
        _DISAGREEMENT.format("decides", "decides"),
    ),
    "differs-on-nothing": Code(
        "A disagreement is on an attribute that nothing it is about can have, so that nothing is marked as disputed.",
        _DISAGREEMENT.format("decide", "decides"),
        _DISAGREEMENT.format("decides", "decides"),
    ),
}
"""The codes of this family."""


def check_disagreements(written: Written, report: Report) -> None:
    """Report disagreements about impossible attributes, and those that follow a value of no side."""
    about: dict[str, list[Entity]] = {}
    for relation in written.tables.relations:
        target = written.entities.get(relation.object)
        if target is not None and RELATIONS[relation.kind].concerns:
            about.setdefault(relation.subject, []).append(target)
    for entity in written.entities.values():
        if "follows" in entity.values:
            if not _follows(entity, written, report):
                _stated(entity, about.get(entity.id, ()), written, report)
            _attribute(entity, about.get(entity.id, ()), written, report)


def _attribute(entity: Entity, about: Iterable[Entity], written: Written, report: Report) -> None:
    names = {name for each in about for name in _names(each.kind)}
    attribute = entity.plain("attribute")
    if names and isinstance(attribute, str) and attribute not in names:
        report.add(
            "differs-on-nothing",
            f"nothing that `{entity.id}` is about can have {quoted(attribute)}",
            (written.places[entity.id], "attribute"),
            severity=WARNING,
            meant=attribute,
            among=names,
        )


def _names(kind: str) -> Iterator[str]:
    """Yield the possible subjects of a disagreement about a kind of entity: its attributes, relations and their details."""
    yield from keys_of(kind)
    yield from relations_of(kind)
    for name, relation in RELATIONS.items():
        if not relation.objects or kind in relation.objects:
            yield name
        if not relation.subjects or kind in (*relation.subjects, *relation.objects) or not relation.objects:
            yield from (part.name for part in relation.parts)


def _follows(entity: Entity, written: Written, report: Report) -> bool:
    """Report a disagreement that follows a value of no side; return whether its value needs no further check."""
    follows = entity.plain("follows")
    sides = [claim.details.get("value") for claim, _ in written.claims(entity, "positions")]
    given = [f"`{side}`" for side in dict.fromkeys(sides) if isinstance(side, str)]
    if follows == UNDECIDED or follows in sides:
        return follows == UNDECIDED
    report.add(
        "follows-no-side",
        f"no side of `{entity.id}` has the value {quoted(str(follows))}",
        (written.places[entity.id], "follows"),
        severity=WARNING,
        hint=f"write one of {', '.join(given)}, or `{UNDECIDED}`" if given else "give each side its `value`",
    )
    return True


def _stated(entity: Entity, about: Iterable[Entity], written: Written, report: Report) -> None:
    """Report a disagreement that follows a value for which none of the entities has a statement."""
    attribute, follows = str(entity.plain("attribute")), str(entity.plain("follows"))
    bearers = [each for each in about if attribute in keys_of(each.kind)]
    said = {str(claim.value) for each in bearers for claim in each.claims(attribute)}
    if (
        not bearers
        or follows in said
        or any((each.id, attribute) in written.tables.partial for each in bearers)
    ):
        return
    names = " and ".join(f"`{each.id}`" for each in bearers)
    report.add(
        "follows-no-statement",
        f"`{entity.id}` follows {quoted(follows)}, and no statement gives {names} that `{attribute}`",
        (written.places[entity.id], "follows"),
        severity=WARNING,
        hint=f"add it to `{attribute}` with its source, or write `{UNDECIDED}`",
    )

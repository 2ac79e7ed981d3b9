"""Rules about powers: a body that only advises and yet decides a function, layers with the same order."""

from collections.abc import Mapping

from ...format import RELATIONS
from ...format.attributes import DECISION_POWERS
from ...format.details import FUNCTION, MODE
from ...format.errors import WARNING
from ...format.keys import NONE
from ...format.modes import mode_of
from ..code import Code, in_body
from ..report import Place, Report
from .written import Written, beside

_CARE = '[[function]]\nid = "care"\nname = "Care"\n\n'
_PLACE = '[[partnership]]\nid = "place"\nname = "Place"\n\n'
_LAYERS = (
    _PLACE
    + '[[layer]]\nid = "top"\nof = "place"\nname = "Top"\norder = 1\n\n'
    + '[[layer]]\nid = "work"\nof = "place"\nname = "Work"\norder = {}\n'
)
_HOLDS = 'responsible_for = [{ to = "care", mode = "decides" }]\ndecides = '

CODES: Mapping[str, Code] = {
    "power-against-mode": Code(
        "A body only advises or recommends, or has no power to decide, and yet is said to decide about a function.",
        *in_body(f'{_HOLDS}"advises"', f'{_HOLDS}"decides"', _CARE),
    ),
    "same-order": Code(
        "Two layers of one partnership have the same order, so that nothing says which of them is above the other.",
        _LAYERS.format(1),
        _LAYERS.format(2),
    ),
}
"""The codes of this family."""

_WITHOUT_POWER = frozenset((*DECISION_POWERS[1:], NONE))


def check_powers(written: Written, report: Report) -> None:
    """Report bodies that decide without the power to, and layers whose order leaves open which is above."""
    orders: dict[tuple[str, object], Place] = {}
    for relation, place in written.relations():
        subject, target = written.entities.get(relation.subject), written.entities.get(relation.object)
        if subject is None or target is None:
            continue
        kind = RELATIONS[relation.kind]
        if MODE in kind.parts and mode_of(relation.details.get(MODE.name)).empowers:
            _power(relation.subject, beside(place, MODE.name), written, report)
        elif FUNCTION in kind.parts and relation.details.get(FUNCTION.name) in written.entities:
            _power(relation.object, beside(place, FUNCTION.name), written, report)
        elif kind.subjects == (subject.kind,) and kind.containment:
            order = subject.plain("order")
            here = (written.places[subject.id], "order")
            first = orders.setdefault((target.id, order), here)
            if order is not None and first is not here:
                report.add(
                    "same-order",
                    f"the {subject.kind} `{subject.id}` of `{target.id}` has the order {order}, and so has the one at {{other}}",
                    here,
                    severity=WARNING,
                    hint="number them from 1, the highest first",
                    other=first,
                )


def _power(bearer: str, place: Place, written: Written, report: Report) -> None:
    entity = written.entities[bearer]
    claims = entity.claims("decides")
    if not claims or any(claim.value not in _WITHOUT_POWER for claim in claims):
        return
    said = claims[-1].value
    what = "has no power to decide" if said == NONE else f"only {said}"
    report.add(
        "power-against-mode",
        f"`{bearer}` decides about a function here, and at {{other}} it {what}",
        place,
        severity=WARNING,
        hint="put right the one that is wrong; where two papers differ, write a `[[disagreement]]`",
        other=(written.places[bearer], "decides"),
    )

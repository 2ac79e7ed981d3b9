"""Rules about names and codes: two entities with the same one, names that only look different, look-alike letters."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ...format import KINDS, RELATIONS
from ...format.errors import WARNING
from ...format.records import Claim, Entity
from ...format.text import fold
from ..code import Code
from ..report import Place, Report
from .written import Period, Written, may_be_apart

_LETTERS = MappingProxyType(
    dict(
        zip(
            "АВЕКМНОРСТХЅІЈаеорсухѕіјԁһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρυıɡ",  # noqa: RUF001 - the look-alikes themselves
            "ABEKMHOPCTXSIJaeopcyxsijdhlABEZHIKMNOPTYXoaivpuig",
            strict=True,
        )
    )
)
"""The letters a to z that Cyrillic, Greek and other letters look like, by those letters."""

_LOOKS = str.maketrans(dict(_LETTERS))
_UNSEEN = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff")
"""Characters without a visible width."""

_WORD = re.compile(r"\w+")


def _two(one: str, other: str) -> str:
    return f'[[body]]\nid = "board"\nname = "{one}"\n\n[[body]]\nid = "board-2"\nname = "{other}"\n'


def _coded(ends: str) -> str:
    """Return a model with two practices with one code, the first with or without a last day."""
    return (
        '[[organisation]]\nid = "old"\nname = "Old"\n'
        f'identifiers = [{{ identifier = "E84001", scheme = "ODS"{ends} }}]\n\n'
        '[[organisation]]\nid = "new"\nname = "New"\nidentifiers = [{ identifier = "E84001", scheme = "ODS" }]\n'
    )


CODES: Mapping[str, Code] = {
    "same-code": Code(
        "Two entities have one code of one register at one time. A register gives each code once; it may pass from one to "
        "another, and then each has its dates.",
        _coded(""),
        _coded(', end_date = "2021"'),
    ),
    "same-name": Code(
        "Two entities of one kind have one name in one place: probably one that is written twice.",
        _two("Board", "Board"),
        _two("Board", "Second Board"),
    ),
    "names-alike": Code(
        "Two names differ only by capitals, signs, or letters that look the same: a reader takes them for one.",
        _two("Finance Committee", "Finance committee"),
        _two("Finance Committee", "Audit Committee"),
    ),
    "odd-letter": Code(
        "A name has a character that takes no room, or a letter of another script that looks like one of a to z. A search "
        "for the name as it is read might not find it.",
        '[[body]]\nid = "board"\nname = "B\\u043eard"\n',
        '[[body]]\nid = "board"\nname = "Board"\n',
    ),
}
"""The codes of this family."""


def check_names(written: Written, report: Report) -> None:
    """Report codes and names that two entities share, and look-alike letters."""
    _codes(written, report)
    for entity in written.entities.values():
        for name, place in _names(written, entity):
            odd = _odd(name)
            if odd:
                _odd_letter(odd, place, report)
    _in_one_place(written, report)
    _looks(written, report)


def _in_one_place(written: Written, report: Report) -> None:
    """Report two entities of one kind in one place with the same name but for capitals and punctuation."""
    parents = _parents(written)
    seen: dict[tuple[str, str, str], tuple[Entity, str]] = {}
    for entity in written.entities.values():
        name = _name(entity)
        if not name or KINDS[entity.kind].record:
            continue
        for parent in sorted(parents.get(entity.id, ("",))):
            earlier, other = seen.setdefault((entity.kind, fold(name), parent), (entity, name))
            if earlier is not entity and not _are_distinct(entity, earlier, written):
                where = "in the same place" if parent else "and both stand in no place"
                _alike(entity, name, earlier, other, where, written, report)
                break


def _are_distinct(one: Entity, other: Entity, written: Written) -> bool:
    """Whether two entities of one name have different codes, as two practices may, or one followed the other."""
    codes = [{str(claim.value) for claim in each.claims("identifiers")} for each in (one, other)]
    if codes[0] and codes[1] and codes[0].isdisjoint(codes[1]):
        return True
    return may_be_apart(_life(written, one), _life(written, other))


def _looks(written: Written, report: Report) -> None:
    """Report names, in any place, that look the same and have different letters."""
    seen: dict[tuple[str, str], tuple[Entity, str]] = {}
    for entity in written.entities.values():
        name = _name(entity)
        if not name.isascii():
            seen.setdefault((entity.kind, fold(look_of(name))), (entity, name))
    for entity in written.entities.values() if seen else ():
        name = _name(entity)
        earlier, other = seen.get((entity.kind, fold(look_of(name))), (entity, name))
        if earlier is not entity and fold(name) != fold(other):
            _alike(earlier, other, entity, name, "", written, report)


def _parents(written: Written) -> Mapping[str, set[str]]:
    """Return the entities that each entity is part of, or is about."""
    parents: dict[str, set[str]] = {}
    for relation in written.tables.relations:
        kind = RELATIONS[relation.kind]
        if kind.places is not None and not kind.involves and not kind.places_object:
            parents.setdefault(relation.subject, set()).add(relation.object)
    return parents


def _name(entity: Entity) -> str:
    """Return the latest name of an entity as written; empty if it is invalid."""
    value = entity.values.get("name")
    if isinstance(value, tuple):
        last = value[-1]
        value = last.value if isinstance(last, Claim) else None
    return value if isinstance(value, str) else ""


def _names(written: Written, entity: Entity) -> Iterator[tuple[str, Place]]:
    around = written.places[entity.id]
    name = entity.values.get("name")
    if isinstance(name, str):
        yield name, (around, "name")
    for attribute, main in (("name", "value"), ("other_names", "name")):
        for claim, place in written.claims(entity, attribute):
            if isinstance(claim.value, str):
                yield claim.value, (place, main)


def _life(written: Written, entity: Entity) -> Period:
    start, end = written.start(entity), written.end(entity.id)
    return None if start is None else start[0], None if end is None else end[0]


def _alike(
    entity: Entity, name: str, earlier: Entity, other: str, where: str, written: Written, report: Report
) -> None:
    place, first = ((written.places[each.id], "name") for each in (entity, earlier))
    if name == other:
        report.add(
            "same-name",
            f"{entity.kind} `{entity.id}` has the name of `{earlier.id}` at {{other}}, {where}",
            place,
            severity=WARNING,
            hint="write one entity, or give each the name that tells it from the other",
            other=first,
        )
    else:
        report.add(
            "names-alike",
            f"{entity.kind} `{entity.id}` has a name that looks like that of `{earlier.id}` at {{other}}",
            place,
            severity=WARNING,
            hint="write both alike where they are one, else give each the name that tells it from the other",
            other=first,
        )


def look_of(name: str) -> str:
    """Return a name as it looks: without invisible characters, and with look-alikes replaced by the letters they resemble."""
    if name.isascii():
        return name
    plain = unicodedata.normalize("NFKC", name).translate(_LOOKS)
    return "".join(char for char in plain if char not in _UNSEEN)


def _odd(name: str) -> str:
    """Return the first invisible character of a name, or the first look-alike among letters of a to z."""
    if name.isascii():
        return ""
    for number, char in enumerate(name):
        if char in _UNSEEN and name[max(0, number - 1) : number + 2].replace(char, "").isascii():
            return char
    for word in _WORD.findall(name):
        mixed = next((char for char in word if char in _LETTERS), "")
        if mixed and any("a" <= char.lower() <= "z" and char.isascii() for char in word):
            return mixed
    return ""


def _odd_letter(char: str, place: Place, report: Report) -> None:
    looks = _LETTERS.get(char)
    what = f"the name of the character is {unicodedata.name(char, 'not known').lower()}"
    report.add(
        "odd-letter",
        f"the name has the letter U+{ord(char):04X}, which looks like `{looks}`; {what}"
        if looks
        else f"the name has the character U+{ord(char):04X}, which takes no room; {what}",
        place,
        severity=WARNING,
        hint=f"type `{looks}` in its place" if looks else "take it out; or type the word again",
    )


def _codes(written: Written, report: Report) -> None:
    """Report a code that two entities have at the same time."""
    seen: dict[tuple[str, str], list[tuple[Entity, Period, Place]]] = {}
    for entity in written.entities.values():
        for claim, place in written.claims(entity, "identifiers"):
            scheme = str(claim.details.get("scheme")).casefold()
            life = _life(written, entity)
            period = (claim.start_date or life[0], claim.end_date or life[1])
            bearers = seen.setdefault((scheme, str(claim.value)), [])
            # only with the last two, so that a code of a thousand entities costs a thousand comparisons
            for earlier, its, other in bearers[-2:]:
                if earlier is not entity and not may_be_apart(period, its):
                    report.add(
                        "same-code",
                        f"{entity.kind} `{entity.id}` has the code of `{earlier.id}` at {{other}}",
                        (place, "identifier"),
                        severity=WARNING,
                        hint="put right the one that is wrong; a code that passed on has an `end_date` where it was before",
                        other=(other, "identifier"),
                    )
                    break
            bearers.append((entity, period, place))

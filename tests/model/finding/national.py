"""The national mapping files as a graph, and how a person types the names in them."""

import csv
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from tests.programs import beside
from tiers.model import Claim, Entity, Evidence, Graph, Relation
from tiers.model.format.records import Value
from tiers.model.format.text import fold

DIRECTORY = beside("national", "TIERS_NATIONAL")
"""Where the files lie."""

LATEST, OLDER = "2026-08", ("2020-09", "2022-01")
COLUMNS = (
    ("PRACTICE", "organisation", "PCN"),
    ("PCN", "partnership", "SUB_ICB_LOCATION"),
    ("SUB_ICB_LOCATION", "area", "ICB"),
    ("ICB", "organisation", "COMM_REGION"),
    ("COMM_REGION", "area", ""),
)


def _path(month: str) -> Path:
    return DIRECTORY / f"gp-reg-pat-prac-map_{month}.csv"


def missing() -> bool:
    """Whether one of the files is not there."""
    return not all(_path(month).is_file() for month in (LATEST, *OLDER))


def _rows(month: str) -> list[dict[str, str]]:
    with _path(month).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def names() -> Mapping[str, str]:
    """Return the latest names by code."""
    rows = _rows(LATEST)
    found = {row[f"{each}_CODE"]: row[f"{each}_NAME"] for row in rows for each, _, _ in COLUMNS}
    found.pop("U", None)  # a row for what is in no network
    return MappingProxyType(found)


@cache
def older_names() -> Mapping[str, frozenset[str]]:
    """Return by code the names of practices and networks in the older files that are not their name now."""
    found: dict[str, set[str]] = {}
    for month in OLDER:
        for row in _rows(month):
            for each in ("PRACTICE", "PCN"):
                code, name = row[f"{each}_CODE"], row[f"{each}_NAME"]
                if names().get(code, name) != name:
                    found.setdefault(code, set()).add(name)
    return MappingProxyType({code: frozenset(each) for code, each in found.items()})


@cache
def national_graph() -> Graph:
    """Return the structure of the latest file, each entity with its code as its only identifier."""
    entities: dict[str, Entity] = {}
    relations: dict[tuple[str, str], Relation] = {}
    evidence = Evidence()
    for row in _rows(LATEST):
        for each, kind, above in COLUMNS:
            code, whole = row[f"{each}_CODE"], row[f"{above}_CODE"] if above else ""
            if code not in names():
                continue
            entity_id = f"at-{code.lower()}"
            if entity_id not in entities:
                codes = (Claim("identifiers", code, evidence),)
                former = tuple(
                    Claim("other_names", name, evidence, details={"use": "former"})
                    for name in sorted(older_names().get(code, ()))
                )
                values: dict[str, Value | tuple[Claim, ...]] = {"name": names()[code], "identifiers": codes}
                values["other_names"] = former
                entities[entity_id] = Entity(entity_id, kind, values, evidence)
            if whole in names():
                pair = (entity_id, f"at-{whole.lower()}")
                relations[pair] = Relation("part_of", *pair, evidence)
    return Graph.of(entities, relations.values())


@cache
def _frequencies() -> Counter[str]:
    return Counter(word for name in names().values() for word in set(fold(name).split()))


def _rarest(name: str) -> str:
    return min(fold(name).split(), key=lambda word: (_frequencies()[word], -len(word)))


def _in_longest(name: str, change: Callable[[str, int], str]) -> str:
    """Return a name with its longest word changed at its middle."""
    words = fold(name).split()
    longest = max(words, key=len)
    return " ".join(change(word, len(word) // 2) if word == longest else word for word in words)


TYPED: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "as it is": str,
        "its rarest word": _rarest,
        "two letters swapped": lambda name: _in_longest(
            name, lambda word, at: word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        ),
        "a letter missing": lambda name: _in_longest(name, lambda word, at: word[:at] + word[at + 1 :]),
        "a letter doubled": lambda name: _in_longest(name, lambda word, at: word[: at + 1] + word[at:]),
        "a wrong letter": lambda name: _in_longest(name, lambda word, at: word[:at] + "x" + word[at + 1 :]),
        "words reversed": lambda name: " ".join(reversed(fold(name).split())),
        "without its last word": lambda name: name.rpartition(" ")[0],
        "american spelling": lambda name: name.lower().replace("centre", "center"),
    }
)
"""How a person types a name, by the words of the quality file."""


def typed(how: str, code: str) -> str:
    """Return what a person types who looks for the bearer of a code."""
    if how == "code":
        return code.lower()
    if how == "an older name":
        return min(older_names()[code])
    return TYPED[how](names()[code])

"""The levels of the official lists, from the region down to the practice, and the types of body on each."""

from collections.abc import Mapping

import attrs

REGION, SYSTEM, LOCATION, NETWORK, PRACTICE = "region", "system", "location", "network", "practice"

ABOVE: Mapping[str, str] = {PRACTICE: NETWORK, NETWORK: LOCATION, LOCATION: SYSTEM, SYSTEM: REGION}
"""The level above each level."""


@attrs.frozen
class BodyType:
    """A type of body on one level.

    Attributes:
        prefix: The beginning of the ids of its bodies; the code follows.
        level: The level.
        kind: The kind of entity.
        classification: Its `classification`.
        columns: The columns of its code, its name and its ONS code; the last is empty for none.
        tier: Its tier; empty if it follows from what the body is part of.
        summary: What it is, in plain words; empty if its name says it.
    """

    prefix: str
    level: str
    kind: str
    classification: str
    columns: tuple[str, str, str]
    tier: str = ""
    summary: str = ""


BODY_TYPES: tuple[BodyType, ...] = (
    BodyType(
        "region",
        REGION,
        "area",
        "NHS England region",
        ("COMM_REGION_CODE", "COMM_REGION_NAME", "ONS_COMM_REGION_CODE"),
        "region",
        "A geography by which NHS England reports; it is not an organisation.",
    ),
    BodyType("stp", SYSTEM, "partnership", "STP", ("STP_CODE", "STP_NAME", "ONS_STP_CODE"), "system"),
    BodyType(
        "icb",
        SYSTEM,
        "organisation",
        "integrated care board",
        ("ICB_CODE", "ICB_NAME", "ONS_ICB_CODE"),
        "system",
    ),
    BodyType(
        "ccg",
        LOCATION,
        "organisation",
        "clinical commissioning group",
        ("CCG_CODE", "CCG_NAME", "ONS_CCG_CODE"),
    ),
    BodyType(
        "sub-icb",
        LOCATION,
        "area",
        "sub-ICB location",
        ("SUB_ICB_LOCATION_CODE", "SUB_ICB_LOCATION_NAME", "ONS_SUB_ICB_LOCATION_CODE"),
        "",
        "A geography for reporting below an integrated care board; it is not an organisation.",
    ),
    BodyType(
        "pcn", NETWORK, "partnership", "primary care network", ("PCN_CODE", "PCN_NAME", ""), "neighbourhood"
    ),
    BodyType("gp", PRACTICE, "organisation", "general practice", ("PRACTICE_CODE", "PRACTICE_NAME", "")),
)
"""The types of body, from the top; a list has one for each level."""

BY_PREFIX: Mapping[str, BodyType] = {each.prefix: each for each in BODY_TYPES}
NETWORKS, PRACTICES = BY_PREFIX["pcn"], BY_PREFIX["gp"]

POSTCODE, EXTRACTED, PUBLICATION = "PRACTICE_POSTCODE", "EXTRACT_DATE", "PUBLICATION"

UNALLOCATED = "U"
"""The network code of practices that are in no network; it is not an organisation."""


def id_of(body_type: BodyType, code: str) -> str:
    """Return the id of a body, which is the same for the same code in every list."""
    return f"{body_type.prefix}-{code.lower()}"


def type_of(entity_id: str) -> BodyType | None:
    """Return the type of a body by its id; `None` for an id that no list makes."""
    prefix, _, code = entity_id.rpartition("-")
    return BY_PREFIX.get(prefix) if code else None


def level_of(entity_id: str) -> str:
    """Return the level of a body by its id; empty for an id that no list makes."""
    body_type = type_of(entity_id)
    return "" if body_type is None else body_type.level


def code_of(entity_id: str) -> str:
    """Return the code in the id of a body."""
    return entity_id.rpartition("-")[2].upper()

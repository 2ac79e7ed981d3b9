"""The columns of delegations in `csv` and `jsonl`: giver, taker, function, extent, and who stays accountable."""

from collections.abc import Mapping

from tiers.model import Relation

DELEGATION_COLUMNS = (
    "delegated_from",
    "delegated_to",
    "function",
    "extent_agreed",
    "extent",
    "limit_up_to",
    "limit_unit",
    "limit_above",
    "limit",
    "legal_basis",
    "accountable",
)
"""The columns; their values are ids, or words such as `not_stated`."""


def delegation_of(relation: Relation | None) -> Mapping[str, object]:
    """Return the recorded values of a delegation, by column; empty for any other relation."""
    if relation is None or relation.kind != "delegates_to":
        return {}
    details = relation.details
    extent, limit = (_table(details.get(name)) for name in ("extent", "limit"))
    return {
        "delegated_from": relation.subject,
        "delegated_to": relation.object,
        "function": details.get("function"),
        "extent_agreed": extent.get("agreed"),
        "extent": extent.get("text"),
        "limit_up_to": limit.get("up_to"),
        "limit_unit": limit.get("unit"),
        "limit_above": limit.get("above"),
        "limit": limit.get("text"),
        "legal_basis": details.get("legal_basis"),
        "accountable": details.get("accountable"),
    }


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}

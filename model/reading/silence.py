"""Reads `unknown`: either a source states it, or it only means that the sources do not say."""

from collections.abc import Mapping
from types import MappingProxyType

from ..format import NOT_STATED, STATED, UNKNOWN, Key
from ..format.records import Value


def is_stated(raw: Mapping[str, object]) -> bool:
    """Whether an inline table has its own source for `unknown`; inherited sources do not count."""
    return raw.get("basis") == STATED


def silence(key: Key, value: Value) -> Value:
    """Return a value without a source for `unknown`, which becomes `not_stated`, also inside a table."""
    if value == UNKNOWN and UNKNOWN in key.words:
        return NOT_STATED
    if key.type == "table" and isinstance(value, Mapping):
        return MappingProxyType(
            {part.name: silence(part, value[part.name]) for part in key.parts if part.name in value}  # type: ignore[arg-type] # read by these parts
        )
    return value


def silences(parts: Mapping[str, Key], read: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values of an inline table without a source for `unknown`."""
    return {name: silence(parts[name], value) for name, value in read.items()}

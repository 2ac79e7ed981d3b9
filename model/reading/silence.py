"""What `unknown` means where it is written: that a source states it, or only that the sources do not say."""

from collections.abc import Mapping
from types import MappingProxyType

from ..format import NOT_STATED, STATED, UNKNOWN, Key
from ..format.records import Value


def is_stated(raw: Mapping[str, object]) -> bool:
    """Whether an inline table says itself that a source states it; what it takes from around it does not count."""
    return raw.get("basis") == STATED


def silence(key: Key, value: Value) -> Value:
    """Return a value that no source is said to state: `not_stated` for `unknown`, also inside a table, others as they are."""
    if value == UNKNOWN and UNKNOWN in key.words:
        return NOT_STATED
    if key.type == "table" and isinstance(value, Mapping):
        return MappingProxyType(
            {part.name: silence(part, value[part.name]) for part in key.parts if part.name in value}  # type: ignore[arg-type] # read by these parts
        )
    return value


def silences(parts: Mapping[str, Key], read: Mapping[str, Value]) -> dict[str, Value]:
    """Return the values of an inline table of which no source is said to state that they are unknown."""
    return {name: silence(parts[name], value) for name, value in read.items()}

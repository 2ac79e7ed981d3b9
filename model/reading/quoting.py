"""Words for a piece of a model in a message: quoted, shortened, on one line."""

from datetime import date, datetime, time

from .tokens import in_range


def shown(raw: object) -> str:
    """Return the words for a TOML value in a message: `the number 3`, `a table`."""
    if isinstance(raw, bool):
        return f"`{str(raw).lower()}`"
    if isinstance(raw, int | float):
        return f"the number {raw}" if in_range(raw) else "a number out of range"
    if isinstance(raw, str):
        return f"the text {quoted(raw)}"
    if isinstance(raw, date | datetime | time):
        return "a TOML date without quotes"
    return "a list" if isinstance(raw, list) else "a table"


def quoted(text: str) -> str:
    """Return a text of the model for a message: quoted, on one line, at most 60 characters, control characters escaped."""
    short = text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - said in the docstring
    return '"' + "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in short) + '"'


def safe_key(name: str) -> str:
    """Return a key of the model for a message, without quotes."""
    return quoted(name)[1:-1]

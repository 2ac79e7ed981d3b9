"""The form of an entity's id."""

import re

_FORM = re.compile(r"[a-z0-9][a-z0-9-]{0,199}", re.ASCII)

ID_FORM = "use at most 200 lower-case letters, digits and hyphens, and begin with a letter or digit"

RESERVED = frozenset(("not_stated", "unknown", "none"))
"""The words that may be written in place of an id, and therefore cannot be ids."""


def is_id(text: str) -> bool:
    """Return whether a text has the form of an id: lower-case letters, digits and hyphens."""
    return _FORM.fullmatch(text) is not None

"""What an id may be."""

import re

_FORM = re.compile(r"[a-z0-9][a-z0-9-]{0,199}", re.ASCII)

ID_FORM = "use at most 200 lower-case letters, digits and hyphens, and begin with a letter or digit"

RESERVED = frozenset(("unknown", "none"))
"""Words that stand in place of an id and so cannot be one."""


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return _FORM.fullmatch(text) is not None

"""One table of an imported model, with its keys as a reader of TOML returns them."""

from collections.abc import Mapping, Sequence

import attrs

Item = str | dict[str, "str | list[str]"]
Data = str | dict[str, str] | Sequence[Item]
"""A value of a key, as a reader of TOML returns it."""

REGIONS_FILE, SOURCES_FILE = "regions.toml", "sources.toml"


@attrs.frozen(eq=False)
class Table:
    """One table of the model.

    Attributes:
        id: The id of the entity.
        kind: Its kind.
        file: The name of the file that it belongs in.
        values: Its keys except the id, in the order of writing.
    """

    id: str
    kind: str
    file: str
    values: Mapping[str, Data]

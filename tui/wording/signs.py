"""The symbol of each kind, one cell wide, with its ASCII form and its word."""

from collections.abc import Mapping
from types import MappingProxyType

from tiers.model.format import KINDS
from tiers.model.format.unchanging import Unchanging


class Sign(Unchanging):
    """The symbol and the word of a kind of row.

    Attributes:
        symbol: One cell wide; empty for a heading.
        ascii: The symbol where only ASCII can be written.
        word: The word for the kind, as shown to the reader.
    """

    symbol: str
    ascii: str
    word: str


SIGNS: Mapping[str, Sign] = MappingProxyType(
    {
        "group": Sign("", "", ""),
        "delegation": Sign("↓", "v", "delegation"),
        "seat": Sign("⊡", "h", "seat"),
        **{name: Sign(kind.symbol, kind.ascii, kind.word) for name, kind in KINDS.items()},
    }
)
"""The names of the kinds of rows: those of the kinds of the model, and of groups, delegations and seats without a named holder."""

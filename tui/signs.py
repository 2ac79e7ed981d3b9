"""How each kind is told apart: a symbol of one cell, the same in ASCII, and a word."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs


@attrs.frozen(eq=False, repr=False)
class Sign:
    """How a kind of row is marked.

    Attributes:
        symbol: One cell wide; empty for a row that is a heading.
        ascii: The symbol where only ASCII can be written.
        word: What it is, for a reader.
    """

    symbol: str
    ascii: str
    word: str


SIGNS: Mapping[str, Sign] = MappingProxyType(
    {
        "group": Sign("", "", ""),
        "delegation": Sign("↓", "v", "delegation"),
        "organisation": Sign("·", ".", "organisation"),
        "partnership": Sign("●", "@", "partnership"),
        "layer": Sign("≡", "=", "layer"),
        "body": Sign("■", "#", "body"),
        "collective": Sign("○", "o", "collective"),
        "workstream": Sign("◆", "*", "workstream"),
        "type": Sign("◇", "~", "type of body"),
        "function": Sign("◈", "%", "function"),
        "area": Sign("□", "[", "area"),
        "site": Sign("⌂", "^", "site"),
        "post": Sign("△", "p", "post"),
        "person": Sign("▲", "P", "person"),
        "plan": Sign("▤", "-", "plan"),
        "priority": Sign("★", "!", "priority"),
        "programme": Sign("»", ">", "programme"),
        "service": Sign("+", "+", "service"),
        "commitment": Sign("☐", "_", "commitment"),
        "event": Sign("◐", "/", "event"),
        "metric": Sign("∑", "n", "metric"),
        "issue": Sign("?", "?", "question or gap"),
        "conflict": Sign("≠", "x", "disagreement"),
        "source": Sign("§", "s", "source"),
        "term": Sign("“", '"', "term"),
    }
)
"""Every kind of row by its name: the kinds of the model, a group and a delegation."""

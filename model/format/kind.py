"""The definition of an entity kind: its keys, symbol and wording, and what it is exported as."""

import attrs

from .keys import Key


@attrs.frozen(eq=False, repr=False)
class Kind:
    """An entity kind, such as `organisation`, `body` or `post`, with all that is true of it.

    Attributes:
        name: The name of its TOML table, in the singular.
        plural: The plural, for headings and group rows.
        meaning: What it is, in one sentence.
        standard: What it corresponds to in W3C ORG, Popolo or SKOS; empty for nothing.
        keys: The attributes it may have beyond `COMMON`.
        record: Whether it describes the documents and not the world (a source, a term, a disagreement): found by id
            and by search, but not by name.
        symbol: Its symbol in the tree, one cell wide.
        ascii: The symbol in ASCII output.
        word: The word for one of its entities; by default its name.
        former: The former name of its table, which a hint replaces by the present one; empty for none.
        filed: Whether the tree of tiers has it in the row *Also recorded*.
        in_sight: The kind of relation to it by which one of it stands in sight all the same; empty for none.
        org: The class it is exported to in the Organization Ontology and its neighbours; empty for none.
    """

    name: str
    plural: str
    meaning: str
    standard: str
    keys: tuple[Key, ...] = ()
    record: bool = False
    symbol: str = attrs.field(kw_only=True)
    ascii: str = attrs.field(kw_only=True)
    word: str = attrs.field(kw_only=True)
    former: str = attrs.field(default="", kw_only=True)
    filed: bool = attrs.field(default=False, kw_only=True)
    in_sight: str = attrs.field(default="", kw_only=True)
    org: str = attrs.field(default="", kw_only=True)

    @word.default
    def _word(self) -> str:
        return self.name

"""The definition of an entity kind: its keys, symbol and wording, and its classes in exports."""

from .keys import Key
from .unchanging import Unchanging, following


class Kind(Unchanging):
    """An entity kind, such as `organisation`, `body` or `post`, with everything that is true of it.

    Attributes:
        name: The name of its TOML table, in the singular.
        plural: The plural, for headings and group rows.
        meaning: What it is, in one sentence.
        standard: The class in W3C ORG, Popolo or SKOS that it corresponds to; empty for none.
        symbol: Its symbol in the tree, one cell wide.
        ascii: The symbol in ASCII output.
        keys: The attributes it may have beyond `COMMON`.
        record: Whether it describes documents and not the world (a source, a term, a disagreement): found by
            id and by search, but not by name.
        word: The word for one of its entities; by default its name.
        former: The former name of its table, which a hint replaces by the present one; empty for none.
        filed: Whether the tiers view shows it in the row *Also recorded*.
        in_sight: The kind of relation to an entity by which it is nevertheless shown outside that row; empty
            for none.
        org: Its class in the export to the Organization Ontology and related vocabularies; empty for none.
    """

    name: str
    plural: str
    meaning: str
    standard: str
    symbol: str
    ascii: str
    keys: tuple[Key, ...] = ()
    record: bool = False
    word: str = following(factory=lambda kind: kind.name)
    former: str = ""
    filed: bool = False
    in_sight: str = ""
    org: str = ""

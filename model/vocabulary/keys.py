"""The keys of the TOML format: name, type and meaning.

One table of keys serves the reader, `docs/model.md` and the JSON Schema, so that the three cannot disagree.
"""

import attrs

STATED = "stated"
INFERRED = "inferred"
UNKNOWN = "unknown"
NONE = "none"


@attrs.frozen(eq=False, repr=False)
class Key:
    """One key of a TOML table.

    Attributes:
        name: As written in TOML.
        type: One of `id`, `text`, `texts`, `date`, `integer`, `number`, `flag`, `choice`, `reference`,
            `references`, `citations`, `table` (one inline table of `parts`), `map` (keys are free, values text).
        meaning: One sentence for the author of a model.
        required: Whether the key must be there.
        choices: The words allowed, for `choice`.
        kinds: The kinds a reference may point to; empty for any kind.
        claims: `no`: a plain value only. `one`: a value, or a list of claims of which one holds at a time.
            `many`: a list of claims that hold side by side.
        main: For claims, the key of the inline table that bears the value.
        parts: Further keys of the inline table.
        words: Words such as `unknown` that are allowed in place of the type.
    """

    name: str
    type: str
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    claims: str = "no"
    main: str = "value"
    parts: "tuple[Key, ...]" = ()
    words: tuple[str, ...] = ()


BASIS = Key(
    "basis",
    "choice",
    "`stated` when a source says so, `inferred` when it is our reading.",
    choices=(STATED, INFERRED),
)
AS_AT = Key("as_at", "date", "The day the statement speaks of, where it is not the date of the source.")
SOURCES = Key(
    "sources",
    "citations",
    "Where it is written: source ids, each with `#` and a locator of that source.",
)
NOTE = Key("note", "text", "What a reader must know to take the statement rightly.")
START_DATE = Key("start_date", "date", "The day it began, only where a source says so.")
END_DATE = Key("end_date", "date", "The last day it held, only where a source says so.")
EXPECTED_DATE = Key("expected_date", "date", "The day a source expects it to begin.", claims="one")

PROVENANCE = (AS_AT, BASIS, SOURCES, NOTE)
"""The keys every claim and every relation may bear."""

PERIOD = (START_DATE, END_DATE)

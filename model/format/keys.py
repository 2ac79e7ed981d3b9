"""The definition of one key of the TOML format (name, type, meaning), and the keys for dates and sources.

One table of keys serves the reader, `docs/model.md` and the JSON Schema, so that the three cannot disagree.
"""

from .unchanging import Unchanging, following

STATED = "stated"
INFERRED = "inferred"

NOT_STATED = "not_stated"
"""The sources do not say. It does not replace what another source says."""
UNKNOWN = "unknown"
"""A source states that it is not known. It replaces what was known before."""
NONE = "none"
"""A source states that there is none."""
OPEN = (NOT_STATED, UNKNOWN)
"""The words for what is not known, for whatever reason."""
NOBODY = (*OPEN, NONE)
"""The words in place of a value or an id."""
SAID_NOT_STATED, SAID_NOT_RECORDED = "not stated", "not recorded"
"""How `not_stated`, and what is not in the model, read on the screen and in print."""

LINE = "line"
SECTION = "section"
OWN = "own"


_EXAMPLES = {
    "id": '"our-board"',
    "text": '"In plain words"',
    "texts": '["frailty", "older people"]',
    "date": '"2024-03-05"',
    "integer": "3",
    "number": "300",
    "flag": "true",
    "reference": '"our-board"',
    "references": '["our-board"]',
    "citations": '["paper#page-2"]',
    "map": '{ page-2 = "Page 2: the structure" }',
}
"""An example of a value by type; a choice has its first word, a table its parts."""


def _spaced(key: "Key") -> str:
    return key.name.replace("_", " ")


def _example(key: "Key") -> str:
    if key.type == "table":
        return "{ " + ", ".join(f"{part.name} = {part.example}" for part in key.parts) + " }"
    return f'"{key.choices[0]}"' if key.choices else _EXAMPLES[key.type]


class Key(Unchanging):
    """A key that a TOML table may have, with everything that is true of it.

    Attributes:
        name: The key as written in TOML.
        type: One of `id`, `text`, `texts`, `date`, `integer`, `number`, `flag`, `choice`, `reference`,
            `references`, `citations`, `table` (one inline table of `parts`), `map` (keys are free, values
            text).
        meaning: One sentence for the author of a model.
        required: Whether the key must be there.
        choices: The words allowed, for `choice`.
        kinds: The kinds a reference may point to; empty for any kind.
        claims: `no`: a plain value only. `one`: a value, or a list of claims of which one holds at a time.
            `many`: a list of claims that hold side by side.
        main: For claims, the key of the inline table that has the value.
        parts: Further keys of the inline table.
        words: Words such as `not_stated` that are allowed in place of the type.
        label: The label on screen, before the value or above the values; by default the TOML name.
        detail: Where the detail shows it: on a `line` of its own (the default), in a `section` (the default
            where claims hold side by side), or at a place of its `own` such as the title. A detail of a
            relation has words of its `own`, or else is shown with its label.
        place: Position among the lines or sections of the detail; a new key comes last.
        ours: Whether the value is our own (a summary, an id), not a statement of a source.
        saying: Whether more values only mean that documents say more, not that anything changed.
        compared: Whether `tiers compare` compares it.
        classifies: Whether its value says what type of entity it is, as tier and status do.
        found_as: The label of this text in a search hit; empty if it is not searched.
        in_hands: For a detail that names a function, the end of the relation that has a role in it (`subject`
            or `object`), and the role.
        most: How many characters a text may have.
        least: The smallest whole number allowed; `None` for no limit.
        example: An example of its value in TOML, for the page of the format; by default that of its type.
        asks: The question to ask if its value is not stated; `{}` is the name of the entity, and for a detail
            of a relation `{0}` and `{1}` are those of its two ends. Empty if it is not asked for by itself.
        missing: The noun for what is missing then; by default its name.
        expected: Whether a reader expects it of bodies that decide, so that it is asked for even if not
            recorded.
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
    label: str = following(factory=lambda key: _spaced(key).capitalize())
    detail: str = following(factory=lambda key: SECTION if key.claims == "many" else LINE)
    place: int = 1000
    ours: bool = False
    saying: bool = False
    compared: bool = False
    classifies: bool = False
    found_as: str = following(factory=lambda key: _spaced(key) if key.type == "text" else "")
    in_hands: tuple[str, str] = ("subject", NOT_STATED)
    most: int = 20_000
    least: int | None = None
    example: str = following(factory=_example)
    asks: str = ""
    missing: str = following(factory=_spaced)
    expected: bool = False


BASIS = Key(
    "basis",
    "choice",
    "`stated` when a source says so, `inferred` when it is our reading.",
    choices=(STATED, INFERRED),
    detail=OWN,
    ours=True,
)
AS_AT = Key(
    "as_at",
    "date",
    "The day the statement speaks of, where it is not the date of the source.",
    detail=OWN,
    ours=True,
)
SOURCES = Key(
    "sources",
    "citations",
    "Where it is written: source ids, each with `#` and a locator of that source.",
    detail=OWN,
    ours=True,
)
NOTE = Key(
    "note",
    "text",
    "What a reader must know to take the statement rightly.",
    detail=OWN,
    ours=True,
    found_as="",
)
START_DATE = Key(
    "start_date",
    "date",
    "The day it began, only where a source says so.",
)
END_DATE = Key(
    "end_date",
    "date",
    "The last day it held, only where a source says so.",
)
EXPECTED_DATE = Key(
    "expected_date",
    "date",
    "The day a source expects it to begin; a slipped date keeps both, also where the new one is not known.",
    claims="one",
    words=OPEN,
    label="Expected",
    place=140,
    asks="By when is this expected: {}?",
    missing="expected day",
)

ALLOW = Key(
    "allow",
    "table",
    "Warnings of `tiers check` that are right as they are in this file, each with the reason.",
    parts=(
        Key("code", "text", "The code of the warning.", required=True, example='"two-holders"'),
        Key(
            "reason",
            "text",
            "Why it is right as it is.",
            required=True,
            example='"Page 2 says that they share the post"',
        ),
    ),
)
"""The key of `[file]` that silences warnings: a list of such tables."""

PROVENANCE = (AS_AT, BASIS, SOURCES, NOTE)
"""The keys for sources and evidence, which every claim and every relation may have."""

PROVENANCE_NAMES = frozenset(key.name for key in PROVENANCE)
"""The names of these keys."""

NO_ATTRIBUTES = frozenset(("id", *PROVENANCE_NAMES))
"""The names of the keys of a table that are neither attributes nor relations: its id, and those for its evidence."""

PERIOD = (START_DATE, END_DATE)

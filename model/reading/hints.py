"""Hints about values in other forms that people use: a date in words, a number with commas, `yes` for `true`."""

import re
from collections.abc import Collection, Container, Mapping

from ..format import KINDS, NONE, Key, keys_of, relations_of
from ..format.dates import Date, parse_date
from ..format.ids import ID_FORM
from ..format.keys import END_DATE, NOBODY, START_DATE
from ..format.kinds import FORMER
from ..format.other_words import CALLED, KEYS, MEANT, RELATED
from ..format.plain_dates import read_date
from ..format.text import fold
from .quoting import quoted
from .report import Place, Report

_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end of": (10, 12), "beginning of": (1, 3), "start of": (1, 3)}  # fmt: skip
_NUMBERS = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[t ]\d.*", re.ASCII)
_SHORT = re.compile(r"(.*[/. -])(\d{2})", re.ASCII)
_TWO_YEARS = re.compile(r"(\d{4}) ?[/–-] ?(\d{2}|\d{4})", re.ASCII)  # noqa: RUF001 - as people write it
_QUARTER = re.compile(
    r"(?:q(\d)[ ,/-]*(?P<year>\d{4})|(\d{4})[ ,/-]*q(\d))(?P<financial>[/-]\d{2})?", re.ASCII
)
_SEASON = re.compile(rf"({'|'.join((*_MONTHS, *_PARTS))})[ ,-]*(?:of )?(\d{{4}})", re.ASCII)
_AMOUNT = re.compile(r"[£$€]? ?(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?", re.ASCII)
_RANGE = re.compile(r"(.+?) *(?: to | until | and |–|—| - )+ *(.+)")  # noqa: RUF001 - as people write it
_YES = {
    "yes": "true",
    "no": "false",
    "true": "true",
    "false": "false",
    "y": "true",
    "n": "false",
    "none": "false",
}
_LONGEST = 60
"""The length from which a text is not taken for a date."""

_NOT_KNOWN = frozenset(("tbc", "tba", "tbd", "?", "n/a", "na", "soon", "now", "present", "to be confirmed", "unknown"))  # fmt: skip


def date_hint(text: str, key: Key | None = None) -> str:
    """Return how to write a date that is given in another form; empty if that is unclear.

    Args:
        text: The date as written.
        key: Its key, which says whether `not_stated` is allowed.
    """
    plain = " ".join(text.casefold().split())
    if len(plain) > _LONGEST:
        return ""
    if plain in _NOT_KNOWN:
        return (
            "leave the key out, or write `not_stated`"
            if key is not None and key.words
            else "leave the key out"
        )
    years = _TWO_YEARS.fullmatch(plain)
    if years is not None and int(years[2][-2:]) == (int(years[1]) + 1) % 100:
        start = int(years[1])
        return f'write `"{start}-04/{start + 1}-03"` for the financial year, `"{start}/{start + 1}"` for some time in the two'
    written = _period(plain) or _day(plain)
    return f'write `"{written}"`' if written else ""


def _period(plain: str) -> str:
    """Return the EDTF form of a quarter, a season, a part of a year or a range in words."""
    quarter = _QUARTER.fullmatch(plain)
    if quarter is not None:
        number, year = int(quarter[1] or quarter[4]), int(quarter["year"] or quarter[3])
        if not 1 <= number <= 4:  # noqa: PLR2004 - a year has four
            return ""
        number += 1 if quarter["financial"] else 0
        year, number = (year + 1, 1) if number > 4 else (year, number)  # noqa: PLR2004 - as above
        return f"{year}-{3 * number - 2:02}/{year}-{3 * number:02}"
    season = _SEASON.fullmatch(plain)
    if season is not None:
        first, last = (_MONTHS | _PARTS)[season[1]]
        year = int(season[2])
        return f"{year}-{first:02}/{year + (last < first)}-{last:02}"
    several = _RANGE.fullmatch(plain)
    if several is not None:
        ends = [_day(end) for end in (several[1].removeprefix("between "), several[2])]
        return "/".join(ends) if all(ends) else ""
    return ""


def _day(plain: str) -> str:
    """Return the EDTF form of a day, month or year as people write it; empty for other text."""
    numbers, time, short = _NUMBERS.fullmatch(plain), _TIME.fullmatch(plain), _SHORT.fullmatch(plain)
    tried = [plain]
    if numbers is not None:
        tried = ["-".join(part if len(part) > 1 else f"0{part}" for part in numbers.groups() if part)]
    elif time is not None:
        tried = [time[1]]
    elif short is not None and not re.match(r"\d{4}", plain):
        tried = [f"{short[1]}20{short[2]}"]
    for each in tried:
        try:
            return _read(each).text
        except ValueError:
            continue
    return ""


def _read(text: str) -> Date:
    try:
        return parse_date(text)
    except ValueError:
        return read_date(text)


def type_hint(key: Key, raw: object) -> str:
    """Return how to write a value of a wrong type; empty if that is unclear."""
    if isinstance(raw, str):
        return _text_hint(key, raw)
    if key.type in {"text", "choice", "id", "reference", "date"} and not isinstance(raw, dict | list):
        return "put it in quotes"
    if key.claims == "no" and isinstance(raw, list) and len(raw) == 1 and isinstance(raw[0], str):
        return "take off the square brackets"
    return ""


def _text_hint(key: Key, raw: str) -> str:
    """Return how to write a text where a number, a flag, a list or a table is expected."""
    plain = raw.strip().casefold()
    if key.type in {"integer", "number"}:
        amount = _AMOUNT.fullmatch(plain)
        if amount is None:
            return "write the number in digits, without quotes"
        digits = re.sub(r"[, ]", "", amount[1]) + (amount[2] or "")
        return f"write `{digits}`, without quotes or commas" if digits != plain else "take off the quotes"
    if key.type == "flag":
        flag = _YES.get(plain)
        words = " or ".join(f'`"{word}"`' for word in key.words)
        if flag is None:
            return f"write `true` or `false`{f', or {words}' if words else ''}, and the rest in `note`"
        if plain == NONE and words:
            return f"write `false` where a source says so, else {words}"
        return f"write `{flag}`, without quotes"
    if key.type == "texts" or key.claims == "many":
        needed = [f"{part.name} = {part.example}" for part in key.parts if part.required]
        written = f'"{_short(raw)}"'
        if needed:
            written = f"{{ {key.main} = {written}, {', '.join(needed)} }}"
        return f"write `{key.name} = [{written}]`"
    if key.type == "table":
        has_text = any(part.name == "text" for part in key.parts)
        return f"write `{key.name} = {_as_text(raw) if has_text else key.example}`"
    return ""


def _as_text(raw: str) -> str:
    return f'{{ text = "{_short(raw)}" }}'


def missing_hint(key: Key, raw: Mapping[str, object]) -> str:
    """Return what to write if an inline table lacks a key."""
    end = raw.get("id", raw.get("to"))
    if end in NOBODY:
        return f'of nobody nothing more is said: write `"{end}"` without a table'
    if key.choices:
        return f"it is one of {', '.join(f'`{word}`' for word in (*key.choices, *key.words))}"
    return f"write `{key.name} = {key.example}`, say"


_ANY_DAY = frozenset(("date", "dates", "day", "when", "on"))
"""The keys for a day of which only the author knows whether it is the first or the last."""


def key_hint(name: str, known: Collection[str]) -> str:
    """Return the key of a table that another word means; empty if that is unclear."""
    plain = name.casefold().replace("-", "_").replace(" ", "_") if len(name) <= _LONGEST else ""
    meant = plain if plain in known else next((key for key in KEYS.get(plain, ()) if key in known), "")
    if not meant and plain in _ANY_DAY and {START_DATE.name, END_DATE.name} <= {*known}:
        return f"write `{START_DATE.name}` for the day it began, `{END_DATE.name}` for its last day"
    return f"write `{meant}`" if meant else ""


_FOR_AN_END = {"id": ("to", "name"), "to": ("id", "name")}
"""The wrong keys that people write for the other end of a relation, by the right one."""


def is_mistaken(end: str, raw: Mapping[str, object], parts: Container[str]) -> bool:
    """Whether an inline table has a wrong key for the other end."""
    return any(other in raw and other not in parts for other in _FOR_AN_END.get(end, ()))


def part_hint(name: str, raw: Mapping[str, object], parts: Collection[str]) -> str:
    """Return the key of an inline table that another word means; empty if that is unclear."""
    for end, others in _FOR_AN_END.items():
        if name in others and end in parts and end not in raw:
            return f"write `{end}` in its place"
    return key_hint(name, parts)


def kinds_hint(name: str) -> str:
    """Return the kinds that have a key; empty if none or many have it."""
    kinds = [f"`[[{kind}]]`" for kind in KINDS if name in keys_of(kind) or name in relations_of(kind)]
    return f"it is a key of {' and '.join(kinds)}" if len(kinds) in {1, 2} else ""


def table_hint(word: str) -> str:
    """Return the table that is meant by another word for its entities; empty if that is unclear."""
    plain = word.casefold().replace("_", "-")
    plurals = {kind.plural: name for name, kind in KINDS.items()}
    known = plain if plain in KINDS else FORMER.get(plain) or plurals.get(plain)
    if known:
        return f"write `[[{known}]]`"
    if plain in RELATED:
        return f"write it as a key in the table of one end: `{RELATED[plain]} = [{{ … }}]`"
    kind = CALLED.get(plain) or CALLED.get(plain.removesuffix("s"))
    if kind and any(key.name == "decides" for key in KINDS[kind].keys):
        return f'write `[[{kind}]]`; what it is can stand in `classification = "{plain}"`'
    return f"write `[[{kind}]]`" if kind else ""


def _short(text: str) -> str:
    return text if text.isprintable() and len(text) <= 40 else "…"  # noqa: PLR2004 - as much as a hint has room for


def slug(text: str) -> str:
    """Return an id made of a name, such as `harrow-council` for Harrow Council; empty if no letters are left."""
    return fold(text).encode("ascii", "ignore").decode().replace(" ", "-").strip("-")[:60].rstrip("-")


def choice_hint(key: Key, raw: str) -> str:
    """Return the choice that another word means; empty if that is unclear."""
    plain = " ".join(raw.casefold().split()) if len(raw) <= _LONGEST else ""
    meant = plain if plain in key.choices else MEANT.get(key.name, {}).get(plain)
    return f"write `{meant}`" if meant in (*key.choices, *key.words) else ""


def wrong_id(raw: str, place: Place, report: Report, *, new: bool = False) -> None:
    """Report a text that is not an id; if it is the name of an entity, that entity's id is suggested."""
    hint = f"write `{slug(raw)}`; {ID_FORM}" if new and slug(raw) else ID_FORM
    report.add("wrong-id", f"{quoted(raw)} is not an id", place, hint=hint, named="" if new else raw)

"""Values of attributes in words: dates, numbers, `not stated`, amounts, periods."""

from collections.abc import Mapping

from tiers.model import Claim, Date, Evidence, Graph, parse_date
from tiers.model.facts.claims import counts_at_every_date, first_of, is_to_come
from tiers.model.facts.followed import followed
from tiers.model.facts.vacant import stated_word
from tiers.model.format import NONE, NOT_STATED, OPEN, UNKNOWN
from tiers.model.format.amounts import POUND, amount
from tiers.model.format.dates import earliest, period
from tiers.model.format.keys import NOBODY, SAID_NOT_STATED
from tiers.model.format.records import Value

FOLLOWS = "follows"
"""The attribute of a disagreement that names the side that is followed."""

_STATED = (UNKNOWN, NONE)
"""The words that need a source which states them."""


def value_words(graph: Graph, value: object) -> str:
    """Return a value in words: dates as people write them, `not stated`, or that a source states none.

    Text is returned as written, even if it is also the id of an entity.
    """
    if value == NOT_STATED:
        return SAID_NOT_STATED
    if value in _STATED:
        return f"{value} (stated)"
    if isinstance(value, Date):
        return value.words()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}"
    if isinstance(value, tuple):
        return ", ".join(value_words(graph, each) for each in value)
    if isinstance(value, Mapping):
        return amount_words(value) or "; ".join(
            f"{key}: {value_words(graph, each)}" for key, each in value.items()
        )
    return str(value)


def claim_words(graph: Graph, claim: Claim) -> str:
    """Return the value of a claim in words; of a disagreement its attribute or the side that is followed."""
    if claim.attribute == "attribute":
        return str(claim.value).replace("_", " ")
    if claim.value is None or claim.attribute == "values":
        return amount_words(claim.details, claim.value)
    return word_in(graph, claim.value, claim.evidence) or value_words(graph, claim.value)


def word_in(graph: Graph, value: object, evidence: Evidence) -> str:
    """Return a word in place of a value or an id, with its source; empty for a real value.

    `none (stated in the minutes)`, `unknown (stated in the minutes)`, `not stated`; the bare word where it is
    our reading.
    """
    return stated_word(graph, str(value), evidence) if value in NOBODY else ""


def amount_words(parts: Mapping[str, object], value: Value = None) -> str:
    """Return a number or a range with its qualifier and unit: `over 300 people per day`, `about £41.2 million`."""
    unit = str(parts.get("unit", ""))
    numbers = [parts.get("low"), parts.get("high")] if value is None else [value]
    counted = [each for each in numbers if isinstance(each, int | float) and not isinstance(each, bool)]
    if unit.startswith(POUND):
        said, unit = " to ".join(amount(each, unit) for each in counted), ""
    else:
        said = " to ".join(f"{each:,}" for each in counted)
    if unit.startswith("%"):
        said, unit = f"{said}{unit}", ""
    words = [str(parts.get("qualifier", "")), said, unit]
    if "per" in parts:
        words.append(f"per {parts['per']}")
    if "baseline" in parts:
        words.append(f"compared with {parts['baseline']}")
    said = " ".join(filter(None, words))
    return ": ".join(filter(None, (said, str(parts.get("text", "")))))


def when(graph: Graph, claim: Claim, word: str = "") -> str:
    """Return the period of a claim; without one, the dates of its sources after a word such as `as at`."""
    start = claim.start_date
    if start is not None and is_to_come(graph, claim.evidence, start):
        due = graph.at is None or start.first <= graph.at.last
        return f"planned: due {start.words()}" if due else f"not yet: {start.after('planned for')}"
    if start is not None or claim.end_date is not None:
        return period(start, claim.end_date)
    dates = {each.words(): each for each in graph.dates_of(claim.evidence)}
    days = sorted(dates.values(), key=lambda each: (each.first, each.words()))
    return ", ".join(
        day.words() if number or not word else day.after(word) for number, day in enumerate(days)
    )


def readable(graph: Graph, text: str) -> str:
    """Return a value in a disagreement in words: the name of an entity, a date in words."""
    return graph.name(text) if text in graph else " ".join(map(_readable, text.split(" ")))


def followed_side(graph: Graph, disagreement: str) -> str:
    """Return the followed side of a disagreement; empty where it is undecided, or follows a value that no statement gives."""
    follows = followed(graph, disagreement)
    return readable(graph, follows) if follows else ""


def from_when(graph: Graph, disagreement: str) -> str:
    """Return from when on a side is followed that was documented only after the date; empty for any other.

    An attribute whose claims count at every date has the words `first documented` instead.
    """
    entity = graph.entity(disagreement)
    follows = entity.plain("follows")
    sides = [each for each in entity.claims("positions") if each.details.get("value") == follows]
    first = earliest(day for each in sides if (day := first_of(graph, each.evidence)) is not None)
    if first is None or any(graph.was_documented(each.evidence) for each in sides):
        return ""
    if counts_at_every_date(str(entity.plain("attribute"))):
        return f", first documented {first.words()}"
    return f" from {first.words()} on"


def side_followed(graph: Graph, disagreement: str) -> str:
    """Return the followed side of a disagreement in words, or that no side is followed."""
    return followed_side(graph, disagreement) or "neither side yet"


def _readable(word: str) -> str:
    try:
        return parse_date(word).words()
    except ValueError:
        return word


def not_yet(graph: Graph, evidence: Evidence) -> str:
    """Return that a statement is only documented later than the date of the graph; empty for any other."""
    first = min(graph.dates_of(evidence), key=lambda each: (each.first, each.last), default=None)
    if graph.at is None or first is None or first.first <= graph.at.last:
        return ""
    return f"not yet documented: first documented {first.words()}"


def inferred_word(evidence: Evidence) -> str:
    """Return `inferred` for inferred evidence; empty for stated evidence."""
    return "inferred" if evidence.inferred else ""


BESIDE = " · "
"""Stands between a name and what is told beside it."""


def joined(*parts: str) -> str:
    """Return the parts that are not empty, joined by ` · `."""
    return BESIDE.join(filter(None, parts))


def expansion_words(expansion: str) -> str:
    """Return the long form of an abbreviation in words, or that no document gives it."""
    return "no document says what the letters stand for" if expansion in OPEN else expansion

"""Amounts in words: money as people read it (`£41.2 million a year`), other numbers before their unit (`12 beds`)."""

from collections.abc import Iterator

POUND = "£"
_LARGE = ((1_000_000_000, "billion"), (1_000_000, "million"))
"""The numbers that have a word, the largest first."""

_SHORT = ((1_000_000, "m"), (1_000, "k"))
"""The short forms of such numbers."""

_WRITTEN = {"billion": 1_000_000_000, "bn": 1_000_000_000, "million": 1_000_000, "m": 1_000_000, "k": 1_000}
"""The factor to pounds for a unit that begins with such a word: `£ million`, `£m`, `£k`."""

_PLACES = 3
"""How many decimal places a million or a billion may have; other numbers are written with all digits."""


def amount(number: float, unit: str) -> str:
    """Return a number with its unit: `£75,000 a year`, `£41.2 million`, `12 beds`, `72% of residents`."""
    if not unit.startswith(POUND):
        return f"{number:,}{unit}" if unit.startswith("%") else f"{number:,} {unit}".rstrip()
    pounds, rest = in_pounds(number, unit)
    return f"{POUND}{_pounds(pounds)}{f' {rest}' if rest else ''}"


def in_pounds(number: float, unit: str) -> tuple[float, str]:
    """Return a number of a unit of money in pounds, and the rest of the unit.

    `41.2` of `£ million a year` is 41,200,000 and `a year`.
    """
    word, _, rest = unit.removeprefix(POUND).strip().partition(" ")
    if word not in _WRITTEN:
        return _plain(number), f"{word} {rest}".strip()
    return _plain(number * _WRITTEN[word]), rest


def written_forms(number: float, unit: str) -> Iterator[str]:
    """Yield the searchable forms of an amount: in words, and for a large or round sum also in digits and in short."""
    yield amount(number, unit)
    if unit.startswith(POUND):
        pounds, _ = in_pounds(number, unit)
        yield f"{pounds}"
        for size, letter in _SHORT:
            share = round(pounds / size, 1)
            if pounds >= size and share * size == pounds:
                yield f"{_digits(share)}{letter}"
                return


def _plain(pounds: float) -> float:
    """Return a sum of pounds without rounding errors: a whole number if it is one, else with pence."""
    pounds = round(pounds, 2)
    return int(pounds) if pounds == int(pounds) else pounds


def _pounds(pounds: float) -> str:
    """Return a sum of pounds as people write it, without the sign."""
    for size, word in _LARGE:
        share = round(pounds / size, _PLACES)
        if pounds >= size and share * size == pounds:
            return f"{_digits(share)} {word}"
    return f"{pounds:,}" if isinstance(pounds, int) else f"{pounds:,.2f}"


def _digits(share: float) -> str:
    """Return a share of a million without trailing zeros."""
    return f"{share:,.{_PLACES}f}".rstrip("0").rstrip(".")

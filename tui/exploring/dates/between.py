"""Two dates as people write them: `2021 to 2022`, `2 Dec 2020 and Feb 2022`, `2020-12-02 2022-02-22`."""

from tiers.model import Date
from tiers.model.format.plain_dates import read_date

_BETWEEN = ("to", "until", "till", "and", "-", "\N{EN DASH}", "\N{RIGHTWARDS ARROW}")
"""Words that may stand between two dates, with a space on either side."""


def read_two_dates(text: str) -> tuple[Date, Date | None]:
    """Return the two dates that a person typed; `None` for the second where only one is typed.

    Raises:
        ValueError: It cannot be read; the message says what is expected.
    """
    words = text.removeprefix("from ").removeprefix("between ").split()
    for at in range(1, len(words)):
        after = at + (words[at].casefold() in _BETWEEN)
        try:
            return read_date(" ".join(words[:at])), read_date(" ".join(words[after:]))
        except ValueError:
            continue
    return read_date(" ".join(words)), None

"""The days of an entity in words, as the strip of the timeline draws them."""

from tiers.model.answers.periods import Period
from tiers.model.format.dates import documented, period


def period_words(found: Period) -> str:
    """Return since when and until when it stands, for when it is planned, and when documents mention it."""
    words = [period(found.begins, found.ends)]
    if found.begins is not None and found.begins == found.ends:
        words = [found.begins.words()]
    if found.due is not None:
        words.append(f"{found.due.after('planned for')}, no document says it happened")
    if found.first is not None and found.last is not None:
        words.append(f"documented {documented(found.first, found.last)}")
    return "; ".join(filter(None, words))

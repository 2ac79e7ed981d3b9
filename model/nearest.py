"""The nearest right words to a wrong one."""

from collections.abc import Iterable


def nearest(word: str, words: Iterable[str], *, limit: int = 1, cutoff: float = 60.0) -> list[str]:
    """Return up to `limit` of `words` that are most like `word`, best first.

    Args:
        word: What was written.
        words: What could have been meant.
        limit: How many at most.
        cutoff: The least likeness, from 0 to 100.
    """
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only a mistake pays for it

    found = process.extract(
        word,
        sorted(set(words)),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        limit=limit,
        score_cutoff=cutoff,
    )
    return [match for match, _, _ in found]


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return a hint that names the nearest word; empty when none is near."""
    found = nearest(word, words)
    return f"did you mean `{found[0]}`?" if found else ""

"""Read some parts of a section, and the texts among them: many that are near each other at once."""

from collections.abc import Sequence

from ..disk.mapped import Parts
from .making import ENCODING

_FAR = 4
"""If the parts asked for are fewer than one in this many of those between the first and the last, each is read alone."""


def _is_near(numbers: Sequence[int]) -> bool:
    return max(numbers) - min(numbers) < _FAR * len(numbers)


def parts_at(parts: Parts, numbers: Sequence[int]) -> Sequence[memoryview]:
    """Return some parts of a section; if they are near each other, all between the first and the last are read at once."""
    if not _is_near(numbers):
        return [parts[each] for each in numbers]
    first = min(numbers)
    found = parts.some(first, max(numbers) + 1)
    return [found[each - first] for each in numbers]


def texts_at(parts: Parts, numbers: Sequence[int]) -> Sequence[str]:
    """Return some texts of a section; if they are near each other, all between the first and the last are read at once."""
    if not _is_near(numbers):
        return [str(parts[each], *ENCODING) for each in numbers]
    first = min(numbers)
    found, ends = parts.joined(first, max(numbers) + 1)
    # a piece of one text is a tenth of the cost of the bytes of one; of Latin-1 each byte is a letter, those of ASCII the same
    whole = str(found, "latin-1")
    places = [(ends[each - first], ends[each - first + 1]) for each in numbers]
    return [
        text if (text := whole[start:end]).isascii() else str(found[start:end], *ENCODING)
        for start, end in places
    ]

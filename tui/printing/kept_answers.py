"""Keep in the cache the text of answers about a whole large model, which take longer to find than to read.

A kept answer is valid only for the same files, the same code and the same question.
"""

import os
from binascii import crc32
from collections.abc import Callable, Iterable

from tiers.model import Graph
from tiers.model.cache.code import fingerprint
from tiers.model.cache.mapped import DamagedError, opened, pieces
from tiers.model.cache.models import entry_of
from tiers.model.cache.store import write

LARGE = 2_000
"""The number of entities from which answers are kept; a smaller model is answered in a tenth of a second."""

KEPT = 4
"""The most answers of a command that are kept beside a model; a further one replaces another."""

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

Told = tuple[bool, Iterable[str]]
"""Whether anything was found, and the answer in pieces."""


def kept_answer(
    graph: Graph, asked: tuple[str | bool | int | None, ...], tell: Callable[[], Told], *, large: int = LARGE
) -> Told:
    """Return an answer from the cache; if it is not there, find and store it.

    Args:
        graph: The model.
        asked: Everything besides the model that the text depends on: the command, its options, dates, colour
            and width.
        tell: Finds the answer.
        large: The number of entities from which answers are kept.
    """
    kept = entry_of(graph)
    code = None if kept is None or len(graph) < large else fingerprint(HOME)
    if kept is None or code is None:
        return tell()
    name = f"{kept.name}.{asked[0]}-{crc32(repr(asked).encode('utf-8', 'surrogatepass')) % KEPT}"
    path, token = os.path.join(os.path.dirname(kept.path), name), (kept.token, asked, code)
    file = opened(path, token)
    try:
        if file is not None:
            return bool(file.told), (str(file.whole("text"), "utf-8", "surrogatepass"),)
    except DamagedError:
        pass
    found, told = tell()
    text = "".join(told)
    write(path, pieces(name, token, found, {"text": text.encode("utf-8", "surrogatepass")}, {}))
    return found, (text,)

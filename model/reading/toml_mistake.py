"""The mistake of a file that is not TOML, with its place."""

import tomli

from ..format.errors import Mistake
from .nodes import BrokenError
from .places import Lines
from .scanner import scan
from .toml_words import tell
from .values import safe_key


def toml_mistake(text: str, name: str, error: Exception) -> Mistake:
    """Return what is wrong with a text that tomli could not read, found anew by our own scanner.

    Args:
        text: The text of the file.
        name: The file as the author named it.
        error: What tomli raised; told in its own words where the scanner finds nothing wrong.
    """
    lines = Lines.of(text)
    try:
        scan(text, strict=True)
    except BrokenError as broken:
        told = tell(lines, broken)
    else:
        line, column = (error.lineno, error.colno) if isinstance(error, tomli.TOMLDecodeError) else (1, 1)
        return Mistake("toml", f"this is not TOML: {safe_key(str(error))}", name, line, column)
    line, column = lines.place(told.span[0])
    excerpts = [lines.excerpt(name, told.span, told.words.expected)]
    if told.other is not None:
        excerpts.append(lines.excerpt(name, told.other, "the first is here"))
    words = told.words
    return Mistake(words.code, words.message, name, line, column, words.hint, excerpts=tuple(excerpts))

"""The mistake of a file that is not TOML, with line and column."""

import tomli

from ..format.errors import Mistake
from .nodes import BrokenError
from .places import Lines
from .quoting import safe_key
from .scanner import scan
from .toml_words import describe_broken_rule


def toml_mistake(text: str, name: str, error: Exception) -> Mistake:
    """Return the mistake of a text that tomli could not read, found by our own scanner.

    Args:
        text: The text of the file.
        name: The file as the author named it.
        error: tomli's error; its message is used if the scanner finds no mistake.
    """
    lines = Lines.of(text)
    try:
        scan(text, strict=True, kept=())
    except BrokenError as broken:
        rule = describe_broken_rule(lines, broken)
    else:
        line, column = (error.lineno, error.colno) if isinstance(error, tomli.TOMLDecodeError) else (1, 1)
        return Mistake("toml", f"this is not TOML: {safe_key(str(error))}", name, line, column)
    line, column = lines.place(rule.span[0])
    excerpts = [lines.excerpt(name, rule.span, rule.words.expected)]
    if rule.other is not None:
        excerpts.append(lines.excerpt(name, rule.other, "the first is here"))
    words = rule.words
    return Mistake(words.code, words.message, name, line, column, words.hint, excerpts=tuple(excerpts))

"""Writes values, inline tables and lists as TOML, with every text escaped."""

from collections.abc import Iterable, Mapping

from .cells import Value

INDENT = "    "

_ESCAPES = {ord('"'): '\\"', ord("\\"): "\\\\"}


def value_text(value: Value) -> str:
    """Return a value as TOML; a list of one id as that id alone."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, tuple):
        return _quoted(value[0]) if len(value) == 1 else f"[{', '.join(map(_quoted, value))}]"
    return _quoted(value)


def _quoted(text: str) -> str:
    escaped = text.translate(_ESCAPES)
    if not escaped.isprintable():
        escaped = "".join(
            each if each.isprintable() or each == "\u00a0" else _escape(each) for each in escaped
        )
    return f'"{escaped}"'


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - the end of four digits


def pairs_text(values: Mapping[str, str]) -> str:
    """Return keys with values that are already TOML, in the form of an inline table's contents."""
    return ", ".join(f"{key} = {text}" for key, text in values.items())


def inline_text(values: Mapping[str, str]) -> str:
    """Return an inline table of keys with values that are already TOML."""
    return f"{{ {pairs_text(values)} }}"


def list_text(items: Iterable[str], newline: str) -> str:
    """Return a list with one entry a line."""
    return f"[{newline}{''.join(f'{INDENT}{each},{newline}' for each in items)}]"


def list_of(items: Iterable[str]) -> str:
    """Return a list on one line."""
    return f"[{', '.join(items)}]"


def sources_text(source: str) -> str:
    """Return the value of `sources` for one place in a document."""
    return f"[{_quoted(source)}]"


def table_text(kind: str, values: Mapping[str, str], newline: str) -> str:
    """Return a table with its header and keys."""
    lines = (f"{key} = {text}{newline}" for key, text in values.items())
    return f"[[{kind}]]{newline}{''.join(lines)}"

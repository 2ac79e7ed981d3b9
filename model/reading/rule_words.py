"""The message for each broken rule of TOML: code, what is wrong, what is expected, hint."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

from . import value_words
from .nodes import BrokenError
from .quoting import quoted, safe_key
from .scanner import DEPTH
from .tokens import RANGE_HINT, out_of_range
from .value_words import CURLY, Words


@attrs.frozen
class Case:
    """A broken rule of TOML with the surrounding text, from which its message is made.

    Attributes:
        error: The scanner's error.
        found: The wrong part of the text.
        line: The line in which that part begins.
        column: The column in which it begins, from 1.
        name: The key in question, safe for a message.
        first: The number of the line that it contradicts; empty for none.
        text: The whole text.
    """

    error: BrokenError
    found: str
    line: str
    column: int
    name: str
    first: str
    text: str

    @property
    def rest(self) -> str:
        """The line from the wrong part on."""
        return self.line[self.column - 1 :].strip()

    @property
    def bracket(self) -> str:
        """The innermost open bracket; empty for none."""
        return self.text[self.error.opened[-1]] if self.error.opened else ""


def _no_key(case: Case) -> Words:
    if case.found.startswith("="):
        return Words(
            "toml", "the name before the equals sign is missing", "write `name = value`", "a key is expected"
        )
    if case.found.startswith(","):
        return Words("toml", "there is one comma too many", "take one out", "a key is expected")
    if case.found[:1].isalpha():
        return _accent(case.found)
    if case.found.startswith("."):
        return Words("toml", "a name is missing before the dot", "take the dot out", "a key is expected")
    if case.line.lstrip().startswith("[") and case.found[:1] in {"", "]"}:
        return Words("toml", "the brackets have no name in them", "write `[[body]]`", "a name is expected")
    said = f"{quoted(case.found)} cannot begin a key" if case.found else "a key is missing here"
    return Words("toml", said, "write `name = value`; a comment begins with `#`", "a key is expected")


def _accent(key: str) -> Words:
    return Words(
        "missing-quotes",
        f"the key {quoted(key)} has a letter that is allowed only in quotes",
        f"write `{quoted(key)}`; without quotes a key has a to z, digits, `-` and `_`",
    )


def _no_equals(case: Case) -> Words:
    expected = "`=` is expected"
    if case.found[:1].isalpha() and not case.line[case.column - 2].isspace():
        return _accent(case.name + case.found)
    if case.found.startswith(":"):
        return Words(
            "missing-equals",
            f"there is a colon after `{case.name}` where an equals sign is expected",
            f"write `{case.name} = …`",
            expected,
        )
    if case.found[:1].isalpha() and "=" in case.rest:
        return Words(
            "missing-quotes",
            f"a key of several words, such as the one that begins with `{case.name}`, needs quotes",
            f"write `{case.name}_{safe_key(case.found)}`, or put the whole key in quotes",
            expected,
        )
    hint = f"write `{case.name} = …`; a comment begins with `#`"
    return Words("missing-equals", f"the equals sign after `{case.name}` is missing", hint, expected)


def _no_value(case: Case) -> Words:
    if case.found.startswith(","):
        return Words("toml", "there is one comma too many", "take one out", "a value is expected")
    if case.found.startswith("="):
        return Words("toml", "there is one equals sign too many", "write one `=`", "a value is expected")
    said = (
        f"there is {quoted(case.found)} where a value is expected" if case.found[:1] not in {"", "#"} else ""
    )
    return Words(
        "missing-value",
        said or "the value after the equals sign is missing",
        'write text in quotes, a number, or `"not_stated"`; or leave the key out',
        "a value is expected",
    )


def _after_value(case: Case) -> Words:
    if case.found.startswith(","):
        return Words("toml", "there is a comma after the value", "take it out; a key has a line of its own")
    before = case.line[: case.column - 1]
    if before.endswith('"') and not case.rest.startswith("#"):
        return Words(
            "toml",
            "the text in quotes ends before this, and the line goes on",
            'write `\\"` for a quote inside a text, or put the text in single quotes',
            "the end of the line is expected",
        )
    if case.found.startswith("]"):
        return Words(
            "toml", "there is one bracket too many", "take one out", "the end of the line is expected"
        )
    if case.line.lstrip().startswith("["):
        said = f"there is {quoted(case.rest)} after the header"
    else:
        said = f"there is {quoted(case.rest)} after the end of the value"
    return Words("toml", said, "begin a new line before it", "the end of the line is expected")


def _no_comma(case: Case) -> Words:
    closing = "]" if case.bracket == "[" else "}"
    what = "list" if case.bracket == "[" else "inline table"
    expected = f"`,` or `{closing}` is expected"
    if case.found[:1] in {"]", "}"}:
        return Words(
            "unclosed", f"`{case.found[:1]}` cannot close this {what}", f"close it with `{closing}`", expected
        )
    return Words(
        "missing-comma",
        f"a comma is missing between two entries of this {what}",
        "put `,` between them",
        expected,
    )


def _unclosed_text(case: Case) -> Words:
    mark = case.found[:1]
    if any(each in case.found for each in CURLY):
        return value_words.CURLY_QUOTE
    hint = f"put `{mark}` at the end of the text; a text of several lines needs three quotes"
    if mark == '"' and "\\" in case.found:
        hint = "a backslash takes away the meaning of the quote after it; write `\\\\` for a backslash"
    return Words("unclosed", "the quote that opens here is not closed on its line", hint)


def _escape(case: Case) -> Words:
    return Words(
        "backslash",
        f"the backslash in `{safe_key(case.found)}` has no meaning in a text in double quotes",
        r"write `\\` for a backslash, or put the text in single quotes: `'C:\Users'`",
    )


def control(char: str, where: str) -> Words:
    """Return the message about a control character.

    Args:
        char: The character.
        where: The part of TOML in which it is not allowed.
    """
    if char == "\r":
        return Words(
            "toml",
            "this line ends with a carriage return (CR) alone, which ends no line in TOML",
            "save the file with the line ends of Unix (LF) or Windows (CR LF)",
        )
    return Words(
        "unsafe-text",
        f"the character U+{ord(char):04X}, which is invisible, is not allowed in {where}",
        "take it out",
    )


def _twice(case: Case) -> Words:
    return Words(
        "key-twice",
        f"the key `{case.name}` is given twice; the first is in line {case.first}",
        "keep one of them",
    )


_DOTTED = re.compile(r"\s*(\d[\w-]*(?:\.[\w-]+)+)[ \t]*=", re.ASCII)
"""A key numbered like a paragraph."""


def _header(case: Case, said: str, hint: str) -> Words:
    return Words(
        "table-twice",
        said.format(name=case.name, first=case.first),
        hint.format(name=case.name, first=case.first),
    )


def _not_a_table(case: Case) -> Words:
    dotted = _DOTTED.match(case.line)
    plain = dotted[1].replace(".", "-") if dotted is not None else ""
    hint = f"a dot in a key makes a table in TOML: write `{plain}`, or give" if plain else "give"
    said = "`{name}` has a value in line {first}, so nothing can be below it here"
    return _header(case, said, f"{hint} one of the two another name")


def _open_header(case: Case) -> Words:
    rest = case.found.lstrip("[").removeprefix(case.name)
    if rest[:1].isalpha():
        return _accent(case.name + rest)
    if re.search(r"\w\s+\w", case.found):
        return Words(
            "missing-quotes",
            f"the name in the brackets has several words, of which `{case.name}` is the first",
            "write a name of one word, such as `[[body]]`",
        )
    return Words(
        "unclosed",
        f"the brackets round `{case.name}` are not closed as they were opened",
        f"write `[[{case.name}]]`, or `[{case.name}]` for a single table",
    )


def _range(case: Case) -> Words:
    return Words("number-range", out_of_range(quoted(case.found)), RANGE_HINT)


WORDS: Mapping[str, Callable[[Case], Words]] = MappingProxyType(
    {
        "no-key": _no_key,
        "no-equals": _no_equals,
        "no-value": _no_value,
        "after-value": _after_value,
        "no-comma": _no_comma,
        "unclosed-text": _unclosed_text,
        "unclosed-lines": lambda _: Words(
            "unclosed", "the three quotes that open here are never closed", "put three quotes after the text"
        ),
        "escape": _escape,
        "control-in-text": lambda case: control(case.found, "text"),
        "control-in-comment": lambda case: control(case.found, "a comment"),
        "twice": _twice,
        "not-a-table": _not_a_table,
        "closed-table": lambda case: _header(
            case,
            "`{name}` is a table of its own since line {first}, and a key with dots cannot add to it",
            "write the key below that header",
        ),
        "table-twice": lambda case: _header(
            case,
            "the table `{name}` is given twice; the first is in line {first}",
            "put all its keys below one header; for several of a kind write `[[{name}]]` each time",
        ),
        "table-after-list": lambda case: _header(
            case,
            "`[{name}]` has single brackets here, and double ones in line {first}",
            "write `[[{name}]]` with two brackets here too",
        ),
        "list-after-table": lambda case: _header(
            case,
            "`[[{name}]]` has double brackets here, and `{name}` is a single table in line {first}",
            "write both with two brackets",
        ),
        "open-header": _open_header,
        "deep": lambda _: Words(
            "too-deep",
            f"more than {DEPTH} lists and tables are nested here",
            "a model needs three levels at most",
        ),
        "deep-key": lambda _: Words(
            "too-deep", f"this key has more than {DEPTH} parts", "a model needs three levels at most"
        ),
        "range": _range,
        "bare": lambda case: value_words.bare(case.found, in_list=case.bracket == "["),
    }
)
"""The message of each rule that the scanner can find broken."""

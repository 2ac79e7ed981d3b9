"""The messages about a file that is not TOML: the words of an author, the place, a hint."""

from pathlib import Path

import pytest
import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiers.model import Mistake, read_model
from tiers.model.reading.places import Lines
from tiers.model.reading.tokens import HIGHEST, LOWEST
from tiers.model.reading.toml_mistake import toml_mistake

from .standard import cases

RANGE = f"a whole number is from {LOWEST:,} to {HIGHEST:,}"


def mistake(text: str) -> Mistake:
    with pytest.raises((ValueError, RecursionError)) as caught:
        tomli.loads(text)
    return toml_mistake(text, "m.toml", caught.value)


CASES = {
    "curly quotes": (
        "[[body]]\nid = “board”\n",
        "2:6", "curly-quote",
        "this is a curly quote, as word processors write it; TOML needs a straight one",
        'write `"` before and after the text',
    ),
    "a curly quote at the end": (
        'id = "board”\n',
        "1:6", "curly-quote",
        "this is a curly quote, as word processors write it; TOML needs a straight one",
        'write `"` before and after the text',
    ),
    "a name without quotes": (
        "name = Board of Ex\n",
        "1:8", "missing-quotes", 'the text "Board of Ex" has no quotes', 'write `"Board of Ex"`',
    ),
    "an unclosed quote": (
        'name = "Board\nid = "b"\n',
        "1:8", "unclosed", "the quote that opens here is not closed on its line",
        'put `"` at the end of the text; a text of several lines needs three quotes',
    ),
    "three unclosed quotes": (
        'a = 1\nname = """Board\nid = "b"\n',
        "2:8", "unclosed", "the three quotes that open here are never closed", "put three quotes after the text",
    ),
    "a backslash path": (
        'note = "C:\\Users\\me"\n',
        "1:11", "backslash", "the backslash in `\\U` has no meaning in a text in double quotes",
        "write `\\\\` for a backslash, or put the text in single quotes: `'C:\\Users'`",
    ),
    "a backslash at the end": (
        'note = "C:\\\\new\\"\n',
        "1:8", "unclosed", "the quote that opens here is not closed on its line",
        "a backslash takes away the meaning of the quote after it; write `\\\\` for a backslash",
    ),
    "one bracket after two": (
        '[[body]]\nid = "a"\n\n[body]\nid = "b"\n',
        "4:1", "table-twice", "`[body]` has single brackets here, and double ones in line 1",
        "write `[[body]]` with two brackets here too",
    ),
    "two brackets after one": (
        "[body]\n[[body]]\n",
        "2:1", "table-twice", "`[[body]]` has double brackets here, and `body` is a single table in line 1",
        "write both with two brackets",
    ),
    "a table twice": (
        "[file]\nx = 1\n[file]\n",
        "3:1", "table-twice", "the table `file` is given twice; the first is in line 1",
        "put all its keys below one header; for several of a kind write `[[file]]` each time",
    ),
    "a key twice": (
        '[[body]]\ndecides = "not_stated"\nx = 1\ndecides = "none"\n',
        "4:1", "key-twice", "the key `decides` is given twice; the first is in line 2",
        "keep one of them",
    ),
    "a key twice in an inline table": (
        "a = { b = 1, c.d = 2,\n  c.d = 3 }\n",
        "2:5", "key-twice", "the key `d` is given twice; the first is in line 1", "keep one of them",
    ),
    "a key below a value": (
        "a = 1\na.b = 2\n",
        "2:1", "table-twice", "`a` has a value in line 1, so nothing can be below it here",
        "give one of the two another name",
    ),
    "a key with dots into a table": (
        "[a.b]\nx = 1\n[a]\nb.y = 2\n",
        "4:1", "table-twice", "`b` is a table of its own since line 1, and a key with dots cannot add to it",
        "write the key below that header",
    ),
    "a missing comma": (
        'x = ["a" "b"]\n',
        "1:10", "missing-comma", "a comma is missing between two entries of this list",
        "put `,` between them",
    ),
    "a missing comma in a table": (
        "x = { a = 1 b = 2 }\n",
        "1:11", "toml", "there is a second key, `b`, on this line", "begin a new line before `b`",
    ),
    "a comma too many": ("x = [1,,2]\n", "1:8", "toml", "there is one comma too many", "take one out"),
    "a comma after a value": (
        'x = "a",\n', "1:8", "toml", "there is a comma after the value", "take it out; a key has a line of its own",
    ),
    "a missing equals sign": (
        'name "Board"\n',
        "1:6", "missing-equals", "the equals sign after `name` is missing",
        "write `name = …`; a comment begins with `#`",
    ),
    "a colon": (
        "name: Board\n",
        "1:5", "missing-equals", "there is a colon after `name` where an equals sign is expected", "write `name = …`",
    ),
    "a key of two words": (
        'start date = "2020"\n',
        "1:7", "missing-quotes",
        "a key of several words, such as the one that begins with `start`, needs quotes",
        "write `start_date`, or put the whole key in quotes",
    ),
    "a key with an accent": (
        'café = "x"\n',
        "1:4", "missing-quotes", 'the key "café" has a letter that is allowed only in quotes',
        'write `"café"`; without quotes a key has a to z, digits, `-` and `_`',
    ),
    "a header with an accent": (
        "[[Äb]]\n",
        "1:3", "missing-quotes", 'the key "Äb" has a letter that is allowed only in quotes',
        'write `"Äb"`; without quotes a key has a to z, digits, `-` and `_`',
    ),
    "a missing value": (
        "name =\n",
        "1:7", "missing-value", "the value after the equals sign is missing",
        'write text in quotes, a number, or `"not_stated"`; or leave the key out',
    ),
    "conflict marks": (
        "a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> other\n",
        "2:1", "conflict-mark", "this line is a mark that git leaves where two versions of a file conflict",
        "keep one of the two versions, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
    ),
    "conflict marks in a list": (
        "a = [\n  1,\n<<<<<<< HEAD\n  2,\n=======\n",
        "3:1", "conflict-mark", "this line is a mark that git leaves where two versions of a file conflict",
        "keep one of the two versions, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
    ),
    "an unclosed list before a key": (
        'sources = ["a",\n"b"\nname = "x"\n',
        "1:11", "unclosed", "the list that begins here is not closed", "put `]` after its last entry",
    ),
    "an unclosed table before a header": (
        'members = [{ to = "a",\n[[body]]\nid = "x"\n',
        "1:11", "unclosed", "the list that begins here is not closed", "put `]` after its last entry",
    ),
    "the wrong bracket": (
        "x = { a = 1 ]\n", "1:13", "unclosed", "`]` cannot close this inline table", "close it with `}`",
    ),
    "an unclosed header": (
        "[[body]\n",
        "1:1", "unclosed", "the brackets round `body` are not closed as they were opened",
        "write `[[body]]`, or `[body]` for a single table",
    ),
    "a header of two words": (
        "[[joint committee]]\n",
        "1:1", "missing-quotes", "the name in the brackets has several words, of which `joint` is the first",
        "write a name of one word, such as `[[body]]`",
    ),
    "a header without a name": (
        "[[]]\n", "1:3", "toml", "the brackets have no name in them", "write `[[body]]`",
    ),
    "text after a quote": (
        'x = "Dear "Bob""\n',
        "1:12", "toml", "the text in quotes ends before this, and the line goes on",
        'write `\\"` for a quote inside a text, or put the text in single quotes',
    ),
    "a flag in capitals": (
        "voting = True\n",
        "1:10", "wrong-value", '"True" is not a value in TOML', "write `true`, or put it in quotes if it is text",
    ),
    "nothing": (
        "end_date = null\n",
        "1:12", "wrong-value", '"null" is not a value', 'leave the key out, or write `"not_stated"` or `"none"`',
    ),
    "a day with slashes": (
        "date = 1/7/2022\n",
        "1:8", "wrong-value", '"1/7/2022" is not a date or time that TOML knows',
        'write `"2022-07-01"`',
    ),
    "a number that begins with 0": (
        "code = 0123\n",
        "1:8", "wrong-value", "the number `0123` begins with 0",
        "leave the 0 out, or put a code or telephone number in quotes",
    ),
    "a deep nest": (
        "x = " + "[" * 5000,
        "1:105", "too-deep", "more than 100 lists and tables are nested here",
        "a model needs three levels at most",
    ),
    "a deep key": (
        ".".join("a" * 5000) + " = 1",
        "1:1", "too-deep", "this key has more than 100 parts", "a model needs three levels at most",
    ),
    "a number of many digits": (
        "order = " + "9" * 5000,
        "1:9", "number-range", f'"{"9" * 59}…" is out of range: {RANGE}', "put a code or a long number in quotes",
    ),
    "a null character": (
        'x = "a\0b"\n',
        "1:7", "unsafe-text", "the character U+0000, which is invisible, is not allowed in text", "take it out",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_of_toml_is_told_in_an_authors_words(case: str) -> None:
    """Each of the usual slips is named for what it is, at its own place, with what to do."""
    text, place, code, message, hint = CASES[case]
    found = mistake(text)
    assert (f"{found.line}:{found.column}", found.code, found.message, found.hint) == (
        place,
        code,
        message,
        hint,
    )


def test_a_slip_shows_both_of_its_places() -> None:
    """A second key is shown with the line on which it stood first."""
    shown = mistake("a = 1\n  b = 2\na = 3\n").excerpts
    assert [(each.line, each.column, each.text, each.length, each.label) for each in shown] == [
        (3, 1, "a = 3", 1, ""),
        (1, 1, "a = 1", 1, "the first is here"),
    ]


def test_every_invalid_case_of_the_standard_has_a_place_and_our_words(tmp_path: Path) -> None:
    """No invalid case is read, none is a traceback, and each is told by us and not by the parser."""
    found = 0
    for path in cases("invalid"):
        first, *_ = read_model([path]).mistakes
        assert first.line, path
        assert first.column, path
        assert "not TOML" not in first.message, path
        assert first.code not in {"unknown-table", "wrong-type"}, path
        found += 1
    assert found > 300


PIECES = st.sampled_from(
    ['"', "'", '"""', "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "\n", "\r\n", "\r", "\t", " ", "\\", "#", "“", "é",
     "\0", "a", "b = 1\n", "[a]\n", "1", "0x", "-", "true", "1979-05-27", "\x7f", "=======\n"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=40))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_read_or_told_with_a_place(text: str) -> None:
    """Whatever stands in a file, it is TOML or has one mistake in our words, with a place inside the text."""
    try:
        tomli.loads(text)
    except (ValueError, RecursionError) as error:
        found = toml_mistake(text, "m.toml", error)
        lines = Lines.of(text)
        assert found.line is not None
        assert found.column is not None
        assert 1 <= found.line <= len(lines.starts)
        assert 1 <= found.column <= len(lines.line(found.line)) + 2
        assert "not TOML" not in found.message
        assert found.excerpts


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=60), st.sampled_from([b"", b"[[body]]\nid = ", b"\xff\xfe", b"\x1f\x8b", b'a = "']))
def test_any_bytes_are_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, start: bytes
) -> None:
    """Whatever bytes a file has, reading ends with a graph or with mistakes."""
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(start + data)
    reading = read_model([path])
    assert (reading.graph is None) == any(each.severity == "error" for each in reading.mistakes)

"""Changes of a TOML text in places."""

import pytest
import tomli

from tiers.model.importing.toml_file import TomlFile


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[]", '[\n    "n",\n]'),
        ("[ ]", '[\n    "n",\n]'),
        ('["a"]', '["a", "n"]'),
        ('["a",]', '["a",\n    "n",\n]'),
        ('[\n  "a",\n]', '[\n  "a",\n  "n",\n]'),
        ('[\n  "a"\n]', '[\n  "a",\n  "n",\n]'),
        ('[\n  "a", # of a, and b\n]', '[\n  "a", # of a, and b\n  "n",\n]'),
        ('[\n  "a" # of a, and b\n  , # the comma\n]', '[\n  "a" # of a, and b\n  , # the comma\n  "n",\n]'),
        ('[\n  "a" # of a\n]', '[\n  "a", # of a\n  "n",\n]'),
        ('[\n\t"a", "b"]', '[\n\t"a", "b",\n    "n",]'),
    ],
)
def test_an_entry_is_added(before: str, after: str) -> None:
    """It stands where the others do: on the line, or on a line of its own, behind what is said of the last."""
    file = TomlFile.of(f"x = {before} # end\n")
    file.append(("x",), '"n"')
    assert file.changed() == f"x = {after} # end\n"
    assert tomli.loads(file.changed())["x"][-1] == "n"


def test_a_long_line_is_not_made_longer() -> None:
    """What does not fit on the line of a list goes on lines of its own."""
    file = TomlFile.of(f'x = ["{"a" * 80}"]\n')
    file.append(("x",), f'"{"b" * 30}"')
    file.append(("x",), '"c"')
    assert file.changed() == f'x = ["{"a" * 80}",\n    "{"b" * 30}",\n    "c",\n]\n'


def test_keys_are_set_in_their_place_or_last() -> None:
    """In a table with a header below its last line, in an inline table before the brace; what is there is replaced."""
    file = TomlFile.of("[[a]]\nx = 1 # one\ny.z = 2\n\n[[a]]\ni = { p = 1, q = [ 2 ] }\n[a.sub]\nw = 1\n")
    file.set_keys(("a", 0), {"x": "3", "n": "4", "m": "5"})
    file.set_keys(("a", 1, "i"), {"q": "6", "r": "7"})
    file.set_keys(("a", 1), {"j": "8"})
    assert file.changed() == (
        "[[a]]\nx = 3 # one\ny.z = 2\nn = 4\nm = 5\n\n[[a]]\ni = { p = 1, q = 6, r = 7 }\nj = 8\n[a.sub]\nw = 1\n"
    )


def test_marks_and_line_ends_stay() -> None:
    """A byte order mark and the line ends of Windows are kept, also where something is added."""
    file = TomlFile.of("\ufeff[[a]]\r\nx = [\r\n  1,\r\n]\r\ny = 1")
    file.append(("a", 0, "x"), "2")
    file.set_keys(("a", 0), {"z": "3"})
    file.add_table("[[b]]\r\n")
    assert file.changed() == ("\ufeff[[a]]\r\nx = [\r\n  1,\r\n  2,\r\n]\r\ny = 1\r\nz = 3\r\n\r\n[[b]]\r\n")


def test_nothing_changed_is_the_same() -> None:
    """Without changes the text is given back, whatever is in it."""
    text = "# only a comment\n\n\n[file] # x\n"
    assert TomlFile.of(text).changed() == text

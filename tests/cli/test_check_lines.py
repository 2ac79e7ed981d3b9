"""`tiers check`: the line in question, standard input, and what a code means."""

import io
from pathlib import Path

import pytest

from .conftest import PLACE, Answer, Tiers


@pytest.mark.parametrize(
    ("line", "shown", "marks"),
    [
        ('name = "日本" # ', '4 | name = "日本" #', "  |        ^^^^^^"),
        ('name = "e\u0301" ', '4 | name = "e\u0301"', "  |        ^^^"),
        ("\tname\t= 1", "4 |     name    = 1", "  |     ^^^^"),
        ('name = "\u200d\u202e"', '4 | name = "\\u{200d}\\u{202e}"', "  |        ^^^^^^^^^^^^^^^^^^"),
    ],
)
def test_the_mark_stands_below_its_place(
    tiers: Tiers, tmp_path: Path, line: str, shown: str, marks: str
) -> None:
    """A mark is as wide as what it marks: wide characters, combining marks, tabs, what is shown by number."""
    path = tmp_path / "m.toml"
    twice = line if line.startswith("\t") else line.replace("name", "order")
    path.write_text(f'[[body]]\nid = "b"\nname = "B"\n{twice}\n', encoding="utf-8")
    lines = tiers("check", str(path)).out.splitlines()
    assert lines[2].replace("order ", "name ") == shown
    assert lines[3].replace("  |         ", "  |        ") == marks


def test_a_long_line_is_shown_round_its_mark(tiers: Tiers, tmp_path: Path) -> None:
    """Of a line longer than a terminal is wide the part around the mark is shown, and that it is a part."""
    path = tmp_path / "m.toml"
    path.write_text(
        f'[[body]]\nid = "b"\nname = "B"\nmember_of = [{{ note = "{"x" * 99}", nto = "{"y" * 99}" }}]\n'
    )
    lines = tiers("check", str(path)).out.splitlines()
    place = lines.index(next(each for each in lines if each.startswith("4 | …")))
    assert lines[place] == f'4 | … {"x" * 57}", nto = "{"y" * 53} …'
    assert lines[place + 1] == f"  |   {' ' * 60}^^^"


def test_standard_input_is_a_file_with_a_name(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-` and `/dev/stdin` read standard input; `--stdin-name` says what it is called."""
    for words, name in ((["-"], "stdin"), (["/dev/stdin", "--stdin-name", "a.toml"], "a.toml")):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"[[boddy]]\n")))
        answer = tiers("check", *words)
        assert answer.out.splitlines()[0] == f"{name}:1:3: error[unknown-table]: there is no kind `boddy`"
        assert (answer.status, answer.err) == (1, "1 file checked: 1 mistake, no warnings\n")


def test_standard_input_is_checked_with_other_files(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is piped may name what stands in a file."""
    path = tmp_path / "other.toml"
    path.write_text('[[body]]\nid = "b"\nname = "B"\npart_of = "a"\n', encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'[[body]]\nid = "a"\nname = "A"\n')))
    assert tiers("check", str(path), "-") == Answer(0, "", "2 files checked: no mistakes, no warnings\n")


def test_a_name_for_standard_input_that_is_not_read_is_refused(tiers: Tiers) -> None:
    """An option that would do nothing is refused."""
    assert tiers("check", str(PLACE), "--stdin-name", "x") == Answer(
        2, "", "error: `--stdin-name` names standard input, which is not read here\n\nhint: add `-`\n"
    )


def test_a_code_is_explained(tiers: Tiers) -> None:
    """`--explain` tells what a code means, with an example and how it is put right."""
    assert tiers("check", "--explain", "unknown-table") == Answer(
        0,
        "unknown-table\n\nThere is no kind of entity with this name.\n\n"
        'Wrong:\n\n    [[boddy]]\n    id = "board"\n    name = "Board"\n\n'
        'Right:\n\n    [[body]]\n    id = "board"\n    name = "Board"\n',
    )
    assert tiers("check", "--explain", "unknown-tabel").err.endswith("hint: did you mean `unknown-table`?\n")

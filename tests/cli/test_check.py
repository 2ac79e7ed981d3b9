"""`tiers check`, and how a wrong model is told by every other command."""

import json
import os
import re
from pathlib import Path

import pytest

from tiers.tui.cli.table import COMMANDS

from .conftest import PLACE, Answer, Tiers

A = """\
[[boddy]]
id = "a"

[[body]]
id = "Board One"
name = "Board"

[[body]]
id = "board"
name = 3
"""
B = """\
[[body]]
id = "board"
name = "Board again"
part_off = "board"

[[body]]
name = "No id"

[[workstream]]
id = "frailty"
name = "Café"
part_of = "bord"
status = "activ"
"""
C = """\
[[partnership]]
id = "one"
name = "One"
part_of = "two"
start_date = "2022-13"

[[partnership]]
id = "two"
name = "Two"
part_of = "one"

[[post]]
id = "chair"
name = "Ch\\u001bair"
post_in = ["one", 4]
"""

TWELVE = [
    ("a.toml", 1, 3, "there is no kind `boddy`", "did you mean `body`?"),
    (
        "a.toml", 5, 6, '"Board One" is not an id',
        "write `board-one`; use at most 200 lower-case letters, digits and hyphens, and begin with a letter or digit",
    ),
    (
        "a.toml", 10, 8, "`name` wants text in quotes or a list of tables with `value`, not the number 3",
        "put it in quotes",
    ),
    (
        "b.toml", 2, 6, "the id `board` is borne by the body at a.toml:9 too",
        "give one of them another id; where both are one, put all keys into one table",
    ),
    ("b.toml", 4, 1, "body `board` has no key `part_off`", "did you mean `part_of`?"),
    (
        "b.toml", 6, 1, "this body needs the key `id`",
        "use at most 200 lower-case letters, digits and hyphens, and begin with a letter or digit",
    ),
    ("b.toml", 12, 11, "`part_of` names `bord`, and no entity has that id", "did you mean `board`?"),
    (
        "b.toml", 13, 10,
        '`status` cannot be "activ"; it is one of `active`, `shadow`, `planned`, `proposed`, `closed`, `not_stated`, `unknown`',
        "did you mean `active`?",
    ),
    ("c.toml", 4, 11, "`one` is part of itself: `one` > `two` > `one`", "take one of these out"),
    ("c.toml", 5, 14, '`start_date` cannot be "2022-13": `2022-13` is not a day of the calendar', ""),
    (
        "c.toml", 14, 8, "`name` has the character U+001B, which may not stand in text",
        "write one line, without control characters or direction marks",
    ),
    ("c.toml", 15, 19, "`post_in` wants ids or tables with `to`, not the number 4", ""),
]  # fmt: skip
"""Twelve mistakes in three files: file, line, column, message, hint."""


@pytest.fixture
def wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of three files with twelve mistakes, in the directory the command runs in."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.toml", A), ("b.toml", B), ("c.toml", C)):
        Path(name).write_text(text, encoding="utf-8")
    return ["a.toml", "b.toml", "c.toml"]


def told() -> str:
    return "".join(
        f"{file}:{line}:{column}: {message}\n" + (f"  hint: {hint}\n" if hint else "")
        for file, line, column, message, hint in TWELVE
    )


def test_a_table_called_as_it_was_before_is_told_its_name_now(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`[[conflict]]`, which a reader may take for a conflict of interest, is told to write `[[disagreement]]`."""
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text('[[conflict]]\nid = "x"\n', encoding="utf-8")
    assert tiers("check", "a.toml").out == (
        "a.toml:1:3: error[unknown-table]: there is no kind `conflict`\n"
        "  |\n"
        "1 | [[conflict]]\n"
        "  |   ^^^^^^^^\n"
        "  = hint: write `[[disagreement]]`\n"
    )


def test_twelve_mistakes_in_three_files_are_told_in_one_run(tiers: Tiers, wrong: list[str]) -> None:
    """Every mistake of every file is told at once, each at its line and column, with the line itself."""
    answer = tiers("check", *wrong)
    assert (answer.status, answer.err) == (1, "3 files checked: 12 mistakes, no warnings\n")
    heads = [line for line in answer.out.splitlines() if "]: " in line]
    assert [re.sub(r"error\[[a-z-]+\]: ", "", head) for head in heads] == [
        f"{file}:{line}:{column}: {message}" for file, line, column, message, _ in TWELVE
    ]
    blocks = answer.out.split("\n\n")
    assert blocks[0] == (
        "a.toml:1:3: error[unknown-table]: there is no kind `boddy`\n"
        "  |\n"
        "1 | [[boddy]]\n"
        "  |   ^^^^^\n"
        "  = hint: did you mean `body`?"
    )
    assert blocks[3] == (
        "b.toml:2:6: error[duplicate-id]: the id `board` is borne by the body at a.toml:9 too\n"
        "  |\n"
        '2 | id = "board"\n'
        "  |      ^^^^^^^\n"
        "  in a.toml:9:6\n"
        '9 | id = "board"\n'
        "  |      ------- the other one is here\n"
        "  = hint: give one of them another id; where both are one, put all keys into one table"
    )


def test_every_other_command_tells_them_too(tiers: Tiers, wrong: list[str]) -> None:
    """A command that needs the model tells all that is wrong with it on stderr, and ends with 2."""
    models = [word for name in wrong for word in ("--model", name)]
    expected = Answer(2, "", f"error: the model has 12 mistakes\n\n{told()}")
    assert tiers("print", *models) == expected
    assert tiers("show", "board", *models) == expected
    assert tiers("search", "board", *models) == expected


def test_json_has_every_mistake_with_its_place(tiers: Tiers, wrong: list[str]) -> None:
    """The keys of a mistake are stable, line and column are numbers."""
    answer = tiers("check", *wrong, "--format", "json")
    found = json.loads(answer.out)
    assert answer.status == 1
    assert [
        (each["file"], each["line"], each["column"], each["message"], each["hint"]) for each in found
    ] == TWELVE
    assert found[0] == {
        "severity": "error",
        "code": "unknown-table",
        "message": "there is no kind `boddy`",
        "file": "a.toml",
        "line": 1,
        "column": 3,
        "hint": "did you mean `body`?",
    }


def test_github_gets_an_annotation_a_mistake(tiers: Tiers, wrong: list[str]) -> None:
    """Each mistake is one workflow command; what has a meaning there is escaped."""
    lines = tiers("check", *wrong, "--format", "github").out.splitlines()
    assert lines[0] == (
        "::error file=a.toml,line=1,col=3,title=unknown-table::there is no kind `boddy` (hint: did you mean `body`?)"
    )
    assert len(lines) == len(TWELVE)


def test_a_file_name_cannot_break_out_of_an_annotation(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colon, a comma and a per cent sign of a file name are escaped as GitHub wants them."""
    monkeypatch.chdir(tmp_path)
    Path("a,b:100%.toml").write_text("[[boddy]]\n", encoding="utf-8")
    assert tiers("check", "a,b:100%.toml", "--format", "github").out == (
        "::error file=a%2Cb%3A100%25.toml,line=1,col=3,title=unknown-table::"
        "there is no kind `boddy` (hint: did you mean `body`?)\n"
    )


def test_a_right_model_has_nothing_to_tell(tiers: Tiers) -> None:
    """Without mistakes stdout is empty, or an empty array."""
    words = "1 file checked: no mistakes, no warnings\n"
    assert tiers("check") == Answer(0, "", words)
    assert tiers("check", str(PLACE), "--strict") == Answer(0, "", words)
    assert tiers("check", "--format", "json") == Answer(0, "[]\n", words)


def test_a_warning_counts_only_when_strict(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is allowed and asks for a look is told; it is a no with `--strict` alone."""
    monkeypatch.chdir(tmp_path)
    Path("model.toml").write_text(
        '[[source]]\nid = "slides"\nname = "Slides"\nwritten = "2022"\nlocators = { title = "Title" }\n'
        '[[body]]\nid = "board"\nname = "Board"\nsources = ["slides"]\n',
        encoding="utf-8",
    )
    answer = tiers("check", "model.toml")
    assert (answer.status, answer.err) == (0, "1 file checked: no mistakes, 1 warning\n")
    assert answer.out.startswith("model.toml:9:")
    assert "warning[no-locator]: `slides` is cited without a place in it\n" in answer.out
    assert tiers("check", "model.toml", "--strict").status == 1
    assert tiers("print", "--model", "model.toml").status == 0


def test_the_model_is_what_the_option_says_before_the_environment(tiers: Tiers, tmp_path: Path) -> None:
    """`--model` replaces TIERS_MODEL, several are merged, and PATH replaces both."""
    other = tmp_path / "other.toml"
    other.write_text('[[area]]\nid = "wye"\nname = "Wye"\npart_of = "wessex"\n', encoding="utf-8")
    assert tiers("print", "wye", "--model", str(PLACE), "--model", str(other)) == Answer(
        0, "Wye (area, system)\n"
    )
    assert tiers("print", "wye").status == 2
    assert tiers("check", str(PLACE), "--model", str(other)).status == 0


def test_several_paths_stand_in_the_environment(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TIERS_MODEL is a list of paths, as PATH is."""
    other = tmp_path / "other.toml"
    other.write_text('[[area]]\nid = "wye"\nname = "Wye"\npart_of = "wessex"\n', encoding="utf-8")
    monkeypatch.setenv("TIERS_MODEL", os.pathsep.join((str(PLACE), "", str(other))))
    assert tiers("print", "wye") == Answer(0, "Wye (area, system)\n")


def test_a_date_is_refused(tiers: Tiers) -> None:
    """A model is checked whole: a date, which would change nothing, is refused and not passed over."""
    assert tiers("check", "--as-of", "2020", str(PLACE)) == Answer(
        2, "", "error: the whole model is checked, not its state at a date\n\nhint: leave `--as-of` out\n"
    )


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_help_says_where_a_date_is_taken(tiers: Tiers, command: str) -> None:
    """Every command takes one but `check` and those that read no model, whose help says why not."""
    said = " ".join(tiers(command, "--help").out.split())
    reasons = {
        "check": "the whole model is checked, not its state at a date",
        "import": "what is imported goes into the whole model, not into its state at a date",
        "help": "the help is the same at every date",
        "init": "a new model is the same at every date",
        "schema": "the schema is the same for every model",
        "completions": "completions are the same at every date",
        "cache": "the cache holds whole models, not their state at a date",
    }
    refused = f"--as-of DATE not available here: {reasons.get(command, '')}" in said
    assert refused is (command in reasons)

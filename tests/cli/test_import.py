"""`tiers import members`: a sheet of forty seats in, edited, in again and out, and what is never written."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from tiers.model import load

from .conftest import Answer, Tiers

HEADER = ["Committee", "Name", "Post", "Organisation", "Role", "Voting", "Deputy", "Term ends", "Notes"]


def forty() -> list[list[str]]:
    """Return a sheet of forty seats on four boards, from ten organisations."""
    rows = []
    for number in range(40):
        board, home = f"Board {number % 4 + 1}", f"Partner {number % 10}"
        name = "Vacant" if number == 7 else f"Pat No{number}"
        post = "" if number % 3 else f"Director {number}"
        role = ("Chair", "Member", "Observer", "Finance lead")[number // 4 % 4]
        rows.append([board, name, post, home, role, "yes" if number % 2 else "no", "", "31/3/2027", "x"])
    return rows


def as_csv(rows: list[list[str]], separator: str = ",") -> str:
    """Return rows as CSV."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows([HEADER, *rows])
    return stream.getvalue()


@pytest.fixture
def place(tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Begin a model, and return its directory."""
    monkeypatch.chdir(tmp_path)
    assert tiers("init", "m").status == 0
    monkeypatch.setenv("TIERS_MODEL", "m")
    return tmp_path / "m"


def test_forty_seats_in_edited_in_again_and_out(tiers: Tiers, place: Path) -> None:
    """What is written by hand stays, what the sheet changes changes, and what is printed reads back without a change."""
    rows = forty()
    sheet, seats = place.parent / "seats.csv", place / "seats.toml"
    sheet.write_text(as_csv(rows), encoding="utf-8")
    words = ("import", "members", "seats.csv", "--into", "m/seats.toml", "--source", "terms#members")
    first = tiers(*words)
    assert first == Answer(
        0,
        "",
        "40 new seats, 0 changed seats, 0 unchanged; 10 new organisations; 4 new bodies; 15 new posts; 39 new people\n"
        "columns not read: `Notes`\n"
        "to be confirmed: the organisation in rows 3, 4, 6 and 22 more is written as `nominated_by`: that it names who has the seat\n"
        "written to m/seats.toml\n",
    )
    assert tiers("check").status == 0
    graph = load(place)
    assert [len(graph.relations(f"board-{each}", "member_of", "in")) for each in range(1, 5)] == [10] * 4

    # Somebody writes in the file by hand: a comment, another order of keys, one more key.
    text = seats.read_text(encoding="utf-8")
    by_hand = text.replace('{ id = "pat-no1", ', '{ note = "By hand.", id = "pat-no1", # mine\n        ')
    by_hand = f"# Ours.\n{by_hand}\n# The end.\n"
    assert by_hand.count("mine") == 1
    seats.write_text(by_hand, encoding="utf-8")
    assert tiers("check").status == 0

    # The sheet is edited: another vote, a new seat, and it comes as a workbook.
    rows[1][5] = "no"
    rows.append(["Board 1", "Jo New", "", "Partner 3", "Adviser", "no", "Pat No2", "", ""])
    book = openpyxl.Workbook()
    edited = book.create_sheet("Seats")
    for row in ([*HEADER], *rows):
        edited.append(row)
    book.save(place.parent / "seats.xlsx")
    again = ("import", "members", "seats.xlsx", *words[3:])
    shown = tiers(*again, "--dry-run")
    assert seats.read_text(encoding="utf-8") == by_hand
    assert shown.err == (
        "1 new seat, 1 changed seat, 39 unchanged; 1 new person\ncolumns not read: `Notes`\n"
        "to be confirmed: the organisation in row 42 is written as `nominated_by`: that it names who has the seat\n"
        "nothing was written; without `--dry-run` this goes into m/seats.toml\n"
    )
    changed = [line for line in shown.out.splitlines() if line[:1] in "+-"][2:]
    assert changed[1].startswith('-        capacity = "chair", voting = true, ')
    assert changed[2].startswith('+        capacity = "chair", voting = false, ')
    assert changed[0] == (
        '+    { id = "jo-new", role = "Adviser", voting = false, nominated_by = "partner-3", deputy = "pat-no2" },'
    )
    assert tiers(*again).status == 0
    after = seats.read_text(encoding="utf-8")
    assert (after.startswith("# Ours.\n"), "# mine\n" in after, "# The end.\n" in after) == (True, True, True)
    assert tiers(*again).err.startswith("0 new seats, 0 changed seats, 41 unchanged\n")

    # Out, and in again: nothing is lost and nothing changes.
    for board in range(1, 5):
        printed = tiers("print", f"board-{board}", "--view", "seats", "--format", "csv").out
        (place.parent / "out.csv").write_text(printed, encoding="utf-8")
        number = 11 if board == 1 else 10
        answer = tiers("import", "members", "out.csv", *words[3:5])
        assert answer.err.startswith(f"0 new seats, 0 changed seats, {number} unchanged\n")
        assert seats.read_text(encoding="utf-8") == after


def test_what_is_printed_of_every_model_changes_nothing(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seats of the whole of two unlike models, out and in: every one is found, in whatever file it is written."""
    models = Path(__file__).parent.parent / "models"
    for model, number in (("aldermere", 18), ("place.toml", 3)):
        monkeypatch.setenv("TIERS_MODEL", str(models / model))
        out = tmp_path / "out.csv"
        out.write_text(tiers("print", "--view", "seats", "--format", "csv").out, encoding="utf-8")
        answer = tiers("import", "members", str(out), "--into", str(tmp_path / "new.toml"))
        assert (answer.status, answer.err.partition("\n")[0]) == (
            0, f"0 new seats, 0 changed seats, {number} unchanged"
        )  # fmt: skip
        assert not (tmp_path / "new.toml").exists()


def test_hostile_cells_reach_nothing_raw(tiers: Tiers, place: Path) -> None:
    """Escapes, formulas and direction marks of a sheet are refused or written as text, in messages visibly."""
    rows = [
        ["Board", "\x1b]0;x\x07", "", "", "Chair", "", "", "", ""],
        ["Board", "\u202egro", "", "", "x", "", "", "", ""],
    ]
    (place.parent / "s.csv").write_text(as_csv(rows).replace("Notes", "No\x1b[2Jtes"), encoding="utf-8")
    answer = tiers("import", "members", "s.csv", "--into", "m/seats.toml")
    assert answer == Answer(
        2,
        "",
        "error: the sheet has 2 mistakes; nothing was written\n\n"
        "row 2: `Name`: the character U+001B is not allowed in a model\n"
        "row 3: `Name`: the character U+202E is not allowed in a model\n\n"
        "hint: put them right in the sheet, and try again with `--dry-run`\n",
    )
    rows = [["Board", '=HYPERLINK("x")', "", "A\\u001b", "Chair", "", "", "", ""]]
    (place.parent / "s.csv").write_text(as_csv(rows).replace("Notes", "No\x1b[2Jtes"), encoding="utf-8")
    answer = tiers("import", "members", "s.csv", "--into", "m/seats.toml")
    assert "columns not read: `No\\u{1b}[2Jtes`\n" in answer.err
    assert 'name = "=HYPERLINK(\\"x\\")"\n' in (place / "seats.toml").read_text(encoding="utf-8")
    assert 'name = "A\\\\u001b"\n' in (place / "seats.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "`tiers import` needs what to import, and a sheet"),
        (("members",), "`tiers import` needs a sheet"),
        (("members", "s.csv"), "`--into` is missing: the file of the model to write"),
        (
            ("members", "s.csv", "--into", "x.csv"),
            "`x.csv` is no file of a model: its name does not end in `.toml`",
        ),
        (("members", "no.csv", "--into", "x.toml"), "`no.csv`: cannot be read: no such file or directory"),
        (("members", ".", "--into", "x.toml"), "`.`: cannot be read: is a directory"),
        (
            ("members", "s.csv", "--into", "nowhere/x.toml"),
            "`nowhere/x.toml` cannot be written: no such file or directory",
        ),
        (("members", "s.csv", "--into", "bad.toml"), "bad.toml:1:1: "),
        (
            ("members", "s.csv", "--into", "x.toml", "--source", "nothing"),
            "nothing was written, since with these seats the model is wrong: ",
        ),
        (
            ("members", "s.csv", "--into", "x.toml", "--as-of", "2020"),
            "what is imported goes into the whole model, not into its state at a date",
        ),
    ],
)
def test_what_cannot_be_done_is_told(tiers: Tiers, place: Path, words: tuple[str, ...], message: str) -> None:
    """One message, status 2, and no file is made."""
    (place.parent / "s.csv").write_text("Board,Organisation\nB,O\n", encoding="utf-8")
    (place.parent / "bad.toml").write_text("[[body]\n", encoding="utf-8")
    before = sorted(place.parent.rglob("*"))
    answer = tiers("import", *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"error: {message}"), answer.err
    assert sorted(place.parent.rglob("*")) == before


def test_a_seat_of_another_file_is_changed_there(tiers: Tiers, place: Path) -> None:
    """A seat that another file writes is not written twice: the message names what to do."""
    (place.parent / "s.csv").write_text("Board,Organisation,Voting\nElmford Place Board,Elmford Council,no\n")
    answer = tiers("import", "members", "s.csv", "--into", "m/new.toml")
    assert answer.err == (
        "error: the sheet has 1 mistake; nothing was written\n\n"
        "row 2: this seat is written in `m/model.toml`: write `--into m/model.toml`\n\n"
        "hint: put them right in the sheet, and try again with `--dry-run`\n"
    )
    assert tiers("import", "members", "s.csv", "--into", "m/model.toml").err == (
        "0 new seats, 1 changed seat, 0 unchanged\nwritten to m/model.toml\n"
    )


def test_without_a_model_the_files_beside_are_read(
    tiers: Tiers, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new file beside a model goes with it: who is there is found, and a file that is no model is told with a hint."""
    monkeypatch.delenv("TIERS_MODEL")
    (place.parent / "s.csv").write_text("Board,Organisation\nNew Board,Elmford Council\n", encoding="utf-8")
    words = ("import", "members", "s.csv", "--into", "m/new.toml")
    assert (
        tiers(*words).err == "1 new seat, 0 changed seats, 0 unchanged; 1 new body\nwritten to m/new.toml\n"
    )
    assert tiers("check", "m").status == 0
    (place / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    answer = tiers(*words)
    assert (answer.status, answer.err.splitlines()[-1]) == (
        2,
        "hint: the TOML files beside `m/new.toml` are read with it; `--model` names others",
    )


def test_a_sheet_in_the_place_of_what_it_has_is_answered_with_an_example(tiers: Tiers) -> None:
    """Who leaves out `members` sees the whole command."""
    answer = tiers("import", "seats.csv", "--into", "m/model.toml")
    assert answer.status == 2
    assert answer.err == (
        "error: `WHAT` cannot be `seats.csv`; it is one of `members`, `registered-practices`\n\n"
        "hint: for example `tiers import members seats.csv --into our-place/seats.toml --dry-run`\n"
    )

"""`tiers import registered-practices`: a directory from official lists, later lists, and what is refused; the real lists where they are."""

import csv
import io
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.model.importing.lists import FIRST, SECOND, official
from tests.programs import beside, skip_without
from tiers.tui.printing.parts.whole_files import write_files
from tiers.tui.printing.parts.whole_folder import write_folder

from .conftest import Answer, Tiers

_VARIABLE = "TIERS_NATIONAL"
CLASSIFICATIONS = (
    "NHS England region",
    "STP",
    "integrated care board",
    "clinical commissioning group",
    "sub-ICB location",
    "primary care network",
    "general practice",
)
LEVELS = {
    "2020-09": [7, 42, 0, 135, 0, 1251, 6708],
    "2022-01": [7, 42, 0, 106, 0, 1254, 6527],
    "2026-08": [7, 0, 36, 0, 106, 1298, 6129],
}
"""How many bodies of each sort there are in the month of each real list."""


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two small lists, `one.csv` and `two.csv`, in the directory that the command runs in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.csv").write_bytes(official(FIRST, "01-Sep-20"))
    (tmp_path / "two.csv").write_bytes(official(SECOND, "01Jan2022", new=True, end="\r\n"))
    return tmp_path


def importing(tiers: Tiers, *files: str, into: str = "country") -> Answer:
    """Run the import."""
    return tiers("import", "registered-practices", *files, "--into", into)


def test_lists_become_a_model_and_a_later_one_brings_it_up_to_date(tiers: Tiers, lists: Path) -> None:
    """One list makes the directory, the next changes it; each time it is said what every list has, and the model has no warning."""
    assert importing(tiers, "one.csv") == Answer(
        0,
        "",
        "September 2020: 1 NHS England region, 2 STPs, 3 clinical commissioning groups, 3 primary care networks, 6 general practices\n"
        "17 new entities, 0 changed\n"
        "5 files written into country\n",
    )
    names = sorted(
        each.relative_to(lists / "country").as_posix() for each in (lists / "country").rglob("*.*")
    )
    assert names == [
        "lists/registered-practices-2020-09.csv",
        "regions.toml",
        "sources.toml",
        "system-qaa.toml",
        "system-qbb.toml",
    ]
    assert importing(tiers, "two.csv").err == (
        "September 2020: 1 NHS England region, 2 STPs, 3 clinical commissioning groups, 3 primary care networks, 6 general practices\n"
        "January 2022: 1 NHS England region, 2 integrated care boards, 2 sub-ICB locations, 2 primary care networks, 6 general practices\n"
        "6 new entities, 16 changed\n"
        "5 files written into country\n"
    )
    assert tiers("check", "country", "--strict").status == 0
    assert importing(tiers, "two.csv", "one.csv").err.endswith(
        "0 new entities, 0 changed\ncountry is as the lists have it; nothing is to be written\n"
    )


def test_a_dry_run_writes_nothing(tiers: Tiers, lists: Path) -> None:
    """It tells which files are new, and what would change in others."""
    words = ("import", "registered-practices", "one.csv", "--into", "country", "--dry-run")
    first = tiers(*words)
    assert first.out.splitlines()[0].startswith("country/sources.toml (new, ")
    assert not (lists / "country").exists()
    importing(tiers, "one.csv")
    second = tiers(*words[:2], "two.csv", *words[3:])
    assert '+id = "gp-b00007"' in second.out
    assert second.err.endswith("nothing was written; without `--dry-run` 5 files go into country\n")


def test_a_diff_says_what_followed_what_ended(tiers: Tiers, lists: Path) -> None:
    """What ended is told with what followed it."""
    importing(tiers, "one.csv", "two.csv")
    answer = tiers("diff", "2020-09-01", "2022-01-01", "--model", "country")
    assert (
        "  Elmshire and Oakland · partnership · ended between 1 Sep 2020 and 31 Dec 2021 · "
        "followed by NHS Elmshire Integrated Care Board and NHS Northshire Integrated Care Board · inferred\n"
        in answer.out
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "`tiers import` needs a list"),
        (("one.csv",), "`--into` is missing: the directory to write"),
        (
            ("one.csv", "--into", "two.csv"),
            "`two.csv` is a file; the lists of the whole country make a directory",
        ),
        (("gone.csv", "--into", "c"), "`gone.csv`: cannot be read: no such file"),
        (("one.csv", "--into", "c", "--model", "m"), "the official lists make a model of their own"),
        (("one.csv", "--into", "c", "--source", "a#b"), "the official lists make a model of their own"),
        (("one.csv", "again.csv", "--into", "c"), "again.csv: it is of September 2020, as `one.csv` is"),
        (("cut.csv", "--into", "c"), "cut.csv:4: `COMM_REGION_CODE` is empty"),
        (("other.csv", "--into", "c"), "other.csv: the columns `EXTRACT_DATE`"),
    ],
)
def test_what_cannot_be_imported_is_refused(
    tiers: Tiers, lists: Path, words: tuple[str, ...], message: str
) -> None:
    """One clear message, and nothing is written."""
    (lists / "again.csv").write_bytes((lists / "one.csv").read_bytes())
    rows = (lists / "one.csv").read_text().splitlines()
    (lists / "cut.csv").write_text(
        "\n".join([*rows[:3], rows[3].rsplit(",", 2)[0] + ",,Middle England", *rows[4:]])
    )
    (lists / "other.csv").write_text("a,b\n1,2\n")
    answer = tiers("import", "registered-practices", *words)
    assert answer.status == 2
    assert answer.err.startswith(f"error: {message}"), answer.err
    assert not (lists / "c").exists()


def test_mistakes_of_all_lists_are_told_at_once(tiers: Tiers, lists: Path) -> None:
    """Every mistake has its file and line; the directory stays as it was."""
    importing(tiers, "one.csv")
    before = {each: each.read_bytes() for each in (lists / "country").rglob("*.*")}
    bad = (lists / "two.csv").read_bytes().replace(b"A00001", b"A-1").replace(b"A00003", b"A00002")
    (lists / "bad.csv").write_bytes(bad)
    (lists / "none.csv").write_bytes(b"\0")
    assert importing(tiers, "bad.csv", "none.csv") == Answer(
        2,
        "",
        "error: the lists have 3 mistakes; nothing was written\n\n"
        "bad.csv:2: `PRACTICE_CODE` is `A-1`, which is no code of letters and digits\n"
        "bad.csv:4: the practice `A00002` is on line 3 too\n"
        "none.csv: this is not a text file; save the sheet as CSV in UTF-8, or as `.xlsx`\n",
    )
    assert before == {each: each.read_bytes() for each in (lists / "country").rglob("*.*")}


def test_without_the_kept_list_its_file_is_asked_for(tiers: Tiers, lists: Path) -> None:
    """Nobody can tell what was changed by hand without what was written; with its file named again it goes on."""
    importing(tiers, "one.csv")
    (lists / "country/lists/registered-practices-2020-09.csv").unlink()
    answer = importing(tiers, "two.csv")
    assert answer.status == 2
    assert answer.err.startswith("error: `country/lists/registered-practices-2020-09.csv` is missing: ")
    assert importing(tiers, "one.csv", "two.csv").status == 0


def test_an_import_that_is_broken_off_leaves_nothing_half(tmp_path: Path) -> None:
    """Broken off while files are written, a new directory is not there, and an old one has the files that it had."""

    def broken() -> Iterator[str]:
        yield "new"
        raise KeyboardInterrupt

    files = {"a.toml": ["new"], "lists/b.csv": broken()}
    with pytest.raises(KeyboardInterrupt):
        write_folder(str(tmp_path / "c"), files)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "a.toml").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_folder(str(tmp_path / "c"), {**files, "lists/b.csv": broken()})
    assert [(each.name, each.read_text()) for each in (tmp_path / "c").iterdir()] == [("a.toml", "old")]


def test_a_signal_between_two_files_waits_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while files are put in their places is heard when all are there."""
    replace = os.replace

    def interrupted(*words: str) -> None:
        signal.raise_signal(signal.SIGINT)
        replace(*words)

    monkeypatch.setattr("os.replace", interrupted)
    # what starts in the background ignores it
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            write_files([(str(tmp_path / name), ["new"]) for name in ("a", "b", "c")])
    finally:
        signal.signal(signal.SIGINT, before)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b", "c"]


def test_what_a_killed_import_left_is_taken_away(tmp_path: Path) -> None:
    """The unfinished directory of a process that is no more goes with the next import of the same name."""
    (tmp_path / "c.999999999.tiers-unfinished").mkdir()
    write_folder(str(tmp_path / "c"), {"a.toml": ["new"]})
    assert [each.name for each in tmp_path.iterdir()] == ["c"]


def test_progress_is_told_on_a_terminal_only(tiers: Tiers, terminal: Tiers, lists: Path) -> None:
    """On a terminal one line says what is being done, and is gone at the end; elsewhere nothing of it is written."""
    on_terminal = importing(terminal, "one.csv").err
    assert "\r\x1b[Kreading one.csv (1 of 1)" in on_terminal
    assert on_terminal.partition("\r\x1b[KSeptember")[2]
    assert "\r" not in importing(tiers, "one.csv", into="other").err


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """The directory made from the three real lists, and these."""
    directory = beside("national", _VARIABLE)
    files = sorted(directory.glob("gp-reg-pat-prac-map_*.csv"))
    if len(files) < 3:
        skip_without("the national files", directory, _VARIABLE)
    target = tmp_path_factory.mktemp("national") / "england"
    command = [
        sys.executable,
        "-m",
        "tiers.tui",
        "import",
        "registered-practices",
        *map(str, files),
        "--into",
        str(target),
    ]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert done.stderr == (
        "September 2020: 7 NHS England regions, 42 STPs, 135 clinical commissioning groups, 1,251 primary care networks, 6,708 general practices\n"
        "January 2022: 7 NHS England regions, 42 STPs, 106 clinical commissioning groups, 1,254 primary care networks, 6,527 general practices\n"
        "August 2026: 7 NHS England regions, 36 integrated care boards, 106 sub-ICB locations, 1,298 primary care networks, 6,129 general practices\n"
        "8,430 new entities, 0 changed\n"
        f"53 files written into {target}\n"
    )
    return target, files


def test_the_real_lists(tiers: Tiers, country: tuple[Path, list[Path]]) -> None:
    """They pass `check`; each month shows exactly its practices; Kings Road Surgery has its path, Frimley three followers, Harrow's CCG a way to today."""
    target, files = country
    model = ("--model", str(target))
    assert tiers("check", str(target), "--strict").status == 0
    for file in files:
        month = file.stem[-7:]
        printed = tiers(
            "print", "--as-of", month, "--format", "csv", "--fields", "identifiers,classification", *model
        ).out
        rows = [*csv.DictReader(io.StringIO(printed))]
        shown = [row["identifiers"] for row in rows if row["classification"] == "general practice"]
        counts = Counter(sort for _, sort in {(row["id"], row["classification"]) for row in rows})
        assert [counts[each] for each in CLASSIFICATIONS] == LEVELS[month]
        with file.open(encoding="utf-8", newline="") as stream:
            assert set(shown) == {row["PRACTICE_CODE"] for row in csv.DictReader(stream)}, month
    found = tiers("search", "kings road surgery", "--json", *model).out
    assert '"id":"gp-e84005","name":"Kings Road Surgery"' in found
    assert '"identifiers":["E84005"]' in found
    assert (
        '["England","London","NHS West and North London Integrated Care Board",'
        '"NHS West and North London ICB - W2U3Z","Harrow Collaborative PCN"]' in found
    )
    changes = tiers("diff", "2022-01-01", "2026-08-01", *model).out
    assert (
        "  Frimley Health and Care ICS · partnership · ended between 1 Jan 2022 and 31 Jul 2026 · followed by "
        "NHS Hampshire and Isle of Wight Integrated Care Board, NHS Surrey and Sussex Integrated Care Board and "
        "NHS Thames Valley Integrated Care Board · inferred\n" in changes
    )
    harrow = tiers("show", "08E", *model).out
    assert "followed by NHS North West London CCG" in harrow
    assert "    followed by NHS West and North London ICB - W2U3Z" in harrow
    way = tiers("path", "08E", "Z9B2Z", *model)
    assert way.status == 0
    assert way.out.startswith(
        "Succession: NHS Harrow CCG > NHS North West London CCG > NHS West and North London ICB - W2U3Z · inferred"
        " · within NHS West and North London Integrated Care Board\n"
    )

"""What is told when tiers itself is at fault."""

import resource
import stat
from pathlib import Path

import pytest

from tiers.tui.cli import fault
from tiers.tui.exploring.print.delivery import folder_of

from .conftest import Answer, Tiers

TOLD = "Harrow \x1b[2J"


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give reports a directory of their own, and return it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "tiers"


@pytest.fixture
def _at_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `tiers gaps` raise something that bears text of the model."""

    def run(_: object) -> int:
        raise ValueError(TOLD) from KeyError(TOLD)

    monkeypatch.setattr("tiers.tui.cli.commands.gaps.run", run)


@pytest.mark.usefixtures("_at_fault")
def test_a_fault_of_ours_has_a_status_of_its_own(state: Path, tiers: Tiers) -> None:
    """Status 3, one message that says where the report is; the same fault again leaves no second report."""
    first, second = tiers("gaps", TOLD), tiers("gaps", TOLD)
    (report,) = state.iterdir()
    hint = f"what went wrong is in `{report}`, without anything of the model; send it to the maintainers"
    assert first == second == Answer(3, "", f"error: tiers is at fault, not the model\n\nhint: {hint}\n")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


@pytest.mark.usefixtures("_at_fault")
def test_a_report_has_nothing_of_the_reader(state: Path, tiers: Tiers) -> None:
    """The command, versions, the sorts of exceptions and where in the code: no message, no argument, no path."""
    tiers("--model", "/home/someone/secret.toml", "gaps", TOLD)
    (report,) = state.iterdir()
    lines = report.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "command: gaps"
    assert [each for each in lines if each.startswith("builtins.")] == [
        "builtins.ValueError",
        "builtins.KeyError",
    ]
    assert any(each.startswith("  tiers/tui/cli/command_line.py:") for each in lines)
    told = "\n".join(lines)
    assert not [each for each in ("Harrow", "secret", "/home", str(state.parent.parent)) if each in told]


@pytest.mark.usefixtures("_at_fault")
def test_a_report_that_can_be_written_nowhere_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tiers: Tiers
) -> None:
    """Where neither the state directory nor a temporary one takes the report of a fault, all of it is on stderr."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    answer = tiers("gaps")
    assert (answer.status, answer.out) == (3, "")
    assert answer.err.startswith("error: tiers is at fault, not the model\n\ncommand: gaps\npython: ")


@pytest.mark.usefixtures("_at_fault")
def test_half_a_report_is_not_left(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch, tiers: Tiers
) -> None:
    """On a full disk it is told on stderr, whole; half of it would be taken for the report the next time."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        answer = tiers("gaps")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert answer.err.startswith("error: tiers is at fault, not the model\n\ncommand: gaps\npython: ")
    assert (list(state.iterdir()), list(tmp_path.glob("fault-*"))) == ([], [])


@pytest.mark.usefixtures("_at_fault")
def test_a_report_is_never_written_through_a_link(
    tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch, tiers: Tiers
) -> None:
    """What somebody else put in its place stays as it is, and the report goes to the next directory."""
    tiers("gaps")
    (report,) = state.iterdir()
    mine, other = tmp_path / "mine", tmp_path / "other"
    mine.write_text("mine", encoding="utf-8")
    other.mkdir()
    report.unlink()
    report.symlink_to(mine)
    monkeypatch.setattr("tempfile.tempdir", str(other))
    assert f"`{other / report.name}`" in tiers("gaps").err
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_very_deep_fault_is_told_by_its_ends() -> None:
    """Of a recursion the first and the last frames are in the report, and how many there are between."""

    def deep() -> None:
        deep()

    with pytest.raises(RecursionError) as caught:
        deep()
    lines = list(fault.report(caught.value, ["who"]))
    assert len(lines) < 110
    assert any(each.endswith(" more)") for each in lines)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "--model m.toml print",
            "error: the current directory was removed\n\nhint: change to another directory\n",
        ),
        (
            "diff worktree HEAD",
            "error: the current directory was removed\n\nhint: change to another directory\n",
        ),
        ("print -o x.txt", "error: `x.txt` cannot be written: no such file or directory\n"),
        ("export popolo -o x.json", "error: `x.json` cannot be written: no such file or directory\n"),
        ("schema -o x.json", "error: `x.json` cannot be written: no such file or directory\n"),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_removed_current_directory_is_no_fault(
    line: str, told: str, tmp_path: Path, state: Path, tiers: Tiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No relative path leads anywhere then: that is said, and no report is left."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert tiers(*line.split()) == Answer(2, "", told)
    assert folder_of("x.txt") == "."
    assert not state.exists()

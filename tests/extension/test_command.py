"""A command is one file and one line of the table of commands."""

from tiers.tui.cli import commands, table

from .copy_of_tiers import ROOT, CopyOfTiers, copy

__all__ = ["copy"]

COMMAND = """
import argparse

from ..model import graph_of
from ..output import write

USAGE = "tiers count [OPTIONS]"
EXAMPLES = ("tiers count",)


def add_options(parser: argparse.ArgumentParser) -> None:
    pass


def run(options: argparse.Namespace) -> int:
    write([f"{len(graph_of(options))}\\n"])
    return 0
"""


def with_command(copy: CopyOfTiers, source: str) -> CopyOfTiers:
    """Add a command."""
    copy.add(commands, "count.py", source)
    copy.add_line(table, '        "check":', '        "count": "how many entities a model has",')
    return copy


def test_a_command_is_two_files_and_shows_everywhere(copy: CopyOfTiers) -> None:
    """It runs, is in the help and in the README's list with its example, and a slip is answered with its name."""
    extended = with_command(copy, COMMAND)
    assert extended.changed == ["count.py", "table.py"]
    assert int(extended.tiers("count")) > 0
    assert "how many entities a model has\n" in extended.tiers("--help")
    assert "\nHow many entities a model has.\n" in extended.tiers("count", "--help")
    assert "\nexamples:\n  tiers count\n" in extended.tiers("count", "--help")
    assert "| `count` | how many entities a model has | `tiers count` |" in extended.documented("commands")
    slip = extended.run("-m", "tiers.tui", "cuont")
    assert (slip.returncode, slip.stderr) == (
        2,
        "error: there is no command `cuont`\n\nhint: did you mean `count`?\n",
    )


def test_a_command_without_examples_is_caught(copy: CopyOfTiers) -> None:
    """The test that goes through all registered commands fails for it, and for it alone."""
    extended = with_command(copy, COMMAND.replace('("tiers count",)', "()"))
    done = extended.run(
        "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", str(ROOT / "pyproject.toml"), str(ROOT / "tests" / "cli" / "test_usage.py"), "-k", "has_an_example",
    )  # fmt: skip
    failed = [line.split(" - ")[0] for line in done.stdout.splitlines() if line.startswith("FAILED ")]
    assert [each.rpartition("::")[2] for each in failed] == [
        "test_the_help_of_a_command_has_an_example[count]"
    ]

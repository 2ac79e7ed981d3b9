"""Words of the command line that are wrong, and the help."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from tiers.model.views import VIEWS
from tiers.tui.cli import main
from tiers.tui.cli.table import COMMANDS
from tiers.tui.printing import FORMATS
from tiers.tui.printing.whole import EXPORTS

from .conftest import PLACE, Answer, Tiers

WRONG = {
    "an unknown command": (
        ["prit"],
        "error: there is no command `prit`\n\nhint: did you mean `print`?\n",
    ),
    "nothing like a command": (
        ["qqqq"],
        "error: there is no command `qqqq`\n\nhint: `tiers --help` lists the commands\n",
    ),
    "an entity in place of a command": (
        ["--color=never", "ex"],
        (
            "error: there is no command `ex`\n\n"
            "hint: it names Ex Borough Partnership: `tiers open ex` explores it, `tiers show ex` writes it out\n"
        ),
    ),
    "an entity of a given model in place of a command": (
        ["--model", str(PLACE), "ex"],
        (
            "error: there is no command `ex`\n\n"
            f"hint: it names Ex Borough Partnership: `tiers --model {PLACE} open ex` explores it, "
            f"`tiers --model {PLACE} show ex` writes it out\n"
        ),
    ),
    "a name of several words in place of a command": (
        ["Ex", "Council"],
        (
            "error: there is no command `Ex`\n\n"
            "hint: it names Ex Council: `tiers open 'Ex Council'` explores it, `tiers show 'Ex Council'` writes it out\n"
        ),
    ),
    "a topic in place of a command": (
        ["frailty", "mornings"],
        (
            "error: there is no command `frailty`\n\n"
            "hint: `tiers who 'frailty mornings'` says who decides about it, `tiers search 'frailty mornings'` finds it\n"
        ),
    ),
    "a misspelt entity in place of a command": (
        ["Borogh", "Partnership"],
        (
            "error: there is no command `Borogh`\n\n"
            "hint: did you mean 'Ex Borough Partnership'? `tiers open 'Ex Borough Partnership'` explores it, "
            "`tiers show 'Ex Borough Partnership'` writes it out\n"
        ),
    ),
    "a misspelt topic in place of a command": (
        ["frailtee", "mornings"],
        (
            "error: there is no command `frailtee`\n\n"
            "hint: `tiers who 'frailty mornings'` says who decides about it, `tiers search 'frailty mornings'` finds it\n"
        ),
    ),
    "a file in place of a command": (
        [str(PLACE)],
        f"error: there is no command `{PLACE}`; it is a file\n\nhint: `tiers --model {PLACE}` opens it as a model\n",
    ),
    "a file that is no model in place of a command": (
        [__file__],
        f"error: there is no command `{__file__}`; it is a file\n\nhint: `tiers --help` lists the commands\n",
    ),
    "a file that is not there": (
        ["nofile.json"],
        "error: no such file: `nofile.json`\n\nhint: `tiers --model FILE` opens the model in a file\n",
    ),
    "two places for a difference": (
        ["diff", "ex", "wessex"],
        (
            "error: `ex` and `wessex` are entities, and `tiers diff` takes dates, paths or git revisions\n\n"
            "hint: `tiers compare ex wessex` puts them side by side\n"
        ),
    ),
    "a format by the end of its file name": (
        ["diff", "2020", "2021", "--format", "md"],
        (
            "error: `--format` cannot be `md`; it is one of `text`, `markdown`, `json`\n\n"
            "hint: `--format markdown` is what you mean\n"
        ),
    ),
    "a format that pandoc makes": (
        ["diff", "2020", "2021", "--format", "docx"],
        (
            "error: `--format` cannot be `docx`; it is one of `text`, `markdown`, `json`\n\n"
            "hint: write `--format markdown` to `paper.md`, then `pandoc paper.md -o paper.docx`\n"
        ),
    ),
    "an unknown option": (
        ["print", "--dept", "2"],
        "error: `tiers print` has no option `--dept`\n\nhint: did you mean `--depth`?\n",
    ),
    "an unknown short option": (
        ["print", "-q"],
        "error: `tiers print` has no option `-q`\n\nhint: see `tiers print --help`\n",
    ),
    "an option cut short": (
        ["print", "--form", "json"],
        "error: `tiers print` has no option `--form`\n\nhint: did you mean `--format`?\n",
    ),
    "an option of the command before it": (
        ["--depth", "2", "print"],
        "error: `--depth` belongs after the command\n\nhint: write `tiers print --depth`\n",
    ),
    "a misspelt option before the command": (
        ["--colour", "never", "print"],
        "error: `tiers` has no option `--colour`\n\nhint: did you mean `--color`?\n",
    ),
    "an empty name": (
        ["show", " "],
        "error: the name of the entity is empty\n\nhint: give the id, the code or the name of an entity\n",
    ),
    "an empty term": (
        ["glossary", ""],
        "error: the term is empty\n\nhint: `tiers glossary` lists the terms\n",
    ),
    "dates the wrong way round": (
        ["timeline", "--from", "2023", "--to", "2022-06"],
        "error: `--from` is later than `--to`\n\nhint: `tiers timeline --from 2022-06 --to 2023`\n",
    ),
    "no value": (
        ["print", "--depth"],
        "error: `--depth` needs a value\n\nhint: see `tiers print --help`\n",
    ),
    "a value for a flag": (
        ["check", "--strict=1"],
        "error: `--strict` takes no value\n\nhint: see `tiers check --help`\n",
    ),
    "one word too many": (
        ["print", "Ex", "Council"],
        (
            "error: `Council` is an extra word\n\n"
            "hint: put a name of several words in quotes, or see `tiers print --help`\n"
        ),
    ),
    "a negative depth": (
        ["print", "--depth", "-1"],
        "error: `--depth` cannot be `-1`; it is a whole number from 0\n",
    ),
    "a depth in words": (
        ["print", "--depth=two"],
        "error: `--depth` cannot be `two`; it is a whole number from 0\n",
    ),
    "a limit of none": (
        ["search", "x", "--limit", "0"],
        "error: `--limit` cannot be `0`; it is a whole number from 1\n",
    ),
    "a wrong view": (
        ["print", "--view", "decison"],
        (
            f"error: `--view` cannot be `decison`; it is one of {', '.join(f'`{view}`' for view in VIEWS)}\n\n"
            "hint: did you mean `decisions`?\n"
        ),
    ),
    "a wrong format": (
        ["print", "--format", "xml"],
        f"error: `--format` cannot be `xml`; it is one of {', '.join(f'`{form}`' for form in FORMATS)}\n",
    ),
    "a wrong tier": (
        ["search", "x", "--tier", "plaec"],
        (
            "error: `--tier` cannot be `plaec`; it is one of `national`, `region`, `system`, `place`, `neighbourhood`\n\n"
            "hint: did you mean `place`?\n"
        ),
    ),
    "a wrong colour": (
        ["--color", "blue", "print"],
        "error: `--color` cannot be `blue`; it is one of `auto`, `always`, `never`\n",
    ),
    "a date that is none": (
        ["--as-of", "yesterday", "print"],
        (
            "error: `--as-of` cannot be `yesterday`: expected a date such as `2 Dec 2020`, "
            "`2/12/2020` (the day first), `Dec 2020`, `2020`, `2020-12-02`, `2021-06~`, `2021-07/2021-12`\n"
        ),
    ),
    "a day that is not in the calendar": (
        ["show", "ex", "--as-of", "2022-02-30"],
        "error: `--as-of` cannot be `2022-02-30`: `2022-02-30` is not a day of the calendar\n",
    ),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_a_wrong_word_is_told_with_the_nearest_right_one(tiers: Tiers, case: str) -> None:
    """What is wrong with the words is said in one message with what to do, and the exit status is 2."""
    words, message = WRONG[case]
    assert tiers(*words) == Answer(2, "", message)


@pytest.mark.parametrize("letters", ["x" * 20_000, "x y " * 5_000])
def test_a_very_long_argument_is_not_repeated_whole(tiers: Tiers, letters: str) -> None:
    """Its beginning and its end are, of whatever command; the message around it is whole."""
    for words in (
        ["show"],
        ["print"],
        ["print", "--view"],
        ["who"],
        ["search"],
        ["glossary"],
        ["diff", "2020"],
        ["export"],
    ):
        answer = tiers(*words, letters)
        assert answer.status in {1, 2}
        assert len(answer.err) < 2_500, words
    assert (
        tiers("glossary", "x" * 20_000).err
        == f"error: the glossary has no `{'x' * 249}…{'x' * 249}`\n\nhint: `tiers glossary` lists them\n"
    )


@pytest.mark.parametrize("place", ["before", "after"])
def test_global_options_stand_before_or_after_the_command(tiers: Tiers, place: str) -> None:
    """`--as-of` and the others mean the same on either side of the command."""
    words = ["--as-of", "2021-06-30", "--color=never"]
    command = ["print", "ex", "--depth", "0"]
    answer = tiers(*(words + command if place == "before" else command + words))
    assert answer == Answer(
        0, "Ex Health and Care Partnership (partnership, place, 7 rows below not shown)\n"
    )


def test_options_and_names_stand_in_any_order(tiers: Tiers) -> None:
    """A name may stand between options, and `--` ends the options."""
    expected = tiers("print", "ex", "--depth", "0")
    assert tiers("print", "--depth", "0", "ex", "--view", "tiers") == expected
    assert tiers("print", "--depth", "0", "--", "ex") == expected


def test_json_has_a_short_form(tiers: Tiers) -> None:
    """`--json` is `--format json`, wherever there is JSON."""
    for words in (["show", "ex"], ["print", "ex"], ["who", "frailty"], ["gaps"], ["glossary"], ["check"]):
        assert tiers(*words, "--json") == tiers(*words, "--format", "json")


def test_a_dash_is_standard_output(tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-o -` writes to stdout, and leaves no file called `-`."""
    monkeypatch.chdir(tmp_path)
    for words in (["print", "ex"], ["export", "graphml"], ["schema"]):
        monkeypatch.delenv("TIERS_MODEL", raising=False)
        assert tiers(*words, "-o", "-") == tiers(*words)
    assert list(tmp_path.iterdir()) == []


def test_a_dash_is_standard_input(tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--model -` reads the model from stdin, alone and beside files."""
    given = io.TextIOWrapper(io.BytesIO(b'[[body]]\nid = "given"\nname = "Given"\n'))
    monkeypatch.setattr("sys.stdin", given)
    answer = tiers("print", "--model", "-", "--model", str(PLACE))
    assert answer.status == 0
    assert "└── Given (body)\n" in answer.out
    assert "Ex Borough Partnership" in answer.out


@pytest.mark.parametrize("path", ["-", "/dev/stdin"])
def test_two_places_on_standard_input_are_compared(
    tiers: Tiers, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """A command that takes two dates reads the model from stdin too, by either of its names."""
    given = b'[[body]]\nid = "one"\nname = "One"\n[[body]]\nid = "two"\nname = "Two"\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    answer = tiers("compare", "--model", path, "one", "two")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("One and Two")


def test_the_package_runs_as_a_module() -> None:
    """`python -m tiers --version` prints what `tiers --version` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "tiers", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("tiers ")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example(tiers: Tiers, command: str) -> None:
    """Each command explains itself with its usage, the options of every command and an example."""
    answer = tiers(command, "--help")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith(f"usage: tiers {command} [OPTIONS]")
    assert "\n  --as-of DATE" in answer.out
    assert "\nexamples:\n  tiers" in answer.out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_fits_the_terminal(tiers: Tiers, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """At 80 columns no line of any help is longer, and no example is broken."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = tiers(*filter(None, (command, "--help"))).out.splitlines()

    assert [line for line in lines if len(line) > 80] == []
    assert sum(line.startswith("  tiers") for line in lines) >= 2


@pytest.mark.parametrize(
    ("command", "words"),
    [("print", [*VIEWS, *FORMATS]), ("export", list(EXPORTS)), ("open", list(VIEWS))],
    ids=["print", "export", "open"],
)
def test_each_choice_stands_on_a_line_of_its_own(
    tiers: Tiers, monkeypatch: pytest.MonkeyPatch, command: str, words: list[str]
) -> None:
    """A view, a format, a vocabulary is found by its name at the beginning of a line, with what it is."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = tiers(command, "--help").out.splitlines()
    begun = [line.strip().partition(": ")[0] for line in lines if ": " in line]
    assert [each for each in begun if each in words] == words


def test_in_a_narrow_terminal_the_list_of_commands_is_broken_at_words(
    tiers: Tiers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a command does goes on below itself; only the examples, which are copied, may be longer."""
    monkeypatch.setenv("COLUMNS", "40")
    lines = tiers("--help").out.splitlines()
    at = lines.index("commands:")
    assert lines[at + 1 : at + 4] == [
        "  open         explore the structure in",
        "               the terminal; what",
        "               `tiers` alone does",
    ]
    assert max(map(len, lines[: lines.index("examples:")])) < 40


def test_the_help_lists_every_command(tiers: Tiers) -> None:
    """`tiers --help` names each command that there is, with what it does."""
    answer = tiers("--help")
    assert (answer.status, answer.err) == (0, "")
    for name, meaning in COMMANDS.items():
        assert f"  {name}" in answer.out
        assert meaning in answer.out
    assert tiers("-h") == answer


def test_the_version_is_one_line(tiers: Tiers) -> None:
    """`--version` says name and version, with any command and without."""
    answer = tiers("--version")
    assert answer.status == 0
    assert answer.out.startswith("tiers ")
    assert answer.out.count("\n") == 1
    assert tiers("print", "--version") == answer


def test_without_a_terminal_the_explorer_names_print(process: Tiers) -> None:
    """`tiers` alone wants a terminal and says what does not."""
    message = (
        "error: the explorer needs a terminal, and there is none here\n\n"
        "hint: `tiers print` writes the structure as text\n"
    )
    assert process() == Answer(2, "", message)
    assert process("open", "ex", "--view", "decisions") == Answer(2, "", message)


def test_an_interrupt_is_130_without_a_word(tiers: Tiers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends a command without a traceback."""

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tiers.tui.cli.commands.print.run", interrupt)
    assert main(["print"]) == 130
    assert tiers("print") == Answer(130)

"""The pages of `tiers help`, and the recipes of the guide: each is checked and run."""

import re
import shlex
from pathlib import Path

import pytest

from tests.model.importing.lists import SECOND, official
from tiers.model import read_model

from .conftest import Answer, Tiers

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "guide.md").read_text(encoding="utf-8")
*_SECTIONS, SHEET, COUNTRY, CHECKED = GUIDE.split("\n## ")[2:]
RECIPES = {section.partition("\n")[0]: section for section in _SECTIONS}


def block(section: str, language: str) -> str:
    """Return the one block of a language in a section."""
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    assert len(found) == 1, (section, language)
    return found[0]


def test_the_guide_has_the_recipes_that_authors_ask_for() -> None:
    """The guide begins with one's own place in an hour, and has twenty recipes."""
    assert GUIDE.startswith("# Describe your own place\n")
    assert "\n## Your place in an hour\n" in GUIDE
    assert list(RECIPES) == [
        "A chair",
        "A vacancy",
        "In attendance",
        "Quorum",
        "A joint committee of several councils",
        "One chief executive of two bodies",
        "Committees in common",
        "A section 75 board",
        "A scheme of delegation with limits",
        "A place's council",
        "A body that was renamed",
        "A body that was merged",
        "A body that is planned",
        "What nobody says",
        "Two papers that disagree",
        "The end of a term",
        "A financial year",
        "Who votes when deputising",
        "A question from somebody who is not named",
        "The day something was approved",
    ]


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_says_what_it_promises(tiers: Tiers, tmp_path: Path, name: str) -> None:
    """With the tables of a recipe the model of `init` passes without warnings, and its command prints the lines shown."""
    assert tiers("init", str(tmp_path)).status == 0
    with (tmp_path / "model.toml").open("a", encoding="utf-8") as model:
        model.write("\n" + block(RECIPES[name], "toml"))
    assert read_model([tmp_path]).mistakes == ()

    program, *words = shlex.split(block(RECIPES[name], "sh"))
    answer = tiers(*words, "--model", str(tmp_path))
    promised = block(RECIPES[name], "text").splitlines()
    assert (program, answer.status, answer.err) == ("tiers", 0, "")
    assert promised
    assert [line for line in promised if line not in answer.out.splitlines()] == []


def test_the_recipe_of_a_sheet_says_what_it_promises(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sheet of the guide goes into the model of `init`, shown first, and then the body has the lines shown."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIERS_MODEL", "our-place")
    assert tiers("init", "our-place").status == 0
    (tmp_path / "seats.csv").write_text(block(SHEET, "csv"), encoding="utf-8")
    shows, look = re.findall(r"^```sh\n(.*?)^```$", SHEET, re.DOTALL | re.MULTILINE)
    words = shlex.split(shows)[1:]
    assert tiers(*words).err.endswith("this goes into our-place/model.toml\n")
    assert tiers(*words[:-1]).status == 0
    assert read_model(["our-place"]).mistakes == ()
    shown = tiers(*shlex.split(look)[1:]).out.splitlines()
    assert [line for line in block(SHEET, "text").splitlines() if line not in shown] == []


def test_the_recipe_of_the_country_works(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command of the guide makes the directory that the guide goes on with."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gp-reg-pat-prac-map.csv").write_bytes(official(SECOND, "01Jan2022", new=True))
    command = block(COUNTRY, "sh").splitlines()[0].replace("*", "")
    assert tiers(*shlex.split(command)[1:]).status == 0
    assert read_model(["england"]).mistakes == ()


@pytest.mark.parametrize("topic", ["guide", "python", "model", "query"])
def test_a_page_is_written_as_it_is(tiers: Tiers, topic: str) -> None:
    """`tiers help guide` and `tiers help model` write the pages of the documentation."""
    assert tiers("help", topic) == Answer(0, (DOCS / f"{topic}.md").read_text(encoding="utf-8"))


def test_the_help_of_a_command_has_two_names(tiers: Tiers) -> None:
    """`tiers help who` is `tiers who --help`, and `tiers help` alone lists the commands, also among other options."""
    assert tiers("help", "who") == tiers("who", "--help")
    assert tiers("--color", "never", "help", "who") == tiers("who", "--help")
    assert tiers("help", "help") == tiers("help", "--help")
    assert tiers("help") == tiers("--help")


def test_help_about_nothing_is_told(tiers: Tiers) -> None:
    """A topic that there is not is answered with the nearest; what would change nothing is refused."""
    assert tiers("help", "gude") == Answer(
        2, "", "error: there is no help about `gude`\n\nhint: did you mean `guide`?\n"
    )
    assert tiers("help", "qqqq") == Answer(
        2, "", "error: there is no help about `qqqq`\n\nhint: `tiers help` lists the commands\n"
    )
    assert tiers("help", "--color", "never") == Answer(
        2, "", "error: the topic is missing\n\nhint: `tiers help` lists the commands\n"
    )
    assert tiers("help", "guide", "--as-of", "2022") == Answer(
        2, "", "error: the help is the same at every date\n\nhint: leave `--as-of` out\n"
    )


def test_the_version_has_a_short_option(tiers: Tiers) -> None:
    """`-V` is `--version`, with a command too, also in a search, where other words with a dash exclude."""
    assert tiers("-V") == tiers("--version") == tiers("print", "-V") == tiers("search", "-V")

"""`.gitignore` and `.gitattributes` of a stranger: read as git reads them, in a time that grows with their length."""

import os
import random
from pathlib import Path

import pytest

from tests.model.counting import steps
from tests.programs import program
from tiers.tui.cli.failure import Failure
from tiers.tui.cli.repository.attributes import GitRules
from tiers.tui.cli.repository.finding import Repository
from tiers.tui.cli.repository.wildcards import matcher

from .repositories import ignored_by_git, run

PIECES = (
    *("a", "b", "/", "*", "**", "?", "[ab]", "[!a]", "[^b]", "\\a", "\\*", "**/", "/**", "!", ".toml"),
    *("[[:alpha:]]", "[a-", "]", "\\", "***", " ", "#", "[]a]", "[a/b]", "[a-c]", "\\ ", "  "),
)
NAMES = (
    *("a", "b", "ab", "ba", "a/b", "a/a/b", "b/a", "a/b/a.toml", "ab/ab/ab", "aab", "a*", "c", "c/a/b"),
    *("a b/a", "a b", "b.toml", "a/c/c/b", "a\\b", "!a", "#a", "[a", "]"),
)
HOSTILE = (
    b"*a" * 12 + b"b",
    b"**/a/" * 12 + b"b",
    b"*/" * 12 + b"b",
    b"[!b]*" * 12 + b"b",
    b"?*" * 12 + b"b",
)


def rules(folder: Path) -> GitRules:
    """Return what the files of a folder say."""
    return GitRules(Repository(str(folder), str(folder / ".git"), str(folder / ".git"), "sha1", {}))


def test_patterns_mean_what_git_says(tmp_path: Path) -> None:
    """Of 40 made-up files of patterns each ignores the names that git ignores."""
    program("git")
    run(tmp_path, "init", "-q")
    chance = random.Random(15)  # noqa: S311 - no secret
    for _ in range(40):
        lines = ["".join(chance.choices(PIECES, k=chance.randint(1, 5))) for _ in range(chance.randint(1, 3))]
        (tmp_path / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")
        ours = {each for each in NAMES if rules(tmp_path).is_ignored(each)}
        assert ours == ignored_by_git(tmp_path, NAMES), lines


@pytest.mark.parametrize("pattern", HOSTILE, ids=bytes.decode)
def test_a_hostile_pattern_takes_as_long_as_any(pattern: bytes) -> None:
    """Twice the name is at most three times the work, where going back for each wildcard would not end."""
    matches = matcher(pattern)
    assert not matches(b"a/" * 1000 + b"a")
    few, many = (steps(lambda name=each: matches(name)) for each in (b"a" * 200, b"a" * 400))  # type: ignore[misc] # a name given
    assert many <= 3 * few < 20_000


def test_a_pattern_that_no_name_is_long_enough_for_matches_none(tmp_path: Path) -> None:
    """A pattern of a million characters matches no shorter name, and the patterns after it still count."""
    (tmp_path / ".gitignore").write_bytes(b"?" * 1_000_000 + b"\n*.toml\n")
    assert rules(tmp_path).is_ignored("a.toml")
    assert not rules(tmp_path).is_ignored("a")


@pytest.mark.parametrize("text", [b"*\n" * 20_001, b"#" * 1_048_577], ids=["lines", "bytes"])
@pytest.mark.parametrize("name", [".gitignore", ".gitattributes"])
def test_too_many_patterns_are_refused(tmp_path: Path, name: str, text: bytes) -> None:
    """Each is compared with each file, so that a few bytes more would cost much more."""
    (tmp_path / name).write_bytes(text)
    with pytest.raises(Failure) as caught:
        rules(tmp_path).is_ignored("a") if name == ".gitignore" else rules(tmp_path).filter_of("a")
    assert (str(caught.value), caught.value.hint) == (
        f"`{tmp_path}{os.sep}{name}` has more than 1,048,576 bytes or 20,000 lines",
        "`path:` and a folder is its model as it is on the disk, whatever git ignores",
    )


def test_the_nearest_file_says_which_filter(tmp_path: Path) -> None:
    """Then those above it; a folder, a macro and a name that is negated are none of it."""
    (tmp_path / "m").mkdir()
    (tmp_path / ".gitattributes").write_text("*.toml filter=top\nx.toml -filter\n", encoding="utf-8")
    near = "m.toml filter=near\nm/ filter=no\n[attr]y.toml filter=no\n!y.toml filter=no\n"
    (tmp_path / "m" / ".gitattributes").write_text(near, encoding="utf-8")
    names = ("m.toml", "x.toml", "m/m.toml", "m/x.toml", "m/y.toml", "m/y.txt")
    assert [rules(tmp_path).filter_of(each) for each in names] == ["top", "", "near", "", "top", ""]

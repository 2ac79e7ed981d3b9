"""A diagram that is more than Mermaid draws everywhere: it is written all the same, and said."""

from pathlib import Path

import pytest

from tests.cli.conftest import Answer
from tiers.tui.cli import main
from tiers.tui.printing.tree.mermaid import Size

LIMIT = "Mermaid draws at most 500 lines and 50,000 characters unless the page it stands in allows more"


def model_of(directory: Path, bodies: int, letters: int) -> str:
    """Write a model of an area and bodies with names of a given length, and return its path."""
    lines = ['[[partnership]]\nid = "p"\nname = "P"\n']
    lines.extend(
        f'[[body]]\nid = "b{number}"\nname = "{"x" * letters}"\npart_of = "p"\n' for number in range(bodies)
    )
    path = directory / "model.toml"
    path.write_text("".join(lines), encoding="utf-8")
    return str(path)


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Answer:
    """Return the answer of a command."""
    status = main(("print", "--format", "mermaid", *words))
    found = capsys.readouterr()
    return Answer(status, found.out, found.err)


@pytest.mark.parametrize(("bodies", "letters"), [(500, 5), (100, 500)], ids=["lines", "characters"])
def test_what_is_more_than_mermaid_draws_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bodies: int, letters: int
) -> None:
    """On stderr, after the whole diagram; it is done, so the exit status is 0, to a file too."""
    model = model_of(tmp_path, bodies, letters)
    answer = printed(capsys, "--model", model)
    size = f"{bodies + 1} lines and {len(answer.out):,} characters"
    warning = f"warning: the diagram has {size}; {LIMIT}\n\nhint: `--fit` leaves out the lowest levels; `--depth` and `--prune` make it smaller too\n"
    assert (answer.status, answer.err) == (0, warning)
    assert answer.out.count(" --- ") == bodies + 1
    path = tmp_path / "diagram.mmd"
    assert printed(capsys, "--model", model, "-o", str(path)) == Answer(0, "", warning)
    assert path.read_text(encoding="utf-8") == answer.out


def test_what_mermaid_draws_is_not_commented_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A diagram of five hundred lines, which Mermaid draws by itself, is printed without a warning."""
    answer = printed(capsys, "--model", model_of(tmp_path, 499, 5))
    assert (answer.status, answer.err, answer.out.count(" --- ")) == (0, "", 500)


def test_characters_are_counted_as_mermaid_counts_them() -> None:
    """JavaScript counts a character beyond 16 bits as two; an arrow in a name is written by number and is no line."""
    size = Size()
    assert list(size.of(['  n1["😀 #45;#62;"]\n', "  n0 --> n1\n"])) == [
        '  n1["😀 #45;#62;"]\n',
        "  n0 --> n1\n",
    ]
    assert (size.lines, size.characters, size.is_beyond) == (1, 32, False)

"""Each nasty input of the corpus gives what it must give: a status and a first line."""

import shutil

import pytest

from . import answers
from .targets import CORPUS


@pytest.mark.parametrize("folder", answers.ASKED)
def test_each_input_of_the_corpus_gives_what_it_must(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each input of the corpus, with those kept by a longer run of `tests/fuzz.py`, gives what its line in the table says."""
    if folder == "revision" and shutil.which("git") is None:
        pytest.skip("`git` is not found; the package git has it")
    monkeypatch.setenv("COLUMNS", "100")
    expected = {name: said for name, said in answers.table().items() if name.startswith(f"{folder}/")}
    assert dict(answers.answers((folder,))) == expected
    assert len(expected) >= 15


def test_the_table_has_nothing_else() -> None:
    """Every folder of the corpus is asked something, and no line is of an input that is gone."""
    assert {each.name for each in CORPUS.iterdir()} == set(answers.ASKED)
    assert [each for each in answers.table() if not (CORPUS / each).is_file()] == []

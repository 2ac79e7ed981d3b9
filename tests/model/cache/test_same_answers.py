"""Every answer is the same from the files and from the compiled model, in every format."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.cli.conftest import PLACE
from tests.model.cache.test_views import columns, no_view
from tests.model.compiled import compiled_model
from tests.model.several_files import count_parsing, dealt
from tests.model.shapes import graph
from tests.printing.test_words import telling_parts
from tiers.model import Entity, Graph, Relation
from tiers.model.answers.gaps import gaps
from tiers.model.answers.glossary import glossary, look_up
from tiers.model.answers.matters import matters
from tiers.model.answers.timeline import timeline
from tiers.model.cache import views
from tiers.model.cache.models import CacheEntry, note_entry
from tiers.model.finding.index import Index
from tiers.model.finding.naming import find
from tiers.model.views import VIEWS
from tiers.tui.cli import main
from tiers.tui.printing import FORMATS, Subtree, written
from tiers.tui.printing.answers import record
from tiers.tui.printing.answers.gaps import write_json as write_gaps
from tiers.tui.printing.answers.glossary import write_json as write_glossary
from tiers.tui.printing.answers.matters import write_json as write_matters
from tiers.tui.printing.answers.timeline import write_json as write_timeline
from tiers.tui.printing.whole.graphml import write as graphml
from tiers.tui.printing.whole.json_documents import fhir, org, popolo
from tiers.tui.wording.description import describe

_FORMATS = [name for name, each in FORMATS.items() if each.is_text]


def answers(model: Graph) -> Iterator[object]:
    """Yield what the commands answer about a model."""
    for each in model:
        yield describe(model, each)
        yield "".join(record.write(model, each))
        yield model.every_relation(each)
        yield find(model, model.name(each))
        for word in (model.name(each), each, f"{each}s"):
            yield [(one.id, one.name, one.also) for one in look_up(model, word)]
    for name, view in VIEWS.items():
        forest = view.make(model)
        for form in (_FORMATS if name == "tiers" else ("text",)) if len(forest) else ():
            yield "".join(written(Subtree(model, forest), form))
    yield "".join(write_gaps(model, gaps(model), unicode=True))
    yield "".join(write_glossary(model, glossary(model), unicode=True))
    yield "".join(write_matters(model, matters(model), unicode=True))
    yield "".join(write_timeline(model, timeline(model), unicode=True))
    for whole in (fhir, graphml, org, popolo):
        yield "".join(whole(model, "https://example.org/"))
    yield [(each.id, each.score, each.matched) for each in Index(model).search("ann b e1")]


@settings(max_examples=15)
@given(telling_parts())
def test_a_compiled_model_answers_as_its_files_do(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Rings, several parents, dates, disagreements: in the last known state and at a date."""
    read = graph(*drawn)
    opened = compiled_model(read)
    for at in (None, "2021-06-30"):
        for one, other in zip(answers(read.as_of(at)), answers(opened.as_of(at)), strict=True):
            assert one == other


@settings(max_examples=25)
@given(telling_parts())
def test_a_view_laid_out_of_a_compiled_model_comes_back(drawn: tuple[list[Entity], list[Relation]]) -> None:
    """Its relations are those that the compiled model makes."""
    model = compiled_model(graph(*drawn))
    with tempfile.TemporaryDirectory() as directory:
        note_entry(model, CacheEntry(f"{directory}/model", b"token"))
        for name, view in VIEWS.items():
            forest = view.make(model)
            views.keep(model, forest)
            recalled = views.recall(model, name, no_view)
            assert recalled is not None
            assert columns(recalled) == columns(forest)


ASKED = (
    *(f"print --view {name}" for name in VIEWS),
    *(f"print --format {form} --sources" for form in ("text", "markdown", "html")),
    *(f"print --format {form}" for form in _FORMATS),
    "print ex --depth 1",
    "print --path-to ex-frailty",
    "print ex-frailty --invert",
    "print ex --prune ex-frailty --legend",
    "--as-of 2021 print",
    "show ex --sources",
    'show "Ex Council" --format json',
    "show nobody",
    "search board",
    "search borad --format json",
    "who frailty",
    "who --raise frailty",
    "path ex ex-frailty",
    "matters",
    "matters --format json",
    "gaps",
    "--as-of 2021 gaps",
    "gaps --questions",
    "gaps --format json",
    "timeline --format json",
    "glossary",
    "diff 2021 2022-02-22 --format json",
    "compare ex ex --as-of 2021,2022-02-22",
    "export popolo",
    "export graphml",
)


def words_of(line: str) -> list[str]:
    """Return the arguments in a line, of which `_` and quotes hold words together."""
    return [each.strip('"').replace("_", " ") for each in line.replace("Ex Council", "Ex_Council").split()]


@pytest.mark.parametrize("line", ASKED)
def test_a_command_says_the_same(
    line: str, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the files alone, as they are first read, from the cache, and with the views from the cache too."""
    words = words_of(line)
    monkeypatch.setenv("TIERS_MODEL", str(PLACE))

    def said() -> tuple[int, str, str]:
        status = main(words)
        told = capsys.readouterr()
        return status, told.out, told.err

    monkeypatch.setenv("TIERS_NO_CACHE", "1")
    expected = said()
    monkeypatch.delenv("TIERS_NO_CACHE")
    assert [said() for _ in range(3)] == [expected] * 3
    assert any(home.iterdir())


def test_every_command_says_the_same_after_one_file_was_saved(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the files alone, and from what was kept of four and the one that was saved before each command."""
    directory = tmp_path / "model"
    directory.mkdir()
    for name, text in dealt("place.toml", 5).items():
        (directory / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("TIERS_MODEL", str(directory))
    parsed = count_parsing(monkeypatch)

    def said(words: list[str]) -> tuple[int, str, str]:
        status = main(words)
        told = capsys.readouterr()
        return status, told.out, told.err

    said(["print"])
    for number, line in enumerate(ASKED):
        words = words_of(line)
        saved = directory / f"{'abcde'[number % 5]}.toml"
        saved.write_text(f"{saved.read_text(encoding='utf-8')}# {number}\n", encoding="utf-8")
        parsed.clear()
        renewed = said(words)
        assert len(parsed) == 1, line
        with monkeypatch.context() as patched:
            patched.setenv("TIERS_NO_CACHE", "1")
            assert renewed == said(words), line
    assert any(home.iterdir())

"""How much of a large model is made into records: counted, since times say little on a busy machine."""

import contextlib
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.generator import write_model
from tests.model.test_patching import again
from tiers.model import Entity, Relation, load, loading
from tiers.model.answers.diff import diff_between_dates
from tiers.model.answers.gaps import gaps
from tiers.model.cache.ahead import store_missing
from tiers.model.cache.compiled import making
from tiers.model.cache.models import entry_of
from tiers.model.cache.views import forest_of
from tiers.model.facts.change_dates import changes
from tiers.model.facts.columns import CHANGING
from tiers.model.facts.stored import link_counts
from tiers.model.facts.turning_days import turning_days
from tiers.model.finding.corpus import Corpus
from tiers.model.finding.words.texts import tells_of_time
from tiers.model.views import VIEWS
from tiers.tui.cli import main
from tiers.tui.exploring.exploration import Exploration
from tiers.tui.exploring.search.meaning import QueryMeanings
from tiers.tui.exploring.search.terms import is_term
from tiers.tui.exploring.tree.opening import OpenRows
from tiers.tui.wording.description.diff import describe_diff
from tiers.tui.wording.description.diff_sides import Sides

ENTITIES = 3000
TENS = 90


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a made-up model."""
    directory = tmp_path_factory.mktemp("large")
    write_model(directory, ENTITIES)
    return directory


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the entities and relations that are made, by id."""
    counted: list[str] = []

    def entity(*values: object) -> Entity:
        counted.append(str(values[0]))
        return Entity(*values)  # type: ignore[arg-type] # passed on as they came

    def relation(*values: object) -> Relation:
        counted.append(f"{values[1]} {values[0]} {values[2]}")
        return Relation(*values)  # type: ignore[arg-type] # as above

    monkeypatch.setattr(making, "Entity", entity)
    monkeypatch.setattr(making, "Relation", relation)
    return counted


def asked(directory: Path, *arguments: str) -> str:
    """Return what a command answers about a model."""
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        main(["--model", str(directory), *arguments])
    return told.getvalue()


COMMANDS = (
    ("print", "--depth", "1"),
    ("show", "england-2"),
    ("print", "--depth", "1", "--view", "decisions"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_answer_makes_the_records_that_it_tells_of(
    large: Path, made: list[str], command: tuple[str, ...]
) -> None:
    """Tens of records and not thousands, though the model has as many; the answer is that of the files."""
    before = asked(large, *command)
    assert asked(large, *command) == before
    made.clear()
    assert asked(large, *command) == before
    assert len(made) <= TENS


@pytest.mark.parametrize("query", ["england", "surgry", "kind:body frailty"])
def test_a_search_makes_the_records_of_its_hits(large: Path, made: list[str], query: str) -> None:
    """A search makes the records of its hits and of what is around them, at most half of the model's, and finds the words in the file."""
    before = asked(large, "search", query)
    made.clear()
    assert asked(large, "search", query) == before
    assert len(made) <= ENTITIES // 2


def test_a_start_of_the_explorer_makes_no_more(large: Path, made: list[str]) -> None:
    """The state of the first frame: rows, folding and cursor."""
    forest_of(load(large), VIEWS["tiers"])
    made.clear()
    model = load(large)
    walk = Exploration(model, VIEWS, QueryMeanings(model), "tiers").walk
    assert len(walk.outline.shown) > 30
    assert len(made) <= TENS
    walk.move(1)
    walk.unfold()
    walk.to_end()
    assert len(made) <= TENS


def test_a_view_of_a_completed_model_makes_the_records_in_sight(large: Path, made: list[str]) -> None:
    """Once another process has made what the cache lacks: every view, its rows and the search index are opened and not made."""
    entry = entry_of(load(large))
    assert entry is not None
    store_missing(entry)
    model = load(large)
    exploration = Exploration(model, VIEWS, QueryMeanings(model), "tiers")
    for view in VIEWS:
        made.clear()
        exploration.see(view)
        exploration.walk.move(1)
        while exploration.work(1):
            pass
        assert len(made) <= TENS
    made.clear()
    assert len(changes(model)) > TENS
    assert len(turning_days(model).days) > TENS
    assert len(made) <= TENS


def test_whether_one_row_is_open_makes_the_records_around_it(tmp_path: Path, made: list[str]) -> None:
    """At another date, in rows laid out in part: not those of all places of a model, which a step of `@` would wait for."""
    place = '[[partnership]]\nid = "place-{0}"\nname = "Place {0}"\ntier = "place"\npart_of = "system-{0}"\n'
    system = '[[partnership]]\nid = "system-{0}"\nname = "System {0}"\ntier = "system"\n'
    board = '[[body]]\nid = "board"\nname = "Board"\npart_of = "system-7"\nstart_date = "2021-01-01"\n'
    tables = [table.format(number) for number in range(200) for table in (system, place)]
    (tmp_path / "model.toml").write_text("\n".join([*tables, board]), encoding="utf-8")
    entry = entry_of(load(tmp_path))
    assert entry is not None
    store_missing(entry)
    model = load(tmp_path)
    graph = model.as_of("2020-06-01")
    forest = again("tiers", forest_of(model, VIEWS["tiers"]), model, graph)
    assert forest is not None
    assert forest.is_patched
    made.clear()
    opened = OpenRows(graph, forest)
    assert [each in opened for each in forest.rows_of("system-7")] == [True]
    assert len(made) <= TENS


@pytest.mark.parametrize("typed", ["f", "fr", "england"])
def test_a_letter_of_a_search_asks_no_entity_whether_it_is_a_term(
    large: Path, made: list[str], typed: str
) -> None:
    """Names are looked up by their sums."""
    model = load(large)
    made.clear()
    assert not is_term(model, typed)
    assert len(made) <= TENS


@pytest.fixture(params=[1500, ENTITIES])
def sized(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a made-up model, of two sizes."""
    directory = tmp_path_factory.mktemp("sized")
    write_model(directory, request.param)
    return directory


def test_gaps_make_the_records_of_who_has_one(sized: Path, made: list[str]) -> None:
    """However large the model, a tenth more than have a gap at most: who sits on a body is not looked at entity by entity."""
    first = gaps(load(sized))
    made.clear()
    model = load(sized)
    assert gaps(model) == first
    entities = {each for each in made if " " not in each}
    sources = {each for each in entities if model.kind(each) == "source"}
    having = {each.id for each in first}
    assert len(having) > len(model) / 5
    assert len(entities - sources) <= 1.1 * len(having)
    assert len(made) <= 4 * len(having)


def test_new_entities_of_a_far_diff_are_named_without_their_records(sized: Path, made: list[str]) -> None:
    """Of nearly all no more than a day is told, and what comes due of them is kept in words: neither takes a record."""

    def told() -> tuple[int, tuple[str, ...]]:
        model = load(sized)
        old, new = model.as_of("2015"), model.as_of("2026")
        found = diff_between_dates(old, new)
        lines = describe_diff(Sides(old, new, ("old", "new"), dated=True), found)
        return len(found.added), tuple(line.text for line in lines)

    told()
    made.clear()
    added, lines = told()
    entities = {each for each in made if " " not in each}
    assert len(lines) > added > 0.9 * len(load(sized))
    assert len(entities) <= 0.2 * added
    assert len(made) <= 0.2 * added
    assert told() == (added, lines)


def test_two_near_dates_make_the_records_of_what_differs(large: Path, made: list[str]) -> None:
    """The days on which something turns tell which few entities may differ, and the kinds of their relations which need be made."""

    def told() -> tuple[str, ...]:
        model = load(large)
        old, new = model.as_of("2020-03-01"), model.as_of("2020-03-02")
        found = diff_between_dates(old, new)
        return tuple(line.text for line in describe_diff(Sides(old, new, ("old", "new"), dated=True), found))

    before = told()
    made.clear()
    assert told() == before
    assert len(made) <= TENS


def test_a_standing_at_a_date_makes_the_records_of_one_entity(large: Path, made: list[str]) -> None:
    """The standing of an entity at a date makes few records, also where the days of all entities are kept."""
    load(large).as_of("2020").all_shown()
    model = load(large).as_of("2021")
    made.clear()
    assert model.standing("england-2").words()
    assert len(model.all_shown()) > TENS
    assert len(made) <= TENS


def test_a_start_reads_no_file_of_the_model(
    large: Path, monkeypatch: pytest.MonkeyPatch, made: list[str]
) -> None:
    """A start from the cache reads no file of the model and builds no graph."""
    monkeypatch.setattr("tiers.model.cache.disk.files.TOO_NEW", -(10**10))
    load(large)
    assert "tiers.model.cache.compiled.records" in sys.modules
    made.clear()
    monkeypatch.setattr(loading, "read_file", _refuse)
    monkeypatch.setattr(loading, "build", _refuse)
    assert len(load(large)) == ENTITIES
    assert made == []


def _refuse(*_: object) -> Callable[[], object]:
    raise AssertionError


def test_links_are_counted_without_making_one(large: Path, made: list[str]) -> None:
    """The search index orders the entities by the number of their relations; of a compiled model it is in the file."""
    model = load(large)
    ids = list(model)
    made.clear()
    count = model.once_for_all(link_counts)
    counts = [*count(ids[:1000], 0), *count(ids[1000:], 1000)]
    assert made == []
    assert counts == [len(model.outgoing(each)) + len(model.incoming(each)) for each in ids]


def test_the_search_index_makes_the_records_of_what_may_be_over(large: Path, made: list[str]) -> None:
    """Names, kinds, topics, texts and links are read from the rows; the standing of an entity takes its record."""
    load(large)
    model = load(large)
    telling = {each for each, one in model.entities_by_id() if tells_of_time(one.values)}
    changed = {each for each in model if model.is_end_of(each, CHANGING, "in")}
    several = {each for each, one in model.entities_by_id() if not isinstance(one.values["name"], str)}
    sources = {each.id for each in model.entities_of_kind("source")}
    model = load(large)
    made.clear()
    Corpus.of(model).work()
    entities = {each for each in made if " " not in each}
    assert entities <= telling | changed | several | sources
    assert len(made) <= ENTITIES // 10

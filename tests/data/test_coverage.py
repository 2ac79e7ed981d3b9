"""That the bundled model records every place of every source, and that what it cites is there."""

import re
import runpy
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.programs import beside, skip_without
from tiers.model import Citation, Graph, bundled, read_model

from . import fingerprints

ROOT = Path(__file__).parent.parent.parent


def locators_of(graph: Graph, source: str, key: str = "locators") -> list[str]:
    """Return the locators of a source, or those that are said to carry nothing."""
    found = graph.entity(source).plain(key)
    return list(found) if isinstance(found, Mapping) else []


def sources_of(graph: Graph) -> list[str]:
    """Return the ids of the sources."""
    return [each.id for each in graph.entities_of_kind("source")]


def cited(graph: Graph) -> set[Citation]:
    """Return every place that an entity, a claim or a relation cites."""
    found: set[Citation] = set()
    for entity in graph.every_entity():
        found.update(entity.evidence.citations)
        for attribute in entity.values:
            found.update(each for claim in entity.claims(attribute) for each in claim.evidence.citations)
        for relation in graph.outgoing(entity.id):
            found.update(relation.evidence.citations)
    return found


def test_the_loader_finds_nothing() -> None:
    """The bundled model is read without an error and without a warning."""
    reading = read_model([bundled()])

    assert reading.graph is not None
    assert reading.mistakes == ()


def test_every_cited_place_is_in_its_source(graph: Graph) -> None:
    """What a statement cites is a locator of a source."""
    known = {f"{source}#{each}" for source in sources_of(graph) for each in locators_of(graph, source)}

    assert {str(each) for each in cited(graph)} - known == set()


def test_every_place_is_recorded_or_said_to_carry_nothing(graph: Graph) -> None:
    """Each locator of each source is cited by a statement, or is silent for a reason, and not both."""
    there = cited(graph)
    places = {(source, each) for source in sources_of(graph) for each in locators_of(graph, source)}
    silent = {(source, each) for source in sources_of(graph) for each in locators_of(graph, source, "silent")}
    recorded = {(each.source, each.locator) for each in there}

    assert places - recorded - silent == set()
    assert recorded & silent == set()
    assert silent - places == set()


def test_every_entity_has_a_summary_and_a_source(graph: Graph) -> None:
    """Every entity says in plain words what it is; all but the sources themselves cite a place in one."""
    without_summary = [each for each in graph if not graph.text(each, "summary")]
    without_place = [
        each
        for each, one in graph.entities_by_id()
        if one.kind != "source" and not any(citation.locator for citation in one.evidence.citations)
    ]

    assert without_summary == []
    assert without_place == []


def test_each_of_the_five_documents_has_its_public_address(graph: Graph) -> None:
    """Each document can be read by anyone: its record has the address of the agenda item, and who published it."""
    shown = {
        alias: (entity.plain("url"), entity.plain("publisher"))
        for entity in graph.entities_of_kind("source")
        for alias in entity.texts("aliases")
    }
    assert shown == {
        "000": ("https://moderngov.harrow.gov.uk/mgAi.aspx?ID=126067", "Harrow Council"),
        "001": ("https://democracy.lbhf.gov.uk/mgAi.aspx?ID=64738", "Hammersmith & Fulham Council"),
        "002": ("https://moderngov.harrow.gov.uk/mgAi.aspx?ID=126971", "Harrow Council"),
        "003": ("https://moderngov.harrow.gov.uk/mgAi.aspx?ID=128125", "Harrow Council"),
        "004": ("https://worcestershire.moderngov.co.uk/mgAi.aspx?ID=22421", "Worcestershire County Council"),
    }


@pytest.mark.parametrize("name", ["model", "coverage"])
def test_generated_pages_are_up_to_date(name: str, graph: Graph) -> None:
    """The generated pages of the documentation say what the vocabulary and the data say."""
    script = "generate" if name == "model" else name
    page = runpy.run_path(str(ROOT / "docs" / f"{script}.py"))["page"]
    expected = page() if name == "model" else page(graph)

    assert (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") == expected


@pytest.mark.parametrize("script", ["man", "reference"])
def test_the_pages_of_commands_are_up_to_date(script: str) -> None:
    """The man page and the reference say of each command, key and mark what the help says; `docs/generate.py` writes them."""
    made = runpy.run_path(str(ROOT / "docs" / f"{script}.py"))
    assert made["PAGE"].read_text(encoding="utf-8") == made["page"]()


@pytest.mark.parametrize("name", ["commands", "views", "formats", "filters"])
def test_generated_tables_are_up_to_date(name: str) -> None:
    """The tables of commands, views, formats and filters say what the code says, each between its marks."""
    made = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    path, _ = made["TABLES"][name]
    page = path.read_text(encoding="utf-8")

    assert set(made["TABLES"]) == {"commands", "views", "formats", "filters"}
    assert made["with_table"](page, name) == page


def test_the_page_of_a_package_is_the_readme_without_links_into_the_repository() -> None:
    """`docs/package.md` stands on the page of a package, where only an absolute link leads anywhere."""
    made = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    page = made["PACKAGE"].read_text(encoding="utf-8")
    assert page == made["package_page"](made["README"].read_text(encoding="utf-8"))
    assert re.findall(r"\]\((?!https://)", page) == []
    assert "![" not in page


def test_the_example_of_a_model_is_one(tmp_path: Path) -> None:
    """What `docs/model.md` begins with is a model without mistakes and warnings."""
    page = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    model = tmp_path / "model.toml"
    model.write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    reading = read_model([str(model)])

    assert reading.mistakes == ()
    assert sorted(reading.graph or ()) == ["our-board", "our-place", "paper"]


def test_every_paragraph_has_its_place(graph: Graph) -> None:
    """Each paragraph of the five documents has locators, all locators belong to one, and they stand in its order."""
    for source in dict.fromkeys(source for source, _, _ in fingerprints.mapped()):
        places = [each for of, _, locators in fingerprints.mapped() if of == source for each in locators]
        assert list(dict.fromkeys(places)) == locators_of(graph, source)
    assert all(locators for _, _, locators in fingerprints.mapped())


def test_the_paragraphs_are_those_of_the_documents(graph: Graph) -> None:
    """The hashes of the paragraphs are those of the documents, in order."""
    directory = beside("sources", "TIERS_DOCUMENTS")
    if not directory.is_dir():
        skip_without("the documents", directory, "TIERS_DOCUMENTS")
    texts = fingerprints.documents(directory, graph)
    known: dict[str, list[str]] = {}
    for source, digest, _ in fingerprints.mapped():
        known.setdefault(source, []).append(digest)

    assert len(texts) == 5
    assert known == {source: fingerprints.paragraphs(text) for source, text in texts.items()}

"""That the prose of the model and of the documentation is our own, and that its jargon is explained."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import tomli

from tiers.model import bundled, load
from tiers.model.format.text import fold

from .fingerprints import ACRONYMS, HERE, RUNS, fingerprint, lines_of, runs

ALLOWED = HERE / "allowed.txt"
DOCS = HERE.parent.parent / "docs"


def strings(value: object) -> Iterator[str]:
    """Yield every text in what TOML was read into."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def prose() -> Iterator[tuple[str, str]]:
    """Yield the texts and comments of the bundled model and the pages of the documentation, each with its file."""
    for path in sorted(Path(bundled()).rglob("*.toml")):
        text = path.read_text(encoding="utf-8")
        for each in strings(tomli.loads(text)):
            yield path.name, each
        for line in text.splitlines():
            if line.lstrip().startswith("#"):
                yield path.name, line
    for path in sorted(DOCS.glob("*.md")):
        yield path.name, path.read_text(encoding="utf-8")


def test_no_sentence_of_a_source_stands_in_our_prose() -> None:
    """No run of eight words of a document stands in the model or its documentation, names, titles and roles apart."""
    taken = set(lines_of(RUNS)) - {line.split()[0] for line in lines_of(ALLOWED)}
    found = [(name, run) for name, text in prose() for digest, run in runs(text) if digest in taken]

    assert found == []


def test_every_exception_is_needed_and_has_a_reason() -> None:
    """The names, titles and roles that are allowed stand in the documents and in our prose, and say what they are."""
    used = {digest for _, text in prose() for digest, _ in runs(text)}
    exceptions = [line.split(maxsplit=1) for line in lines_of(ALLOWED)]

    assert all(len(each) == 2 for each in exceptions)
    assert {digest for digest, _ in exceptions} <= used & set(lines_of(RUNS))


def test_the_glossary_has_every_acronym_of_the_documents() -> None:
    """Every acronym that occurs in the documents is a term of the glossary, or a word of one."""
    graph = load()
    explained = {
        fingerprint([word])
        for each, one in graph.entities_by_id()
        if one.kind == "term"
        for name in (graph.name(each), *(str(claim.value) for claim in one.claims("other_names")))
        for word in (*fold(name).split(), name.lower())
    }

    assert set(lines_of(ACRONYMS)) - explained == set()

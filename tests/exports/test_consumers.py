"""Programs that read the exports: those that install quickly here, all of them with `python -m tests.consumers --install FOLDER`."""

import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.cli.borough import ALDERMERE
from tests.consumers import CONSUMERS, SHAPES, Exports, missing, with_pyshacl, written
from tiers.model.exports.org_terms import PREFIXES

QUICK = ("networkx", "rdflib", "pyoxigraph", "pyshacl, shapes of ORG", "JSON Schema of FHIR R4")
"""Those whose libraries are small."""


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Exports:
    """Return every export of a borough."""
    return written(ALDERMERE, tmp_path_factory.mktemp("exports"))


@pytest.mark.parametrize("name", QUICK)
def test_a_program_reads_what_the_model_says(exports: Exports, name: str) -> None:
    """What a program counts in an export is what the model has."""
    libraries, consumer = CONSUMERS[name]
    absent = missing(libraries)
    if absent:
        pytest.skip(
            f"the libraries {', '.join(absent)} are not found; `python -m tests.consumers --install FOLDER` has them"
        )
    with warnings.catch_warnings():  # rdflib warns of its own parser, pyshacl of what it imports
        warnings.simplefilter("ignore", DeprecationWarning)
        read, expected = consumer(exports)
    assert read == expected


def test_the_shapes_of_org_find_what_is_wrong(exports: Exports, tmp_path: Path) -> None:
    """A post as a member, and a name without a language, break the shapes, so that an export that conforms says something."""
    rdflib: Any = pytest.importorskip(
        "rdflib", reason="the library rdflib is not found; `pip install rdflib`"
    )
    pytest.importorskip("pyshacl", reason="the library pyshacl is not found; `pip install pyshacl`")
    org = rdflib.Namespace(PREFIXES["org"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        broken = rdflib.Graph().parse(exports.path("org"), format="json-ld")
        post = next(broken.subjects(rdflib.RDF.type, org.Post))
        membership = next(broken.subjects(org.member, None))
        broken.set((membership, org.member, post))
        body = next(broken.subjects(rdflib.RDF.type, org.FormalOrganization))
        broken.set((body, rdflib.SKOS.prefLabel, rdflib.Literal("No language")))
        broken.serialize(tmp_path / "org", format="json-ld")
        read, _ = with_pyshacl(Exports(exports.graph, tmp_path))
    told = str(read["conforms"])
    assert SHAPES.exists()
    assert "Results (2)" in told
    assert ("ClassConstraintComponent" in told, "DatatypeConstraintComponent" in told) == (True, True)

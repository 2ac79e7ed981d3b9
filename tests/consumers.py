"""Read the exports with the programs that people use: each reads what a model says, and the counts are compared.

`python -m tests.consumers` tries what is installed, `python -m tests.consumers --install FOLDER` makes an environment with all
of it there first. With `--fhir FILE` the whole `fhir.schema.json` of HL7 FHIR R4 is taken, and not the part of it that is in
the tests. The exit status is 1 where something is read otherwise than it is written.
"""

import argparse
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from tiers.model import Graph, bundled, load
from tiers.model.exports.org_terms import PREFIXES
from tiers.model.exports.tables import TABLES
from tiers.model.format.groups import ORGANIZATIONS
from tiers.tui.cli import main

HERE = Path(__file__).parent
SHAPES = HERE / "exports" / "org.shapes.ttl"
FHIR = HERE / "exports" / "fhir-r4.schema.json"

NEEDED = (
    "pandas", "polars", "duckdb", "frictionless", "datapackage", "networkx", "igraph", "rdflib", "pyoxigraph",
    "pyshacl", "jsonschema",
)  # fmt: skip
"""What is installed for all of them."""

Counts = Mapping[str, object]


@attrs.frozen
class Exports:
    """A model, and where it is written in every vocabulary.

    Attributes:
        graph: The model.
        folder: The folder of the exports.
        fhir_schema: The JSON Schema of FHIR R4.
    """

    graph: Graph
    folder: Path
    fhir_schema: Path = FHIR

    def path(self, name: str) -> Path:
        return self.folder / name


def written(model: Path, folder: Path, fhir_schema: Path = FHIR) -> Exports:
    """Write every export of a model, and the view of seats as CSV, and return where they are."""
    for words in (
        ("export", "tables", str(folder / "tables")),
        *(("export", each, str(folder / each)) for each in ("popolo", "org", "graphml", "fhir")),
        ("print", "--view", "seats", "--format", "csv", "-o", str(folder / "seats.csv")),
        ("search", "board", "--limit", "999", "--format", "csv"),
    ):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            status = main((*words, "--model", str(model)))
        assert status == 0, words
        if words[0] == "search":
            (folder / "search.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    return Exports(load(model), folder, fhir_schema)


def _tables(graph: Graph) -> dict[str, object]:
    """Return how many lines each table has, how many statements there are and how many of them are of relations."""
    lines = {each.name: sum(1 for _ in each.rows(graph)) for each in TABLES}
    return {**lines, "relations": _edges(graph)}


def with_pandas(exports: Exports) -> tuple[Counts, Counts]:
    pandas = import_module("pandas")
    found: dict[str, object] = {}
    for each in TABLES:
        path = exports.path("tables") / f"{each.name}.csv"
        table = pandas.read_csv(path, dtype=str, keep_default_na=False)
        found[each.name] = len(table)
        if each.name == "statements":
            found["relations"] = int(table[table["object"] != ""]["statement"].nunique())
    seats = pandas.read_csv(exports.path("seats.csv"), dtype=str, keep_default_na=False)
    assert {"basis", "start_date", "end_date", "source", "role", "voting", "on_behalf_of"} <= set(
        seats.columns
    )
    return found, _tables(exports.graph)


def with_polars(exports: Exports) -> tuple[Counts, Counts]:
    polars = import_module("polars")
    found: dict[str, object] = {}
    for each in TABLES:
        table = polars.read_csv(exports.path("tables") / f"{each.name}.csv", infer_schema=False)
        found[each.name] = table.height
        if each.name == "statements":
            found["relations"] = table.filter(polars.col("object").is_not_null())["statement"].n_unique()
    return found, _tables(exports.graph)


def with_duckdb(exports: Exports) -> tuple[Counts, Counts]:
    """Ask in SQL who sits on what by joining, which only the right ids let through."""
    base = import_module("duckdb").connect()
    found: dict[str, object] = {}
    for each in TABLES:
        path = str(exports.path("tables") / f"{each.name}.csv")
        base.read_csv(path, all_varchar=True).create(each.name)
        found[each.name] = base.table(each.name).count("*").fetchall()[0][0]
    found["relations"] = base.execute(
        "select count(distinct statement) from statements where object is not null"
    ).fetchall()[0][0]
    found["seated"] = base.execute(
        "select count(*) from memberships m join entities a on m.member = a.id join entities b on m.body = b.id "
        "where a.name = m.member_name and b.name = m.body_name"
    ).fetchall()[0][0]
    seats = [
        each for borne in exports.graph.relations_by_subject() for each in borne if each.kind == "member_of"
    ]
    known = [each for each in seats if each.subject in exports.graph and each.object in exports.graph]
    return found, {**_tables(exports.graph), "seated": len(known)}


def with_frictionless(exports: Exports) -> tuple[Counts, Counts]:
    """Validate the package as version 2, and without what version 2 adds as version 1: keys, types and references too."""
    frictionless = import_module("frictionless")
    lines = {each.name: sum(1 for _ in each.rows(exports.graph)) for each in TABLES}
    found: dict[str, object] = {}
    expected: dict[str, object] = {}
    for version, descriptor in (("v2", _package(exports)), ("v1", _without_schemas(_package(exports)))):
        package = frictionless.Package.from_descriptor(descriptor, basepath=str(exports.path("tables")))
        report = package.validate()
        found[f"{version} valid"] = report.valid or report.flatten(["type", "message"])[:3]
        found.update({f"{version} {each.name}": each.stats.get("rows", 0) for each in report.tasks})
        expected.update(
            {f"{version} valid": True, **{f"{version} {name}": each for name, each in lines.items()}}
        )
    return found, expected


def with_datapackage(exports: Exports) -> tuple[Counts, Counts]:
    """Read the package with the library for version 1, which knows nothing of version 2: every row is cast to its types."""
    datapackage = import_module("datapackage")
    package = datapackage.Package(str(exports.path("tables") / "datapackage.json"))
    found: dict[str, object] = {"valid": package.valid, "profile": package.profile.name}
    found.update({each.name: len(each.read()) for each in package.resources})
    lines = {each.name: sum(1 for _ in each.rows(exports.graph)) for each in TABLES}
    return found, {"valid": True, "profile": "tabular-data-package", **lines}


def _package(exports: Exports) -> Any:
    return json.loads((exports.path("tables") / "datapackage.json").read_text("utf-8"))


def _without_schemas(item: Any) -> Any:
    if isinstance(item, dict):
        return {key: _without_schemas(each) for key, each in item.items() if key != "$schema"}
    return [_without_schemas(each) for each in item] if isinstance(item, list) else item


def _edges(graph: Graph) -> int:
    return sum(
        each.object in graph
        for borne in graph.relations_by_subject()
        for each in borne
        if each.subject in graph
    )


def with_networkx(exports: Exports) -> tuple[Counts, Counts]:
    read = import_module("networkx").read_graphml(exports.path("graphml"), force_multigraph=True)
    labels = {node: data.get("label") for node, data in read.nodes(data=True)}
    graph = exports.graph
    found = {"nodes": read.number_of_nodes(), "edges": read.number_of_edges(), "labels": labels}
    return found, {
        "nodes": len(graph),
        "edges": _edges(graph),
        "labels": {each: graph.name(each) for each in graph},
    }


def with_igraph(exports: Exports) -> tuple[Counts, Counts]:
    read = import_module("igraph").Graph.Read_GraphML(str(exports.path("graphml")))
    found = {"nodes": read.vcount(), "edges": read.ecount(), "labels": sorted(read.vs["label"])}
    graph = exports.graph
    names = sorted(graph.name(each) for each in graph)
    return found, {"nodes": len(graph), "edges": _edges(graph), "labels": names}


_COUNTED = """
PREFIX org: <http://www.w3.org/ns/org#>
SELECT (COUNT(DISTINCT ?membership) AS ?count) WHERE { ?membership a org:Membership ; org:organization ?body }
"""


def with_rdflib(exports: Exports) -> tuple[Counts, Counts]:
    rdflib = import_module("rdflib")
    read = rdflib.Graph().parse(exports.path("org"), format="json-ld")
    kinds = [entity.kind for entity in exports.graph.every_entity()]
    org = rdflib.Namespace(PREFIXES["org"])
    classes = ("FormalOrganization", "OrganizationalCollaboration", "OrganizationalUnit", "Organization")
    found = {
        "organizations": sum(len(list(read.subjects(rdflib.RDF.type, org[each]))) for each in classes),
        "posts": len(list(read.subjects(rdflib.RDF.type, org.Post))),
        "people": len(list(read.subjects(rdflib.RDF.type, rdflib.FOAF.Person))),
        "documents": len(list(read.subjects(rdflib.RDF.type, rdflib.DCTERMS.BibliographicResource))),
    }
    return found, {
        "organizations": sum(map(kinds.count, ORGANIZATIONS)),
        "posts": kinds.count("post"),
        "people": kinds.count("person"),
        "documents": kinds.count("source"),
    }


def with_pyoxigraph(exports: Exports) -> tuple[Counts, Counts]:
    """Read the same triples as rdflib, and answer the same question in SPARQL."""
    pyoxigraph, rdflib = import_module("pyoxigraph"), import_module("rdflib")
    store = pyoxigraph.Store()
    store.load(path=str(exports.path("org")), format=pyoxigraph.RdfFormat.JSON_LD)
    other = rdflib.Graph().parse(exports.path("org"), format="json-ld")
    (row,) = store.query(_COUNTED)
    (told,) = other.query(_COUNTED)
    return (
        {"triples": len(store), "memberships": int(row["count"].value)},
        {"triples": len(other), "memberships": int(told[0])},
    )


def with_pyshacl(exports: Exports) -> tuple[Counts, Counts]:
    rdflib = import_module("rdflib")
    read = rdflib.Graph().parse(exports.path("org"), format="json-ld")
    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    conforms, _, text = import_module("pyshacl").validate(read, shacl_graph=shapes, ont_graph=shapes)
    return {"conforms": conforms or text[:2000]}, {"conforms": True}


def with_fhir(exports: Exports) -> tuple[Counts, Counts]:
    jsonschema = import_module("jsonschema")
    schema = json.loads(exports.fhir_schema.read_text("utf-8"))
    definitions = {"definitions": schema["definitions"]}
    bundle = json.loads(exports.path("fhir").read_text("utf-8"))
    resources = [each["resource"] for each in bundle["entry"]]
    mistakes: list[str] = []
    for kind in ("Organization", "OrganizationAffiliation"):
        validator = jsonschema.Draft6Validator({**definitions, "allOf": [{"$ref": f"#/definitions/{kind}"}]})
        for each in resources:
            if each["resourceType"] == kind:
                mistakes.extend(
                    f"{each['id']}: {error.message[:200]}" for error in validator.iter_errors(each)
                )
    kinds = [entity.kind for entity in exports.graph.every_entity()]
    organizations = sum(each["resourceType"] == "Organization" for each in resources)
    return (
        {"mistakes": mistakes, "organizations": organizations},
        {"mistakes": [], "organizations": sum(map(kinds.count, ORGANIZATIONS))},
    )


CONSUMERS: Mapping[str, tuple[tuple[str, ...], Callable[[Exports], tuple[Counts, Counts]]]] = {
    "pandas": (("pandas",), with_pandas),
    "polars": (("polars",), with_polars),
    "duckdb": (("duckdb",), with_duckdb),
    "frictionless (v1, v2)": (("frictionless",), with_frictionless),
    "datapackage (v1)": (("datapackage",), with_datapackage),
    "networkx": (("networkx",), with_networkx),
    "igraph": (("igraph",), with_igraph),
    "rdflib": (("rdflib",), with_rdflib),
    "pyoxigraph": (("pyoxigraph", "rdflib"), with_pyoxigraph),
    "pyshacl, shapes of ORG": (("pyshacl", "rdflib"), with_pyshacl),
    "JSON Schema of FHIR R4": (("jsonschema",), with_fhir),
}
"""By name, the libraries that it needs and how it counts: what it reads, and what it should."""


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def missing(libraries: Iterable[str]) -> list[str]:
    """Return the libraries that are not installed."""
    found = []
    for each in libraries:
        try:
            import_module(each)
        except ImportError:
            found.append(each)
    return found


def tried(exports: Exports) -> int:
    """Try each consumer on the exports of a model, say what it read, and return how many read it otherwise."""
    wrong = 0
    for name, (libraries, consumer) in CONSUMERS.items():
        absent = missing(libraries)
        if absent:
            say(f"  {name}: not tried, without {', '.join(absent)}")
            continue
        read, expected = consumer(exports)
        same = read == expected
        wrong += not same
        said = ", ".join(f"{key} {each if isinstance(each, int) else '✓'}" for key, each in expected.items())
        say(f"  {name}: {said if same else f'READ {read}, EXPECTED {expected}'}")
    return wrong


def install(folder: Path) -> Path:
    """Make an environment with tiers and every consumer, and return its Python."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    home = HERE.parent
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", *NEEDED, "setuptools<81", str(home)], check=True
    )
    return python


def run() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", metavar="FOLDER", type=Path)
    parser.add_argument("--fhir", metavar="FILE", type=Path, default=FHIR)
    options = parser.parse_args()
    if options.install:
        python = install(options.install)
        done = subprocess.run(
            [python, "-m", "tests.consumers", "--fhir", options.fhir], cwd=HERE.parent, check=False
        )
        return done.returncode
    wrong = 0
    for model in (Path(bundled()), HERE / "models" / "aldermere", HERE / "models" / "place.toml"):
        with tempfile.TemporaryDirectory() as folder:
            say(model.name)
            wrong += tried(written(model, Path(folder), options.fhir))
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(run())

"""A smoke test of an installed tiers: run it with the path of the `tiers` command, away from the sources."""

import json
import subprocess
import sys
import tempfile

import tiers
import tiers.data


def main(command: str) -> None:
    """Ask the installed command for what its users ask first."""

    def run(*arguments: str) -> str:
        done = subprocess.run([command, *arguments], capture_output=True, text=True, check=True)
        return done.stdout

    graph = tiers.load()
    assert tiers.__version__, "the package has no version"
    assert "harrow" in graph, "the bundled model is not in the wheel"
    assert "site-packages" in str(tiers.data.__file__), "this is not the wheel"
    assert "Joint Management Board" in run("print", "harrow", "--view", "decisions")
    assert json.loads(run("show", "harrow-hce", "--format", "json"))["kind"] == "body"
    assert "frailty" in run("search", "fraility").lower()
    assert run("--version").startswith("tiers ")
    assert json.loads(run("schema", "--of", "show"))["$id"].startswith("urn:tiers:json:show:")
    assert run("tour").startswith("1  Who decides about "), "the tour does not begin"
    run("check")
    assert run("help", "guide").startswith("# Describe your own place\n"), "the guide is not in the wheel"
    assert run("help", "model").startswith("# The model in TOML\n"), (
        "the page of the format is not in the wheel"
    )
    assert run("help", "python").startswith("# In Python\n"), "the page of Python is not in the wheel"
    with tempfile.TemporaryDirectory() as directory:
        run("init", directory)
        run("check", "--strict", directory)
    listing = subprocess.run(
        [sys.executable, "-c", "import importlib.metadata as m; print(*m.files('tiers'), sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "tiers/tui/app.tcss" in listing, "the style sheet is not in the wheel"
    assert "tiers/py.typed" in listing, "the wheel is not typed"
    pages = [line for line in listing.splitlines() if line.endswith("/man1/tiers.1")]
    assert [line.replace("../", "") for line in pages] == ["share/man/man1/tiers.1"], (
        "the man page is not where man looks"
    )
    assert not [line for line in listing.splitlines() if line.startswith("tests/")], "tests are in the wheel"
    print(f"the wheel answers; {len(graph)} entities")  # noqa: T201 - what CI shows


if __name__ == "__main__":
    main(sys.argv[1])

"""The codes of mistakes, and the help about each."""

import ast
from pathlib import Path

import pytest

import tiers.model
from tiers.model import read_model
from tiers.model.reading.codes import CODES

MODEL = Path(str(tiers.model.__file__)).parent


def raised() -> set[str]:
    """Return every code that the source of the model raises, in a mistake, a finding or the words on TOML."""
    found: set[str] = set()
    for path in MODEL.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            named = isinstance(node.func, ast.Name) and node.func.id in {"Mistake", "_mistake", "Words"}
            reported = isinstance(node.func, ast.Attribute) and ast.unparse(node.func).endswith("report.add")
            first = node.args[0]
            if (named or reported) and isinstance(first, ast.Constant):
                found.add(str(first.value))
    return found


def test_every_code_that_is_raised_is_explained() -> None:
    """No mistake has a code that `--explain` does not know, and none is explained that cannot come up."""
    # its code stands in a name, for it is given three times
    assert raised() | {"missing-equals"} == set(CODES)


@pytest.mark.parametrize("name", [name for name, code in CODES.items() if code.toml])
def test_an_example_has_its_mistake_and_no_more(name: str, tmp_path: Path) -> None:
    """The example of a code has that mistake alone, and what stands instead of it is right."""
    path = tmp_path / "m.toml"
    path.write_text(CODES[name].example, encoding="utf-8")
    severity = "warning" if CODES[name].warning else "error"
    found = read_model([path]).mistakes
    assert [(each.code, each.severity) for each in found] == [(name, severity)]
    path.write_text(CODES[name].instead, encoding="utf-8")
    assert read_model([path]).mistakes == ()

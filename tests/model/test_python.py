"""The package as Python has it: what `import tiers` costs, what it has, and that the examples of its page run."""

import doctest
import pydoc
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import tiers
from tiers.model import Evidence, Graph, Model, Relation, load, parse_date
from tiers.tui.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "python.md"
PLACE = Path(__file__).parents[1] / "models" / "place.toml"
BLOCKS = "\n".join(
    re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
)


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example of `docs/python.md` gives what stands below it."""
    monkeypatch.chdir(tmp_path)
    assert main(("init", "our-place")) == 0
    test = doctest.DocTestParser().get_doctest(BLOCKS, {}, "python.md", str(PAGE), 0)
    told: list[str] = []
    results = doctest.DocTestRunner().run(test, out=told.append)
    assert (results.failed, "".join(told)) == (0, "")
    assert results.attempted > 15


def test_the_page_lists_every_name() -> None:
    """Every public name of the package and every question of the model is on the page."""
    text = PAGE.read_text(encoding="utf-8")
    own = {each for each in vars(Model) if not each.startswith("_")}
    missing = [each for each in tiers.__all__ if f"tiers.{each}" not in text and f"`{each}`" not in text]
    assert [*missing, *(each for each in own if f"`model.{each}(" not in text)] == []


def test_importing_the_package_imports_nothing_else() -> None:
    """`import tiers` alone brings in no other module that Python has not at its start."""
    code = (
        "import sys\nbefore = set(sys.modules)\nimport tiers\n"
        "print(sorted(set(sys.modules) - before - {'tiers', 'typing', '__future__'}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    brought = [
        each for each in re.findall(r"'([\w.]+)'", done.stdout) if each.startswith(("tiers", "attr", "tomli"))
    ]
    assert brought == []


def test_the_names_of_the_package() -> None:
    """The package has what it says, each name once imported the same, and a wrong one is told the right ones."""
    assert tiers.__version__ == version("tiers")
    assert tiers.load is load
    assert tiers.Model is Model
    assert set(tiers.__all__) <= set(dir(tiers))
    with pytest.raises(AttributeError) as raised:
        tiers.lode  # noqa: B018 - what it gives is an error
    assert str(raised.value).startswith("the package `tiers` has no name `lode`; it has Model, ModelError")


def test_its_help_is_short() -> None:
    """The words at the beginning of `help(tiers)` fit a screen and name the page that has the rest."""
    assert tiers.__doc__ is not None
    assert len(tiers.__doc__.splitlines()) < 12
    assert "docs/python.md" in tiers.__doc__
    assert "_MODEL" not in pydoc.plain(pydoc.render_doc(tiers))


@pytest.fixture(scope="module")
def model() -> Graph:
    """Return the small model."""
    return load(PLACE)


def test_a_wrong_relation_or_direction_is_told(model: Graph) -> None:
    """A name that is nearly right, the name of an inverse, one that is nothing: each raises with what is right."""
    near = "there is no kind of relation 'membr_of': did you mean 'member_of'?"
    for ask in (model.relations, model.every_relation):
        with pytest.raises(ValueError, match=re.escape(near)):
            ask("ex", "membr_of")
        with pytest.raises(
            ValueError, match="there is no kind of relation 'xyz': there are part_of, in_layer"
        ):
            ask("ex", "xyz")
        with pytest.raises(ValueError, match="there is no direction 'OUT': it is 'out'"):
            ask("ex", None, "OUT")


def test_records_have_a_repr(model: Graph) -> None:
    """Each record says what it is in one line, and nothing of a model reaches a terminal raw by it."""
    ex = model["ex"]
    assert repr(model.as_of("2022")) == f"<Model of {len(model)} entities, as of 2022>"
    assert repr(ex) == "<partnership ex: 'Ex Borough Partnership'>"
    assert (ex.kind, repr(ex.entity)) == ("partnership", "<partnership ex>")
    assert [repr(each) for each in ex.relations("member_of", "in")][:2] == [
        "<council member_of ex, role = 'co-chair', voting = True>",
        "<trust member_of ex, as_named = 'Ex Trust'>",
    ]
    assert [repr(each) for each in ex.claims("name")] == [
        "<name = 'Ex Health and Care Partnership'>",
        "<name = 'Ex Borough Partnership'>",
    ]
    assert repr(ex.entity.evidence) == "<stated: slides#structure minutes#names>"
    assert repr(ex.entity.evidence.citations) == "(<slides#structure>, <minutes#names>)"
    former = model.every_relation("old-ccg", "member_of", "out")
    assert repr(former) == "(<old-ccg member_of ex, until 2022-06-30>,)"
    days = (parse_date("2020"), parse_date("2021-06-30"))
    assert (
        repr(Relation("part_of", "a", "b", Evidence(), *days)) == "<a part_of b, from 2020, until 2021-06-30>"
    )


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"view": "seat"}, "there is no view 'seat'; there are tiers, "),
        ({"format": "txt"}, "there is no format 'txt'; there are text, "),
        ({"fields": ["quorom"]}, "there is no field 'quorom'; there are place, "),
        ({"node": "Nobody of this name"}, "'Nobody of this name' names no entity; nearest are: "),
        ({"node": "EBP"}, "'EBP' names several entities: ex, old-ccg"),
        ({"node": "minutes", "view": "seats"}, "the view 'seats' does not show 'minutes'"),
    ],
)
def test_a_print_that_cannot_be_is_told(model: Graph, asked: dict[str, object], message: str) -> None:
    """A wrong view, format, field or node raises with what there is."""
    with pytest.raises(ValueError, match=f"^{re.escape(message)}"):
        tiers.print(model, **asked)  # type: ignore[arg-type] # wrong on purpose

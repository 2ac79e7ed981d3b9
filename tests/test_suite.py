"""What the tests themselves hold to, so that neither a busy machine nor a moved file breaks one."""

import ast
import asyncio
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, settings

from tests.tui.driving import at_rest

HERE = Path(__file__).parent
PRODUCT = ("model", "tui", "data")


def private_names_patched(source: str) -> Iterator[str]:
    """Yield the private names that the source of a test replaces."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"setattr", "setitem", "patch"}:
            said = (each.value for each in node.args[:2] if isinstance(each, ast.Constant))
            names = (str(each).rpartition(".")[2] for each in said)
            yield from (name for name in names if name.startswith("_") and not name.endswith("__"))


def paths_of_the_product(source: str) -> Iterator[str]:
    """Yield the files of the product's code that the source of a test names by their path."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            first, slash, rest = node.value.removeprefix("/").partition("/")
            if slash and first in PRODUCT and rest.endswith(".py"):
                yield node.value


def found_in_tests(find: object) -> dict[str, list[str]]:
    """Return the findings in each test file, without files that have none."""
    assert callable(find)
    files = sorted(HERE.rglob("*.py"))
    found = {str(each.relative_to(HERE)): list(find(each.read_text(encoding="utf-8"))) for each in files}
    return {name: each for name, each in found.items() if each}


def test_no_private_name_is_replaced() -> None:
    """What a test needs is given in: by a parameter, the environment, a public name."""
    assert list(private_names_patched('m.setattr("tiers.a._b", 1); m.setattr(a, "_c", 1)')) == ["_b", "_c"]
    assert found_in_tests(private_names_patched) == {}


def test_no_file_of_the_product_is_named_by_its_path() -> None:
    """The product is imported, so that a file can move without a test knowing."""
    example = "/".join((PRODUCT[0], "graph.py"))
    assert list(paths_of_the_product(f"'{example}'")) == [example]
    assert found_in_tests(paths_of_the_product) == {}


def test_a_slow_machine_fails_no_property() -> None:
    """Every property is tried on as many examples as one profile says, however long they take."""
    profile = settings.get_profile("tiers")
    assert settings.default == profile
    assert (profile.max_examples, profile.deadline) == (100, None)
    assert HealthCheck.too_slow in profile.suppress_health_check


async def test_a_test_of_the_explorer_waits_for_all_that_a_key_begins() -> None:
    """What is ready, what that makes ready, and what a timer brings soon is done; a timer of much later is not waited for."""
    loop = asyncio.get_running_loop()
    done: list[str] = []
    loop.call_later(0.005, loop.call_soon, done.append, "after a timer")
    loop.call_soon(loop.call_soon, done.append, "after what is ready")
    later = loop.call_later(3600, done.append, "an hour later")
    await at_rest()
    later.cancel()
    assert done == ["after what is ready", "after a timer"]

"""The mutants of a file: its code with one small change each, which a test should notice."""

import ast
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from .changes import TYPE, changes

ROOT = Path(__file__).parents[2]

EQUAL = Path(__file__).with_name("equal.txt")

FILES = (
    *sorted((ROOT / "model" / "facts").glob("*.py")),
    *sorted((ROOT / "model" / "structure").glob("*.py")),
    *sorted((ROOT / "model" / "answers" / "who").glob("*.py")),
    *(
        ROOT / "model" / "format" / f"{name}.py"
        for name in ("dates", "plain_dates", "ids", "records", "text")
    ),
    ROOT / "model" / "reading" / "values.py",
)
"""Where the rules are: what holds at a date, what stands where, who decides, what a date and a value may be."""


@attrs.frozen
class Mutant:
    """A file with one thing changed.

    Attributes:
        file: The file.
        function: The function it is in, with its class; empty where it is in none, and is so when the file is imported.
        lines: The first and last line of what is changed.
        key: What is changed, in words that stay the same while the lines around it change.
        tree: Returns the changed syntax tree.
    """

    file: Path
    function: str
    lines: tuple[int, int]
    key: str
    tree: Callable[[], ast.Module] = attrs.field(eq=False, repr=False)


def mutants() -> list[Mutant]:
    """Return every mutant of the rules."""
    return [each for file in FILES for each in mutants_of(file, file.read_text(encoding="utf-8"))]


def sample(size: int, seed: str) -> list[Mutant]:
    """Return some mutants, chosen by a seed, in an order whose first ones are a sample too.

    Each is chosen by its own key, so that a change of the code leaves the others in the sample.
    """
    every = sorted(mutants(), key=lambda each: hashlib.sha256(f"{seed} {each.key}".encode()).digest())
    return every[:size]


def mutants_of(file: Path, source: str) -> Iterator[Mutant]:
    """Yield the mutants of a source."""
    tree = ast.parse(source)
    lines = source.splitlines()
    name = str(file.relative_to(ROOT)) if file.is_relative_to(ROOT) else file.name
    seen: Counter[str] = Counter()
    for place, (node, function) in enumerate(_nodes(tree)):
        for number, (before, after) in enumerate(_words(node)):
            at = f"{name} {function}: {lines[node.lineno - 1].strip()} | {before} -> {after}"
            seen[at] += 1
            key = at if seen[at] == 1 else f"{at} ({seen[at]})"
            yield Mutant(
                file,
                function,
                (node.lineno, node.end_lineno or node.lineno),
                key,
                _make(source, place, number),
            )


def _make(source: str, place: int, number: int) -> Callable[[], ast.Module]:
    def make() -> ast.Module:
        tree = ast.parse(source)
        node = next(node for at, (node, _) in enumerate(_nodes(tree)) if at == place)
        changed = list(changes(node))[number]
        if changed is not node:
            _Replacing(node, changed).visit(tree)
        return ast.fix_missing_locations(tree)

    return make


def _words(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield what stands there before and after each change."""
    for changed in changes(node):
        yield _said(node), _said(changed)


def _said(node: ast.AST) -> str:
    return ast.unparse(ast.fix_missing_locations(node)).partition("\n")[0][:100]


class _Replacing(ast.NodeTransformer):
    """Replaces a node by another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old = old
        self._new = ast.copy_location(new, old)

    def visit(self, node: ast.AST) -> ast.AST:
        """Return the node that replaces a node."""
        return self._new if node is self._old else self.generic_visit(node)


def _nodes(
    tree: ast.AST, function: str = "", *, inside: bool = False
) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Yield what may be changed with the function it is in: no annotations, decorators, docstrings, imports."""
    for child in _parts(tree):
        if isinstance(child, (ast.expr, ast.stmt)):
            yield child, function if inside else ""
        if isinstance(child, ast.ClassDef):
            yield from _nodes(child, f"{function}{child.name}.")
        elif isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for default in (*child.args.defaults, *filter(None, child.args.kw_defaults)):
                yield default, ""
            name = function if inside else f"{function}{child.name}"
            yield from _nodes(child, name, inside=True)
        elif isinstance(child, ast.Lambda):
            yield from _nodes(child, function if inside else f"{function}<lambda>", inside=True)
        else:
            yield from _nodes(child, function, inside=inside)


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a node in which something may be changed."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        parts: list[ast.AST] = list(node.body)
    elif isinstance(node, ast.ClassDef):
        parts = list(node.body)
    elif isinstance(node, ast.Lambda):
        parts = [node.body]
    elif isinstance(node, ast.AnnAssign):
        parts = [node.value] if node.value else []
    elif (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"cast", "TypeVar"}
    ):
        parts = list(node.args[1:])
    elif isinstance(node, ast.Assign) and TYPE.fullmatch(ast.unparse(node.targets[0])):
        parts = []
    else:
        parts = list(ast.iter_child_nodes(node))
    for each in parts:
        docstring = isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
        if not docstring and not isinstance(each, (ast.Import, ast.ImportFrom, ast.Pass)):
            yield each


def equal() -> dict[str, str]:
    """Return the keys of the mutants that do what the code does, each with the reason."""
    found: dict[str, str] = {}
    reason = ""
    for line in EQUAL.read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[line.strip()] = reason
        elif line and not line.startswith("#"):
            reason = line
    return found

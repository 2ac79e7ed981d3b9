"""The small changes that are made to code, by the kind of syntax: another comparison, a condition less, another name."""

import ast
import re
from collections.abc import Callable, Iterator

TYPE = re.compile("__all__|_?[A-Z][A-Za-z]*[a-z][A-Za-z]*")
"""Names of types, which mean nothing while the program runs."""

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_WORKED_OUT: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_PAIRS = (
    ("min", "max"),
    ("any", "all"),
    ("first", "last"),
    ("earliest", "latest"),
    ("subject", "object"),
    ("incoming", "outgoing"),
    ("start_date", "end_date"),
    ("startswith", "endswith"),
    ("partition", "rpartition"),
    ("removeprefix", "removesuffix"),
    ("bisect_left", "bisect_right"),
)
_SWAPPED = dict((*_PAIRS, *((other, one) for one, other in _PAIRS)))
"""Names of which one is taken for the other easily."""

_KEYS = frozenset(("key", "default", "reverse", "cutoff", "limit"))
"""Named arguments that a call does without."""


def changes(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a new node for each way in which one may be changed."""
    for kind, change in _KINDS:
        if isinstance(node, kind):
            yield from change(node)


def _compare(node: ast.Compare) -> Iterator[ast.AST]:
    for at, each in enumerate(node.ops):
        operators = [*node.ops[:at], _COMPARED[type(each)](), *node.ops[at + 1 :]]
        yield ast.Compare(node.left, operators, node.comparators)


def _logic(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


def _sign(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


def _sum(node: ast.BinOp) -> Iterator[ast.AST]:
    if type(node.op) in _WORKED_OUT:
        yield ast.BinOp(node.left, _WORKED_OUT[type(node.op)](), node.right)


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, (int, float)):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant({"in": "out", "out": "in"}.get(value, f"{value}x" if value else "x"))


def _condition(node: ast.If | ast.While | ast.IfExp) -> Iterator[ast.AST]:
    if isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse
    elif not isinstance(node.test, ast.Compare):  # a comparison is changed by itself
        test = node.test.operand if isinstance(node.test, ast.UnaryOp) else ast.UnaryOp(ast.Not(), node.test)
        yield type(node)(test, node.body, node.orelse)


def _narrowing(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Iterator[ast.AST]:
    for at, each in enumerate(node.generators):
        for condition in range(len(each.ifs)):
            ifs = [*each.ifs[:condition], *each.ifs[condition + 1 :]]
            generator = ast.comprehension(each.target, each.iter, ifs, each.is_async)
            generators = [*node.generators[:at], generator, *node.generators[at + 1 :]]
            values = {name: value for name, value in ast.iter_fields(node) if name != "generators"}
            yield type(node)(**values, generators=generators)


def _return(node: ast.Return) -> Iterator[ast.AST]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield ast.Return(ast.Constant(None))


def _statement(node: ast.Expr) -> Iterator[ast.AST]:
    yield ast.Expr(ast.Constant(None))


def _assignment(node: ast.Assign) -> Iterator[ast.AST]:
    if not TYPE.fullmatch(ast.unparse(node.targets[0])) and not (
        isinstance(node.value, ast.Constant) and node.value.value is None
    ):
        yield ast.Assign(node.targets, ast.Constant(None))


def _growing(node: ast.AugAssign) -> Iterator[ast.AST]:
    yield ast.Assign([node.target], node.value)


def _jump(node: ast.Break | ast.Continue) -> Iterator[ast.AST]:
    yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()


def _call(node: ast.Call) -> Iterator[ast.AST]:
    for at, each in enumerate(node.keywords):
        if each.arg in _KEYS:
            yield ast.Call(node.func, node.args, [*node.keywords[:at], *node.keywords[at + 1 :]])
    if isinstance(node.func, ast.Name) and node.func.id in {"sorted", "reversed"} and len(node.args) == 1:
        yield ast.Call(ast.Name("list", ast.Load()), node.args, [])


def _name(node: ast.Name) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load) and node.id in {
        "min",
        "max",
        "any",
        "all",
        "bisect_left",
        "bisect_right",
    }:
        yield ast.Name(_SWAPPED[node.id], node.ctx)


def _attribute(node: ast.Attribute) -> Iterator[ast.AST]:
    if isinstance(node.ctx, ast.Load) and node.attr in _SWAPPED:
        yield ast.Attribute(node.value, _SWAPPED[node.attr], node.ctx)


def _slice(node: ast.Subscript) -> Iterator[ast.AST]:
    if isinstance(node.slice, ast.Slice) and isinstance(node.ctx, ast.Load):
        yield node.value


_KINDS: tuple[tuple[type | tuple[type, ...], Callable[..., Iterator[ast.AST]]], ...] = (
    (ast.Compare, _compare),
    (ast.BoolOp, _logic),
    (ast.UnaryOp, _sign),
    (ast.BinOp, _sum),
    (ast.Constant, _constant),
    ((ast.If, ast.While, ast.IfExp), _condition),
    ((ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp), _narrowing),
    (ast.Return, _return),
    (ast.Expr, _statement),
    (ast.Assign, _assignment),
    (ast.AugAssign, _growing),
    ((ast.Break, ast.Continue), _jump),
    (ast.Call, _call),
    (ast.Name, _name),
    (ast.Attribute, _attribute),
    (ast.Subscript, _slice),
)
"""What is changed, by the kind of node."""

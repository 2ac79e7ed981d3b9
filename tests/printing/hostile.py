"""Names that are made to be taken for something else, drawn by a generator that always draws the same."""

# ruff: noqa: RUF001 - characters that are taken for others are what it is about

import random

from tiers.model import Entity, Evidence, Graph, Relation
from tiers.model.views import VIEWS
from tiers.tui.printing import Subtree
from tiers.tui.wording.safe_text import safe

BAITS = (
    "=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''@x", '=HYPERLINK("http://x.y","z")', "＝1", " =1", "1.", "1)", "2022. Plan",
    "<script>alert(1)</script>", "<!--", "-->", "]]>", "&amp;", "&#60;", "&lt", "<b>", "</li></ul>", "<?xml", "{{7*7}}",
    "# heading", "## x ##", "- item", "+ item", "* item", "> quote", "```", "~~~", "***", "---", "===", "[x](javascript:y)",
    "![p](q)", "[ ] task", "[^1]", "[1]: /u", "`code`", "__bold__", "_it_", "~~no~~", "|a|b|", "$x^2$", "\\", "\\\\", "\\n", "\\N",
    "http://a.bc/d", "www.evil.com", "a@b.cd", "#12", ":smile:", "a_b_c", "end", "graph", "subgraph", "click n1 call x()", "%%{init: {}}%%",
    "#quot;", "#35;", "ﬂ°°35¶ß", "ﬂ°x¶ß", "-->|x|", "n0", '"', '""', "'", '","', ";", "],[", '\\"', "\\G", "<br/>", "&nbsp;",
    "[/b]", "[@click=x]", "%s", "{0}", "$HOME", "`id`", "'; DROP TABLE x", "null", "NaN", "TRUE", "1e5", "007", "2022-02-22",
    "  two  spaces  ", " ", "a b", "\u00a0x\u00a0", "日本語", "Ελλάδα", "العربية", "עברית", "é", "e\u0301", "😀", "ß", "ﬂ", "Łódź", "…", "“q”",
)  # fmt: skip

ACTING = (
    "\x1b[31m",
    "\x07",
    "\x9b2J",
    "\r",
    "\n",
    "\t",
    "\u202e",
    "\u2066",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\x00",
    "\ud800",
    "\ue000",
)
"""What the loader refuses and a graph made by hand may bear."""


def names(count: int = 1_000, *, acting: bool = False) -> list[str]:
    """Return names, each made of a few baits in a row; with characters that act on a terminal if asked for."""
    draw = random.Random(6)  # noqa: S311 - nothing secret
    found: list[str] = []
    for number in range(count):
        parts = [draw.choice(BAITS) for _ in range(draw.randint(1, 4))]
        if acting:
            parts.insert(draw.randint(0, len(parts)), draw.choice(ACTING))
        parts.insert(draw.randint(0, len(parts)), str(number) if number % 2 else f"N{number}")
        found.append(draw.choice(("", " ")).join(parts))
    assert len(set(found)) == count
    return found


def graph_of(names: list[str]) -> Graph:
    """Return a model with a partnership of each name, ten below one another, made in Python and not from TOML."""
    entities = {
        f"a{number}": Entity(f"a{number}", "partnership", {"name": name, "order": number}, Evidence())
        for number, name in enumerate(names)
    }
    relations = [
        Relation("part_of", f"a{number}", f"a{number - 1 if number % 10 else 0}", Evidence())
        for number in range(1, len(names))
    ]
    return Graph.of(entities, relations)


def subtree_of(names: list[str], *, unicode: bool = True) -> Subtree:
    """Return the first view of these names."""
    graph = graph_of(names)
    return Subtree(graph, VIEWS["tiers"].make(graph), unicode=unicode)


def shown(names: list[str]) -> set[str]:
    """Return how names stand in a format that has no escapes of its own."""
    return set(map(safe, names))

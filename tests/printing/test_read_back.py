"""A thousand hostile names in every format, read back by a real parser: they are what they were, and nothing else."""

import csv
import html.parser
import io
import json
import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from tests.printing.escaping import fault_of
from tests.printing.hostile import names, subtree_of
from tests.programs import node_for, program, writer_of_pdf
from tiers.tui.printing import FORMATS, Subtree, written
from tiers.tui.printing.parts.markdown import escaped
from tiers.tui.printing.parts.wrapping import as_written
from tiers.tui.printing.tree.boxes import cut, picture_of
from tiers.tui.printing.tree.document import setting_of
from tiers.tui.wording.labels import row_label
from tiers.tui.wording.safe_text import safe, set_up_streams

HERE = Path(__file__).parent

FORMULA = re.compile(r"'([\s']*[=+\-@\uff1d\uff0b\uff0d\uff20].*)", re.DOTALL)
"""A cell with the apostrophe that `tiers` puts before what a spreadsheet would compute, as the manual tells it."""

subtrees = pytest.mark.parametrize(
    ("acting", "unicode"),
    [(False, True), (False, False), (True, True)],
    ids=["seen", "seen in ascii", "acting on terminals"],
)


@pytest.fixture(autouse=True)
def _visible() -> None:
    """Write what ASCII cannot carry as `tiers` does on a stream."""
    set_up_streams()


def print_as(form: str, *, acting: bool, unicode: bool) -> tuple[Subtree, str]:
    """Print the names in a format as a stream that carries all or ASCII alone would get them."""
    subtree = subtree_of(names(acting=acting), unicode=unicode)
    return subtree, "".join(written(subtree, form))


def in_order(subtree: Subtree) -> list[str]:
    """Return the names as the rows have them, made safe."""
    return [safe(name) for name in subtree.forest.names]


def test_what_the_loader_lets_pass_needs_no_making_safe() -> None:
    """The names that a model may have are written as they are, and not one of them with a number in its place."""
    assert all(safe(name) == name for name in names())


@subtrees
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_gives_every_name_back_to_the_byte(form: str, acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """JSON has escapes of its own: even what acts on a terminal comes back as it was, and is inert as written."""
    subtree, text = print_as(form, acting=acting, unicode=unicode)
    found = []
    waiting = json.loads(text) if form == "json" else [json.loads(line) for line in text.splitlines()]
    while waiting:
        item = waiting.pop(0)
        found.append(item["name"])
        waiting[:0] = item.get("children", [])
    assert found == subtree.forest.names
    assert all(safe(line) == line for line in text.split("\n"))
    assert unicode or text.isascii()


@subtrees
@pytest.mark.parametrize("form", ["text", "ascii", "plain"])
def test_a_line_of_a_tree_is_the_name_and_its_words(form: str, acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """What is read by people has a line a row, with its name as it is and nothing between."""
    subtree, text = print_as(form, acting=acting, unicode=unicode)
    between = ": {}" if form == "plain" else " ({})"
    labels = [row_label(subtree.graph, subtree.forest, row) for row in range(len(subtree.forest))]
    expected = [f"{label.name}{between.format(', '.join(label.words))}" for label in labels]
    if form == "ascii":
        expected = [line.encode("ascii", "tiers-visible").decode("ascii") for line in expected]
    step = 2 if form == "plain" else 4
    lines = text.removesuffix("\n").split("\n")
    assert [line[step * subtree.forest.depths[row] :] for row, line in enumerate(lines)] == expected


@subtrees
def test_csv_gives_every_name_back_and_computes_nothing(acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """Python's reader finds every name, once the apostrophe before what looks like a formula is taken off; -5 is a number."""
    subtree, text = print_as("csv", acting=acting, unicode=unicode)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    begun = [row["name"] for row in rows if row["name"].lstrip()[:1] in set("=+-@\uff1d\uff0b\uff0d\uff20")]
    assert [name for name in begun if not re.fullmatch(r"-\d+", name, re.ASCII)] == []
    found = [match[1] if (match := FORMULA.fullmatch(row["name"])) else row["name"] for row in rows]
    assert found == in_order(subtree)


class Page(html.parser.HTMLParser):
    """Gathers the names of a page, and every element of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.elements: set[str] = set()
        self.inside: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        if tag == "meta":
            return
        named = tag in {"h1", "h2", "h3"} or ("class", "name") in attrs
        self.inside.append(named)
        if named:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser calls it so
        self.inside.pop()

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1]:
            self.found[-1] += data


@subtrees
def test_html_gives_every_name_back_and_has_no_element_of_a_name(acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """No element stands in the page but those that `tiers` writes."""
    subtree, text = print_as("html", acting=acting, unicode=unicode)
    page = Page()
    page.feed(text)
    page.close()
    assert page.found == in_order(subtree)
    assert page.elements == {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "a",
        "main",
        "h1",
        "h2",
        "p",
        "ul",
        "li",
        "details",
        "summary",
        "span",
        "footer",
    }
    assert unicode or text.isascii()


@subtrees
def test_svg_gives_every_name_back(acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """Each row is a group whose title is the name, however its text is broken into lines."""
    subtree, text = print_as("svg", acting=acting, unicode=unicode)
    root = ET.fromstring(text)  # noqa: S314 - our own
    space = "{http://www.w3.org/2000/svg}"
    found = [each.findtext(f"{space}title") for each in root.iter(f"{space}g")]
    assert sorted(filter(None, found)) == sorted(in_order(subtree))
    assert {each.tag.removeprefix(space) for each in root.iter()} == {
        "svg",
        "title",
        "desc",
        "style",
        "rect",
        "path",
        "g",
        "text",
    }
    assert unicode or text.isascii()


@subtrees
def test_markdown_gives_every_name_back_and_has_no_markup_of_a_name(acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """GitHub's dialect, with addresses made into links: every line is the words of its row as plain text."""
    subtree, text = print_as("markdown", acting=acting, unicode=unicode)
    tokens = MarkdownIt("gfm-like", {"maxNesting": 1_000, "linkify": True}).parse(text)
    found = []
    for token in tokens:
        if token.type == "inline":
            kinds = {each.type for each in token.children or []}
            if kinds == {"em_open", "text", "em_close"}:
                assert "".join(each.content for each in token.children or []) == setting_of(subtree)
                continue
            assert kinds <= {"text", "text_special"}, token.content
            found.append("".join(each.content for each in token.children or []))
    labels = [row_label(subtree.graph, subtree.forest, row) for row in range(len(subtree.forest))]
    sections = {row for row in range(len(labels)) if subtree.forest.depths[row] < 2}
    expected: list[str] = []
    for row, label in enumerate(labels):
        said = ", ".join(label.words)
        if row in sections:
            expected.extend((label.name, said[:1].upper() + said[1:]))
        else:
            expected.append(f"{label.name} ({said})")
    assert found == expected
    assert {token.type for token in tokens} == {
        f"{kind}_{end}"
        for kind in ("heading", "paragraph", "bullet_list", "list_item")
        for end in ("open", "close")
    } | {"inline"}


@subtrees
def test_graphviz_draws_every_name(acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """What Graphviz is about to draw is every name, character for character."""
    dot = program("dot")
    subtree, text = print_as("dot", acting=acting, unicode=unicode)
    done = subprocess.run(
        [dot, "-Tjson"], input=text, capture_output=True, text=True, check=True, timeout=300
    )
    objects = json.loads(done.stdout)["objects"]
    drawn = {each["name"]: [op["text"] for op in each["_ldraw_"] if op["op"] == "T"] for each in objects}
    expected = in_order(subtree)
    if not unicode:  # Graphviz reads no reference to a character beyond 16 bits
        expected = [name.replace("😀", "\\u{1f600}") for name in expected]
    assert [drawn[f"n{row}"][0] for row in range(len(subtree.forest))] == expected
    assert len(objects) == len(subtree.forest)
    assert unicode or text.isascii()


@subtrees
def test_mermaid_draws_every_name(acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """Mermaid's own parser finds a node for each row with its name, a line break and its words."""
    subtree, text = print_as("mermaid", acting=acting, unicode=unicode)
    read = node_for(HERE / "mermaid.mjs", text, modules=("mermaid", "jsdom"))
    labels = [row_label(subtree.graph, subtree.forest, row) for row in range(len(subtree.forest))]
    assert isinstance(read, dict)
    assert [label for _, label in read["nodes"]] == [
        [label.name, "<BR>", ", ".join(label.words)] for label in labels
    ]
    assert (len(read["lines"]), read["boxes"]) == (len(labels) - 1, [])
    assert unicode or text.isascii()


def test_pdf_gives_every_name_back(tmp_path: Path) -> None:
    """What a reader of PDF finds below the tag of a heading or an item is the name, and nothing is run or led to by it."""
    writer_of_pdf()
    reader = program("pdfinfo")
    given = [each for each in names(120) if each.isascii()]
    subtree = subtree_of(given)
    path = tmp_path / "names.pdf"
    path.write_bytes("".join(written(subtree, "pdf")).encode("latin-1"))
    read = [
        subprocess.run([reader, *words, str(path)], capture_output=True, text=True, check=True).stdout
        for words in ((), ("-struct-text",), ("-url",), ("-js",))
    ]
    drawn = "".join("".join(re.findall(r'^ *"(.*)"$', read[1], re.MULTILINE)).split())
    at = 0
    for name in in_order(subtree):
        at = drawn.index("".join(name.split()), at)
    assert "JavaScript:      no" in read[0]
    assert [line for line in read[2].splitlines() if "Annotation" in line or "://" in line] == []
    assert read[3] == ""


@subtrees
def test_a_box_is_the_name_and_its_words_in_lines(acting: bool, unicode: bool) -> None:  # noqa: FBT001
    """What stands within the border of each box, its lines put together, is the name and its words, and nothing else."""
    subtree = subtree_of(names(acting=acting), unicode=unicode)
    picture = picture_of(subtree)
    labels = [row_label(subtree.graph, subtree.forest, row) for row in range(len(subtree.forest))]
    texts = (as_written(f"{label.name} {', '.join(label.words)}", unicode=unicode) for label in labels)
    expected = ["".join(text.split()) for text in texts]
    found = []
    for spot in picture.spots:
        inside = (
            cut(line, spot.left + 2, spot.right - 2) for line in picture.lines[spot.top + 1 : spot.bottom - 1]
        )
        found.append("".join("".join(inside).split()))
    assert found == expected
    assert print_as("boxes", acting=acting, unicode=unicode)[1].splitlines() == picture.lines
    assert unicode or all(line.isascii() for line in picture.lines)


READ_BY = {
    "text": test_a_line_of_a_tree_is_the_name_and_its_words,
    "ascii": test_a_line_of_a_tree_is_the_name_and_its_words,
    "plain": test_a_line_of_a_tree_is_the_name_and_its_words,
    "markdown": test_markdown_gives_every_name_back_and_has_no_markup_of_a_name,
    "html": test_html_gives_every_name_back_and_has_no_element_of_a_name,
    "json": test_json_gives_every_name_back_to_the_byte,
    "jsonl": test_json_gives_every_name_back_to_the_byte,
    "csv": test_csv_gives_every_name_back_and_computes_nothing,
    "boxes": test_a_box_is_the_name_and_its_words_in_lines,
    "mermaid": test_mermaid_draws_every_name,
    "dot": test_graphviz_draws_every_name,
    "svg": test_svg_gives_every_name_back,
    "pdf": test_pdf_gives_every_name_back,
}
"""By each format, the test that reads it with a parser of its own."""


def test_every_format_is_read_back() -> None:
    """A format that is added is read back too: only its own parser tells whether a name is taken for markup."""
    assert list(READ_BY) == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_a_name_act_or_make_lines(form: str) -> None:
    """Whatever a name is made of, a terminal acts on nothing that is written, and no line begins inside a name."""
    assert not fault_of(form)


def test_a_long_row_of_spaces_is_gone_through_once() -> None:
    """Three hundred thousand spaces within a name are escaped for Markdown; from each of them it would take an hour."""
    assert escaped("a" + "\u00a0" * 300_000 + "b") == "a" + "\u00a0" * 300_000 + "b"

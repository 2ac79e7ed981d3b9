"""The format `pdf`: a tagged paper on A4 pages, read back by the programs of poppler; it needs an extra."""

import io
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import tiers
from tests.printing.golden import SMALL
from tests.programs import program, writer_of_pdf
from tiers.model import bundled
from tiers.model.views import VIEWS
from tiers.tui.cli import main
from tiers.tui.exploring.print.printout import CLIPBOARD, FILE, OUTPUT, Printout

LACKING = "the library that writes PDF is not installed"
HINT = "install it with `pip install 'tiers[pdf]'`, or write `--format html`, open it in a browser and print it to a PDF"


@pytest.fixture(autouse=True, scope="module")
def _writer() -> None:
    """Skip what cannot be written here."""
    writer_of_pdf()


def paper(path: Path, *words: str, model: object = SMALL) -> Path:
    """Print the decisions of a partnership as a paper."""
    common = ("print", "--view", "decisions", "--format", "pdf", "-o", str(path))
    assert main(["--model", str(model), *common, *words]) == 0
    return path


def read(path: Path, *command: str) -> str:
    """Return the output of a program about a paper."""
    end = ("-",) if command[0] == "pdftotext" else ()
    words = [program(command[0]), *command[1:], str(path), *end]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def streams(data: bytes) -> Iterator[bytes]:
    """Yield what the parts of a PDF are when they are unpacked."""
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(packed)
        except zlib.error:
            yield packed


def on_a_line(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def harrow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return Harrow's decisions as a paper."""
    return paper(tmp_path_factory.mktemp("pdf") / "harrow.pdf", "harrow", model=bundled())


def test_a_paper_has_a_title_a_language_tags_and_a4_pages(harrow: Path) -> None:
    """As readers of PDF and screen readers find them."""
    said = dict(line.split(":", 1) for line in read(harrow, "pdfinfo").splitlines() if ":" in line)
    found = {name: said[name].strip() for name in ("Title", "Tagged", "JavaScript", "Page size")}
    assert found == {
        "Title": "Harrow Borough Based Partnership: Decisions",
        "Tagged": "yes",
        "JavaScript": "no",
        "Page size": "595.276 x 841.89 pts (A4)",
    }
    data = b"".join(streams(harrow.read_bytes()))
    assert (b"/Lang (en-GB)" in data, b'pdfuaid:part="1"' in data) == (True, True)


def test_layers_are_headings_and_what_is_in_them_lists(harrow: Path) -> None:
    """In the tags, in the order of the view; text is text."""
    tags = read(harrow, "pdfinfo", "-struct-text")
    headings = re.findall(r'^ *(H\d) \(block\)\n(?: *(?:Span|NonStruct).*\n)+ *"(.*)"$', tags, re.MULTILINE)
    assert headings == [
        ("H1", "Harrow Borough Based Partnership"),
        ("H2", "Sovereign Organisational Governance and Decision Making"),
        ("H2", "Joint management"),
        ("H2", "Executive"),
        ("H2", "ICP Transformational Workstreams"),
        ("H2", "In no documented layer (6)"),
        ("H2", "Sources"),
    ]
    assert tags.partition('"Sources"\n')[0].count("LI (block)") == 36


def test_every_name_is_on_a_page_and_each_page_says_date_and_number(harrow: Path) -> None:
    """What `text` writes stands in it, whatever line it is broken into."""
    pages = read(harrow, "pdftotext", "-layout").split("\f")[:-1]
    text = on_a_line(read(harrow, "pdftotext"))
    forest = VIEWS["decisions"].make(tiers.load())
    first, end = forest.extent(forest.row_of("harrow"))
    assert [name for name in forest.names[first:end] if name.partition(" to ")[0] not in text] == []
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page
        assert "last documented 22 Feb 2022" in on_a_line(page)
    assert (
        on_a_line(
            "delegation from Harrow Joint Management Board to Harrow Health and Care Executive, extent not stated (inferred)"
        )
        in text
    )


def test_sources_are_listed_unless_they_are_not_wanted(tmp_path: Path) -> None:
    """By themselves, numbered; `--no-sources` leaves them out, `--as-of` says the date."""
    told = on_a_line(read(paper(tmp_path / "a.pdf", "ex"), "pdftotext"))
    assert (
        "Sources 1. Slides on the partnership, Slide: structure, 22 Feb 2022 2. Scrutiny minutes, Item 1"
        in told
    )
    bare = on_a_line(read(paper(tmp_path / "b.pdf", "ex", "--no-sources", "--as-of", "2022-03"), "pdftotext"))
    assert "Scrutiny minutes" not in bare
    assert "as of Mar 2022" in bare


@pytest.mark.parametrize("view", [name for name in VIEWS if name != "functions"])
def test_every_view_is_a_paper(view: str, tmp_path: Path) -> None:
    """Each view of a model is printed as a PDF file."""
    path = tmp_path / "a.pdf"
    assert main(["--model", str(SMALL), "print", "--view", view, "--format", "pdf", "-o", str(path)]) == 0
    assert path.read_bytes().startswith(b"%PDF-1.7")


def test_functions_are_a_table(tmp_path: Path) -> None:
    """With the roles as its headings, whole."""
    path = tmp_path / "a.pdf"
    model = Path(__file__).parent.parent / "models" / "aldermere"
    assert (
        main(["--model", str(model), "print", "--view", "functions", "--format", "pdf", "-o", str(path)]) == 0
    )
    tags = read(path, "pdfinfo", "-struct")
    assert sum(line.strip().startswith("TH") for line in tags.splitlines()) >= 6
    assert "Decides" in read(path, "pdftotext")


def test_to_a_pipe_go_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the encoding of standard output was."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["--model", str(SMALL), "print", "ex", "--view", "decisions", "--format", "pdf"]) == 0
    assert stream.buffer.getvalue() == paper(tmp_path / "a.pdf", "ex").read_bytes()


def test_a_terminal_gets_no_bytes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said how to write it to a file."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["--model", str(SMALL), "print", "--format", "pdf"]) == 2
    assert capsys.readouterr() == (
        "",
        "error: the format `pdf` is no text for a terminal\n\nhint: `-o FILE.pdf` writes it to a file\n",
    )


def test_without_the_extra_it_is_said_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Before anything is written, and what gives a PDF without it."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    path = tmp_path / "a.pdf"
    assert main(["--model", str(SMALL), "print", "--format", "pdf", "-o", str(path)]) == 2
    assert (capsys.readouterr(), path.exists()) == (("", f"error: {LACKING}\n\nhint: {HINT}\n"), False)


def test_the_explorer_writes_it_to_a_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused for the clipboard and standard output, and where the library is missing."""
    graph = tiers.load(SMALL)
    printout = Printout.of(graph, VIEWS["decisions"].make(graph), 0)
    printout.format = "pdf"
    said = []
    for printout.place in (FILE, CLIPBOARD, OUTPUT):
        said.append(printout.refused())
    refused = "what is no text, as `pdf`, can only go to a file"
    assert said == ["", refused, refused]
    assert printout.first_lines(5) == ["pages for a reader of PDF; nothing of them is shown here"]
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    printout.place = FILE
    assert printout.refused() == LACKING


def test_python_gets_text_only() -> None:
    """`tiers.print` returns text, and says which formats are text."""
    with pytest.raises(ValueError, match="there is no format 'pdf'; there are text, ascii, plain,"):
        tiers.print(tiers.load(SMALL), format="pdf")

"""`tiers export`: the whole model, to stdout, to a file, to a directory."""

import errno
import json
import os
from pathlib import Path

import pytest

from .conftest import Answer, Tiers
from .test_print_saving import inside

TABLES = [
    "datapackage.json",
    "delegations.csv",
    "entities.csv",
    "locators.csv",
    "memberships.csv",
    "responsibilities.csv",
    "sources.csv",
    "statements.csv",
]


@pytest.mark.parametrize("vocabulary", ["popolo", "org", "fhir", "graphml"])
def test_a_vocabulary_goes_to_stdout_or_to_a_file(tiers: Tiers, tmp_path: Path, vocabulary: str) -> None:
    """PATH and `-o` write the bytes that stdout would get."""
    written = tiers("export", vocabulary)
    assert (written.status, written.err) == (0, "")
    assert tiers("export", vocabulary, str(tmp_path / "one")) == Answer(0)
    assert tiers("export", vocabulary, "-o", str(tmp_path / "two")) == Answer(0)
    assert (tmp_path / "one").read_text("utf-8") == (tmp_path / "two").read_text("utf-8") == written.out


def test_a_heavy_page_says_what_it_will_weigh_before_it_is_written(tiers: Tiers, tmp_path: Path) -> None:
    """Above 1.5 MB the megabytes of the page are said, also where it cannot be written then; below nothing is said."""
    for bodies, told in ((1, False), (100, True)):
        model, page = tmp_path / f"{bodies}.toml", tmp_path / f"{bodies}.html"
        long = "A board that meets in public. " * 600
        model.write_text(
            "".join(
                f'[[body]]\nid = "board-{each}"\nname = "Board {each}"\nsummary = "{long}"\n'
                for each in range(bodies)
            ),
            encoding="utf-8",
        )
        answer = tiers("export", "site", "--model", str(model), "-o", str(page))
        said = f"the page will weigh {page.stat().st_size / 1_000_000:.1f} MB\n" if told else ""
        assert answer == Answer(0, "", said)
    refused = tiers("export", "site", "--model", str(model), "-o", str(tmp_path / "none" / "page.html"))
    assert (refused.status, refused.err.splitlines()[0]) == (2, said.strip())


def test_tables_go_to_a_directory(tiers: Tiers, tmp_path: Path) -> None:
    """The directory is made, and has the tables and their description, and nothing else."""
    assert tiers("export", "tables", str(tmp_path / "deep" / "tables")) == Answer(0)
    assert inside(tmp_path / "deep" / "tables") == TABLES


def test_a_full_disk_leaves_every_old_table(
    tiers: Tiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the last of the files cannot be written, none is replaced."""
    done: list[int] = []

    def full_at_last(number: int) -> None:
        done.append(number)
        if len(done) == len(TABLES):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "entities.csv").write_text("old")
    monkeypatch.setattr(os, "fsync", full_at_last)
    assert tiers("export", "tables", str(tmp_path)) == Answer(
        2, "", f"error: `{tmp_path}/datapackage.json` cannot be written: no space left on device\n"
    )
    assert (inside(tmp_path), (tmp_path / "entities.csv").read_text()) == (["entities.csv"], "old")


def test_identifiers_begin_with_the_base(tiers: Tiers) -> None:
    """`--base` is what every identifier of the document begins with; without it they are of tiers."""
    based = json.loads(tiers("export", "popolo", "--base", "https://example.org/ex/").out)
    plain = json.loads(tiers("export", "popolo").out)
    assert based["organizations"][0]["id"] == "https://example.org/ex/wessex"
    assert plain["organizations"][0]["id"] == "urn:tiers:wessex"


def test_the_date_chooses_the_name(tiers: Tiers) -> None:
    """`--as-of` gives the names of that day; what has ended or not begun is there all the same."""
    then = json.loads(tiers("export", "popolo", "--as-of", "2021-12-31").out)
    now = json.loads(tiers("export", "popolo").out)
    assert [each["id"] for each in then["organizations"]] == [each["id"] for each in now["organizations"]]
    assert [each["organizations"][1]["name"] for each in (then, now)] == [
        "Ex Health and Care Partnership",
        "Ex Borough Partnership",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            (),
            "error: `tiers export` needs a VOCABULARY\n\nhint: it is one of `tables`, `popolo`, `org`, `fhir`, `graphml`, `site`\n",
        ),
        (
            ("popola",),
            (
                "error: `VOCABULARY` cannot be `popola`; it is one of `tables`, `popolo`, `org`, `fhir`, `graphml`, `site`\n\n"
                "hint: did you mean `popolo`?\n"
            ),
        ),
        (
            ("tables",),
            "error: `tiers export tables` needs a directory\n\nhint: for example `tiers export tables DIR`\n",
        ),
        (
            ("tables", "x", "--base", "urn:x:"),
            "error: `--base` is not for `tables`, whose identifiers are the ids of the model\n",
        ),
        (
            ("site", "x", "--base", "urn:x:"),
            "error: `--base` is not for `site`, whose links lead to the page itself\n",
        ),
        (("org", "x", "-o", "y"), "error: PATH and `--output` both name the file; give one of them\n"),
    ],
)
def test_what_cannot_be_done_is_said(tiers: Tiers, words: tuple[str, ...], said: str) -> None:
    """One message each, with what to do, and exit 2."""
    assert tiers("export", *words) == Answer(2, "", said)


@pytest.mark.parametrize(
    "base",
    [
        "x y",
        "",
        "https://exämple.org/",
        "https://ex.org/a b/",
        "https://ex.org/%zz/",
        "http://",
        "urn:",
        "ftp://x/",
    ],
)
def test_what_begins_no_uri_is_no_base(tiers: Tiers, base: str) -> None:
    """A base that would make identifiers that are no URIs is refused, and what one looks like is said."""
    assert tiers("export", "org", "--base", base) == Answer(
        2,
        "",
        f"error: `--base` cannot be `{base}`\n\nhint: it is the beginning of a URI and ends with `/` or `:`,"
        " such as `https://example.org/` or `urn:example:`\n",
    )


@pytest.mark.parametrize("base", ["https://example.org", "https://example.org/x", "urn:example:ex"])
def test_a_base_that_would_run_into_the_ids_is_refused(tiers: Tiers, base: str) -> None:
    """`https://example.org` would make a host of every id; what was meant is offered."""
    assert tiers("export", "popolo", "--base", base) == Answer(
        2, "", f"error: `--base` cannot be `{base}`\n\nhint: end it with `/`: `{base}/`\n"
    )


def test_a_base_ends_before_the_number_sign(tiers: Tiers) -> None:
    """`#` comes before the place in a source, and a URI has one."""
    assert tiers("export", "org", "--base", "https://example.org/x#") == Answer(
        2,
        "",
        "error: `--base` cannot be `https://example.org/x#`\n\n"
        "hint: `#` is needed for the place in a source: end the base with `/`\n",
    )


@pytest.mark.parametrize(
    "base", ["https://ex.org:8080/a/", "https://ex.org/?id=", "https://ex.org/%20/", "urn:x:a:"]
)
def test_any_beginning_of_a_uri_is_a_base(tiers: Tiers, base: str) -> None:
    """Ports, queries, escapes and names within names are taken as they are."""
    document = json.loads(tiers("export", "popolo", "--base", base).out)
    assert document["organizations"][0]["id"] == f"{base}wessex"


def test_ascii_streams_get_ascii(process: Tiers) -> None:
    """What stdout cannot carry is written with the escapes of the format, so that nothing is lost."""
    for vocabulary in ("popolo", "org", "fhir", "graphml", "site"):
        answer = process("export", vocabulary, PYTHONIOENCODING="ascii")
        assert (answer.status, answer.out.isascii()) == (0, True)
        assert "\\u{" not in answer.out
        assert "caf\\u00e9" in answer.out or "caf&#233;" in answer.out

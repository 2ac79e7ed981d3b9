"""`tiers export site`: one page that says what `show` says, at every date, searches as `search` does, and runs nothing else."""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from tests.made_once import made_once
from tests.printing.hostile import names, subtree_of
from tests.programs import chromium, node
from tiers.model import Graph, load
from tiers.model.facts.change_dates import change_dates
from tiers.model.finding.index import Index
from tiers.tui.printing.whole.site import write
from tiers.tui.printing.whole.site.citations import Citations
from tiers.tui.printing.whole.site.reading import lines_at, read_site
from tiers.tui.wording.description.entity import describe
from tiers.tui.wording.safe_text import safe

MODELS = Path(__file__).parent.parent / "models"
ALDERMERE, PLACE = MODELS / "aldermere", MODELS / "place.toml"

VIEWS = (
    "",
    "#_who",
    "#_promises",
    "#_gaps",
    "#_disagreements",
    "#_timeline",
    "#_glossary",
    "#_sources",
    "#harrow-hce",
)


@pytest.fixture(scope="module")
def bundled() -> Graph:
    return load()


@pytest.fixture(scope="module")
def page(bundled: Graph, tmp_path_factory: pytest.TempPathFactory) -> str:
    return made_once(tmp_path_factory, "bundled.html", lambda: "".join(write(bundled, "")))


@cache
def opened(
    path: Path, *queries: str, views: tuple[str, ...] = (), date: str = "latest", axed: str = ""
) -> Any:
    """Return what a browser finds in the page."""
    asked = json.dumps({"queries": queries, "views": views, "date": date, "axed": axed})
    script = Path(__file__).parent / "site.mjs"
    return node(script, chromium(), str(path), asked, modules=("puppeteer-core", "axe-core"))


@pytest.fixture(scope="module")
def found(page: str, tmp_path_factory: pytest.TempPathFactory) -> Any:
    directory = tmp_path_factory.mktemp("site")
    path, small = directory / "site.html", directory / "small.html"
    path.write_text(page, encoding="utf-8")
    # axe takes minutes for the bundled model
    small.write_text("".join(write(load(PLACE), "")), encoding="utf-8")
    return opened(path, *QUERIES, views=VIEWS, date="2 Dec 2020", axed=str(small))


QUERIES = (
    "Harrow Health and Care Executive",
    "HCE",
    "fraility",
    "ICP",
    "kids",
    "08E",
    "harrow ccg",
    "joint management board",
    "st lukes",
    "kings road surgery",
    "digital",
    "carers",
    "west london icb",
    "primary care networks",
    "safeguardng",
    "zebra",
)


@pytest.mark.parametrize("model", [ALDERMERE, PLACE, MODELS / "time.toml", MODELS / "tarnbeck.toml"], ids=str)
def test_it_says_at_every_date_what_the_answers_say(model: Path) -> None:
    """Each part, at each date, has the lines of the answer at that date, in their order; the page is made once for all."""
    graph = load(model)
    site = read_site(graph)
    for number, at in [*enumerate(map(graph.as_of, change_dates(graph))), (site.dates, graph)]:
        for anchor, versions in site.parts.items():
            said = [
                (each.line.role, each.line.text, each.line.label)
                for each in versions.lines
                if each.stands(number)
            ]
            wanted = lines_at(at, anchor, Citations())
            assert said == [(each.role, each.text, each.label) for each in wanted], anchor


def places(number: int, days: int) -> Iterator[str]:
    """Yield a model of so many places in one system, each with a board and its chair, which begin on one of so many days."""
    yield '[[source]]\nid = "paper"\nname = "Paper"\npresented = "2020-01-01"\n'
    yield '[[area]]\nid = "system"\nname = "System"\ntier = "system"\nsources = ["paper"]\n'
    for each in range(number):
        day = date(2020, 2, 1) + timedelta(days=each % days)
        yield f'[[partnership]]\nid = "place-{each}"\nname = "Place {each}"\ntier = "place"\npart_of = "system"\n'
        yield f'[[body]]\nid = "board-{each}"\nname = "Board {each}"\npart_of = "place-{each}"\nstart_date = "{day}"\n'
        yield f'[[person]]\nid = "chair-{each}"\nname = "Chair {each}"\n'
        yield f'member_of = [{{ to = "board-{each}", role = "chair", start_date = "{day}" }}]\n'


def calls_of(graph: Graph, code: CodeType | None = None) -> int:
    """Return how many calls of functions, or of one of them, the site of a model takes."""
    count = 0

    def seen(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call" and (code is None or frame.f_code is code)

    sys.setprofile(seen)
    try:
        read_site(graph)
    finally:
        sys.setprofile(None)
    return count


def test_a_page_is_written_anew_only_where_what_it_tells_of_changes(tmp_path: Path) -> None:
    """Four times the places on four times the dates take four times the pages, not sixteen times."""
    small, large = (calls_of(model_of(tmp_path, number, number), describe.__code__) for number in (6, 24))
    assert large <= 4 * small


def test_the_site_costs_by_the_entity(tmp_path: Path) -> None:
    """Four times the places on the same dates take four times the calls, and a quarter more at most."""
    small, large = (calls_of(model_of(tmp_path, number, 4)) for number in (8, 32))
    assert large <= 4 * 1.25 * small


def model_of(directory: Path, number: int, days: int) -> Graph:
    """Return a model of so many places on so many days, whose memos are filled."""
    path = directory / f"{number}.toml"
    path.write_text("\n".join(places(number, days)), "utf-8")
    read_site(load(path))
    return load(path)


def test_the_script_is_given_what_the_page_says(page: str, bundled: Graph) -> None:
    """Read back as the script reads it, the page has a line for each line that `show` writes on 2 December 2020."""
    data = json.loads(
        page[page.index('id="_data">') + 11 : page.index("</script>", page.index('id="_data">'))]
    )
    number = [words for _, words, *_ in data["dates"]].index("2 Dec 2020")
    at = bundled.as_of("2020-12-02")
    for entity_id in bundled:
        tokens = re.findall(r"(\d+)([-*]?)(\d*)", data["parts"].get(entity_id, ""))
        standing = sum(
            int(count) if sign == "*" else 1
            for mask, sign, count in tokens
            if any(
                first <= number <= last
                for first, last in zip(
                    data["masks"][int(mask)][::2], data["masks"][int(mask)][1::2], strict=True
                )
            )
        )
        if tokens:
            assert standing == len(list(lines_at(at, entity_id, Citations()))), entity_id


def test_it_weighs_less_than_a_photograph(page: str) -> None:
    """The bundled model is a page of less than 1.5 MB, so that it can be sent by mail."""
    assert len(page.encode()) < 1_500_000


def test_it_allows_its_own_script_and_nothing_else(page: str) -> None:
    """The content policy names the one style and the one script by their hashes."""
    policy = page[page.index('content="') + 9 :].partition('"')[0]
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]{44}'; script-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'",
        policy,
    )
    assert page.count("<script") == 2


def test_hostile_names_are_text_in_it(tmp_path: Path) -> None:
    """A thousand hostile names are in the page as text, each as it is; nothing of them runs or is asked for."""
    subtree = subtree_of(names(200))
    path = tmp_path / "hostile.html"
    path.write_text("".join(write(subtree.graph, "")), encoding="utf-8")
    first = next(iter(subtree.graph))
    found = opened(path, first)
    texts = {each: name.rstrip(" ") for each, name in found["texts"].items()}
    assert texts == {each: safe(subtree.graph.name(each)).rstrip(" ") for each in subtree.graph}
    assert set(found["requests"]) == {"hostile.html"}
    assert found["errors"] == []


def test_axe_finds_no_violation(found: Any) -> None:
    """WCAG 2.2 AA and best practice at 320 and 1280 pixels, in both schemes, in every part."""
    assert found["violations"] == []


def test_nothing_sticks_out_of_a_narrow_page(found: Any) -> None:
    """At 320 pixels nobody has to scroll sideways."""
    assert max(found["overflow"]) <= 0


def test_it_asks_for_nothing_and_no_link_is_dead(found: Any) -> None:
    """It is one file; each link leads to a part of it."""
    assert set(found["requests"]) == {"site.html"}
    assert found["dead"] == 0
    assert found["errors"] == []


def test_a_reader_searches_follows_and_comes_back_by_keyboard(found: Any) -> None:
    """`/`, the words and Enter show the entity and put the focus on its heading; Tab, Enter and Back lead along a link and back."""
    journey = found["journey"]
    assert journey["searched"].startswith("Harrow Health and Care Executive")
    assert (journey["hash"], journey["back"]) == ("#harrow-hce", "#harrow-hce")
    assert journey["focused"] == "H3"
    assert 0 < journey["tabs"] < 10
    assert journey["followed"] != "Harrow Health and Care Executive"


def test_a_date_changes_the_part_and_its_link(found: Any) -> None:
    """The date is typed in the list, which says why; Tab leads to the link, which opens the same again and prints it alone."""
    journey = found["journey"]
    assert journey["datedHash"] == "#harrow-hce@2020-12-02"
    assert "As of 2 Dec 2020." in journey["dated"]
    assert (journey["link"], journey["toDate"] >= 0, journey["toLink"] > 0) == (
        journey["datedHash"],
        True,
        True,
    )
    assert journey["why"].startswith("2 Dec 2020: ")
    assert "Members not yet documented" in journey["dated"]
    assert journey["opened"] == journey["dated"]
    assert "Members not yet documented" in journey["printed"]
    assert "Search" not in journey["printed"]


def test_without_its_script_it_is_one_long_document(found: Any, bundled: Graph) -> None:
    """Every entity is there to be read."""
    assert "With scripts turned off" in found["without"]["text"]
    assert all(safe(bundled.name(each)) in found["without"]["text"] for each in bundled)


def test_its_search_answers_as_the_command_does(found: Any, bundled: Graph) -> None:
    """Names, other names, acronyms, codes, plain words and one typo: the first answer is among the first of `tiers search`."""
    index = Index(bundled)
    for query, answers in zip(QUERIES, found["answers"], strict=True):
        wanted = [hit.id for hit in index.search(query, limit=3)]
        assert (answers or [""])[0] in (wanted or [""]), (query, answers[:3], wanted)

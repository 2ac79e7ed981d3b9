"""The date the model is seen at, and what differs from another, driven by keys."""

from pathlib import Path

import pytest
from textual.events import Paste

from tests.model.counting import counted
from tiers.model import Entity, Evidence, Graph, Relation, load, parse_date, views
from tiers.model.cache.ahead import MADE
from tiers.model.facts.change_dates import changes
from tiers.model.facts.turning_days import turning_days
from tiers.model.format.plain_dates import FORMS
from tiers.model.views import VIEWS
from tiers.tui.exploring.dates.diff import Differences, Mark
from tiers.tui.wording.date_reasons import reasons_for
from tiers.tui.wording.legend import DIFFERENCES, in_a_line

from .driving import Driver, exploring

EARLIER = [
    ">- Ex Health and Care Partnership",
    "   - Members",
    "     Ex Council",
    "   - Bodies",
    "     Ex Joint Board",
    "   - Also recorded",
    "     - Questions and gaps",
    "       Safeguarding is missing",
]

MARKS = in_a_line(DIFFERENCES)


TOLD = [
    "Jun 2021: 5 first documented",
    "22 Feb 2022: 10 first documented; 3 documented again",
    "1 Jul 2022: NHS Ex CCG has ended; planned: Ex statutory committee",
]


def date_of(driver: Driver) -> str:
    """Return the date in the first line."""
    return driver.lines()[0].rsplit("  ", 1)[-1].strip()


async def test_it_steps_through_the_dates_and_the_tree_follows(place: Graph) -> None:
    """At each step the tree is that of the date, folded alike, the cursor on the same entity under its name then."""
    async with exploring(place, size=(100, 30)) as driver:
        await driver.press("e", "at")
        opened = driver.state()["rows"]
        dates, rows = [], []
        for _ in range(3):
            await driver.press("left")
            dates.append((date_of(driver), driver.state()["last line"].split("   ")[0]))
            rows.append(driver.state()["rows"])
        assert dates == [
            ("as of 1 Jul 2022", "as of 1 Jul 2022  3 of 3"),
            ("as of 22 Feb 2022", "as of 22 Feb 2022  2 of 3"),
            ("as of Jun 2021", "as of Jun 2021  1 of 3"),
        ]
        assert rows[-1] == EARLIER
        await driver.press("end")
        assert (date_of(driver), driver.state()["rows"]) == ("latest", opened)


async def test_a_date_is_kept_and_gone_back_from(place: Graph) -> None:
    """Enter keeps it, in every view; `[` goes back to the date before, `]` to the one kept."""
    async with exploring(place) as driver:
        await driver.press("at", "home", "enter", "2")
        kept = date_of(driver), driver.state()["view"], driver.state()["rows"][0]
        await driver.press("left_square_bracket", "left_square_bracket")
        back = date_of(driver), driver.state()["view"]
        await driver.press("right_square_bracket")
        assert date_of(driver) == "as of Jun 2021"
    assert kept == ("as of Jun 2021", "decisions", ">- Ex Health and Care Partnership")
    assert back == ("latest", "tiers")


async def test_escape_leaves_everything_as_it_was(place: Graph) -> None:
    """After some steps through dates, escape brings back the date, the cursor and the folded rows: the same screen."""
    async with exploring(place, node="trust") as driver:
        before = driver.lines()
        await driver.press("at", "left", "left", "left", "escape")
        assert driver.lines() == before


async def test_what_is_not_there_is_said_and_found_again(place: Graph) -> None:
    """The cursor waits on the nearest above, why is told, and it comes back when it is there again."""
    async with exploring(place, node="ex-icp", size=(100, 30)) as driver:
        await driver.press("at", *"2021-06")
        away = driver.state()
        said = " ".join(line[54:].strip(" ┃│") for line in driver.lines()[2:])
        await driver.press("enter")
        kept = driver.state()
        await driver.press("at", "end")
        assert driver.state()["subject"] == "ex-icp"
    assert [away["subject"], *(row for row in away["rows"] if row.startswith(">"))] == [None, ">  - Bodies"]
    assert "Ex statutory committee: not yet documented: first documented 22 Feb 2022" in said
    assert kept["last line"].startswith(
        "Ex statutory committee: not yet documented: first documented 22 Feb 2022"
    )


async def test_a_date_is_typed(place: Graph) -> None:
    """The tree follows as soon as it is one; what is none says what is allowed and keeps nothing."""
    async with exploring(place, size=(100, 30)) as driver:
        await driver.press("at", *"2021")
        assert (date_of(driver), driver.state()["rows"][0][3:]) == (
            "as of 2021",
            "Ex Health and Care Partnership",
        )
        await driver.press(*"-31", "enter")
        wrong = driver.lines()
        assert wrong[3][54:].strip(" ┃│") == "`2021-31` is not a day of the calendar"
        assert wrong[-1].split("  ")[0] == " as of 2021-31"
        await driver.press("backspace", "backspace", "backspace", "enter")
        assert (date_of(driver), driver.state()["last line"].split("  ")[0]) == ("as of 2021", "/ search")


async def test_a_date_is_pasted(place: Graph) -> None:
    """A date that is pasted into the dialogue is chosen as if it had been typed, without spaces and line ends around it."""
    async with exploring(place) as driver:
        await driver.press("at")
        driver.screen.post_message(Paste(" 2021-06\n"))
        await driver.press("enter")
        assert date_of(driver) == "as of Jun 2021"


async def test_a_mistake_can_be_read_where_there_is_little_room(place: Graph) -> None:
    """Below 60 columns the tree is seen while a date is chosen, and what is wrong in its place."""
    async with exploring(place, size=(50, 16)) as driver:
        await driver.press("at", "home")
        assert "Ex Health and Care Partnership" in driver.lines()[2]
        await driver.press("9", "enter")
        assert "See the model at a date" in driver.lines()[2]
        await driver.press("escape")
        assert "Wessex Integrated Care System" in driver.lines()[2]


async def test_while_a_date_is_chosen_letters_are_text(place: Graph) -> None:
    """Other keys do nothing but help, which leaves what is typed."""
    async with exploring(place) as driver:
        await driver.press("at", "left")
        before = driver.lines()
        await driver.press("tab", "f5")
        assert driver.lines() == before
        await driver.press("q", "d", "question_mark", "escape")
        typed = driver.lines()
    assert typed[:-1] == before[:-1]
    assert typed[-1].split("  ")[0] == " as of qd"


async def test_a_date_is_typed_as_people_write_it(place: Graph) -> None:
    """Nothing of it is dropped: `2 Dec 2021` is no year 2202, and what is understood stands beside it."""
    async with exploring(place, size=(100, 30)) as driver:
        await driver.press("at", *"2 Dec 202")
        unfinished = driver.state()["last line"].split()
        await driver.press("1")
        whole = driver.state()["last line"].split()
        await driver.press("enter")
        assert date_of(driver) == "as of 2 Dec 2021"
    assert " ".join(unfinished) == "as of 2 Dec 202 not yet a date; shown: latest ↵ keep esc back"
    assert " ".join(whole) == "as of 2 Dec 2021 2 Dec 2021 between two dates of change ↵ keep esc back"


async def test_what_is_no_date_is_said_with_the_forms_that_are(place: Graph) -> None:
    """And the date before stays, until it can be read or is given up."""
    async with exploring(place, size=(200, 30)) as driver:
        await driver.press("at", *"soon", "enter")
        assert FORMS in " ".join(driver.told())
        await driver.press("escape")
        assert date_of(driver) == "latest"


async def test_the_list_says_why_a_date_is_in_it(place: Graph) -> None:
    """Beside each date is what happens, ends, begins or is first documented on it."""
    told = [f"{each.date.words()}: {reasons_for(place, each)}" for each in changes(place)]
    async with exploring(place, size=(200, 40)) as driver:
        await driver.press("at")
        seen = " ".join(driver.told())
    assert told == TOLD
    assert all(each.partition(": ")[2] in seen for each in told)


async def test_the_legend_stays_while_differences_are_shown(place: Graph) -> None:
    """After the present view at 80 columns, whatever else is said or typed, until the comparison ends."""
    async with exploring(place.as_of("2022-02-22")) as driver:
        seen = set()
        for keys in (("d",), ("enter", "down"), ("n",), ("slash", "e"), ("escape", "w"), ("escape", "u")):
            await driver.press(*keys)
            seen.add(driver.lines()[1].partition("   ")[2])
        assert seen == {MARKS}
        await driver.press("escape")
        await driver.press("d", "down")
        assert MARKS not in driver.lines()[1]


async def test_a_date_can_be_clicked(place: Graph) -> None:
    """The dates stand where the detail was."""
    async with exploring(place, size=(100, 30)) as driver:
        await driver.press("at")
        line = next(number for number, text in enumerate(driver.lines()) if "Jun 2021" in text)
        await driver.click("DetailPane", 6, line - 2)
        assert date_of(driver) == "as of Jun 2021"


async def test_a_search_goes_along(place: Graph) -> None:
    """What is looked for is looked for at the date, and still at the one before."""
    async with exploring(place, size=(100, 30)) as driver:
        await driver.press("slash", *"board", "enter", "at", "home", "enter")
        assert driver.state()["rows"] == [
            " - Ex Health and Care Partnership",
            "   - Bodies",
            ">    Ex Joint Board",
        ]


async def test_it_opens_at_a_date_and_goes_to_the_last_known(place: Graph) -> None:
    """The date of the command line is where the dialogue begins."""
    async with exploring(place.as_of("2021-06")) as driver:
        await driver.press("at")
        assert driver.state()["last line"].startswith("as of Jun 2021  1 of 3")
        await driver.press("end", "enter")
        assert date_of(driver) == "latest"


async def test_a_model_without_dates_has_no_steps() -> None:
    """In a model without dates the dialogue opens, takes keys and closes, and the explorer goes on."""
    async with exploring(Graph.of({}, ())) as driver:
        await driver.press("at", "left", "enter", "d", "left", "escape", "d", "enter")
        assert driver.state()["last line"].startswith("/ search")


def marks(driver: Driver) -> dict[str, Mark]:
    """Return the mark of each row that differs, by its name."""
    differences = driver.screen.exploration.differences
    assert differences is not None
    names = differences.forest.names
    found = ((name, differences.mark(row)) for row, name in enumerate(names))
    return {name: mark for name, mark in found if mark is not None}


async def test_differences_are_marked_by_sign_and_word(place: Graph) -> None:
    """`d` compares with a date chosen as any; what is new, renamed, moved or changed since says so."""
    async with exploring(place.as_of("2022-02-22"), size=(140, 30)) as driver:
        await driver.press("e", "d")
        assert date_of(driver) == "Jun 2021 → as of 22 Feb 2022"
        assert driver.state()["last line"].startswith("compared with Jun 2021  1 of 3")
        await driver.press("enter")
        told = marks(driver)
        shown = driver.lines()
        await driver.press("d")
        assert driver.screen.exploration.differences is None
        assert driver.state()["last line"].startswith("no longer comparing with another date")
    assert told["Ex Borough Partnership"] == Mark("~", "renamed, changed")
    assert told["Digital"] == Mark("+", "first documented")
    assert told["Ex Joint Board"] == Mark(">", "moved, changed")
    assert "Safeguarding is missing" not in told
    row = next(line for line in shown if "Ex Borough Partnership" in line[3:40])
    assert "renamed, changed  place" in row[:75]
    assert row[:75].rstrip(" │┃")[-1] == "~"


async def test_esc_leaves_a_comparison_of_dates_last(place: Graph) -> None:
    """First the search goes, then the comparison; the last line says that Esc leaves."""
    async with exploring(place.as_of("2022-02-22"), size=(140, 30)) as driver:
        await driver.press("d", "enter", "slash", "d", "enter", "escape")
        assert driver.screen.exploration.against is not None
        assert "esc leave" in driver.lines()[-1]
        await driver.press("escape")
        assert driver.screen.exploration.against is None
        assert driver.state()["last line"].startswith("no longer comparing with another date")
        await driver.press("escape")
        assert driver.state()["last line"].startswith("nothing to leave here")


async def test_a_later_date_says_what_is_to_come(place: Graph) -> None:
    """From the earlier of two dates, what the later has more stands at the row it will stand below."""
    async with exploring(place.as_of("2021-06"), size=(140, 30)) as driver:
        await driver.press("e", "d")
        assert date_of(driver) == "as of Jun 2021 → 22 Feb 2022"
        told = marks(driver)
        differences = driver.screen.exploration.differences
        assert differences is not None
        members = differences.inside(differences.forest.names.index("Members"), opened=True)
        await driver.press("enter")
        detail = driver.told()
    assert "Members" not in told
    assert members == Mark("*2", "to come")
    assert told["Ex Health and Care Partnership"].word.startswith("renamed later")
    assert detail[detail.index("as of Jun 2021 → 22 Feb 2022") + 1 :][:4] == [
        "Also called (1)",
        "Ex Borough Partnership: name",
        "was Ex Health and Care Partnership",
        "is  Ex Borough Partnership",
    ]


def place_with(folder: Path, bodies: str) -> Graph:
    """Return the model of a place with the bodies of a TOML text, and with documents of 2020 and 2022."""
    model = folder / "model.toml"
    documents = (
        '[[source]]\nid = "s"\nname = "S"\npresented = "2020-01-01"\n'
        '[[source]]\nid = "later"\nname = "Later"\npresented = "2022-01-01"\n'
        '[[partnership]]\nid = "p"\nname = "P"\ntier = "place"\nsources = ["s"]\n'
    )
    model.write_text(documents + bodies, encoding="utf-8")
    return load(model)


async def test_what_has_gone_is_said_where_it_stood(tmp_path: Path) -> None:
    """With a number at the row it stood below, which is itself not said to be gone, and by name in its detail."""
    bodies = '[[body]]\nid = "b"\nname = "B"\npart_of = "p"\nend_date = "2021-12-31"\nsources = ["s"]\n'
    async with exploring(place_with(tmp_path, bodies), size=(140, 30)) as driver:
        await driver.press("d", "home", "enter")
        told = marks(driver)
        lines = driver.lines()
        await driver.pilot.resize_terminal(60, 24)
        await driver.pilot.pause()
        narrow = driver.lines()[2]
    assert told == {}
    assert "1 gone" in lines[2]
    assert "*1" in lines[2]
    assert any("Gone from below it (1)" in line for line in lines)
    assert "*" in narrow
    assert "-" not in narrow


async def test_what_has_gone_from_a_group_is_said_in_its_detail(tmp_path: Path) -> None:
    """A group has no differences of its own, but its detail names who is gone from it, as that of an entity does."""
    bodies = (
        '[[body]]\nid = "b"\nname = "Old body"\npart_of = "p"\nend_date = "2021-12-31"\nsources = ["s"]\n'
        '[[body]]\nid = "c"\nname = "New body"\npart_of = "p"\nsources = ["s"]\n'
    )
    async with exploring(place_with(tmp_path, bodies), size=(140, 30)) as driver:
        await driver.press("e", "j", "d", "home", "enter")
        assert driver.screen.exploration.subject is None
        told = driver.told()
    at = told.index("Gone from below it (1)")
    assert told[at + 1] == "Old body"


async def test_in_little_room_the_sign_is_left(place: Graph) -> None:
    """The name stays whole as long as it can."""
    async with exploring(place.as_of("2022-02-22"), size=(60, 24)) as driver:
        await driver.press("e", "d", "enter")
        row = next(line for line in driver.lines()[2:] if "Ex Bor" in line[3:30])
    assert row[:31].rstrip(" │┃").endswith(" place  °~")


async def test_a_closed_row_says_how_many_differ_inside(place: Graph) -> None:
    """By sign, number and word, in little room without the word; once it is open the rows below say it themselves."""
    async with exploring(place.as_of("2022-02-22"), size=(200, 30)) as driver:
        await driver.press("e", "d", "enter")
        differing = set(marks(driver)) - {"Wessex Integrated Care System"}
        opened = driver.lines()
        await driver.press("E")
        closed = driver.lines()[2]
        await driver.pilot.resize_terminal(80, 24)
        await driver.pilot.pause()
        narrow = driver.lines()[2]
    assert not any("inside" in line for line in opened[2:])
    assert f"{len(differing)} differ inside  system " in closed
    assert f"*{len(differing)}" in closed
    assert f"*{len(differing)}" in narrow
    assert "inside" not in narrow


async def test_more_than_can_be_told_at_a_glance_is_said_so() -> None:
    """Counting ends there, so that a row costs no more however much there is below it."""
    added = Evidence(as_at=parse_date("2022"))
    entities = [Entity("p", "partnership", {"name": "P"}, Evidence(as_at=parse_date("2020")))]
    entities += [Entity(f"b{number}", "body", {"name": f"B{number}"}, added) for number in range(101)]
    relations = [Relation("part_of", each.id, "p", added) for each in entities[1:]]
    graph = Graph.of({each.id: each for each in entities}, relations)
    forest, other = (VIEWS["tiers"].make(graph.as_of(each)) for each in ("2022", "2020"))
    differences = Differences(graph.as_of("2022"), graph.as_of("2020"), forest, other)
    assert differences.inside(0) == Mark("*99+", "differ inside")
    assert differences.inside(1) == Mark("*99+", "differ inside")
    assert differences.inside(2) is None


def test_only_what_may_turn_is_looked_at_inside_a_large_row() -> None:
    """Among thousands that are as they were, what differs is found without looking at each."""
    old, new = Evidence(as_at=parse_date("2020")), Evidence(as_at=parse_date("2022"))
    entities = [Entity("p", "partnership", {"name": "P"}, old)]
    entities += [Entity(f"b{number}", "body", {"name": f"B{number}"}, old) for number in range(3000)]
    entities += [Entity("z", "body", {"name": "Z"}, new)]
    relations = [Relation("part_of", each.id, "p", each.evidence) for each in entities[1:]]
    graph = Graph.of({each.id: each for each in entities}, relations)
    forest, other = (VIEWS["tiers"].make(graph.as_of(each)) for each in (None, "2020"))
    turning_days(graph)
    here, looked_at = counted(graph.as_of(None))
    differences = Differences(here, graph.as_of("2020"), forest, other)
    assert differences.inside(0) == Mark("*1", "differs inside")
    assert len(looked_at.asked) < len(entities) / 2


async def test_a_date_before_everything_says_how_to_return(place: Graph) -> None:
    """The detail of the empty page says from when on something is told, and the key back, which works."""
    async with exploring(place, node="ex", size=(120, 36)) as driver:
        await driver.press("at")
        driver.screen.pastes("1990")
        await driver.press("enter")
        empty = driver.told()
        await driver.press("at")
        driver.screen.pastes("latest")
        await driver.press("enter")
        assert driver.screen.exploration.graph.at is None
    assert " ".join(empty) == (
        "Nothing here as of 1990  No document of this model mentions anything by then; the first date in it is "
        "Jun 2021. To return: `@`, type `latest`, ↵. Or `@` and ↓ to the next date."
    )


async def test_a_date_after_every_document_is_said_to_be_so(place: Graph) -> None:
    """At the top, beside the date; where there is little room the date alone."""
    async with exploring(place, node="ex") as driver:
        await driver.press("at")
        driver.screen.pastes("2090")
        await driver.press("enter")
        assert driver.lines()[0].endswith("as of 2090, later than every document")
    async with exploring(place, node="ex", size=(60, 24)) as driver:
        await driver.press("at")
        driver.screen.pastes("2090")
        await driver.press("enter")
        assert driver.lines()[0].endswith("as of 2090")


async def test_a_date_with_the_same_rows_is_seen_as_of_then(
    tmp_path: Path,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a large model they are not laid out again; words, folding, search and differences are those of the date."""
    monkeypatch.setattr(views, "LARGE", 1)
    bodies = '[[body]]\nid = "b"\nname = "B"\npart_of = "p"\nexpected_date = "2021-03-01"\nsources = ["s", "later"]\n'
    model = place_with(tmp_path, bodies)
    for make in MADE.values():
        make(model)
    async with exploring(load(tmp_path / "model.toml"), size=(160, 30)) as driver:
        await driver.press("L", "d", "home", "enter")
        latest, forest = driver.state()["rows"], driver.screen.exploration.walk.forest
        since = date_of(driver)
        await driver.press("at", *"2021-07", "enter")
        assert driver.screen.exploration.walk.forest is forest
        assert driver.state()["rows"] == latest
        assert "planned: due 1 Mar 2021" in " ".join(driver.lines())
        assert (since, date_of(driver)) == ("1 Jan 2020 → latest", "1 Jan 2020 → as of Jul 2021")
        await driver.press("escape", "slash", "b", "enter")
        assert driver.screen.exploration.subject == "b"

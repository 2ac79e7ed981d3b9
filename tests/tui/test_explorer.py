"""The explorer driven by keys."""

import pytest

from tiers.model import Entity, Evidence, Graph, Relation

from .driving import Driver, exploring

OPENED = [" - Wessex Integrated Care System", ">  + Ex Borough Partnership"]
KEYS = "/ search  → open  ↵ detail  w who  y cite  @ date  P print  ? help  q quit"


async def test_it_opens_on_the_first_place(place: Graph) -> None:
    """The tiers down to the places, the cursor on the first, its detail beside it."""
    async with exploring(place) as driver:
        assert driver.state() == {
            "view": "tiers",
            "pane": "tree",
            "subject": "ex",
            "rows": OPENED,
            "link": None,
            "last line": KEYS,
        }
        first, views, *rows = driver.lines()
        path = " Wessex Integrated Care System \u203a Ex Borough Partnership"
        assert first == path + "latest".rjust(79 - len(path))
        assert views.split()[:8] == ["1", "Tiers", "2", "Decisions", "3", "Workstreams", "4", "Seats"]
        assert [row[:42] for row in rows[:3]] == [
            " ▾ ● Wessex Integra…Care System  syst    │",
            "┃  ▸ ● Ex Borough Partnership    place  °│",
            f"{'│':>42}",
        ]
        assert rows[0][42:].rstrip(" ┃") == "  Ex Borough Partnership\u00a0¹\u00a0²"


async def test_it_opens_at_a_node_and_in_a_view(place: Graph) -> None:
    """The explorer opens in the view and at the entity that the command line names."""
    async with exploring(place, view="decisions", node="ex-board") as driver:
        state = driver.state()
    assert (state["view"], state["subject"]) == ("decisions", "ex-board")


async def test_keys_move_and_fold(place: Graph) -> None:
    """The letters do what the arrows do."""
    async with exploring(place) as driver:
        await driver.press("l", "l")
        letters = driver.state()
        await driver.press("h", "h", "right", "right")
        assert driver.state() == letters
        assert letters["rows"][1:4] == ["   - Ex Borough Partnership", ">    + Members", "     + Layers"]
        await driver.press("J", "K", "J", "down", "up", "space")
        assert driver.state()["rows"][3:6] == [
            ">    - Layers",
            "       + Sovereign organisations",
            "       + Joint management",
        ]
        await driver.press("G")
        last = driver.state()["rows"][-1]
        await driver.press("home", "E")
        assert (last[0], driver.state()["rows"]) == (">", [">+ Wessex Integrated Care System"])
        await driver.press("e", "end", "pageup", "g", "pagedown")
        assert driver.state()["rows"][20][0] == ">"


async def test_a_view_is_seen_by_its_number_and_the_cursor_stays(place: Graph) -> None:
    """From the tiers to the decisions and the seats, on the same entity where the view shows it."""
    async with exploring(place, node="ex-frailty") as driver:
        await driver.press("2")
        decisions = driver.state()
        await driver.press("4")
        seats = driver.state()
        await driver.press("1")
        tiers = driver.state()
    assert (decisions["view"], decisions["subject"]) == ("decisions", "ex-frailty")
    assert (seats["view"], seats["subject"]) == ("seats", "ex")
    assert seats["last line"].startswith("Frailty & café mornings is not in this view")
    assert (tiers["view"], tiers["subject"]) == ("tiers", "ex-frailty")


async def test_views_are_chosen_from_a_list(place: Graph) -> None:
    """`v` lists them with what they are; a number, a word or the arrows choose."""
    async with exploring(place) as driver:
        await driver.press("v", "d", "e", "c", "enter")
        by_word = driver.state()["view"]
        await driver.press("v", "down", "enter")
        by_arrow = driver.state()["view"]
        await driver.press("v", "1", "escape")
        left = driver.state()["view"]
    assert (by_word, by_arrow, left) == ("decisions", "workstreams", "workstreams")


async def test_it_searches_as_one_types(place: Graph) -> None:
    """Matches keep their ancestors and are counted; Esc restores tree and cursor, Enter keeps what was found."""
    async with exploring(place) as driver:
        await driver.press("slash", "b", "o", "a")
        typing = driver.state()
        assert typing["rows"] == [
            " - Wessex Integrated Care System",
            "   - Ex Borough Partnership",
            "     - Layers",
            "       - Joint management",
            ">        Ex Joint Board",
            "     - Bodies",
            "       Ex Joint Board",
        ]
        assert (typing["last line"].split(), typing["subject"]) == (["/boa", "1", "of", "2"], "ex-board")
        await driver.press("escape")
        assert driver.state()["rows"] == OPENED
        await driver.press("slash", "b", "o", "a", "enter", "n")
        kept = driver.state()
        assert kept["last line"].startswith("/boa  2 of 2")
        assert (kept["rows"][-1], len(kept["rows"])) == (">      Ex Joint Board", 7)
        await driver.press("N", "backslash")
        assert len(driver.state()["rows"]) > 7
        await driver.press("escape")
        assert driver.state()["last line"].startswith("/ search")
        await driver.press("escape", "escape")
        assert driver.app.is_running


async def test_enter_keeps_nothing_where_nothing_was_found(place: Graph) -> None:
    """The tree is as before, and why is said."""
    async with exploring(place) as driver:
        await driver.press("slash", *"xyzxyz")
        empty = driver.state()
        await driver.press("enter")
        assert (empty["rows"], driver.state()["rows"]) == (OPENED, OPENED)
        assert driver.state()["last line"].startswith("no match in this view")


async def test_typed_letters_are_letters(place: Graph) -> None:
    """While searching, `q`, numbers and signs are typed and do nothing else; arrows still move."""
    async with exploring(place) as driver:
        await driver.press("slash", *"q1?v", "backspace", "backspace", "backspace", "backspace", "e", "x")
        first = driver.state()
        await driver.press("down")
        second = driver.state()
    assert first["last line"].startswith("/ex")
    assert first["subject"] == "ex"
    assert second["rows"] != first["rows"]


async def test_a_slip_is_forgiven(place: Graph) -> None:
    """What nothing bears finds what is alike, and says that it is only alike."""
    async with exploring(place) as driver:
        await driver.press("slash", *"fraility")
        assert driver.state()["subject"] == "ex-frailty"
        assert driver.state()["last line"].endswith("no exact match; similar: 1 of 1")


async def test_an_unknown_word_is_named_and_the_rest_is_found(place: Graph) -> None:
    """One word that the model does not have hides nothing."""
    async with exploring(place) as driver:
        await driver.press("slash", *"frailty zzzqq")
        assert driver.state()["subject"] == "ex-frailty"
        assert driver.state()["last line"].endswith("1 of 1, without `zzzqq`")


async def test_relations_are_followed_and_come_back_from(place: Graph) -> None:
    """Enter goes into the detail and follows; `[` and `]` go back and forth, to the link they left from."""
    async with exploring(place, view="decisions", node="ex-board", size=(100, 60)) as driver:
        await driver.press("enter")
        inside = driver.state()
        await driver.press("enter")
        followed = driver.state()
        await driver.press("left_square_bracket")
        back = driver.state()
        await driver.press("right_square_bracket")
        forward = driver.state()
    assert (inside["pane"], inside["subject"]) == ("detail", "ex-board")
    assert followed["subject"] == inside["link"] is not None
    assert {**back, "last line": ""} == {**inside, "last line": ""}
    assert (forward["pane"], forward["subject"]) == ("detail", followed["subject"])


async def test_a_relation_leads_out_of_a_filter_and_back_into_it(place: Graph) -> None:
    """What the filter hides is shown when it is gone to; back, the filter is there again."""
    async with exploring(place, size=(100, 60)) as driver:
        await driver.press("slash", *"digital", "enter")
        filtered = driver.state()["rows"]
        await driver.press("enter", "enter")
        assert driver.state()["subject"] == "ex"
        assert "Digital" not in str(driver.screen.exploration.walk.found)
        await driver.press("left_square_bracket")
        assert driver.state()["rows"] == filtered


async def test_panes_are_switched(place: Graph) -> None:
    """Tab goes into the detail and back, Esc and `h` go back."""
    async with exploring(place) as driver:
        panes = []
        for key in ("tab", "tab", "enter", "escape", "enter", "h"):
            await driver.press(key)
            panes.append(driver.state()["pane"])
    assert panes == ["detail", "tree", "detail", "tree", "detail", "tree"]


async def test_places_of_an_entity_are_gone_through(place: Graph) -> None:
    """`o` goes to the next and says the how-manieth it is, or that there is no other."""
    async with exploring(place, node="trust") as driver:
        await driver.press("o")
        several = driver.state()["last line"]
        await driver.press("left_square_bracket", "g", "o")
        one = driver.state()["last line"]
    assert several.startswith("place 2 of 2")
    assert one.startswith("this is its only place in this view")


async def test_bookmarks(place: Graph) -> None:
    """`m` and a letter set one, `'` and the letter go there; another letter says that there is none."""
    async with exploring(place, node="trust") as driver:
        await driver.press("m", "a")
        said = [driver.state()["last line"]]
        await driver.press("2", "apostrophe", "a")
        there = driver.state()
        await driver.press("apostrophe", "b")
        said.append(driver.state()["last line"])
        await driver.press("m", "escape", "q")
    assert (there["view"], there["subject"]) == ("tiers", "trust")
    assert [each.split("  ")[0] for each in said] == ["bookmark a is set", "there is no bookmark b"]
    assert driver.app.return_code == 0


async def test_copying_says_what_was_sent(place: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal never answers, so the words say only what was sent."""
    sent: list[str] = []
    async with exploring(place, node="ex-board", size=(140, 24)) as driver:
        monkeypatch.setattr(driver.app, "copy_to_clipboard", sent.append)
        said = []
        for letter in "npi":
            await driver.press("y", letter)
            said.append(driver.state()["last line"].split("   ")[0])
        await driver.press("y", "x")
        said.append(driver.state()["last line"].split("   ")[0])
    path = (
        "Wessex Integrated Care System > Ex Borough Partnership > Layers > Joint management > Ex Joint Board"
    )
    assert sent == ["Ex Joint Board", path, "ex-board"]
    assert said == [
        *(f"sent to the clipboard: {each}" for each in sent),
        "after `y` comes ↵, n, p or i",
    ]


async def test_a_row_is_made_the_root_and_widened_again(place: Graph) -> None:
    """`r` shows one subtree alone, `r` there the whole again."""
    async with exploring(place) as driver:
        await driver.press("r")
        narrowed = driver.state()["rows"][0]
        await driver.press("r")
        assert (narrowed, driver.state()["rows"][0]) == (
            ">- Ex Borough Partnership",
            " - Wessex Integrated Care System",
        )


async def test_in_a_list_the_ends_are_a_key_away_and_a_moved_typing_cursor_keeps_the_choice(
    place: Graph,
) -> None:
    """`end` and `home` go to the last and the first choice; once something is typed, they move in the text."""

    def chosen(driver: Driver) -> str:
        return next(line for line in driver.lines()[4:] if " ┃ " in line[:8])

    async with exploring(place, size=(100, 30)) as driver:
        await driver.press("v")
        first = chosen(driver)
        await driver.press("end")
        assert "7 Functions" in chosen(driver)
        await driver.press("home")
        assert chosen(driver) == first
        await driver.press("t", "i", "down")
        second = chosen(driver)
        await driver.press("home", "right", "end")
        assert chosen(driver) == second


async def test_the_palette_does_every_command_and_finds_every_entity(place: Graph) -> None:
    """Typed words narrow both; Enter does the one or goes to the other."""
    async with exploring(place) as driver:
        await driver.press("colon", *"close everything", "enter")
        assert driver.state()["rows"] == [">+ Wessex Integrated Care System"]
        await driver.press("ctrl+p", *"joint board", "enter")
        assert driver.state()["subject"] == "ex-board"
        await driver.press("left_square_bracket", "colon", *"nothing at all like it")
        assert any("no match" in line for line in driver.lines())
        await driver.press("enter", "escape")
        assert driver.state()["subject"] == "wessex"


async def test_light_and_dark(place: Graph) -> None:
    """The palette changes between them and high contrast, and every pane follows."""
    async with exploring(place) as driver:
        before = driver.screen.structure.look().bgcolor
        await driver.press("colon", *"light", "enter")
        light = driver.screen.structure.look().bgcolor
        await driver.press("colon", *"light", "enter")
        assert driver.screen.structure.look().bgcolor not in {before, light}
        await driver.press("colon", *"light", "enter")
        assert before == driver.screen.structure.look().bgcolor != light


async def test_help_is_made_from_the_table_of_keys(place: Graph) -> None:
    """Every key and what it does; `?` and Esc close it, `ctrl+q` quits."""
    async with exploring(place, size=(80, 180)) as driver:
        await driver.press("question_mark")
        shown = "\n".join(driver.lines())
        for key in driver.screen.KEYS:
            assert key.group is None or key.words[:40] in shown
        await driver.press("question_mark", "question_mark", "escape", "question_mark", "ctrl+q")
    assert driver.app.return_code == 0


async def test_ctrl_c_says_how_to_quit(place: Graph) -> None:
    """A key that quits elsewhere does not, and says which one does."""
    async with exploring(place) as driver:
        await driver.press("ctrl+c")
        assert driver.state()["last line"].startswith("`q` quits")


async def test_ctrl_c_leaves_what_has_been_opened(place: Graph) -> None:
    """Ctrl+C leaves the search, a list to choose from, the palette and help, and the screen is as before, as after Esc."""
    async with exploring(place) as driver:
        before, lines = driver.state(), driver.lines()
        for key in ("slash", "v", "colon", "question_mark"):
            await driver.press(key, *"x" * (key == "slash"))
            assert driver.lines() != lines
            await driver.press("ctrl+c")
            assert (driver.state(), driver.app.screen, driver.screen.mode) == (before, driver.screen, None)


async def test_narrow_the_detail_covers_the_tree(place: Graph) -> None:
    """Below 60 columns one of the two is seen; wide again, both."""
    async with exploring(place, size=(50, 16)) as driver:
        tree = driver.lines()[2]
        await driver.press("enter")
        detail = driver.lines()[2]
        await driver.pilot.resize_terminal(80, 24)
        await driver.pilot.pause()
        both = driver.lines()[2]
    assert (tree.startswith(" ▾ ● Wessex"), detail.strip()[:25]) == (
        True,
        "Ex Borough Partnership\u00a0¹\u00a0",
    )
    assert both.startswith(" ▾ ● Wessex")


@pytest.mark.parametrize("size", [(1, 1), (4, 2), (20, 5), (33, 7), (300, 100)])
async def test_every_size_can_be_drawn(place: Graph, size: tuple[int, int]) -> None:
    """Nothing breaks where there is next to no room, or very much."""
    async with exploring(place, size=size) as driver:
        await driver.press(
            "e", "G", "enter", "j", "G", "tab", "slash", "x", "escape", "question_mark", "G", "escape"
        )
        await driver.press("v", "down", "escape", "colon", "b", "escape", "2", "m")
        assert all(len(line) <= size[0] for line in driver.lines())


async def test_an_empty_view_says_so() -> None:
    """A view without rows is drawn, and every key still works."""
    async with exploring(Graph.of({}, ())) as driver:
        assert driver.lines()[2].split("│")[0].strip() == "this view is empty"
        await driver.press(
            "j",
            "l",
            "h",
            "space",
            "e",
            "E",
            "r",
            "o",
            "enter",
            "enter",
            "tab",
            "y",
            "n",
            "slash",
            "x",
            "enter",
        )
        await driver.press("n", "left_square_bracket", "2", "G")
        assert driver.state()["rows"] == []


async def test_it_opens_on_the_place_of_which_most_is_recorded() -> None:
    """Not on the first one by name; of equal ones on the first."""
    entities = [Entity(each, "partnership", {"name": each, "tier": "place"}, Evidence()) for each in "abc"]
    bodies = [Entity(f"body {number}", "body", {"name": "Body"}, Evidence()) for number in range(2)]
    relations = [Relation("part_of", each.id, "b", Evidence()) for each in bodies]
    graph = Graph.of({each.id: each for each in (*entities, *bodies)}, relations)
    async with exploring(graph) as driver:
        assert driver.state()["subject"] == "b"
    async with exploring(Graph.of({each.id: each for each in entities}, [])) as driver:
        assert driver.state()["subject"] == "a"


async def test_the_date_at_the_top_is_that_of_the_model(place: Graph) -> None:
    """`latest`, or `as of` the date; no row has one of its own there."""
    async with exploring(place) as driver:
        assert driver.lines()[0].endswith("  latest")
    async with exploring(place.as_of("2021-06-30")) as driver:
        assert driver.lines()[0].endswith("  as of 30 Jun 2021")

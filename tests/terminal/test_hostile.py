"""Text of a model is never a command to the terminal on which it is read."""

import sys
from pathlib import Path

from .harness import Terminal, tiers

PROGRAM = """
import sys
from tiers.model import Graph, load
from tiers.tui import app

WICKED = "[/b][@click=app.quit]x[/] \\x1b[2J \\x1b]52;c;eA==\\x07 \\x9b31m \\u202e \\u200b end"
model = load(sys.argv[1])
entities = {
    each.id: each.but(values={**each.values, "name": WICKED, "summary": WICKED})
    for each in model.every_entity()
}
relations = [relation for found in model.relations_by_subject() for relation in found]
sys.exit(app.run(Graph.of(entities, relations))[0])
"""

PLACE = Path(__file__).parent.parent / "models" / "place.toml"


def test_nothing_of_a_model_is_written_raw(tmp_path: Path) -> None:
    """Past the loader, which refuses such names: no clearing, no clipboard, no colour, nothing unseen is sent."""
    program = tmp_path / "wicked.py"
    program.write_text(PROGRAM, encoding="utf-8")
    with Terminal([sys.executable, str(program), str(PLACE)], columns=160, lines=40) as terminal:
        terminal.until(r"\u{1b}[2J")
        for keys in (
            "e",
            "G",
            "\r",
            "\x1b",
            "yn",
            "2",
            "/end\r",
            "\x1b",
            ":end",
            "\x1b",
            "v",
            "\x1b",
            "P\x1b[B\x1b[C\x1b[C",
            "\x1b",
            "/in:",
            "\x1b",
            "?",
            "\x1b",
            "w",
            "U",
            "s",
            "xkx",
            "\x1b",
            "@\x1b[H\r",
            "d\r",
        ):
            terminal.press(keys)
        written = bytes(terminal.written)
        terminal.press("q")
        assert terminal.end() == 0
    assert b"\x1b[2J" not in written
    assert written.count(b"\x1b]52;c;") == 1, "only what `y` was asked for"
    assert b"\x1b]52;c;eA==" not in written
    for unseen in ("\u202e", "\u200b", "\x9b", "\x07 "):
        assert unseen.encode() not in written
    assert b"[/b][@click=app.quit]x[/]" in written


def test_what_is_pasted_is_never_a_key() -> None:
    """An escape sequence, a line break and a `q` in it search for nothing else, quit nothing, print nothing."""
    with Terminal(tiers("open", "harrow"), columns=100, lines=30) as terminal:
        terminal.until("England")
        terminal.settle()
        for keys in ("", "/", ":", "@"):
            terminal.press(keys)
            said = terminal.press("\x1b[200~frail\x1b[2J\nP\rq\x1b[201~")
            assert b"frail[2J" in said, keys
            terminal.press("\x1b")
        terminal.send("q")
        assert terminal.end() == 0


def test_letters_of_every_width_keep_the_panes_apart(tmp_path: Path) -> None:
    """Wide, combining and joined characters are counted in cells: the rule between the panes stays in its column."""
    model = tmp_path / "wide.toml"
    names = ["健康医療システム", "Cafe\u0301 des é", "ﷺ and ß", "a & b < c > d", "🏥 hospital"]
    tables = [
        f'[[area]]\nid = "a{number}"\nname = "{name}"\ntier = "place"\n' for number, name in enumerate(names)
    ]
    model.write_text("\n".join(tables), encoding="utf-8")
    with Terminal(tiers("--model", str(model)), columns=80, lines=24) as terminal:
        terminal.until("hospital")
        terminal.settle()
        assert all(name.encode() in terminal.written for name in names)
        terminal.press("q")
        assert terminal.end() == 0

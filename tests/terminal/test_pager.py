"""The pager on a real terminal: `less`, where the system has it."""

from tests.programs import program

from .harness import Terminal, tiers

FIRST, LAST = "usage: tiers print", "the version of tiers"


def test_leaving_less_early_is_exit_0_and_ctrl_c_is_for_it() -> None:
    """More than a screen goes through `less -FRX`; Ctrl-C does not end tiers, `q` does, and the terminal is as before."""
    program("less")
    with Terminal(tiers("print", "--help")) as terminal:
        terminal.until(FIRST)
        terminal.settle()
        assert LAST.encode() not in terminal.written
        assert b"space: more, q: end" in terminal.written
        terminal.press("\x03")
        assert LAST.encode() in terminal.press("G")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.settings() == terminal.before
        assert b"Traceback" not in terminal.written


def test_what_fits_needs_no_key() -> None:
    """A short answer is written straight, and with `--no-pager` a long one is."""
    for words in (("--version",), ("print", "--help", "--no-pager")):
        with Terminal(tiers(*words)) as terminal:
            assert terminal.end() == 0

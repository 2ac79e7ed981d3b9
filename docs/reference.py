"""Write `docs/reference.md`, which lists every command, key and mark: `python docs/reference.py`.

The lists come from the parsers of the commands and the tables of the explorer.
"""

import argparse
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from tiers.tui.cli.parser import parser_of
from tiers.tui.cli.table import COMMANDS
from tiers.tui.screens.key import Group, written
from tiers.tui.screens.keys import EXPLORER_KEYS, WITHOUT_KEY
from tiers.tui.wording.legend import legend

PAGE = Path(__file__).parent / "reference.md"


def page() -> str:
    """Return the page."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[str]:
    yield from ("# Commands, keys and marks", "")
    yield "This page is made by `docs/generate.py` from the parsers of the commands and the tables of keys and marks. Do not edit it."
    yield from (
        "",
        "## Commands",
        "",
        "`tiers [OPTIONS] COMMAND`. Options of every command may stand before it or after it.",
        "",
    )
    shared: set[str] = set()
    for number, (name, meaning) in enumerate(COMMANDS.items()):
        groups = parser_of(name)._action_groups  # noqa: SLF001 - argparse has no other list
        general = next((each for each in groups if each.title == "options of every command"), None)
        if general is not None:
            shared |= {option for action in general._group_actions for option in action.option_strings}  # noqa: SLF001
        if not number and general is not None:
            yield from _options(general._group_actions)  # noqa: SLF001 - as above
        yield from _command(name, meaning, shared)
    yield from (
        "## Keys",
        "",
        "In the explorer `?` shows them, and `:` finds each by the words people use for it.",
        "",
    )
    for group in Group:
        rows = dict[str, list[str]]()
        for key in EXPLORER_KEYS:
            if key.group is group:
                names = rows.setdefault(key.words, [])
                names.extend(each for each in map(written, key.names) if each not in names)
        yield from (f"### {group.value}", "", "| key | what it does |", "| --- | --- |")
        yield from (
            f"| {' '.join(_code(each) for each in names)} | {_cell(words)} |" for words, names in rows.items()
        )
        yield ""
    yield from (
        "Without a key, by `:` alone: " + "; ".join(f"*{_cell(each.words)}*" for each in WITHOUT_KEY) + ".",
        "",
    )
    yield "## Marks"
    for heading, marks in legend():
        yield from (
            "",
            f"### {heading.removeprefix('Marks: ').capitalize()}",
            "",
            "| mark | meaning |",
            "| --- | --- |",
        )
        yield from (f"| {_cell(mark)} | {_cell(meaning)} |" for mark, meaning in marks)


def _command(name: str, meaning: str, shared: set[str]) -> Iterator[str]:
    module = import_module(f"tiers.tui.cli.commands.{name}")
    yield from (f"### tiers {name}", "", f"{meaning[:1].upper()}{meaning[1:]}. `{module.USAGE}`", "")
    if getattr(module, "MORE", ""):
        yield from (module.MORE, "")
    actions = [each for each in parser_of(name)._actions if shared.isdisjoint(each.option_strings)]  # noqa: SLF001
    yield from _options(actions)
    yield from ("```sh", *module.EXAMPLES, "```", "")


def _options(actions: Iterable[argparse.Action]) -> Iterator[str]:
    rows = [_option(each) for each in actions if each.help]
    if rows:
        yield from ("| option | what it does |", "| --- | --- |", *rows, "")


def _option(action: argparse.Action) -> str:
    value = f" {action.metavar}" if action.metavar else ""
    names = (
        ", ".join(f"`{name}{value}`" for name in action.option_strings)
        or f"`{action.metavar or action.dest}`"
    )
    first, *choices = (line.strip() for line in str(action.help).splitlines())
    said = f"{first}: {'; '.join(choices)}" if choices else first
    return f"| {names} | {_cell(said)} |"


def _cell(text: str) -> str:
    return (
        text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("%%", "%")
        .replace("*", "\\*")
        .replace("<", "\\<")
    )


def _code(key: str) -> str:
    return "`` ` ``" if key == "`" else f"`{key}`" if key != "|" else "`\\|`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

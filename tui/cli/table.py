"""The table of commands, each in the module of the same name in `commands/`, and the search for a command's name."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from .failure import Failure

DEFAULT = "open"

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "open": "explore the structure in the terminal; what `tiers` alone does",
        "print": "write a view, or the part of it below one entity",
        "show": "everything about one entity, with its sources",
        "search": "find entities by any of their words, best first",
        "who": "who decides about a topic, or where to take a concern",
        "matters": "what was asked and promised, and what later documents show",
        "gaps": "what no document says, each with the question to ask",
        "path": "how two entities are connected",
        "diff": "what differs between two dates, two models or two git revisions",
        "compare": "two places side by side, or one place at two dates",
        "timeline": "what happened and what is due, planned dates marked",
        "glossary": "jargon in plain words, each meaning with its tier and time",
        "tour": "five questions in two minutes, made from what the model has",
        "export": "the whole model in a standard vocabulary, or as tables",
        "check": "every mistake of a model, with file, line and column",
        "init": "begin a model of your own: a small one to change, and its schema",
        "import": "seats from a spreadsheet, or England from the official lists",
        "schema": "the JSON Schema of a model, for editors, or of a command's JSON",
        "cache": "what is kept to start faster: where and how large; clears it",
        "completions": "the script by which a shell completes commands and entities",
        "help": "the guide for authors, the page of the format, or one command",
    }
)
"""Every command by name, with its one-line help."""

KEPT = frozenset(
    ("print", "show", "search", "who", "matters", "gaps", "path", "diff", "compare", "timeline", "glossary")
)
"""The commands that only write what they say of a model, so that their answers can be kept."""

DASHED = frozenset(("search",))
"""The commands in which `-word` is not an option: in a search it excludes a word."""

VALUED = ("--model", "--as-of", "--color")
"""The options with a value that may come before the command."""

FLAGS = ("-h", "--help", "-V", "--version")
"""The options that ask about `tiers` itself; they may come before the command."""

SWITCHES = ("--no-pager",)
"""The other options without a value that may come before the command."""


class NoCommandError(Exception):
    """The word at the position of the command is not a command."""


def split(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the name of the command, or `None`, and the other arguments in order.

    Raises:
        NoCommandError: The word at the position of the command is not a command.
        Failure: An option of a command comes before it.
    """
    place = 0
    while place < len(words):
        word = words[place]
        if word in VALUED:
            place += 2
        elif word in (*FLAGS, *SWITCHES) or word.startswith(tuple(f"{name}=" for name in VALUED)):
            place += 1
        elif word.startswith("-"):
            _refuse_before_command(words, place)
            return None, list(words)
        elif word in COMMANDS:
            return word, [*words[:place], *words[place + 1 :]]
        else:
            raise NoCommandError
    return None, list(words)


def _refuse_before_command(words: Sequence[str], place: int) -> None:
    option = words[place].partition("=")[0]
    later = next((word for word in words[place + 1 :] if word in COMMANDS), None)
    if later is None or option == "--":
        return
    from tiers.model.format.text import did_you_mean  # noqa: PLC0415 - only a mistake pays for it

    hint = did_you_mean(option, (*VALUED, *FLAGS, *SWITCHES)) if option.startswith("--") else ""
    if hint:
        raise Failure(f"`tiers` has no option `{option}`", hint=hint)
    message = f"`{option}` belongs after the command"
    raise Failure(message, hint=f"write `tiers {later} {option}`")

"""The options that every command has, and those that several share."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NoReturn

from ..wording.safe_text import safe
from .failure import Failure, say


class _Version(argparse.Action):
    """Writes the version and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from importlib.metadata import version  # noqa: PLC0415 - slow to import, and seldom asked for

        from .output import write  # noqa: PLC0415 - as above

        write([f"tiers {version('tiers')}\n"])
        parser.exit()


class _Help(argparse.Action):
    """Writes the help and ends."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> NoReturn:
        from .output import write  # noqa: PLC0415 - seldom asked for

        write([parser.format_help()])
        parser.exit()


def add_global(
    parser: argparse.ArgumentParser, read_as_of: Callable[[str], Any] | None = None, no_date: str = ""
) -> None:
    """Add the options that every command has, before or after its name.

    Args:
        parser: The parser of the command.
        read_as_of: The function that reads `--as-of`, for a command that takes more than one date.
        no_date: Why the command takes no date; empty if it takes one.
    """
    group = parser.add_argument_group("options of every command")
    group.add_argument(
        "--model",
        metavar="PATH",
        action="append",
        help="a TOML file, or a directory of them, to read instead of the model that comes with tiers, "
        "or `-` for standard input; "
        "several are merged (also TIERS_MODEL)",
    )
    group.add_argument(
        "--as-of",
        metavar="DATE",
        type=read_as_of or as_of,
        help=f"not available here: {no_date}"
        if no_date
        else "the structure as it stood at a date, such as 2022, 2022-02-22 or '22 Feb 2022'; a month or year means its last day (default: latest)",
    )
    group.add_argument(
        "--color", metavar="WHEN", type=one_of("--color", ("auto", "always", "never")), default="auto",
        help="auto (the default), always or never",
    )  # fmt: skip
    group.add_argument(
        "--no-pager",
        action="store_true",
        help="write straight to the terminal; else what is longer than the screen goes through TIERS_PAGER, PAGER or less",
    )
    group.add_argument("-V", "--version", action=_Version, nargs=0, help="the version of tiers")
    group.add_argument("-h", "--help", action=_Help, nargs=0, help="this help")


def refuse_model(options: argparse.Namespace, why: str) -> None:
    """Refuse the options that choose a model and a date, for a command that reads no model.

    Raises:
        Failure: One of them is given; the message is `why`.
    """
    for option, given in (("--as-of", options.as_of), ("--model", options.model)):
        if given is not None:
            raise Failure(why, hint=f"leave `{option}` out")


def add_view(parser: argparse.ArgumentParser, doing: str) -> None:
    """Add the choice of a view.

    Args:
        parser: The parser of the command.
        doing: What the command does with a view: `print` or `open`.
    """
    from tiers.model.views import VIEWS  # noqa: PLC0415 - commands without views do not pay for them

    parser.add_argument(
        "--view",
        metavar="VIEW",
        type=one_of("--view", VIEWS),
        default="tiers",
        help=choices(
            f"the view to {doing} (default: tiers)", {view.name: view.meaning for view in VIEWS.values()}
        ),
    )


ANSWER_FORMATS = (
    ("text", "for people"),
    ("markdown", "a table for a paper"),
    ("csv", "a line for each, for spreadsheets"),
    ("json", "for other programs"),
)
"""The formats of an answer that is a list."""


def add_format(parser: argparse.ArgumentParser, formats: Iterable[tuple[str, str]]) -> None:
    """Add the choice of a format; the first is the default."""
    named = dict(formats)
    default = next(iter(named))
    parser.add_argument(
        "--format",
        metavar="FORMAT",
        type=_FormatOf("--format", named),
        default=default,
        help=choices(f"the format to write (default: {default})", named),
    )
    if "json" in named:
        parser.add_argument(
            "--json", dest="format", action="store_const", const="json", help="short for `--format json`"
        )


class OneOf:
    """Reads an option with fixed values.

    Attributes:
        option: The option, as it is written.
        allowed: Its values.
        otherwise: The hint for a text that is like none of them; empty for no hint.
    """

    __slots__ = ("allowed", "option", "otherwise")

    def __init__(self, option: str, words: Iterable[str], otherwise: str = "") -> None:
        self.option = option
        self.allowed = tuple(words)
        self.otherwise = otherwise

    def __call__(self, text: str) -> str:
        """Return the value.

        Raises:
            Failure: It is none of the option's values.
        """
        if text in self.allowed:
            return text
        from tiers.model.format.text import did_you_mean  # noqa: PLC0415 - only a mistake pays for it

        raise Failure(
            f"`{self.option}` cannot be `{text}`; it is one of {self.listed}",
            hint=did_you_mean(text, self.allowed) or self.otherwise,
        )

    @property
    def listed(self) -> str:
        """The values in one line."""
        return ", ".join(f"`{word}`" for word in self.allowed)


def one_of(option: str, words: Iterable[str], otherwise: str = "") -> OneOf:
    """Return a function that reads an option with fixed values.

    Args:
        option: The option, as it is written.
        words: Its values.
        otherwise: The hint for a text that is like none of them.
    """
    return OneOf(option, words, otherwise)


_ANOTHER = {
    "md": ("markdown", "`--format markdown` is what you mean"),
    "docx": ("markdown", "write `--format markdown` to `paper.md`, then `pandoc paper.md -o paper.docx`"),
    "odt": ("markdown", "write `--format markdown` to `paper.md`, then `pandoc paper.md -o paper.odt`"),
    "htm": ("html", "`--format html` is what you mean"),
    "txt": ("text", "`--format text` is what you mean"),
    "xlsx": ("csv", "write `--format csv` to a file: spreadsheets open it"),
}
"""Formats of other programs that people ask for: the format that leads there, and how."""


class _FormatOf(OneOf):
    """Reads `--format`; for a format of another program the failure says what leads there."""

    __slots__ = ()

    def __call__(self, text: str) -> str:
        through, hint = _ANOTHER.get(text.lower(), ("", ""))
        if text not in self.allowed and through in self.allowed:
            raise Failure(f"`--format` cannot be `{text}`; it is one of {self.listed}", hint=hint)
        return super().__call__(text)


def add_within(parser: argparse.ArgumentParser, meaning: str) -> None:
    """Add NODE, which commands that take a topic call `--in NODE`; see `node_of`."""
    parser.add_argument("node", metavar="NODE", nargs="?", help=meaning)
    parser.add_argument("--in", dest="within", metavar="NODE", help="another way to give NODE")


def node_of(options: argparse.Namespace) -> str | None:
    """Return NODE, given as an argument or by `--in`; `None` for the whole model.

    Raises:
        Failure: It was given both ways.
    """
    if options.node is not None and options.within is not None:
        raise Failure("NODE and `--in` both name the entity; give one of them")
    node: str | None = options.within if options.node is None else options.node
    return node


def choices(question: str, meanings: Mapping[str, str]) -> str:
    """Return the help of an option with fixed values: a line for each value, with its meaning."""
    return "\n".join([question, *(f"{word}: {meaning}" for word, meaning in meanings.items())])


def output_file(text: str) -> str | None:
    """Read `--output`; `-` is standard output."""
    return None if text == "-" else text


def whole_number(option: str, least: int) -> Callable[[str], int]:
    """Return a function that reads an option with a whole number."""

    def read(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= least:  # noqa: PLR2004 - fits any machine
            return int(text)
        raise Failure(f"`{option}` cannot be `{text}`; it is a whole number from {least}")

    return read


def as_of(text: str) -> Any:
    """Read `--as-of`; a range means its end, a month or year its last day, and `latest` no date."""
    from ..wording.at_date import LAST_KNOWN, NOW, NOW_HINT  # noqa: PLC0415 - the help is shown without a model

    if text.casefold() in NOW:
        raise Failure(f"`--as-of` cannot be `{text}`: the clock is not read", hint=NOW_HINT)
    return None if text.casefold() == LAST_KNOWN else date("--as-of")(text).latest()


def date(option: str) -> Callable[[str], Any]:
    """Return a function that reads an option with a date."""

    def read(text: str) -> Any:
        from tiers.model.format.plain_dates import read_date  # noqa: PLC0415 - the help is shown without a model

        try:
            day = read_date(text)
        except ValueError as error:
            raise Failure(f"`{option}` cannot be `{text}`: {error}") from None
        say_understood(text, day)
        return day

    return read


def say_understood(text: str, day: Any) -> None:
    """Write to stderr how a date was understood, unless it is written as in a model."""
    if text.strip() != day.text:
        say(f"`{safe(text)}` is read as {day.words()}, `{day.text}`\n")

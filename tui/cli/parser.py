"""The parser of the arguments of one command, on top of argparse."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

from ..wording.safe_text import columns_in_environment, screen_width
from .failure import Failure
from .options import add_global
from .table import COMMANDS

vars(argparse)["_"] = str
"""Keeps argparse's messages in English like all others; looking for translations would take 0.7 ms of every start."""

_MARK = "\0"
"""The mark before a word that begins with a dash and is no option; no argument can contain it."""


_USUAL = 80
"""The width of the help where no width is known."""


class _Formatter(argparse.HelpFormatter):
    """Formats help to the width of the terminal.

    argparse makes one for every option that is added, and would import shutil to find the width.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=(columns_in_environment() or screen_width() or _USUAL) - 2)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Wrap each line of a list separately, its continuation indented."""
        from textwrap import wrap  # noqa: PLC0415 - only the help pays for it

        indent = "  " if "\n" in text else ""
        return [line for each in text.split("\n") for line in wrap(each, width, subsequent_indent=indent)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Wrap paragraphs, and the meanings of a list below themselves; examples are left unchanged, to be copied."""
        from textwrap import fill  # noqa: PLC0415 - only the help pays for it

        lines = []
        for line in text.split("\n"):
            _, gap, meaning = line.strip().partition("  ")
            if gap:
                below = " " * min(len(line) - len(meaning.lstrip()), width // 2)
                lines.append(fill(line, width + 1, subsequent_indent=below, break_on_hyphens=False))
            else:
                lines.append(line if line.startswith(" ") else fill(line, width))
        return "\n".join(f"{indent}{line}" for line in lines)


class Parser(argparse.ArgumentParser):
    """Parses the arguments of one command; a mistake is raised as a `Failure`."""

    def __init__(self, usage: str, description: str, epilog: str) -> None:
        super().__init__(
            prog="tiers",
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
            add_help=False,
            exit_on_error=False,
        )
        self._positionals.title = "arguments"

    def error(self, message: str) -> NoReturn:
        raise Failure(message)

    def read(self, words: Sequence[str], *, dashed: bool = False) -> argparse.Namespace:
        """Return the parsed options; options and other arguments may come in any order.

        Args:
            words: The arguments without the name of the command. None after `--` is an option.
            dashed: Whether a word with one dash is not an option: `-board` in a search.

        Raises:
            Failure: The command does not take one of the words.
        """
        try:
            options, rest = self.parse_known_intermixed_args(self._marked(words, dashed=dashed))
        except argparse.ArgumentError as error:
            raise self._failure(error) from None
        unknown = next((word for word in rest if word.startswith("-") and word != "-"), None)
        if unknown is not None:
            raise self._unknown(unknown.partition("=")[0])
        if rest:
            raise Failure(
                f"`{rest[0].removeprefix(_MARK)}` is an extra word",
                hint=f"put a name of several words in quotes, or {self._see()}",
            )
        for name, value in vars(options).items():
            if isinstance(value, str):
                setattr(options, name, value.removeprefix(_MARK))
            elif isinstance(value, list):
                setattr(options, name, [each.removeprefix(_MARK) for each in value])
        return options

    def _marked(self, words: Sequence[str], *, dashed: bool) -> list[str]:
        """Return the arguments without `--`, with a mark on those that begin with a dash and are no options."""
        place = list(words).index("--") if "--" in words else len(words)
        marked: list[str] = []
        for number, word in enumerate(words[:place]):
            single = word.startswith("-") and not word.startswith("--") and word not in {"-", "-h", "-V"}
            is_value = number > 0 and words[number - 1] in self._option_string_actions
            marked.append(_MARK + word if dashed and single and not is_value else word)
        return marked + [_MARK + word for word in words[place + 1 :]]

    def _failure(self, error: argparse.ArgumentError) -> Failure:
        option = (error.argument_name or "").rpartition("/")[2]
        if (error.message or "").startswith("ignored explicit"):
            return Failure(f"`{option}` takes no value", hint=self._see())
        return Failure(f"`{option}` needs a value", hint=self._see())

    def _unknown(self, option: str) -> Failure:
        from tiers.model.format.text import did_you_mean  # noqa: PLC0415 - only a mistake pays for it

        known = [name for action in self._actions for name in action.option_strings if name.startswith("--")]
        command = f"tiers {self.command}" if self.command else "tiers"
        return Failure(
            f"`{command}` has no option `{option}`", hint=did_you_mean(option, known) or self._see()
        )

    def _see(self) -> str:
        return f"see `tiers {self.command} --help`" if self.command else "see `tiers --help`"

    @property
    def command(self) -> str:
        """The name of the command; empty for `tiers` itself."""
        word = (self.usage or "").split()[1]
        return word if word in COMMANDS else ""


def parser_of(name: str) -> Parser:
    """Return the parser of a command."""
    module = import_module(f".commands.{name}", __package__)
    examples = "\n".join(f"  {example}" for example in module.EXAMPLES)
    meaning = f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}. {getattr(module, 'MORE', '')}".rstrip()
    parser = Parser(module.USAGE, meaning, f"examples:\n{examples}")
    module.add_options(parser)
    add_global(parser, getattr(module, "read_as_of", None), getattr(module, "NO_DATE", ""))
    return parser

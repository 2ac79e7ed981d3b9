"""What can be wrong with a model, told so that its author finds the place."""

from collections.abc import Iterable

import attrs

ERROR = "error"
WARNING = "warning"


@attrs.frozen
class Excerpt:
    """A line of a file with a place marked in it.

    Attributes:
        file: The file as the author named it.
        line: Number of the line, from 1.
        column: Where the mark begins, in characters from 1.
        text: The line without its end; of a very long line the part around the mark.
        start: How many characters of the line stand before `text`.
        length: How many characters are marked; 0 where something is missing.
        label: What is said at the mark; empty for nothing.
        cut: Whether the line goes on after `text`.
    """

    file: str
    line: int
    column: int
    text: str
    start: int = 0
    length: int = 1
    label: str = ""
    cut: bool = False


@attrs.frozen
class Mistake:
    """One thing that is wrong in one place.

    Attributes:
        code: A short stable name of the sort of mistake, such as `unknown-key`.
        message: What is wrong and what was expected; one line.
        file: The file as the author named it; empty for the model as a whole.
        line: From 1; `None` where there is no one line.
        column: In characters from 1; `None` where there is no one column.
        hint: What to do; empty when the message says it.
        severity: `error`, or `warning` for what is allowed and yet asks for a look.
        excerpts: The line in question, then that of the other place where two belong together; empty where there is no line.
        count: How many mistakes it stands for; more than one where the rest of a sort is only counted.
    """

    code: str
    message: str
    file: str = ""
    line: int | None = None
    column: int | None = None
    hint: str = ""
    severity: str = ERROR
    excerpts: tuple[Excerpt, ...] = attrs.field(default=(), eq=False, repr=False)
    count: int = 1

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part not in {"", None})
        said = f"{place}: {self.message}" if place else self.message
        return f"{said} (hint: {self.hint})" if self.hint else said


class ModelError(ValueError):
    """A model could not be made from its files.

    Attributes:
        mistakes: Every mistake of every file, in the order of files, lines and columns.
    """

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class UnknownEntityError(KeyError):
    """No entity has this id."""

    def __str__(self) -> str:
        return f"no entity has the id `{self.args[0]}`"

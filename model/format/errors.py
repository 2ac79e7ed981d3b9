"""The records of mistakes in a model: message, file, line, column, hint; and the exceptions that carry them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .unchanging import Value

if TYPE_CHECKING:  # only a mistake pays for it
    from .excerpt import Excerpt

ERROR = "error"
WARNING = "warning"


class Mistake(Value):
    """A mistake in a model: what is wrong, where, and how to put it right.

    Attributes:
        code: A short stable name of the type of mistake, such as `unknown-key`.
        message: What is wrong and what was expected; one line.
        file: The file as the author named it; empty for the model as a whole.
        line: From 1; `None` where there is no one line.
        column: In characters from 1; `None` where there is no one column.
        hint: How to put it right; empty when the message says it.
        severity: `error`, or `warning` for what is allowed but probably not meant.
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
    excerpts: "tuple[Excerpt, ...]" = ()
    count: int = 1

    def _told(self) -> tuple[object, ...]:
        """Return what makes two mistakes one: all that is told of them but the lines in question."""
        return tuple(getattr(self, name) for name in self._names if name != "excerpts")

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part not in {"", None})
        said = f"{place}: {self.message}" if place else self.message
        return f"{said} (hint: {self.hint})" if self.hint else said

    def __repr__(self) -> str:
        return f"<{self.severity} {self.code}: {self}>"


class ModelError(ValueError):
    """Raised when files have mistakes that make them no model.

    Attributes:
        mistakes: Every mistake of every file, in the order of files, lines and columns.
    """

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class UnknownEntityError(KeyError):
    """Raised when an id is asked for that no entity has."""

    def __str__(self) -> str:
        return f"no entity has the id `{self.args[0]}`"

"""The records of mistakes in a model: message, file, line, column, hint; and the exceptions that carry them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .unchanging import Value

if TYPE_CHECKING:  # imported only when there is a mistake
    from .excerpt import Excerpt

ERROR = "error"
WARNING = "warning"


class Mistake(Value):
    """A mistake in a model: what is wrong, where, and how to correct it.

    Attributes:
        code: A short stable name of the type of mistake, such as `unknown-key`.
        message: What is wrong and what was expected; one line.
        file: The file as the author named it; empty for the model as a whole.
        line: The line, from 1; `None` if there is no single line.
        column: The column in characters, from 1; `None` if there is no single column.
        hint: How to correct it; empty when the message says it.
        severity: `error`, or `warning` for something that is allowed but probably not meant.
        excerpts: The line in question, then that of the other place of a mistake about two; empty for none.
        count: How many mistakes it stands for; more than one if the rest of a code is only counted.
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

    def _equal_by(self) -> tuple[object, ...]:
        """Return the values that make two mistakes equal: all except the excerpts."""
        return tuple(getattr(self, name) for name in self._names if name != "excerpts")

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part not in {"", None})
        said = f"{place}: {self.message}" if place else self.message
        return f"{said} (hint: {self.hint})" if self.hint else said

    def __repr__(self) -> str:
        return f"<{self.severity} {self.code}: {self}>"


class ModelError(ValueError):
    """Raised when files have mistakes that make the model invalid.

    Attributes:
        mistakes: Every mistake of every file, ordered by file, line and column.
    """

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


class UnknownEntityError(KeyError):
    """Raised when an id is asked for that no entity has."""

    def __str__(self) -> str:
        return f"no entity has the id `{self.args[0]}`"

"""The mode in which a query is typed; the tree shows its matches at each character."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...exploring.pages.page import ENTITY
from ...exploring.search.finding import elsewhere
from ...exploring.typed_line import TypedLine
from ...widgets.key_line import Prompt
from ...wording.description import Line
from ...wording.missing import why_missing
from ..match_words import match_words
from .mode import Host, TypingMode

if TYPE_CHECKING:
    from ...exploring.query_help import QueryHelp
    from ...exploring.search.finding import Found


class SearchMode(TypingMode):
    """A query being typed."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host
        self._exploration = host.exploration
        self._top = host.structure.top
        self._keeps_soon = False
        self._exploration.recall.begin()
        self._exploration.walk.begin_finding()
        self._help = self._query_help()

    @property
    def completed(self) -> str:
        """The query with the filter at its end completed; empty if there is none, or if the cursor is elsewhere."""
        return "" if self.typed.at < len(self.typed.text) else self._help.completed

    def keep(self) -> None:
        """End the mode and keep the matches; without any, go to the best match of other views, else back to before.

        If there is no match yet, the mode ends once there is one or the index is complete.
        """
        found = self._exploration.walk.found
        if (found is None or found.meant.unfinished) and self._help.rest:
            self.complete()
            found = self._exploration.walk.found
        if found is not None and (found.meant.wrong or (found.meant.reading and not found.rows)):
            self._keeps_soon = not found.meant.wrong
            self._host.show()
            return
        if found is not None:
            self._exploration.recall.keep(found.query)
            if not found.rows:
                words = self._match_words()
                self.give_up()
                self._go_elsewhere(found, words)
                return
        self._host.mode = None
        self._host.show()

    def give_up(self) -> None:
        """End the mode and return to the place before the search."""
        self._host.mode = None
        self._exploration.walk.give_up_finding()
        self._host.show()
        self._scroll_back()

    def _scroll_back(self) -> None:
        """Scroll to the line at the top before the search, and from there as little as needed to see the cursor.

        The lines may be others than then, as where the matches of an earlier search were shown.
        """
        tree = self._host.structure
        tree.scroll_lines_to(self._top)
        line = tree.cursor_line(self._exploration.walk)
        if line is not None:
            tree.scroll_to_see(line)

    def _go_elsewhere(self, found: "Found", words: str) -> None:
        """Go to the best match that the view does not show; without one, say that there is none."""
        exploration, best = self._exploration, next(iter(elsewhere(found)), None)
        self._host.message = words
        if best is not None:
            exploration.history.leave(self._host.place())
            exploration.page = ENTITY
            self._host.message = "" if exploration.go(best) else why_missing(exploration.graph, best)
        self._host.show()

    def complete(self) -> None:
        """Complete the filter at the end of the line."""
        completed = self.completed
        if completed:
            self.typed = TypedLine(completed, len(completed))
            self.changed()

    def step(self, by: int) -> None:
        """Go to the next match for 1, to the previous one for -1."""
        self._exploration.walk.to_found(back=by < 0)
        self._host.show()

    def recall(self, by: int) -> None:
        """Put an earlier query in the line: the next for 1, the previous for -1; without any, go to another match."""
        query = self._exploration.recall.step(by, self.typed.text)
        if query == self.typed.text:
            self.step(by)
            return
        self.typed = TypedLine(query, len(query))
        self.changed()

    def prompt(self) -> Prompt:
        """Return the query, with the number of its matches."""
        return Prompt(
            "/",
            self.typed.text,
            self.typed.at,
            self._match_words(),
            self._help.rest if self.completed else "",
        )

    def covers(self) -> bool | None:
        """Return whether the detail covers the tree: only to explain the query."""
        return True if self.lines() else None

    def lines(self) -> Sequence[Line]:
        """Return the help for the query, if there is any."""
        return self._help.lines

    def indexed(self) -> bool:
        """Repeat the search in the grown index; end the mode if `keep` was waiting for a match."""
        keeps_soon = self._keeps_soon
        self.changed()
        if keeps_soon:
            self.keep()
        return True

    def changed(self) -> None:
        """Search for the typed query."""
        self._keeps_soon = False
        self._exploration.walk.find_from_where_begun(self.typed.text)
        self._help = self._query_help()
        self._host.show()
        found = self._exploration.walk.found
        if found is None or not found.rows:
            self._scroll_back()

    def _match_words(self) -> str:
        return " · ".join(filter(None, (match_words(self._exploration, why=True), self._way())))

    def _way(self) -> str:
        """Return the key that answers the query better than rows do: for the meaning of a term, or a list named so."""
        from ...exploring.search.terms import is_term  # noqa: PLC0415 - paid for when something is looked for
        from ..questions import key_of_word  # noqa: PLC0415 - as above

        found, query = self._exploration.walk.found, self.typed.text
        if is_term(self._exploration.graph, query):
            return "↵ `t` explains it"
        if found is None or not query.strip() or (found.rows and not found.alike):
            return ""
        return key_of_word(self._host.live_keys(), query)

    def _query_help(self) -> "QueryHelp":
        from ...exploring.query_help import query_help  # noqa: PLC0415 - paid for when something is looked for

        return query_help(self._exploration, self.typed.text)

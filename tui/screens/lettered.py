"""Keys that wait for a letter: bookmarks, copying."""

from ..safe_text import safe
from ..widgets.key_line import Prompt
from .going import Going

_ASKED = {
    "mark": "bookmark this place as (a letter)",
    "jump": "go to the bookmark (its letter)",
    "copy": "copy: n name, p path, i id, c citation",
}


class Lettered(Going):
    """The keys that wait for a letter."""

    _asking = ""

    def action_ask(self, what: str) -> None:
        """Wait for the letter that says which."""
        self._asking = what
        self.show()

    def takes(self, key: str, character: str | None) -> bool:
        """Whether a key was the letter waited for; one that is no letter ends the waiting."""
        asking, self._asking = self._asking, ""
        if not asking:
            return super().takes(key, character)
        if character is not None and character.isalpha():
            {"mark": self._mark, "jump": self._jump, "copy": self._copy}[asking](character)
        self.show()
        return True

    def prompt(self) -> Prompt | None:
        """Return which letter is waited for."""
        return Prompt(f"{_ASKED[self._asking]} ", "", 0) if self._asking else super().prompt()

    def _mark(self, letter: str) -> None:
        self.exploration.bookmarks[letter] = self.here()
        self.message = f"bookmark {safe(letter)} is set"

    def _jump(self, letter: str) -> None:
        place = self.exploration.bookmarks.get(letter)
        if place is None:
            self.message = f"there is no bookmark {safe(letter)}"
            return
        self.exploration.history.leave(self.here())
        self.go_to_place(place)

    def _copy(self, letter: str) -> None:
        text = self._text_of(letter)
        if text is None:
            self.message = "nothing of that kind to copy here"
            return
        self.app.copy_to_clipboard(text)
        # A terminal never says whether it took what it was sent.
        self.message = f"sent to the clipboard: {text}"

    def _citation(self) -> str | None:
        """Return the citation of the entity looked at, or of the relation of a row that stands for one."""
        from ..describing.citing import citation_of  # noqa: PLC0415 - paid for when it is asked for

        graph, walk, subject = self.graph, self.exploration.walk, self.exploration.subject
        if subject is not None:
            return citation_of(graph, graph.entity(subject).evidence, graph.name(subject)) or None
        relation = walk.forest.relations[walk.cursor] if walk.cursor >= 0 else None
        if relation is None:
            return None
        return citation_of(graph, relation.evidence, walk.forest.names[walk.cursor]) or None

    def _text_of(self, letter: str) -> str | None:
        walk, subject = self.exploration.walk, self.exploration.subject
        visiting = self.exploration.visiting
        if letter == "n":
            if visiting is not None:
                return safe(self.graph.name(visiting))
            return safe(walk.forest.names[walk.cursor]) if walk.cursor >= 0 else None
        if letter == "p":
            return " > ".join(safe(walk.forest.names[row]) for row in walk.path) or None
        if letter == "c":
            return self._citation()
        return subject if letter == "i" else None

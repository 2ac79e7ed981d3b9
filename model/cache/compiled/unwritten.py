"""A compiled model in memory before it is written; nobody can have damaged it, so that nothing is checked."""

from collections.abc import Mapping
from typing import Any

from ..disk.mapped import Pages, Parts


class Unwritten:
    """The sections of a compiled model, as `Mapped` has those of a file.

    Attributes:
        head: The contents of the head that its file would have.
    """

    def __init__(self, head: dict[str, Any], sections: Mapping[str, object]) -> None:
        self.head = {"model": head}
        self._sections = sections
        self._pages: dict[str, Pages] = {}
        self._parts: dict[str, Parts] = {}

    def has(self, section: str) -> bool:
        """Return whether the model has a section."""
        return section in self._sections

    def whole(self, section: str) -> memoryview:
        """Return the bytes of a section."""
        found: Any = self._sections[section]
        return memoryview(found).cast("B")

    def pages(self, section: str) -> Pages:
        """Return a section that a file has in pages."""
        found = self._pages.get(section)
        if found is None:
            found = self._pages.setdefault(section, Pages.sound(self.whole(section)))
        return found

    def parts(self, section: str) -> Parts:
        """Return a section of parts, with the ends that another section has."""
        found = self._parts.get(section)
        if found is None:
            found = Parts(self.pages(section), self.pages(f"{section} ends"))
            self._parts[section] = found
        return found
